"""Any figure in dark colours: each colour of the palette becomes its dark twin, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import plotly.graph_objects as go

from .palette import DARK

PLAIN = re.compile(r"#[0-9A-Fa-f]{6}")
CLEAR = re.compile(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)")
# Where a figure keeps colours; what stands elsewhere, such as the words of an article, is left as it is.
KEYS = frozenset({"color", "fillcolor", "bgcolor", "bordercolor", "paper_bgcolor", "plot_bgcolor"})


def dark(figure: go.Figure) -> go.Figure:
    """The same figure for a dark page."""
    # Plotly's own way to the plain figure copies all of it first, and checks all of it again on the way back: as long as
    # drawing it takes. It was checked when it was drawn, and the new figure makes a copy of its own.
    layout = _darkened({**figure._layout, "template": {}})
    return go.Figure(data=[_darkened(trace) for trace in figure._data], layout=layout, _validate=False)


def twin(colour: str) -> str:
    """The dark twin of a colour, plain or see-through; one that the palette does not know stays."""
    return _twin(colour)


@cache
def _twin(colour: str) -> str:
    if PLAIN.fullmatch(colour):
        return DARK.get(colour.upper(), colour)
    if found := CLEAR.fullmatch(colour):
        red, green, blue = (int(part) for part in found.group(1, 2, 3))
        other = DARK.get(f"#{red:02X}{green:02X}{blue:02X}")
        return _clear(other, found[4]) if other else colour
    return colour


def _clear(colour: str, opacity: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _darkened(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _colours(inner) if key in KEYS else _darkened(inner) for key, inner in value.items()}
    # Only lists of marks hold colours: points and texts do not.
    if isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        return [_darkened(inner) for inner in value]
    return value


def _colours(value: Any) -> Any:
    if isinstance(value, str):
        return _twin(value)
    return [_twin(one) if isinstance(one, str) else one for one in value] if isinstance(value, list | tuple) else value
