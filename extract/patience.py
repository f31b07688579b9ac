"""How much an article may ask of the rules: counted, never timed, so that every machine reads the same articles.

What is no prose can cost the rules by the square of its length: each act of a sentence is asked about its other words, and
each telling is held against the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .grammar import Frame
from .reading import Unreadable
from .types import Article, Telling

# The words of the sentence of each that may tell something: prose has one for a character at most, a step costs some 10 µs.
STEPS, STEPS_A_CHARACTER = 1_000_000, 5
TELLINGS = 5_000  # a sitting day of 400,000 characters has some hundred
REMEDY = "leave out what is no prose, or split it into articles"


def within(frames: Iterable[Frame], article: Article) -> Iterator[Frame]:
    """The frames of an article, as long as it does not ask too much. Raises `Unreadable`."""
    left = STEPS + STEPS_A_CHARACTER * len(article.text)
    for frame in frames:
        left -= len(frame.token.sent)
        if left < 0:
            raise _too_much(article, "sentences that are too long, with too many verbs")
        yield frame


def few(tellings: Sequence[tuple[Frame, Telling]], article: Article) -> Sequence[tuple[Frame, Telling]]:
    """The tellings, where they are not too many to be held against each other. Raises `Unreadable`."""
    if len(tellings) > TELLINGS:
        raise _too_much(article, f"more than {TELLINGS:,} passages that tell an act")
    return tellings


def _too_much(article: Article, wrong: str) -> Unreadable:
    return Unreadable(article.path or "pasted text", wrong, REMEDY)
