"""Who "a Labour MP" of a lead turns out to be: the one named person of whom the body tells the same act.

News keeps a name back for a paragraph or two. Left apart, the two are two people, and all else that the lead says of the one
stays with somebody who does nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extract.company import Company
from extract.events import merge
from extract.types import Actor, Event, Span, Telling

SIDES = ("actors", "targets")


def named(
    told: tuple[Telling, ...], actors: tuple[Actor, ...], chairs: Iterable[str], body: int
) -> tuple[tuple[Telling, ...], tuple[Actor, ...]]:
    """Tellings and actors with one actor for whom the lead describes and the *body*, from that offset on, names."""
    company = Company.of(actors, chairs)
    vague = [actor for actor in actors if actor.kind == "person" and company.vague(actor.id)]
    if not any({a.id for a in vague} & {*t.actors, *t.targets} for t in told):
        return told, actors
    search = _Search(told, merge(told, company), company, body)
    swap = {a.id: found for a in vague if (found := search.who(a.id)) is not None}
    return tuple(_renamed(telling, swap) for telling in told), _joined(actors, swap)


@dataclass(frozen=True)
class _Search:
    """What an article tells, once as passages and once as acts."""

    told: Sequence[Telling]
    events: Sequence[Event]
    company: Company
    body: int

    def who(self, id: str) -> str | None:
        """The one person whom a description of somebody can mean; None where it can mean two, or somebody else beside."""
        people = {other for event in self.events for side in SIDES for other in self._same_act(id, event, side)}
        if len(people) != 1 or self._rivals(id, people):
            return None
        [other] = people
        return None if self._apart(id, other) or self._goes_on(id, other) else other

    def _same_act(self, id: str, event: Event, side: str) -> Iterator[str]:
        """Those who stand in an act where a telling of it in the lead, or before the naming one, describes somebody."""
        rows = self._rows(event)
        described = [t for t in rows if id in getattr(t, side)]
        for telling in rows:
            if any(t.lead or t.at < telling.at for t in described):
                yield from (other for other in getattr(telling, side) if self._names(id, other))

    def _rows(self, event: Event) -> list[Telling]:
        """The passages of an act as they are worded, before the names of one are lent to the others."""
        places = sorted({t.at for t in event.evidence})
        return [t for at in places for t in self._at.get(at, ()) if t.type == event.type]

    @cached_property
    def _at(self) -> dict[int, list[Telling]]:
        """The passages by where they stand."""
        found: dict[int, list[Telling]] = {}
        for telling in self.told:
            found.setdefault(telling.at, []).append(telling)
        return found

    def _names(self, id: str, other: str) -> bool:
        """Whether somebody is a named person who fits a description."""
        actor = self.company.actors.get(other)
        return actor is not None and actor.kind == "person" and not self.company.vague(other) and self.company.covers(id, other)

    def _rivals(self, id: str, people: set[str]) -> bool:
        """Whether another named person does or suffers the same kind of act as the one described."""
        done = {(t.type, t.status, side) for t in self.told for side in SIDES if id in getattr(t, side)}
        rows = ((t, side) for t in self.told for side in SIDES if (t.type, t.status, side) in done)
        return any(self._names(id, other) for t, side in rows for other in getattr(t, side) if other not in people)

    def _apart(self, id: str, other: str) -> bool:
        """Whether one passage speaks of both as two: one acts on the other, or both act together, or one tells of the other."""
        return any({id, other} <= {*t.actors, *t.targets, t.source} for t in self.told)

    def _goes_on(self, id: str, other: str) -> bool:
        """Whether the same words describe somebody once more, below, after the naming: that is a new one."""
        below = [span.start for span in self._mentions(other) if span.start >= self.body]
        return bool(below) and any(span.start > below[0] for span in self._mentions(id))

    def _mentions(self, id: str) -> tuple[Span, ...]:
        return self.company.actors[id].mentions


def _renamed(telling: Telling, swap: dict[str, str]) -> Telling:
    """A telling with the names of those whom it describes."""
    actors, targets = (tuple(dict.fromkeys(swap.get(id, id) for id in ids)) for ids in (telling.actors, telling.targets))
    return replace(telling, actors=actors, targets=targets, source=swap.get(telling.source or "", telling.source))


def _joined(actors: tuple[Actor, ...], swap: dict[str, str]) -> tuple[Actor, ...]:
    """The actors with the descriptions of somebody among the forms of the one whom they mean."""
    gone = {actor.id: actor for actor in actors if actor.id in swap}
    return tuple(
        _with(actor, [gone[id] for id, other in swap.items() if other == actor.id]) for actor in actors if actor.id not in gone
    )


def _with(actor: Actor, described: Sequence[Actor]) -> Actor:
    """An actor with the forms, the mentions, and where it has none the party and the rank, of who is described."""
    if not described:
        return actor
    forms = dict.fromkeys((*actor.aliases, *(form for one in described for form in (one.name, *one.aliases))))
    return replace(
        actor,
        aliases=tuple(form for form in forms if form != actor.name),
        mentions=tuple(sorted((*actor.mentions, *(m for one in described for m in one.mentions)), key=lambda m: m.start)),
        party=actor.party or next((one.party for one in described if one.party), None),
        role=actor.role or next((one.role for one in described if one.role), None),
    )
