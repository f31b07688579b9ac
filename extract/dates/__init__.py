"""News time expressions + day of publication → days and clock times: strings only, around dateparser and its known faults.

`find_all` gives each expression of a passage with the window of days that it can mean: one day where the text gives one
("yesterday"), several where it is vague ("earlier this week"), none yet where it counts from what was told before ("the following
day", which `placed` puts on that day).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from extract.dates import clock, explicit, hooks
from extract.dates.calendar import WEEKDAYS
from extract.dates.expressions import HOLES, NUMBERS, expressions

__all__ = ["WEEKDAYS", "Time", "apart", "day", "find", "find_all", "placed", "surest"]

# A day still to come is not the act's: "adjourned *until* Tuesday". But "nobody was, until Tuesday", "By Tuesday he was".
LATER = r"until|till|next|by|every|each|(?:hours|days|down|adjourned|deferred|postponed) to"
AHEAD = re.compile(rf"(?<!, )\b(?:{LATER})(?: (?:the|this|next|at least))?\s$")
# Nor is an hour by which something is to be done.
UNTIL = re.compile(r"(?<!, )\b(?:until|till|'til|no later than|not later than|up to)\s$")
BY, TO_DO = re.compile(r"by |before "), re.compile(r"\b(?:to|must|should|would|will|shall)(?: \w+){1,5} $")
# "ACCRA, Ghana, March 14 (AP) -": the day on which it was written, before a dash.
PLACE, DASH = re.compile(r"\W*[A-Z][A-Z.'’-]{2,}[\w ,.'’()-]{0,40}\Z"), re.compile(r"\s*(?:\([^)]{2,20}\)\s*)?(?:[-–—]|\Z)")
APART = re.compile(rf"\b{HOLES['{n}']} (?P<unit>day|week|hour)s?\s*\Z", re.IGNORECASE)
SUREST = ("date", "before_yesterday", "yesterday", "today")  # a weekday may be the dateline's: "NAIROBI, *Wednesday*"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its words, where they stand, the first and last day it can mean, and its hours where it says them."""

    words: str
    start: int
    end: int
    kind: str
    earliest: str | None = None  # ISO dates
    latest: str | None = None
    hours: tuple[str, str] | None = None  # "HH:MM", the first and the last that it can mean
    told: bool = False  # it counts from the day told before
    ahead: bool = False  # it lies in the future
    dateline: bool = False  # it only says when the article was written

    @property
    def date(self) -> str | None:
        """The one day that it means."""
        return self.earliest if self.earliest == self.latest else None


def day(published: str | None) -> date | None:
    """The day of a publication date or date-time; None where there is none."""
    return datetime.fromisoformat(published).date() if published else None


def find(text: str, *, published: str | None) -> tuple[str, str] | None:
    """The surest time expression of a passage that gives a full date, the first of its kind, and that date in ISO form.

    A weekday comes last: "NAIROBI, *Wednesday* - He was put out *yesterday*" is headed by the day it was written.
    """
    full = [t for t in find_all(text, published=published) if t.date and not t.ahead and not t.told]
    best = surest(full)
    return (best.words, best.date) if best is not None and best.date else None


def surest(times: Iterable[Time]) -> Time | None:
    """A date before "yesterday" before a weekday, what gives one day before what is vague; a dateline is last."""

    def doubt(time: Time) -> tuple[bool, bool, bool, int, int]:
        kind = SUREST.index(time.kind) if time.kind in SUREST else len(SUREST)
        return time.dateline, time.ahead, not time.date, kind, time.start

    return min(times, key=doubt, default=None)


def find_all(text: str, *, published: str | None) -> tuple[Time, ...]:
    """All time expressions of a passage, in reading order; of two that overlap the longer one."""
    anchor = day(published)
    plain = explicit.NAMES.sub(lambda name: " " * len(name[0]), text)
    out: list[Time] = []
    found = (*_dates(plain, anchor), *_expressions(plain, anchor), *_clocks(plain))
    for time in sorted(found, key=lambda t: t.start - t.end):
        if not any(time.start < other.end and other.start < time.end for other in out):
            headed = PLACE.match(plain[: time.start]) is not None and DASH.match(plain, time.end) is not None
            out.append(replace(time, dateline=headed))
    return tuple(sorted(out, key=lambda t: t.start))


def placed(time: Time, told: str | None) -> Time:
    """A time that counts from the day told before, put on it: "the following day" after 3 May is 4 May."""
    if not time.told or told is None:
        return time
    expression = next(e for e in expressions() if e.name == time.kind)
    match = expression.pattern.search(f"{time.words},")  # some end before a mark
    return _windowed(time, expression.window(match, date.fromisoformat(told))) if match else time


def may_tell_hours(text: str) -> bool:
    """Whether a word stands in a text without which no clock time is told."""
    return clock.HINT.search(text) is not None


def apart(words: str) -> int | None:
    """How many days a phrase counts that ends in "a day", "two weeks": "*a day* after she was named"."""
    match = APART.search(words)
    if match is None:
        return None
    said, unit = match["n"].lower(), match["unit"].lower()
    n = int(said) if said.isdigit() else NUMBERS[said]
    if unit == "hour":  # "barely *24 hours* after"; "two hours after" is the same day
        return n // 24 if n and n % 24 == 0 else None
    return n * (7 if unit == "week" else 1)


def _dates(text: str, anchor: date | None) -> list[Time]:
    return [
        Time(text[start:end], start, end, "date", first.isoformat(), last.isoformat(), ahead=_lies_ahead(text, start))
        for start, end, first, last in explicit.found(text, anchor)
    ]


def _expressions(text: str, anchor: date | None) -> list[Time]:
    out = []
    for expression in hooks.worth(text):
        for match in expression.pattern.finditer(text):
            told = expression.anchor == "told"
            time = Time(
                match[0],
                *match.span(),
                expression.name,
                hours=clock.part_of_day(match[0]),
                told=told,
                ahead=expression.ahead or _lies_ahead(text, match.start()),
            )
            if not told and anchor is not None:
                time = _windowed(time, expression.window(match, anchor))
            out.append(time)
    return out


def _clocks(text: str) -> list[Time]:
    return [
        Time(text[a:b], a, b, "clock", hours=(first, last), ahead=_deadline(text, a, b))
        for a, b, first, last in clock.windows(text)
    ]


def _deadline(text: str, start: int, end: int) -> bool:
    """Whether a clock time is one to come: "gave her *until 4pm*", "told to apologise *by 4pm*", not "had left *by 4pm*"."""
    before = text[max(0, start - 60) : start]
    return UNTIL.search(before) is not None or (BY.match(text[start:end]) is not None and TO_DO.search(before) is not None)


def _windowed(time: Time, window: tuple[date | None, date | None]) -> Time:
    first, last = window
    return replace(time, earliest=first.isoformat() if first else None, latest=last.isoformat() if last else None)


def _lies_ahead(text: str, start: int) -> bool:
    return AHEAD.search(text, max(0, start - 20), start) is not None
