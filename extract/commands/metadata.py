"""What a table knows of the files: a CSV with the column `file` and any of `published`, `outlet`, `title`, `author`, `url`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from ..reading import DATES, Unreadable, is_date
from ..types import Article
from .streams import Misuse, remark

Column = Literal["published", "outlet", "title", "author", "url"]
COLUMNS: tuple[Column, ...] = get_args(Column)
Row = Mapping[Column, str]


def load(path: Path) -> dict[str, Row]:
    """The rows by file name; an empty cell says nothing."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            _check(path, reader.fieldnames or ())
            rows = {row["file"].strip(): _said(row) for row in reader if row["file"]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Misuse(f"{path}: cannot be read as a table ({error}); give a CSV file in UTF-8") from None
    return rows


def of(path: str, rows: Mapping[str, Row]) -> Row:
    """The row of an article: named by its path as it was given, or by the bare name of its file."""
    return rows.get(path) or rows.get(Path(path).name) or {}


def told(article: Article, rows: Mapping[str, Row]) -> Article:
    """The article with what its row says, which goes before all else. Raises `Unreadable` where the row's day is none."""
    row = of(article.path or "", rows)
    if (published := row.get("published")) and not is_date(published):
        raise Unreadable(article.path or "", f"published {published!r} is no date", DATES)
    return replace(article, **row)  # type: ignore[arg-type]


def remark_on_strangers(rows: Mapping[str, Row], paths: Iterable[str]) -> None:
    """A note on the rows that name none of the files that were met."""
    known = {name for path in paths for name in (path, Path(path).name)}
    if strangers := [name for name in rows if name not in known]:
        more = f" and {len(strangers) - 3} more" if len(strangers) > 3 else ""
        remark(f"note: --metadata has rows for files that were not given: {', '.join(strangers[:3])}{more}")


def _check(path: Path, found: Iterable[str]) -> None:
    names = list(found)
    if "file" not in names:
        raise Misuse(f"{path}: no column 'file' but {', '.join(names) or 'nothing'}; its columns are file, {', '.join(COLUMNS)}")
    if unknown := [name for name in names if name not in ("file", *COLUMNS)]:
        remark(f"note: {path}: the columns {', '.join(unknown)} are not used; its columns are file, {', '.join(COLUMNS)}")


def _said(row: Mapping[str, str | None]) -> Row:
    return {name: cell.strip() for name in COLUMNS if (cell := row.get(name)) and cell.strip()}
