"""What is said of the incident as of a thing that is over: "said *the ejection was* unfair", "called *the heckling* childish".

It needs no reporters nor platform to be a statement afterwards; but words that the sentence itself puts in the House are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract import grammar, lexicon
from extract.context import Reading
from extract.grammar import Frame
from extract.indoors import indoors
from extract.places import holds_any, located
from extract.tree import Token

DEEDS = {"walkout", "boycott", "exit", "departure"}  # whoever brands these attacks those who went
DEFINITE = {"the", "this", "that", "these", "those", "such"}


def of_the_incident(reading: Reading, frame: Frame) -> bool:
    """Whether what is said judges something that a definite noun of the incident names, out of the House."""
    if not any(names_it(reading, t) for t in _judged(frame)):
        return False
    words = located(frame.token.sent, reading.document.quoted)
    return not (holds_any(words, "inside") or holds_any(words, "floor") or indoors(frame.token.sent, words))


def _judged(frame: Frame) -> Iterator[Token]:
    """What is judged: the subject of what is said to be so, the object of what is called so."""
    for clause in frame.complements:
        if any(c.dep_ == "cop" for c in clause.children) and not _counts(clause):
            yield from (c for c in clause.children if c.dep_ in {"nsubj", "nsubj:outer"})
        elif grammar.lemma(clause) in lexicon.words("speech", "judging"):
            yield from (c for c in clause.children if c.dep_ == "nsubj")
    if grammar.lemma(frame.token) in lexicon.words("speech", "branding"):
        yield from (c for c in frame.token.children if c.dep_ == "obj" and c.lower_ not in DEEDS and not _owned(c))


def _owned(noun: Token) -> bool:
    """ "the walkout *of Mr Okoro*", "*his* outburst": whoever brands a man's deed attacks the man."""
    return any(c.dep_.startswith("nmod") and c.pos_ != "DET" for c in noun.children)


def _counts(predicate: Token) -> bool:
    """ "was the *third* this year", "was *24 hours* long": told as a fact, no judgement."""
    return any(t.like_num or t.lower_ in grammar.ORDINALS for t in (predicate, *predicate.children))


def names_it(reading: Reading, noun: Token) -> bool:
    """ "*the* ejection", "*his* removal", not "ejections" in general, nor "the suspension *of the beef quota*"."""
    of = (c for c in noun.children if c.dep_ == "nmod" and grammar.preposition(c) == "of")
    of_other = any(not any(reading.cast.all_at(t) for t in c.subtree) for c in of)
    return known(noun) and noun.lower_ in lexicon.words("speech", "incidents") and not of_other


def known(noun: Token) -> bool:
    """Whether a noun takes what it says as known: "*the* ejection", "*his* removal"."""
    return any(c.lower_ in DEFINITE or c.dep_.startswith("nmod:poss") for c in noun.children)
