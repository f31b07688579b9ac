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
    """An event that an article tells out of turn, and ``edge``, why: the step that goes back in the telling.

    Told before others that came earlier; or, with ``back``, told after others that came later: it looks back.
    """

    event: Event
    told: int  # its place in the telling, from 1
    crossed: tuple[Event, ...]  # those others, in the order in which they happened
    edge: Edge
    back: bool = False


def told(story: Story, article: str | None = None) -> tuple[Event, ...]:
    """The events that happened, in the order in which an article first tells them; the story's first article unless named."""
    source = article or (story.articles[0].id if story.articles else "")
    first = {e.id: min((t.span.start for t in e.evidence if t.span.article == source), default=None) for e in story.events}
    mine = [e for e in story.events if e.status == "happened" and first[e.id] is not None]
    return tuple(sorted(mine, key=lambda e: (first[e.id] or 0, e.rank, e.id)))


def jumps(story: Story, article: str | None = None) -> tuple[Jump, ...]:
    """The fewest events that need to move, as the article tells them; only what the order says counts, not the drawn rank."""
    rows = told(story, article)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(e.id for e in story.events)
    graph.add_edges_from((edge.before, edge.after, {"edge": edge}) for edge in story.order)
    before = {event.id: nx.ancestors(graph, event.id) for event in rows}
    pairs = [(one, other) for n, one in enumerate(rows) for other in rows[n + 1 :] if other.id in before[one.id]]
    return tuple(_jump(graph, rows, event, pairs) for event in _movers(rows, pairs))


def _movers(rows: tuple[Event, ...], pairs: list[tuple[Event, Event]]) -> list[Event]:
    """Events without which no two cross: time and again the one that crosses most; of two alike, the one told first."""
    left, moved = list(pairs), list[Event]()
    while left:
        counted = Counter(event.id for pair in left for event in pair)
        worst = max((event for event in rows if event.id in counted), key=lambda event: counted[event.id])
        moved.append(worst)
        left = [pair for pair in left if worst not in pair]
    return sorted(moved, key=rows.index)


def _jump(graph: nx.DiGraph[str], rows: tuple[Event, ...], event: Event, pairs: list[tuple[Event, Event]]) -> Jump:
    ahead = sorted((other for one, other in pairs if one is event), key=lambda e: (e.rank, e.id))
    behind = sorted((one for one, other in pairs if other is event), key=lambda e: (e.rank, e.id))
    place = rows.index(event) + 1
    if len(behind) > len(ahead):
        return Jump(event, place, tuple(behind), _reason(graph, event, behind[0], rows), back=True)
    return Jump(event, place, tuple(ahead), _reason(graph, ahead[-1], event, rows))


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
    count, when, where = len(jump.crossed), *(("before", "earlier") if jump.back else ("after", "later"))
    others = f"“{caption(story, jump.crossed[0])}”, told {where}" if count == 1 else f"{count} things told {where}"
    place = ORDINALS.get(jump.told, f"at place {jump.told}")
    looks = ", looks back" if jump.back else ""
    return f"Told {place}{looks}, happened {when} {others}: {caption(story, jump.event)} ({_because(story, jump)})."


def _because(story: Story, jump: Jump) -> str:
    """Why it happened there; the order of telling is a reason only of its second telling, since the first is out of turn."""
    last = jump.crossed[0 if jump.back else -1]
    if jump.edge.why != "telling":
        early, late = story.event(jump.edge.before), story.event(jump.edge.after)
        if late.id == jump.event.id:
            return f"after {early.rank}, {reason(story, jump.edge)}"
        said = f"before {late.rank}" if early.id == jump.event.id else f"{early.rank} before {late.rank}"
        return f"{said}, {reason(story, jump.edge)}"
    if jump.back:
        return f"a guess: what is told so comes mostly before one like {last.rank}"
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
    ahead, back = (sum(jump.back is late for jump in found) for late in (False, True))
    parts = [f"{ahead} of them before something that came earlier"] * bool(ahead) + [f"{back} of them looking back"] * bool(back)
    return f"The article tells {len(rows)} events, {' and '.join(parts)}.{dashed}"
