"""Extraction in a process of its own, so that the process which draws stays light and never waits for a model to load.

What crosses the border is frozen values: sources go over, an outcome comes back.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import TYPE_CHECKING

from . import logs
from .logs import LOG
from .logs import name as plain
from .types import Article, Story

if TYPE_CHECKING:
    from .reading import Unreadable

PASTED = "pasted text"
_AHEAD: list[ProcessPoolExecutor] = []


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be read: a file's bytes, a pasted text, or an address by its name alone; and what is known of it."""

    name: str
    data: bytes | None = None
    text: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The articles in sources, one line for each that could not be read, and remarks that are no failure."""

    articles: tuple[Article, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The story of each article that was read, a line for each that was not, and remarks that are no failure."""

    stories: tuple[Story, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def start() -> ProcessPoolExecutor:
    """One process with the pipeline loaded, or loading."""
    pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"), initializer=_prepare, initargs=(logs.level(),))
    with _nothing_as_main():
        pool.submit(_ready)
    return pool


def ahead() -> None:
    """Starts the process before anybody asks for it; the first `started` gets it."""
    _AHEAD.append(start())


def started() -> ProcessPoolExecutor:
    """The process that was started ahead, or a new one."""
    return _AHEAD.pop() if _AHEAD else start()


def submit(pool: ProcessPoolExecutor, sources: tuple[Source, ...]) -> Future[Outcome]:
    """The stories of the sources, when the process has read them."""
    return pool.submit(told, sources)


def told(sources: tuple[Source, ...]) -> Outcome:
    """What the articles of the sources tell, each for itself; a bad one costs a line and stops no other."""
    found = articles(sources)
    made = [extracted(article) for article in found.articles]
    stories = tuple(one for one in made if not isinstance(one, str))
    return Outcome(stories, (*found.problems, *(one for one in made if isinstance(one, str))), found.notes)


def articles(sources: tuple[Source, ...]) -> Found:
    """The articles in the sources, each once."""
    from .reading import once

    problems: list[str] = []
    notes: list[str] = []
    read = tuple(once(_articles(sources, problems, notes), notes.append))
    return Found(read, tuple(problems), tuple(notes))


def extracted(article: Article) -> Story | str:
    """The story of an article, or the line that says what was in the way."""
    from . import extract
    from .reading import Unreadable

    begun, name = monotonic(), article.path or PASTED
    try:
        story = extract(article)
        LOG.info("extracted %s: %d characters, %.1f s", plain(name), len(article.text), monotonic() - begun)
        return story
    except Unreadable as error:
        LOG.warning("given up %s after %.1f s", plain(name), monotonic() - begun)
        return str(error)
    except Exception as error:  # whatever is wrong with one article, the others go on
        return _line(name, error)


def files(paths: list[Path]) -> tuple[Source, ...]:
    """The sources in files, as when they are uploaded."""
    return tuple(Source(path.name, path.read_bytes()) for path in paths)


def _articles(sources: tuple[Source, ...], problems: list[str], notes: list[str]) -> Iterator[Article]:
    """The articles of the sources, each under an id of its own; what stands in an upload is never fetched from the net."""
    from .reading import Unreadable, free

    taken: set[str] = set()
    for source in sources:
        try:
            for one in _read(source, notes):
                if isinstance(one, Unreadable):
                    LOG.warning("skipped %s", plain(one.path))
                    problems.append(str(one))
                else:
                    yield replace(one, id=free(one.id, taken))
        except Exception as error:
            problems.append(_line(source.name, error))


def _read(source: Source, notes: list[str]) -> Iterator[Article | Unreadable]:
    from .reading import About, Unreadable, all_from_bytes, from_text, is_address, read_all

    about = About(published=source.published, outlet=source.outlet, note=notes.append)
    if source.data is None and source.text is None:
        if is_address(source.name):
            yield from read_all(source.name, **about)
        else:  # never a file of this machine
            yield Unreadable(source.name, "no address", "give one that begins with http:// or https://")
        return
    if source.data is not None:
        yield from all_from_bytes(source.data, name=source.name, **about)
        return
    try:
        yield from_text(source.text or "", **about)
    except Unreadable as error:
        yield error


def _line(name: str, error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]  # and no more: what an error says may be words of the article
    LOG.error("%s could not be read: %s at %s:%s", plain(name), type(error).__name__, Path(place.filename).name, place.lineno)
    return f"{name}: could not be read ({type(error).__name__}); please report it with the text"


def _prepare(level: str | None = None) -> None:
    """Load the pipeline, say what is done where the parent does, and end when the parent ends, however it ends."""
    logs.begin(level)
    parent = parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    from .language import load

    load()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)


def _ready() -> bool:
    return True


@contextmanager
def _nothing_as_main() -> Iterator[None]:
    """A spawned process runs its parent's main module again: here that is a dashboard, which must not run twice."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
