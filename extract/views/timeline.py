"""The timeline as an order lane: who acts on whom, left to right as it happened, never at a made-up clock time.

What is uncertain looks uncertain: a dashed badge where an event could stand elsewhere, a bracket over those whose order the text
does not say. What was planned, only talked of or denied stands apart and pale.
"""

from __future__ import annotations

from itertools import groupby

import plotly.graph_objects as go

from ..captions import caption, number, type_name, uncertain
from ..focus import Focus, focus
from ..types import Event, Story
from .acts import Act, arrows
from .lanes import GROUP_SIZE, LEFT, NAME_SIZE, SCENE_SIZE, SCENE_TOP, STAGGERED, TYPE_SIZE, Lane, Plan, badge_radius, plan
from .marks import Mark, box, figure, hover, hover_style, label, line, lines, pill
from .palette import BAND, INK, MUTED, RULE, WHITE, rgba, type_colour


def timeline(story: Story, *, width: float = 1240, selected: str | None = None, aside: bool = True) -> go.Figure:
    """The story's events in order, one column each; what *selected* names (see `focus`) stands out."""
    layout = plan(story, width=width, aside=aside)
    if not layout.events:
        nothing = label(width / 2, 60, "No event was found in this text.", colour=MUTED, anchor="center", size=14)
        return figure([], width=width, height=120, shapes=[], labels=[nothing])
    ties, seen = _tied(layout), focus(story, selected)
    shapes = [*_bands(layout), *_lane_shapes(layout, seen), *_tie_shapes(layout), *_badges(layout, ties)]
    labels = [
        *_scene_labels(layout),
        *_lane_labels(layout, seen),
        *_tie_labels(layout),
        *_badge_labels(layout, ties),
        *_type_labels(layout),
    ]
    data = [*_arrows(layout), _hits(story, layout, seen)]
    return figure(data, width=layout.width, height=layout.height, shapes=shapes, labels=labels)


def _bands(layout: Plan) -> list[Mark]:
    bottom = layout.height - 4
    plain = [box(band.left + 2, 4, band.right - 2, bottom, BAND) for band in layout.bands if not band.aside]
    stroke = {"color": RULE, "width": 1, "dash": "dash"}
    return plain + [box(band.left + 2, 4, band.right - 2, bottom, WHITE, line=stroke) for band in layout.bands if band.aside]


def _scene_labels(layout: Plan) -> list[Mark]:
    return [
        label(band.left + 8, SCENE_TOP, lines(band.lines), size=SCENE_SIZE, colour=MUTED, weight=700, middle="top")
        for band in layout.bands
        if band.lines
    ]


def _lane_shapes(layout: Plan, seen: Focus) -> list[Mark]:
    reach: dict[float, list[float]] = {}
    for event in layout.events:
        for id in (*event.actors, *event.targets):
            if id in layout.lane_of:
                reach.setdefault(layout.lane_of[id], []).append(layout.x[event.id])
    shapes = []
    for lane in layout.lanes:
        colour, y = lane.member.colour, lane.y
        shapes.append(line(layout.gutter - 4, y, layout.width - 10, y, rgba(colour, 0.16)))
        shapes.append(line(min(reach[y]), y, max(reach[y]), y, rgba(colour, 0.32), wide=3))
        shapes.append(line(7, y - 10, 7, y + 10, colour, wide=4))
        if seen.kind == "actor" and lane.member.id in seen.actors:
            shapes.append(box(12, y - 12, layout.width - 6, y + 12, rgba(colour, 0.13), radius=6))
    return shapes


def _lane_labels(layout: Plan, seen: Focus) -> list[Mark]:
    return [mark for lane in layout.lanes for mark in _lane_label(lane, chosen=lane.member.id in seen.actors)]


def _lane_label(lane: Lane, *, chosen: bool) -> list[Mark]:
    name = label(
        LEFT,
        lane.y,
        lines([lane.name]),
        size=NAME_SIZE,
        weight=700 if chosen else 600,
        colour=INK if lane.member.id else MUTED,
        name=f"lane {lane.member.id}",
    )
    if not lane.heading:
        return [name]
    head = label(5, lane.y - 24, lines([lane.heading.upper()]), size=GROUP_SIZE, weight=700, colour=lane.member.colour)
    return [head, name]


