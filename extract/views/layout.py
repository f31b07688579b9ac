"""Where the actors of a network stand: stress layout that knows how wide names and edge labels are.

Many starts are moved at once as one array; the best is the one with the fewest crossings, covered names and cramped edges.
The same input always gives the same picture.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STARTS, STEPS, PUSHES = 40, 220, 80
# A landscape picture: a step sideways counts less than one up or down.
ASPECT = 1.55
MARGIN = 12.0
# What two names keep between them, so that the number of an edge has room there.
APART = np.array([34.0, 30.0])


def arrangements(
    half: Floats, pairs: list[tuple[int, int]], lengths: list[float], room: tuple[float, float]
) -> list[tuple[float, Floats]]:
    """Positions for boxes of half extents *half* joined by *pairs* of wanted *lengths*, with their cost, the best first."""
    count = len(half)
    if count == 1:
        return [(0.0, np.array([[room[0] / 2, room[1] / 2]]))]
    wanted = distances(count, pairs, lengths)
    starts = STARTS if count <= 16 else 24 if count <= 26 else 10
    moved = _stress(wanted, starts)
    placed = _separated(_fitted(moved, half, room), half, room)
    costs = [cost(place, half, pairs) for place in placed]
    return [(costs[at], placed[at]) for at in np.argsort(costs, kind="stable")]


def distances(count: int, pairs: list[tuple[int, int]], lengths: list[float]) -> Floats:
    """The wanted distance of any two boxes: along the shortest way, most of the longest where there is none."""
    wanted = np.full((count, count), np.inf)
    np.fill_diagonal(wanted, 0)
    for (one, other), length in zip(pairs, lengths, strict=True):
        wanted[one, other] = wanted[other, one] = min(length, wanted[one, other])
    for middle in range(count):
        wanted = np.minimum(wanted, wanted[:, middle, None] + wanted[None, middle])
    reached = wanted[np.isfinite(wanted)]
    # In a crowd, two who stand apart from the rest would else take the room of all the others.
    apart = 0.8 if count <= 26 else 0.5
    return np.where(np.isfinite(wanted), wanted, max(float(reached.max()), 120.0) * apart)


def _stress(wanted: Floats, starts: int) -> Floats:
    count = len(wanted)
    scale = float(wanted[wanted > 0].mean())
    place = np.random.default_rng(7).normal(0, scale * 0.7, (starts, count, 2)) * [ASPECT, 1]
    weight = 1 / np.maximum(wanted, 1) ** 2
    np.fill_diagonal(weight, 0)
    weight /= weight.sum(1).mean()
    for step in range(STEPS):
        apart = place[:, :, None] - place[:, None]
        length = np.sqrt((apart[..., 0] / ASPECT) ** 2 + apart[..., 1] ** 2) + 1e-6
        pull = (weight * (length - wanted) / length)[..., None] * apart
        place -= (0.9 * (1 - step / STEPS) + 0.05) * pull.sum(2)
    return place


def _fitted(place: Floats, half: Floats, room: tuple[float, float]) -> Floats:
    """Each arrangement stretched to the room, at most half as large again, and centred."""
    low, high = place.min(1, keepdims=True), place.max(1, keepdims=True)
    inner = np.array(room) - 2 * (half.mean(0) + MARGIN)
    grown = np.minimum(inner, (high - low) * 1.5) / np.maximum(high - low, 1)
    fitted: Floats = (place - (low + high) / 2) * grown + np.array(room) / 2
    return fitted


def _separated(place: Floats, half: Floats, room: tuple[float, float]) -> Floats:
    """Overlapping boxes pushed apart along the shorter way, inside the room."""
    need = half[:, None] + half[None] + APART
    low, high = half + MARGIN, np.array(room) - half - MARGIN
    high = np.maximum(low, high)
    place = np.clip(place, low, high)
    own = np.eye(len(half), dtype=bool)
    for _ in range(PUSHES):
        apart = place[:, :, None] - place[:, None]
        lack = np.maximum(need - np.abs(apart), 0)
        hit = (lack > 0).all(-1) & ~own
        if not hit.any():
            break
        sideways = lack[..., 0] < lack[..., 1] * 1.6
        sign = np.where(apart == 0, np.sign(np.arange(len(half))[:, None] - np.arange(len(half)))[..., None], np.sign(apart))
        push = np.stack([np.where(hit & sideways, lack[..., 0], 0), np.where(hit & ~sideways, lack[..., 1], 0)], -1)
        place = np.clip(place + (push * sign).sum(2) * 0.5, low, high)
    return place


def cost(place: Floats, half: Floats, pairs: list[tuple[int, int]]) -> float:
    """How bad an arrangement is: crossings, names that edges run under, overlaps, cramped edges."""
    if not pairs:
        return overlaps(place, half) * 20.0
    ends = np.array(sorted({(min(pair), max(pair)) for pair in pairs}))
    one, other = place[ends[:, 0]], place[ends[:, 1]]
    return (
        4.0 * _crossings(ends, one, other)
        + 6.0 * _covered(ends, one, other, place, half)
        + 20.0 * overlaps(place, half)
        + 5.0 * _cramped(ends, one, other, half)
        + 2.0 * _narrow(ends, place)
    )


def overlaps(place: Floats, half: Floats) -> int:
    """How many pairs of boxes overlap."""
    apart = np.abs(place[:, None] - place[None])
    return int(np.triu((apart < half[:, None] + half[None]).all(-1), 1).sum())


def _crossings(ends: NDArray[np.int64], one: Floats, other: Floats) -> int:
    way = other - one

    def side(point: Floats) -> Floats:
        off = point[None] - one[:, None]
        sided: Floats = way[:, None, 0] * off[..., 1] - way[:, None, 1] * off[..., 0]
        return sided

    split = side(one) * side(other) < 0
    shared = (ends[:, None, :, None] == ends[None, :, None, :]).any((-1, -2))
    return int(np.triu(split & split.T & ~shared, 1).sum())


def _covered(ends: NDArray[np.int64], one: Floats, other: Floats, place: Floats, half: Floats) -> int:
    share = np.linspace(0.04, 0.96, 24)[None, :, None]
    points = one[:, None] * (1 - share) + other[:, None] * share
    within = np.abs(points[:, :, None] - place[None, None]) < half + 5
    near = np.any(np.all(within, axis=3), axis=1)
    own = (np.arange(len(place)) == ends[:, :1]) | (np.arange(len(place)) == ends[:, 1:])
    return int(np.sum(near & ~own))


def _cramped(ends: NDArray[np.int64], one: Floats, other: Floats, half: Floats) -> float:
    free = np.maximum(np.abs(other - one) - half[ends[:, 0]] - half[ends[:, 1]], 0)
    return float(np.maximum(0, 1 - np.linalg.norm(free, axis=1) / 110).sum())


def _narrow(ends: NDArray[np.int64], place: Floats) -> float:
    """How much edges that leave one name run close together: labels would fight for the same room."""
    total = 0.0
    for at in range(len(place)):
        near = np.concatenate([ends[ends[:, 0] == at, 1], ends[ends[:, 1] == at, 0]])
        if len(near) > 1:
            way = place[near] - place[at]
            turn = np.sort(np.arctan2(way[:, 1], way[:, 0]))
            gaps = np.diff(np.append(turn, turn[0] + 2 * np.pi))
            total += float(np.maximum(0, 0.5 - gaps).sum())
    return total
