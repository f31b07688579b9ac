"""How a clause or an event noun stands in its text: told as news, taken as known, or only aimed at.

News asserts in main clauses and puts what was there before into nouns, participles, relatives and reports (Hopper 1979,
"Aspect and foregrounding in discourse"): so form alone says much of what came first.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.modality import pluperfect
from extract.tree import Token
from extract.types import Standing

NOMINAL = {"NOUN", "PROPN", "PRON"}
MODIFIER = {"compound", "amod"}


def standing(token: Token) -> Standing | None:
    """ "The crew *searched* (main) after the *crash* (known) to *find* (aim) survivors"; None where the form says nothing."""
    first = firstly(token)
    if first.pos_ in NOMINAL and token.tag_ != "VBG":
        return "known"
    if first.dep_ in {"ROOT", "parataxis"}:
        return "known" if looks_back(token) else "main"
    if token.tag_ == "VB":
        return "aim"
    # A finite adverbial clause has a conjunction, which says more: "*while* they searched".
    return None if first.dep_ in MODIFIER or (first.dep_ == "advcl" and token.tag_ != "VBG") else "known"


def firstly(token: Token) -> Token:
    """The first of what is coordinated: how that hangs in the sentence, all of it does."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def looks_back(verb: Token) -> bool:
    """ "*had searched*", "has *previously* warned"; a bare participle tells nothing by itself: "*ceasing* to report"."""
    back = any(c.lower_ in lexicon.words("connectives", "back") and c.dep_ == "advmod" for c in verb.children)
    bare = verb.tag_ == "VBG" and not any(c.dep_.startswith("aux") for c in verb.children)
    return back or bare or pluperfect(firstly(verb)) or pluperfect(verb)
