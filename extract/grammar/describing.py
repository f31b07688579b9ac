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
BEFORE_VERB = SUBJECT | PASSIVE_SUBJECT
LEADER = 12  # tokens of "led by" and of whoever leads, with title and party
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


def led_between(verb: Token) -> None:
    """ "... and *MPs, led by* Kim Lind, *walked out*", the MPs read as one more object, or the verb as only said of them."""
    if verb.pos_ != "VERB" or verb.tag_ not in FINITE | {"VBN", "VBP"} or any(c.dep_ in BEFORE_VERB for c in verb.children):
        return
    led = _parenthesis(verb)
    if led is None:
        return
    group = led.nbor(-2)
    while group.head.i < led.i - 1 and group.dep_ in {"flat", "compound", "appos"}:
        group = group.head
    if group.pos_ not in NOMINAL:
        return
    above = next((t for t in group.ancestors if t.pos_ == "VERB" and t.i < group.i and t != led), None)
    joints = [c for t in (group, led, *group.ancestors) for c in t.children if c.dep_ == "cc" and c.i == group.left_edge.i - 1]
    _hang(verb, above, group)
    group.head, group.dep_ = verb, "nsubj:pass" if any(c.dep_ == "aux:pass" for c in verb.children) else "nsubj"
    led.head, led.dep_, led.tag_ = group, "acl", "VBN"
    for joint in joints:
        joint.head = verb


def _parenthesis(verb: Token) -> Token | None:
    """The "led by" between two commas right before a verb, with no more than a name in it."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    if verb.doc[at].text != ",":
        return None
    opened = next((t for t in reversed(verb.doc[max(verb.sent.start, at - LEADER) : at]) if t.text == ","), None)
    if opened is None or opened.i == verb.sent.start:
        return None
    led = opened.nbor()
    return led if led.lower_ in AT_THE_HEAD and led.nbor().lower_ == "by" else None


def _hang(verb: Token, above: Token | None, group: Token) -> None:
    """Hang the verb of a clause that was lost on the clause before it, or in the place of its subject."""
    if above is not None and verb.is_ancestor(above):
        above.head, above.dep_ = (above, "ROOT") if verb.head is verb else (verb.head, verb.dep_)
    if above is not None:
        verb.head, verb.dep_ = above, "conj"
    elif group.is_ancestor(verb):
        verb.head, verb.dep_ = (verb, "ROOT") if group.head is group else (group.head, group.dep_)
    verb.tag_ = "VBD" if verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.children) else verb.tag_


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
