"""From where to where each event could move in the drawn order: past whatever no path of the order ties it to.

Two that nothing orders always meet there, so that no reader is told that one of them came first.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from extract.types import Event


def ranges(events: tuple[Event, ...], graph: nx.DiGraph[str], levels: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """The least and the greatest rank of each event, of ranks drawn at these levels.

    Several events may share a rank, as acts of two articles do that nothing ties; they could come one after the other all the
    same. So what precedes and follows is counted in ranks and in places, and the wider of the two stands.
    """
    ranks = {id: 1 << level for id, level in levels.items()}
    places = {e.id: 1 << n for n, e in enumerate(events)}
    back = graph.reverse(copy=False)
    above, below = _led_to(graph, ranks), _led_to(back, ranks)
    before, after = _led_to(graph, places), _led_to(back, places)
    done = sum(places[e.id] for e in events if e.status == "happened")
    drawn = sorted(levels[e.id] for e in events if e.status == "happened")
    top = max(levels.values(), default=1)
    out = {}
    for e in events:
        rows = drawn if e.status == "happened" else sorted([*drawn, levels[e.id]])  # what did not happen moves nothing
        first, last = (before[e.id] & done).bit_count(), len(rows) - 1 - (after[e.id] & done).bit_count()
        out[e.id] = min(1 + above[e.id].bit_count(), rows[first]), max(top - below[e.id].bit_count(), rows[last])
    return out


def _led_to(graph: nx.DiGraph[str], marks: Mapping[str, int]) -> dict[str, int]:
    """The marks of all from which a path leads to each event, as bits."""
    out = dict.fromkeys(graph, 0)
    for node in nx.topological_sort(graph):
        for late in graph.successors(node):
            out[late] |= out[node] | marks[node]
    return out
