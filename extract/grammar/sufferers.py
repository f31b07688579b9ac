"""What becomes of a motion "to censure him", where the parser took whom it is about for who is carried, or told no act of it."""

from __future__ import annotations

from extract.tree import Token

SUFFERERS = {"him", "them", "me", "us"}  # which no verb has as its subject
FATES = {"ccomp", "xcomp"}


def fate_of_motion(verb: Token) -> None:
    """ "A motion to censure *him was adopted*", "an attempt to censure him *failed*", read as something that one attempts."""
    purpose = verb.head
    if purpose.i > verb.i or purpose.tag_ != "VB" or purpose.dep_ != "acl" or purpose.nbor(-1).lower_ != "to":
        return
    noun = purpose.head
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    if noun.dep_ != "ROOT" or noun.pos_ != "NOUN" or not (passive or verb.tag_ == "VBD"):
        return
    if any(c.dep_.startswith("nsubj") and c.lower_ not in SUFFERERS for c in verb.children):
        return
    behind = [c for c in noun.children if c.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj:pass" if passive else "nsubj"
    for child in behind:
        child.head = verb
    for child in verb.children:
        done_to(child)


def done_to(pronoun: Token) -> None:
    """ "The motion to censure *him* was carried", read as him being carried."""
    if pronoun.lower_ not in SUFFERERS or not pronoun.dep_.startswith("nsubj") or pronoun.i < 2 or pronoun.head.i < pronoun.i:
        return
    verb = pronoun.nbor(-1)
    if verb.tag_ == "VB" and verb.nbor(-1).lower_ == "to":
        pronoun.head, pronoun.dep_ = verb, "obj"
