"""The few marks that figures are made of, as plain dictionaries: a figure built from one dictionary is ten times faster."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from .palette import FONT, INK, WHITE
from .textfit import wrap

Mark = dict[str, Any]
# The bow of a quarter circle as a Bézier curve.
BOW = 0.5523


def escaped(text: str) -> str:
    """The text so that Plotly shows it and nothing of it as markup."""
    return html.escape(text, quote=False)


def label(
    x: float, y: float, text: str, *, size: float = 12, colour: str = INK, weight: int = 400, anchor: str = "left",
    middle: str = "middle", **more: Any,
) -> Mark:  # fmt: skip
    """A text whose *anchor* and *middle* stand at a point; several lines are joined with <br> by the caller."""
    font = {"size": size, "color": colour, "family": FONT, "weight": weight}
    return {
        "x": x, "y": y, "text": text, "showarrow": False, "xanchor": anchor, "yanchor": middle, "align": anchor,
        "borderpad": 0, "font": font, **more,
    }  # fmt: skip


def lines(parts: Sequence[str]) -> str:
    """Plain lines as one escaped label."""
    return "<br>".join(escaped(part) for part in parts)


def line(x0: float, y0: float, x1: float, y1: float, colour: str, *, wide: float = 1, dash: str = "solid") -> Mark:
    stroke = {"color": colour, "width": wide, "dash": dash}
    return {"type": "line", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": stroke, "layer": "below"}


def box(x0: float, y0: float, x1: float, y1: float, fill: str, *, radius: float = 9, **more: Any) -> Mark:
    """A rectangle with round corners, in pixels of the figure."""
    return {
        "type": "path",
        "path": rounded(x0, y0, x1, y1, radius),
        "fillcolor": fill,
        "line": {"width": 0},
        "layer": "below",
        **more,
    }


def pill(x: float, y: float, half: tuple[float, float], fill: str, *, radius: float | None = None, **more: Any) -> Mark:
    """A name plate around a point that keeps its shape when the chart is stretched."""
    wide, high = half
    shape = rounded(-wide, -high, wide, high, high if radius is None else radius)
    return {
        "type": "path", "path": shape, "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": x, "yanchor": y,
        "fillcolor": fill, "line": {"color": WHITE, "width": 2}, "layer": "above", **more,
    }  # fmt: skip


def rounded(x0: float, y0: float, x1: float, y1: float, radius: float) -> str:
    """The path of a rectangle with round corners."""
    r = max(0.0, min(radius, (x1 - x0) / 2, (y1 - y0) / 2))
    c = r * (1 - BOW)
    points = (
        f"M {x0 + r} {y0} L {x1 - r} {y0} C {x1 - c} {y0} {x1} {y0 + c} {x1} {y0 + r} L {x1} {y1 - r} "
        f"C {x1} {y1 - c} {x1 - c} {y1} {x1 - r} {y1} L {x0 + r} {y1} C {x0 + c} {y1} {x0} {y1 - c} {x0} {y1 - r} "
        f"L {x0} {y0 + r} C {x0} {y0 + c} {x0 + c} {y0} {x0 + r} {y0} Z"
    )
    return " ".join(f"{float(part):.2f}" if part[-1].isdigit() else part for part in points.split())


def trace(**given: Any) -> Mark:
    """A silent scatter trace that a selection elsewhere does not dim."""
    full = {"marker": {"opacity": 1}}
    return {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "selected": full, "unselected": full, **given}


def hover(title: str, sentence: str, quote: str = "") -> str:
    """The text of a hover box: what, who, and the words that say so."""
    said = "<br><br>" + lines(wrap(f"“{quote}”", 320, 12.5, lines=4)) if quote else ""
    return f"<b>{escaped(title)}</b><br>{lines(wrap(sentence, 320, 12.5))}{said}"


def hover_style(colours: Sequence[str] | str) -> Mark:
    return {"bgcolor": WHITE, "bordercolor": colours, "font": {"color": INK, "size": 12.5, "family": FONT}, "align": "left"}


def blank() -> go.Figure:
    """A figure of nothing, to be shown before there is anything."""
    return figure([], width=10, height=10, shapes=[], labels=[])


def figure(data: list[Mark], *, width: float, height: float, shapes: list[Mark], labels: list[Mark]) -> go.Figure:
    """A figure whose axes count pixels, so that what was measured is what is drawn."""
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "width": width, "height": height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "plot_bgcolor": WHITE,
        "paper_bgcolor": WHITE, "shapes": shapes, "annotations": labels, "font": {"family": FONT, "color": INK},
        "hovermode": "closest", "dragmode": False, "clickmode": "event+select", "bargap": 0, "barmode": "overlay",
        "showlegend": False,
        "xaxis": {**axis, "range": [0, width]}, "yaxis": {**axis, "range": [height, 0]},
    }  # fmt: skip
    # Plotly's checking takes most of the time of a figure; a test checks every figure instead.
    return go.Figure({"data": data, "layout": layout}, _validate=False)
