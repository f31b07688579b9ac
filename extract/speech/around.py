"""What a reporter writes around quoted words: the rest of their sentence before and after, by marks and stops, not by the parse.

A parser that was trained on little quoted speech errs most just there, and punctuation does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from extract.document import Document
from extract.marks import Quote
from extract.tree import Doc, Token

STOPS = {".", "!", "?", ";", "..", "...", "…"}
SHORTENED = {
    "Lt",
    "Gen",
    "Capt",
    "Col",
    "Sgt",
    "Maj",
    "Cpl",
    "Cmdr",
    "Adm",
    "Rep",
    "Sen",
    "Gov",
    "Hon",
    "Rev",
    "Dr",
    "Prof",
    "St",
    "Ft",
}
LONGEST = 80  # words of a sentence that are looked at on either side of a quotation
MARKS = {'"', "''", "``", "'", "`"}


def stops(token: Token) -> bool:
    """Whether a token ends a sentence: not the point of "Lt." or of an initial, which tokenizers part from it."""
    if token.text != "." or not token.i or token.nbor(-1).whitespace_:
        return token.text in STOPS
    before = token.nbor(-1).text
    return not ((len(before) == 1 and before.isupper()) or before in SHORTENED)


@dataclass(frozen=True)
class Around:
    """A document's tokens by place: inside which quotation, in which paragraph, before and behind which words."""

    document: Document

    @property
    def doc(self) -> Doc:
        return self.document.doc

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each token."""
        return [t.idx for t in self.doc]

    @cached_property
    def within(self) -> list[int]:
        """For each token the number of the quotation that it stands in, or -1."""
        out = [-1] * len(self.doc)
        for n, quote in enumerate(self.document.quotes):
            for i in range(bisect_left(self.starts, quote.start), bisect_left(self.starts, quote.end)):
                out[i] = n
        return out

    def tokens(self, quote: Quote) -> list[Token]:
        """The tokens between the marks."""
        return list(self.doc[bisect_left(self.starts, quote.start) : bisect_left(self.starts, quote.end)])

    def bounds(self, quote: Quote) -> tuple[int, int]:
        """The tokens of the quotation's paragraph: first, and behind the last."""
        start, end = self.document.paragraphs[self.document.paragraph_of(quote.start)]
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def lead(self, quote: Quote) -> list[Token]:
        """The reporter's words of the sentence before a quotation, over quotations that belong to it."""
        first, _ = self.bounds(quote)
        return self.sentence_before(bisect_left(self.starts, quote.start) - 1, first)

    def sentence_before(self, at: int, first: int) -> list[Token]:
        """The reporter's words from a token back to a stop or to quoted words that end a sentence."""
        out: list[Token] = []
        while at >= first and len(out) < LONGEST:
            token = self.doc[at]
            if self.within[at] >= 0:
                inner = self.document.quotes[self.within[at]]
                if not self._embedded(inner):
                    break
                at = bisect_left(self.starts, inner.start) - 1
                continue
            if stops(token):
                break
            if token.text not in MARKS and not token.is_space:
                out.append(token)
            at -= 1
        return out[::-1]

    def tail(self, quote: Quote) -> list[Token]:
        """The reporter's words after a quotation up to a stop or to the next one that opens a clause of its own."""
        out: list[Token] = []
        _, last = self.bounds(quote)
        at = bisect_left(self.starts, quote.end)
        while at < last and len(out) < LONGEST:
            token = self.doc[at]
            if self.within[at] >= 0:
                inner = self.document.quotes[self.within[at]]
                if not self._embedded(inner):
                    break
                at = bisect_left(self.starts, inner.end)
                continue
            if stops(token):
                break
            if token.text not in MARKS and not token.is_space:
                out.append(token)
            at += 1
        return out

    def next_paragraph(self, quote: Quote) -> list[Token]:
        """The words of the paragraph behind the quotation's, when nothing follows the quotation in its own."""
        here = self.document.paragraph_of(quote.start)
        _, end = self.document.paragraphs[here]
        if here + 1 == len(self.document.paragraphs) or re.search(r"\w", self.text[quote.end : end]):
            return []
        start, stop = self.document.paragraphs[here + 1]
        return [t for t in self.doc[bisect_left(self.starts, start) : bisect_left(self.starts, stop)] if not t.is_space]

    def _embedded(self, quote: Quote) -> bool:
        """Whether a quotation is part of the reporter's own clause: a word stands right before it, and it ends no sentence."""
        return self.before(quote)[-1:].isalnum() and not self.ended(quote)

    def before(self, quote: Quote) -> str:
        """The text of the paragraph before the opening mark."""
        start, _ = self.document.paragraphs[self.document.paragraph_of(quote.start)]
        return self.text[max(start, quote.start - 40) : quote.start].rstrip("\"“”„«‘'` \u00a0").rstrip()

    def closes_with(self, quote: Quote) -> str:
        """The last character of the quoted words, or the comma right behind their closing mark."""
        last = self.text[quote.start : quote.end].rstrip()[-1:]
        behind = self.text[quote.end : quote.end + 3].lstrip("\"”“»’'`")[:1]
        return behind if behind in {",", "."} and last.isalnum() else last

    def ended(self, quote: Quote) -> bool:
        """Whether the quoted words end a sentence."""
        return self.closes_with(quote) in {".", "!", "?", "…"}


def tokens_of(document: Document, quote: Quote) -> list[Token]:
    """The tokens between the marks."""
    span = document.doc.char_span(quote.start, quote.end, alignment_mode="contract")
    return list(span) if span is not None else []
