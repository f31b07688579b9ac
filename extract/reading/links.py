"""Addresses → articles: what a server sends is read by its kind, and a feed or a sitemap leads on to its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import PurePath
from urllib.parse import urlsplit

from . import kinds, leads, page, web
from .about import Piece, Unreadable, Way

KINDS: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/csv": ".csv",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/zip": ".zip",
}
UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream"})
MAX_DEPTH = 2  # from a sitemap of sitemaps to its pages, and no further


def pieces(url: str, way: Way, *, allow_private: bool, depth: int = 0) -> Iterator[Piece]:
    """The articles at an address."""
    try:
        fetched = _unpacked(web.fetch(url, allow_private=allow_private), url)
        suffix = _suffix(fetched, url)
    except Unreadable as error:
        yield error
        return
    way = way if depth else replace(way, end=leads.end())
    follow = partial(pieces, way=way, allow_private=allow_private, depth=depth + 1) if depth < MAX_DEPTH else None
    deeper = replace(way, fetch=follow, beside=lambda name: None)
    if suffix == ".html":
        yield _page(fetched, url, deeper)
        return
    for piece in kinds.pieces(BytesIO(fetched.data), f"{url}{suffix}", deeper):
        yield _from(piece, url, f"{url}{suffix}", fetched)


def _unpacked(fetched: web.Fetched, url: str) -> web.Fetched:
    """What lies packed on the server, as sitemaps do."""
    if not fetched.data.startswith(b"\x1f\x8b"):
        return fetched
    plain = web.unpacked(fetched.data, "gzip", url)
    return replace(fetched, data=plain, kind="", url=fetched.url.removesuffix(".gz"))


def _suffix(fetched: web.Fetched, url: str) -> str:
    """The kind of what was sent, as files have it."""
    by_name = PurePath(urlsplit(fetched.url).path).suffix.lower()
    if fetched.kind in KINDS:
        # Servers send Markdown, tables and feeds as plain text.
        return by_name if fetched.kind == "text/plain" and by_name in kinds.KNOWN else KINDS[fetched.kind]
    if fetched.kind in UNSAID:
        return by_name if by_name in kinds.KNOWN else ""
    raise Unreadable(url, f"the server sends {fetched.kind}, not an article", "give the address of the article's page")


def _page(fetched: web.Fetched, url: str, way: Way) -> Piece:
    try:
        return page.read(BytesIO(fetched.data), url, way, charset=fetched.charset, url=fetched.url)
    except Unreadable as error:
        return error


def _from(piece: Piece, url: str, name: str, fetched: web.Fetched) -> Piece:
    """A piece under the address that was given, not under the name that its reader needed."""
    path = url + piece.path[len(name) :] if piece.path.startswith(name) else piece.path
    if isinstance(piece, Unreadable):
        return Unreadable(path, piece.wrong, piece.remedy)
    return replace(piece, path=path, url=piece.url or fetched.url)
