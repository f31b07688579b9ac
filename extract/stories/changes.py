"""What a later version of an article tells otherwise: acts added, acts gone, and acts of which it now says something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.company import Company
from extract.stories import acts
from extract.stories.casts import united
from extract.stories.uniting import recast
from extract.types import Event, Story

# What may be told otherwise of an act that is still told; "order" when it stands before or after other acts now.
FIELDS = ("actors", "targets", "status", "source", "date", "place", "quote")


@dataclass(frozen=True, slots=True)
class Change:
    """One act as told before and as told now, and the fields that differ."""

    before: Event
    after: Event
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two versions: events of the new one, events of the old one, and pairs."""

    added: tuple[Event, ...] = ()
    gone: tuple[Event, ...] = ()
    changed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)


def changes(old: Story, new: Story) -> Changes:
    """What the new version of a story tells otherwise than the old; its people are who they are, however they are called."""
    actors, mine, theirs = united(old.actors, new.actors)
    was, now = recast(old, actors, mine), recast(new, actors, theirs)
    paired = acts.pairing(was.events, now.events, Company.of(actors))
    kept = [(was.event(before), now.event(after)) for after, before in paired.items()]
    return Changes(
        added=tuple(e for e in new.events if e.id not in paired),
        gone=tuple(e for e in old.events if e.id not in paired.values()),
        changed=tuple(
            Change(old.event(before.id), new.event(after.id), fields)
            for before, after in sorted(kept, key=lambda pair: pair[1].rank)
            if (fields := tuple(_differing(before, after, kept)))
        ),
    )


def _differing(before: Event, after: Event, kept: list[tuple[Event, Event]]) -> Iterator[str]:
    """The fields on which two tellings of one act differ."""
    for field in FIELDS:
        one, other = getattr(before, field), getattr(after, field)
        if (set(one) != set(other)) if isinstance(one, tuple) else one != other:
            yield field
    if any((one.rank < before.rank) != (other.rank < after.rank) for one, other in kept if one.id != before.id):
        yield "order"