def _tie_shapes(layout: Plan) -> list[Mark]:
    top = layout.badge_y - 19
    marks = []
    for left, right in layout.ties:
        a, b = left - min(12, layout.column / 2 - 1), right + min(12, layout.column / 2 - 1)
        marks += [line(a, top, b, top, MUTED), line(a, top, a, top + 4, MUTED), line(b, top, b, top + 4, MUTED)]
    return [{**mark, "layer": "above"} for mark in marks]


def _tie_labels(layout: Plan) -> list[Mark]:
    top = layout.badge_y - 26
    return [
        label((left + right) / 2, top, "in any order", size=10, colour=MUTED, anchor="center")
        for left, right in layout.ties
        if right - left + layout.column > 72
    ]


def _tied(layout: Plan) -> set[str]:
    done = [event for event in layout.events if event.status == "happened"]
    runs = [[event.id for event in run] for _, run in groupby(done, key=lambda event: event.rank)]
    return {id for run in runs if len(run) > 1 for id in run}


def _open(event: Event, ties: set[str]) -> bool:
    return uncertain(event) or event.id in ties or event.status != "happened"


def _badges(layout: Plan, ties: set[str]) -> list[Mark]:
    radius = badge_radius(layout.column)
    marks = []
    for event in layout.events:
        colour, unsure = type_colour(event.type), _open(event, ties)
        x, y = layout.x[event.id], _badge_y(layout, event)
        stroke = {"color": colour, "width": 1.6, "dash": "3px,2.5px"} if unsure else {"color": colour, "width": 0}
        if y < layout.badge_y + layout.badge_step:
            marks.append(line(x, y + radius, x, layout.type_y - 2, rgba(colour, 0.5)))
        marks.append(pill(x, y, (radius, radius), WHITE if unsure else colour, line=stroke))
    return marks


def _badge_y(layout: Plan, event: Event) -> float:
    return layout.badge_y + (layout.badge_step if layout.events.index(event) % 2 else 0)


def _badge_labels(layout: Plan, ties: set[str]) -> list[Mark]:
    size = 12 if layout.column >= STAGGERED else 10.5
    marks = []
    for event in layout.events:
        colour = type_colour(event.type) if _open(event, ties) else WHITE
        text = str(event.rank) if event.status == "happened" else "–"
        y = _badge_y(layout, event)
        marks.append(label(layout.x[event.id], y, text, size=size, colour=colour, weight=700, anchor="center"))
    return marks


def _type_labels(layout: Plan) -> list[Mark]:
    marks = []
    for event in layout.events:
        x, colour = layout.x[event.id], type_colour(event.type)
        turn = {"textangle": -90} if layout.turned else {}
        text = lines(layout.headings[event.id])
        marks.append(label(x, layout.type_y, text, size=TYPE_SIZE if layout.column >= 15 else 10, colour=colour,
                           weight=600 if layout.turned else 700, anchor="center", middle="top", **turn))  # fmt: skip
    return marks


def _arrows(layout: Plan) -> list[Mark]:
    return arrows([_act(layout, event) for event in layout.events], across=False, wide=layout.column >= 27)


def _act(layout: Plan, event: Event) -> Act:
    acting, struck = (
        tuple(sorted({layout.lane_of[id] for id in ids if id in layout.lane_of})) for ids in (event.actors, event.targets)
    )
    return Act(event.type, event.status == "happened", layout.x[event.id], acting, struck)


def _hits(story: Story, layout: Plan, seen: Focus) -> Mark:
    """An invisible bar over each column: easy to hit, carries the hover box, shows the selection."""
    events, bottom = layout.events, layout.height - 8
    colours = [type_colour(event.type) for event in events]
    places = [place for place, event in enumerate(events) if event.id in seen.events]
    top = layout.badge_y - 16
    return {
        "type": "bar", "name": "events", "base": bottom, "y": [top - bottom] * len(events),
        "x": [layout.x[event.id] for event in events], "width": layout.column - 3, "customdata": [event.id for event in events],
        "marker": {"color": colours, "opacity": 0, "cornerradius": 8}, "selected": {"marker": {"opacity": 0.14}},
        "unselected": {"marker": {"opacity": 0}}, "selectedpoints": places or None, "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>", "text": [_hover(story, event) for event in events],
        "hoverlabel": hover_style(colours), "showlegend": False,
    }  # fmt: skip


def _hover(story: Story, event: Event) -> str:
    quote = event.evidence[0].span.text if event.evidence else ""
    return hover(f"{number(event)} · {type_name(event.type)}", caption(story, event), quote)
