"""Files, folders, archives, tables, feeds, addresses, uploads and pasted text become `Article`s here, or one line each.

Whatever comes in is hostile until decoded: nothing downstream sees bytes, carriage returns or a text that is not English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from ..types import Article
from . import articles, folders, kinds
from .about import DATES, MAX_CHARS, About, Piece, Unreadable, Way, is_date
from .articles import free, once
from .kinds import holds_one

if TYPE_CHECKING:
    from .parts import Part

__all__ = [
    "DATES", "MAX_CHARS", "About", "Unreadable", "all_from_bytes", "free", "from_bytes", "from_text", "holds_one", "is_address",
    "is_date", "once", "read", "read_all", "read_part",
]  # fmt: skip


def read(source: str | Path, **about: Unpack[About]) -> Article:
    """The one article in a file or at an address. Raises `Unreadable`; ``note`` is called with each remark that is no failure.

    It is raised too when there are more than one, as in a table: `read_all` reads those.
    """
    path = str(source)
    if not is_address(path) and Path(source).is_dir():
        raise Unreadable(path, "a folder", "give it to `run`, or to read_all")
    return articles.only(read_all(source, **about), path)


def read_all(source: str | Path, **about: Unpack[About]) -> Iterator[Article | Unreadable]:
    """All articles in a file, a folder, an archive, a table, a feed or at an address; an `Unreadable` for each that cannot be."""
    yield from _apart(_read_all(source, about))


def from_bytes(data: bytes, *, name: str, **about: Unpack[About]) -> Article:
    """The one article in the bytes of a file called *name*, as when it is uploaded. Raises `Unreadable`."""
    return articles.only(all_from_bytes(data, name=name, **about), name)


def all_from_bytes(data: bytes, *, name: str, **about: Unpack[About]) -> Iterator[Article | Unreadable]:
    """All articles in the bytes of a file called *name*; an `Unreadable` for each that cannot be read."""
    yield from _apart(_articles(kinds.pieces(BytesIO(data), name, _way(about)), about))


def from_text(text: str, **about: Unpack[About]) -> Article:
    """The article in a pasted text; its id, made of its first words and a hash, is the same for the same text."""
    return articles.pasted(text, about)


def read_part(part: Part, **about: Unpack[About]) -> Iterator[Article | Unreadable]:
    """All articles in a part of a large input (`parts.parts`); an `Unreadable` for each that cannot be read."""
    from . import parts  # with a library for Parquet, which most readers never need

    way = _way(about)
    if part.kind != "files":
        yield from _articles(parts.pieces(part, way), about)
        return
    for file in part.files:
        yield from _articles(parts.packed(file, way), about) if parts.is_packed(file) else _read_all(file, about)


def is_address(source: str) -> bool:
    """Whether a source is asked of a server."""
    return articles.ADDRESS.match(source) is not None


def _way(about: About) -> Way:
    return Way(max_chars=about.get("max_chars", MAX_CHARS), note=about.get("note") or (lambda line: None))


def _read_all(source: str | Path, about: About) -> Iterator[Article | Unreadable]:
    path, way = str(source), _way(about)
    if is_address(path):
        from . import links  # with all that speaks to servers, which most readers never need

        made = links.pieces(path, way, allow_private=about.get("allow_private", False))
        yield from _articles(made, about)
    elif Path(source).is_dir():
        yield from _in_folder(Path(source), about, way)
    else:
        way = replace(way, beside=_beside)
        yield from _articles(_in_file(path, way), about)


def _apart(made: Iterator[Article | Unreadable]) -> Iterator[Article | Unreadable]:
    """The same, no two articles of one id."""
    taken: set[str] = set()
    for one in made:
        yield one if isinstance(one, Unreadable) else replace(one, id=free(one.id, taken))


def _articles(pieces: Iterator[Piece], about: About) -> Iterator[Article | Unreadable]:
    for piece in pieces:
        if isinstance(piece, Unreadable):
            yield piece
            continue
        try:
            yield articles.article(piece, about)
        except Unreadable as error:
            yield error


def _in_file(path: str, way: Way) -> Iterator[Piece]:
    try:
        with Path(path).open("rb") as stream:
            yield from kinds.pieces(stream, path, way)
    except FileNotFoundError:
        yield Unreadable(path, "no such file", "check the name")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        yield Unreadable(path, f"cannot be opened ({reason})", "check the file and its permissions")


def _in_folder(folder: Path, about: About, way: Way) -> Iterator[Article | Unreadable]:
    listing = folders.listed(folder, reads=kinds.is_article)
    for line in listing.remarks(str(folder)):
        way.note(line)
    yield from listing.unreadable(str(folder))
    for file in listing.files:
        yield from _read_all(file, about)


def _beside(name: str) -> bytes | None:
    """The sidecar of a file."""
    try:
        with Path(name).open("rb") as stream:
            return stream.read(1_000_000)
    except (OSError, ValueError):
        return None
