"""News time expressions + day of publication → ISO date: strings only, around dateparser and its known faults."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# With their capital, or the modal "may" would be a month.
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
# "the Jan. 6 attack" is the name of an event, not the day of this one.
NAMED = r"(?! (?:attack|attacks|riot|riots|insurrection|massacre|bombing|bombings|election|elections|referendum|coup|uprising)\b)"
TODAY = r"(?i:today|tonight|this (?:morning|afternoon|evening))"
YESTERDAY = r"(?i:yesterday(?: (?:morning|afternoon|evening))?|last night)"
EXPLICIT = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\.?,? \d{{4}}"
    rf"|(?:{MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b{NAMED}"
)
DAY_MONTH = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})|(?:{MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?)\b(?!,? \d{{4}}){NAMED}"
)


def day(published: str | None) -> date | None:
    """The day of a publication date or date-time; None where there is none."""
    return datetime.fromisoformat(published).date() if published else None


def find(text: str, *, published: str | None) -> tuple[str, str] | None:
    """The first time expression of a passage that gives a full date, and that date in ISO form."""
    anchor = day(published)
    for pattern, read in (
        (EXPLICIT, _parsed),
        (DAY_MONTH, _parsed),
        (TODAY, _today),
        (YESTERDAY, _yesterday),
        (_weekday_pattern(), _weekday),
    ):
        match = re.search(pattern, text)
        if match and (found := read(match.group(0), anchor)):
            return match.group(0), found
    return None


def _weekday_pattern() -> str:
    return rf"(?i:\b(?:last |on )?(?:{'|'.join(WEEKDAYS)})\b)"


def _today(words: str, anchor: date | None) -> str | None:
    return anchor.isoformat() if anchor else None


def _yesterday(words: str, anchor: date | None) -> str | None:
    return (anchor - timedelta(days=1)).isoformat() if anchor else None


def _weekday(words: str, anchor: date | None) -> str | None:
    """ "on Tuesday" is the last Tuesday up to the day of publication, that day included."""
    if anchor is None:
        return None
    wanted = WEEKDAYS.index(words.lower().split()[-1])
    back = (anchor.weekday() - wanted) % 7
    if back == 0 and words.lower().startswith("last "):
        back = 7
    return (anchor - timedelta(days=back)).isoformat()


def _parsed(words: str, anchor: date | None) -> str | None:
    """A date written out; without a year it needs the day of publication, and lies before it."""
    import dateparser

    if not re.search(r"\d{4}", words) and anchor is None:
        return None
    base = datetime.combine(anchor or date(2000, 1, 1), datetime.min.time())
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base, "DATE_ORDER": "DMY"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date().isoformat() if found else None
