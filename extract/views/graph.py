"""The network before it is drawn: who is joined to whom by which acts, how large each name is, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..captions import in_order, type_name
from ..types import Story
from .cast import Member, initials, members
from .chips import CHIP_SIZE, Box, Chip, Tie, curves, place_chips
from .layout import Floats, arrangements
from .textfit import BOLD, clip, width

# The narrower the picture, the fewer actors have room in it: from so many pixels, so many.
MOST_ACTORS = ((1200, 60), (1000, 48), (700, 36), (500, 24), (0, 14))
# Beyond these the words on the edges would crowd the names out: numbers alone.
MOST_WORDS, LEAST_WIDTH = 45, 600
NAME_SIZE, SIGN_SIZE, LEGEND_SIZE, EDGE = 13.0, 10.0, 12.0, 20.0
TRIED = 6


@dataclass(frozen=True, slots=True)
class Sketch:
    """The whole network in pixels."""

    width: float
    height: float
    nodes: tuple[Member, ...]
    names: Mapping[str, str]
    signs: Mapping[str, str]
    sizes: Mapping[str, float]
    half: Mapping[str, tuple[float, float]]
    at: Mapping[str, Floats]
    ties: tuple[Tie, ...]
    lines: tuple[Floats, ...]
    chips: tuple[Chip, ...]
    legend: tuple[tuple[str, str, float, float], ...]
    aside: tuple[str, ...]
    aside_y: float
    left_out: int


@lru_cache(maxsize=32)
def sketch(story: Story, wide: float) -> Sketch:
    """The arrangement of a story's network; remembered, since it does not change with the selection."""
    cast, ties, left_out = _kept(members(story), ties_of(story), wide)
    joined = {id for tie in ties for id in (tie.source, tie.target)}
    sizes = _sizes(cast, ties)
    names = {member.id: clip(member.name, min(220, wide * 0.45), sizes[member.id], BOLD) for member in cast}
    parties = initials(cast)
    signs = {member.id: parties.get(member.group or "", "") if not member.chair else "" for member in cast}
    half = {id: ((width(names[id], sizes[id], BOLD) + sign_width(signs[id])) / 2 + 12, sizes[id] / 2 + 8) for id in names}
    legend, top = _legend(cast, wide)
    core = [member.id for member in cast if member.id in joined]
    room = (wide, _height(len(core), wide))
    at, lines, chips = _arranged(core, ties, half, room)
    rows, bottom = _rows([member.id for member in cast if member.id not in joined], half, wide, top + room[1])
    down = np.array([0, top])
    moved = tuple(Chip(chip.tie, chip.x, chip.y + top, chip.half, chip.text) for chip in chips)
    at = {id: place + down for id, place in at.items()} | rows
    high = bottom + (16 if left_out else 0)
    return Sketch(wide, high, cast, names, signs, sizes, half, at, ties, tuple(line + down for line in lines), moved, legend,
                  tuple(rows), top + room[1], left_out)  # fmt: skip


def sign_width(sign: str) -> float:
    """The room that the sign of a party takes behind a name."""
    return width(sign, SIGN_SIZE, 500) + 6 if sign else 0.0


def ties_of(story: Story) -> tuple[Tie, ...]:
    """The links of the story as arrows, each with the numbers of its events."""
    events = {event.id: event for event in in_order(story)}
    known = {actor.id for actor in story.actors}
    ties = []
    for link in story.links:
        told = [event for event in events.values() if event.id in link.events]
        if not told or not {link.source, link.target} <= known:
            continue
        done = [event for event in told if event.status == "happened"]
        numbers = ", ".join(dict.fromkeys(str(event.rank) for event in done)) or "–"
        ids = tuple(event.id for event in (done or told))
        ties.append(Tie(link.source, link.target, link.type, ids, _few(numbers), type_name(link.type), bool(done)))
    return tuple(ties)


def _few(numbers: str) -> str:
    parts = numbers.split(", ")
    return numbers if len(parts) <= 3 else f"{parts[0]}, {parts[1]} +{len(parts) - 2}"


def _kept(cast: tuple[Member, ...], ties: tuple[Tie, ...], wide: float) -> tuple[tuple[Member, ...], tuple[Tie, ...], int]:
    """The best joined actors where there are too many to draw."""
    most = next(count for least, count in MOST_ACTORS if wide >= least)
    if len(cast) <= most:
        return cast, ties, 0
    hubs = _hubs([member.id for member in cast], ties, most)
    kept = tuple(tie for tie in ties if {tie.source, tie.target} <= hubs)
    shown = {id for tie in kept for id in (tie.source, tie.target)}
    return tuple(member for member in cast if member.id in shown), kept, len(cast) - len(shown)


