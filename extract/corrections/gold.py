"""A corrected story as coded articles, in the format of the published test set: what people said becomes a measure.

One file an article, with what that article tells; for several the story too, with who tells each act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import networkx as nx

from extract.closure import graph_of
from extract.corrections.kinds import Entry, Reject
from extract.corrections.pointing import placed
from extract.order import ranked
from extract.types import Actor, Article, Edge, Event, Span, Story

WORDS = 6  # of a cue, at most
Json = dict[str, Any]


def coded(story: Story, log: Iterable[Entry] = ()) -> dict[str, Json]:
    """The story's articles as coded ones, by article id; acts that entries of the log reject become their traps."""
    rejected = [entry for entry in log if isinstance(entry.correction, Reject)]
    return {article.id: _article(story, article, rejected) for article in story.articles}


def whole(story: Story) -> Json:
    """The story of several articles, each act with the articles that tell it."""
    ids = [a.id for a in story.articles]
    events = [
        {**_event(e, _words(e, story.articles)), "told_by": [a for a in ids if any(t.span.article == a for t in e.evidence)]}
        for e in story.events
    ]
    return {"id": story.id, "articles": ids, "actors": [_actor(a) for a in story.actors], "stories": 1, "events": events}


def _article(story: Story, article: Article, rejected: Iterable[Entry]) -> Json:
    events = _told(story, article)
    taking_part = {id for e in events for id in (*e.actors, *e.targets, e.source) if id}
    return {
        "id": article.id,
        "published": article.published,
        "actors": [_actor(a) for a in story.actors if a.id in taking_part],
        "events": [_event(e, _words(e, [article])) for e in events],
        "traps": [trap for entry in rejected for trap in _traps(entry, article)],
    }


def _told(story: Story, article: Article) -> tuple[Event, ...]:
    """The acts that an article tells, ranked among themselves by the order of the whole story."""
    own = tuple(e for e in story.events if any(t.span.article == article.id for t in e.evidence))
    graph = graph_of(story.events, story.order)
    after = {e.id: set(nx.descendants(graph, e.id)) for e in own}
    kept = (Edge(one.id, other.id, 1.0, "correction") for one in own for other in own if other.id in after[one.id])
    return ranked(own, graph_of(own, kept), {e.id: e.rank for e in own})


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "aliases": list(actor.aliases),
        "kind": actor.kind,
        "party": actor.party,
        "role": actor.role,
    }


def _event(event: Event, cue: str) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "actors": list(event.actors),
        "targets": list(event.targets),
        "rank": event.rank,
        "date": event.date,
        "status": event.status,
        "source": event.source,
        "cue": cue,
    }


def _words(event: Event, articles: Iterable[Article]) -> str:
    """The words at which an act is told: of its shortest telling in the articles."""
    texts = {a.id: a.text for a in articles}
    told = [t for t in event.evidence if t.span.article in texts]
    first = min(told, key=lambda t: (t.span.end - t.span.start, t.span), default=None)
    return _cue(first.span, texts[first.span.article], first.at) if first else ""


def _cue(span: Span, text: str, at: int) -> str:
    """Up to six words of a passage, from its predicate where that is known, that stand nowhere earlier in the text."""
    words = [m.span() for m in re.finditer(r"\S+", span.text)]
    starts = [n for n, (start, _) in enumerate(words) if span.start + start >= at]
    for n in (*starts, *range(len(words))):
        last = words[min(n + WORDS, len(words)) - 1][1]
        cue = span.text[words[n][0] : last]
        if text.find(cue) == span.start + words[n][0]:
            return cue
    return span.text


def _traps(entry: Entry, article: Article) -> Iterable[Json]:
    """The words of a rejected act in an article, and why it is none."""
    if isinstance(entry.correction, Reject):
        why = entry.why or f"no {entry.correction.what.type}"
        for span in placed(entry.correction.what.tellings, {article.id: article}):
            yield {"cue": _cue(span, article.text, span.start), "why": why}
