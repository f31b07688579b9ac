"""The ladder, to be read in order from top to bottom: who acts on whom, and in which words the text says so.

An arc on the left means that the text itself says what came first. What is uncertain looks uncertain: a dashed badge with the
places that an event could have, a bracket over those whose order the text leaves open; what was not done stands apart.
"""

from __future__ import annotations

import plotly.graph_objects as go

from ..captions import caption, number, reason, type_name, uncertain
from ..focus import Focus, focus
from ..types import Event, Story
from . import textfit
from .acts import Act, arrows
from .arcs import Arc
from .heads import GROUP_SIZE, NAME_SIZE, Head
from .marks import Mark, box, escaped, figure, hover, hover_style, label, line, lines, pill, trace
from .palette import BAND, INK, MUTED, RULE, WHITE, rgba, type_colour
from .rungs import (
    BADGE,
    EDGE,
    LEGEND_SIZE,
    NOTE_SIZE,
    QUOTE_LINE,
    QUOTE_SIZE,
    SCENE_SIZE,
    TEXT_LINE,
    TEXT_SIZE,
    TRACK,
    Ladder,
    Rung,
    Scene,
    ladder_plan,
)  # fmt: skip

CLEAR = {"marker": {"opacity": 0}}


def ladder(story: Story, *, width: float = 1240, selected: str | None = None) -> go.Figure:
    """The story's events in order, one row each, with their words; what *selected* names (see `focus`) stands out."""
    if not story.events:
        nothing = label(width / 2, 60, "No event was found in this text.", colour=MUTED, anchor="center", size=14)
        return figure([], width=width, height=120, shapes=[], labels=[nothing])
    plan, seen = ladder_plan(story, width=width), focus(story, selected)
    shapes = [*_bands(plan), *_lifelines(plan, seen), *_plates(plan), *_brackets(plan), *_arcs(plan, seen), *_badges(plan)]
    labels = [*_scene_labels(plan), *_head_labels(plan, seen), *_words(plan), *_numbers(plan), *_tie_labels(plan)]
    acts = [_act(plan, rung) for rung in plan.rungs]
    data = [*arrows(acts, across=True, wide=True), *_arc_heads(plan), _hits(story, plan, seen), _reasons(story, plan)]
    data += [_people(plan)]
    return figure(data, width=width, height=plan.height, shapes=shapes, labels=labels)


def _bands(plan: Ladder) -> list[Mark]:
    bare, dashed = {"width": 0}, {"color": RULE, "width": 1, "dash": "dash"}
    return [
        box(EDGE, scene.top, plan.width - EDGE, scene.bottom, _ground(scene), line=dashed if scene.aside else bare)
        for scene in plan.scenes
    ]


def _ground(scene: Scene) -> str:
    return WHITE if scene.aside else BAND


def _scene_labels(plan: Ladder) -> list[Mark]:
    """The headings hide the lines of the columns that they stand on."""
    x = plan.badge_x - BADGE
    look: Mark = {"size": SCENE_SIZE, "colour": MUTED, "weight": 700, "borderpad": 1}
    return [
        label(x, scene.top + 16, lines([scene.heading]), bgcolor=_ground(scene), **look)
        for scene in plan.scenes if scene.heading
    ]  # fmt: skip


def _lifelines(plan: Ladder, seen: Focus) -> list[Mark]:
    reach: dict[float, list[float]] = {}
    for rung in plan.rungs:
        for id in (*rung.event.actors, *rung.event.targets):
            if id in plan.column:
                reach.setdefault(plan.column[id], []).append(rung.y)
    bottom, shapes = plan.rungs[-1].bottom, []
    for head in plan.heads:
        colour, x = head.member.colour, head.x
        shapes.append(line(x, head.bottom + 2, x, bottom, rgba(colour, 0.2)))
        if x in reach and plan.beside:
            shapes.append(line(x, min(reach[x]), x, max(reach[x]), rgba(colour, 0.32), wide=3))
        if seen.kind == "actor" and head.member.id in seen.actors:
            shapes.append(box(x - 10, head.bottom + 2, x + 10, bottom, rgba(colour, 0.13), radius=6))
    return shapes


def _head_labels(plan: Ladder, seen: Focus) -> list[Mark]:
    marks = [label(x, y, escaped(text), size=LEGEND_SIZE, colour=MUTED) for x, y, text in plan.legend]
    marks += [
        label(camp.left, camp.top, lines(camp.lines), size=GROUP_SIZE, colour=camp.colour, weight=700, middle="top")
        for camp in plan.groups
    ]
    return marks + [_head_label(head, chosen=head.member.id in seen.actors) for head in plan.heads]


def _head_label(head: Head, *, chosen: bool) -> Mark:
    weight, colour, text = 700 if chosen else 600, INK if head.member.id else MUTED, lines(head.lines)
    name = f"lane {head.member.id}"
    if head.turned:
        turn: Mark = {"middle": "bottom", "textangle": -90, "name": name}
        return label(head.x, head.bottom, text, size=NAME_SIZE, weight=weight, colour=colour, anchor="center", **turn)
    return label(head.x, head.top, text, size=NAME_SIZE, weight=weight, colour=colour, anchor="center", middle="top", name=name)


