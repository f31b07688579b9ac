"""Order Paper: news about disorder in parliaments → ordered, provable events.

    from extract import extract, merge, read
    story = extract(read("article.txt", published="2024-03-13"))

The flow in one direction: read → document → mentions → actors → tellings, signals → events → order → story → stories.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.reading import from_text, read
from extract.stories import merge
from extract.types import Article, Quotation, Story

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.document import Document
    from extract.naming import Cast
    from extract.tellings import NearMiss

__all__ = ["extract", "merge", "quotations", "read"]


def extract(article: Article | str, *, published: str | None = None, nlp: Language | None = None) -> Story:
    """The story of one article: its events in order, who takes part, and the words that prove it.

    *article* is an `Article` or its text; *published* an ISO date for a text. spaCy is loaded at the first call.
    """
    from extract import events, order, signals, story, tellings

    document, cast = _understood(article, published, nlp)
    told, cast = tellings.find_tellings(document, cast)
    ranked, edges = order.rank(events.merge(told), signals.find_signals(document, told))
    return story.compose(document.article, cast.actors, ranked, edges)


def quotations(text: str, *, nlp: Language | None = None) -> tuple[Quotation, ...]:
    """All that is said in a text, in reading order: the words, who says them, to whom, and the cue that says so.

    Quoted words (*direct*), clauses that report words (*indirect*), and those that quote in part (*mixed*).
    """
    from extract import speech

    document, cast = _understood(text, None, nlp)
    return speech.quotations(document, cast.names)


def _understood(article: Article | str, published: str | None, nlp: Language | None) -> tuple[Document, Cast]:
    """The article parsed, and who is who in it."""
    from extract import actors, language, mentions
    from extract.document import read_document

    if isinstance(article, str):
        article = from_text(article, published=published)
    document = read_document(article, nlp=nlp or language.load())
    return document, actors.resolve(mentions.find_mentions(document), document)


def _near_misses(article: Article) -> tuple[NearMiss, ...]:
    """What nearly fired, for `explain`."""
    from extract.tellings import near_misses

    return near_misses(*_understood(article, None, None))
