"""Clauses that parsers lose behind a word read as another: "to *the well* and threw papers", "and *a tussle ensued*".

Each is a way of telling a row that reporters in South Asia use daily; what stands beside the word settles what it is.
"""

from __future__ import annotations

from extract.grammar.labels import SUBJECT
from extract.tree import Token

OF_THE_ROOM = {"the", "house's"}
# Verbs that nobody does to anything: "a tussle *ensued*" has its subject before it, whatever it was read as.
UNDONE = {"ensued", "erupted", "arose", "prevailed", "occurred", "happened", "emerged", "began", "resumed", "subsided"}


def to_the_well(well: Token) -> None:
    """ "rushed to *the well* and threw papers", "well" read as an adverb: a place, and a verb that follows."""
    if well.i < well.sent.start + 2 or well.nbor(-1).lower_ not in OF_THE_ROOM or well.pos_ == "NOUN":
        return
    the, before = well.nbor(-1), well.nbor(-2)
    case = before if before.pos_ == "ADP" else None
    verb = next((t for t in reversed(well.doc[well.sent.start : the.i]) if t.pos_ == "VERB"), None)
    if verb is None:
        return
    well.tag_, well.pos_ = "NN", "NOUN"
    stray = case.head if case is not None and case.head.i > well.i else the.head if the.head.i > well.i else None
    nexts = [c for t in (well, the) for c in t.children if c.pos_ == "VERB" and c.i > well.i]
    well.head, well.dep_ = verb, "obl" if case is not None else "obj"
    the.head, the.dep_ = well, "det"
    if case is not None:
        case.head, case.dep_ = well, "case"
    for then in nexts:
        then.head, then.dep_ = verb, "conj"
        if stray is not None and stray.i > then.i:
            stray.head, stray.dep_ = then, "obj"
        for child in [c for c in verb.children if c.i > then.i and c.dep_ in {"obl", "obj"}]:
            child.head = then


def ensued(verb: Token) -> None:
    """ "rushed towards the benches and *a tussle ensued*": what breaks out, read as one more place."""
    noun = verb.head
    if verb.dep_ not in {"acl", "amod"} or noun.i + 1 != verb.i or noun.dep_ != "conj":
        return
    if any(c.dep_ in SUBJECT for c in verb.children):
        return
    above = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    if above is None:
        return
    for joint in [c for c in noun.children if c.dep_ == "cc"]:
        joint.head = verb
    verb.head, verb.dep_, verb.tag_ = above, "conj", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
