"""Clauses that parsers lose behind a word read as another: "to *the well* and threw papers", "and *a tussle ensued*".

Each is a way of telling a row that reporters in South Asia use daily; what stands beside the word settles what it is.
"""

from __future__ import annotations

from extract.grammar.labels import MODALS, SUBJECT
from extract.tree import Token

NAME = 6  # tokens of a name between two commas, and the comma
RISES = {"conj", "parataxis", "advcl", "ccomp"}  # how a clause hangs whose subject was lost
OF_THE_ROOM = {"the", "house's"}
# Verbs that nobody does to anything: "a tussle *ensued*" has its subject before it, whatever it was read as.
UNDONE = {"ensued", "erupted", "arose", "prevailed", "occurred", "happened", "emerged", "began", "resumed", "subsided"}


def to_the_well(well: Token) -> None:
    """ "rushed to *the well* and threw papers", "well" read as an adverb: a place, and a verb that follows."""
    beside = well.i >= well.sent.start + 2 and well.nbor(-1).lower_ in OF_THE_ROOM
    if well.lower_ != "well" or well.pos_ == "NOUN" or not beside:
        return
    the, before = well.nbor(-1), well.nbor(-2)
    case = before if before.pos_ == "ADP" else None
    verb = next((t for t in reversed(well.doc[well.sent.start : the.i]) if t.pos_ == "VERB"), None)
    if verb is None:
        return
    well.tag_, well.pos_ = "NN", "NOUN"
    stray = case.head if case is not None and case.head.i > well.i else the.head if the.head.i > well.i else None
    if well.head.i == well.i + 1 and well.head.tag_ == "NN" and well.head.lower_.endswith("ing"):  # "to *the well shouting*"
        well.head.tag_, well.head.pos_, well.head.dep_ = "VBG", "VERB", "advcl"
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


def rises_behind(verb: Token) -> None:
    """ "drew protests from Labour *and the whip, Kim Lind, demanded* an apology": a new subject, read as one more of a list."""
    if verb.dep_ not in RISES or any(c.dep_ == "cc" for c in verb.children) or verb.i < verb.sent.start + 5:
        return
    closed = verb.nbor(-1)
    opened = next((t for t in reversed(verb.doc[max(verb.sent.start, closed.i - NAME) : closed.i]) if t.text == ","), None)
    if closed.text != "," or opened is None:
        return
    inside = verb.doc[opened.i + 1 : closed.i]
    listed = (t for t in reversed(verb.doc[verb.head.i + 1 : opened.i]) if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"})
    doer = next(listed, None)
    first = next((c for c in verb.children if c.dep_ in SUBJECT), None)
    if doer is None or doer.head == first or not inside or any(t.pos_ != "PROPN" for t in inside):
        return
    if first is not None and (first.i < verb.head.i or first.i > doer.i):
        return
    if first is not None:
        first.head, first.dep_ = verb.head, "obj"
    for joint in [c for c in doer.children if c.dep_ == "cc"]:
        joint.head = verb
    doer.head, doer.dep_ = verb, "nsubj"
    verb.dep_ = "conj"
    within = {t.i for t in inside}
    name = next(t for t in inside if t.head.i not in within)
    name.head, name.dep_ = doer, "appos"


def joined_infinitive(verb: Token) -> None:
    """ "was *to stand up*, just as Hale was reaching for it, *and point out* that": a bare form goes on with the infinitive."""
    helped = any(c.dep_ in {"aux", "mark", *SUBJECT} or c.lower_ == "to" for c in verb.children)
    if verb.tag_ != "VB" or verb.dep_ != "conj" or helped or verb.head.tag_ not in {"VBG", "VBD", "VBZ", "VBN"}:
        return
    if any(c.lower_ in MODALS | {"did", "do", "does", "let"} for c in verb.head.children):
        return
    before = (t for t in reversed(verb.doc[verb.sent.start : verb.head.i]) if t.tag_ == "VB")
    first = next((t for t in before if any(c.lower_ == "to" and c.i < t.i for c in t.children)), None)
    if first is not None and not verb.is_ancestor(first):
        verb.head = first
