"""Files, uploads and pasted text become `Article`s here, or one line that says what is wrong with them and what to do.

Whatever comes in is hostile until decoded: nothing downstream sees bytes, carriage returns or a text that is not English.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

from .english import is_english
from .types import Article

MAX_CHARS = 2_000_000
# Kinds of file that people will try and that are not plain text.
OTHER_KINDS = frozenset(".csv .doc .docx .epub .htm .html .json .jsonl .odt .pdf .rtf .tsv .xhtml .xls .xlsx .xml".split())
DATES = "a date such as 2016-05-10, or a date and time with its zone such as 2016-05-10T14:30+12:00, is expected"

_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A stray control character is an accident of some archive; one in two hundred is no text.
CONTROL_SHARE = 1 / 200


class Unreadable(Exception):
    """An article that cannot be read: which one, what is wrong with it, and what to do about it."""

    def __init__(self, path: str, wrong: str, remedy: str) -> None:
        super().__init__(path, wrong, remedy)
        self.path, self.wrong, self.remedy = path, wrong, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.wrong}; {self.remedy}"


class About(TypedDict, total=False):
    """What is known of an article beside its text, and what to do with a remark that is no failure."""

    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    max_chars: int
    note: Callable[[str], object]


def read(source: str | Path, **about: Unpack[About]) -> Article:
    """The article in a text file. Raises `Unreadable`; ``note`` is called with each remark that is no failure."""
    path = str(source)
    if re.match(r"(?i)https?://", path):
        raise Unreadable(path, "an address, and only files are read", "save the article's text as a .txt file")
    file, limit = Path(source), about.get("max_chars", MAX_CHARS)
    if file.is_dir():
        raise Unreadable(path, "a folder", f"name the files in it, such as {file / '*.txt'}")
    try:
        with file.open("rb") as stream:
            data = stream.read(_most_bytes(limit) + 1)
    except FileNotFoundError:
        raise Unreadable(path, "no such file", "check the name") from None
    except (OSError, ValueError) as error:
        raise Unreadable(path, f"cannot be opened ({_reason(error)})", "check the file and its permissions") from None
    return from_bytes(data, name=path, **about)


def from_bytes(data: bytes, *, name: str, **about: Unpack[About]) -> Article:
    """The article in the bytes of a file called *name*, as when it is uploaded."""
    if Path(name).suffix.lower() in OTHER_KINDS:
        raise Unreadable(name, f"a {Path(name).suffix.lower()} file", "save the article's text as a .txt file")
    limit = about.get("max_chars", MAX_CHARS)
    if len(data) > _most_bytes(limit):
        raise _too_long(name, f"more than {limit:,} characters", limit)
    text, remark = _decoded(data)
    article = _article(text, Path(name).stem, name, about)
    if remark and (note := about.get("note")):
        note(f"{name}: {remark}")
    return article


def from_text(text: str, **about: Unpack[About]) -> Article:
    """The article in a pasted text; its id, made of its first words and a hash, is the same for the same text."""
    text = text.removeprefix("\ufeff").encode("utf-8", "replace").decode("utf-8")
    words = re.findall(r"[a-z0-9]+", text.lower())[:5]
    return _article(text, "-".join([*words, _digest(_lines(text))[:8]]), None, about)


def is_date(published: str) -> bool:
    """Whether *published* is an ISO date, or an ISO date and time with its zone, that the calendar knows."""
    try:
        datetime.fromisoformat(published)
    except ValueError:
        return False
    return _DATE.fullmatch(published) is not None


def _article(text: str, id: str, path: str | None, about: About) -> Article:
    text = _lines(text)
    name = path or "pasted text"
    _check(text, name, about.get("max_chars", MAX_CHARS))
    published = about.get("published") or None
    if published and not is_date(published):
        raise Unreadable(name, f"published {published!r} is no date", DATES)
    return Article(
        id=id,
        text=text,
        title=about.get("title"),
        outlet=about.get("outlet"),
        published=published,
        url=about.get("url"),
        path=path,
        sha256=_digest(text),
        words=len(text.split()),
    )


def _check(text: str, name: str, limit: int) -> None:
    if not text.strip():
        raise Unreadable(name, "empty", "give a file with the article's text in it")
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text) or "\0" in text:
        raise Unreadable(name, "binary data, not text", "save the article's text as a .txt file in UTF-8")
    if len(text) > limit:
        raise _too_long(name, f"{len(text):,} characters", limit)
    if not is_english(text):
        raise Unreadable(name, "not in English", "only English articles are read; give a translation")


def _too_long(name: str, size: str, limit: int) -> Unreadable:
    return Unreadable(name, f"{size}, over the limit of {limit:,}", "split it into articles, or raise the limit with --max-chars")


def _decoded(data: bytes) -> tuple[str, str | None]:
    """The text, and a remark when it was not UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "not UTF-8; read as UTF-16"
    text = data.decode("utf-8-sig", "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if not lost:
        return text, None
    if lost < sum(character > "\x7f" for character in text) / 2:
        return text, f"damaged UTF-8; characters lost: {lost}"
    # The five bytes that Windows-1252 leaves open are control characters in Latin-1.
    return data.decode("cp1252", "ignore"), "not UTF-8; read as Windows-1252 (Latin-1)"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _most_bytes(limit: int) -> int:
    """A text within the limit has no more bytes than this, whatever its encoding."""
    return 4 * limit + 4


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
