"""Words that the tree treats as verbs and the tags as nouns: the words around them settle it."""

from __future__ import annotations

from extract.tree import Token

AUXILIARIES = {"aux", "aux:pass"}
INFINITIVES = {"xcomp", "advcl", "acl", "ccomp"}


def verbal(word: Token) -> None:
    """Make a verb of a participle, "had *risen*", "was up, *shouting*", and of an infinitive, "forced her to *halt* it"."""
    if word.pos_ != "NOUN":
        return
    parts = {c.dep_ for c in word.children}
    to = any(c.lower_ == "to" and c.dep_ == "mark" and c.i == word.i - 1 for c in word.children)
    if word.tag_ in {"VBN", "VBD"} and parts & AUXILIARIES:
        word.pos_ = "VERB"
    elif word.tag_ == "VBG" and word.dep_ in {"advcl", "conj"} and word.i > word.sent.start and word.nbor(-1).text == ",":
        word.pos_, word.dep_ = "VERB", "advcl"
    elif word.tag_ == "NN" and to and word.dep_ in INFINITIVES:
        word.pos_, word.tag_ = "VERB", "VB"
