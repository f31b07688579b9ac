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
from ..reading import DATES, About, Unreadable, free, holds_one, is_address, is_date, once, read_all
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
    extracted: Callable[..., Story | None] = partial(_extracted, **_means(options))
    skipped: list[str] = []
    articles = once(_articles(paths, rows, options, skipped), _note)
    alone = tuple(story for article in articles if (story := extracted(article, skipped=skipped)) is not None)
    if not alone:
        return 2
    if options.each:
        _write_each(alone, Path(options.each))
    _show(_merged(alone), options)
    return 1 if skipped else 0


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


def _extracted(article: Article, *, skipped: list[str], **means: Any) -> Story | None:
    from .. import extract

    try:
        return extract(article, **means)
    except Exception as error:
        # A fault of ours in one article must not cost the reader the other nine hundred.
        remark(f"{article.path}: the extraction failed ({type(error).__name__}: {error}); please report it, with the article")
        skipped.append(article.path or article.id)
        return None


def _merged(alone: Sequence[Story]) -> tuple[Story, ...]:
    from .. import merge

    return merge(alone)


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
