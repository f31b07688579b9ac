"""A story for TimelineJS, as its JSON and as the rows of its spreadsheet; all that it would show as HTML is escaped.

TimelineJS wants a day for each slide. An event that has none is left out, and it is said how many are: no day is made up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from .. import reviews
from ..captions import caption, in_order, number, type_name
from ..passages import telling_articles
from ..reviews import Reviews
from ..types import Article, Event, Story
from .csv_table import written
from .parts import safe
from .rows import Row, Sheet, names, review_of, words_of
from .wording import days, file_name, on_one_line

Json = dict[str, Any]
COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media",
    "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def timelinejs(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """The JSON of TimelineJS 3: a slide for the story, one for each event that has a day."""
    looked = reviewed or {}
    slides = [_slide(story, event, bounds, looked) for event, bounds in _dated(story)]
    title = {"text": {"headline": _html(story.title), "text": _paragraph(reviews.standing(story, looked))}}
    data = {"title": title, "events": slides, "scale": "human"}
    return (json.dumps(data, ensure_ascii=False, indent=1).replace("</", "<\\/") + "\n").encode("utf-8", "replace")


def timelinejs_csv(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """The rows to paste into the spreadsheet that TimelineJS reads."""
    looked = reviewed or {}
    head: Row = {"Headline": _html(story.title), "Text": _paragraph(reviews.standing(story, looked)), "Type": "title"}
    rows = [head, *(_cells(_slide(story, event, bounds, looked)) for event, bounds in _dated(story))]
    return written([Sheet("timeline", COLUMNS, tuple({name: row.get(name, "") for name in COLUMNS} for row in rows))])


def undated(story: Story) -> str:
    """How many events are left out for want of a day, and what would help; empty where none is."""
    left = len(story.events) - len(list(_dated(story)))
    if not left:
        return ""
    said = f"{left} of {len(story.events)} events"
    return f"{said} left out: the text gives no day for them, and TimelineJS wants one (`run --published DATE` lets days be read)"


def _dated(story: Story) -> Iterable[tuple[Event, tuple[date, date]]]:
    return ((event, bounds) for event in in_order(story) if (bounds := days(event)))


def _slide(story: Story, event: Event, bounds: tuple[date, date], reviewed: Reviews) -> Json:
    first, last = bounds
    told = [f"<blockquote>{_html(words_of(event))}</blockquote>"] if event.evidence else []
    claim = [_paragraph(f"According to {names(story, [event.source])}.")] if event.source else []
    sources = [_link(article) for article in telling_articles(story, event)]
    slide: Json = {
        "start_date": _date(first),
        "text": {
            "headline": f"{number(event)} · {_html(caption(story, event))}",
            "text": "".join([*told, *claim, *sources, _paragraph(f"{type_name(event.type)}; {review_of(event, reviewed)}.")]),
        },
        "group": _html(type_name(event.type)),
        "unique_id": f"event-{event.rank}-{file_name(event.id)}",
    }
    if last > first:
        slide |= {"end_date": _date(last), "display_date": f"between {_said(first)} and {_said(last)}"}
    return slide


def _cells(slide: Json) -> Row:
    start, end = slide["start_date"], slide.get("end_date", {})
    return {
        "Year": start["year"], "Month": start["month"], "Day": start["day"], "End Year": end.get("year", ""),
        "End Month": end.get("month", ""), "End Day": end.get("day", ""), "Display Date": slide.get("display_date", ""),
        "Headline": slide["text"]["headline"], "Text": slide["text"]["text"], "Group": slide["group"],
    }  # fmt: skip


def _link(article: Article) -> str:
    """Where it is told, as a link where there is a safe one."""
    named = _html(article.outlet or article.title or article.id)
    url = on_one_line(article.url)
    return f'<p><a href="{_html(url)}" rel="noopener noreferrer">{named}</a></p>' if safe(url) else f"<p>{named}</p>"


def _paragraph(text: str) -> str:
    return f"<p>{_html(text)}</p>"


def _html(text: str | None) -> str:
    return escape(on_one_line(text))


def _date(day: date) -> Json:
    return {"year": day.year, "month": day.month, "day": day.day}


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
