"""Whom a common noun speaks of: "the MP ejected was Hale", "the mover, Hale"."""

from __future__ import annotations

from extract.grammar.labels import RELATIVE, SUBJECT
from extract.grammar.voice import lemma
from extract.tree import Token


def identified(noun: Token) -> Token:
    """Whom a common noun is said to be: "the *MP* ejected was *Hale*", "*Hale* became the second *MP* to be ejected"."""
    if noun.pos_ == "PROPN":
        return noun
    named = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > noun.i), None)
    if named is not None:
        return named  # "the *man* who had put it down, *Tom Marlowe*"
    head = noun.head
    if noun.dep_ in SUBJECT and any(c.dep_ == "cop" for c in head.children) and head.pos_ == "PROPN":
        return head
    clause = head if noun.dep_ == "xcomp" and lemma(head) in {"become", "remain"} else noun
    if clause is head or any(c.dep_ == "cop" for c in noun.children):
        return next((c for c in clause.children if c.dep_ in SUBJECT and c.lower_ not in RELATIVE), noun)
    return noun


def same(noun: Token) -> tuple[Token, ...]:
    """Whom a noun describes: "*Hale*, the *mover*", "the *mover*, *Hale*", "the *mover* was *Hale*"."""
    named = [c for c in noun.children if c.dep_ in {"appos", "flat"} or (c.dep_ in SUBJECT and c.lower_ not in RELATIVE)]
    above = [noun.head] if noun.dep_ in {"appos", "nmod:desc"} else []
    return tuple(dict.fromkeys([noun, *named, *above, identified(noun)]))
