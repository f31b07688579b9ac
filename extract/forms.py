"""The forms of a noun with all that belongs to it in the text, for a reader to know who is meant: "nurses in the gallery"."""

from __future__ import annotations

from extract.document import Document
from extract.tree import Token

LEFT = {"amod", "compound", "nummod", "advmod", "nmod:desc"}
PLACES = set("in from on at of around behind opposite beside near with across among up under above".split())
MANY_WORDS = 9  # a fuller form that is longer says more than who it is


def fuller(document: Document, head: Token) -> tuple[str, ...]:
    """The forms of a noun with all that belongs to it in the text: "three nurses in the gallery", "three nurses"."""
    left = head.i
    while left and document.doc[left - 1].dep_ in LEFT and _within(head, document.doc[left - 1]):
        left -= 1
    right = head.i + 1
    for child in head.rights:
        placed = child.dep_.startswith(("nmod", "acl")) and child.left_edge.i == right
        if not placed or child.right_edge.i - left >= MANY_WORDS:
            break
        if child.dep_.startswith("nmod") and document.doc[right].lower_ not in PLACES:
            break
        right = child.right_edge.i + 1
    forms = {text_of(document, left, end): None for end in (right, head.i + 1) if end - left > 1}
    return tuple(forms)


def _within(head: Token, token: Token) -> bool:
    """Whether a word belongs to a noun, itself or by another that does."""
    return token.head == head or token.head.head == head


def text_of(document: Document, start: int, end: int) -> str:
    """The text of tokens, as it stands."""
    last = document.doc[end - 1]
    return " ".join(document.article.text[document.doc[start].idx : last.idx + len(last)].split())
