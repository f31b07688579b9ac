"""Events → events with a confidence: how often events found like this one were right on coded articles.

A logistic score over what an event shows of itself: its type, where it is told, who is in it and what else they do. Weights,
and the score from which nine in ten held-out events were right, lie in rules/confidence.toml, fitted by
`python -m benchmarks.reliability --fit` on the articles that may be read, never on the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract import lexicon
from extract.types import Actor, Event

LEAST, MOST = 0.05, 0.97  # nothing found by rules is certain
SURE = 0.9  # said where nine in ten were right
PRONOUNS = {"he", "she", "they", "i", "we"}


def rate(events: Iterable[Event], actors: Iterable[Actor]) -> tuple[Event, ...]:
    """The events, each with its confidence."""
    known = {actor.id: actor for actor in actors}
    every = tuple(events)
    return tuple(replace(event, confidence=confidence(event, known, every)) for event in every)


def confidence(event: Event, actors: Mapping[str, Actor], events: Sequence[Event]) -> float:
    """The share of events like this one that were right, 0 to 1; a type that was never measured counts as an average one."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(event, actors, events).items())
    share = 1 / (1 + math.exp(-score))
    if share >= lexicon.numbers("confidence", "held_out")["sure"]:
        share = max(share, SURE)
    return round(min(MOST, max(LEAST, share)), 2)


def features(event: Event, actors: Mapping[str, Actor], events: Sequence[Event]) -> dict[str, float]:
    """What an event shows of itself among the events of its story, by name; 1 where it is so."""
    others = [other for other in events if other is not event and other.status == "happened"]
    doing, suffering = set(event.actors), set(event.targets)
    busy = {id for other in others for id in (*other.actors, *other.targets)}
    shown = {
        "any": True,
        f"type {event.type}": True,
        "told in the opening alone": all(t.lead or t.recap for t in event.evidence),
        "in quoted words": event.quote is not None,
        "inside": event.place == "inside",
        "outside": event.place == "outside",
        "no doer": not doing,
        "several doers": len(doing) > 1,
        "a group does it": any(actors[id].kind == "group" for id in doing if id in actors),
        "the telling names the doer": any(_named(event, actors[id]) for id in doing if id in actors),
        "somebody suffers it": bool(suffering),
        "the doer is in other events": bool(doing & busy),
        "whoever suffers it is in other events": bool(suffering & busy),
        "it is answered in kind": any(set(o.actors) & suffering and set(o.targets) & doing for o in others),
    }
    return {name: 1.0 for name, so in shown.items() if so}


def _named(event: Event, actor: Actor) -> bool:
    """Whether a passage that tells an event holds a name or a title of somebody, not only "he" or "the member"."""
    names = [m for m in actor.mentions if m.text[:1].isupper() and m.text.lower() not in PRONOUNS]
    return any(telling.span.holds(name) for telling in event.evidence for name in names)


@lexicon.per_codebook
def _weights() -> dict[str, float]:
    """The fitted weight of each feature."""
    return lexicon.numbers("confidence", "weights")
