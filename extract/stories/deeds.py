"""Who without a name is whom: the one who stands where another article names somebody, in the same role of the same act.

"A Green MP" was put out for a shout, says one article; the other says that Joan Lind was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from extract import lexicon
from extract.events import ONCE
from extract.stories import acts
from extract.stories.casts import Ids, fuller
from extract.stories.sorts import same_party, sort
from extract.types import Actor, Event

SURE = 0.5  # share of quoted words from which two acts are one, whoever they are told of
Roles = tuple[tuple[str, ...], tuple[str, ...]]


def meant(cast: Iterable[Actor], base: Sequence[Event], other: Sequence[Event], paired: Ids) -> Ids:
    """For ids of actors without a name those of whom they are, by acts of two articles that are one act."""
    known, mine = {a.id: a for a in cast}, {e.id: e for e in base}
    alone = _alone(base) & _alone(other)
    found: dict[str, set[str]] = {}
    for event in (e for e in other if e.id in paired):
        for left, right in _doubtless(mine[paired[event.id]], event, alone):
            ours, theirs = sorted(set(left) - set(right)), sorted(set(right) - set(left))
            able = [pair for a in ours for b in theirs for pair in _directed(known[a], known[b])]
            for vague, named in able if len(able) == 1 else ():
                found.setdefault(vague, set()).add(named)
    # Whoever would be two people is nobody.
    return {id: next(iter(others)) for id, others in found.items() if len(others) == 1}


def _directed(one: Actor, other: Actor) -> Iterator[tuple[str, str]]:
    """Who of two is the other; of two without a name the later is the first."""
    if stands_for(one, other) and not (stands_for(other, one) and _vague(other)):
        yield one.id, other.id
    elif stands_for(other, one):
        yield other.id, one.id


def _alone(events: Iterable[Event]) -> set[tuple[str, str]]:
    """The kinds of act that are hardly done twice and that a story tells once: two stories then tell the same one."""
    kinds = Counter((e.type, e.status) for e in events if e.type in ONCE)
    return {kind for kind, times in kinds.items() if times == 1}


def _doubtless(one: Event, other: Event, alone: set[tuple[str, str]]) -> Iterator[Roles]:
    """The roles of two acts that are surely one: the same people in the other role, the same words, or no other act."""
    sure = acts.quoted(acts.said(one), acts.said(other)) >= SURE or (
        (one.type, one.status) in alone and one.status == other.status
    )
    if sure or set(one.targets) & set(other.targets):
        yield one.actors, other.actors
    if sure or set(one.actors) & set(other.actors):
        yield one.targets, other.targets


def stands_for(vague: Actor, named: Actor) -> bool:
    """Whether words without a name can mean somebody: "the NDP leader", "a TD", "party members", "a Green MP"."""
    if vague.party and named.party and not same_party(vague.party, named.party):
        return False
    if vague.kind == "group" or named.kind == "group":
        return vague.kind == named.kind and _some(vague, named)
    return _vague(vague) and _fits(vague, named)


def _some(vague: Actor, named: Actor) -> bool:
    """Whether a group told of by its sort alone is one told of more exactly: "members" "Green MPs"."""
    if sort(vague) == "public":
        return sort(named) == "public"
    return sort(vague) == "members" and not vague.party and bool(named.party) and sort(named) in {"members", "party"}


def _vague(actor: Actor) -> bool:
    """Whether an actor is called by an office or a rank alone."""
    return actor.kind == "office" or (bool(actor.role) and actor.name.lower().endswith((actor.role or "").lower()))


def _fits(vague: Actor, named: Actor) -> bool:
    """Whether somebody can be called by an office or a rank: nothing else is told of him, or the same."""
    mine, theirs = (vague.role or vague.name).lower(), (named.role or "").lower()
    ranks = lexicon.words("offices", "ranks")
    return not theirs or theirs in ranks or theirs.split()[-1] == mine.split()[-1]


def followed(cast: Iterable[Actor], ids: Ids) -> tuple[tuple[Actor, ...], Ids]:
    """The cast without those who are others, and for each of them, through others without a name, who that is."""
    rows = {a.id: a for a in cast}
    final = {id: reduce(lambda at, _: ids.get(at, at), ids, id) for id in ids}
    for id, named in final.items():
        if id not in final.values():
            rows[named] = replace(fuller(rows[named], rows.pop(id)), id=named)
    return tuple(rows.values()), {id: named for id, named in final.items() if id not in rows}
