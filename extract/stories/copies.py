"""What one text has copied from another, whole or lightly edited: sentences, clauses, whole articles of a wire."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from math import ceil

from extract.types import Article

NEAR = 0.9  # share of equal characters from which two sentences are one sentence copied or lightly edited
COPY = 0.6  # share of its sentences from which a text is another's copy, edited or cut
LONG = 40  # characters from which a sentence is long enough to be nobody else's


def sentences(text: str) -> list[str]:
    """The long sentences of a text, plain, for comparison only."""
    rows = re.split(r"(?<=[.!?\"”])\s+|\n+", text)
    return [re.sub(r"\W+", " ", row.lower()).strip() for row in rows if len(row) > LONG]


def shared(one: Iterable[str], other: Iterable[str], enough: int) -> int:
    """How many sentences of one text stand in another; slow likeness is asked only until there are enough."""
    mine, theirs = set(one), set(other)
    same = mine & theirs
    if len(same) < enough <= len(mine):
        split = [(b, set(b.split())) for b in theirs - same]
        same = same | {a for a in mine - same if _edited(a, split)}
    return len(same)


def _edited(one: str, others: Iterable[tuple[str, set[str]]]) -> bool:
    """Whether a sentence is one of others but for a few characters; those with few of its words are not compared."""
    words = set(one.split())
    return any(10 * len(words & theirs) >= 7 * len(words) and near(one, other) for other, theirs in others)


@lru_cache(maxsize=1 << 15)
def near(one: str, other: str) -> bool:
    """Whether two passages are the same but for a few characters."""
    if abs(len(one) - len(other)) > (1 - NEAR) * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def marked(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles with each copy of an earlier one known as that: one outlet's copy of another's text is no second source."""
    rows = list(articles)
    own = {a.id: sentences(a.text) for a in rows}
    first = sorted(rows, key=lambda a: (a.published or "9", -a.words, a.id))
    source: dict[str, str] = {}
    for n, article in enumerate(first):
        mine = own[article.id]
        enough = ceil(COPY * len(mine))
        for earlier in (e for e in first[:n] if e.id not in source):
            if mine and shared(mine, own[earlier.id], enough) >= enough:
                source[article.id] = earlier.id
                break
    return tuple(replace(a, copy_of=source.get(a.id)) for a in rows)


def originals(articles: Iterable[Article]) -> dict[str, str]:
    """For each article the one that it copies, or itself."""
    return {a.id: a.copy_of or a.id for a in articles}
