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
CLOCK = re.compile(r"\b(?:till|until) (?:about |around )?(noon|midday|midnight|\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m)?)", re.I)
NUMBER = r"(?:an?|half an|a quarter of an|three quarters of an|\d+|[a-z]+(?:-[a-z]+)?)"
LENGTH = re.compile(rf"\b({NUMBER})[ -](minute|hour)s?\b", re.I)
AS_SAID = {"one": "an", "a": "an"}


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
        return ("clock", clock[1].lower())
    if (length := LENGTH.search(text)) is not None:
        number = length[1].lower()
        return ("length", f"{AS_SAID.get(number, number)} {length[2].lower()}")
    return ()
