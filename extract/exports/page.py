"""A story as one HTML file that needs nothing else: no network, no server, and for its text not even a script.

What is published carries only the sentences that are evidence, one neighbour each (*quotes_only*): articles are copyright.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import plotly.graph_objects as go

from .. import crossings, reviews
from ..captions import in_order
from ..reviews import Reviews
from ..types import Story
from ..views import network, slope, timeline
from . import parts

ASSETS = Path(__file__).parent / "assets"
WIDE, HALF, PHONE, TOLD = 1240, 820, 358, 980
LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212"
FONTS = (("inter-latin.woff2", LATIN), ("inter-latin-ext.woff2", "U+0100-024F,U+1E80-1EFF"))
KEY = (
    "<p class='key'><span>● who acts</span><span>○ to whom</span><span>dashed number: the order is not certain</span>"
    "<span>← → step through the events</span></p>"
)


def page(story: Story, *, quotes_only: bool = False, reviewed: Reviews | None = None) -> str:
    """The story as a standalone HTML page; *reviewed* says who vouches for which events."""
    looked = reviewed or {}
    bundle, script = asset("plotly-basic.min.js"), asset("page.js")
    return Template(asset("template.html")).substitute(
        title=escape(story.title or "A story without a title"),
        counts=counts(story),
        policy=_policy(bundle, script),
        style=_faces() + asset("page.css"),
        contents=_contents(story),
        standing=escape(reviews.standing(story, looked)),
        main=_main(story, quotes_only=quotes_only, reviewed=looked),
        footer=_footer(story, quotes_only=quotes_only, reviewed=looked),
        data=_data(story),
        bundle=bundle,
        script=script,
    )


def counts(story: Story) -> str:
    """The size of the story in words: "18 events · 13 actors · 2 articles"."""
    sizes = (("event", story.events), ("actor", story.actors), ("article", story.articles))
    return " · ".join(f"{len(items)} {word}{'' if len(items) == 1 else 's'}" for word, items in sizes)


@cache
def asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def _faces() -> str:
    return "".join(
        f"@font-face{{font-family:Inter;font-weight:400 700;font-display:swap;unicode-range:{letters};"
        f"src:url(data:font/woff2;base64,{base64.b64encode((ASSETS / name).read_bytes()).decode()}) format('woff2')}}"
        for name, letters in FONTS
    )


def _policy(*scripts: str) -> str:
    """Only these very scripts run, only the embedded fonts load, and nothing is ever sent."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
    rest = "style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; script-src {hashes}; {rest}"


def _contents(story: Story) -> str:
    figures = [("timeline", "Timeline", "drawn wide"), ("network", "Network", "drawn"), ("told", "Told and happened", "")]
    drawn = figures if story.events else []
    told = [("events", "Event by event", ""), *([("table", "Table", "")] if story.events else []), ("articles", "Articles", "")]
    return "".join(f'<li class="{css}"><a href="#{id}">{name}</a></li>' for id, name, css in (*drawn, *told))


def _main(story: Story, *, quotes_only: bool, reviewed: Reviews) -> str:
    if not story.events:
        empty = "<p>No event of the codebook was found in these articles. That is an answer, not a fault.</p>"
        return _section("events", "Event by event", empty) + _texts(story, quotes_only=quotes_only)
    said = f"{counts(story)}; the list and the table below say the same in words"
    lanes = f'{KEY}<div class="chart" id="lanes" role="img" tabindex="0" aria-label="Timeline in order: {said}"></div>'
    pane = '<aside class="pane" id="pane" aria-label="Evidence" aria-live="polite"></aside>'
    return (
        _section("timeline", "What happened, in order", lanes, css="drawn wide")
        + f'<div class="split drawn">{_network(said)}{pane}</div>'
        + _section("told", "Order told against order happened", _told(story))
        + _section("events", "Event by event", f'<ol class="events">{parts.event_list(story, reviewed)}</ol>')
        + _section("table", "The events as a table", _table(story))
        + _texts(story, quotes_only=quotes_only)
    )


def _network(said: str) -> str:
    wide = f'<div class="chart wide" id="ties" role="img" aria-label="Network of who did what to whom: {said}"></div>'
    narrow = f'<div class="chart narrow" id="ties-narrow" role="img" aria-label="Network of who did what to whom: {said}"></div>'
    lead = '<p class="lead">Numbers are those of the events in order.</p>'
    return _section("network", "Who did what to whom", lead + wide + narrow)


def _told(story: Story) -> str:
    """The slope of the story's first article, and its crossings in words."""
    first = f"<p class='lead'>{parts.source_of(story.articles[0])}</p>" if len(story.articles) > 1 else ""
    named = "".join(f"<li>{escape(crossings.sentence(story, jump))}</li>" for jump in crossings.jumps(story))
    label = "Order told against order happened; the crossings are named below"
    sizes = (("slope", "wide"), ("slope-narrow", "narrow"))
    chart = "".join(f'<div class="chart {css} drawn" id="{id}" role="img" aria-label="{label}"></div>' for id, css in sizes)
    listed = f'<ul class="jumps">{named}</ul>' if named else ""
    return f"{first}<p>{escape(crossings.summary(story))}</p>{chart}{listed}"


def _section(id: str, heading: str, body: str, *, css: str = "") -> str:
    return f'<section id="{id}" class="{css}" aria-labelledby="{id}-heading"><h2 id="{id}-heading">{heading}</h2>{body}</section>'


def _table(story: Story) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Order", "Type", "Who", "To whom", "Status", "Why here", "Words"))
    caption = "<caption>Events in the order in which they happened</caption>"
    table = f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{parts.table(story)}</tbody></table>"
    return f'<div class="scroll" tabindex="0" role="region" aria-label="Table of events">{table}</div>'


def _texts(story: Story, *, quotes_only: bool) -> str:
    heading = "What the articles say" if quotes_only else "The articles"
    lead = "Only the sentences that are evidence, each with one neighbour." if quotes_only else "What is evidence is marked."
    body = f'<p class="lead">{lead}</p><div class="texts">{parts.texts(story, quotes_only=quotes_only)}</div>'
    return _section("articles", heading, body)


def _footer(story: Story, *, quotes_only: bool, reviewed: Reviews) -> str:
    sources = "; ".join(parts.source_of(article) for article in story.articles)
    rights = "The quoted sentences belong to their publishers." if quotes_only else "The articles belong to their publishers."
    looked = "and reviewed by nobody yet" if not reviewed else "and reviewed as it says above"
    made = f"Made by Order Paper; coded by rules that anybody can read, {looked}."
    return f"<p>Sources: {sources or 'none'}.</p><p>{rights} {made}</p>"


def _data(story: Story) -> str:
    """What the script needs, so written that no text in it can end the element it stands in."""
    ordered = in_order(story)
    figures: dict[str, go.Figure] = {}
    if ordered:
        figures = {
            "lanes": timeline(story, width=WIDE),
            "ties": network(story, width=HALF),
            "ties-narrow": network(story, width=PHONE),
            "slope": slope(story, width=TOLD),
            "slope-narrow": slope(story, width=PHONE),
        }
    data = {
        "events": [event.id for event in ordered],
        "people": {event.id: [*event.actors, *event.targets] for event in ordered},
        "figures": {id: _plain(figure) for id, figure in figures.items()},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _plain(figure: go.Figure) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(figure.to_json())
    plain["layout"].pop("template", None)
    plain["layout"]["clickmode"] = "event"
    return plain
