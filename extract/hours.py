"""Whether the time that one act can mean lies before all that another can: by days, then by the hours of one day."""

from __future__ import annotations

import re

from extract.types import Event

DAWN = "05:00"
DAY_NAMED = re.compile(r"day\b|\d (?:[A-Z]|of )|[A-Z][a-z]+ \d")  # "2am on Tuesday", not "2am"


def apart(early: Event, late: Event) -> bool:
    """Whether all the time that one can mean lies before all that the other can."""
    last, opening = early.latest or early.date, late.earliest or late.date
    if last and opening and last < opening:
        return True
    first, second = hours_of(early), hours_of(late)
    if not (early.date and early.date == late.date and first and second):
        return False
    return first[1] <= second[0] and first[0] < second[1]  # "in the morning", "in the afternoon"; not one minute and itself


def hours_of(event: Event) -> tuple[str, str] | None:
    """The hours that a telling of an event states; a sitting that began the day before goes on past midnight: "at *2.30am*"."""
    told = next((t for t in event.evidence if t.hours), None)
    if told is None or told.hours is None:
        return None
    first, last = told.hours
    late = last < DAWN and not DAY_NAMED.search(told.time_text or "")
    return (_past_midnight(first), _past_midnight(last)) if late else told.hours


def _past_midnight(hour: str) -> str:
    """ "02:30" as "26:30"."""
    return f"{int(hour[:2]) + 24}{hour[2:]}"
