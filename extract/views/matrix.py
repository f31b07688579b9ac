"""Who acted on whom, across stories: a row for each who acts, a column for each who is acted on, the number in every cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from .. import picks
from ..tallies import OTHERS, Cell, Named, Pairs, Tally
from .marks import Mark, box, figure, hover, hover_style, label, lines, trace
from .palette import ACCENT, BAND, FONT, INK, MUTED, WHITE, rgba
from .textfit import clip, narrowest_room, widest, wrap

NARROW = 560
NAME, NUMBER = 12.5, 12.0
ROW, LEAST, MOST = 27, 27, 74
FEW = 4  # a cell of so many is dark where no cell has more
# Opacities between which neither ink nor white can be read well enough on the shade: it is then one or the other.
UNREADABLE, DARK = (0.7, 0.9), 0.8


@dataclass(frozen=True, slots=True)
class Grid:
    """Where everything stands, in pixels."""

    width: float
    left: float
    top: float
    cell: float
    rows: tuple[Named, ...]
    columns: tuple[Named, ...]
    heads: tuple[tuple[str, ...], ...]
    turned: bool

    @property
    def height(self) -> float:
        return self.top + ROW * len(self.rows) + 4


def fitting(width: float) -> int:
    """How many columns of names have room in a width, beside that of the others."""
    return max(3, min(20, int((width - _gutter_room(width)) / LEAST) - 1))


def matrix(pairs: Pairs, *, width: float = 1240, selected: str | None = None) -> go.Figure:
    """The pairs as a table of shaded numbers; *selected* is the pick of the cell that stands out."""
    if not pairs.cells:
        nothing = label(width / 2, 40, "Nobody acts on anybody here", colour=MUTED, anchor="center", size=14)
        return figure([], width=width, height=80, shapes=[], labels=[nothing])
    grid = _plan(pairs, width)
    at = {one.key: n for n, one in enumerate(grid.rows)}, {one.key: n for n, one in enumerate(grid.columns)}
    places = [(cell, *_corner(grid, at, cell)) for cell in pairs.cells]
    right = grid.left + grid.cell * len(grid.columns)
    shapes = [
        box(grid.left, grid.top + ROW * n + 1.5, right, grid.top + ROW * (n + 1) - 1.5, BAND, radius=4) for n in range(len(at[0]))
    ]
    data = [_cells(grid, places, selected), *_numbers(grid, places)]
    return figure(data, width=width, height=grid.height, shapes=shapes, labels=[*_rows(grid), *_columns(grid)])


def described(pairs: Pairs, *, most: int = 5) -> str:
    """The same in words: the pairs of most events."""
    names = {one.key: one.name for one in (*pairs.doers.shown, *pairs.targets.shown)}
    known = sorted((c for c in pairs.cells if c.doer and c.target), key=lambda c: (-c.number, c.doer, c.target))
    told = "; ".join(f"{names[c.doer]} on {names[c.target]}: {c.number:,}" for c in known[:most])
    return f"Who acted on whom, in how many events. Most: {told}." if told else "Nobody by name acts on anybody by name."


def _plan(pairs: Pairs, width: float) -> Grid:
    rows, columns = _with_others(pairs.doers), _with_others(pairs.targets)
    names = widest((one.name for one in rows), NAME, 600)
    left = round(min(names + 16, _gutter_room(width)))
    cell = min(MOST, (width - left - 2) / len(columns))
    turned = any(narrowest_room(one.name, NAME - 1, 600) > cell - 6 for one in columns)
    room = 150 if width >= NARROW else 110
    heads = tuple(
        (clip(one.name, room, NAME - 1, 600),) if turned else tuple(wrap(one.name, cell - 6, NAME - 1, 600, lines=3))
        for one in columns
    )
    longest = widest((text for head in heads for text in head), NAME - 1, 600)
    top = longest + 12 if turned else 15.0 * max(map(len, heads)) + 8
    return Grid(width, left, top, cell, rows, columns, heads, turned)


def _gutter_room(width: float) -> float:
    return 116.0 if width < NARROW else 190.0


def _with_others(tally: Tally) -> tuple[Named, ...]:
    rest = Named(OTHERS, "1 other" if tally.others == 1 else f"{tally.others:,} others", tally.rest)
    return (*tally.shown, rest) if tally.others else tally.shown


def _corner(grid: Grid, at: tuple[Mapping[str, int], Mapping[str, int]], cell: Cell) -> tuple[float, float]:
    """The left upper corner of a cell."""
    return grid.left + grid.cell * at[1][cell.target], grid.top + ROW * at[0][cell.doer]


Places = Sequence[tuple[Cell, float, float]]


def _cells(grid: Grid, places: Places, selected: str | None) -> Mark:
    """The cells to see and to point at; those of others stand for many, and choose nothing."""
    most = _most(places)
    codes = [picks.pair(cell.doer, cell.target) if cell.doer and cell.target else "" for cell, _, _ in places]
    chosen = [bool(code) and code == selected for code in codes]
    edges = {"color": [INK if on else WHITE for on in chosen], "width": [2.5 if on else 0 for on in chosen]}
    return {
        "type": "bar", "name": "cells", "x": [x + grid.cell / 2 for _, x, _ in places], "base": [y + 1.5 for _, _, y in places],
        "y": [ROW - 3] * len(places), "width": grid.cell - 3, "customdata": codes, "showlegend": False, "textposition": "none",
        "marker": {"color": [_shade(cell, most) for cell, _, _ in places], "line": edges, "cornerradius": 4},
        "text": [_hover(grid, cell) for cell, _, _ in places], "hovertemplate": "%{text}<extra></extra>",
        "hoverlabel": hover_style(ACCENT), "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip


def _most(places: Places) -> int:
    """The number of the darkest cell: of those who are named, since others are many."""
    return max((cell.number for cell, _, _ in places if cell.doer and cell.target), default=1)


def _opacity(cell: Cell, most: int) -> float:
    shade: float = 0.12 + 0.88 * (cell.number / max(most, FEW)) ** 0.6
    low, high = UNREADABLE
    return shade if not low < shade < high else low if shade < DARK else high


def _shade(cell: Cell, most: int) -> str:
    named = bool(cell.doer and cell.target)
    return rgba(ACCENT if named else MUTED, round(_opacity(cell, most) if named else 0.14, 3))


def _numbers(grid: Grid, places: Places) -> list[Mark]:
    """The numbers, white on dark cells."""
    most, made = _most(places), []
    for colour, dark in ((INK, False), (WHITE, True)):
        own = [p for p in places if (_opacity(p[0], most) > DARK and bool(p[0].doer and p[0].target)) == dark]
        font: dict[str, Any] = {"size": NUMBER if grid.cell >= 30 else 11, "color": colour, "family": FONT, "weight": 600}
        made.append(
            trace(
                x=[x + grid.cell / 2 for _, x, _ in own],
                y=[y + ROW / 2 for _, _, y in own],
                text=[f"{cell.number:,}" if cell.number < 10_000 else f"{cell.number // 1000}k" for cell, _, _ in own],
                mode="text",
                textfont=font,
            )
        )
    return made


def _hover(grid: Grid, cell: Cell) -> str:
    doer = next(one.name for one in grid.rows if one.key == cell.doer)
    target = next(one.name for one in grid.columns if one.key == cell.target)
    return hover(f"{doer} → {target}", "1 event" if cell.number == 1 else f"{cell.number:,} events")


def _rows(grid: Grid) -> list[Mark]:
    return [
        label(
            grid.left - 10, grid.top + ROW * (n + 0.5), lines([clip(one.name, grid.left - 14, NAME, 600)]), size=NAME,
            weight=600 if one.key else 400, anchor="right", colour=INK if one.key else MUTED,
        )
        for n, one in enumerate(grid.rows)
    ]  # fmt: skip


def _columns(grid: Grid) -> list[Mark]:
    turn: dict[str, Any] = {"textangle": -90} if grid.turned else {}
    return [
        label(
            grid.left + grid.cell * (n + 0.5), grid.top - 6, lines(head), size=NAME - 1, weight=600 if one.key else 400,
            colour=INK if one.key else MUTED, anchor="center", middle="bottom", **turn,
        )
        for n, (one, head) in enumerate(zip(grid.columns, grid.heads, strict=True))
    ]  # fmt: skip
