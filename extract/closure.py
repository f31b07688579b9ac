"""What a set of edges says of every pair: the graph of a partial order and its closure, kept as bits.

A weaker edge never closes a circle (CAEVO, Chambers et al. 2014), so edges come in the order of their strength.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import networkx as nx

from extract.types import Edge, Event

Graph: TypeAlias = "nx.DiGraph[str]"  # the attribute "edge" of an edge is an `Edge`


def graph_of(events: tuple[Event, ...], edges: Iterable[Edge]) -> Graph:
    """The graph of the edges in their order; what is known already or would close a circle is left out.

    What each event precedes and follows is kept as bits, so that asking costs nothing on a long story; an edge changes them only
    for those before and after it that were not yet known to be so.
    """
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(e.id for e in events)
    ids = [event.id for event in events]
    bit = {id: 1 << n for n, id in enumerate(ids)}
    after, before = dict.fromkeys(bit, 0), dict.fromkeys(bit, 0)
    for edge in edges:
        early, late = edge.before, edge.after
        if (after[early] & bit[late]) or (before[early] & bit[late]) or early == late:
            continue
        graph.add_edge(early, late, edge=edge)
        firsts, lasts = before[early] | bit[early], after[late] | bit[late]
        new_firsts, new_lasts = firsts & ~before[late], lasts & ~after[early]
        for n in _ones(new_firsts):
            after[ids[n]] |= lasts
        for n in _ones(new_lasts):
            before[ids[n]] |= firsts
    return graph


def _ones(bits: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def edges_of(graph: Graph) -> tuple[Edge, ...]:
    """The edges of the transitive reduction, with their reasons: the closure, not the list, is the truth."""
    kept = nx.transitive_reduction(graph).edges
    strong = {(a, b) for a, b, data in graph.edges(data=True) if data["edge"].why != "telling"}
    chosen = [data["edge"] for a, b, data in graph.edges(data=True) if (a, b) in kept or (a, b) in strong]
    return tuple(sorted(chosen, key=lambda e: (e.after, e.before)))
