"""How long somebody took over what they did: "It took *the Speaker* two minutes *to throw* him out", "needed an hour to ..."."""

from __future__ import annotations

from extract import lexicon
from extract.tree import Token

PEOPLE = {"PROPN", "NOUN", "PRON"}
OBJECTS = {"obj", "iobj", "obl:unmarked"}
INFINITIVES = {"csubj", "xcomp", "advcl", "acl", "ccomp"}


def took(verb: Token) -> None:
    """Make whoever took so long the subject of what they did: what took time was done."""
    if verb.lower_ not in {"took", "takes"} or verb.i == verb.sent.start or verb.nbor(-1).lower_ not in {"it", "only"}:
        return
    done = next((c for c in verb.subtree if c.dep_ in INFINITIVES and c.i > verb.i and _to(c)), None)
    lengths = lexicon.words("modality", "lengths")
    if done is None or not any(t.lower_ in lengths for t in verb.doc[verb.i + 1 : done.i]):
        return
    who = next((c for c in verb.children if verb.i < c.i < done.i and c.pos_ in PEOPLE and c.dep_ in OBJECTS), None)
    if who is None or {t.lower_ for t in who.subtree} & lengths:
        return
    done.head, done.dep_ = (done, "ROOT") if verb.head is verb else (verb.head, verb.dep_)
    for child in [c for c in verb.children if c is not done and c is not who and c.i != verb.i - 1]:
        child.head = done
        if child.dep_ in {"obj", "iobj"}:
            child.dep_ = "flat" if child.i == who.i + 1 and child.pos_ == "PROPN" else "obl"
            child.head = who if child.dep_ == "flat" else done
    for child in [c for c in verb.children if c is not who]:
        child.head, child.dep_ = done, "dep"
    for child in done.children:
        if child.dep_ == "mark" and child.lower_ == "to":
            child.dep_ = "dep"
    who.head, who.dep_ = done, "nsubj"
    verb.head, verb.dep_ = done, "aux"
    done.tag_ = "VBD"


def _to(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
