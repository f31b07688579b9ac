"""How long a sitting is broken off for: an adjournment "till noon" is not the one "for the day", nor ten minutes an hour."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.types import Telling

DAY = re.compile(
    r"\bfor the (?:day|rest of|night|weekend)|\bsine die\b"
    r"|\b(?:till|until|to) (?:the )?(?:next|tomorrow|following|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.I,
)
CLOCK = re.compile(r"\b(?:till|until) (?:about |around )?(noon|midday|midnight|\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m| noon)?)", re.I)
NUMBER = r"(?:an?|half an|a quarter of an|three quarters of an|\d+|[a-z]+(?:-[a-z]+)?)"
LENGTH = re.compile(rf"(?<!after )\b({NUMBER})[ -](minute|hour)s?\b", re.I)
NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
NUMBERS |= {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "ninety": 90}
PARTS = {"half an": 30, "a quarter of an": 15, "three quarters of an": 45}  # of an hour, in minutes
NOON = {"noon", "midday", "12", "12noon", "12pm"}


def apart(telling: Telling, cluster: Iterable[Telling]) -> bool:
    """Whether two tellings of a sitting's breaking off say different lengths, so that they are two."""
    if telling.type != "adjournment":
        return False
    mine = _spell(telling)
    return bool(mine) and all(_other(mine, _spell(told)) for told in cluster)


def _other(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two spells cannot be one: of what is told by the clock and by its length nobody can say."""
    if not two or {one[0], two[0]} == {"clock", "length"}:
        return False
    return one != two


def _spell(telling: Telling) -> tuple[str, ...]:
    """The kind of a spell and its words; nothing where none is told."""
    text = telling.span.text
    if DAY.search(text):
        return ("day", "")
    if (clock := CLOCK.search(text)) is not None:
        hour = re.sub(r"[ .:]|(?<=\d)[.:]00", "", clock[1].lower())
        return ("clock", "noon" if hour in NOON else hour)
    if (length := LENGTH.search(text)) is not None:
        return ("length", _minutes(length[1].lower(), length[2].lower()))
    return ()


def _minutes(number: str, unit: str) -> str:
    """A length in minutes, where its number is known; else as it is written."""
    if unit == "hour" and number in PARTS:
        return str(PARTS[number])
    count = int(number) if number.isdigit() else NUMBERS.get(number)
    return f"{number} {unit}" if count is None else str(count * (60 if unit == "hour" else 1))
