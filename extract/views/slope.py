"""Order told against order happened: one line for each event, from its place in the article to its place in time.

Lines that cross are what the article tells out of order: what is told too early keeps its colour, the others step back. An
event whose place the text leaves open ends in an open dot on a dashed line.
"""

from __future__ import annotations

import plotly.graph_objects as go

from ..captions import caption, number, type_name, why_here
from ..crossings import jumps, loose, told
from ..focus import focus
from ..types import Event, Story
from .cast import by_surname
from .marks import Mark, figure, hover, hover_style, label, pill, trace
from .palette import INK, MUTED, WHITE, rgba, type_colour
from .textfit import clip

TOP, BOTTOM = 34.0, 10.0
ROWS = ((12, 34.0, 13.0), (24, 28.0, 12.5), (45, 21.0, 11.5), (10_000, 20.0, 11.0))  # up to so many events: row height, letters
NARROW = 520


def slope(story: Story, *, article: str | None = None, width: float = 820, selected: str | None = None) -> go.Figure:
    """The events of one article as told and as they happened; the story's first article unless another is named."""
    rows = told(story, article)
    if len(rows) < 2:
        words = "There is no order to compare: fewer than two events happened in this article."
        note = label(width / 2, 40, words, colour=MUTED, anchor="center", size=13)
        return figure([], width=width, height=80, shapes=[], labels=[note])
    frame = _Frame(rows, width)
    moved = frozenset(jump.event.id for jump in jumps(story, article))
    labels = [*_heads(frame), *_names(story if width >= NARROW else by_surname(story), frame, moved), *_numbers(frame)]
    data = [*_lines(frame, moved), *_hits(story, frame, selected)]
    return figure(data, width=width, height=frame.height, shapes=_badges(frame), labels=labels)


class _Frame:
    """Where everything stands, in pixels."""

    def __init__(self, rows: tuple[Event, ...], width: float) -> None:
        self.rows, self.width = rows, width
        _, self.row, self.size = next(size for size in ROWS if len(rows) <= size[0])
        self.height = TOP + self.row * len(rows) + BOTTOM
        self.radius = min(12.0, self.row / 2 - 1)
        self.names = width * (0.5 if width < NARROW else 0.44)
        self.left, self.right = self.names + 16, width - (46 if width < NARROW else 184)
        happened = sorted(rows, key=lambda e: (e.rank, rows.index(e)))
        self.open = loose(rows)
        self.told = {event.id: self._y(place) for place, event in enumerate(rows)}
        self.came = {event.id: self._y(place) for place, event in enumerate(happened)}

    def _y(self, place: int) -> float:
        return TOP + self.row * (place + 0.5)


def _heads(frame: _Frame) -> list[Mark]:
    short = frame.width < NARROW
    return [
        label(
            frame.names, 14, "AS TOLD" if short else "AS THE ARTICLE TELLS IT", size=11, weight=700, colour=MUTED, anchor="right"
        ),
        label(
            frame.width - 8 if short else frame.right - 12,
            14,
            "HAPPENED" if short else "AS IT HAPPENED",
            size=11,
            weight=700,
            colour=MUTED,
            anchor="right" if short else "left",
        ),
    ]


def _names(story: Story, frame: _Frame, moved: frozenset[str]) -> list[Mark]:
    """What is told, on the left, and of what type it is, on the right."""
    marks = []
    for event in frame.rows:
        weight = 600 if event.id in moved else 400
        text = clip(caption(story, event), frame.names - 8, frame.size, weight)
        marks.append(label(frame.names, frame.told[event.id], text, size=frame.size, weight=weight, anchor="right"))
        if frame.width >= NARROW:
            kind = clip(type_name(event.type), 156, frame.size, 600)
            colour = type_colour(event.type)
            at = frame.right + frame.radius + 6
            marks.append(label(at, frame.came[event.id], kind, size=frame.size, weight=600, colour=colour))
    return marks


def _lines(frame: _Frame, moved: frozenset[str]) -> list[Mark]:
    """Those that cross nothing first, so that the others lie above them."""
    marks = []
    for event in sorted(frame.rows, key=lambda e: e.id in moved):
        colour = type_colour(event.type)
        crossing = event.id in moved
        stroke = {
            "color": colour if crossing else rgba(colour, 0.45),
            "width": 2.2 if crossing else 1.3,
            "dash": "5px,3px" if event.id in frame.open else "solid",
        }
        ends = {"x": [frame.left, frame.right - frame.radius], "y": [frame.told[event.id], frame.came[event.id]]}
        dot = {"size": [8, 0.1], "color": colour, "opacity": 1, "line": {"color": WHITE, "width": 1}}
        marks.append(trace(**ends, mode="lines+markers", line=stroke, marker=dot))
    return marks


def _badges(frame: _Frame) -> list[Mark]:
    marks = []
    for event in frame.rows:
        colour, open_ = type_colour(event.type), event.id in frame.open
        stroke = {"color": colour, "width": 1.6 if open_ else 0, "dash": "3px,2.5px" if open_ else "solid"}
        half = (frame.radius, frame.radius)
        marks.append(pill(frame.right, frame.came[event.id], half, WHITE if open_ else colour, line=stroke))
    return marks


def _numbers(frame: _Frame) -> list[Mark]:
    size = 12 if frame.radius >= 10.5 else 10
    return [
        label(
            frame.right, frame.came[event.id], str(event.rank), size=size, weight=700, anchor="center",
            colour=type_colour(event.type) if event.id in frame.open else WHITE,
        )
        for event in frame.rows
    ]  # fmt: skip


def _hits(story: Story, frame: _Frame, selected: str | None) -> list[Mark]:
    """Bars over both ends of each line: easy to hit, with the words; the selected one shows on the left."""
    ids = [event.id for event in frame.rows]
    colours = [type_colour(event.type) for event in frame.rows]
    base: Mark = {
        "type": "bar", "orientation": "h", "width": frame.row - 2, "offset": 1 - frame.row / 2, "customdata": ids,
        "textposition": "none", "showlegend": False,
        "text": [_hover(story, frame, event) for event in frame.rows], "hovertemplate": "%{text}<extra></extra>",
        "hoverlabel": hover_style(colours), "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip
    chosen = [place for place, id in enumerate(ids) if id in focus(story, selected).events]
    hidden = {"color": colours, "opacity": 0, "cornerradius": 6}
    return [
        base | {
            "name": "events", "base": 2, "x": [frame.left + 4] * len(ids), "y": [frame.told[id] for id in ids], "marker": hidden,
            "selected": {"marker": {"opacity": 0.16}}, "selectedpoints": chosen or None,
        },
        base | {
            "name": "places", "base": frame.right - frame.radius, "x": [frame.width - frame.right + frame.radius - 4] * len(ids),
            "y": [frame.came[id] for id in ids], "marker": {"color": INK, "opacity": 0}, "selected": {"marker": {"opacity": 0}},
        },
    ]  # fmt: skip


def _hover(story: Story, frame: _Frame, event: Event) -> str:
    place = frame.rows.index(event) + 1
    title = f"told {place} of {len(frame.rows)} · happened {number(event)}"
    return hover(title, f"{caption(story, event)}: {why_here(story, event)}", event.evidence[0].span.text)
