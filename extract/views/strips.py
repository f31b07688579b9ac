"""When it happened, across stories: a strip of bars for each type of event, each strip on a scale of its own.

The bars are months; where those would be hair-thin, quarters or years. Every bar carries the pick that names its days and type.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from .. import picks
from ..captions import type_name
from ..tallies import Month
from .marks import Mark, figure, hover, hover_style, label, line
from .palette import INK, MUTED, RULE, TYPE_COLOURS, rgba, type_colour
from .textfit import BOLD, widest

NARROW = 560
AXIS, LEAST_BAR, LEAST_MONTHS, PALE = 30, 2.5, 12, 0.3
HIGH, MANY, LOWER = 44, 8, 36  # a strip's height, and that of each where there are many
STEPS = (1, 3, 12)
MOST_BAR = 30.0
GRID = rgba(RULE, 0.45)


@dataclass(frozen=True, slots=True)
class Strips:
    """Where everything stands, in pixels: each strip's foot, and which bar of how many months begins where."""

    width: float
    left: float
    right: float
    step: int
    start: int
    bars: int
    high: float
    feet: Mapping[str, float]
    narrow: bool

    @property
    def each(self) -> float:
        return (self.right - self.left) / self.bars

    def x(self, month: float) -> float:
        """Where a month begins, counted from the year 0."""
        return self.left + (month - self.start) / self.step * self.each


def strips(months: Sequence[Month], *, width: float = 1240, selected: str | None = None) -> go.Figure:
    """The counts as strips of bars; *selected* is the pick of the bar that stands out."""
    if not months:
        nothing = label(width / 2, 40, "No event with a day", colour=MUTED, anchor="center", size=14)
        return figure([], width=width, height=80, shapes=[], labels=[nothing])
    counts = _counts(months)
    plan = _plan(months, list(counts), width)
    bottom = max(plan.feet.values())
    bars = {type: _bars(plan, counts[type]) for type in counts}
    known = {picks.span(type, *_days(plan, first)) for type in bars for first in bars[type]}
    data = [mark for type in bars for mark in _strip(plan, type, bars[type], selected if selected in known else None)]
    ticks = list(_ticks(plan))
    shapes = [line(x, 8, x, bottom, GRID) for x, _ in ticks]
    shapes += [line(plan.left, foot + 0.5, plan.right, foot + 0.5, RULE) for foot in plan.feet.values()]
    labels = [label(x + 2, bottom + 15, text, size=11.5, colour=MUTED) for x, text in ticks if text]
    labels += [mark for type in bars for mark in _labels(plan, type, bars[type])]
    return figure(data, width=width, height=bottom + AXIS, shapes=shapes, labels=labels)


def described(months: Sequence[Month]) -> str:
    """The same in words: "Heckle: 3, most in April 2024 (2)." for each type."""
    if not months:
        return "No event has a day."
    parts = []
    for type, counts in _counts(months).items():
        most = max(counts, key=lambda month: counts[month])
        parts.append(f"{type_name(type)}: {sum(counts.values()):,}, most in {_month(most)} ({counts[most]:,}).")
    first, last = min(map(_of, months)), max(map(_of, months))
    return f"Events by month, {_month(first)} to {_month(last)}. {' '.join(parts)}"


def _of(month: Month) -> int:
    """A month as one number: twelve times the year and the months before it."""
    year, number = month.month.split("-")[:2]
    return int(year) * 12 + int(number) - 1


def _month(month: int, *, short: bool = False) -> str:
    names = calendar.month_abbr if short else calendar.month_name
    return f"{names[month % 12 + 1]} {month // 12}"


def _counts(months: Sequence[Month]) -> dict[str, dict[int, int]]:
    """The months of each type, the types in the order of the codebook."""
    known = [*TYPE_COLOURS, *sorted({m.type for m in months} - set(TYPE_COLOURS))]
    made: dict[str, dict[int, int]] = {type: {} for type in known if any(m.type == type for m in months)}
    for month in months:
        made[month.type][_of(month)] = made[month.type].get(_of(month), 0) + month.number
    return made


