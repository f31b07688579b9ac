"""Text → the words between quotation marks: straight, curly, low, angled, double-typed and single ones, nested and unclosed.

What stands on either side of a mark says more than its form does: a closing one is glued to the word before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"''|``|[\"“”„«»‹›]")
OPEN, CLOSE, EITHER = 1, -1, 0
FORMS = {"“": OPEN, "„": OPEN, "``": OPEN, "«": OPEN, "‹": OPEN, "”": CLOSE, "»": CLOSE, "›": CLOSE}
# What may stand before an opening mark that is glued to its word, and after a closing one.
BEFORE, AFTER = frozenset(" \t\n\u00a0\u2009\u202f([{-–—/:'‘"), frozenset(" \t\n\u00a0\u2009\u202f)]}-–—/.,;:!?…'’")
LONGEST = 8  # paragraphs that a quotation may run over without a mark at the beginning of each
# Words that an apostrophe begins: no quotation opens there.
CLIPPED = frozenset("em n til tis twas cause bout round cos nuff".split())
CONTRACTED = re.compile(r"(?:s|in|o|an|th)$")
WORD = re.compile(r"\w+")
AHEAD = 60  # marks looked at to see whether one has its close
SINGLE = re.compile(r"(?<!\w)[‘'](?=[^\W\d])")


@dataclass(frozen=True)
class Quote:
    """The words between quotation marks, by offsets without the marks; ``runs_on`` when the next paragraph goes on with them.

    A ``line`` of a record has none: "Some hon. members: *Shame!*"."""

    start: int
    end: int
    runs_on: bool = False
    line: bool = False

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True)
class Mark:
    """A quotation mark; ``side`` says what its place makes of it, ``form`` what its form does."""

    start: int
    end: int
    side: int
    form: int


def quotes(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Quote, ...]:
    """All quotations, the outermost of nested ones; what lacks its close ends with its paragraph."""
    found: list[Quote] = []
    until = -1  # number of the last paragraph of a quotation that opened in one before it
    for n, (start, end) in enumerate(spans):
        marks = list(_marks(text, start, end))
        carried = n <= until
        double = [*_pairs(text, marks, start, end, carried=carried)]
        if not carried and double and double[-1].runs_on and double[-1].end == end:
            until = _closing(text, spans, n)
        double = [quote for quote in double if re.search(r"\w", text[quote.start : quote.end])]
        found += double
        found += [quote for quote in _singles(text, start, end) if _free(quote, double)]
    return tuple(sorted(found, key=lambda quote: quote.start))


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The double marks of a paragraph; that of an inch is none."""
    for found in MARK.finditer(text, start, end):
        at, to = found.span()
        before = text[at - 1] if at > start else " "
        after = text[to] if to < end else " "
        opens = before in BEFORE and not after.isspace()
        closes = not before.isspace() and after in AFTER
        side = EITHER if opens == closes else OPEN if opens else CLOSE
        yield Mark(at, to, side, FORMS.get(found[0], EITHER))


def _pairs(text: str, marks: list[Mark], start: int, end: int, *, carried: bool) -> Iterator[Quote]:
    """The quotations that the marks of a paragraph make, which may begin inside one (``carried``)."""
    opened = start if carried else None
    depth = 0
    for n, mark in enumerate(marks):
        if opened is None:
            if _opens(mark):
                opened, depth = mark.end, 0
        elif not _nests(mark):
            if depth:
                depth -= 1
                continue
            yield Quote(opened, mark.start)
            opened = None
        elif _breaks(text, marks[n : n + AHEAD]):
            yield Quote(opened, mark.start, runs_on=True)  # its close is missing
            opened, depth = mark.end, 0
        else:
            depth += 1
    if opened is not None and opened < end:
        yield Quote(opened, end, runs_on=True)


def _opens(mark: Mark) -> bool:
    """Whether a mark outside a quotation begins one."""
    return mark.side == OPEN or (mark.side == EITHER and mark.form != CLOSE)


def _nests(mark: Mark) -> bool:
    """Whether a mark inside a quotation begins another."""
    return mark.side == OPEN if mark.form == EITHER else (mark.form == OPEN and mark.side != CLOSE) or mark.side == OPEN


def _breaks(text: str, marks: list[Mark]) -> bool:
    """Whether an opening mark inside a quotation shows that the close of that one is missing: too few follow it."""
    depth = 1
    for mark in marks:
        depth += 1 if _nests(mark) else -1
        if depth == 0:
            return False
    return depth > 1 or text[max(0, marks[0].start - 9) : marks[0].start].rstrip()[-1:] in {".", "!", "?"}


def _closing(text: str, spans: tuple[tuple[int, int], ...], n: int) -> int:
    """The paragraph in which a quotation closes that ran on from one, no paragraph between having a mark; the same if none."""
    for later in range(n + 1, min(n + 1 + LONGEST, len(spans))):
        first = next(_marks(text, *spans[later]), None)
        if first is not None:
            return later if first.side == CLOSE and first.form != OPEN else n
    return n


def _singles(text: str, start: int, end: int) -> Iterator[Quote]:
    """The quotations in single marks, which are no apostrophes."""
    at = start
    while opening := SINGLE.search(text, at, end):
        at = opening.end()
        word = WORD.match(text, at, end)
        if (word and word[0].lower() in CLIPPED) or text[at - 2 : at] == "''":
            continue
        close = _single_close(text, at, end, "[’']" if opening[0] == "‘" else "'")
        if close:
            yield Quote(at, close)
            at = close + 1


def _single_close(text: str, start: int, end: int, mark: str) -> int:
    """Where a single quotation closes, 0 if nowhere: not at the apostrophe of "members'" where a better place follows."""
    closing = re.compile(rf"(?<=[\w.,!?…)]){mark}(?!\w)")
    following = SINGLE.search(text, start, end)
    for_sure = [m.start() for m in closing.finditer(text, start + 2, following.start() if following else end)]
    for n, at in enumerate(for_sure):
        apostrophe = CONTRACTED.search(text[max(start, at - 3) : at].lower()) and re.match(r"\s+[\w(]", text[at + 1 : at + 4])
        if not apostrophe or n + 1 == len(for_sure):
            return at
    return 0


def _free(quote: Quote, taken: list[Quote]) -> bool:
    """Whether a quotation shares nothing with others that stand in order."""
    at = bisect_right(taken, quote.start, key=lambda other: other.start)
    beside = taken[max(0, at - 1) : at + 1]
    return not any(quote.start < other.end and other.start < quote.end for other in beside)
