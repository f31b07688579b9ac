"""The values that all readers share: what is known of an article, what was found in a source, and the one line when it fails."""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, TypedDict

MAX_CHARS = 2_000_000
# A PDF, a Word file, a page or an archive inside an archive: more bytes than this hold no article.
MAX_BYTES = 50_000_000
DATES = "a date such as 2016-05-10, or a date and time with its zone such as 2016-05-10T14:30+12:00, is expected"
LONGEST_SAID = 300  # characters of a title, an outlet or an author

_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Unreadable(Exception):
    """An article that cannot be read: which one, what is wrong with it, and what to do about it.

    Whatever these quote of a source, they are one line each: what is no letter in it is written out.
    """

    def __init__(self, path: str, wrong: str, remedy: str) -> None:
        wrong, remedy = (_ODD.sub(lambda odd: ascii(odd[0])[1:-1], told) for told in (wrong, remedy))
        super().__init__(path, wrong, remedy)
        self.path, self.wrong, self.remedy = path, wrong, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.wrong}; {self.remedy}"


class About(TypedDict, total=False):
    """What is known of an article beside its text, how far reading may go, and what to do with a remark that is no failure."""

    published: str | None
    outlet: str | None
    title: str | None
    author: str | None
    url: str | None
    max_chars: int
    allow_private: bool
    note: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Found:
    """An article as a source holds it, with what the source itself says of it."""

    path: str
    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


Piece = Found | Unreadable


@dataclass(frozen=True, slots=True)
class Way:
    """How a source is read: its limits, who hears remarks, where a file beside it is, whether links may be followed."""

    max_chars: int = MAX_CHARS
    note: Callable[[str], object] = lambda line: None
    beside: Callable[[str], bytes | None] = lambda name: None
    fetch: Callable[[str], Iterator[Piece]] | None = None
    end: float = math.inf  # on the clock of this process: until when links may be followed
    depth: int = 0
    before: int = 0  # rows of a table that stand before what is read of it


def whole(stream: IO[bytes], name: str, limit: int = MAX_BYTES) -> bytes:
    """All that a stream holds, when that is within the limit."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(name, f"more than {limit // 1_000_000} MB", "give the article alone, or its text as a .txt file")
    return data


def is_date(published: str) -> bool:
    """Whether *published* is an ISO date, or an ISO date and time with its zone, that the calendar knows."""
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return _DATE.fullmatch(published) is not None


def said(value: object) -> str | None:
    """What a source says of itself, in one line without control characters; None for nothing."""
    line = " ".join(_CONTROL.sub(" ", value).split()) if isinstance(value, str) else ""
    return line[:LONGEST_SAID].strip() or None


def spelt(name: str) -> str:
    """A file's name, or what is said of it, as text: bytes that are none are written out, so that no two names become one."""
    return name.encode("utf-8", "backslashreplace").decode()


def some(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are."""
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def codec(name: str) -> str | None:
    """The encoding of that name; None where there is none, or one that no text is written in and some take hours to read."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if found in {"punycode", "idna", "undefined"} or "escape" in found else found


def web_address(value: object) -> str | None:
    """An address that may be shown as a link: http or https, nothing else."""
    line = value.strip() if isinstance(value, str) else ""
    return line if re.fullmatch(r"(?i)https?://[^\s<>\"'\x00-\x1f\x7f-\x9f]{3,2000}", line) else None


def slug(text: str, longest: int = 80) -> str:
    """A name that may be a file's: "Uproar in the House!" → "uproar-in-the-house"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:longest].strip("-")


def without_controls(text: str) -> str:
    """A text made by a program, which means nothing by its control characters."""
    return _CONTROL.sub("", text)
