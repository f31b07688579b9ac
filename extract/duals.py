"""Words that stand for two people, or for one of two: "threw *the two* out", "named *both*", "called *the latter* a liar"."""

from __future__ import annotations

from extract.lexicon import words
from extract.tree import Token

PAIRED = {"obj", "iobj", "nsubj", "nsubj:pass"}
LATTER = {"latter", "former"}
ALONE = ("nsubj", "obj", "iobj", "obl", "nmod:poss")


def pair(token: Token) -> bool:
    """ "ordered *both* to leave", "threw *the two* out", not "both Hale and Lind" or "the two sides"."""
    if token.lower_ not in words("people", "pairs") or token.head.pos_ != "VERB":
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    alone = all(c.dep_ in {"det", "case"} or c.pos_ == "VERB" or c.lower_ == "them" for c in token.children)
    return alone and (token.lower_ == "both" or before == "the") and token.dep_ in PAIRED


def latter(token: Token) -> bool:
    """ "called *the latter* a liar", not "the latter part", "the former minister"."""
    return token.lower_ in LATTER and token.dep_.startswith(ALONE) and token.i > 0 and token.nbor(-1).lower_ == "the"
