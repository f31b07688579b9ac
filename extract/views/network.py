"""The network: who did what to whom, with the numbers of the timeline on the arrows, so that one picture reads into the other."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from ..captions import caption, number, type_name
from ..focus import Focus, focus, link
from ..types import Event, Story
from .cast import initials
from .chips import CHIP_SIZE, Chip, Tie, reach
from .graph import EDGE, LEGEND_SIZE, SIGN_SIZE, Sketch, sign_width, sketch
from .layout import Floats
from .marks import Mark, box, figure, hover, hover_style, label, lines, pill, trace
from .palette import INK, MUTED, WHITE, rgba, type_colour

ARROW, FADED = 14, 0.14


def network(story: Story, *, width: float = 860, selected: str | None = None) -> go.Figure:
    """The story's actors and what they did to one another; what *selected* names (see `focus`) stands out."""
    drawn = sketch(story, width)
    if not drawn.nodes:
        nothing = label(width / 2, 40, "Nobody to show.", colour=MUTED, anchor="center", size=14)
        return figure([], width=width, height=80, shapes=[], labels=[nothing])
    chosen = focus(story, selected)
    shapes = [*_legend_shapes(drawn), *_plates(drawn, chosen)]
    labels = [*_legend_labels(drawn), *_chip_labels(drawn, chosen), *_names(drawn), *_notes(drawn)]
    ties = [_arrow(drawn, tie, line, chosen) for tie, line in zip(drawn.ties, drawn.lines, strict=True)]
    return figure(
        [*ties, _curves(drawn), _hits(story, drawn), _people(story, drawn)],
        width=width,
        height=drawn.height,
        shapes=shapes,
        labels=labels,
    )


def _stands_out(tie: Tie, chosen: Focus) -> bool:
    return chosen.kind == "none" or not chosen.events or not {*chosen.events}.isdisjoint(tie.events)


def _arrow(drawn: Sketch, tie: Tie, line: Floats, chosen: Focus) -> Mark:
    """The curve up to the border of the name it points at; points too near the head would make it double back."""
    colour = type_colour(tie.type)
    own = tie.source == tie.target
    stop = 1.0 if own else reach(drawn.half[tie.target], line[-1] - line[-6]) + 2
    far = np.linalg.norm(line[:-1] - line[-1], axis=1) > stop + ARROW + 4
    kept = np.vstack([line[:-1][far], line[-1:]])
    still = len(kept) - 1
    marker = {"color": colour, "opacity": 1, "line": {"width": 0}, "symbol": "arrow", "angleref": "previous",
              "size": [0] * still + [ARROW], "standoff": [0] * still + [stop]}  # fmt: skip
    return trace(
        x=[round(float(x), 1) for x in kept[:, 0]], y=[round(float(y), 1) for y in kept[:, 1]], mode="lines+markers",
        line={"color": colour, "width": 2, "shape": "spline", "dash": "solid" if tie.done else "4px,3px"}, marker=marker,
        name=f"tie {tie.type}", meta={"events": list(tie.events)}, opacity=1 if _stands_out(tie, chosen) else FADED,
    )  # fmt: skip


def _chip_labels(drawn: Sketch, chosen: Focus) -> list[Mark]:
    return [
        label(
            chip.x, chip.y, _chip_text(chip), size=CHIP_SIZE, colour=_chip_colour(chip.tie, chosen), weight=600,
            anchor="center", bgcolor=WHITE, borderpad=1, name="chip " + " ".join(chip.tie.events),
        )
        for chip in drawn.chips if chip.text
    ]  # fmt: skip


def _chip_colour(tie: Tie, chosen: Focus) -> str:
    """Paled by colour, not by opacity: the ground of a label must go on covering the line under it."""
    colour = type_colour(tie.type)
    return colour if _stands_out(tie, chosen) else rgba(colour, 0.3)


def _chip_text(chip: Chip) -> str:
    words = chip.text.removeprefix(chip.tie.numbers)
    return f"<b>{lines([chip.tie.numbers])}</b>{lines([words])}"


def _plates(drawn: Sketch, chosen: Focus) -> list[Mark]:
    """The names' plates: round for members and groups, square for the chair, ringed for those of what is chosen."""
    marks = []
    for member in drawn.nodes:
        x, y = drawn.at[member.id]
        ring = {"color": INK, "width": 2.5} if member.id in chosen.actors else {"color": WHITE, "width": 2}
        radius = 4 if member.chair else None
        marks.append(
            pill(float(x), float(y), drawn.half[member.id], member.colour, radius=radius, line=ring, name=f"actor {member.id}")
        )
    return marks


