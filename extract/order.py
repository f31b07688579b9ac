"""The sieves and the ranks: a partial order of events, each edge with its why, the surest evidence first.

A weaker edge never closes a circle (CAEVO, Chambers et al. 2014). `rank` only draws what the closure of the edges says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

import networkx as nx

from extract.closure import Graph, edges_of, graph_of
from extract.events import home
from extract.hours import apart, hours_of
from extract.openings import offences, told_first
from extract.protests import grounds
from extract.ranges import ranges
from extract.types import Edge, Event, Signal, Span, Telling, Why

Found = tuple[str, str, float, Why, Span | None]
Sieve = Callable[[tuple[Event, ...], tuple[Signal, ...]], Iterable[Found]]
# What precedes what, for acts that share a person in these roles, however they are told (Erskine May 21.40-21.50). Who is put
# out acts no more in that sitting; a warning, a demand and the naming come before the end that they lead to.
ENDS = (
    ("intervention", "targets", "ejection", "targets"),
    ("ruling", "targets", "ejection", "targets"),
    ("heckle", "actors", "ejection", "targets"),
    ("attack", "actors", "ejection", "targets"),
    ("point_of_order", "actors", "ejection", "targets"),
    ("ejection", "targets", "decision", "targets"),
    ("no_confidence_request", "actors", "decision", "targets"),
    ("point_of_order", "actors", "ruling", "targets"),
    ("ruling", "targets", "withdrawal", "actors"),
    ("attack", "actors", "withdrawal", "actors"),
    ("withdrawal", "actors", "ejection", "targets"),
)


def stated_times(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """Days apart, "On *Tuesday* ... on *Wednesday* ...", and hours of one day: "at *2.15pm* ... at *2.40pm* ..."."""
    for one, other in combinations(events, 2):
        early, late = sorted(
            (one, other), key=lambda e: (e.earliest or e.date or "", e.latest or e.date or "", hours_of(e) or ("", ""))
        )
        if apart(early, late):
            yield early.id, late.id, 1.0, "stated time", None


def connectives(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """ "That came *after* ...", "*then*", and the causes: "That *prompted* ..."."""
    homes = _homes(events)
    for signal in sorted(signals, key=lambda s: -s.strength):
        early, late = homes.get(_home(signal.before)), homes.get(_home(signal.after))
        if early and late and early != late and signal.why not in {"tense", "telling"}:
            yield early, late, signal.strength, signal.why, signal.evidence


def places(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """At the door < in the House < outside afterwards; a statement afterwards follows what it is about."""
    for one, other in combinations(events, 2):
        early, late = sorted((one, other), key=_step)
        if _step(early) < _step(late) and (_step(early) == 0 or late.type == "reaction"):
            yield early.id, late.id, 0.7, "place", home(late).span if late.type == "reaction" else home(early).span


def _step(event: Event) -> int:
    return 2 if event.type == "reaction" else int(event.place != "entrance")


def procedure(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """The offence and the warning precede the ejection, naming the vote on it, a request its refusal, a demand the withdrawal.

    Whatever is told first; but of several requests and several answers each answers the one told before it.
    """
    for early, role, late, other_role in ENDS:
        firsts, lasts = ([e for e in events if e.type == type and _done(e)] for type in (early, late))
        if early == "withdrawal":  # who refuses is put out; who does withdraw may do so to be let in again
            firsts = [e for e in firsts if e.status == "denied"]
        alone = len(firsts) == len(lasts) == 1
        for one, other in ((one, other) for one in firsts for other in lasts if _one_sitting(one, other)):
            about, theirs = set(getattr(one, role)), set(getattr(other, other_role))
            told = home(one).span.start < home(other).span.start
            anyhow = early != "withdrawal" and (alone or late == "ejection")  # who refuses after the end is told of after it
            if (about & theirs and (told or anyhow)) or (alone and not theirs and late != "ejection"):
                yield one.id, other.id, 0.65, "procedure", None


def _done(event: Event) -> bool:
    """What was done; and the withdrawal that was refused, which comes after what asked for it as one that was made does."""
    return event.status == "happened" or (event.type == "withdrawal" and event.status == "denied")


def _one_sitting(one: Event, other: Event) -> bool:
    """Whether two acts are of one sitting, as far as the text says."""
    if "outside" in {one.place, other.place}:
        return False
    return one.date == other.date and (one.earliest, one.latest) == (other.earliest, other.latest)


def tenses(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """The pluperfect looks back: "Marlowe *had walked out*"."""
    homes = _homes(events)
    for signal in (s for s in signals if s.why == "tense"):
        early, late = homes.get(_home(signal.before)), homes.get(_home(signal.after))
        if early and late and early != late:
            yield early, late, signal.strength, "tense", signal.evidence


def order_of_telling(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """Where nothing else speaks: as told, inside one scene, where news mostly tells in order; statements afterwards stay open.

    Of what only the lead tells no more than the outcome is placed, after what led to it; a guess, and told as one.
    """
    acts = [e for e in events if e.type != "reaction"]
    rows = sorted((e for e in acts if not summed(e)), key=_told_at)
    scenes, back = _scenes(rows, events, signals), _looking_back(events, signals)
    homes = _homes(events)
    at_once = {frozenset((homes.get(_home(s.before)), homes.get(_home(s.after)))) for s in signals if s.why == "telling"}
    known = _known_already(signals)
    for gap in range(1, len(rows)):
        for one, other in zip(rows, rows[gap:], strict=False):
            if {one.id, other.id} in at_once or (_place(home(one)) in known and home(one).depth == home(other).depth):
                continue
            if scenes[one.id] == scenes[other.id] and (other.id not in back or one.id in back) and _in_order(one, other):
                yield one.id, other.id, 0.4, "telling", None
    for late in (e for e in acts if summed(e)):
        yield from ((one.id, late.id, GUESS, "telling", None) for one in rows if _stage(one) < _stage(late))


def _known_already(signals: tuple[Signal, ...]) -> set[tuple[str, int]]:
    """Where a sentence opens with the later of two acts, "*Before she was named* he had warned her": the other goes on."""
    inside = (s for s in signals if s.why == "connective" and s.before.sentence == s.after.sentence and s.evidence is not None)
    return {_place(s.after) for s in inside if s.evidence and s.evidence.start < s.after.at < s.before.at}


def _place(telling: Telling) -> tuple[str, int]:
    return telling.span.article, telling.at


# How late in a row an act of a type mostly stands.
STAGES = {"intervention": 1, "ruling": 1, "decision": 1, "withdrawal": 1, "ejection": 2, "walkout": 3, "adjournment": 3}
# Share of the pairs of the coded articles in which what is told first came first, by how many paragraphs below the lead that is
# told (1, 2, 3, more) and whether it is of a later, the same or an earlier stage than the other. Within one paragraph nearly all.
TOLD_FIRST = ((0.50, 0.70, 0.83), (0.74, 0.82, 0.93), (0.79, 0.89, 0.91), (0.97, 1.0, 1.0))
SURE = 0.75  # the least share that is said; what is less sure is only drawn so
GUESS = 0.2


def summed(event: Event) -> bool:
    """Whether only what sums an article up tells an event; a brief report tells from its first paragraph on."""
    return home(event).lead and not home(event).depth


def _stage(event: Event) -> int:
    return STAGES.get(event.type, 0)


def _in_order(one: Event, other: Event) -> bool:
    """Whether news that tells two acts so mostly tells them in the order in which they happened."""
    depth, later = home(one).depth, home(other).depth
    way = _stage(other) - _stage(one)
    return depth == later or TOLD_FIRST[min(depth, len(TOLD_FIRST)) - 1][1 + (way > 0) - (way < 0)] >= SURE


def _told_at(event: Event) -> tuple[str, int, int]:
    """Where an event is told: by its own word, since its clause may hold another: "Hale, *whom he called a liar*, left"."""
    return home(event).span.article, home(event).at, home(event).span.start


def _scenes(rows: list[Event], events: tuple[Event, ...], signals: tuple[Signal, ...]) -> dict[str, int]:
    """The scene of each event as told, in the order in which they happened: a new one where the text goes back in time.

    It ends where the text returns to a day that it names, and where a statement afterwards stands between and none of its people
    does anything more; a mere glance back, in the pluperfect, opens none.
    """
    back = {id for id, why in _looking_back(events, signals).items() if why != "tense"}
    ends = _ends(events, signals)
    asides = [home(e).sentence for e in events if e.type == "reaction"]
    out: dict[str, int] = {}
    scene = 0
    for n, event in enumerate(rows):
        returns = n > 0 and apart(rows[n - 1], event) and home(event).time_text is not None
        if event.id in back:
            goes_on = n > 0 and rows[n - 1].id in back and ends.get(event.id) == ends.get(rows[n - 1].id)
            scene = scene if goes_on else min(out.values(), default=0) - 1
        elif returns and any(e.date == event.date for e in rows[: n - 1]):
            scene = max(out.values()) + 1
        elif n and scene < max(out.values()) and any(home(rows[n - 1]).sentence <= at < home(event).sentence for at in asides):
            there = {id for e in rows[:n] if out[e.id] == scene for id in (*e.actors, *e.targets)}
            scene = scene if there & {*event.actors, *event.targets} else max(out.values())
        out[event.id] = scene
    return out


def _looking_back(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> dict[str, Why]:
    """What a later sentence puts before an earlier one: where it stands among what was told before that is left open."""
    homes = _homes(events)
    return {id: s.why for s in _back(signals) if (id := homes.get(_home(s.before))) is not None}


def _back(signals: tuple[Signal, ...]) -> list[Signal]:
    """The signals of a later sentence by which what it tells came before what an earlier one tells."""
    return [s for s in signals if s.why != "telling" and s.before.at > s.after.at and s.before.sentence != s.after.sentence]


def _ends(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> dict[str, set[str]]:
    """What each event that a later sentence puts first precedes: several before one end are one way back."""
    homes = _homes(events)
    out: dict[str, set[str]] = {}
    for signal in _back(signals):
        early, late = homes.get(_home(signal.before)), homes.get(_home(signal.after))
        if early is not None and late is not None:
            out.setdefault(early, set()).add(late)
    return out


SIEVES: tuple[Sieve, ...] = (stated_times, connectives, places, procedure, grounds, offences, tenses, order_of_telling)


def _homes(events: tuple[Event, ...]) -> dict[tuple[Span, int], str]:
    """The event that each telling went into."""
    return {_home(telling): event.id for event in reversed(events) for telling in event.evidence}


def _home(telling: Telling) -> tuple[Span, int]:
    return telling.span, telling.at


def rank(
    events: tuple[Event, ...], signals: tuple[Signal, ...], *, sieves: tuple[Sieve, ...] = SIEVES
) -> tuple[tuple[Event, ...], tuple[Edge, ...]]:
    """The events with their ranks, numbered in that order, and the edges that no longer chain of other edges implies."""
    return renumbered(*ordered(events, signals, sieves=sieves))


def ordered(
    events: tuple[Event, ...], signals: tuple[Signal, ...], *, sieves: tuple[Sieve, ...] = SIEVES
) -> tuple[tuple[Event, ...], tuple[Edge, ...]]:
    """What `rank` gives, under the ids that the events have."""
    happened = tuple(e for e in events if e.status == "happened")
    found = (
        Edge(*row[:2], strength=row[2], why=row[3], evidence=row[4])
        for sieve in sieves
        for row in sieve(happened if sieve is order_of_telling else events, signals)
    )
    graph = graph_of(events, found)
    rows = sorted((e for e in happened if not summed(e)), key=_told_at)
    return ranked(events, graph, _scenes(rows, events, signals)), edges_of(graph)


def renumbered(events: Iterable[Event], order: Iterable[Edge]) -> tuple[tuple[Event, ...], tuple[Edge, ...]]:
    """Event ids by their order in the story, e1 first; edges follow."""
    rows = list(events)
    ids = {event.id: f"e{n}" for n, event in enumerate(rows, 1)}
    return tuple(replace(e, id=ids[e.id]) for e in rows), tuple(
        replace(e, before=ids[e.before], after=ids[e.after]) for e in order
    )


def ranked(events: tuple[Event, ...], graph: Graph, scenes: Mapping[str, int] | None = None) -> tuple[Event, ...]:
    """Ranks as levels of the graph, dense from 1; the range is how far an event could move without breaking an edge.

    What no edge puts in order is drawn as told, scene by scene, and has its range for all that.
    """
    levels: dict[str, int] = {}
    guesses = list(_guesses(events, scenes or {}, told_first(events, graph.edges)))
    drawn = graph_of(events, (*(data["edge"] for _, _, data in graph.edges(data=True)), *guesses)) if guesses else graph
    for level, nodes in enumerate(nx.topological_generations(drawn), 1):
        levels.update(dict.fromkeys(nodes, level))
    room = ranges(events, graph, levels)
    placed = [replace(e, rank=levels[e.id], rank_min=room[e.id][0], rank_max=room[e.id][1]) for e in events]
    return tuple(sorted(placed, key=lambda e: (e.rank, home(e).span)))


def _guesses(events: tuple[Event, ...], scenes: Mapping[str, int], firsts: set[str]) -> Iterator[Edge]:
    """How to draw what no edge puts in order: as told, and what only the lead tells last and by its stage, save *firsts*."""

    def told(event: Event) -> tuple[bool, int, tuple[str, int, int]]:
        late = summed(event) and event.id not in firsts
        return late, _stage(event) if late else scenes.get(event.id, 0), _told_at(event)

    acts = [e for e in events if e.type != "reaction" and e.status == "happened"]
    for one, other in combinations(sorted(acts, key=told), 2):
        if home(other).span.article == home(one).span.article:
            yield Edge(one.id, other.id, 0.0, "telling")
