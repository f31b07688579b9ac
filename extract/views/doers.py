"""Whom an article makes the doer: how often it tells an act with somebody who does it, and how often with nobody.

The voice of a telling is in its evidence; see the public contract.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import plotly.graph_objects as go

from ..outlets import names
from ..types import VOICES, Story
from .marks import Mark, box, figure, label, line, lines
from .palette import ACCENT, INK, MUTED, RULE, WHITE, rgba
from .textfit import clip

VOICE_NAMES: Mapping[str, str] = {
    "active": "the doer acts",
    "passive": "done to somebody, by the doer",
    "nominal": "a noun, no verb",
    "agentless": "no doer named",
}
SHADES: Mapping[str, float] = {"active": 1.0, "passive": 0.72, "nominal": 0.46, "agentless": 0.14}


def voices(story: Story) -> dict[str, Counter[str]]:
    """For each article, how often it tells an event in which voice."""
    counted: dict[str, Counter[str]] = {article.id: Counter() for article in story.articles}
    for event in story.events:
        for telling in event.evidence:
            counted[telling.span.article][telling.voice] += 1
    return counted


def doers(story: Story, *, width: float = 900) -> go.Figure:
    """A bar for each article: what share of its tellings names who did it, and how."""
    counted, called = voices(story), names(story)
    left, row, top = min(200.0, width * 0.3), 40.0, 34.0
    room = width - left - 16
    shapes: list[Mark] = []
    labels = _legend(width)
    top += 16 * (len({mark["y"] for mark in labels}) - 1)
    for mark, voice in zip(labels, VOICES, strict=True):
        shapes.append(_piece(mark["x"] - 18, mark["x"] - 6, mark["y"], 6, voice))
    for place, article in enumerate(story.articles):
        y, x = top + row * (place + 0.5), left
        total = sum(counted[article.id].values())
        labels.append(
            label(left - 10, y, lines([clip(called[article.id], left - 16, 12.5, 600)]), size=12.5, weight=600, anchor="right")
        )
        if not total:
            labels.append(label(left + 4, y, "tells no event", size=12, colour=MUTED))
        for voice in VOICES:
            share = counted[article.id][voice]
            if not share:
                continue
            wide = room * share / total
            shapes.append(_piece(x, x + wide - 2, y, 12, voice))
            labels.append(label(x + (wide - 2) / 2, y, str(share), size=12, weight=700, anchor="center",
                                colour=WHITE if SHADES[voice] > 0.6 else INK))  # fmt: skip
            x += wide
    shapes.append(line(left, top - 4, left, top + row * len(story.articles), RULE))
    return figure([], width=width, height=top + row * len(story.articles) + 8, shapes=shapes, labels=labels)


def _piece(left: float, right: float, y: float, half: float, voice: str) -> Mark:
    return box(left, y - half, right, y + half, _shade(voice), radius=3, line={"color": ACCENT, "width": 1})


def _legend(width: float) -> list[Mark]:
    """The voices and what they mean, in as many rows as they need."""
    marks, x, y = list[Mark](), 24.0, 12.0
    for voice in VOICES:
        wide = 26 + 6.6 * len(VOICE_NAMES[voice])
        if x > 24 and x + wide > width:
            x, y = 24.0, y + 18
        marks.append(label(x, y, VOICE_NAMES[voice], size=12, colour=MUTED))
        x += wide
    return marks


def _shade(voice: str) -> str:
    """One colour, paled by how little is said of the doer."""
    return rgba(ACCENT, SHADES[voice])
