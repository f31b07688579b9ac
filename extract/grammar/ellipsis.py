"""Event nouns left out the second time: "Hale had a point of order, Lind *another*, Okoro a *third*"."""

from __future__ import annotations

from dataclasses import replace

from extract import lexicon
from extract.grammar.clauses import subjects
from extract.grammar.frames import Frame, noun_frame
from extract.grammar.labels import LIGHT
from extract.grammar.nominals import coordinated
from extract.grammar.voice import lemma
from extract.tree import Token

ORDINALS = set("another second third fourth fifth sixth seventh".split())
BETWEEN = {"a", "an", "the", "yet", "still", "on", "with", "in", "then", "and", ",", "later", "soon", "of"}
NOMINAL = {"NOUN", "PROPN", "PRON"}


def echo(token: Token) -> Frame | None:
    """The frame of a word that stands for an event noun before it, with the doer that stands before the word."""
    if token.lower_ not in ORDINALS or _modifies(token):
        return None
    noun = _antecedent(token)
    doer = _doer(token) if noun is not None else None
    if noun is None or doer is None:
        return None
    told = noun_frame(noun)
    verb = doer.head if doer.head.pos_ in {"VERB", "AUX"} and doer.head.i > noun.i else told.governor
    agents = tuple(t for t in coordinated(doer) if t.i < token.i)  # "Lind *another*, Okoro a third" is no list of two
    return replace(told, token=token, agents=agents, patients=(), voice="active", governor=verb, echo=noun)


def _modifies(token: Token) -> bool:
    """ "another *member*": the word has a noun of its own."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.text == ",":
        return False  # "Lind *another*, Okoro a third", wherever the parser hangs it
    return (token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}) or (
        after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    )


def _antecedent(token: Token) -> Token | None:
    """The last event noun before it in its sentence."""
    before = token.doc[token.sent.start : token.i]
    return next((t for t in reversed(before) if t.pos_ == "NOUN" and lemma(t) in lexicon.event_nouns()), None)


def _doer(token: Token) -> Token | None:
    """The nominal that stands right before it, or that is the subject of the light verb that does."""
    at = token.i - 1
    while at > token.sent.start and token.doc[at].lower_ in BETWEEN:
        at -= 1
    before = token.doc[at]
    if before.pos_ in {"VERB", "AUX"} and lemma(before) in LIGHT | {"have"}:
        return next(iter(subjects(before)), None)
    if before.pos_ not in NOMINAL:
        return None
    while before.dep_ == "flat" and before.head.i < before.i:
        before = before.head
    return before
