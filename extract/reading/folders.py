"""Folders → the files in them that may hold articles, and what else lies there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .sidecar import SUFFIX

HIDDEN = (".", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder, in order of their names, and what was left out."""

    files: tuple[Path, ...] = ()
    left: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def listed(folder: Path, *, reads: Callable[[str], bool]) -> Listing:
    """What lies in a folder and in those below; links to folders are not followed, so none leads in a circle."""
    files: list[Path] = []
    left: list[str] = []
    links: list[str] = []
    for here, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith(HIDDEN))
        links += [str(Path(here, name)) for name in below if Path(here, name).is_symlink()]
        for name in sorted(name for name in names if not name.startswith(HIDDEN) and not name.endswith(SUFFIX)):
            file = Path(here, name)
            if reads(name) and file.is_file():
                files.append(file)
            else:
                left.append(str(file))
    return Listing(tuple(files), tuple(left), tuple(links))
