"""A story as a workbook: events, actors, links, order and articles, a sheet each; what an article says is never a formula."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from .. import reviews
from ..reviews import Reviews
from ..types import Story
from .rows import Cell, Sheet, sheets
from .wording import on_one_line

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST, CUT = 32_767, " … [cut; the JSON has it whole]"
WIDE = {"evidence": 60, "why_here": 50, "quote": 40, "title": 40, "who": 26, "to_whom": 26, "name": 26, "from": 26, "to": 26}
# The same story gives the same bytes, so the file was made on no day.
MADE = datetime(2000, 1, 1)


def xlsx(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """The workbook; its properties say who has reviewed it."""
    import xlsxwriter  # when it is wanted: the dashboard's first view does not wait for it

    stream = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, plain) as book:
        standing = reviews.standing(story, reviewed or {})
        book.set_properties({"title": _fit(on_one_line(story.title))[:255], "comments": standing, "created": MADE})
        for sheet in sheets(story, reviewed=reviewed):
            _write(book, sheet)
    return stream.getvalue()


def _write(book: Workbook, sheet: Sheet) -> None:
    made = book.add_worksheet(sheet.name)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(sheet.columns):
        made.write_string(0, column, name, bold)
        made.set_column(column, column, WIDE.get(name, 13))
        for line, row in enumerate(sheet.rows, start=1):
            _cell(made, line, column, row[name])
    made.freeze_panes(1, 0)
    made.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)


def _cell(made: Worksheet, line: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        made.write_string(line, column, _fit(cell))
    else:
        made.write_number(line, column, cell)


def _fit(text: str) -> str:
    """What a cell can hold of a text, saying so where that is not all."""
    return text if len(text.encode("utf-16-le", "replace")) // 2 <= LONGEST else text[: LONGEST // 2] + CUT
