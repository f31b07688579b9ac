"""An article cut into sentences and fragments, each knowing which events it is evidence for: what a reader is shown as proof.

No parser stands behind this: what is drawn must not need a model. A sentence here is where an editor would let a quotation begin.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .types import Article, Event, Span, Story

# "Mr. Lind", "the Rt. Hon. J. Lind", "No. 3": a full stop that ends no sentence.
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Sr|Jr|St|Rt|Hon|Prof|Sen|Rep|Gov|Gen|Col|Lt|No|vs|Cllr|Rev)|\b[A-Z])\.$")
END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[^\W\d_a-z]|\s+\d)")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a sentence and the events whose evidence covers all of it."""

    text: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, its paragraph, the events that it is evidence for, and its fragments in order."""

    article: str
    start: int
    end: int
    paragraph: int
    events: tuple[str, ...]
    fragments: tuple[Fragment, ...]


def sentences(article: Article, events: Iterable[Event] = ()) -> tuple[Sentence, ...]:
    """The article's sentences, with the evidence of the events marked in them."""
    cut = list(_cut(article.text))
    ends, starts = [last for _, _, last in cut], [first for _, first, _ in cut]
    within: dict[int, list[tuple[int, int, str]]] = {}
    for span, id in ((span, event.id) for event in events for span in _spans(event, article.id)):
        for n in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
            within.setdefault(n, []).append((max(span.start, starts[n]), min(span.end, ends[n]), id))
    made = []
    for n, (paragraph, first, last) in enumerate(cut):
        inside = within.get(n, [])
        ids = tuple(dict.fromkeys(id for _, _, id in inside))
        made.append(Sentence(article.id, first, last, paragraph, ids, tuple(_fragments(article.text, first, last, inside))))
    return tuple(made)


def with_neighbour(all: tuple[Sentence, ...], wanted: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The wanted sentences, each with the one before it (the first of an article: the one after it), in reading order."""
    places = {sentence.start: place for place, sentence in enumerate(all)}
    kept: set[int] = set()
    for sentence in wanted:
        place = places[sentence.start]
        kept |= {place, place - 1 if place else min(1, len(all) - 1)}
    return tuple(all[place] for place in sorted(kept))


def telling_articles(story: Story, event: Event) -> tuple[Article, ...]:
    """The articles that tell the event, in the story's order."""
    ids = {telling.span.article for telling in event.evidence}
    return tuple(article for article in story.articles if article.id in ids)


def _spans(event: Event, article: str) -> list[Span]:
    return [telling.span for telling in event.evidence if telling.span.article == article]


@lru_cache(maxsize=64)
def _cut(text: str) -> tuple[tuple[int, int, int], ...]:
    """The paragraph, beginning and end of each sentence: the same for every event, so remembered."""
    paragraphs = enumerate(_paragraphs(text))
    return tuple((place, *bounds) for place, (start, end) in paragraphs for bounds in _bounds(text, start, end))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n\r]+", text):
        if match.group().strip():
            yield match.span()


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """From where to where each sentence of a paragraph goes, without the blanks around it."""
    at = start
    for match in END.finditer(text, start, end):
        if match.group()[0] == "." and ABBREVIATED.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _fragments(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> Iterator[Fragment]:
    borders = sorted({start, end, *(a for a, _, _ in spans), *(b for _, b, _ in spans)})
    for a, b in itertools.pairwise(borders):
        yield Fragment(text[a:b], tuple(dict.fromkeys(id for x, y, id in spans if x <= a and b <= y)))


def around(article: Article, span: Span, *, most: int = 30) -> str:
    """The words of a passage between those beside them: "…who told “him” to leave…"."""
    start, end = max(0, span.start - most), span.end + most
    before, after = article.text[start : span.start], article.text[span.end : end]
    before = f"…{before.partition(' ')[2]}" if start else before
    after = f"{after.rpartition(' ')[0]}…" if end < len(article.text) else after
    return " ".join(f"{before}“{span.text}”{after}".split())
