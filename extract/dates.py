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
NAMED = (
    r"(?! (?:attack|attacks|riot|riots|insurrection|massacre|bombing|bombings|election|elections|referendum|coup|uprising"
    r"|committee(?! (?:hearing|meeting|session)))\b)"
)
# Nor are days in the names of treaties, massacres and newspapers.
NAMES = re.compile(
    r"(?:Good|Black) Friday|Bloody Sunday|Black Wednesday|Super Tuesday|(?:USA|India) Today"
    r"|Sunday (?:Times|Herald|Telegraph|Mirror|Express|Mail|Star|Post|Independent|Mercury|Business Post)"
)
# A day still to come is not the act's: "adjourned *until* Tuesday". But "nobody was, until Tuesday", "By Tuesday he was".
AHEAD = re.compile(r"(?<!, )\b(?:until|till|next|by|every|each)(?: (?:the|this|next|at least))?\s$")
TODAY = r"(?i:\b(?:today|tonight|this (?:morning|afternoon|evening))\b)"
YESTERDAY = r"(?i:\b(?:yesterday(?: (?:morning|afternoon|evening))?|last night)\b)"
WEEKDAY = rf"(?i:\b(?:last |on )?(?:{'|'.join(WEEKDAYS)})\b)"
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
    """The surest time expression of a passage that gives a full date, the first of its kind, and that date in ISO form.

    A weekday comes last: "NAIROBI, *Wednesday* - He was put out *yesterday*" is headed by the day it was written.
    """
    anchor = day(published)
    text = NAMES.sub(lambda name: " " * len(name[0]), text)
    for pattern, read in ((EXPLICIT, _parsed), (DAY_MONTH, _parsed), (f"{TODAY}|{YESTERDAY}", _relative), (WEEKDAY, _relative)):
        for match in re.finditer(pattern, text):
            ahead = AHEAD.search(text, max(0, match.start() - 20), match.start())
            if not ahead and (found := read(match[0], anchor)):
                return match[0], found
    return None


def _relative(words: str, anchor: date | None) -> str | None:
    """ "today", "last night", "on Tuesday": the last such day up to that of publication, which may be that day itself."""
    if anchor is None:
        return None
    weekday = words.lower().split()[-1]
    if weekday in WEEKDAYS:
        back = (anchor.weekday() - WEEKDAYS.index(weekday)) % 7
        back = 7 if back == 0 and words.lower().startswith("last ") else back
    else:
        back = int(re.fullmatch(YESTERDAY, words) is not None)
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
