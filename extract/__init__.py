"""Order Paper: news about disorder in parliaments → ordered, provable events.

    from extract import extract, merge, read
    story = extract(read("article.txt", published="2024-03-13"))

The flow in one direction: read → document → mentions → actors → tellings, signals → events → order → story → stories.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.reading import from_text, read
from extract.stories import merge
from extract.types import Article, Story

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["extract", "merge", "read"]


def extract(article: Article | str, *, published: str | None = None, nlp: Language | None = None) -> Story:
    """The story of one article: its events in order, who takes part, and the words that prove it.

    *article* is an `Article` or its text; *published* an ISO date for a text. spaCy is loaded at the first call.
    """
    from extract import actors, document, events, language, mentions, order, signals, story, tellings

    if isinstance(article, str):
        article = from_text(article, published=published)
    read_ = document.read_document(article, nlp=nlp or language.load())
    cast = actors.resolve(mentions.find_mentions(read_), read_)
    told, cast = tellings.find_tellings(read_, cast)
    found = signals.find_signals(read_, told)
    ranked, edges = order.rank(events.merge(told), found)
    return story.compose(article, cast.actors, ranked, edges)
