"""Sitemaps → the pages that they list, when they were read from the net; a file of one holds addresses, not articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from . import leads, markup
from .about import Found, Piece, Unreadable, Way, said, web_address
from .dating import iso

MAX_PAGES, MAX_SITEMAPS = 500, 20
MAX_TAGS = 400_000  # the 50,000 addresses that one may list, and what is said of each


def read(text: str, name: str, way: Way) -> Iterator[Piece]:
    """The articles on the pages that a sitemap lists."""
    entries = list(_entries(text, name))
    if not entries:
        raise Unreadable(name, "a sitemap without addresses", "check the address, or give the articles as files")
    if way.fetch is None:
        wrong = "a sitemap, which holds only links"
        raise Unreadable(name, wrong, "give `run` its address, or the articles as files")
    most = MAX_SITEMAPS if markup.root_of(text) == "sitemapindex" else MAX_PAGES
    if len(entries) > most:
        way.note(f"{name}: {len(entries):,} addresses, of which the first {most} are read")
    left: list[str] = []
    for entry in entries[:most]:
        if entry.url is None:
            yield Unreadable(name, f"lists {entry.path!r}, which is no address", "correct the sitemap, or give the pages")
        elif leads.late(way):
            left.append(entry.url)
        else:
            for piece in way.fetch(entry.url):
                yield piece if isinstance(piece, Unreadable) else _completed(piece, entry)
    yield from leads.unread(name, left)


def _entries(text: str, name: str) -> Iterator[Found]:
    """The addresses, and what a news sitemap says of each."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if text.count("<") > MAX_TAGS:
        raise Unreadable(name, f"a sitemap of more than {MAX_TAGS:,} tags", "give the articles as files")
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Unreadable(name, f"a broken sitemap ({type(error).__name__})", "check the address") from None
    for entry in root:
        told = {_plain(part.tag): part.text or "" for part in entry.iter() if isinstance(part.tag, str)}
        if "loc" in told:
            place = told["loc"].strip()
            yield Found(
                path=said(place) or "",
                text="",
                title=said(told.get("title")),
                outlet=said(told.get("name")),
                published=iso(told.get("publication_date")),
                url=web_address(place),
            )


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _completed(page: Found, entry: Found) -> Found:
    return replace(
        page,
        title=page.title or entry.title,
        outlet=page.outlet or entry.outlet,
        published=page.published or entry.published,
    )