def _names(drawn: Sketch) -> list[Mark]:
    marks = []
    for member in drawn.nodes:
        x, y = (float(part) for part in drawn.at[member.id])
        sign, text = drawn.signs[member.id], lines([drawn.names[member.id]])
        x -= sign_width(sign) / 2
        marks.append(label(x, y, text, size=drawn.sizes[member.id], colour=WHITE, weight=700, anchor="center"))
        if sign:
            end = float(drawn.at[member.id][0]) + drawn.half[member.id][0] - 11
            marks.append(label(end, y, lines([sign]), size=SIGN_SIZE, colour=WHITE, weight=500, anchor="right"))
    return marks


def _legend_shapes(drawn: Sketch) -> list[Mark]:
    return [box(x, y - 7, x + 22, y + 7, colour, radius=3 if name == "Chair" else 7) for name, colour, x, y in drawn.legend]


def _legend_labels(drawn: Sketch) -> list[Mark]:
    names = [label(x + 28, y, lines([name]), size=LEGEND_SIZE, colour=MUTED) for name, _, x, y in drawn.legend]
    signs = initials(drawn.nodes)
    return names + [
        label(x + 11, y, lines([signs[name]]), size=SIGN_SIZE, colour=WHITE, weight=500, anchor="center")
        for name, _, x, y in drawn.legend if name in signs
    ]  # fmt: skip


def _notes(drawn: Sketch) -> list[Mark]:
    notes = []
    if drawn.aside:
        notes.append(label(EDGE, drawn.aside_y + 10, "NO DIRECT TARGET NAMED", size=9.5, colour=MUTED, weight=700))
    if drawn.left_out:
        text = f"{drawn.left_out} more actors are in the table"
        notes.append(label(drawn.width - EDGE, drawn.height - 10, text, size=11, colour=MUTED, anchor="right"))
    return notes


def _hits(story: Story, drawn: Sketch) -> Mark:
    """Invisible marks to point at: one for each event of a label, side by side."""
    events = {event.id: event for event in story.events}
    points = [(x, chip.y, events[id]) for chip in drawn.chips for x, id in _spread(chip)]
    return {
        "type": "scatter", "mode": "markers", "name": "edges", "x": [x for x, _, _ in points], "y": [y for _, y, _ in points],
        "marker": {"size": 24, "opacity": 0}, "customdata": [event.id for _, _, event in points], "showlegend": False,
        "hovertext": [_hover(story, event) for _, _, event in points], "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverlabel": hover_style([type_colour(event.type) for _, _, event in points]),
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def _curves(drawn: Sketch) -> Mark:
    """Invisible marks along the arrows: what is pointed at there is the tie, the event itself where the tie has only one."""
    points = [
        (line[int(len(line) * share)], tie.events[0] if len(tie.events) == 1 else link(tie.source, tie.target, tie.type))
        for tie, line in zip(drawn.ties, drawn.lines, strict=True)
        for share in (0.25, 0.5, 0.75)
    ]
    return {
        "type": "scatter", "mode": "markers", "name": "curves", "x": [round(float(at[0]), 1) for at, _ in points],
        "y": [round(float(at[1]), 1) for at, _ in points], "marker": {"size": 16, "opacity": 0}, "hoverinfo": "none",
        "customdata": [key for _, key in points], "showlegend": False,
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def _spread(chip: Chip) -> list[tuple[float, str]]:
    ids = chip.tie.events
    return [(chip.x + chip.half * (2 * (place + 0.5) / len(ids) - 1), id) for place, id in enumerate(ids)]


def _people(story: Story, drawn: Sketch) -> Mark:
    acts = {member.id: sum(member.id in event.actors for event in story.events) for member in drawn.nodes}
    struck = {member.id: sum(member.id in event.targets for event in story.events) for member in drawn.nodes}
    said = {id: f"acts in {acts[id]}, is acted on in {struck[id]}" for id in acts}
    texts = [hover(member.full, " · ".join(filter(None, (member.group, said[member.id])))) for member in drawn.nodes]
    return {
        "type": "scatter", "mode": "markers", "name": "actors", "showlegend": False,
        "x": [float(drawn.at[member.id][0]) for member in drawn.nodes],
        "y": [float(drawn.at[member.id][1]) for member in drawn.nodes],
        "customdata": [member.id for member in drawn.nodes], "marker": {"size": 28, "opacity": 0}, "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "hoverlabel": hover_style([member.colour for member in drawn.nodes]),
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def _hover(story: Story, event: Event) -> str:
    quote = event.evidence[0].span.text if event.evidence else ""
    return hover(f"{number(event)} · {type_name(event.type)}", caption(story, event), quote)