def _plan(months: Sequence[Month], types: Sequence[str], width: float) -> Strips:
    narrow = width < NARROW
    left = 0.0 if narrow else round(widest(map(type_name, types), 13, BOLD)) + 18
    right = width - (2 if narrow else 128)
    first, last = min(map(_of, months)), max(map(_of, months)) + 1
    least = 4 if narrow else 5
    step = next((s for s in STEPS if (right - left) / ((last - first) / s + 1) >= least), STEPS[-1])
    last = -(-last // step) * step
    start = min(first // step * step, last - LEAST_MONTHS)
    high = LOWER if len(types) > MANY else HIGH
    feet = {type: (high + (16 if narrow else 0)) * (place + 1.0) for place, type in enumerate(types)}
    return Strips(width, left, right, step, start, (last - start) // step, high, feet, narrow)


def _bars(plan: Strips, counts: Mapping[int, int]) -> dict[int, int]:
    """The counts of each bar, by its first month."""
    made: dict[int, int] = {}
    for month, number in sorted(counts.items()):
        first = month - (month - plan.start) % plan.step
        made[first] = made.get(first, 0) + number
    return made


def _strip(plan: Strips, type: str, bars: Mapping[int, int], selected: str | None) -> tuple[Mark, Mark]:
    """The bars as they are seen, and the whole height of the strip above each to point at."""
    codes = [picks.span(type, *_days(plan, first)) for first in bars]
    colour, most, foot, room = type_colour(type), max(bars.values()), plan.feet[type], plan.high - 10
    shades = [rgba(colour, PALE) if selected and code != selected else colour for code in codes]
    at = [plan.x(first) + plan.each / 2 for first in bars]
    seen: Mark = {
        "type": "bar", "x": at, "base": foot, "y": [-max(LEAST_BAR, number / most * room) for number in bars.values()],
        "width": min(MOST_BAR, max(plan.each * 0.82, plan.each - 5)), "marker": {"color": shades, "line": {"width": 0}},
        "hoverinfo": "skip", "showlegend": False, "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip
    texts = [hover(_said(plan, first), f"{type_name(type)}: {_events(number)}") for first, number in bars.items()]
    place = [n for n, code in enumerate(codes) if code == selected]
    return seen, _hits(at, foot, (plan.each, plan.high), codes, texts, place, colour)


def _hits(
    at: list[float], foot: float, size: tuple[float, float], codes: list[str], texts: list[str], place: list[int], colour: str
) -> Mark:
    return {
        "type": "bar", "name": "hits", "x": at, "y": [4 - size[1]] * len(at), "base": foot, "width": max(size[0], 6),
        "customdata": codes, "text": texts, "textposition": "none", "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": colour, "opacity": 0}, "selectedpoints": place or None, "showlegend": False,
        "selected": {"marker": {"opacity": 0.12}}, "unselected": {"marker": {"opacity": 0}}, "hoverlabel": hover_style(colour),
    }  # fmt: skip


def _days(plan: Strips, first: int) -> tuple[str, str]:
    last = first + plan.step - 1
    return f"{_iso(first)}-01", f"{_iso(last)}-{calendar.monthrange(last // 12, last % 12 + 1)[1]:02}"


def _iso(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _said(plan: Strips, first: int) -> str:
    """A bar's months in words: "March 2024", "January to March 2024", "2024"."""
    if plan.step == 1:
        return _month(first)
    last = first + plan.step - 1
    return str(first // 12) if plan.step == STEPS[-1] else f"{_month(first).split()[0]} to {_month(last)}"


def _events(number: int) -> str:
    return "1 event" if number == 1 else f"{number:,} events"


def _labels(plan: Strips, type: str, bars: Mapping[int, int]) -> list[Mark]:
    colour, total = type_colour(type), f"{sum(bars.values()):,}"
    unit = {1: "a month", 3: "a quarter", 12: "a year"}[plan.step]
    most = f"most {max(bars.values()):,} {unit}"
    foot = plan.feet[type]
    if plan.narrow:
        y = foot - plan.high - 2
        return [
            label(0, y, type_name(type), size=12.5, colour=colour, weight=700),
            label(plan.width - 2, y, f"<b>{total}</b> · {most}", size=11.5, colour=MUTED, anchor="right"),
        ]
    return [
        label(plan.left - 14, foot - 12, type_name(type), size=13, colour=colour, weight=700, anchor="right"),
        label(plan.right + 12, foot - 23, total, size=12.5, colour=INK, weight=600),
        label(plan.right + 12, foot - 7, most, size=10.5, colour=MUTED),
    ]


def _ticks(plan: Strips) -> Iterator[tuple[float, str]]:
    """Where a year begins, or a month where there are few; a text on as many as have room."""
    end = plan.start + plan.bars * plan.step
    by = next((by for by in (1, 2, 3, 6) if plan.x(by) - plan.x(0) >= 66), 12) if end - plan.start <= 24 else 12
    while by >= 12 and plan.x(by) - plan.x(0) < 40:
        by *= 2 if by == 12 else 5 if by == 24 else 2
    for month in range(plan.start, end):
        if month % by == 0:
            text = _month(month, short=True) if by < 12 else str(month // 12)
            yield plan.x(month), text if plan.x(month) + (50 if by < 12 else 32) < plan.width else ""
