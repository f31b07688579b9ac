"""What can only be of the sitting, wherever the text has just been: the chair deals with a member, benches cheer, one leaves.

Politicians say much of the chair outside; so it must be the sentence itself that tells it, no clause that recalls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract import grammar, lexicon
from extract.tree import Span as Tokens
from extract.tree import Token

# What comes from the benches, and whither one who speaks is on the way.
NOISES = r"cheers?|boos?|jeers?|howls?|heckles?|heckling|groans?|laughter|applause|gasps?|cries|shouts|hisses|catcalls"
UNTIL = {"before", "until", "till"}
BENCHES = r"benches|backbenche(?:s|rs)|frontbenche(?:s|rs)|side of the (?:house|chamber|aisle)|aisle|gallery|galleries"
FROM_BENCHES = re.compile(rf"\b(?:{NOISES})\b(?: \w+)? from (?:[\w'’-]+ ){{0,5}}(?:{BENCHES})\b", re.IGNORECASE)
ON_THE_WAY = re.compile(
    r"\bas (?:he|she|they|\w+ [A-Z][\w'’-]+) (?:was |were |then |finally )*"
    r"(?:left|walked out of|was leaving|stormed out of|marched out of|led from|led out of|escorted from|escorted out of) "
    r"the (?:\w+ )?(?:chamber|house|hall|assembly|senate)\b"
)


def indoors(sentence: Tokens, words: str) -> bool:
    """Whether a sentence, its own *words* without those reported, plays in the House: "was *told by the Speaker to rephrase*"."""
    return bool(FROM_BENCHES.search(words) or ON_THE_WAY.search(words)) or any(map(_chaired, _told(sentence)))


def _told(sentence: Tokens) -> Iterator[Token]:
    """The verbs that a sentence itself tells: its root, what is joined with it, and what cut that short, "*until* he was"."""
    root = sentence.root
    yield root
    for verb in (t for t in sentence if t.pos_ == "VERB" and t != root):
        until = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in UNTIL for c in verb.children)
        if (until and verb.head == root) or (verb.dep_ == "conj" and _leads_to(verb, root)):
            yield verb


def _leads_to(token: Token, root: Token) -> bool:
    while token.dep_ in {"conj", "parataxis"}:
        token = token.head
    return token == root


def _chaired(verb: Token) -> bool:
    """Whether the chair deals with a member: "was *told* by the Speaker to withdraw"; had it been done before, it is recalled."""
    lemma, passive = grammar.lemma(verb), grammar.is_passive(verb)
    if grammar.pluperfect(verb):
        return False
    below = list(verb.children)
    obeyed = any(grammar.lemma(c) in lexicon.words("scene", "chair_wants") for c in below if c.dep_ in {"xcomp", "ccomp"})
    if lemma not in lexicon.words("scene", "chair_asks" if passive or obeyed else "chair_orders"):
        return False
    does = (c for c in below if c.dep_.startswith("obl" if passive else "nsubj"))
    wanted = any(k.lower_ == "to" for c in below if c.dep_ in {"xcomp", "ccomp", "advcl"} for k in c.children)
    order = any(c.lower_ == "order" and c.dep_ == "obl" for c in below)  # "called to *order*"
    return (wanted or order or lemma in lexicon.words("scene", "chair_rebukes")) and any(map(_presides, does))


def answered(sentence: Tokens) -> bool:
    """Whether the chair deals with the speaker of a sentence in the next: "The *Speaker ordered him* out"."""
    behind = sentence.doc[sentence.end : sentence.end + 1]
    if not len(behind):
        return False
    verb = behind[0].sent.root
    if grammar.lemma(verb) not in lexicon.words("scene", "chair_asks") or grammar.pluperfect(verb):
        return False
    does, whom = ([c for c in verb.children if c.dep_ == dep] for dep in ("nsubj", "obj"))
    names = {t.text for t in sentence if t.pos_ == "PROPN"}
    return any(map(_presides, does)) and any(t.lower_ in {"him", "her", "them"} or t.text in names for t in whom)


def _presides(token: Token) -> bool:
    """Whether somebody is told to be in the chair by title: "the *Speaker*", "Deputy *Speaker* Joan Lind"."""
    title = [t.lower_ for t in (token, *token.children)]
    return bool(lexicon.words("offices", "chairs") & {*title, " ".join(title)})
