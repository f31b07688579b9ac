"""RSS and Atom → the articles that a feed carries, or leads to when it was read from the net (feedparser)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

from . import fragments, leads
from .about import Found, Piece, Unreadable, Way, said, slug, web_address
from .dating import iso

MAX_BYTES = 10_000_000
MAX_ITEMS = 500
MAX_TAGS = 80_000  # the parser takes time by the tag
# An item begins or ends; and what only looks so, inside a comment or words that are none of the feed's own.
ITEM = re.compile(r"(?s)<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|<(?P<end>/?)(?:[\w.-]{1,40}:)?(?P<item>item|entry)\b[^<>]*>")
# Fewer words than this are a summary, not an article.
WHOLE = 60


def read(text: str, name: str, way: Way) -> Iterator[Piece]:
    """The articles of a feed: in full where it carries them, by their links where it does not."""
    first, count = _shortened(text)
    feed, entries = _parsed(first, name, way)
    outlet = said(feed.get("title"))
    if (count := max(count, len(entries))) > MAX_ITEMS:
        way.note(f"{name}: {count:,} items, of which the first {MAX_ITEMS} are read")
    left: list[str] = []
    for number, entry in enumerate(entries[:MAX_ITEMS], start=1):
        found = _found(entry, f"{name}#{number}", outlet)
        if len(found.text.split()) >= WHOLE:
            yield found
        elif found.url is not None and way.fetch is not None and leads.late(way):
            left.append(found.url)
        else:
            yield from _linked(found, way)
    yield from leads.unread(name, left)


def _shortened(text: str) -> tuple[str, int]:
    """A feed without the items that are not read, which would cost the parser most of its time; and how many it holds."""
    marks = [mark for mark in ITEM.finditer(text) if mark["item"]]
    opened, closed = [m.start() for m in marks if not m["end"]], [m.end() for m in marks if m["end"]]
    if len(opened) <= MAX_ITEMS or not closed or closed[-1] < opened[MAX_ITEMS]:
        return text, len(opened)
    return text[: opened[MAX_ITEMS]] + text[closed[-1] :], len(opened)


def _parsed(text: str, name: str, way: Way) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    import feedparser

    if text.count("<") > MAX_TAGS:
        raise Unreadable(name, f"a feed of more than {MAX_TAGS:,} tags", "give the articles as files")
    try:
        made = feedparser.parse(BytesIO(text.encode()), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever a hostile feed does to the library, it costs this feed alone
        raise Unreadable(name, f"a feed that cannot be read ({type(error).__name__})", "give the articles as files") from None
    if not made.entries:
        wrong = "a broken feed" if made.bozo else "a feed without items"
        raise Unreadable(name, wrong, "check the address, or give the articles as files")
    if made.bozo:
        way.note(f"{name}: a damaged feed; what of it can be read is")
    return made.feed, made.entries


def _found(entry: Mapping[str, Any], place: str, outlet: str | None) -> Found:
    """What the feed itself carries of an item."""
    bodies = [part.get("value") or "" for part in entry.get("content", ())]
    body = max([*bodies, entry.get("summary") or ""], key=len)
    title = said(fragments.text_of(entry.get("title") or ""))
    return Found(
        path=place,
        text=fragments.text_of(body),
        id=slug(title or "") or None,
        title=title,
        outlet=said(entry.get("source", {}).get("title")) or outlet,
        author=said(entry.get("author")),
        published=iso(entry.get("published")),
        url=web_address(entry.get("link")),
    )


def _linked(found: Found, way: Way) -> Iterator[Piece]:
    """The page that an item leads to; what the feed says of it goes where the page says nothing."""
    if found.url is None:
        yield Unreadable(found.path, "an item without text or link", "give the article as a file")
    elif way.fetch is None:
        yield Unreadable(found.path, f"only a link ({found.url})", "give `run` that address, or the feed's")
    else:
        for piece in way.fetch(found.url):
            yield piece if isinstance(piece, Unreadable) else _completed(piece, found)


def _completed(page: Found, item: Found) -> Found:
    return replace(
        page,
        title=page.title or item.title,
        outlet=page.outlet or item.outlet,
        author=page.author or item.author,
        published=page.published or item.published,
    )
