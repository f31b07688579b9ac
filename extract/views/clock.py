"""The sin-bin clock: who is out of the chamber on a day, under which rule, since when and until when.

What a text says is a full bar; what is only assumed of the rules is dashed and pale, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from ..picks import Pick
from ..tallies import Out
from .marks import Mark, box, figure, hover, hover_style, label, line, lines
from .palette import INK, MUTED, RULE, WHITE, rgba, type_colour
from .textfit import BOLD, clip
from .textfit import width as wide

NARROW = 560
ROW, TOP, BAR, NAME = 46, 30, 18, 12.5
GRID = rgba(RULE, 0.45)
OPEN = "until when is not said"
BACK, AHEAD, LEAST = 45, 120, 14  # days before and after that are drawn; what reaches further is cut, and its label says it


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are drawn, and where each begins."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        share = min(max(0, (day - self.first).days), self.long) / self.long
        return self.left + (self.right - self.left) * share

    @property
    def long(self) -> int:
        return (self.last - self.first).days


def clock(outs: Sequence[Out], *, on: str, width: float = 1240, selected: str | None = None) -> go.Figure:
    """One bar a person, from the day to the last day out; *on* is marked."""
    today = _day(on)
    days = _days(outs, today, width)
    height = TOP + ROW * max(1, len(outs)) + 6
    mark = (days.x(today) + days.x(today + timedelta(1))) / 2
    now = _now(mark, today, width)
    ticks = [(days.x(day), day) for day in _ticks(days) if abs(days.x(day) - now["x"]) > 70]
    shapes = [line(x, TOP - 6, x, height - 6, GRID) for x, _ in ticks]
    labels = [label(x, 11, f"{day.day} {day:%b}", size=11, colour=MUTED, anchor="center") for x, day in ticks]
    for n, one in enumerate(outs):
        y = TOP + ROW * n
        ends = days.x(_day(one.since)), days.x(_day(one.until or one.since) + timedelta(1))
        shapes += [_bar(ends, y + 20, one), line(0, y + ROW - 1, width, y + ROW - 1, RULE)]
        labels += _labels(one, y, days.left, width)
    shapes.append({**line(mark, TOP - 8, mark, height - 4, INK, wide=1.5), "layer": "above"})
    return figure([_hits(outs, width, selected)], width=width, height=height, shapes=shapes, labels=[*labels, now])


def _days(outs: Sequence[Out], today: date, width: float) -> Days:
    since, until = [_day(one.since) for one in outs], [_day(one.until or one.since) for one in outs]
    first = max(today - timedelta(BACK), min([today, *since]) - timedelta(1))
    last = max(min(today + timedelta(AHEAD), max([today, *until]) + timedelta(2)), first + timedelta(LEAST))
    return Days(first, last, 8.0 if width < NARROW else 200.0, width - 12)


def _ticks(days: Days) -> Iterator[date]:
    """Days with room between them: each, every other, or the Mondays, some of them."""
    each = (days.right - days.left) / days.long
    step = next((step for step in (1, 2, 7, 14, 28) if step * each >= 64), 56)
    start = days.first + timedelta((7 - days.first.weekday()) % 7 if step >= 7 else 0)
    day = start
    while day < days.last:
        if days.x(day) - days.left >= 20 and days.right - days.x(day) >= 20:
            yield day
        day += timedelta(step)


def said(one: Out) -> str:
    """Since and until when, and under which rule: "since 13 March 2024 · until 15 March 2024 · standing order 94"."""
    since, until = f"since {_in_words(_day(one.since))}", f"until {_in_words(_day(one.until))}" if one.until else OPEN
    return " · ".join(filter(None, (since, until, one.rule, "assumed" if one.assumed else "")))


def _short(one: Out) -> str:
    """What has room on a telephone: until when, and under which rule."""
    until = f"until {_day(one.until).day} {_day(one.until):%b %Y}" if one.until else OPEN
    return " · ".join(filter(None, (until, one.rule, "assumed" if one.assumed else "")))


def described(outs: Sequence[Out], *, on: str) -> str:
    """The same in words."""
    told = "; ".join(f"{one.name}, {said(one)}" for one in outs)
    return f"Out of the chamber on {_in_words(_day(on))}: {told or 'nobody'}."


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _now(x: float, today: date, width: float) -> Mark:
    text = f"{today.day} {today:%b %Y}"
    half = wide(text, 12, BOLD) / 2
    return label(min(max(x, half), width - half - 2), 11, text, size=12, weight=700, anchor="center")


def _bar(ends: tuple[float, float], y: float, one: Out) -> Mark:
    colour, firm = type_colour("ejection"), one.until is not None and not one.assumed
    stroke = {"color": colour, "width": 0 if firm else 1.5, "dash": "solid" if firm else "4px,3px"}
    right = max(ends[1] - 1, ends[0] + 4)
    return box(ends[0] + 1, y, right, y + BAR, colour if firm else rgba(colour, 0.1), radius=5, line=stroke)


def _labels(one: Out, y: float, left: float, width: float) -> list[Mark]:
    """The name beside the bar, or over it where there is no room; what is said stands over the bar."""
    if width >= NARROW:
        name = label(left - 14, y + 29, lines([clip(one.name, left - 20, NAME, 600)]), size=NAME, weight=600, anchor="right")
        told = lines([clip(said(one), width - left - 14, 11.5)])
        return [name, label(left, y + 10, told, size=11.5, colour=MUTED, bgcolor=WHITE)]
    text = f"<b>{lines([clip(one.name, width * 0.45, NAME, BOLD)])}</b>"
    room = width - 16 - wide(clip(one.name, width * 0.45, NAME, BOLD), NAME, BOLD) - 8
    rest = label(width - 8, y + 9, lines([clip(_short(one), room, 11)]), size=11, colour=MUTED, anchor="right", bgcolor=WHITE)
    return [label(left, y + 9, text, size=NAME), rest]


def _hits(outs: Sequence[Out], width: float, selected: str | None) -> Mark:
    codes = [Pick("member", (one.key,)).code for one in outs]
    colour, clear = type_colour("ejection"), {"marker": {"opacity": 0}}
    texts = [hover(one.name, f"Out {said(one)}") for one in outs]
    return {
        "type": "bar", "name": "hits", "orientation": "h", "base": 0, "x": [width] * len(outs), "width": ROW - 4,
        "y": [TOP + ROW * (n + 0.5) for n in range(len(outs))], "customdata": codes, "text": texts, "textposition": "none",
        "marker": {"color": colour, "opacity": 0, "cornerradius": 6}, "hovertemplate": "%{text}<extra></extra>",
        "selectedpoints": [n for n, code in enumerate(codes) if code == selected] or None, "unselected": clear,
        "selected": {"marker": {"opacity": 0.08}}, "hoverlabel": hover_style(colour), "showlegend": False,
    }  # fmt: skip
