"""A store with the seed story in it, read once for all tests, and the dashboard standing on a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from extract import extract
from extract.reading import from_text
from extract.store import Store
from extract.types import Story

ROOT = Path(__file__).parent.parent


@cache
def seeds() -> tuple[Story, ...]:
    """The machine's story of each seed article."""
    files = sorted((ROOT / "seeds").glob("*.txt"))
    return tuple(extract(replace(from_text(file.read_text("utf-8")), id=file.stem)) for file in files)


@cache
def _filled() -> Path:
    """A store's file with the seed story; stores are copied from it."""
    file = Path(mkdtemp(prefix="order-paper-")) / "seeds.sqlite"
    with opened(f"sqlite:///{file}") as store:
        list(store.add(seeds()))
    return file


def seeded(folder: Path, *more: Story) -> str:
    """The address of a new store with the seed story, and with *more* stories."""
    file = folder / "store.sqlite"
    shutil.copy(_filled(), file)
    return added(f"sqlite:///{file}", more)


def added(address: str, stories: Iterable[Story]) -> str:
    with opened(address) as store:
        list(store.add(stories))
    return address


@contextmanager
def opened(address: str) -> Iterator[Store]:
    store = Store.open(address)
    try:
        yield store
    finally:
        store.close()
