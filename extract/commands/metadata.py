"""What a table knows of the files: a CSV with the column `file` and any of `published`, `outlet`, `title`, `url`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, get_args

from .streams import Misuse, remark

Column = Literal["published", "outlet", "title", "url"]
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
    """The row of a file: named as it was given, or by its bare name."""
    return rows.get(path) or rows.get(Path(path).name) or {}


def remark_on_strangers(rows: Mapping[str, Row], paths: Iterable[str]) -> None:
    """A note on the rows that name no given file."""
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
