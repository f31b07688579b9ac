"""Figures across stories: every count is drawn and said, every bar and cell can be pointed at, no two labels can meet."""

from __future__ import annotations

from html import unescape
from itertools import combinations
from typing import Any

import plotly.graph_objects as go
import pytest

from extract import picks, views
from extract.tallies import OTHERS, Cell, Month, Named, Out, Pairs, Tally
from extract.views.bars import described as bars_said
from extract.views.clock import described as clock_said
from extract.views.clock import said
from extract.views.matrix import described as matrix_said
from extract.views.matrix import fitting
from extract.views.palette import ACCENT, INK, WHITE, contrast
from extract.views.strips import described as strips_said
from extract.views.textfit import width as wide

HOSTILE = "<img src=x onerror=alert(1)> <b>&"
MONTHS = (Month("2024-03", "heckle", 3), Month("2024-05", "heckle", 1), Month("2024-04", "road_block", 2))
OUTS = (
    Out("ama okoro", "Ama Okoro", "2024-03-10", "2024-03-15", "standing order 94", False, "s", "e1"),
    Out("piri tamati", "Piri Tāmati", "2024-03-12", "2024-03-12", None, True, "s", "e2"),
    Out("jo lind", HOSTILE, "2024-03-12", None, None, False, "s", "e3"),
)


def long(years: int) -> tuple[Month, ...]:
    types = ("heckle", "attack", "no_confidence_request", "reaction")
    return tuple(Month(f"{2000 + n // 12}-{n % 12 + 1:02}", type, n % 7 + 1) for n in range(years * 12) for type in types)


def square(actors: int, most: int) -> Pairs:
    names = tuple(Named(f"member {n}", f"Member Number{n} of-the-House", actors - n) for n in range(min(actors, most)))
    others = max(0, actors - most)
    keys = [one.key for one in names] + ([OTHERS] if others else [])
    cells = tuple(Cell(a, b, 1 + 17 * n % 40) for n, (a, b) in enumerate((a, b) for a in keys for b in keys))
    return Pairs(Tally(names, others, 9), Tally(names, others, 9), cells)


def codes(figure: go.Figure) -> list[str]:
    return [code for trace in figure.data if trace.customdata is not None for code in trace.customdata]


def boxes(figure: go.Figure) -> list[tuple[float, float, float, float, str]]:
    """Where each label stands, by the widths of its letters."""
    made = []
    for a in figure.layout.annotations:
        rows = unescape(a.text.replace("<b>", "").replace("</b>", "")).split("<br>")
        size = max(wide(row, a.font.size, a.font.weight or 400) for row in rows), a.font.size * 1.3 * len(rows)
        w, h = reversed(size) if a.textangle == -90 else size
        left = a.x - {"left": 0, "center": w / 2, "right": w}[a.xanchor]
        top = a.y - {"top": 0, "middle": h / 2, "bottom": h}[a.yanchor]
        made.append((left, top, left + w, top + h, a.text))
    return made


def meet(figure: go.Figure) -> list[tuple[str, str]]:
    found = combinations(boxes(figure), 2)
    return [(a[4], b[4]) for a, b in found if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1]


def outside(figure: go.Figure) -> list[str]:
    wide, high = figure.layout.width, figure.layout.height
    return [text for x0, y0, x1, y1, text in boxes(figure) if x0 < -1 or y0 < -2 or x1 > wide + 1 or y1 > high + 1]


FIGURES: dict[str, Any] = {
    "strips": lambda width: views.strips(MONTHS, width=width),
    "strips of 12 years": lambda width: views.strips(long(12), width=width),
    "strips of 70 years": lambda width: views.strips(long(70), width=width),
    "strips of 20 months": lambda width: views.strips(long(12)[: 20 * 4], width=width),
    "matrix of 3": lambda width: views.matrix(square(3, 20), width=width),
    "matrix of 60": lambda width: views.matrix(square(60, fitting(width)), width=width),
    "bars": lambda width: views.bars(Tally(square(14, 10).doers.shown, 4, 9), kind="member", width=min(width, 390)),
    "clock": lambda width: views.clock(OUTS, on="2024-03-12", width=width),
    "clock of nobody": lambda width: views.clock((), on="2024-03-12", width=width),
}


@pytest.mark.parametrize("width", [1120, 860, 358])
@pytest.mark.parametrize("name", FIGURES)
def test_no_label_lies_on_another_or_outside(name: str, width: int) -> None:
    figure = FIGURES[name](width)
    assert meet(figure) == []
    assert outside(figure) == []
    assert {trace.type for trace in figure.data} <= {"bar", "scatter"}
    assert all(picks.read(code) for code in codes(figure) if code)


def test_strips_have_a_bar_for_each_month_and_type() -> None:
    figure = views.strips(MONTHS)
    assert sorted(codes(figure)) == ["span|heckle|2024-03-01|2024-03-31", "span|heckle|2024-05-01|2024-05-31",
                                     "span|road_block|2024-04-01|2024-04-30"]  # fmt: skip
    heckles, road = (trace for trace in figure.data if trace.name != "hits")
    assert heckles.y[1] / heckles.y[0] == pytest.approx(1 / 3)
    assert heckles.base < road.base, "types in the order of the codebook, those of one's own last"
    assert strips_said(MONTHS) == (
        "Events by month, March 2024 to May 2024. Heckle: 4, most in March 2024 (3). Road block: 2, most in April 2024 (2)."
    )
    assert strips_said(()) == "No event has a day."


