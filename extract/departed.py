"""Those who have gone: "described *those who had left* as clowns", "jeered at *the members who walked out*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract import grammar
from extract.document import Document
from extract.lexicon import words
from extract.mention import Mention
from extract.tree import Token


def those(document: Document, found: Iterable[Mention]) -> Iterator[Mention]:
    """All such mentions that are no part of another."""
    taken = {i for m in found for i in range(m.start, m.end)}
    yield from (m for t in document.doc if t.i not in taken and (m := those_who(t)) is not None)


def those_who(token: Token) -> Mention | None:
    """ "*those* who had left": people by what the text told them to have done."""
    clauses = [c for c in token.children if c.dep_ == "acl:relcl" and c.i > token.i] if token.lower_ == "those" else []
    if not clauses or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "who" or not goes(clauses[0]):
        return None
    return Mention("group", token.i, token.i + 1, token.i, token.text, office="those", definite=True, plural=True)


def goes(verb: Token) -> bool:
    """Whether a verb tells of going out."""
    return grammar.lemma(verb) in words("people", "leaves")
