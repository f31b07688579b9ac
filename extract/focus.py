"""What a reader points at, an event, an actor or a tie between two, and what of the story stands out with it.

Every figure, list and address says it with the same short key, so that one choice is seen everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .types import Story

Kind = Literal["event", "actor", "link", "none"]
BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Focus:
    """The key, what kind of thing it names, and the events (in the story's order) and actors that stand out with it."""

    key: str = ""
    kind: Kind = "none"
    events: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


NOTHING = Focus()


def focus(story: Story, key: str | None) -> Focus:
    """What a key names: the id of an event or of an actor, or a tie as `link` writes it; nothing where the story has no such."""
    if not key:
        return NOTHING
    for event in story.events:
        if event.id == key:
            return Focus(key, "event", (key,), tuple(dict.fromkeys((*event.actors, *event.targets))))
    if any(actor.id == key for actor in story.actors):
        return Focus(key, "actor", tuple(e.id for e in story.events if key in (*e.actors, *e.targets)), (key,))
    return _tie(story, key)


def link(source: str, target: str, type: str) -> str:
    """The key of all that one actor did to another in one way: "a1~a2~heckle"."""
    return BETWEEN.join((source, target, type))


def _tie(story: Story, key: str) -> Focus:
    parts = key.split(BETWEEN)
    if len(parts) != 3:
        return NOTHING
    source, target, type = parts
    events = tuple(e.id for e in story.events if e.type == type and source in e.actors and target in e.targets)
    return Focus(key, "link", events, tuple(dict.fromkeys((source, target)))) if events else NOTHING
