"""The tables of rules/times.toml as patterns, and what a match of one means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.dates import calendar
from extract.dates.calendar import Window, days
from extract.lexicon.files import lists, per_codebook

NUMBERS = {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "a pair of": 2,
    "half a dozen": 6,
    "a dozen": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}
NUMBERS |= {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
# With their capital, or the modal "may" would be a month and "march" a gait.
MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
HOLES = {
    "{n}": rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})",
    "{weekday}": rf"(?P<weekday>{'|'.join(calendar.WEEKDAYS)})",
    "{month}": rf"(?P<month>(?-i:{MONTH}))\b\.?(?!['’]s\b)",
    "{year}": r"(?P<year>(?:19|20)\d{2})",
}


@dataclass(frozen=True, slots=True)
class Expression:
    """One way of saying when: its pattern, what it counts from, in which unit and how far."""

    name: str
    pattern: re.Pattern[str]
    unit: str
    anchor: str = "publication"
    shift: int | str = 0
    part: str = ""
    cut: bool = False
    ahead: bool = False
    same_day: bool = False
    slack: tuple[int, int] = (0, 0)
    says: tuple[str, ...] = ()

    def window(self, match: re.Match[str], anchor: date) -> Window:
        """The first and last day that a match can mean, counted from a day; ValueError where the calendar has none."""
        first, last = self._unit(match, anchor)
        if first and last and any(self.slack):
            return first - days(self.slack[0]), last + days(self.slack[1])
        return first, min(last, anchor) if self.cut and last else last

    def _unit(self, match: re.Match[str], anchor: date) -> Window:
        groups, shift = told(match), self._steps(match)
        if self.unit == "weekday":
            found = calendar.weekday(anchor, groups["weekday"], self.shift)
            return found, found
        if self.unit == "weekday_of_week":
            first = calendar.week(anchor, shift)[0]
            found = (first or anchor) + days(calendar.WEEKDAYS.index(groups["weekday"].lower()))
            return found, found
        if self.unit in {"month_name", "month_of_year"}:
            of = anchor.year + shift if self.unit == "month_of_year" else int(groups["year"]) if "year" in groups else None
            return calendar.named_month(anchor, groups["month"], of, self.part)
        if self.unit == "year_name":
            return calendar.year(date(int(groups["year"]), 1, 1), 0)
        if self.same_day:
            found = anchor.replace(year=anchor.year + shift)
            return found, found
        return calendar.COUNTED[self.unit](anchor, shift)

    def _steps(self, match: re.Match[str]) -> int:
        """How many units, with the number of the words where it counts."""
        if isinstance(self.shift, int):
            return self.shift
        if self.shift not in {"n", "-n"}:
            return 0
        number = told(match).get("n", "").lower()
        n = int(number) if number.isdigit() else NUMBERS.get(number, 2 if "fortnight" in match[0].lower() else 1)
        return -n if self.shift == "-n" else n


def told(match: re.Match[str]) -> dict[str, str]:
    """What fills the holes of the alternative that matched."""
    return {name.partition("_")[0]: words for name, words in match.groupdict().items() if words}


@per_codebook
def expressions() -> tuple[Expression, ...]:
    """All tables, in the order in which they are asked."""
    return tuple(_expression(name, table) for name, table in lists("times").items())


def _expression(name: str, table: dict[str, Any]) -> Expression:
    alternatives: list[str] = []
    for words in table["says"]:
        for hole, filled in HOLES.items():
            words = words.replace(hole, filled)
        alternatives.append(re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{len(alternatives)}>", words))
    values = {key: table[key] for key in ("unit", "shift", "part", "cut", "ahead", "same_day") if key in table}
    pattern = re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)
    anchor, slack = table.get("from", "publication"), tuple(table.get("slack", (0, 0)))
    return Expression(name, pattern, anchor=anchor, slack=slack, says=tuple(table["says"]), **values)
