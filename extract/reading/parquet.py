"""Parquet → a line of JSON for each row, of the columns that we read, a few rows in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from typing import Any

import orjson
import pyarrow.parquet as pq

from . import tables
from .about import Unreadable, some

FEW = 16  # rows that are read at once


@contextmanager
def opened(path: str, wanted: Set[str]) -> Iterator[tuple[Iterator[bytes], int]]:
    """The rows of a file as lines, and how many it says that it has. Raises Unreadable."""
    with pq.ParquetFile(path) as file:
        names = {name.lower(): name for name in file.schema_arrow.names}
        columns = [name for lower, name in names.items() if lower in wanted]
        if not {*names} & {*tables.TEXT}:
            raise Unreadable(path, f"no column with the text but {some(sorted(names))}", tables.NAMES)
        if file.metadata.num_rows <= 0:
            raise Unreadable(path, "empty", "give a table with an article a row")
        batches = (batch.to_pylist() for batch in file.iter_batches(batch_size=FEW, columns=columns))
        lines = (orjson.dumps(_plain(row), default=_text) + b"\n" for batch in batches for row in batch)
        yield lines, file.metadata.num_rows


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name.lower(): value for name, value in row.items()}


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
