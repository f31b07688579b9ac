"""`python -m extract run`: articles in; the ordered events as a table, and the stories as JSON and HTML, out."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from .. import roster
from ..exports import contract
from ..reading import DATES, Unreadable, is_date, read
from ..types import Article, Story
from . import metadata
from .codebook import checked
from .parsing import loaded
from .streams import Misuse, out, remark, write_file
from .table import table

# Below this a column holds no whole word; a narrower terminal wraps the lines itself.
NARROWEST = 60


def run(options: Namespace) -> int:
    """0: all read; 1: some skipped; 2: nothing read."""
    _check(options)
    paths = _once(options.paths)
    rows = metadata.load(Path(options.metadata)) if options.metadata else {}
    metadata.remark_on_strangers(rows, paths)
    extracted = partial(_extracted, **_means(options))
    alone = tuple(_stories(paths, rows, options, extracted))
    if not alone:
        return 2
    if options.each:
        _write_each(alone, Path(options.each))
    _show(_merged(alone), options)
    return 1 if len(alone) < len(paths) else 0


def _check(options: Namespace) -> None:
    """What can be known to be wrong before any article is read."""
    if options.published and not is_date(options.published):
        raise Misuse(f"--published {options.published!r} is no date; {DATES}")
    if options.html == "-":
        raise Misuse("--html wants the name of a file, such as story.html; only --json writes to standard output")
    for name in filter(None, (options.json, options.html)):
        if name != "-" and not Path(name).parent.is_dir():
            raise Misuse(f"{name}: no such folder as {Path(name).parent}; make it first, or give another place")


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
    kept: dict[Path, str] = {}
    for path in paths:
        place = Path(path).resolve() if "\0" not in path else Path(path)
        if place in kept:
            remark(f"note: {path}: given twice, read once")
        kept.setdefault(place, path)
    return list(kept.values())


def _stories(
    paths: Sequence[str],
    rows: Mapping[str, metadata.Row],
    options: Namespace,
    extracted: Callable[[Article, str], Story | None],
) -> Iterator[Story]:
    """One story for each article that can be read; a line for each that cannot."""
    taken: set[str] = set()
    bar = tqdm(paths, delay=1, disable=None, leave=False, unit="article", file=sys.stderr)
    for path in bar:
        try:
            article = _article(path, metadata.of(path, rows), options)
        except Unreadable as error:
            remark(str(error))
            continue
        article = replace(article, id=_free(article.id, taken))
        if (story := extracted(article, path)) is not None:
            yield story


def _article(path: str, row: metadata.Row, options: Namespace) -> Article:
    return read(
        path,
        published=row.get("published", options.published),
        outlet=row.get("outlet", options.outlet),
        title=row.get("title"),
        url=row.get("url"),
        max_chars=options.max_chars,
        note=lambda line: remark(f"note: {line}"),
    )


def _extracted(article: Article, path: str, **means: Any) -> Story | None:
    from .. import extract

    try:
        return extract(article, **means)
    except Exception as error:
        # A fault of ours in one article must not cost the reader the other nine hundred.
        remark(f"{path}: the extraction failed ({type(error).__name__}: {error}); please report it, with the article")
        return None


def _merged(alone: Sequence[Story]) -> tuple[Story, ...]:
    from .. import merge

    return merge(alone)


def _free(name: str, taken: set[str]) -> str:
    """*name*, or name-2, name-3 ... when an article of this run has it already."""
    tries = (name if turn == 1 else f"{name}-{turn}" for turn in range(1, len(taken) + 2))
    free = next(one for one in tries if one.casefold() not in taken)
    taken.add(free.casefold())
    return free


def _write_each(stories: Iterable[Story], folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misuse(f"{folder}: cannot be made a folder ({error.strerror}); give another place") from None
    for story in stories:
        write_file(folder / f"{story.articles[0].id}.json", contract.dumps([story]))


def _show(stories: Sequence[Story], options: Namespace) -> None:
    if options.html:
        _write_pages(stories, Path(options.html))
    if options.json:
        _write_json(contract.dumps(stories, text=options.text), options.json)
    if options.json != "-":
        width = max(NARROWEST, shutil.get_terminal_size().columns)
        out("\n\n".join(table(story, width=width) for story in stories))


def _write_json(text: str, place: str) -> None:
    if place == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    else:
        write_file(Path(place), text)


def _write_pages(stories: Sequence[Story], file: Path) -> None:
    """The first story as *file*, the second as file-2, and so on."""
    from ..exports.page import page

    for turn, story in enumerate(stories, start=1):
        name = file if turn == 1 else file.with_name(f"{file.stem}-{turn}{file.suffix}")
        write_file(name, page(story))
        if turn > 1:
            remark(f"note: {name}: another story, on a page of its own")
