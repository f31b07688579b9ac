"""The one place that writes to the terminal: results to standard output, remarks to standard error.

What comes out of an article may hold control characters that move a cursor or recolour a screen: they are taken out here.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tqdm import tqdm

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Misuse(Exception):
    """The command cannot be carried out as asked; its text is the one line that says why and what would do."""


def out(text: str) -> None:
    """A result."""
    sys.stdout.write(plain(text) + "\n")


def remark(line: str) -> None:
    """One line for the person at the terminal, above a progress bar if there is one."""
    tqdm.write(" ".join(plain(line).split()), file=sys.stderr)


def plain(text: str) -> str:
    """The text without control characters, save tabs and line breaks."""
    return _CONTROL.sub("", text)


def write_file(path: Path, text: str | bytes) -> None:
    """*text* as the whole of the file, or the file as it was: never half of it."""
    data = text.encode() if isinstance(text, str) else text
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise Misuse(f"{path}: cannot be written ({(error.strerror or str(error)).lower()}); give another place") from None


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_json(text: str, place: str) -> None:
    """Writes JSON into a file; to standard output, and nothing else, for "-"."""
    if place == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
    else:
        write_file(Path(place), text)
