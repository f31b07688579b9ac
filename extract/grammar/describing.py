"""Verbs that the parser read as describing whoever stands behind them, or that it gave to the wrong one of two names.

A verb right before a name looks like a description of it: "an *elected* Ms Hale", but "tore up the paper and *booed* Ms Hale".
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import PASSIVE_SUBJECT, SUBJECT
from extract.tree import Token

NOMINAL = {"NOUN", "PROPN"}
FINITE = {"VBD", "VBZ"}
APPEARING = {"come", "rise", "go", "ring", "emerge", "float", "drift", "issue", "erupt", "burst", "fly"}
AT_THE_HEAD = {"led", "headed", "fronted", "joined", "spearheaded", "flanked", "backed"}


def _done_to(verb: Token, whom: Token) -> None:
    """Make a name the object of the verb before it; what stood to the left of the verb stays with whatever is above."""
    for child in [c for c in whom.children if c.i < verb.i]:
        child.head = verb
    whom.head, whom.dep_ = verb, "obj"


def ordered_to(verb: Token) -> None:
    """ "directed the serjeant-at-arms *to eject Hale*", read as directing to a Hale who ejects."""
    whom, above = verb.head, verb.head.head
    if verb.tag_ != "VB" or verb.dep_ not in {"amod", "compound"} or whom.i < verb.i or verb.i <= verb.sent.start:
        return
    to = verb.nbor(-1)
    if to.lower_ != "to" or to.head not in (verb, whom):
        return
    if above.pos_ == "VERB" and above.i < to.i and whom.dep_ == "obl":
        verb.head, verb.dep_, verb.pos_ = above, "xcomp", "VERB"
        to.head, to.dep_ = verb, "mark"
        whom.head, whom.dep_ = verb, "obj"


def did_to(verb: Token) -> None:
    """ "Ozal *punched* Workers' Party deputy Sik", read as a Sik whom somebody punched: no description has a subject."""
    whom = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "amod" or whom.i < verb.i or whom.pos_ not in NOMINAL:
        return
    if not any(c.dep_ in SUBJECT and c.i < verb.i for c in verb.children) or whom.dep_ != "ROOT":
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    _done_to(verb, whom)


def did_too(word: Token) -> None:
    """ "MPs tore up the order paper and *booed* President Hale": the second verb, read as what sort of president she is."""
    whom, doc = word.head if word.head.dep_ != "nmod:desc" else word.head.head, word.doc
    if word.dep_ != "amod" or not word.lower_.endswith("ed") or not word.text.islower() or whom.i < word.i:
        return
    if whom.pos_ != "PROPN" or word.i <= word.sent.start + 1 or doc[word.i - 1].lower_ != "and":
        return
    cased = any(c.dep_ == "case" for c in whom.children)
    above = (
        whom.head
        if whom.dep_ in {"obj", "obl"} and not cased
        else whom.head.head
        if whom.dep_ == "conj" and whom.head.pos_ == "NOUN"
        else word
    )
    told = above.pos_ == "VERB" and above.i < word.i and any(c.dep_ in SUBJECT and c.i < above.i for c in above.children)
    if not told or lexicon.verb_of(word.lower_, "") not in lexicon.verbs():
        return
    whom.head, whom.dep_ = word, "obj"
    word.head, word.dep_, word.tag_, word.pos_ = above, "conj", "VBD", "VERB"
    doc[word.i - 1].head = word
    for child in [c for c in whom.children if c.dep_ in {"obl", "nmod"} and c.i > whom.right_edge.i]:
        child.head = word


def led_by(verb: Token) -> None:
    """ "*MPs led by* Hale *stormed out*", read as Hale's own leaving: who is led does it, with whoever leads."""
    leader = next((c for c in verb.children if c.dep_ in SUBJECT and c.i > verb.sent.start + 2), None)
    if leader is None and (led := _leading(verb)) is not None:
        whose = led.nbor(-1)
        if led.head != verb:
            verb.head, verb.dep_ = led.head if led.head != led else verb, led.dep_
        whose.head, whose.dep_, led.head, led.dep_, led.tag_ = verb, "nsubj", whose, "acl", "VBN"
        for child in led.children:
            child.dep_ = "obl:agent" if child.left_edge.lower_ == "by" else child.dep_
        return
    if leader is None or verb.pos_ != "VERB" or leader.i > verb.i:
        return
    by, first = leader.left_edge, leader.left_edge.i
    if by.lower_ != "by":
        by = verb.doc[first - 1] if first > verb.sent.start else by
    led = by.nbor(-1) if by.i > verb.sent.start + 1 else by
    group = next((t for t in (led.head, led.nbor(-1)) if t.pos_ in NOMINAL and t.i < led.i), None) if led.i else None
    if by.lower_ != "by" or led.lower_ not in AT_THE_HEAD or group is None:
        return
    group.head, group.dep_ = verb, "nsubj"
    led.head, led.dep_, led.tag_, led.pos_ = group, "acl", "VBN", "VERB"
    leader.head, leader.dep_ = led, "obl:agent"
    by.head, by.dep_ = leader, "case"


def _leading(verb: Token) -> Token | None:
    """The "led" right behind its subject that the parser took for a clause of its own, above a finite verb or below it."""
    if verb.tag_ not in FINITE or any(c.dep_ == "mark" for c in verb.children):
        return None
    below = [c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i]
    above = [verb.head] if verb.dep_ in {"advcl", "acl", "parataxis"} and verb.head.i < verb.i else []
    for led in (*below, *above):
        before = led.nbor(-1) if led.i > led.sent.start else led
        if led.lower_ in AT_THE_HEAD and before.dep_ in SUBJECT | PASSIVE_SUBJECT and before.head == led:
            by = (c for c in led.children if c.dep_ in {"obl:agent", "obl"} and c.left_edge.lower_ == "by")
            leader = next(by, None)
            if leader is not None and led.i < leader.i < verb.i:
                return led
    return None


def came_from(verb: Token) -> None:
    """ "From the Labour benches came *cries*", read as if benches came cries: no subject has a preposition of its own."""
    if verb.tag_ not in FINITE or verb.lemma_ not in APPEARING:
        return
    whence = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i and c.left_edge.dep_ == "case"), None)
    what = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    if whence is not None and what is not None:
        whence.dep_, what.dep_ = "obl", "nsubj"


def behind_a_cry(verb: Token) -> None:
    """ "'Sit down!' *someone* at the back hollered", read as the object of the words quoted: marks stand between."""
    cries = lexicon.words("speech", "shout") | lexicon.words("speech", "say")
    doer, above = verb.head, verb.head.head
    if verb.dep_ not in {"acl", "acl:relcl"} or not verb.tag_.startswith("VB") or doer.i <= above.i or doer.dep_ != "obj":
        return
    marked = any(t.text in {'"', "''", "”"} for t in verb.doc[above.i + 1 : doer.i]) and verb.doc[doer.left_edge.i - 1].is_punct
    if marked and verb.lemma_ in cries and verb.tag_ in {"VBD", "VBN"}:
        verb.head, verb.dep_, verb.tag_ = above, "parataxis", "VBD"
        doer.head, doer.dep_ = verb, "nsubj"
