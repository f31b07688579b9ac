"""Which reader reads what: by the end of its name, and where that says nothing by its first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import IO

from . import archives, feeds, markdown, markup, page, pdf, sidecar, sitemaps, tables, text, word
from .about import Found, Piece, Unreadable, Way, whole

One = Callable[[IO[bytes], str, Way], Found]
Several = Callable[[IO[bytes], str, Way], Iterator[Piece]]

ONE: Mapping[str, One] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": page.read,
    ".htm": page.read,
    ".xhtml": page.read,
    ".pdf": pdf.read,
    ".docx": word.read,
}
# Kinds of file that people will try and that are not read, and what would be.
SAVE = "save the article's text as a .txt file"
OTHER: Mapping[str, str] = {
    **dict.fromkeys(".doc .dot .odt .pages .rtf .wpd".split(), "save it as .docx, .pdf or .txt"),
    **dict.fromkeys(".xls .xlsx .ods .parquet .feather".split(), "save it as .csv or .jsonl, an article a row"),
    **dict.fromkeys(".gz .bz2 .xz .7z .rar .tar .tgz .zst".split(), "unpack it, or pack it as .zip"),
    **dict.fromkeys(".epub .mobi .ppt .pptx .msg .eml .mht .mhtml .warc".split(), SAVE),
    **dict.fromkeys(".png .jpg .jpeg .gif .webp .tif .tiff .heic .mp3 .mp4 .wav .mov".split(), SAVE),
}


def pieces(stream: IO[bytes], name: str, way: Way) -> Iterator[Piece]:
    """The articles in a stream called *name*; what goes wrong inside a reader of ours is one line too."""
    try:
        yield from _pieces(stream if stream.seekable() else BytesIO(whole(stream, name)), name, way)
    except Unreadable as error:
        yield error
    except Exception as error:
        yield Unreadable(name, f"could not be read ({type(error).__name__})", f"please report it, with the file; or {SAVE}")


def _pieces(stream: IO[bytes], name: str, way: Way) -> Iterator[Piece]:
    suffix = PurePath(name).suffix.lower()
    suffix = suffix if suffix in KNOWN else _sniffed(stream)
    if suffix in OTHER:
        raise Unreadable(name, f"a {suffix} file", _remedy(name, suffix))
    if suffix in SEVERAL:
        yield from SEVERAL[suffix](stream, name, way)
    else:
        yield sidecar.completed(ONE[suffix](stream, name, way), way)


def _remedy(name: str, suffix: str) -> str:
    """What to do with a kind of file that is not read here; some of them the command for many articles reads."""
    inner = name[: -len(suffix)] if suffix in {".gz", ".zst"} else ""
    if suffix == ".parquet" or is_article(inner):
        return f"read it with `python -m extract corpus FILE OUT`, or {OTHER[suffix]}"
    return OTHER[suffix]


def _sniffed(stream: IO[bytes]) -> str:
    """The kind of what has no name that says it."""
    head = stream.read(1000)
    stream.seek(0)
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in head or b"[Content_Types].xml" in head else ".zip"
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith((b"<!doctype html", b"<html")):
        return ".html"
    return ".xml" if opening.startswith((b"<?xml", b"<rss", b"<feed", b"<urlset")) else ".txt"


def holds_one(name: str) -> bool:
    """Whether a file holds one article at most, by its name."""
    return PurePath(name).suffix.lower() in ONE


def is_article(name: str) -> bool:
    """Whether a file in a folder or an archive may hold articles, by its name."""
    return PurePath(name).suffix.lower() in {*ONE, *SEVERAL} - {".json"}


def _xml(stream: IO[bytes], name: str, way: Way) -> Iterator[Piece]:
    """A feed, a sitemap or a page."""
    document = markup.decoded(whole(stream, name, feeds.MAX_BYTES), name)
    root = markup.root_of(document)
    if root in {"rss", "feed", "rdf"}:
        yield from feeds.read(document, name, way)
    elif root in {"urlset", "sitemapindex"}:
        yield from sitemaps.read(document, name, way)
    elif root == "html":
        stream.seek(0)
        yield page.read(stream, name, way)
    else:
        raise Unreadable(name, f"XML that is no feed, sitemap or page ({root or 'no element'})", SAVE)


def _json(stream: IO[bytes], name: str, way: Way) -> Iterator[Piece]:
    """A story of ours, which is no article; anything else in JSON belongs on lines."""
    del way
    if name.endswith(sidecar.SUFFIX):
        raise Unreadable(name, "tells of an article, and is none", "give the article; what lies beside it is read with it")
    if b'"order-paper/' in stream.read(1000):
        raise Unreadable(name, "a story that `run` wrote, not an article", "see it with `explain`, or give the articles")
    raise Unreadable(name, "a .json file", "give articles as JSON Lines: one JSON object a line, in a .jsonl file")


SEVERAL: Mapping[str, Several] = {
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".jsonl": tables.read_json,
    ".ndjson": tables.read_json,
    ".xml": _xml,
    ".rss": _xml,
    ".atom": _xml,
    ".json": _json,
    ".zip": partial(archives.read, inner=pieces, reads=is_article),
}
KNOWN = {*ONE, *SEVERAL, *OTHER}
