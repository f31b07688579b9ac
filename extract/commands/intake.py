"""Articles come in, are read and extracted: each that can be is a story, and a line is said of each that cannot."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from time import monotonic
from typing import Any

from tqdm import tqdm

from .. import roster
from ..logs import LOG, name
from ..reading import DATES, About, Unreadable, free, holds_one, is_address, is_date, once, read_all
from ..types import Article, Story
from . import metadata
from .codebook import checked
from .parsing import loaded
from .streams import Misuse, remark

Extracts = Callable[[Article], Story]


def check(options: Namespace) -> None:
    """What can be known to be wrong before any article is read. Raises Misuse."""
    if options.published and not is_date(options.published):
        raise Misuse(f"--published {options.published!r} is no date; {DATES}")


def taken_in(options: Namespace, skipped: list[str]) -> Iterator[Story]:
    """The story of each article, as they come; what is skipped is said, and put into *skipped*."""
    check(options)
    paths = _once(options.paths)
    rows = metadata.load(Path(options.metadata)) if options.metadata else {}
    read = extracts(options)
    for article in once(_articles(paths, rows, options, skipped), _note):
        if (story := extracted(read, article, skipped)) is not None:
            yield story


def extracts(options: Namespace) -> Extracts:
    """What makes a story of an article, by the roster, the rules and the pipeline that were asked for. Raises Misuse."""
    from .. import extract

    return partial(extract, **_means(options))


def _means(options: Namespace) -> dict[str, Any]:
    """The roster and the pipeline that were asked for: read once, before any article; each name read so is said once."""
    given: dict[str, Any] = {}
    if options.pipeline:
        given["nlp"] = loaded(options.pipeline)
    if options.codebook:
        given["codebook"] = checked(options.codebook)
    if options.roster:
        try:
            given["roster"] = roster.read(options.roster)
        except roster.Unusable as error:
            raise Misuse(f"--roster {error}") from None
        given["note"] = cache(remark)
    return given


def _once(paths: Sequence[str]) -> list[str]:
    """The paths without those that lead to a file already given."""
    kept: dict[Path | str, str] = {}
    for path in paths:
        place = path if is_address(path) or "\0" in path else Path(path).resolve()
        if place in kept:
            remark(f"note: {path}: given twice, read once")
        kept.setdefault(place, path)
    return list(kept.values())


def _articles(
    paths: Sequence[str], rows: Mapping[str, metadata.Row], options: Namespace, skipped: list[str]
) -> Iterator[Article]:
    """Each article that can be read, under an id of its own; a line for each that cannot."""
    taken: set[str] = set()
    met: list[str] = list(paths)
    made = (one for path in paths for one in read_all(path, **_about(options)) if not _is_table_of(one, options.metadata))
    known = len(paths) if all(holds_one(path) and not is_address(path) for path in paths) else None
    for one in tqdm(made, total=known, delay=1, disable=None, leave=False, unit="article", file=sys.stderr):
        met.append(one.path or "")
        try:
            if isinstance(one, Unreadable):
                raise one
            article = metadata.told(one, rows)
        except Unreadable as error:
            skipped.append(error.path)
            remark(str(error))
            LOG.warning("skipped %s", name(error.path))
        else:
            yield replace(article, id=free(article.id, taken))
    metadata.remark_on_strangers(rows, met)


def _is_table_of(one: Article | Unreadable, metadata: str | None) -> bool:
    """Whether what holds no article, met in a folder, is the table that tells of those that do."""
    return isinstance(one, Unreadable) and metadata is not None and Path(one.path).resolve() == Path(metadata).resolve()


def _about(options: Namespace) -> About:
    return About(
        published=options.published,
        outlet=options.outlet,
        max_chars=options.max_chars,
        allow_private=options.allow_private,
        note=_note,
    )


def _note(line: str) -> None:
    remark(f"note: {line}")


def extracted(read: Extracts, article: Article, skipped: list[str]) -> Story | None:
    """The story of an article; None where a fault of ours is in the way: it must not cost the reader the other nine hundred."""
    begun = monotonic()
    try:
        story = read(article)
        took = monotonic() - begun
        LOG.info("extracted %s: %d characters, %d events, %.1f s", name(article.path), len(article.text), len(story.events), took)
        return story
    except Unreadable as error:
        remark(str(error))
        skipped.append(error.path)
        LOG.warning("given up %s after %.1f s", name(article.path), monotonic() - begun)
        return None
    except Exception as error:
        LOG.error("failed %s: %s", name(article.path), type(error).__name__)
        remark(f"{article.path}: the extraction failed ({type(error).__name__}: {error}); please report it, with the article")
        skipped.append(article.path or article.id)
        return None
