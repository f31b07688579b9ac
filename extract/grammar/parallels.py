"""Coordination read by its parallels, and names that were read as words of manner."""

from __future__ import annotations

from extract.grammar.labels import PASSIVE_SUBJECT, SUBJECT
from extract.grammar.particles import preposition
from extract.grammar.voice import is_passive
from extract.tree import Token

SHARED = {"from", "by", "against", "at", "of", "to"}  # prepositions that each of two joined nouns may have for itself


def in_step(noun: Token) -> None:
    """ "groans *from* Labour and *a rebuke from* the Speaker", read as groans from Labour and from a rebuke."""
    first = noun.head
    above = first.head
    if noun.pos_ != "NOUN" or first.dep_ not in {"nmod", "obl"} or above.pos_ != "NOUN" or first.i < above.i:
        return
    prep = preposition(first)
    given = any(c.i > noun.i and c.dep_ in {"nmod", "obl"} and preposition(c) == prep for c in (*noun.children, *_tail(noun)))
    if prep in SHARED and given and any(c.lower_ in {"a", "an", "the"} for c in noun.children):
        noun.head = above


def _tail(noun: Token) -> list[Token]:
    """What hangs on the phrase behind a noun: "a point *of order from* her"."""
    return [k for c in noun.children if c.i > noun.i and c.dep_ == "nmod" for k in c.children]


def named_ly(word: Token) -> None:
    """ "*Reilly* ordered the gallery cleared", read as a word of manner: before a verb that nobody does it is a name."""
    verb = word.head
    opens = word.is_title and word.is_sent_start and word.lower_.endswith("ly")
    if word.dep_ != "advmod" or not opens or verb.tag_ not in {"VBD", "VBZ", "VBN"}:
        return
    alone = word.i < verb.i and all(t.pos_ in {"ADV", "AUX"} for t in word.doc[word.i + 1 : verb.i])
    done = any(c.dep_ in SUBJECT | PASSIVE_SUBJECT | {"expl"} for c in verb.children) or verb.dep_ not in {"ROOT", "parataxis"}
    if alone and not done:
        word.tag_, word.pos_, word.dep_ = "NNP", "PROPN", "nsubj:pass" if is_passive(verb) else "nsubj"