def _plates(plan: Ladder) -> list[Mark]:
    """Rules under the names of parties; under words that stand on the columns, a ground that they can be read on."""
    marks = []
    for camp in plan.groups:
        marks.append(line(camp.left, camp.rule, camp.right, camp.rule, camp.colour, wide=2.5))
        marks.append(line(camp.left, camp.top + 3, camp.left, camp.rule, rgba(camp.colour, 0.32)))
    if not plan.beside:
        grounds = {rung.event.id: WHITE if rung.event.status != "happened" else BAND for rung in plan.rungs}
        marks += [
            box(plan.text_x - 2, rung.words_top - 2, plan.width - EDGE - 4, rung.bottom - 6, grounds[rung.event.id], radius=4)
            for rung in plan.rungs
        ]
    return marks


def _words(plan: Ladder) -> list[Mark]:
    marks = []
    for rung in plan.rungs:
        name, colour = type_name(rung.event.type), type_colour(rung.event.type)
        x, y = plan.text_x, rung.words_top + TEXT_LINE / 2
        marks.append(label(x, y, escaped(name), size=TEXT_SIZE, colour=colour, weight=700))
        if rung.beside_type:
            after = x + textfit.width(name, TEXT_SIZE, textfit.BOLD) + 10
            marks.append(label(after, y, escaped(rung.beside_type), size=TEXT_SIZE, weight=500))
        for place, text in enumerate(rung.caption, 1):
            marks.append(label(x, y + TEXT_LINE * place, escaped(text), size=TEXT_SIZE, weight=500))
        y += TEXT_LINE * (len(rung.caption) + 0.5) + QUOTE_LINE / 2
        for place, text in enumerate(rung.quote):
            marks.append(label(x, y + QUOTE_LINE * place, f"<i>{escaped(text)}</i>", size=QUOTE_SIZE, colour=MUTED))
        for place, text in enumerate(rung.note, len(rung.quote)):
            marks.append(label(x, y + QUOTE_LINE * place, escaped(text), size=NOTE_SIZE, colour=MUTED, weight=500))
    return marks


def _brackets(plan: Ladder) -> list[Mark]:
    x, marks = plan.badge_x + BADGE + 8, []
    for top, bottom in plan.ties if plan.beside else ():
        marks += [line(x, top - 10, x, bottom + 10, MUTED), *(line(x, y, x - 4, y, MUTED) for y in (top - 10, bottom + 10))]
    return marks


def _tie_labels(plan: Ladder) -> list[Mark]:
    x = plan.badge_x + BADGE + 16
    return [
        label(x, (top + bottom) / 2, "in any order", size=10, colour=MUTED, anchor="center", textangle=-90)
        for top, bottom in plan.ties
        if plan.beside and bottom - top > 40
    ]


def _tied(plan: Ladder) -> set[str]:
    return {rung.event.id for rung in plan.rungs for top, bottom in plan.ties if top <= rung.y <= bottom}


def _badges(plan: Ladder) -> list[Mark]:
    marks, tied = [], _tied(plan)
    for rung in plan.rungs:
        event, colour = rung.event, type_colour(rung.event.type)
        unsure = uncertain(event) or event.id in tied or event.status != "happened"
        stroke = {"color": colour, "width": 1.6, "dash": "3px,2.5px"} if unsure else {"color": colour, "width": 0}
        marks.append(pill(plan.badge_x, rung.y, (BADGE, BADGE), WHITE if unsure else colour, line=stroke))
    return marks


def _numbers(plan: Ladder) -> list[Mark]:
    """The number in the badge, and under it the places that an event could have."""
    marks, tied = [], _tied(plan)
    for rung in plan.rungs:
        event, done = rung.event, rung.event.status == "happened"
        unsure = uncertain(event) or event.id in tied or not done
        text, colour = str(event.rank) if done else "–", type_colour(event.type) if unsure else WHITE
        marks.append(label(plan.badge_x, rung.y, text, size=12, colour=colour, weight=700, anchor="center"))
        if done and uncertain(event) and plan.beside:
            marks.append(label(plan.badge_x, rung.y + 19.5, number(event), size=9.5, colour=MUTED, anchor="center"))
    return marks


def _act(plan: Ladder, rung: Rung) -> Act:
    event = rung.event
    acting, struck = (
        tuple(sorted({plan.column[id] for id in ids if id in plan.column})) for ids in (event.actors, event.targets)
    )
    return Act(event.type, event.status == "happened", rung.y, acting, struck)


def _ends(plan: Ladder, arc: Arc) -> tuple[float, float, float]:
    """How far left an arc runs, and the heights at which it leaves and arrives."""
    at = {rung.event.id: rung.y for rung in plan.rungs}
    start, end = at[arc.edge.before], at[arc.edge.after]
    lower = 5 if end > start else -5
    return plan.badge_x - BADGE - 10 - TRACK * (arc.track + 1), start + lower, end - lower


