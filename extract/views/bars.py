"""Who was put out, by whom, of which party: names with their bars, the most first."""

from __future__ import annotations

import plotly.graph_objects as go

from ..picks import Kind, Pick
from ..tallies import Tally
from .marks import Mark, figure, hover, hover_style, label, lines
from .palette import BAND, INK, MUTED, rgba, type_colour
from .textfit import clip, widest

ROW, BAR, NAME, PALE = 42, 13, 12.5, 0.3


def bars(tally: Tally, *, kind: Kind, width: float = 390, selected: str | None = None, type: str = "ejection") -> go.Figure:
    """The names of a tally, each over its bar, the number at the bar's end; a bar's pick is of the given kind."""
    codes = [Pick(kind, (one.key,)).code for one in tally.shown]
    most = max((one.number for one in tally.shown), default=1)
    room = width - 8 - widest((f"{one.number:,}" for one in tally.shown), NAME, 700) - 8
    colour, other = type_colour(type), selected in codes
    tops = [ROW * n for n in range(len(codes))]
    labels = [label(0, top + 9, lines([clip(one.name, width - 4, NAME, 500)]), size=NAME, weight=500)
              for one, top in zip(tally.shown, tops, strict=True)]  # fmt: skip
    labels += [label(max(3, one.number / most * room) + 7, top + 27, f"{one.number:,}", size=NAME, weight=700, colour=INK)
               for one, top in zip(tally.shown, tops, strict=True)]  # fmt: skip
    height = ROW * len(codes) + (24 if tally.others else 2)
    if tally.others:
        labels.append(label(0, height - 12, _left(tally), size=11.5, colour=MUTED))
    shades = [rgba(colour, PALE) if other and code != selected else colour for code in codes]
    seen = _drawn([top + 27 for top in tops], [max(3, one.number / most * room) for one in tally.shown], shades)
    texts = [hover(one.name, "1 ejection" if one.number == 1 else f"{one.number:,} ejections") for one in tally.shown]
    hits = _hits([top + ROW / 2 for top in tops], width, codes, texts, [n for n, c in enumerate(codes) if c == selected])
    return figure([seen, hits], width=width, height=max(height, 30), shapes=[], labels=labels)


def described(tally: Tally) -> str:
    """The same in words: "Ama Okoro 3, Piri Tāmati 1; 4 others"."""
    told = ", ".join(f"{one.name} {one.number:,}" for one in tally.shown)
    return f"{told}; {_left(tally)}" if tally.others else told or "nobody"


def _left(tally: Tally) -> str:
    who = "1 other" if tally.others == 1 else f"{tally.others:,} others"
    return f"and {who}, in {tally.rest:,} {'ejection' if tally.rest == 1 else 'ejections'}"


def _drawn(at: list[float], long: list[float], shades: list[str]) -> Mark:
    full = {"marker": {"opacity": 1}}
    return {
        "type": "bar", "orientation": "h", "y": at, "x": long, "base": 0, "width": BAR, "hoverinfo": "skip", "showlegend": False,
        "marker": {"color": shades, "line": {"width": 0}, "cornerradius": 2}, "selected": full, "unselected": full,
    }  # fmt: skip


def _hits(at: list[float], width: float, codes: list[str], texts: list[str], place: list[int]) -> Mark:
    return {
        "type": "bar", "name": "hits", "orientation": "h", "y": at, "x": [width] * len(at), "base": 0, "width": ROW - 3,
        "customdata": codes, "text": texts, "textposition": "none", "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": BAND, "opacity": 0}, "selectedpoints": place or None, "hoverlabel": hover_style(INK),
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}}, "showlegend": False,
    }  # fmt: skip
