"""Actors, events and order of one article as one frozen Story with its links: who did what to whom, how often."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.types import Actor, Article, Edge, Event, Link, Story

TITLE = 140  # characters of a title made of the first sentence


def compose(article: Article, actors: Iterable[Actor], events: tuple[Event, ...], order: tuple[Edge, ...]) -> Story:
    """The story of one article: only actors that take part, events in order."""
    taking_part = {id for e in events for id in (*e.actors, *e.targets, e.source) if id}
    cast = tuple(a for a in actors if a.id in taking_part)
    return Story(
        id=article.id,
        title=article.title or first_words(article.text),
        articles=(article,),
        actors=tuple(sorted(cast, key=lambda a: min((m.start for m in a.mentions), default=0))),
        events=events,
        order=order,
        links=links(events),
    )


def links(events: Iterable[Event]) -> tuple[Link, ...]:
    """Who did what to whom: happened events only, in order."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for event in events:
        if event.status != "happened":
            continue
        for actor in event.actors:
            for target in event.targets:
                found.setdefault((actor, target, event.type), []).append(event.id)
    return tuple(Link(a, t, type, tuple(ids)) for (a, t, type), ids in found.items())


def first_words(text: str) -> str:
    """The first sentence as a title, cut at a word."""
    line = re.sub(r"\s+", " ", next((row for row in text.split("\n") if row.strip()), "")).strip()
    if len(line) <= TITLE:
        return line.rstrip(".")
    return line[:TITLE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