def _arcs(plan: Ladder, seen: Focus) -> list[Mark]:
    marks = []
    for arc in plan.arcs:
        far, start, end = _ends(plan, arc)
        near, turn = plan.badge_x - BADGE - 1, min(14.0, abs(end - start) / 2) * (1 if end > start else -1)
        path = (f"M {near} {start} C {far} {start} {far} {start + turn / 2} {far} {start + turn} L {far} {end - turn} "
                f"C {far} {end - turn / 2} {far} {end} {near - 7} {end}")  # fmt: skip
        chosen = seen.kind == "event" and seen.key in (arc.edge.before, arc.edge.after)
        stroke = {"color": INK if chosen else MUTED, "width": 2.2 if chosen else 1.2}
        marks.append(
            {"type": "path", "path": path, "line": stroke, "layer": "below", "name": f"arc {arc.edge.before} {arc.edge.after}"}
        )
    return marks


def _arc_heads(plan: Ladder) -> list[Mark]:
    x: list[float | None] = []
    y: list[float | None] = []
    for arc in plan.arcs:
        _, _, end = _ends(plan, arc)
        x += [plan.badge_x - BADGE - 12, plan.badge_x - BADGE - 1, None]
        y += [end, end, None]
    marker = {"symbol": "arrow", "angleref": "previous", "size": [0, 8, 0] * len(plan.arcs), "color": MUTED, "opacity": 1}
    return [trace(x=x, y=y, mode="markers", marker={**marker, "line": {"width": 0}}, name="arc heads")] if x else []


def _reasons(story: Story, plan: Ladder) -> Mark:
    """Invisible marks along the arcs that say in words why the one came first, and lead to the later event."""
    points = [
        (far, y, arc)
        for arc in plan.arcs
        for far, start, end in [_ends(plan, arc)]
        for y in (start + 6, (start + end) / 2, end - 6)
    ]
    texts = [hover("Why this order", f"{_said(story, arc)}") for _, _, arc in points]
    return {
        "type": "scatter", "mode": "markers", "name": "reasons", "x": [x for x, _, _ in points], "y": [y for _, y, _ in points],
        "marker": {"size": 10, "opacity": 0}, "customdata": [arc.edge.after for _, _, arc in points], "showlegend": False,
        "hovertext": texts, "hovertemplate": "%{hovertext}<extra></extra>", "hoverlabel": hover_style(MUTED),
        "selected": CLEAR, "unselected": CLEAR,
    }  # fmt: skip


def _said(story: Story, arc: Arc) -> str:
    before, after = story.event(arc.edge.before), story.event(arc.edge.after)
    return f"{number(before)} before {number(after)}, {reason(story, arc.edge)}"


def _hits(story: Story, plan: Ladder, seen: Focus) -> Mark:
    """An invisible bar over each row: easy to hit, carries the hover box, shows the selection."""
    rungs = plan.rungs
    colours = [type_colour(rung.event.type) for rung in rungs]
    high, far = [rung.bottom - rung.top - 2 for rung in rungs], plan.width - plan.badge_x + BADGE - EDGE
    chosen = [place for place, rung in enumerate(rungs) if rung.event.id in seen.events]
    return {
        "type": "bar", "orientation": "h", "name": "events", "base": plan.badge_x - BADGE - 4,
        "y": [rung.top + 1 for rung in rungs], "x": [far] * len(rungs), "width": high, "offset": 0,
        "customdata": [rung.event.id for rung in rungs], "marker": {"color": colours, "opacity": 0, "cornerradius": 8},
        "selected": {"marker": {"opacity": 0.12}}, "unselected": CLEAR, "selectedpoints": chosen or None,
        "textposition": "none", "text": [_hover(story, rung.event) for rung in rungs],
        "hovertemplate": "%{text}<extra></extra>", "hoverlabel": hover_style(colours), "showlegend": False,
    }  # fmt: skip


def _people(plan: Ladder) -> Mark:
    """An invisible bar over each name, which chooses the actor."""
    known = [head for head in plan.heads if head.member.id]
    return {
        "type": "bar", "orientation": "h", "name": "actors", "base": [head.left - 3 for head in known],
        "x": [head.right - head.left + 6 for head in known], "y": [head.top - 2 for head in known],
        "width": [head.bottom - head.top + 4 for head in known], "offset": 0, "customdata": [head.member.id for head in known],
        "marker": {"color": INK, "opacity": 0}, "selected": CLEAR, "unselected": CLEAR, "textposition": "none",
        "text": [hover(head.member.full, head.member.group or "") for head in known], "hovertemplate": "%{text}<extra></extra>",
        "hoverlabel": hover_style([head.member.colour for head in known]), "showlegend": False,
    }  # fmt: skip


def _hover(story: Story, event: Event) -> str:
    quote = event.evidence[0].span.text if event.evidence else ""
    return hover(f"{number(event)} · {type_name(event.type)}", caption(story, event), quote)
