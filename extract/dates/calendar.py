"""Units of the calendar counted from a day: the first and the last day that a time expression can mean."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

Window = tuple[date | None, date | None]
Shift = int | str

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(name.lower() for name in calendar.month_name)[1:]
PARTS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}  # days of a month: thirds, as reporters round


def days(n: int) -> timedelta:
    """So many days."""
    return timedelta(days=n)


def week(anchor: date, shift: int) -> Window:
    """Monday to Sunday (ISO 8601), *shift* weeks from the one of a day."""
    monday = anchor - days(anchor.weekday()) + days(7 * shift)
    return monday, monday + days(6)


def month(anchor: date, shift: int, part: str = "") -> Window:
    """A month, or a third of it, *shift* months from the one of a day."""
    year, number = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
    last = calendar.monthrange(year, number + 1)[1]
    first, final = PARTS.get(part, (1, last))
    return date(year, number + 1, first), date(year, number + 1, min(final, last))


def year(anchor: date, shift: int) -> Window:
    """A year, *shift* years from the one of a day."""
    return date(anchor.year + shift, 1, 1), date(anchor.year + shift, 12, 31)


def weekend(anchor: date) -> Window:
    """The last Saturday and Sunday up to a day; on one of the two, those."""
    saturday = anchor - days((anchor.weekday() - 5) % 7)
    return saturday, saturday + days(1)


def weekday(anchor: date, name: str, shift: Shift) -> date:
    """A day of the week: the last up to a day (0), the "last" before it, the one "before last", or the "next" after it."""
    back = (anchor.weekday() - WEEKDAYS.index(name.lower())) % 7
    if shift == "next":
        return anchor + days(7 - back)
    if shift == "last" and back == 0:
        back = 7
    return anchor - days(back + (7 if shift == "before last" else 0))


def named_month(anchor: date, name: str, of: int | None, part: str = "") -> Window:
    """A month by its name: of that year, else the last one that has begun by then."""
    number = next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))
    first = PARTS[part][0] if part else 1
    back = of if of is not None else anchor.year - (date(anchor.year, number, first) > anchor)
    begin, end = month(date(back, number, 1), 0, part)
    return begin, min(end, anchor) if of is None and end is not None else end


def sitting(anchor: date, shift: int) -> Window:
    """So many sittings off: each is on a day of its own, so it is at least as many days away."""
    return (None, anchor + days(shift)) if shift < 0 else (anchor + days(shift), None)


COUNTED: dict[str, Callable[[date, int], Window]] = {
    "day": lambda anchor, shift: (anchor + days(shift), anchor + days(shift)),
    "week": week,
    "month": month,
    "year": year,
    "sitting": sitting,
    "weekend": lambda anchor, shift: weekend(anchor + days(7 * shift)),
}
