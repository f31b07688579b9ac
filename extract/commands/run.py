"""`python -m extract run`: articles in; the ordered events as a table, and the stories as JSON and HTML, out."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..exports import contract
from ..types import Story
from .intake import check, taken_in
from .streams import Misuse, out, remark, write_file, write_json
from .table import table, width


def run(options: Namespace) -> int:
    """0: all read; 1: some skipped; 2: nothing read."""
    _check(options)
    skipped: list[str] = []
    alone = tuple(taken_in(options, skipped))
    if not alone:
        return 2
    if options.each:
        _write_each(alone, Path(options.each))
    _show(_merged(alone), options)
    return 1 if skipped else 0


def _check(options: Namespace) -> None:
    """What can be known to be wrong before any article is read."""
    check(options)
    if options.html == "-":
        raise Misuse("--html wants the name of a file, such as story.html; only --json writes to standard output")
    for name in filter(None, (options.json, options.html)):
        if name != "-" and not Path(name).parent.is_dir():
            raise Misuse(f"{name}: no such folder as {Path(name).parent}; make it first, or give another place")


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
        write_json(contract.dumps(stories, text=options.text), options.json)
    if options.json != "-":
        out("\n\n".join(table(story, width=width()) for story in stories))


def _write_pages(stories: Sequence[Story], file: Path) -> None:
    """The first story as *file*, the second as file-2, and so on."""
    from ..exports.page import page

    for turn, story in enumerate(stories, start=1):
        name = file if turn == 1 else file.with_name(f"{file.stem}-{turn}{file.suffix}")
        write_file(name, page(story))
        if turn > 1:
            remark(f"note: {name}: another story, on a page of its own")
