"""Acts as arrows from who acts to whom: the same marks whether the order runs to the right or down the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .marks import Mark, trace
from .palette import WHITE, type_colour

FAINT = 0.55
Points = list[tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Act:
    """One act: where it stands in the order, and where those stand who act and those who are acted on."""

    type: str
    done: bool
    at: float
    acting: tuple[float, ...]
    struck: tuple[float, ...]


def arrows(acts: Sequence[Act], *, across: bool, wide: bool) -> list[Mark]:
    """A few traces for each type and status, whatever the number of acts; *across* draws them from side to side."""
    marks: list[Mark] = []
    key = lambda act: (act.type, act.done)  # noqa: E731
    for (type, done), run in groupby(sorted(acts, key=key), key=key):
        marks += _drawn(list(run), type_colour(type), done=done, across=across, wide=wide)
    return marks


def _drawn(acts: list[Act], colour: str, *, done: bool, across: bool, wide: bool) -> list[Mark]:
    shafts, heads, joins, ends, starts = _points(acts)
    look = {"opacity": 1 if done else FAINT}
    stroke = {"color": colour, "width": 2.2, "dash": "solid" if done else "4px,3px"}
    arrow = {"color": colour, "opacity": 1, "line": {"width": 0}, "symbol": "arrow", "angleref": "previous",
             "size": [0 if head is None else head * (13 if wide else 9) for head in heads],
             "standoff": [7 if head else 0 for head in heads]}  # fmt: skip
    ring = {"size": 11 if wide else 8, "color": WHITE, "opacity": 1, "line": {"color": colour, "width": 2.2}}
    dot = {"size": 13 if wide else 9, "color": colour, "opacity": 1, "line": {"color": WHITE, "width": 1.5}}
    made = [
        trace(**_xy(shafts, across=across), mode="lines+markers", line=stroke, marker=arrow, **look),
        trace(**_xy(joins, across=across), mode="lines", line={**stroke, "width": 1.6, "dash": "dot"}, **look),
        trace(**_xy(ends, across=across), mode="markers", marker=ring, **look),
        trace(**_xy(starts, across=across), mode="markers", marker=dot, **look),
    ]
    return [mark for mark in made if mark["x"]]


def _xy(points: Points, *, across: bool) -> Mark:
    at, reach = [one for one, _ in points], [other for _, other in points]
    return {"x": reach, "y": at} if across else {"x": at, "y": reach}


def _points(acts: list[Act]) -> tuple[Points, list[int | None], Points, Points, Points]:
    """Shafts from who acts to whom, their heads, dotted joins of those who act together, rings and dots."""
    shafts: Points = []
    heads: list[int | None] = []
    joins: Points = []
    ends: Points = []
    starts: Points = []
    for act in acts:
        for target in act.struck:
            for actor in act.acting:
                if actor != target:
                    shafts += [(act.at, actor), (act.at, target), (None, None)]
                    heads += [0, 1, None]
        if len(act.acting) > 1 and not act.struck:
            joins += [(act.at, act.acting[0]), (act.at, act.acting[-1]), (None, None)]
        ends += [(act.at, reach) for reach in act.struck]
        starts += [(act.at, reach) for reach in act.acting if reach not in act.struck]
        starts += [(act.at, reach) for reach in act.acting if reach in act.struck and len(act.acting) == 1]
    return shafts, heads, joins, ends, starts
