"""Days of publication as sources write them → ISO; in doubt, no day: "10/05/2016" may be in May or in October."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from .about import is_date

# "10 May 2016", "May 10, 2016", "Tuesday, 10 May 2016": the name of the month leaves no doubt.
NAMED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d-%b-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")
OLDEST = 1700  # no newspaper's article is older

_WEEKDAY = re.compile(r"(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*")
_ORDINAL = re.compile(r"(?i)(?<=\d)(?:st|nd|rd|th)\b")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


def iso(text: object) -> str | None:
    """The ISO date, or date-time with zone, that *text* means; None when it means none, or could mean two."""
    line = " ".join(text.split()) if isinstance(text, str) else ""
    found = _exact(line) or _mail(line) or _named(line) or _slashed(line)
    return found if found and _plausible(found) else None


def _exact(line: str) -> str | None:
    """ "2016-05-10T14:30:00+12:00" as it is; without a zone the hour says nothing, and the day alone is kept."""
    if is_date(line):
        return line
    try:
        moment = datetime.fromisoformat(line) if re.match(r"\d{4}-\d\d-\d\d", line, re.ASCII) else None
    except ValueError:
        return None
    if moment is None:
        return None
    zoned = moment.isoformat(timespec="seconds")
    return zoned if moment.tzinfo and is_date(zoned) else moment.date().isoformat()


def _mail(line: str) -> str | None:
    """ "Tue, 10 May 2016 14:30:00 +1200", as feeds write it."""
    from email.utils import parsedate_to_datetime

    if not re.search(r"\d:\d\d", line):
        return None
    try:
        moment = parsedate_to_datetime(line)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo else moment.date().isoformat()


def _named(line: str) -> str | None:
    plain = _ORDINAL.sub("", _WEEKDAY.sub("", line)).replace(",", " ").replace(" of ", " ")
    plain = " ".join(plain.replace("Sept ", "Sep ").split())
    for form in NAMED:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    return None


def _slashed(line: str) -> str | None:
    """ "25/05/2016": only one of the two can be the month, unless both could."""
    if not (found := _SLASHED.fullmatch(line)):
        return None
    one, two, year = map(int, found.groups())
    if (one > 12) == (two > 12) and one != two:
        return None
    day, month = (one, two) if two <= 12 else (two, one)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _plausible(found: str) -> bool:
    day = date.fromisoformat(found[:10])
    return day.year >= OLDEST and day <= datetime.now(UTC).date() + timedelta(days=2)
