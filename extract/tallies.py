"""Counts across stories as frozen values: what the store answers and the views draw."""

from __future__ import annotations

from dataclasses import dataclass

OTHERS = ""  # the key of all those who are not shown by themselves


@dataclass(frozen=True, slots=True)
class Month:
    """How many events of a type there were in a month, "2024-03"."""

    month: str
    type: str
    number: int


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody, a party, an outlet or a type, and in how many events; ``key`` is what a filter takes."""

    key: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Those of most events, how many others there are, and the events of these."""

    shown: tuple[Named, ...] = ()
    others: int = 0
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """In how many events one acted on another, by their keys."""

    doer: str
    target: str
    number: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who acted on whom: those of most events by name, all others together under the key OTHERS."""

    doers: Tally
    targets: Tally
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Ejections:
    """Who was put out, by whom, and of which parties they are."""

    members: Tally
    chairs: Tally
    parties: Tally


@dataclass(frozen=True, slots=True)
class Out:
    """Somebody who is out of the chamber: from and until which day, the latter included; ``until`` is None where nobody says."""

    key: str
    name: str
    since: str
    until: str | None
    rule: str | None
    assumed: bool
    story: str
    event: str


@dataclass(frozen=True, slots=True)
class Line:
    """An event as the table of all stories shows it; ``dated`` where the text gives the day, else it is that of publication."""

    story: str
    event: str
    title: str
    day: str | None
    dated: bool
    type: str
    status: str
    caption: str
    quote: str | None
    place: str | None
    confidence: float
    reviewed_by: str | None
    corrected: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """How much a filter leaves: events, those whose day the text gives, those without any day, and stories."""

    events: int
    dated: int
    undated: int
    stories: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What a filter can be set to, those of most events first; and the first and the last day there are."""

    types: tuple[Named, ...]
    outlets: tuple[Named, ...]
    parties: tuple[Named, ...]
    actors: tuple[Named, ...]
    first: str | None
    last: str | None