@pytest.mark.parametrize(("years", "width", "days"), [(12, 1120, "2000-01-01|2000-01-31"), (12, 358, "2000-01-01|2000-03-31"),
                                                      (70, 358, "2000-01-01|2000-12-31")])  # fmt: skip
def test_bars_are_months_until_those_are_too_thin(years: int, width: int, days: str) -> None:
    figure = views.strips(long(years), width=width)
    assert f"span|heckle|{days}" in codes(figure)
    counted = {trace.name: trace for trace in figure.data}["hits"]
    assert all(text for text in counted.text)


def test_what_is_pointed_at_stands_out_and_the_rest_is_pale() -> None:
    figure = views.strips(MONTHS, selected="span|heckle|2024-03-01|2024-03-31")
    assert figure.data[0].marker.color[0] != figure.data[0].marker.color[1]
    assert figure.data[1].selectedpoints == (0,)
    other = views.strips(MONTHS, selected="pair|a|b")
    assert len(set(other.data[0].marker.color)) == 1, "a pick of another figure leaves this one as it is"
    cells = views.matrix(square(3, 20), selected="pair|member 0|member 1").data[0]
    assert [n for n, wide in enumerate(cells.marker.line.width) if wide] == [1]


def test_the_matrix_writes_every_number_and_others_choose_nothing() -> None:
    pairs = square(60, 20)
    figure = views.matrix(pairs, width=1120)
    written = sorted(int(text) for trace in figure.data[1:] for text in trace.text)
    assert written == sorted(cell.number for cell in pairs.cells)
    assert codes(figure).count("") == 41
    assert [a.text for a in figure.layout.annotations].count("40 others") == 2


def test_every_number_of_the_matrix_can_be_read() -> None:
    for most in (1, 2, 3, 5, 40, 1000):
        cells = tuple(Cell("a", f"t{n}", max(1, most * n // 19)) for n in range(20))
        targets = tuple(Named(f"t{n}", f"T{n}", 1) for n in range(20))
        drawn, dark, light = views.matrix(Pairs(Tally((Named("a", "A", 1),)), Tally(targets), cells)).data
        white = set(light.x)
        for x, shade in zip(drawn.x, drawn.marker.color, strict=True):
            assert contrast(WHITE if x in white else INK, over(shade)) >= 4.4
        assert len(dark.x) + len(light.x) == 20


def over(shade: str) -> str:
    """A shade of the accent as it is seen on white."""
    opacity = float(shade.rstrip(")").rsplit(",", 1)[1])
    parts = (int(ACCENT[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 + (part - 255) * opacity):02X}" for part in parts)


def test_the_matrix_in_words() -> None:
    pairs = Pairs(Tally((Named("a", "Ama", 2),)), Tally((Named("b", "Piri", 2),)), (Cell("a", "b", 2), Cell("", "b", 9)))
    assert matrix_said(pairs) == "Who acted on whom, in how many events. Most: Ama on Piri: 2."
    assert matrix_said(Pairs(Tally(), Tally())) == "Nobody by name acts on anybody by name."
    assert len(views.matrix(Pairs(Tally(), Tally())).layout.annotations) == 1


def test_bars_say_how_many_others_there_are() -> None:
    tally = Tally((Named("a", "Ama", 4), Named("b", "Piri", 1)), others=1, rest=1)
    figure = views.bars(tally, kind="chair")
    assert codes(figure) == ["chair|a", "chair|b"]
    assert figure.data[0].x[1] / figure.data[0].x[0] == pytest.approx(1 / 4)
    assert "and 1 other, in 1 ejection" in [a.text for a in figure.layout.annotations]
    assert bars_said(tally) == "Ama 4, Piri 1; and 1 other, in 1 ejection"
    assert bars_said(Tally()) == "nobody"


def test_the_clock_tells_what_is_said_from_what_is_assumed() -> None:
    figure = views.clock(OUTS, on="2024-03-12")
    dashes = [shape.line.dash for shape in figure.layout.shapes if shape.type == "path"]
    assert dashes == ["solid", "4px,3px", "4px,3px"]
    assert [said(one) for one in OUTS] == [
        "since 10 March 2024 · until 15 March 2024 · standing order 94",
        "since 12 March 2024 · until 12 March 2024 · assumed",
        "since 12 March 2024 · until when is not said",
    ]
    assert clock_said(OUTS[:1], on="2024-03-12") == (
        "Out of the chamber on 12 March 2024: Ama Okoro, since 10 March 2024 · until 15 March 2024 · standing order 94."
    )
    assert clock_said((), on="2024-03-12") == "Out of the chamber on 12 March 2024: nobody."
    assert codes(figure)[0] == "member|ama okoro"


def test_names_are_shown_and_never_obeyed() -> None:
    one = Named("x", HOSTILE, 1)
    figures = [
        views.matrix(Pairs(Tally((one,)), Tally((one,)), (Cell("x", "x", 1),))),
        views.bars(Tally((one,)), kind="member"),
        views.clock(OUTS, on="2024-03-12"),
    ]
    assert not [True for figure in figures if "<img" in figure.to_json() or "<b>&" in figure.to_json()]
    assert "&lt;img" in figures[0].to_json()
