"""Who says what: events by outlets, where silence and contradiction can be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from ..captions import caption, in_order, number, type_name
from ..focus import focus
from ..outlets import differences, names
from ..stories import told_by
from ..types import Article, Event, Story
from .marks import Mark, box, figure, hover, hover_style, label, line, lines
from .palette import BAND, INK, MUTED, WHITE, rgba, type_colour
from .textfit import clip, wrap

ROW, HEAD, CAPTION, LEAST = 28.0, 62.0, 0.46, 66.0
PHONE = 700.0  # where a caption needs the room more than a column does


def comparison(story: Story, *, width: float = 1240, selected: str | None = None) -> go.Figure:
    """A row for each event, a column for each article: a dot tells it, a dash is silent, a ring with ≠ tells it otherwise."""
    events, articles = in_order(story), story.articles
    column = max(LEAST, min(150.0 if width > PHONE else 92.0, (width * (1 - CAPTION) - 44) / max(1, len(articles))))
    room = max(150.0, width - 44 - column * len(articles))
    width = max(width, room + 44 + column * len(articles))
    at = {article.id: room + 40 + column * (place + 0.5) for place, article in enumerate(articles)}
    rows = {event.id: HEAD + ROW * (place + 0.5) for place, event in enumerate(events)}
    marks = [_row(story, event, rows[event.id], at, room) for event in events]
    labels = [*_heads(articles, names(story), at, column), *(one for labels, _ in marks for one in labels)]
    bands = [box(2, y - ROW / 2 + 1, width - 2, y + ROW / 2 - 1, BAND, radius=6) for y in list(rows.values())[::2]]
    shapes = [*bands, *(one for _, shapes in marks for one in shapes)]
    hits = _hits(story, events, rows, width, focus(story, selected).events)
    return figure([hits] if events else [], width=width, height=HEAD + ROW * len(events) + 8, shapes=shapes, labels=labels)


def cell(story: Story, event: Event, article: Article) -> str:
    """What an article says of an event, in a word: "tells", "differs" or "silent"."""
    if article.id not in told_by(story, event):
        return "silent"
    return "differs" if any(article.id in value.articles for c in event.conflicts for value in c.values) else "tells"


def _heads(articles: Sequence[Article], called: Mapping[str, str], at: Mapping[str, float], column: float) -> list[Mark]:
    marks = []
    for article in articles:
        said = [clip(part, column - 8, 12, 700) for part in wrap(called[article.id], column - 8, 12, 700, lines=2)]
        if article.copy_of:
            said = [*said, clip(f"copy of {called.get(article.copy_of, article.copy_of)}", column - 8, 12)]
        marks.append(label(at[article.id], HEAD - 8, lines(said), size=12, weight=700, anchor="center", middle="bottom"))
    return marks


def _row(story: Story, event: Event, y: float, at: Mapping[str, float], room: float) -> tuple[list[Mark], list[Mark]]:
    """The labels and the shapes of an event's row."""
    colour = type_colour(event.type)
    shown = str(event.rank) if event.status == "happened" else "–"
    text = clip(caption(story, event), room - 34, 12.5)
    labels = [
        label(20, y, shown, size=12, colour=colour, weight=700, anchor="center"),
        label(36, y, lines([text]), size=12.5, colour=INK if event.status == "happened" else MUTED),
    ]
    shapes = []
    for article in story.articles:
        x, said = at[article.id], cell(story, event, article)
        if said == "silent":
            shapes.append(line(x - 6, y, x + 6, y, rgba(MUTED, 0.5), wide=1.5))
            continue
        shapes.append(_dot(x, y, WHITE if said == "differs" else colour, colour))
        if said == "differs":
            labels.append(label(x, y, "≠", size=12, colour=colour, weight=700, anchor="center"))
    return labels, [{**shape, "layer": "above"} if "path" in shape else shape for shape in shapes]


def _dot(x: float, y: float, fill: str, stroke: str) -> Mark:
    return box(x - 8, y - 8, x + 8, y + 8, fill, radius=8, line={"color": stroke, "width": 1.8})


def _hits(story: Story, events: Sequence[Event], rows: Mapping[str, float], width: float, chosen: Sequence[str]) -> Mark:
    """An invisible bar over each row: easy to hit, with the hover box, shows what is chosen."""
    colours = [type_colour(event.type) for event in events]
    return {
        "type": "bar", "orientation": "h", "name": "events", "base": 2, "x": [width - 4] * len(events),
        "y": [rows[event.id] for event in events], "width": ROW - 2, "customdata": [event.id for event in events],
        "marker": {"color": colours, "opacity": 0, "cornerradius": 6}, "selected": {"marker": {"opacity": 0.14}},
        "unselected": {"marker": {"opacity": 0}}, "showlegend": False, "textposition": "none",
        "selectedpoints": [place for place, event in enumerate(events) if event.id in chosen] or None,
        "hovertemplate": "%{text}<extra></extra>", "text": [_hover(story, event) for event in events],
        "hoverlabel": hover_style(colours),
    }  # fmt: skip


def _hover(story: Story, event: Event) -> str:
    said = "; ".join(differences(story, event))
    return hover(
        f"{number(event)} · {type_name(event.type)}", caption(story, event) + (f". They differ on {said}" if said else "")
    )
