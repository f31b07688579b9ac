"""What is finished and what came of it: a small file for each part, written last, so that a part is there whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

TABLES = ("events", "articles")
DONE, STORIES = "done", "stories"


@dataclass(frozen=True, slots=True)
class Record:
    """What came of a part: how many articles for each outcome, events by type, a line for each that was skipped, and remarks."""

    part: str
    outcomes: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    skipped: tuple[tuple[str, str], ...] = ()  # what, and why
    notes: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def articles(self) -> int:
        return sum(self.outcomes.values())


def write(out: Path, record: Record) -> None:
    """From here on the part is done."""
    whole(out / DONE / f"{record.part}.json", orjson.dumps(asdict(record), option=orjson.OPT_INDENT_2))


def find(out: Path, part: str) -> Record | None:
    """The record of a part that is done."""
    try:
        told = orjson.loads((out / DONE / f"{part}.json").read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return None
    if not all((out / table / f"{part}.parquet").is_file() for table in TABLES):
        return None  # somebody took the results away
    rows = {**told, "skipped": tuple((what, why) for what, why in told["skipped"]), "notes": tuple(told["notes"])}
    return Record(**rows)


def every(out: Path, parts: Iterable[str]) -> Iterator[Record]:
    """The records of parts, one at a time."""
    return (record for part in parts if (record := find(out, part)) is not None)


def leftover(out: Path, parts: set[str]) -> list[Path]:
    """What lies in the tables of a run and is of none of these parts: of rows or rules that are no more, or half written."""
    folders = (out / name for name in (DONE, *TABLES, STORIES))
    files = (file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir()))
    return [file for file in files if file.name.split(".")[0] not in parts]


def table(out: Path, name: str, part: str, rows: pa.Table) -> None:
    """Writes the rows of a part."""
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink, compression="zstd")
    whole(out / name / f"{part}.parquet", sink.getvalue().to_pybytes())


def whole(path: Path, data: bytes) -> None:
    """A file that is there whole, or as it was; two who write the same do not meet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with made.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
