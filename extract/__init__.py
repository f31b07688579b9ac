"""Order Paper: news about disorder in parliaments → ordered, provable events.

    from extract import extract, merge, read
    story = extract(read("article.txt", published="2024-03-13"))

The flow in one direction: read → document → mentions → actors → tellings, signals → events → order → story → stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from extract.reading import from_text, read
from extract.stories import merge
from extract.types import Article, Event, Ordering, Quotation, Signal, Story, Telling

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from extract.accounts import Account, Key
    from extract.document import Document
    from extract.naming import Cast
    from extract.roster import Roster
    from extract.tellings import NearMiss

TOGETHER = 16  # articles that are parsed at once: a tenth faster than one by one, and more is no faster

__all__ = ["extract", "merge", "order_spans", "quotations", "read"]


def extract(
    article: Article | str,
    *,
    published: str | None = None,
    nlp: Language | None = None,
    roster: Roster | str | Path | None = None,
    codebook: str | Path | None = None,
    note: Callable[[str], object] | None = None,
) -> Story:
    """The story of one article: its events in order, who takes part, and the words that prove it.

    *article* is an `Article` or its text; *published* an ISO date for a text. spaCy is loaded at the first call. A *roster*
    (CSV or Popolo) names heads that the article leaves vague; *note* is called with a line for each that was read so. A
    *codebook* is a folder of rules that adds or replaces types of event; LexiconError where it is none. An *nlp* that is given
    must not parse elsewhere meanwhile: what it learns of new words is forgotten behind each parse.
    """
    from extract import lexicon

    with lexicon.using(codebook):
        return _composed(*_understood(article, published, nlp), roster, note)


def quotations(text: str, *, nlp: Language | None = None) -> tuple[Quotation, ...]:
    """All that is said in a text, in reading order: the words, who says them, to whom, and the cue that says so.

    Quoted words (*direct*), clauses that report words (*indirect*), and those that quote in part (*mixed*).
    """
    from extract import speech

    document, cast = _understood(text, None, nlp)
    return speech.quotations(document, cast.names)


def order_spans(
    text: str, spans: Iterable[tuple[int, int]], *, published: str | None = None, nlp: Language | None = None
) -> Ordering:
    """What happened before what, of events that others found: *spans* are (start, end) of their words, in code points.

    The sieves are those of `extract` and, since no procedure of a House helps here, those of how words stand in a sentence.
    *published* is an ISO date. ValueError where a span is empty, lies outside the text or overlaps another; Unreadable where
    `extract` cannot read.
    """
    from extract import order, standings, triggers

    given = triggers.checked(text, spans)
    if not given:
        return triggers.ordering((), ())
    return triggers.ordering(*order.ordered(*_placed(text, given, published, nlp), sieves=standings.SIEVES))


def _stories(
    articles: Iterable[Article],
    *,
    nlp: Language | None = None,
    roster: Roster | None = None,
    codebook: str | Path | None = None,
) -> Iterator[Story | Exception]:
    """The story of each of many articles, in order; of one that a fault of ours is in the way of, that fault."""
    from extract import language, lexicon

    rest = iter(articles)
    with lexicon.using(codebook):
        while batch := list(islice(rest, TOGETHER)):
            yield from _batch(batch, nlp or language.load(), roster)


def _batch(articles: list[Article], nlp: Language, roster: Roster | None) -> Iterator[Story | Exception]:
    from extract import actors, mentions
    from extract.document import read_documents

    try:
        documents = list(read_documents(articles, nlp=nlp))
    except Exception as error:
        alone = [[article] for article in articles] if len(articles) > 1 else []
        yield from (one for each in alone for one in _batch(each, nlp, roster)) if alone else [error]
        return
    for document in documents:
        try:
            yield _composed(document, actors.resolve(mentions.find_mentions(document), document), roster, None)
        except Exception as error:
            yield error


def _composed(document: Document, cast: Cast, roster: Roster | str | Path | None, note: Callable[[str], object] | None) -> Story:
    """From a parsed article and its cast to its story."""
    from extract import confidence, events, order, revealed, sanctions, signals, story
    from extract.company import Company

    told, cast, lines = _told(document, cast, roster)
    told, people = revealed.named(told, cast.actors, cast.chairs, document.body)
    ranked, edges = order.rank(
        confidence.rate(events.merge(told, Company.of(people, cast.chairs)), people),
        signals.find_signals(document, told),
    )
    ranked = sanctions.imposed(document.article, ranked)
    whole = story.compose(document.article, people, ranked, edges)
    for actor in whole.actors:
        if note and (line := lines.get(actor.id)):
            note(line)
    return whole


def _placed(
    text: str, spans: tuple[tuple[int, int], ...], published: str | None = None, nlp: Language | None = None
) -> tuple[tuple[Event, ...], tuple[Signal, ...]]:
    """Given words as events, and what ties them in time."""
    from extract import signals, ties, triggers
    from extract.context import Reading

    document, cast = _understood(triggers.offsets_kept(text), published, nlp, whole=True)
    told = triggers.tell(Reading(document, cast, ()), spans)
    return triggers.events(told, spans), (*signals.find_signals(document, told), *ties.find(document, told))


def _understood(
    article: Article | str, published: str | None, nlp: Language | None, *, whole: bool = False
) -> tuple[Document, Cast]:
    """The article parsed, and who is who in it; *whole* where the words of any line may be asked for."""
    from extract import actors, language, mentions
    from extract.document import read_document

    if isinstance(article, str):
        article = from_text(article, published=published)
    document = read_document(article, nlp=nlp or language.load(), whole=whole)
    return document, actors.resolve(mentions.find_mentions(document), document)


def _told(document: Document, cast: Cast, roster: Roster | str | Path | None) -> tuple[tuple[Telling, ...], Cast, dict[str, str]]:
    """What the article tells, and its cast; with a roster also who of it was read from that, in a line each."""
    from extract import context, dates, rollcall, tellings
    from extract.roster import Roster
    from extract.roster import read as read_roster

    if roster is None:
        return *tellings.find_tellings(document, cast), {}
    known = roster if isinstance(roster, Roster) else read_roster(roster)
    day = dates.day(document.article.published)
    on = day.isoformat() if day else context.sitting_date(document)
    called = rollcall.before(cast, document, known, on)
    told, cast = tellings.find_tellings(document, called.cast)
    last = rollcall.after(replace(called, cast=cast), told, document, known, on)
    return rollcall.renamed(told, last.ids), last.cast, last.lines


def _pipeline(name: str | None) -> Language:
    """Our own pipeline, or an installed one or a folder by its name, for the commands."""
    from extract import language

    return language.load(name)


def _near_misses(article: Article, nlp: Language | None = None, codebook: str | Path | None = None) -> tuple[NearMiss, ...]:
    """What nearly fired, for `explain`."""
    from extract import lexicon
    from extract.tellings import near_misses

    with lexicon.using(codebook):
        return near_misses(*_understood(article, None, nlp))


def _accounts(article: Article, nlp: Language | None = None, codebook: str | Path | None = None) -> dict[Key, Account]:
    """Why each telling of an article reads as it does, for `explain`."""
    from extract import lexicon
    from extract.accounts import accounts

    with lexicon.using(codebook):
        return accounts(*_understood(article, None, nlp))
