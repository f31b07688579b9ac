"""Texts → trees: some texts at a time, and long ones piece by piece: a pass over many words takes more than its share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from extract import tree

PIECE = 20_000  # characters that are parsed in one; hardly any article is longer
PASS = 50_000  # characters that are parsed at once


def trees(texts: Iterable[str], *, nlp: Language) -> Iterator[tree.Doc]:
    """The tree of each text."""
    every = [pieces(text) for text in texts]
    parsed = _parsed((piece for own in every for piece in own), nlp)
    for own in every:
        yield tree.of(*islice(parsed, len(own)))


def pieces(text: str) -> list[str]:
    """A text cut at the end of a paragraph wherever it gets long."""
    out, start = [], 0
    while len(text) - start > PIECE and (end := text.rfind("\n", start, start + PIECE) + 1) > start:
        out.append(text[start:end])
        start = end
    return [*out, text[start:]]


def _parsed(pieces: Iterable[str], nlp: Language) -> Iterator[Parsed]:
    some: list[str] = []
    for piece in pieces:
        if some and sum(map(len, some)) + len(piece) > PASS:
            yield from nlp.pipe(some)
            some = []
        some.append(piece)
    yield from nlp.pipe(some)
