"""The curves of a network and the labels on them, put only where they cover no name and no other label."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .layout import Floats
from .textfit import width

CHIP_SIZE, CHIP_HIGH = 11.0, 8.0
STOPS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75)
POINTS = 41
BENDS = (0.05, -0.05, 0.14, -0.14, 0.26, -0.26, 0.4, -0.4, 0.56, -0.56)
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor did to another, all acts of one type: an arrow with one label."""

    source: str
    target: str
    type: str
    events: tuple[str, ...]
    numbers: str
    name: str
    done: bool

    @property
    def label(self) -> str:
        return f"{self.numbers} {self.name}"


@dataclass(frozen=True, slots=True)
class Chip:
    """A label and where it stands; no text where there was no room for any."""

    tie: Tie
    x: float
    y: float
    half: float
    text: str


def curves(ties: Sequence[Tie], at: dict[str, Floats], half: dict[str, tuple[float, float]]) -> list[Floats]:
    """One curve for each tie; those between the same two actors fan out."""
    lanes: dict[tuple[str, str], list[int]] = {}
    for place, tie in enumerate(ties):
        lanes.setdefault((min(tie.source, tie.target), max(tie.source, tie.target)), []).append(place)
    made: list[Floats] = [np.zeros((0, 2))] * len(ties)
    for (first, _), places in lanes.items():
        for turn, place in enumerate(places):
            tie = ties[place]
            if tie.source == tie.target:
                made[place] = _loop(at[tie.source], half[tie.source], turn)
                continue
            if len(places) == 1:
                made[place] = _clear(tie, at, half)
                continue
            bend = (turn - (len(places) - 1) / 2) * min(0.26, 0.75 / len(places))
            made[place] = _bow(at[tie.source], at[tie.target], bend if tie.source == first else -bend)
    return made


def _clear(tie: Tie, at: dict[str, Floats], half: dict[str, tuple[float, float]]) -> Floats:
    """The flattest curve that runs under no other name; the flattest of all where none is clear."""
    drawn = [_bow(at[tie.source], at[tie.target], bend) for bend in BENDS]
    others = [(*(at[id] - half[id] - 4), *(at[id] + half[id] + 4)) for id in at if id not in (tie.source, tie.target)]
    return next((line for line in drawn if not any(_crosses(line, box) for box in others)), drawn[0])


def _bow(start: Floats, end: Floats, bend: float) -> Floats:
    way = end - start
    middle = (start + end) / 2 + bend * np.array([-way[1], way[0]])
    t = np.linspace(0, 1, POINTS)[:, None]
    curve: Floats = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    return curve


def _loop(centre: Floats, half: tuple[float, float], turn: int) -> Floats:
    """An act on oneself: out at the top left, back in at the top right."""
    wide, high = half[0] * 0.5, half[1]
    rise = 34 + 22 * turn
    ends = centre + np.array([(-wide, -high), (-wide - 14, -high - rise), (wide + 14, -high - rise), (wide, -high)])
    t = np.linspace(0, 1, POINTS)[:, None]
    curve: Floats = (1 - t) ** 3 * ends[0] + 3 * t * (1 - t) ** 2 * ends[1] + 3 * t**2 * (1 - t) * ends[2] + t**3 * ends[3]
    return curve


def place_chips(
    ties: Sequence[Tie], lines: Sequence[Floats], taken: Sequence[Box], room: tuple[float, float], *, words: bool
) -> list[Chip]:
    """A label on each curve: number and type, the number alone, or none, in that order of what fits."""
    boxes = list(taken)
    placed: dict[int, Chip] = {}
    for at in sorted(range(len(ties)), key=lambda at: _span(lines[at])):
        tie = ties[at]
        texts = (tie.label, tie.numbers) if words else (tie.numbers,)
        tried = (_best(tie, text, at, lines, boxes, room) for text in texts)
        placed[at] = next(filter(None, tried), _silent(tie, lines[at]))
        if placed[at].text:
            boxes.append(_box(placed[at].x, placed[at].y, placed[at].half))
    return [placed[at] for at in range(len(ties))]


def _best(tie: Tie, text: str, at: int, lines: Sequence[Floats], boxes: Sequence[Box], room: tuple[float, float]) -> Chip | None:
    half = width(text, CHIP_SIZE, 600) / 2 + (4 if text == tie.numbers else 6)
    others = [line for place, line in enumerate(lines) if place != at]
    best: tuple[float, Chip] | None = None
    for stop in STOPS:
        x, y = lines[at][round(stop * (POINTS - 1))]
        box = _box(x, y, half)
        inside = box[0] >= 2 and box[1] >= 2 and box[2] <= room[0] - 2 and box[3] <= room[1] - 2
        if not inside or any(_meet(box, other) for other in boxes):
            continue
        price = abs(stop - 0.5) * 4 + 3 * sum(_crosses(line, box) for line in others)
        if best is None or price < best[0]:
            best = (price, Chip(tie, float(x), float(y), half, text))
        if price < 1:
            break
    return best[1] if best else None


def _silent(tie: Tie, line: Floats) -> Chip:
    x, y = line[POINTS // 2]
    return Chip(tie, float(x), float(y), 8, "")


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - CHIP_HIGH, x + half, y + CHIP_HIGH


def _meet(one: Box, other: Box, gap: float = 1.5) -> bool:
    return one[0] < other[2] + gap and other[0] < one[2] + gap and one[1] < other[3] + gap and other[1] < one[3] + gap


def _crosses(line: Floats, box: Box) -> bool:
    x, y = line[:, 0], line[:, 1]
    return bool(((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])).any())


def _span(line: Floats) -> float:
    return float(np.linalg.norm(line[0] - line[-1]))


def reach(half: tuple[float, float], way: Floats) -> float:
    """How far it is from the middle of a box to its border in a direction."""
    length = math.hypot(*way) or 1.0
    x, y = abs(way[0]) / length, abs(way[1]) / length
    return min(half[0] / x if x > 1e-9 else math.inf, half[1] / y if y > 1e-9 else math.inf)
