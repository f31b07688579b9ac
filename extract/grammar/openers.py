"""Clauses that parsers lose behind a word read as another: "to *the well* and threw papers", "and *a tussle ensued*".

Each is a way of telling a row that reporters in South Asia use daily; what stands beside the word settles what it is.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import MODALS, SUBJECT
from extract.grammar.reheading import TELLING
from extract.tree import Token

HEARER = 6  # words from a verb of telling to the comma behind its hearer
PLACE = 5  # words of a dateline, its mark among them
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


def dateline(place: Token) -> None:
    """ "*LAHORE: Leader* of the House Ann Hale accused": the place told from is no subject, what stands behind its colon is."""
    end = next((t for t in place.doc[place.i + 1 : place.i + PLACE] if not t.text.isupper()), None)
    opens = all(t.text.isupper() for t in place.doc[place.sent.start : place.i])
    if not (place.text.isupper() and opens and end is not None and end.text == ":" and place.head.i > end.i):
        return
    verb, nouns = place.head, ("NOUN", "PROPN")
    if not any(c.dep_ in SUBJECT and c.i > end.i for c in verb.children):
        doer = next((c for c in place.children if c.i > end.i and c.pos_ in nouns and c.dep_ in {"dep", "appos", "nmod"}), None)
        if doer is None:
            return
        for other in [c for c in place.children if doer.i < c.i < verb.i]:
            other.head = doer
        doer.head, doer.dep_ = verb, "nsubj"
    place.dep_ = "dep"

def told_named(verb: Token) -> None:
    """ "told the clerk, *Ann Hale, that she was* blind", read as an Ann Hale that was blind: it is what the clerk is told."""
    doc, that = verb.doc, next((c for c in verb.children if c.lower_ == "that"), None)
    if that is None or verb.head.i > that.i or doc[that.i - 1].text != ",":
        return
    before = doc[verb.sent.start : that.i - 1]
    teller = next((t for t in reversed(before) if t.pos_ == "VERB" and lexicon.verb_of(t.lower_, t.lemma_) in TELLING), None)
    comma = next((t for t in before if t.text == "," and teller is not None and t.i > teller.i + 1), None)
    if comma is None or teller is None or comma.i - teller.i > HEARER or not doc[that.i - 2].text.istitle():
        return
    hearers = [t for t in doc[teller.i + 1 : comma.i] if t.head == teller and t.dep_ in {"obj", "iobj"}]
    if not hearers or not any(c.dep_ in SUBJECT and c != that for c in verb.children):
        return
    that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
    verb.head, verb.dep_ = teller, "ccomp"
    within = range(comma.i, that.i)
    name = next((t for t in doc[comma.i + 1 : that.i] if t.pos_ == "PROPN" and t.head.i not in within), None)
    if name is not None:
        name.head, name.dep_ = hearers[-1], "appos"
