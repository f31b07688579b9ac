"""Order told against order happened: what an article tells before something that came earlier, and how we know that it did.

News opens with the loudest moment and jumps back; each jump is a crossing of two lines in the slope figure, and a sentence here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from .captions import caption, reason, uncertain
from .types import Edge, Event, Story

ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth"}


@dataclass(frozen=True, slots=True)
class Jump:
    """An event that an article tells before others that came earlier; ``edge`` is why: the step that goes back in the telling."""

    event: Event
    told: int  # its place in the telling, from 1
    earlier: tuple[Event, ...]  # what is told after it and came before it, in the order in which it happened
    edge: Edge


def told(story: Story, article: str | None = None) -> tuple[Event, ...]:
    """The events that happened, in the order in which an article first tells them; the story's first article unless named."""
    source = article or (story.articles[0].id if story.articles else "")
    first = {e.id: min((t.span.start for t in e.evidence if t.span.article == source), default=None) for e in story.events}
    mine = [e for e in story.events if e.status == "happened" and first[e.id] is not None]
    return tuple(sorted(mine, key=lambda e: (first[e.id] or 0, e.rank, e.id)))


def jumps(story: Story, article: str | None = None) -> tuple[Jump, ...]:
    """Each event that is told too early, as the article tells them; only what the order says counts, not the drawn rank."""
    rows = told(story, article)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(e.id for e in story.events)
    graph.add_edges_from((edge.before, edge.after, {"edge": edge}) for edge in story.order)
    found: list[Jump] = []
    for place, event in enumerate(rows):
        before = nx.ancestors(graph, event.id)
        earlier = sorted((e for e in rows[place + 1 :] if e.id in before), key=lambda e: (e.rank, e.id))
        if earlier:
            found.append(Jump(event, place + 1, tuple(earlier), _reason(graph, earlier[-1], event, rows)))
    return tuple(found)


def _reason(graph: nx.DiGraph[str], before: Event, after: Event, rows: tuple[Event, ...]) -> Edge:
    """The step on the way from one event to another that goes back in the telling; the weakest, where several do."""
    place = {event.id: n for n, event in enumerate(rows)}
    path = nx.shortest_path(graph, before.id, after.id)
    edges: list[Edge] = [graph.edges[pair]["edge"] for pair in pairwise(path)]
    back = [edge for edge in edges if place.get(edge.before, -1) > place.get(edge.after, -1)]
    return min(back or edges, key=lambda edge: edge.strength)


def loose(rows: tuple[Event, ...]) -> frozenset[str]:
    """The events whose place among these the text leaves open; their lines are dashed."""
    ranks = Counter(event.rank for event in rows)
    return frozenset(event.id for event in rows if uncertain(event) or ranks[event.rank] > 1)


def sentence(story: Story, jump: Jump) -> str:
    """A crossing in words: "Told first, happened after 3 things told later: Labour MPs walk out; after 7, because ..."."""
    count = len(jump.earlier)
    later = f"“{caption(story, jump.earlier[0])}”, told later" if count == 1 else f"{count} things told later"
    place = ORDINALS.get(jump.told, f"at place {jump.told}")
    return f"Told {place}, happened after {later}: {caption(story, jump.event)} ({_because(story, jump)})."


def _because(story: Story, jump: Jump) -> str:
    """Why it came later; the order of telling is one only of its second telling, since the first stands before them all."""
    last = jump.earlier[-1]
    if jump.edge.why != "telling":
        early, late = story.event(jump.edge.before), story.event(jump.edge.after)
        after = f"after {early.rank}" if late.id == jump.event.id else f"{early.rank} before {late.rank}"
        return f"{after}, {reason(story, jump.edge)}"
    if _told_after(jump.event, last):
        return f"a guess: summed up there, and told in its turn further down, after {last.rank}"
    return f"a guess: told there alone, and mostly such a thing comes after one like {last.rank}"


def _told_after(event: Event, other: Event) -> bool:
    """Whether an article tells an event, be it again, behind the first telling of another."""
    first: dict[str, int] = {}
    for telling in other.evidence:
        first[telling.span.article] = min(telling.span.start, first.get(telling.span.article, telling.span.start))
    return any(t.span.start > first.get(t.span.article, t.span.start) for t in event.evidence)


def summary(story: Story, article: str | None = None) -> str:
    """How far an article tells things as they happened, in one sentence."""
    rows, found = told(story, article), jumps(story, article)
    if len(rows) < 2:
        return "The article tells one event, so nothing can be told out of order." if rows else "The article tells no event."
    dashed = " Dashed lines: the text leaves their place open." if loose(rows) else ""
    if not found:
        return f"The article tells its {len(rows)} events in the order in which they happened, as far as it says.{dashed}"
    many = "1 of them" if len(found) == 1 else f"{len(found)} of them"
    return f"The article tells {len(rows)} events, {many} before something that came earlier.{dashed}"
