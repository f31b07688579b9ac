"""From a story's ids to the words behind them, and back: how a correction finds its act and its people in any later story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from extract.corrections.kinds import What, Who
from extract.types import Actor, Article, Event, Span, Story

MENTIONS = 12  # are enough to know an actor by


class Lost(Exception):
    """What a correction is about is not in the story: says what is missing."""


def who(story: Story, id: str) -> Who:
    """The actor of that id, by its words. KeyError if there is none."""
    actor = story.actor(id)
    return Who(actor.name, actor.kind, actor.mentions[:MENTIONS], actor.role, actor.party)


def what(story: Story, id: str) -> What:
    """The act of that id, by its words. KeyError if there is none."""
    event = story.event(id)
    return What(
        event.type,
        tuple(t.span for t in event.evidence),
        tuple(who(story, a) for a in event.actors),
        tuple(who(story, a) for a in event.targets),
        event.status,
        who(story, event.source) if event.source else None,
        event.date,
        event.quote,
    )


def placed(spans: Iterable[Span], articles: Mapping[str, Article]) -> Iterator[Span]:
    """The passages as they stand in the articles now: where they stood, else the nearest place that has the same words."""
    for span in spans:
        article = articles.get(span.article)
        if article is not None and (start := _nearest(article.text, span)) is not None:
            yield replace(span, start=start, end=start + len(span.text))


def _nearest(text: str, span: Span) -> int | None:
    """Where the words of a passage begin in a text; None where they do not stand in it."""
    if not span.text or text[span.start : span.end] == span.text:
        return span.start if span.text else None
    found, at = list[int](), text.find(span.text)
    while at >= 0:
        found.append(at)
        at = text.find(span.text, at + 1)
    return min(found, key=lambda start: abs(start - span.start), default=None)


def actor_of(story: Story, sought: Who) -> Actor | None:
    """The actor who is mentioned where the sought one was, else the only one of that name; None where nobody is."""
    spans = set(placed(sought.mentions, {a.id: a for a in story.articles}))
    shared = {actor.id: len(spans & set(actor.mentions)) for actor in story.actors}
    by_words = _best(story.actors, lambda a: (shared[a.id], a.name == sought.name))
    if by_words is not None and shared[by_words.id]:
        return by_words
    named = [a for a in story.actors if sought.name.casefold() in {a.name.casefold(), *map(str.casefold, a.aliases)}]
    exact = [a for a in named if a.name == sought.name]
    return exact[0] if exact else named[0] if len(named) == 1 else None


def _best(actors: Iterable[Actor], worth: Callable[[Actor], tuple[int, bool]]) -> Actor | None:
    return max(actors, key=worth, default=None)


def event_of(story: Story, sought: What) -> Event | None:
    """The event that is told where the sought act was told: of one type, or by other words of the same people."""
    spans = list(placed(sought.tellings, {a.id: a for a in story.articles}))
    people = {actor.id for one in (*sought.actors, *sought.targets) if (actor := actor_of(story, one))}
    rated = ((_likeness(event, sought.type, spans, people), event) for event in story.events)
    found = [(worth, event) for worth, event in rated if worth > 0]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _likeness(event: Event, type: str, spans: list[Span], people: set[str]) -> float:
    """How surely an event is the act told in these passages; 0: not at all."""
    own = [t.span for t in event.evidence]
    if not any(one.overlaps(other) for one in own for other in spans):
        return 0.0
    taking_part = {*event.actors, *event.targets}
    if event.type != type and not (people & taking_part if people else set(own) & set(spans)):
        return 0.0
    same_words = len(set(own) & set(spans)) / len(set(own) | set(spans))
    same_people = len(people & taking_part) / len(people | taking_part) if people | taking_part else 1.0
    return 0.5 + 3 * same_words + 2 * (event.type == type) + same_people
