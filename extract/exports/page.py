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
from ..captions import in_order, type_name
from ..focus import focus, link
from ..reviews import Reviews
from ..types import Story
from ..views import calendar, ladder, network, slope, timeline
from ..views.calendar import has_days
from ..views.describing import View, describe
from ..views.palette import DARK
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
        policy=policy(bundle, script),
        style=faces() + asset("page.css"),
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
    """A file that exported pages carry inside them."""
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def faces() -> str:
    """The fonts, as a style sheet that holds them."""
    return "".join(
        f"@font-face{{font-family:Inter;font-weight:400 700;font-display:swap;unicode-range:{letters};"
        f"src:url(data:font/woff2;base64,{base64.b64encode((ASSETS / name).read_bytes()).decode()}) format('woff2')}}"
        for name, letters in FONTS
    )


def policy(*scripts: str, images: str = "data:") -> str:
    """Only these very scripts run, only the embedded fonts load, and nothing is ever sent."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
    rest = f"style-src 'unsafe-inline'; font-src data:; img-src {images}; base-uri 'none'; form-action 'none'"
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
    pane = '<aside class="pane" id="pane" aria-label="Evidence" aria-live="polite"></aside>'
    return (
        _section("timeline", "What happened, in order", f"{KEY}{_readings(story)}", css="drawn wide")
        + f'<div class="split drawn">{_network(story)}{pane}</div>'
        + _section("told", "Order told against order happened", _told(story))
        + _section("events", "Event by event", f'<ol class="events">{parts.event_list(story, reviewed)}</ol>')
        + _section("table", "The events as a table", _table(story))
        + _texts(story, quotes_only=quotes_only)
    )


def _chart(id: str, story: Story, view: View, *, css: str = "") -> str:
    """Where a figure will be drawn, with what it shows in words; it can be scrolled where it is wider than the page."""
    return f'<div class="chart {css}" id="{id}" role="img" tabindex="0" aria-label="{escape(describe(story, view))}"></div>'


def _readings(story: Story) -> str:
    """The overview; folded away below it the ladder, and the days where the story has several."""
    more = [("ladder", "Read in order, with the words")]
    if has_days(story):
        more.append(("calendar", "By day"))
    folded = (f"<details><summary>{name}</summary>{_chart(view, story, view)}</details>" for view, name in more)  # type: ignore[arg-type]
    return _chart("lanes", story, "timeline") + "".join(folded)


def _network(story: Story) -> str:
    lead = '<p class="lead">Numbers are those of the events in order.</p>'
    drawn = _chart("ties", story, "network", css="wide") + _chart("ties-narrow", story, "network", css="narrow")
    return _section("network", "Who did what to whom", lead + drawn)


def _told(story: Story) -> str:
    """The slope of the story's first article, and its crossings in words."""
    first = f"<p class='lead'>{parts.source_of(story.articles[0])}</p>" if len(story.articles) > 1 else ""
    named = "".join(f"<li>{escape(crossings.sentence(story, jump))}</li>" for jump in crossings.jumps(story))
    chart = _chart("slope", story, "slope", css="wide drawn") + _chart("slope-narrow", story, "slope", css="narrow drawn")
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
    """What the script needs."""
    ordered = in_order(story)
    data = {
        "events": [event.id for event in ordered],
        "focus": _named(story),
        "dark": dict(DARK),
        "figures": {id: _plain(made) for id, made in _figures(story).items()} if ordered else {},
    }
    return in_script(data)


def in_script(data: dict[str, Any]) -> str:
    """Data as JSON, so written that no text in it can end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _figures(story: Story) -> dict[str, go.Figure]:
    drawn = {
        "lanes": timeline(story, width=WIDE),
        "ladder": ladder(story, width=WIDE),
        "calendar": calendar(story, width=WIDE),
        "ties": network(story, width=HALF),
        "ties-narrow": network(story, width=PHONE),
        "slope": slope(story, width=TOLD),
        "slope-narrow": slope(story, width=PHONE),
    }
    return {id: made for id, made in drawn.items() if made is not None}


def _named(story: Story) -> dict[str, dict[str, Any]]:
    """For each key that can be chosen: what stands out with it and, of actors and ties, what they are called."""
    names = {actor.id: actor.name for actor in story.actors}
    called = {actor.id: (actor.name, actor.party or actor.kind.capitalize()) for actor in story.actors}
    for tie in story.links:
        title = f"{names[tie.source]} → {names[tie.target]}"
        called[link(tie.source, tie.target, tie.type)] = (title, type_name(tie.type))
    found = [focus(story, key) for key in (*(event.id for event in story.events), *called)]
    return {
        seen.key: {"events": seen.events, "actors": seen.actors}
        | (dict(zip(("title", "type"), called[seen.key], strict=True)) if seen.key in called else {})
        for seen in found
        if seen.events
    }


def _plain(figure: go.Figure) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(figure.to_json())
    plain["layout"].pop("template", None)
    plain["layout"]["clickmode"] = "event"
    return plain
