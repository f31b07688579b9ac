"""On which days events lie, as far as the text says, and how those days are laid out along a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..captions import in_order
from ..types import Event, Story
from .textfit import width

TICK_SIZE = 11.0
DAY = timedelta(days=1)
LEAST_CELL = width("Wed 00", TICK_SIZE, 600) + 4


@dataclass(frozen=True, slots=True)
class Spell:
    """An event and the days on one of which it was: one day where the text says which."""

    event: Event
    first: date
    last: date

    @property
    def sure(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Cell:
    """A day, week, month or year of the line: its name, and the name of what it begins (a month, a year) if it does."""

    left: float
    right: float
    name: str
    begins: str


@dataclass(frozen=True, slots=True)
class Line:
    """The days from first to last, from left to right."""

    first: date
    last: date
    left: float
    right: float

    @property
    def unit(self) -> float:
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.first).days * self.unit


def spells(story: Story) -> tuple[tuple[Spell, ...], tuple[Event, ...]]:
    """The events whose days are known, by day, and those of which the text gives none, or only one end."""
    dated, undated = [], []
    for event in in_order(story):
        first, last = _day(event.date or event.earliest), _day(event.date or event.latest)
        if first and last and first <= last:
            dated.append(Spell(event, first, last))
        else:
            undated.append(event)
    return tuple(sorted(dated, key=lambda spell: (spell.first, spell.last))), tuple(undated)


def said_of(event: Event) -> str:
    """What is known of an event without a day: "not before 3 May 2031", its words of time, or nothing."""
    first, last = _day(event.earliest), _day(event.latest)
    if first and not last:
        return f"not before {day_name(first)}"
    if last and not first:
        return f"not after {day_name(last)}"
    return f"“{event.time_text}”" if event.time_text else ""


def when(spell: Spell) -> str:
    """The day in words: "Tuesday 4 March 2031", "some day from 4 March 2031 to 6 March 2031"."""
    if spell.sure:
        return f"{spell.first:%A} {day_name(spell.first)}"
    return f"some day from {day_name(spell.first)} to {day_name(spell.last)}"


def day_name(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def brief(spell: Spell, line: Line) -> str:
    """The day before an event's words where the line is too short to show days: "6 Mar: ", "30 Jan–3 Feb 2031: "."""
    if line.unit >= LEAST_CELL:
        return ""
    years = "" if line.first.year == line.last.year else f" {spell.last.year}"
    first, last = f"{spell.first.day} {spell.first:%b}", f"{spell.last.day} {spell.last:%b}{years}"
    if spell.sure:
        return f"{last}: "
    same = (spell.first.year, spell.first.month) == (spell.last.year, spell.last.month)
    whole = first if spell.first.year == spell.last.year else f"{first} {spell.first.year}"
    return f"{spell.first.day if same else whole}–{last}: "


def cells(line: Line) -> tuple[Cell, ...]:
    """The line in days, or in weeks, months or spans of years where days would be too narrow for their names."""
    starts, name, begins = _scale(line)
    heads = list(dict.fromkeys((line.first, *starts)))
    ends = [*(line.x(day) for day in heads[1:]), line.right]
    made, before = [], ""
    for day, end in zip(heads, ends, strict=True):
        # The first may be cut short: a name that does not fit is left out.
        text = name(day) if width(name(day), TICK_SIZE, 600) + 8 <= end - line.x(day) else ""
        made.append(Cell(line.x(day), end, text, begins(day) if begins(day) != before else ""))
        before = begins(day)
    return tuple(made)


Naming = Callable[[date], str]


def _scale(line: Line) -> tuple[Iterable[date], Naming, Naming]:
    """Where cells begin, how each is called, and what it is a part of."""
    if line.unit >= LEAST_CELL:
        return _days(line), lambda day: f"{day:%a} {day.day}", lambda day: f"{day:%B} {day.year}"
    if line.unit * 7 >= LEAST_CELL:
        weeks = (day for day in _days(line) if day.weekday() == 0)
        return weeks, lambda day: f"{day.day} {day:%b}", lambda day: str(day.year)
    if line.unit * 28 >= LEAST_CELL:
        return (day for day in _days(line) if day.day == 1), lambda day: f"{day:%b}", lambda day: str(day.year)
    step = next(years for years in (1, 2, 5, 10, 20, 50, 100, 10_000) if line.unit * 365 * years >= LEAST_CELL)
    years = (date(year, 1, 1) for year in range(line.first.year + 1, line.last.year + 1) if year % step == 0)
    return years, lambda day: str(day.year), lambda day: ""


def _days(line: Line) -> Iterable[date]:
    return (line.first + DAY * place for place in range((line.last - line.first).days + 1))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
