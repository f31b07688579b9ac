"""`python -m extract export`: a story as the files that other people's programs read."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from tqdm import tqdm

from ..exports.formats import FORMATS, Format, NoBrowser
from ..exports.zipped import stems
from ..reviews import Reviews
from ..types import Story
from .given import from_file
from .streams import Misuse, out, remark, write_file

Told = tuple[Story, Reviews]


def export(options: Namespace) -> int:
    """0: all written; 1: some could not be; 2: none."""
    formats = _formats(options.formats)
    told = _stories(options)
    folder = _folder(Path(options.out))
    names = stems(story.id for story, _ in told)
    asked = [(one, format, folder / f"{names[one[0].id]}.{format.suffix}") for one in told for format in formats]
    written = 0
    for one, format, path in tqdm(asked, delay=1, disable=None, leave=False, unit="file", file=sys.stderr):
        written += _written(one, format, path, source=Path(options.story), quotes_only=options.quotes_only)
    return 2 if not written else 1 if written < len(asked) else 0


def _formats(names: Iterable[str]) -> Sequence[Format]:
    """The formats of these names, each once. Raises Misuse with the list of all."""
    asked = tuple(dict.fromkeys(names))
    if unknown := [name for name in asked if name not in FORMATS]:
        raise Misuse(f"{', '.join(map(repr, unknown))}: no such format; there are {', '.join(FORMATS)}")
    return [FORMATS[name] for name in asked]


def _stories(options: Namespace) -> Sequence[Told]:
    """The stories of a file, or the one of that id in the store, with who vouches for what."""
    path = Path(options.story)
    if not options.story.isprintable():
        raise Misuse(f"{options.story!r}: neither a file nor the id of a story; `store list` shows those there are")
    if options.store is None and (os.path.exists(path) or path.suffix == ".json" or path.parent != Path()):
        return [(story, {}) for story in from_file(path)]
    from ..store import Store, Unusable

    try:
        store = Store.open(options.store)
        try:
            made = store.corrected(options.story)
        finally:
            store.close()
    except Unusable as error:
        raise Misuse(f"{error}; or give a file that `run --json FILE` wrote") from None
    return [(made.story, made.reviews)]


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misuse(f"{folder}: cannot be made a folder ({error.strerror}); give another place") from None
    return folder


def _written(told: Told, format: Format, path: Path, *, source: Path, quotes_only: bool) -> bool:
    """Writes one file and says so; False, with the reason, where it cannot be made."""
    story, reviewed = told
    if path.resolve() == source.resolve():
        remark(f"{path}: not written, since it is the file that is read; give another folder (--out DIR)")
        return False
    try:
        data = format.make(story, quotes_only=quotes_only, reviewed=reviewed)
    except NoBrowser as error:
        remark(f"{path}: not written, since {error}")
        return False
    was = path.exists()
    write_file(path, data)
    if was:
        remark(f"note: {path}: was there before, and is replaced")
    if said := format.remark(story):
        remark(f"note: {path}: {said}")
    out(f"{path}: {_size(len(data))}")
    return True


def _size(count: int) -> str:
    return f"{count} bytes" if count < 1000 else f"{count / 1000:.0f} kB"
