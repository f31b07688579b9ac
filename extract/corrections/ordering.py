"""What people say of the order goes before what the machine found: that yields only where both cannot be true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import networkx as nx

from extract.closure import Graph, edges_of, graph_of
from extract.corrections.draft import RULE, Draft
from extract.order import SIEVES, ranked
from extract.story import links
from extract.types import Edge, Story


def settled(draft: Draft) -> Story:
    """The story of a draft, with its ranks, its links and only those who take part."""
    story = draft.story
    if draft.moved:
        graph = _graph(draft)
        drawn = {event.id: event.rank for event in story.events}  # what no edge orders stays as it was drawn
        story = replace(story, events=ranked(story.events, graph, drawn), order=edges_of(graph))
    taking_part = {id for e in story.events for id in (*e.actors, *e.targets, e.source) if id}
    cast = tuple(a for a in story.actors if a.id in taking_part)
    return replace(story, actors=cast, links=links(story.events))


def _graph(draft: Draft) -> Graph:
    """Said first, the last word before the earlier ones; then what was found, and what followed from it before."""
    story = draft.story
    found = sorted((*story.order, *_sieved(story)), key=lambda e: -e.strength)
    firm = tuple(reversed(draft.firm))
    before = graph_of(story.events, found)
    against = any(nx.has_path(before, edge.after, edge.before) for edge in firm)
    return graph_of(story.events, (*firm, *found, *(_followed(before) if against else ())))


def _sieved(story: Story) -> Iterator[Edge]:
    """Where the sieves put the acts that a person has added."""
    added = {e.id for e in story.events if all(t.rule == RULE for t in e.evidence)}
    if added:
        happened = tuple(e for e in story.events if e.status == "happened")
        for early, late, strength, why, evidence in (row for sieve in SIEVES for row in sieve(happened, ())):
            if added & {early, late}:
                yield Edge(early, late, strength, why, evidence)


def _followed(graph: Graph) -> Iterator[Edge]:
    """What follows from edges, each as sure as the weakest on its way; the surest first."""
    ways = nx.all_pairs_shortest_path(graph)
    rows = [(one, other, way) for one, found in ways for other, way in found.items() if len(way) > 2]
    weakest = [
        (one, other, min((graph.edges[pair]["edge"] for pair in pairwise(way)), key=lambda e: e.strength))
        for one, other, way in rows
    ]
    for one, other, edge in sorted(weakest, key=lambda row: -row[2].strength):
        yield Edge(one, other, edge.strength, edge.why)
