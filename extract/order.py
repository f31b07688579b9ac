"""The sieves and the ranks: a partial order of events, each edge with its why, the surest evidence first.

A weaker edge never closes a circle (CAEVO, Chambers et al. 2014). `rank` only draws what the closure of the edges says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from extract.events import home
from extract.types import Edge, Event, Place, Signal, Span, Telling, Why

Graph: TypeAlias = "nx.DiGraph[str]"  # the attribute "edge" of an edge is an `Edge`
Found = tuple[str, str, float, Why, Span | None]
Sieve = Callable[[tuple[Event, ...], tuple[Signal, ...]], Iterable[Found]]
STEPS: dict[Place | None, int] = {"entrance": 0, "inside": 1, None: 1, "outside": 2}
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
)


def stated_times(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """Days apart, "On *Tuesday* ... on *Wednesday* ...", and hours of one day: "at *2.15pm* ... at *2.40pm* ..."."""
    for one, other in combinations(events, 2):
        early, late = sorted(
            (one, other), key=lambda e: (e.earliest or e.date or "", e.latest or e.date or "", _hours(e) or ("", ""))
        )
        if _apart(early, late):
            yield early.id, late.id, 1.0, "stated time", None


def _opening(event: Event) -> tuple[str, str, tuple[str, str]]:
    return event.earliest or event.date or "", event.latest or event.date or "", _hours(event) or ("", "")


def _apart(early: Event, late: Event) -> bool:
    """Whether all the time that one can mean lies before all that the other can."""
    last, opening = early.latest or early.date, late.earliest or late.date
    if last and opening and last < opening:
        return True
    first, second = _hours(early), _hours(late)
    return bool(early.date and early.date == late.date and first and second and first[1] < second[0])


def _hours(event: Event) -> tuple[str, str] | None:
    """The hours that a telling of an event states."""
    return next((t.hours for t in event.evidence if t.hours), None)


def connectives(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """ "That came *after* ...", "*then*", and the causes: "That *prompted* ..."."""
    for signal in sorted(signals, key=lambda s: -s.strength):
        early, late = _event_of(events, signal.before), _event_of(events, signal.after)
        if early and late and early != late and signal.why != "tense":
            yield early, late, signal.strength, signal.why, signal.evidence


def places(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """At the door < in the House < outside afterwards; a statement afterwards follows what it is about."""
    for one, other in combinations(events, 2):
        early, late = sorted((one, other), key=_step)
        if _step(early) < _step(late) and (_step(early) == 0 or late.type == "reaction"):
            yield early.id, late.id, 0.7, "place", home(late).span if late.type == "reaction" else home(early).span


def _step(event: Event) -> int:
    return 2 if event.type == "reaction" else min(STEPS[event.place], 1)


def procedure(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """The offence and the warning precede the ejection, naming the vote on it, a request its refusal, a demand the withdrawal.

    Whatever is told first; but of several requests and several answers each answers the one told before it.
    """
    for early, role, late, other_role in ENDS:
        firsts, lasts = ([e for e in events if e.type == type and e.status == "happened"] for type in (early, late))
        alone = len(firsts) == len(lasts) == 1
        for one, other in ((one, other) for one in firsts for other in lasts if _one_sitting(one, other)):
            about, theirs = set(getattr(one, role)), set(getattr(other, other_role))
            told = home(one).span.start < home(other).span.start
            if (about & theirs and (told or alone or late == "ejection")) or (alone and not theirs and late != "ejection"):
                yield one.id, other.id, 0.65, "procedure", None


def _one_sitting(one: Event, other: Event) -> bool:
    """Whether two acts are of one sitting, as far as the text says."""
    if "outside" in {one.place, other.place}:
        return False
    return one.date == other.date and (one.earliest, one.latest) == (other.earliest, other.latest)


def tenses(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """The pluperfect looks back: "Marlowe *had walked out*"."""
    for signal in (s for s in signals if s.why == "tense"):
        early, late = _event_of(events, signal.before), _event_of(events, signal.after)
        if early and late and early != late:
            yield early, late, signal.strength, "tense", signal.evidence


def order_of_telling(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """Where nothing else speaks: as told, inside one scene. What only the lead tells, and statements afterwards, stay open."""
    rows = sorted((e for e in events if e.type != "reaction" and not home(e).lead), key=lambda e: home(e).span)
    for gap in range(1, len(rows)):
        for one, other in zip(rows, rows[gap:], strict=False):
            yield one.id, other.id, 0.4, "telling", None


SIEVES: tuple[Sieve, ...] = (stated_times, connectives, places, procedure, tenses, order_of_telling)


def _event_of(events: tuple[Event, ...], telling: Telling) -> str | None:
    """The event that a telling went into."""
    return next(
        (e.id for e in events if any(t is telling or (t.at == telling.at and t.span == telling.span) for t in e.evidence)), None
    )


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
    return ranked(events, graph), edges_of(graph)


def graph_of(events: tuple[Event, ...], edges: Iterable[Edge]) -> Graph:
    """The graph of the edges in their order; what is known already or would close a circle is left out.

    What each event precedes and follows is kept as bits, so that asking costs nothing on a long story.
    """
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(e.id for e in events)
    bit = {event.id: 1 << n for n, event in enumerate(events)}
    after, before = dict.fromkeys(bit, 0), dict.fromkeys(bit, 0)
    for edge in edges:
        early, late = edge.before, edge.after
        if (after[early] & bit[late]) or (before[early] & bit[late]) or early == late:
            continue
        graph.add_edge(early, late, edge=edge)
        firsts, lasts = before[early] | bit[early], after[late] | bit[late]
        for id, own in bit.items():
            after[id] |= lasts if own & firsts else 0
            before[id] |= firsts if own & lasts else 0
    return graph


def renumbered(events: Iterable[Event], order: Iterable[Edge]) -> tuple[tuple[Event, ...], tuple[Edge, ...]]:
    """Event ids by their order in the story, e1 first; edges follow."""
    rows = list(events)
    ids = {event.id: f"e{n}" for n, event in enumerate(rows, 1)}
    return tuple(replace(e, id=ids[e.id]) for e in rows), tuple(
        replace(e, before=ids[e.before], after=ids[e.after]) for e in order
    )


def edges_of(graph: Graph) -> tuple[Edge, ...]:
    """The edges of the transitive reduction, with their reasons: the closure, not the list, is the truth."""
    kept = nx.transitive_reduction(graph).edges
    strong = {(a, b) for a, b, data in graph.edges(data=True) if data["edge"].why != "telling"}
    chosen = [data["edge"] for a, b, data in graph.edges(data=True) if (a, b) in kept or (a, b) in strong]
    return tuple(sorted(chosen, key=lambda e: (e.after, e.before)))


def ranked(events: tuple[Event, ...], graph: Graph) -> tuple[Event, ...]:
    """Ranks as levels of the graph, dense from 1; the range is how far an event could move without breaking an edge.

    What only the lead tells is drawn where such acts mostly stand, and has its range for all that.
    """
    levels: dict[str, int] = {}
    guesses = list(_guesses(events))
    drawn = graph_of(events, (*(data["edge"] for _, _, data in graph.edges(data=True)), *guesses)) if guesses else graph
    for level, nodes in enumerate(nx.topological_generations(drawn), 1):
        levels.update(dict.fromkeys(nodes, level))
    top = max(levels.values(), default=1)
    above, below = dict.fromkeys(graph, 1), dict.fromkeys(graph, 0)
    for node in nx.topological_sort(graph):
        above[node] = max((above[m] + 1 for m in graph.predecessors(node)), default=1)
    for node in reversed(list(nx.topological_sort(graph))):
        below[node] = max((below[m] + 1 for m in graph.successors(node)), default=0)
    placed = [replace(e, rank=levels[e.id], rank_min=above[e.id], rank_max=top - below[e.id]) for e in events]
    return tuple(sorted(placed, key=lambda e: (e.rank, home(e).span)))


# How late in a sitting an act mostly stands that a lead opens with, by its type: leads open with the outcome.
OUTCOMES: dict[str, int] = {"ejection": 1, "decision": 2, "walkout": 2, "adjournment": 3}


def _guesses(events: tuple[Event, ...]) -> Iterator[Edge]:
    """Where to draw what only the lead tells: the outcome after all that the body tells, as far as the surer edges allow."""
    acts = [e for e in events if e.type != "reaction" and e.status == "happened"]
    for one, other in combinations(sorted(acts, key=lambda e: (home(e).lead, OUTCOMES.get(e.type, 0), home(e).span)), 2):
        if home(other).lead and home(one).span.article == home(other).span.article:
            yield Edge(one.id, other.id, 0.0, "telling")