def _hubs(ids: list[str], ties: tuple[Tie, ...], most: int) -> set[str]:
    """So many actors, each the best joined of those who are tied to one already taken: a picture that hangs together."""
    degree = _degrees(ties)
    beside: dict[str, set[str]] = {}
    for tie in ties:
        beside.setdefault(tie.source, set()).add(tie.target)
        beside.setdefault(tie.target, set()).add(tie.source)
    taken: set[str] = set()
    left = sorted((id for id in ids if id in degree), key=lambda id: -degree[id])
    while left and len(taken) < most:
        nearest = next((id for id in left if beside[id] & taken), left[0])
        taken.add(nearest)
        left.remove(nearest)
    return taken


def _degrees(ties: tuple[Tie, ...]) -> dict[str, int]:
    degree: dict[str, int] = {}
    for tie in ties:
        for id in {tie.source, tie.target}:
            degree[id] = degree.get(id, 0) + 1
    return degree


def _sizes(cast: tuple[Member, ...], ties: tuple[Tie, ...]) -> dict[str, float]:
    degree = _degrees(ties)
    return {member.id: NAME_SIZE + (2 if degree.get(member.id, 0) >= 5 else 0) for member in cast}


def _height(count: int, wide: float) -> float:
    if not count:
        return 30
    tall = (
        170
        if count == 1
        else 240
        if count <= 3
        else 380
        if count <= 8
        else 520
        if count <= 16
        else 660
        if count <= 30
        else 800
        if count <= 48
        else 920
    )
    return tall if wide >= LEAST_WIDTH else min(tall * 1.15, 700)


def _arranged(
    core: list[str], ties: tuple[Tie, ...], half: dict[str, tuple[float, float]], room: tuple[float, float]
) -> tuple[dict[str, Floats], list[Floats], list[Chip]]:
    """Of the best arrangements, the one in which most labels find room."""
    if not core:
        return {}, [], []
    words = room[0] >= LEAST_WIDTH and len(ties) <= MOST_WORDS * min(1, room[0] / 1000)
    index = {id: place for place, id in enumerate(core)}
    pairs = [(index[tie.source], index[tie.target]) for tie in ties if tie.source != tie.target]
    crowd = Counter(frozenset((tie.source, tie.target)) for tie in ties)
    lengths = [
        _wanted(tie, half, words=words) + 16 * (crowd[frozenset((tie.source, tie.target))] - 1)
        for tie in ties if tie.source != tie.target
    ]  # fmt: skip
    extents = np.array([half[id] for id in core])
    best: tuple[float, dict[str, Floats], list[Floats], list[Chip]] | None = None
    for start, place in arrangements(extents, pairs, lengths, room)[:TRIED]:
        at = {id: place[index[id]] for id in core}
        lines = curves(ties, at, half)
        taken: list[Box] = [(x - half[id][0], y - half[id][1], x + half[id][0], y + half[id][1]) for id, (x, y) in at.items()]
        chips = place_chips(ties, lines, taken, room, words=words)
        price = start + sum(4 if not chip.text else 2 if words and chip.text != chip.tie.label else 0 for chip in chips)
        if best is None or price < best[0]:
            best = (price, at, lines, chips)
    assert best is not None
    return best[1:]


def _wanted(tie: Tie, half: dict[str, tuple[float, float]], *, words: bool) -> float:
    text = width(tie.label if words else tie.numbers, CHIP_SIZE, 600)
    return text + 44 + 0.55 * (half[tie.source][0] + half[tie.target][0])


def _legend(cast: tuple[Member, ...], wide: float) -> tuple[tuple[tuple[str, str, float, float], ...], float]:
    """The colours' meanings, in as many rows as they need; then how far down the picture begins."""
    entries = dict.fromkeys((member.group or ("Chair" if member.chair else ""), member.colour) for member in cast)
    named = [(name or "No party given", colour) for name, colour in entries if name or any(group for group, _ in entries)]
    placed, x, y = [], EDGE, 16.0
    for name, colour in named:
        need = 28 + width(name, LEGEND_SIZE) + 22
        if x + need > wide and x > EDGE:
            x, y = EDGE, y + 22
        placed.append((name, colour, x, y))
        x += need
    return tuple(placed), y + 16 if placed else 0


def _rows(ids: list[str], half: dict[str, tuple[float, float]], wide: float, top: float) -> tuple[dict[str, Floats], float]:
    """Actors without a tie, in rows below the picture; then where the picture ends."""
    if not ids:
        return {}, top + 4
    placed: dict[str, Floats] = {}
    x, y = EDGE, top + 42
    for id in ids:
        if x + 2 * half[id][0] > wide - EDGE and x > EDGE:
            x, y = EDGE, y + 40
        placed[id] = np.array([x + half[id][0], y])
        x += 2 * half[id][0] + 14
    return placed, y + 26
