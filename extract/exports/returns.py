"""The ends of suspensions, for a calendar: one all-day event for each sanction that says until which day it holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from ..captions import caption
from ..passages import telling_articles
from ..reviews import Reviews
from ..types import Event, Story
from .parts import safe
from .rows import names, review_of, words_of
from .wording import clean, day, on_one_line

if TYPE_CHECKING:
    from icalendar import Event as Entry

NOBODY = "somebody whom the text does not name"


def ics(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """A calendar; one without entries where nobody is out until a day."""
    from icalendar import Calendar  # when it is wanted: the dashboard's first view does not wait for it

    calendar = Calendar()
    calendar.add("prodid", "-//Order Paper//Ends of suspensions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Suspensions: {on_one_line(story.title)}")
    for event, back in _returns(story):
        calendar.add_component(_entry(story, event, back, reviewed or {}))
    made: bytes = calendar.to_ical()
    return made


def no_returns(story: Story) -> str:
    """What a calendar lacks: a sanction without a day, or any sanction; empty where it has all."""
    told = [event for event in story.events if event.sanction and event.status in ("happened", "planned")]
    open_ = len(told) - len(list(_returns(story)))
    if not told:
        return "nobody is suspended until a day in this story; the calendar is empty"
    return f"{open_} of {len(told)} sanctions say no day until which they hold, and are not in the calendar" if open_ else ""


def _returns(story: Story) -> Iterable[tuple[Event, date]]:
    for event in story.events:
        back = day(event.sanction.until) if event.sanction and event.status in ("happened", "planned") else None
        if back and back < date.max:
            yield event, back


def _entry(story: Story, event: Event, back: date, reviewed: Reviews) -> Entry:
    from icalendar import Event as Entry

    entry = Entry()
    out = names(story, event.targets) or NOBODY
    entry.add("uid", f"{clean(story.id)}-{clean(event.id)}@order-paper")
    entry.add("dtstamp", _stamp(story))
    entry.add("dtstart", back)
    entry.add("dtend", back + timedelta(days=1))
    entry.add("summary", f"Suspension {'would end' if event.status == 'planned' else 'ends'}: {out}")
    entry.add("description", "\n".join(_lines(story, event, reviewed)))
    entry.add("transp", "TRANSPARENT")
    for url in [article.url for article in telling_articles(story, event) if safe(article.url)][:1]:
        entry.add("url", on_one_line(url))
    return entry


def _lines(story: Story, event: Event, reviewed: Reviews) -> Iterable[str]:
    yield on_one_line(caption(story, event))
    if event.sanction and event.sanction.rule:
        yield f"Under {on_one_line(event.sanction.rule)}{' (assumed, not stated)' if event.sanction.assumed else ''}"
    if event.evidence:
        yield f"“{words_of(event)}”"
    yield review_of(event, reviewed)


def _stamp(story: Story) -> datetime:
    """A day that the story itself gives: the same story gives the same bytes."""
    known = [found for article in story.articles if (found := day(article.published))]
    return datetime.combine(max(known, default=date(2000, 1, 1)), datetime.min.time(), UTC)
