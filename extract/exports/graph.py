"""The story as a network for graph programs: actors are nodes, each act of one on another is an edge of its own, in order.

Networkx writes GraphML and GEXF itself, so all that is done here is to give it values that both can hold: no list, no None.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

import networkx as nx

from .. import reviews
from ..captions import caption, in_order, type_name
from ..reviews import Reviews
from ..types import Actor, Event, Story
from .rows import outlets_of, review_of, words_of
from .wording import days, joined, on_one_line
from .zipped import stems

Attributes = dict[str, Any]
MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """For yEd, Cytoscape, igraph and R."""
    made = multigraph(story, reviewed=reviewed)
    text = "\n".join(nx.generate_graphml(made))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def gexf(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """For Gephi, with its timeline: days where every act has one and they are not all the same, else places in the order."""
    made = multigraph(story, reviewed=reviewed)
    dated, told = _dated(story), {on_one_line(event.id): event for event in story.events}
    for *_, edge in made.edges(data=True):
        edge["start"], edge["end"] = _when(told[edge["event"]], dated=dated)
    for node, attributes in made.nodes(data=True):
        touching = [edge for *_, edge in [*made.in_edges(node, data=True), *made.out_edges(node, data=True)]]
        if touching:
            attributes["start"] = min(edge["start"] for edge in touching)
            attributes["end"] = max(edge["end"] for edge in touching)
    made.graph["mode"] = "dynamic"
    stream = io.BytesIO()
    nx.write_gexf(made, stream, version="1.2draft")
    # The day on which it is written is no part of the story: the same story gives the same bytes.
    return MODIFIED.sub("", stream.getvalue().decode(), count=1).encode()


def multigraph(story: Story, *, reviewed: Reviews | None = None) -> nx.MultiDiGraph[str]:
    """One edge for each actor and each target of an event."""
    looked = reviewed or {}
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made.graph.update(name=on_one_line(story.title), standing=reviews.standing(story, looked))
    # Letters that may stand in an XML identifier, no two alike.
    nodes, acts = stems(actor.id for actor in story.actors), stems(event.id for event in story.events)
    for actor in story.actors:
        made.add_node(nodes[actor.id], **_node(story, actor))
    for event in in_order(story):
        for source, target in _ends(event, nodes):
            made.add_edge(source, target, key=f"{acts[event.id]}:{source}:{target}", **_edge(story, event, looked))
    return made


def _ends(event: Event, nodes: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(nodes[one], nodes[other]) for one in event.actors for other in event.targets if one in nodes and other in nodes]


def loose(story: Story) -> str:
    """How many events a network cannot show, since they have no two ends; empty where it shows all."""
    count = sum(1 for event in story.events if not (event.actors and event.targets))
    if not count:
        return ""
    those = "1 event has" if count == 1 else f"{count} events have"
    return f"{those} nobody who does it or nobody to whom, and stand in no edge; csv and xlsx have all events"


def _node(story: Story, actor: Actor) -> Attributes:
    return {
        "actor": on_one_line(actor.id),
        "name": on_one_line(actor.name),
        "label": on_one_line(actor.name),
        "kind": actor.kind,
        "role": on_one_line(actor.role),
        "party": on_one_line(actor.party),
        "aliases": joined(actor.aliases),
        "acts": sum(1 for event in story.events if actor.id in event.actors),
        "acted_on": sum(1 for event in story.events if actor.id in event.targets),
    }


def _edge(story: Story, event: Event, reviewed: Reviews) -> Attributes:
    return {
        "label": type_name(event.type),
        "event": on_one_line(event.id),
        "event_type": on_one_line(event.type),
        "status": event.status,
        "rank": event.rank,
        "rank_min": event.rank_min,
        "rank_max": event.rank_max,
        "date": on_one_line(event.date),
        "earliest": on_one_line(event.earliest),
        "latest": on_one_line(event.latest),
        "place": event.place or "",
        "caption": on_one_line(caption(story, event)),
        "quote": on_one_line(event.quote),
        "words": words_of(event),
        "outlets": outlets_of(story, event),
        "confidence": float(event.confidence),
        "review": review_of(event, reviewed),
    }


def _dated(story: Story) -> bool:
    found = [days(event) for event in story.events if event.actors and event.targets]
    return all(found) and len(set(found)) > 1


def _when(event: Event, *, dated: bool) -> tuple[Any, Any]:
    """From when to when: days as words, or the places that the event could have in the order."""
    bounds = days(event) if dated else None
    return (bounds[0].isoformat(), bounds[1].isoformat()) if bounds else (float(event.rank_min), float(event.rank_max))
