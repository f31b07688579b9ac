"""How long a feed or a sitemap may lead on to pages: what is left unread then is said in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic

from .about import Unreadable, Way, some

SECONDS = 600  # for all pages of an address together: 500 that answer as most do take half of it


def end() -> float:
    """Until when pages may be asked for, from now."""
    return monotonic() + SECONDS


def late(way: Way) -> bool:
    """Whether no further page may be asked for."""
    return monotonic() > way.end


def unread(name: str, left: Sequence[str]) -> Iterator[Unreadable]:
    """The line that says what was left."""
    if left:
        pages = "1 page" if len(left) == 1 else f"{len(left):,} pages"
        wrong = f"its pages take longer than {SECONDS // 60} minutes; {pages} left unread: {some(left)}"
        yield Unreadable(name, wrong, "give `run` their addresses, or this one again when its server is faster")
