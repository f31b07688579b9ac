"""The values of a roster: one holding is one person in one office or seat for one time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extract.lexicon import words

# What the role of an actor ends with where something of it is the roster's and not the article's.
FROM_ROSTER = "from the roster"
DATES = "a date such as 2017-11-07, 2017-11 or 2017 is expected"


class Unusable(ValueError):
    """A roster that cannot be used: which file, what is wrong with it, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office or seat. ``person`` tells two of one name apart; ``aliases`` are other names, surnames too."""

    name: str
    party: str = ""
    office: str = ""
    constituency: str = ""
    since: str = ""
    until: str = ""
    aliases: tuple[str, ...] = ()
    gender: str = ""  # m, f or nothing
    person: str = ""

    @property
    def who(self) -> str:
        """The person, whatever the holding."""
        return self.person or " ".join(self.name.casefold().split())

    def on(self, day: str | None) -> bool:
        """Whether it was held on an ISO day; of an unknown day, whether it ever was. "2017" begins and ends with the year."""
        return day is None or (self.since <= day and (not self.until or day <= self.until + "-12-31"[len(self.until) - 4 :]))

    def said(self) -> str:
        """The holding in words: "Speaker since 2017-11-07, Labour"."""
        sits = self.office.lower().split(" of ")[0] in words("offices", "seats")
        joint = "for" if sits else "and member for" if self.office else "member for"
        seat = f"{joint} {self.constituency}" if self.constituency else ""
        what = " ".join(filter(None, [self.office, seat, f"since {self.since}" if self.since else ""]))
        return ", ".join(filter(None, [what, self.party]))


@dataclass(frozen=True, slots=True)
class Roster:
    """All holdings of one file, and the file's name as it was given."""

    label: str
    holdings: tuple[Holding, ...]

    def on(self, day: str | None) -> tuple[Holding, ...]:
        """What was held on a day; all that ever was, where the day is unknown."""
        return tuple(holding for holding in self.holdings if holding.on(day))


def iso(text: str) -> str | None:
    """A date, a month or a year in ISO form, without a time of day; None for what is no date."""
    day = text.strip().split("T")[0]
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day, re.ASCII):
        return None
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :])
    except ValueError:
        return None
    return day


def sex(text: str) -> str:
    """m, f or nothing of whatever stands in a column of genders."""
    return {"m": "m", "f": "f"}.get(text.strip().lower()[:1].replace("w", "f"), "")
