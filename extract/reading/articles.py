"""What was found in a source, and what is known of it besides, → an `Article`, or one line that says what is wrong with it.

What was said at the call goes before what the source says of itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from urllib.parse import urlsplit

from ..english import is_english
from ..types import Article
from . import text
from .about import DATES, MAX_CHARS, About, Found, Unreadable, is_date, said, slug, spelt, web_address

ADDRESS = re.compile(r"(?i)https?://")
PASTED = "pasted text"
# Characters that no file's name may hold somewhere, and an id becomes one.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"/\\|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")  # on Windows no file can be called so
LONGEST_NAME = 180  # bytes; with its number and its ending it is a file's name everywhere


def article(found: Found, about: About) -> Article:
    """The article that was found. Raises `Unreadable`."""
    limit = about.get("max_chars", MAX_CHARS)
    body = text.lines(found.text.encode("utf-8", "replace").decode("utf-8"))
    text.check(body, found.path, limit)
    if not is_english(body):
        raise Unreadable(found.path, "not in English", "only English articles are read; give a translation")
    published = about.get("published") or found.published
    if published and not is_date(published):
        raise Unreadable(found.path, f"published {published!r} is no date", DATES)
    return Article(
        id=found.id or name_of(found.path),
        text=body,
        title=about.get("title") or said(found.title),
        outlet=about.get("outlet") or said(found.outlet) or _host(found.path),
        author=about.get("author") or said(found.author),
        published=published,
        url=about.get("url") or web_address(found.url),
        path=spelt(found.path),
        sha256=digest(body),
        words=len(body.split()),
    )


def pasted(given: str, about: About) -> Article:
    """A pasted text as an article; its id, made of its first words and a hash, is the same for the same text."""
    given = given.removeprefix("\ufeff").encode("utf-8", "replace").decode("utf-8")
    words = re.findall(r"[a-z0-9]+", given.lower())[:5]
    id = "-".join([*words, digest(text.lines(given))[:8]])
    return replace(article(Found(PASTED, given, id=id), about), path=None)


def _host(path: str) -> str | None:
    """The outlet of an address that names none: its host."""
    return (urlsplit(path).hostname or "").removeprefix("www.") or None if ADDRESS.match(path) else None


def name_of(path: str) -> str:
    """The id of what lies at *path*: a file's stem, the last words of an address, the row of a table."""
    if ADDRESS.match(path):
        host, *parts = (part for part in re.split(r"[/?#]+", path.split("://", 1)[1]) if part)
        last = next((slug(re.sub(r"\.\w{1,5}$", "", part)) for part in reversed(parts) if slug(part)), "")
        return last or slug(host) or "page"
    file, _, row = path.rpartition("#") if re.search(r"#\d+$", path) else (path, "", "")
    stem = fit(_UNSAFE.sub("-", PurePath(file).stem)).strip() or "article"
    stem = f"{stem}-article" if _DEVICE.match(stem) or not stem.strip(". ") else stem
    return f"{stem}-{row}" if row else stem


def fit(name: str) -> str:
    """A name as long as a file's may be."""
    return name.encode()[:LONGEST_NAME].decode("utf-8", "ignore")


def free(name: str, taken: set[str]) -> str:
    """*name*, or name-2, name-3 ... when another has it already; it is taken then."""
    tries = (name if turn == 1 else f"{name}-{turn}" for turn in range(1, len(taken) + 2))
    unused = next(one for one in tries if one.casefold() not in taken)
    taken.add(unused.casefold())
    return unused


def once(articles: Iterable[Article], note: Callable[[str], object]) -> Iterator[Article]:
    """The articles without those whose text came before, but for its line breaks; another outlet's copy is worth knowing of."""
    read: dict[str, Article] = {}
    for one in articles:
        first = read.setdefault(digest(" ".join(one.text.split())), one)
        if first is one or (first.outlet and one.outlet and first.outlet != one.outlet):
            yield one
        else:
            note(f"{one.path or PASTED}: the same text as {first.path or PASTED}, read once")


def only(pieces: Iterator[Article | Unreadable], path: str) -> Article:
    """The one article among them. Raises `Unreadable` when there is none or more than one."""
    first = next(pieces, None)
    if first is None:
        raise Unreadable(path, "holds no article", "give one that does")
    if isinstance(first, Unreadable) and first.path == path:
        raise first
    if next(pieces, None) is not None:
        raise Unreadable(path, "holds more than one article", "give it to `run`, or to read_all")
    if isinstance(first, Unreadable):
        raise first
    return first


def digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
