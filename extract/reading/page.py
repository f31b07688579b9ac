"""A web page → the article in it, with the title, outlet, author and day that the page itself gives (trafilatura)."""

from __future__ import annotations

import codecs
import logging
import re
import warnings
from typing import IO
from urllib.parse import urlsplit

from .about import Found, Unreadable, Way, codec, whole, without_controls
from .dating import iso
from .text import decoded

MAX_PAGE = 10_000_000
# Reading takes time by the tag: 25,000 of the worst kind take five seconds; the longest pages of news have some 10,000.
MAX_TAGS = 25_000
MOST_BLOCKS = 2_500  # more are read by the first of the library's ways alone: its last takes time by the square of them
FEWEST = 20  # words; what a page of links or of an error says is shorter
DATE_RULES = {"extensive_search": False, "original_date": True}  # what the page says of itself, no guess from its text
NO_PERSON = re.compile(r"(?i)https?:|@|\bwww\.|\badmin\b|\beditor\b$")

_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})")
_BLOCK = re.compile(r"(?i)<(?:p|div|li|td|th|h\d|br|dd|dt|pre|section|article|blockquote|option|tr)\b")
_BULLET = re.compile(r"(?m)^(?:- |\| )+")


def read(stream: IO[bytes], name: str, way: Way, *, charset: str | None = None, url: str | None = None) -> Found:
    """The article on a page; *charset* is what the server said, *url* where it was."""
    html = _html(whole(stream, name, MAX_PAGE), name, way, charset)
    if html.count("<") > MAX_TAGS:
        raise Unreadable(name, f"a page of more than {MAX_TAGS:,} tags", "save the article's text as a .txt file")
    found = _found(html, name, url)
    if found is None or len(found.text.split()) < FEWEST:
        raise Unreadable(name, "no article on this page", "save the article's text as a .txt file")
    return found


def _found(html: str, name: str, url: str | None) -> Found | None:
    from trafilatura import bare_extraction

    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).setLevel(logging.CRITICAL)  # what it would say of a page is said here, in one line
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            rules = dict(DATE_RULES)
            many = len(_BLOCK.findall(html)) > MOST_BLOCKS
            made = bare_extraction(
                html, url=url, include_comments=False, with_metadata=True, date_extraction_params=rules, fast=many
            )
    except Exception as error:  # whatever a hostile page does to the library, it costs this page alone
        raise Unreadable(
            name, f"a page that cannot be read ({type(error).__name__})", "save the article's text as a .txt file"
        ) from None
    if made is None or isinstance(made, dict):
        return None
    author = "; ".join(one for one in (made.author or "").split("; ") if not NO_PERSON.search(one))
    return Found(
        path=name,
        text=without_controls(_BULLET.sub("", made.text or "")),
        title=made.title,
        outlet=_outlet(made.sitename, url),
        author=author,
        published=iso(made.date),
        url=url or made.url,
    )


def _outlet(sitename: str | None, url: str | None) -> str | None:
    """The name that a site gives itself; a handle is none, nor is the host, which the library falls back on."""
    if not sitename or sitename.startswith("@") or (url and sitename.lower() in urlsplit(url).netloc.lower()):
        return None
    return sitename


def _html(data: bytes, name: str, way: Way, charset: str | None) -> str:
    """The page as text, in the encoding that the server or the page names, else as any text."""
    if b"\0" in data[:1000] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable(name, "binary data, not a page", "save the page from the browser as HTML")
    found = _CHARSET.search(data[:4000])
    for encoding in (charset, found.group(1).decode("ascii", "ignore") if found else None):
        if encoding and (text := _in(data, encoding)) is not None:
            return text
    text, remark = decoded(data)
    if remark:
        way.note(f"{name}: {remark}")
    if not text.strip():
        raise Unreadable(name, "empty", "give a page with the article in it")
    return text


def _in(data: bytes, encoding: str) -> str | None:
    """The text in an encoding; None when it is unknown, no encoding of text, or wrong here."""
    if (plain := codec(encoding)) is None:
        return None
    try:
        return data.decode("cp1252" if plain in {"iso8859-1", "ascii"} else "utf-8-sig" if plain == "utf-8" else plain)
    except (LookupError, UnicodeError, ValueError, AttributeError):
        return None
