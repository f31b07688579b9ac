"""How long an article may take: what is no prose can cost the rules by the square of its length, and nobody waits for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic

from .grammar import Frame
from .reading import Unreadable
from .types import Article

# An article of 6,000 characters takes half a second; these are for a machine that is slow and busy.
SECONDS, CHARACTERS_A_SECOND = 30, 2_000


def within(frames: Iterable[Frame], article: Article) -> Iterator[Frame]:
    """The frames of an article, as long as there is time. Raises `Unreadable`."""
    given = SECONDS + len(article.text) // CHARACTERS_A_SECOND
    end = monotonic() + given
    for frame in frames:
        if monotonic() > end:
            remedy = "leave out what is no prose, or split it into articles"
            raise Unreadable(article.path or "pasted text", f"takes longer than {given} seconds to extract", remedy)
        yield frame
