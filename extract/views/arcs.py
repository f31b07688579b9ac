"""Which steps of the order are drawn as arcs: those that words of the text say, each on a track of its own.

What scenes show already (place) and what only the order of telling suggests has no arc.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..types import Edge, Event, Story

SAID = ("stated time", "connective", "cause", "procedure", "tense", "correction")
# Reasons that tie whole groups of events to whole groups: only the steps between neighbours say something of their own.
BROAD = ("stated time", "tense", "procedure")


@dataclass(frozen=True, slots=True)
class Arc:
    """One step of the order, and the track it runs on: 0 is nearest to the events."""

    edge: Edge
    track: int


def arcs(story: Story, events: Sequence[Event], *, most: int) -> tuple[tuple[Arc, ...], int]:
    """The arcs between these events in the order they are drawn in, on at most so many tracks; and how many found none."""
    row = {event.id: place for place, event in enumerate(events)}
    said = [
        edge for edge in story.order
        if edge.evidence is not None and edge.why in SAID and row.get(edge.before, -1) >= 0 and row.get(edge.after, -1) >= 0
    ]  # fmt: skip
    kept = dict.fromkeys(edge for edge in said if edge.why not in BROAD or _neighbours(edge, said, row))
    return _packed(kept, row, most=most)


def _neighbours(edge: Edge, said: Iterable[Edge], row: Mapping[str, int]) -> bool:
    """Whether no other event of the same reason stands nearer on either side."""
    alike = [other for other in said if other.why == edge.why]
    nearer = (other for other in alike if other.after == edge.after and row[other.before] > row[edge.before])
    sooner = (other for other in alike if other.before == edge.before and row[other.after] < row[edge.after])
    return next(nearer, None) is None and next(sooner, None) is None


def _packed(edges: Iterable[Edge], row: Mapping[str, int], *, most: int) -> tuple[tuple[Arc, ...], int]:
    """Short ones first, each on the first track that is free over its whole length."""
    tracks: list[list[tuple[int, int]]] = []
    made, left = [], 0
    for edge in sorted(edges, key=lambda edge: (abs(row[edge.after] - row[edge.before]), row[edge.before], row[edge.after])):
        start, end = sorted((row[edge.before], row[edge.after]))
        free = (at for at, taken in enumerate(tracks) if all(end <= low or start >= high for low, high in taken))
        at = next(free, len(tracks))
        if at == most:
            left += 1
            continue
        tracks += [[]] if at == len(tracks) else []
        tracks[at].append((start, end))
        made.append(Arc(edge, at))
    return tuple(made), left
