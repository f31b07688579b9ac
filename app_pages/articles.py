"""The process that reads articles, and the seed story that an empty store begins with."""

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import streamlit as st

from extract import worker
from extract.types import Article, Story
from extract.worker import Found, Outcome, Source

SEEDS = Path(__file__).parent.parent / "seeds"
PATIENCE = 180


@st.cache_resource(show_spinner=False)
def process() -> ProcessPoolExecutor:
    return worker.started()


@st.cache_resource(show_spinner=False)
def seeds() -> "Future[Outcome]":
    """What the seed articles tell, read anew."""
    return worker.submit(process(), worker.files(sorted(SEEDS.glob("*.txt"))))


def seeded() -> Outcome:
    """The seed articles' stories, when the process has read them; a process that died or hangs costs one line."""
    try:
        return _in_time(seeds())
    except Stopped as stopped:
        seeds.clear()
        return Outcome(problems=(str(stopped),))


def found(sources: tuple[Source, ...]) -> Found:
    """The articles in the sources. Raises Stopped."""
    return _asked(worker.articles, sources)


def told(articles: Iterable[Article]) -> Iterator[Story | str]:
    """The story of each article as it is read, or a line for each that cannot be."""
    for article in articles:
        try:
            yield _asked(worker.extracted, article)
        except Stopped as stopped:
            yield f"{article.path or worker.PASTED}: {stopped}"


class Stopped(Exception):
    """The process ended or hung: what happened, and what to do."""


def _asked(what: Callable[..., Any], about: object) -> Any:
    try:
        return _in_time(process().submit(what, about))
    except BrokenProcessPool:  # it had died before it was asked
        process.clear()
        return _in_time(process().submit(what, about))


def _in_time(future: "Future[Any]") -> Any:
    try:
        return future.result(timeout=PATIENCE)
    except BrokenProcessPool:
        wrong = "the reading stopped"
    except TimeoutError:
        wrong = f"the reading took longer than {PATIENCE} seconds"
    process.clear()
    raise Stopped(f"{wrong}; try again, with fewer or shorter articles")


def plain(text: str) -> str:
    """The text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])", r"\\\1", text)
