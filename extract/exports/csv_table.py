"""The events as CSV for a spreadsheet program, in which nothing that an article says is ever a formula.

UTF-8 with a byte-order mark, without which spreadsheet programs guess another encoding; every cell quoted, as in RFC 4180.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from ..reviews import Reviews
from ..types import Story
from .rows import Cell, Sheet, events

# At the head of a cell, and behind what a program of another country takes for the end of one. The wide forms count, too.
FORMULA = re.compile(r"(^|;)( *)(?=[=+\-@＝＋－＠\t\r])")


def csv_table(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """One row an event."""
    return written([events(story, reviewed=reviewed)])


def written(sheets: Iterable[Sheet]) -> bytes:
    """Tables of the same columns, one below the other, as one CSV."""
    stream = io.StringIO()
    for turn, sheet in enumerate(sheets):
        writer = csv.DictWriter(stream, sheet.columns, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        if not turn:
            writer.writeheader()
        writer.writerows({name: defused(cell) for name, cell in row.items()} for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig", "replace")


def defused(cell: Cell) -> Cell:
    """The cell with an apostrophe before whatever could begin a formula: "'=1+1"."""
    return FORMULA.sub(r"\1\2'", cell) if isinstance(cell, str) else cell
