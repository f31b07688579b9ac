"""A story cut down to what may be published: the sentences that are evidence, each with one neighbour; all else is blank.

The texts keep their length and their line breaks, so that every offset still points at the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ..passages import sentences, with_neighbour
from ..types import Article, Story


def quotes_only(story: Story) -> Story:
    """The story with everything else of its articles blanked, and the mentions that stood there left out."""
    shown = {article.id: _shown(story, article) for article in story.articles}
    articles = tuple(replace(article, text=_blanked(article.text, shown[article.id])) for article in story.articles)
    actors = tuple(
        replace(a, mentions=tuple(m for m in a.mentions if any(x <= m.start and m.end <= y for x, y in shown.get(m.article, ()))))
        for a in story.actors
    )
    return replace(story, articles=articles, actors=actors)


def _shown(story: Story, article: Article) -> list[tuple[int, int]]:
    """From where to where may be read: whole sentences, and the words that order two events."""
    cut = sentences(article, story.events)
    kept = [(one.start, one.end) for one in with_neighbour(cut, [one for one in cut if one.events])]
    told = [t.span for event in story.events for t in event.evidence] + [e.evidence for e in story.order if e.evidence]
    return kept + [(span.start, span.end) for span in told if span.article == article.id]


def _blanked(text: str, shown: Iterable[tuple[int, int]]) -> str:
    made = list(re.sub(r"[^\n\r]", " ", text))
    for start, end in shown:
        made[start:end] = text[start:end]
    return "".join(made)
