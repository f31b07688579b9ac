"""Each figure alone: as a page that works by itself and lets its reader save it, and as an SVG or PNG for print.

A figure is a name in FIGURES and a function of a story; whatever is added there can be exported in all three ways.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Literal, NamedTuple

import plotly.graph_objects as go

from .. import reviews
from ..reviews import Reviews
from ..types import Story
from ..views import calendar, describe, ladder, network, slope, timeline
from ..views.calendar import has_days
from ..views.describing import View
from ..views.marks import escaped, label
from ..views.marks import figure as blank_figure
from ..views.palette import MUTED
from .page import ASSETS, asset, faces, in_script, policy
from .wording import clean, file_name, on_one_line

Kind = Literal["svg", "png"]
FOOT = 30  # pixels below a figure for the line that says who has reviewed it
BUNDLE = "plotly-basic.min.js"
SCALE = 3  # of a PNG: 300 dots an inch where a figure is drawn at 100
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowser(RuntimeError):
    """An image needs a browser to draw it, and there is none, or it failed; its text says what to do."""


class Drawn(NamedTuple):
    """A figure that can be exported: what it is called, how it is drawn for paper, and what a story lacks for it."""

    label: str
    draw: Callable[[Story], go.Figure]
    lacks: Callable[[Story], str] = lambda _: ""


def no_days(story: Story) -> str:
    """Why there is no calendar to draw; empty where there is one."""
    return "" if has_days(story) else "the text does not put its events on two days or more, and there is no calendar to draw"


def _by_day(story: Story) -> go.Figure:
    drawn = calendar(story, width=1240)
    if drawn is not None:
        return drawn
    said = label(8, 20, "The text does not put its events on two days or more.", colour=MUTED, size=14)
    return blank_figure([], width=620, height=40, shapes=[], labels=[said])


FIGURES: Mapping[View, Drawn] = {
    "timeline": Drawn("Timeline in order", partial(timeline, width=1240)),
    "ladder": Drawn("The order, step by step", partial(ladder, width=1240)),
    "calendar": Drawn("By day", _by_day, no_days),
    "network": Drawn("Who did what to whom", partial(network, width=860)),
    "slope": Drawn("Order told against order happened", partial(slope, width=980)),
}


def figure_page(story: Story, name: View, *, reviewed: Reviews | None = None) -> bytes:
    """A figure of a story as a page of its own."""
    drawn = FIGURES[name]
    title = f"{drawn.label}: {on_one_line(story.title) or 'a story without a title'}"
    figure = signed(drawn.draw(story), reviews.standing(story, reviewed or {}))
    return standalone(figure, title=title, description=describe(story, name)).encode("utf-8", "replace")


def figure_image(story: Story, name: View, kind: Kind, *, reviewed: Reviews | None = None) -> bytes:
    """A figure of a story as an image. Raises NoBrowser."""
    return image(signed(FIGURES[name].draw(story), reviews.standing(story, reviewed or {})), kind)


def signed(figure: go.Figure, words: str) -> go.Figure:
    """The figure with a line below it that goes wherever it goes: who has reviewed what it shows."""
    layout = figure.to_plotly_json()["layout"]
    margin = {"l": 0, "r": 0, "t": 0, "b": 0, **layout.get("margin", {})}
    note = label(0, 0, escaped(words), size=11, colour=MUTED, middle="top", xref="paper", yref="paper", xshift=8, yshift=-8)
    layout |= {
        "height": layout["height"] + FOOT,
        "margin": {**margin, "b": margin["b"] + FOOT},
        "annotations": [*layout.get("annotations", ()), note],
    }
    return go.Figure(data=figure.data, layout=layout)


def standalone(figure: go.Figure, *, title: str, description: str) -> str:
    """A figure as one HTML file without a network, with buttons by which its reader saves it as SVG and as PNG."""
    bundle, script = asset(BUNDLE), asset("image.js") + asset("figure.js")
    return Template(asset("figure.html")).substitute(
        title=escape(title),
        description=escape(clean(description)),
        policy=policy(bundle, script, images="data: blob:"),
        style=faces() + asset("figure.css"),
        data=in_script({"figure": _plain(figure), "faces": faces(), "name": file_name(title)}),
        bundle=bundle,
        script=script,
    )


def image(figure: go.Figure, kind: Kind) -> bytes:
    """A figure as SVG or PNG with the fonts in it, drawn by the browser of this machine. Raises NoBrowser."""
    path, plain = _needed(), _plain(figure)
    size = {"width": plain["layout"]["width"], "height": plain["layout"]["height"]}
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "drawing.js"
        script.write_text(f"{asset('image.js')}\nimagesWith({json.dumps(faces())});", encoding="utf-8")
        return _rendered(plain, {"format": kind, "scale": SCALE if kind == "png" else 1, **size}, script, path)


def browser() -> str | None:
    """The browser that would draw an image: BROWSER_PATH, one on the PATH or where browsers usually are; None without any."""
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or _elsewhere()


def _elsewhere() -> str | None:
    from choreographer.browsers.chromium import Chromium

    found: str | None = Chromium.find_browser(skip_local=False)
    return found


def _needed() -> str:
    found = browser()
    if found is None:
        raise NoBrowser(
            "an SVG or PNG is drawn by a browser, and none was found; install Chromium, or save it from the HTML figure"
        )
    return found


def _rendered(figure: dict[str, Any], how: dict[str, Any], script: Path, path: str) -> bytes:
    import kaleido

    page = kaleido.PageGenerator(plotly=(ASSETS / BUNDLE).as_uri(), mathjax=False, others=[script.as_uri()])
    try:
        made: bytes = kaleido.calc_fig_sync(figure, opts=how, kopts={"page_generator": page, "path": path, "timeout": 60})
    except Exception as error:  # a browser fails in ways of its own; all of them mean one thing to whoever waits
        reason = on_one_line(str(error))[:160] or type(error).__name__
        raise NoBrowser(f"{path} could not draw the figure ({reason}); try again, or save it from the HTML figure") from error
    return made


def _plain(figure: go.Figure) -> dict[str, Any]:
    """The figure as plain values that can stand in any file."""
    plain: dict[str, Any] = _clean(json.loads(figure.to_json()))
    plain["layout"].pop("template", None)
    return plain


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return clean(value) if isinstance(value, str) else value
