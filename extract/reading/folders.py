"""Folders → the files in them that may hold articles, and what else lies there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .about import Unreadable, some
from .sidecar import SUFFIX

HIDDEN = (".", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder, in order of their names, what was left out, and the folders that could not be opened."""

    files: tuple[Path, ...] = ()
    left: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    shut: tuple[OSError, ...] = ()

    def remarks(self, folder: str) -> Iterator[str]:
        """A line for what was left out, and one for links."""
        if self.left:
            yield f"{folder}: left out as no articles: {some(self.left)}"
        if self.links:
            yield f"{folder}: links to folders, not followed: {some(self.links)}"

    def unreadable(self, folder: str) -> Iterator[Unreadable]:
        """Each folder that could not be opened; the whole, where nothing in it is an article."""
        for error in self.shut:
            wrong = f"cannot be opened ({(error.strerror or str(error)).lower()})"
            yield Unreadable(str(error.filename or folder), wrong, "check the folder and its permissions")
        if not self.files and not self.shut:
            yield Unreadable(folder, "a folder without articles", "give one that holds text files, pages or tables")


def listed(folder: Path, *, reads: Callable[[str], bool]) -> Listing:
    """What lies in a folder and in those below; links to folders are not followed, so none leads in a circle."""
    files: list[Path] = []
    left: list[str] = []
    links: list[str] = []
    shut: list[OSError] = []
    for here, below, names in os.walk(folder, onerror=shut.append):
        below[:] = sorted(name for name in below if not name.startswith(HIDDEN))
        links += [str(Path(here, name)) for name in below if Path(here, name).is_symlink()]
        for name in sorted(name for name in names if not name.startswith(HIDDEN) and not name.endswith(SUFFIX)):
            file = Path(here, name)
            if reads(name) and file.is_file():
                files.append(file)
            else:
                left.append(str(file))
    return Listing(tuple(files), tuple(left), tuple(links), tuple(shut))


def stamp(file: str) -> tuple[int, int, int]:
    """What changes when a file is written, or when its permissions are; nothing of one that is not there."""
    try:
        stat = Path(file).stat()
    except OSError:
        return 0, 0, 0
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
