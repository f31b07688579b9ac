"""Dates written out, "9 November 2015", "March 3", and ranges of them: read by dateparser, guarded against its known faults."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from extract.dates.calendar import WEEKDAYS, weekday
from extract.dates.expressions import MONTH

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
TH = r"(?:st|nd|rd|th)?"
DAY, MON, YEAR = rf"\d{{1,2}}{TH}", rf"(?:{MONTH})\.?", r"\d{4}"
DATE = re.compile(rf"\b(?:{DAY} (?:of )?{MON},? {YEAR}|{MON} {DAY},? {YEAR}|\d{{4}}-\d{{2}}-\d{{2}})\b{NAMED}")
DAY_MONTH = re.compile(rf"\b(?:{DAY} (?:of )?(?:{MONTH})|{MON} {DAY})\b(?!,? {YEAR}|:\d){NAMED}")
LAST_YEAR = re.compile(r",? (?:of )?last year\b")  # "on 8 December *last year*"
FROM, TO = r"\b(?i:from |between )?", r"(?: ?[-–] ?| to | and | until | through )"
RANGES = (
    re.compile(rf"{FROM}(?:the )?(?P<first>\d{{1,2}}){TH}{TO}(?P<last>{DAY} (?:of )?(?:{MONTH})(?:,? {YEAR})?)\b"),
    re.compile(rf"{FROM}(?P<month>{MON}) (?P<first>\d{{1,2}}){TH}{TO}(?P<last>\d{{1,2}}){TH}(?:,? (?P<year>{YEAR}))?\b"),
)
FIGURE = re.compile(r"\d")  # but for days of the week, all are written with figures
NAMED_DAY = "|".join(WEEKDAYS)
WEEKDAY_RANGE = re.compile(rf"\b(?:from|between) (?P<first>{NAMED_DAY}){TO}(?P<last>{NAMED_DAY})\b", re.IGNORECASE)

Found = tuple[int, int, date, date]


def found(text: str, anchor: date | None) -> Iterator[Found]:
    """Each date or range written out: where it begins and ends, its first and last day."""
    figures = FIGURE.search(text) is not None
    yield from _ranges(text, anchor, RANGES if figures else ())
    for pattern in (DATE, DAY_MONTH) if figures else ():
        for match in pattern.finditer(text):
            ago = LAST_YEAR.match(text, match.end()) if pattern is DAY_MONTH and anchor is not None else None
            words = f"{match[0]} {anchor.year - 1}" if ago and anchor is not None else match[0]
            if (day := parsed(words, anchor)) is not None:
                yield match.start(), ago.end() if ago else match.end(), day, day


def _ranges(text: str, anchor: date | None, patterns: Iterable[re.Pattern[str]]) -> Iterator[Found]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            last = match["last"]
            if "month" in pattern.groupindex:
                last = " ".join(filter(None, (match["month"], last, match["year"])))
            end = parsed(last, anchor)
            if end is not None and 0 < int(match["first"]) <= end.day:
                yield match.start(), match.end(), end.replace(day=int(match["first"])), end
    for match in WEEKDAY_RANGE.finditer(text):
        if anchor is not None:
            end = weekday(anchor, match["last"], 0)
            yield match.start(), match.end(), weekday(end, match["first"], 0), end


def parsed(words: str, anchor: date | None) -> date | None:
    """A date written out; without a year it needs the day of publication, and lies before it."""
    import dateparser

    if not re.search(r"\d{4}", words) and anchor is None:
        return None
    base = datetime.combine(anchor or date(2000, 1, 1), datetime.min.time())
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base, "DATE_ORDER": "DMY"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        day = dateparser.parse(words, languages=["en"], settings=settings)
    return day.date() if day else None
