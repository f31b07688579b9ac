"""Texts → trees: some texts at a time, and long ones piece by piece: a pass over many words takes more than its share."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import islice

from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc as Parsed

from extract import tree
from extract.garbled import FILLER

PIECE = 20_000  # characters that are parsed in one; hardly any article is longer
PASS = 50_000  # characters that are parsed at once
KNOWN = 150_000  # strings that spaCy may remember for good; it has 119,000 at first, and each new name is one more
# What is forgotten behind one parse is not to be what another one reads meanwhile.
_ONE = threading.Lock()
# Where a sentence surely ends: behind a whole word, so not in "Mr. Hale".
CLOSED = re.compile(r"""[a-z]{3}[.!?]["')]* +(?=["']?[A-Z])""")
# What is asked of spaCy at once for all tokens: the strings, the flags, and the place in the tree.
NAMES = (attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE)
FLAGS = (attrs.IS_ALPHA, attrs.IS_PUNCT, attrs.IS_SPACE, attrs.IS_TITLE, attrs.IS_LOWER, attrs.IS_QUOTE, attrs.LIKE_NUM)
PLACE = (attrs.HEAD, attrs.SENT_START, attrs.SPACY)
WORDS = len(NAMES)


@dataclass(slots=True)
class Piece:
    """A piece of a text as plain values, before it is joined with the others: nothing in it is spaCy's any more."""

    text: str
    parsed: bool
    tokens: list[tree.Token]
    starts: list[int]  # the numbers of the tokens that open a sentence


def trees(texts: Iterable[str], *, nlp: Language) -> Iterator[tree.Doc]:
    """The tree of each text."""
    every = [pieces(text) for text in texts]
    parsed = _parsed((piece for own in every for piece in own), nlp)
    for own in every:
        yield joined([*islice(parsed, len(own))])


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


def _parsed(pieces: Iterable[str], nlp: Language) -> Iterator[Piece]:
    some: list[str] = []
    for piece in pieces:
        if some and sum(map(len, some)) + len(piece) > PASS:
            yield from _read(some, nlp)
            some = []
        some.append(piece)
    yield from _read(some, nlp)


def _read(some: list[str], nlp: Language) -> list[Piece]:
    """The pieces as plain values. Once many words are known, what is learnt of new ones goes with the parse that met them."""
    with _ONE, nlp.memory_zone() if len(nlp.vocab.strings) > KNOWN else nullcontext():
        parsed = nlp.pipe(text.replace(FILLER, "") for text in some)
        return [_filled(read(piece), text) if FILLER in text else read(piece) for piece, text in zip(parsed, some, strict=True)]


def _filled(piece: Piece, text: str) -> Piece:
    """A piece with blanks for what fills its text up, behind the tokens where it stood."""
    at = 0
    for token in piece.tokens:
        at += len(token.text)
        end = at
        while end < len(text) and (text[end] == FILLER or (token.whitespace_ and text[end] == " " and " " not in text[at:end])):
            end += 1
        token.whitespace_, at = " " * (end - at), end
    piece.text = text.replace(FILLER, " ")
    return piece


def of(*pieces: Parsed) -> tree.Doc:
    """The plain values of a text that spaCy has parsed, whole or piece by piece."""
    return joined([read(piece) for piece in pieces])


def joined(pieces: Sequence[Piece]) -> tree.Doc:
    """The text of some pieces; where a piece begins, a sentence does."""
    doc = tree.Doc("".join(piece.text for piece in pieces), parsed=any(piece.parsed for piece in pieces))
    tokens: list[tree.Token] = []
    starts: list[int] = []
    for piece in pieces:
        starts += [len(tokens) + start for start in piece.starts]
        tokens += piece.tokens
    at = 0
    for i, token in enumerate(tokens):
        token.doc, token.i, token.idx = doc, i, at
        at += len(token.text) + len(token.whitespace_)
    return doc.filled(tokens, starts)


def read(piece: Parsed) -> Piece:
    """What spaCy says of a piece; its heads are told, its children not yet."""
    keys: list[int | str] = [*NAMES, *FLAGS, *PLACE]
    columns = piece.to_array(keys).astype("int64").reshape(len(piece), len(keys)).T.tolist()
    names = {key: piece.vocab.strings[key % 2**64] for key in set().union(*columns[:WORDS])}
    strings = zip(*(map(names.__getitem__, column) for column in columns[:WORDS]), strict=True)
    flags = zip(*(map(bool, column) for column in columns[WORDS:-3]), strict=True)
    tokens, starts = [tree.Token() for _ in range(len(piece))], []
    for i, (token, words, marks, head, starting, space) in enumerate(zip(tokens, strings, flags, *columns[-3:], strict=True)):
        token.text, token.lower_, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_ = words
        token.is_alpha, token.is_punct, token.is_space, token.is_title, token.is_lower, token.is_quote, token.like_num = marks
        token.whitespace_ = " " if space else ""
        token._head, token._subtree = tokens[i + head], (-1, ())
        if starting == 1 or i == 0:
            starts.append(i)
    return Piece(piece.text, piece.has_annotation("DEP"), tokens, starts)
