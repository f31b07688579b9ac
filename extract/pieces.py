"""Texts → trees: some texts at a time, and long ones piece by piece: a pass over many words takes more than its share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from extract import tree

PIECE = 20_000  # characters that are parsed in one; hardly any article is longer
PASS = 50_000  # characters that are parsed at once
# Where a sentence surely ends: behind a whole word, so not in "Mr. Hale".
CLOSED = re.compile(r"""[a-z]{3}[.!?]["')]* +(?=["']?[A-Z])""")


def trees(texts: Iterable[str], *, nlp: Language) -> Iterator[tree.Doc]:
    """The tree of each text."""
    every = [pieces(text) for text in texts]
    parsed = _parsed((piece for own in every for piece in own), nlp)
    for own in every:
        yield tree.of(*islice(parsed, len(own)))


def pieces(text: str) -> list[str]:
    """A text cut wherever it gets long."""
    out, start = [], 0
    while len(text) - start > PIECE:
        end = _end(text, start, start + PIECE)
        out.append(text[start:end])
        start = end
    return [*out, text[start:]]


def _end(text: str, start: int, last: int) -> int:
    """Where a piece ends: with a paragraph, else a sentence, else a word; what has none of them for so long is no prose."""
    if (end := text.rfind("\n", start, last) + 1) > start:
        return end
    sentences = [match.end() for match in CLOSED.finditer(text, start, last)]
    return sentences[-1] if sentences else text.rfind(" ", start, last) + 1 or last


def _parsed(pieces: Iterable[str], nlp: Language) -> Iterator[Parsed]:
    some: list[str] = []
    for piece in pieces:
        if some and sum(map(len, some)) + len(piece) > PASS:
            yield from nlp.pipe(some)
            some = []
        some.append(piece)
    yield from nlp.pipe(some)
