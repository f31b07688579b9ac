"""Events → events with a confidence: how often events found like this one were right on coded articles.

A logistic score over what an event shows of itself: its type, its rules, how it is told, who is in it. The weights lie in
rules/confidence.toml, fitted by `python -m benchmarks.reliability --fit` on the articles that may be read, never on the others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract import lexicon
from extract.types import Actor, Event

LEAST, MOST = 0.05, 0.97  # nothing found by rules is certain


def rate(events: Iterable[Event], actors: Iterable[Actor]) -> tuple[Event, ...]:
    """The events, each with its confidence."""
    known = {actor.id: actor for actor in actors}
    return tuple(replace(event, confidence=confidence(event, known)) for event in events)


def confidence(event: Event, actors: Mapping[str, Actor]) -> float:
    """The share of events like this one that were right, 0 to 1; a type that was never measured counts as an average one."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(event, actors).items())
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-score)))), 2)


def features(event: Event, actors: Mapping[str, Actor]) -> dict[str, float]:
    """What an event shows of itself, by name; 1 where it is so."""
    kinds = [actors[id].kind for id in event.actors if id in actors]
    named = any(actors[id].kind == "person" or actors[id].party for id in event.actors if id in actors)
    body = [t for t in event.evidence if not t.lead and not t.recap]
    shown = {
        "any": True,
        f"type {event.type}": True,
        "told by the words alone": all(t.confidence < 0.9 for t in event.evidence),
        "told more than once": len(event.evidence) > 1,
        "told in the opening alone": not body,
        "a noun tells it": all(t.voice == "nominal" for t in event.evidence),
        "nobody is said to do it": all(t.voice == "agentless" for t in event.evidence),
        "a named actor": named,
        "no actor": not kinds,
        "a target": bool(event.targets),
        "inside": event.place == "inside",
        "outside": event.place == "outside",
        "on somebody's word": event.source is not None,
        "in quoted words": event.quote is not None,
    }
    return {name: 1.0 for name, so in shown.items() if so}


@lexicon.per_codebook
def _weights() -> dict[str, float]:
    """The fitted weight of each feature."""
    return lexicon.numbers("confidence", "weights")
