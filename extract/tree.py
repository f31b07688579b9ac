"""The parse as plain values: what the rules read a thousand times in an article, a library's token looks up each time anew.

Names and meanings are spaCy's (https://spacy.io/api/token), so that either can be read; an attribute here costs a tenth.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, overload


class Token:
    """A word or mark of a text with its place in the tree. One value stands for it, so that it equals nothing but itself."""

    __slots__ = (
        "_head", "_subtree", "children", "dep_", "doc", "ent_type_", "i", "idx", "is_alpha", "is_lower", "is_punct", "is_quote",
        "is_sent_start", "is_space", "is_title", "lemma_", "like_num", "lower_", "pos_", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    doc: Doc
    sent: Span
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    whitespace_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_title: bool
    is_lower: bool
    is_quote: bool
    like_num: bool
    is_sent_start: bool
    children: tuple[Token, ...]
    _head: Token
    _subtree: tuple[int, tuple[Token, ...]]

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> Token:
        """What it hangs on; itself at the root."""
        return self._head

    @head.setter
    def head(self, head: Token) -> None:
        old, self._head = self._head, head
        self.doc.moved(self, old)

    @property
    def text_with_ws(self) -> str:
        """Its text with the space behind it."""
        return self.text + self.whitespace_

    @property
    def rights(self) -> tuple[Token, ...]:
        """Its children behind it."""
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, outwards."""
        node, left = self, len(self.doc.tokens)  # a tree in the middle of a mend can have a ring
        while node._head is not node and left:
            node, left = node._head, left - 1
            yield node

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It with all that hangs on it: what hangs on it before it, itself, what hangs on it behind."""
        if self._subtree[0] != self.doc.version:
            self._subtree = self.doc.version, tuple(_below(self))
        return self._subtree[1]

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self.doc.tokens[min(t.i for t in self.subtree)]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self.doc.tokens[max(t.i for t in self.subtree)]

    def is_ancestor(self, other: Token) -> bool:
        """Whether another hangs on it, however far down."""
        return any(up is self for up in other.ancestors)

    def nbor(self, by: int = 1) -> Token:
        """The token so many behind it. IndexError where there is none."""
        if not 0 <= self.i + by < len(self.doc):
            raise IndexError(self.i + by)
        return self.doc[self.i + by]


class Span:
    """Some tokens in a row."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, max(start, end)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Span(self.doc, self.start + first, self.start + last)
        return self.doc.tokens[self.start : self.end][at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.doc, self.start, self.end) == (other.doc, other.start, other.end)

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where its first token begins."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where its last token ends."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words, as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The root of a sentence in it, else the word that stands highest of those that hang on something outside."""
        own = self.doc.tokens[self.start : self.end]
        if (root := next((t for t in own if t._head is t), None)) is not None:
            return root
        outwards = (t for t in own if not self.start <= t._head.i < self.end)
        return min(outwards, key=lambda t: (t.is_punct, sum(1 for _ in t.ancestors)), default=own[0])


class Doc:
    """A parsed text."""

    __slots__ = ("ends", "parsed", "sents", "starts", "text", "tokens", "user_data", "version")

    def __init__(self, text: str, *, parsed: bool) -> None:
        self.text, self.parsed = text, parsed
        self.tokens: list[Token] = []
        self.sents: tuple[Span, ...] = ()
        self.user_data: dict[str, Any] = {}
        self.version = 0  # of the tree: how often a head was changed

    def filled(self, tokens: list[Token], starts: Sequence[int]) -> Doc:
        """It with its tokens, whose heads are told, and the numbers of those that open a sentence."""
        self.tokens = tokens
        self.starts, self.ends = [t.idx for t in tokens], [t.idx + len(t.text) for t in tokens]
        below: list[list[Token]] = [[] for _ in tokens]
        for token in tokens:
            if token._head is not token:
                below[token._head.i].append(token)
        for token, children in zip(tokens, below, strict=True):
            token.children = tuple(children)
        self._divide(starts)
        return self

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self.tokens))
            return Span(self, first, last)
        return self.tokens[at]

    def has_annotation(self, name: str) -> bool:
        """Whether it has a tree, the one thing that is asked for (``DEP``)."""
        return self.parsed and name == "DEP"

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """The tokens between two offsets: all touched (*expand*), all inside (*contract*), or those that fit (*strict*)."""
        starts, ends = self.starts, self.ends
        if alignment_mode == "expand":
            first, last = bisect_right(ends, start), bisect_left(starts, end)
        else:
            first, last = bisect_left(starts, start), bisect_right(ends, end)
        if first >= last or (alignment_mode == "strict" and (starts[first] != start or ends[last - 1] != end)):
            return None
        return Span(self, first, last)

    def moved(self, token: Token, old: Token) -> None:
        """To be told that a token hangs on another than the *old* one: children and sentences follow."""
        self.version += 1
        for head in {old, token.head}:
            below = {*head.children, token} if head is token.head else {*head.children} - {token}
            head.children = tuple(sorted(below - {head}))
        if token in {old, token.head} or token.head.sent != token.sent:
            self._divide(sorted(t.left_edge.i for t in self.tokens if t.head is t))

    def _divide(self, starts: Sequence[int]) -> None:
        ends = [*starts[1:], len(self.tokens)][: len(starts)]
        self.sents = tuple(Span(self, start, end) for start, end in zip(starts, ends, strict=True))
        for sentence in self.sents:
            for token in sentence:
                token.sent, token.is_sent_start = sentence, token.i == sentence.start


def _below(token: Token) -> Iterator[Token]:
    """A subtree in order, without a call for each of its levels."""
    rows: list[tuple[Token, bool]] = [(token, False)]
    while rows:
        node, told = rows.pop()
        if told:
            yield node
            continue
        before = [child for child in node.children if child.i < node.i]
        behind = node.children[len(before) :]
        rows += [(child, not child.children) for child in reversed(behind)]
        rows.append((node, True))
        rows += [(child, not child.children) for child in reversed(before)]
