"""The heads over a ladder's columns: names in staggered rows, or turned where columns are narrow, and groups above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .cast import Member
from .textfit import BOLD, clip, fitted, widest, wrap

NAME_SIZE, GROUP_SIZE = 12.0, 10.0
NAME_LINE, GROUP_LINE = 15.0, 13.0
# Columns nearer than this turn their names; more rows than these would be a staircase.
LEAST_UPRIGHT, MOST_ROWS = 30.0, 3
LONGEST, LONGEST_TURNED, LONGEST_GROUP = 140.0, 150.0, 120.0


@dataclass(frozen=True, slots=True)
class Head:
    """The name over one column: its lines, its middle and its box."""

    member: Member
    x: float
    lines: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float
    turned: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The name of a party over the columns of its members, from where it is drawn down to the rule under it."""

    lines: tuple[str, ...]
    colour: str
    left: float
    right: float
    top: float
    rule: float


def heads(placed: Sequence[tuple[Member, float]], *, top: float, near: float, limit: float) -> tuple[tuple[Head, ...], float]:
    """The names from *top* down; *near* is how far columns are apart; then where they end."""
    upright = _upright(placed, top, near, limit) if near >= LEAST_UPRIGHT or len(placed) == 1 else ()
    made = upright or _turned(placed, top)
    return made, max((head.bottom for head in made), default=top)


def _turned(placed: Sequence[tuple[Member, float]], top: float) -> tuple[Head, ...]:
    names = [clip(member.name, LONGEST_TURNED, NAME_SIZE, 600) for member, _ in placed]
    high = widest(names, NAME_SIZE, 600)
    return tuple(
        Head(member, x, (name,), x - 8, top + high - widest([name], NAME_SIZE, 600), x + 8, top + high, turned=True)
        for (member, x), name in zip(placed, names, strict=True)
    )


def _upright(placed: Sequence[tuple[Member, float]], top: float, near: float, limit: float) -> tuple[Head, ...]:
    """The widest names in the highest rows, where no line of another name runs down through them; nothing when they need more."""
    texts = {member.id: _lines(member.name, x, near, limit) for member, x in placed}
    half = {id: widest(lines, NAME_SIZE, 600) / 2 + 5 for id, lines in texts.items()}
    rows: list[list[tuple[Member, float]]] = [[] for _ in range(MOST_ROWS)]
    for member, x in sorted(placed, key=lambda one: (-half[one[0].id], one[1])):
        at = next((at for at in range(MOST_ROWS) if _fits(rows, at, x, half[member.id], half)), None)
        if at is None:
            return ()
        rows[at].append((member, x))
    made, y = [], top
    for row in filter(None, rows):
        high = NAME_LINE * max(len(texts[member.id]) for member, _ in row)
        for member, x in row:
            lines, wide = texts[member.id], half[member.id] - 5
            made.append(Head(member, x, lines, x - wide, y, x + wide, y + NAME_LINE * len(lines), turned=False))
        y += high + 6
    return tuple(sorted(made, key=lambda head: head.x))


def _fits(rows: list[list[tuple[Member, float]]], at: int, x: float, wide: float, half: dict[str, float]) -> bool:
    beside = all(abs(other - x) >= half[one.id] + wide for one, other in rows[at])
    above = all(abs(other - x) > wide for row in rows[:at] for _, other in row)
    below = all(abs(other - x) > half[one.id] for row in rows[at + 1 :] for one, other in row)
    return beside and above and below


def _lines(name: str, x: float, near: float, limit: float) -> tuple[str, ...]:
    """The name in at most two lines, as narrow as two columns where that is enough."""
    most = max(40.0, min(LONGEST, 2 * (x - 6), 2 * (limit - x)))
    narrow = wrap(name, min(most, max(2 * near - 14, 60)), NAME_SIZE, 600)
    return (
        fitted(name, most, NAME_SIZE, 600, lines=2)
        if len(narrow) > 2
        else tuple(clip(line, most, NAME_SIZE, 600) for line in narrow)
    )


def groups(placed: Sequence[tuple[Member, float]], *, top: float, limit: float) -> tuple[tuple[Group, ...], float]:
    """The parties over their members, as stairs where they are close: no name lies on another or on its line down."""
    runs = [(name, list(run)) for name, run in groupby((one for one in placed if one[0].id), key=lambda one: one[0].group)]
    if not any(name for name, _ in runs):
        return (), top
    steps: list[tuple[float, float, float, tuple[str, ...], str]] = []  # left, right, height over the rule, lines, colour
    for name, run in reversed(runs):
        left, right = run[0][1] - 9, run[-1][1] + 9
        lines = fitted(name or "No party given", max(44.0, min(LONGEST_GROUP, limit - left)), GROUP_SIZE, BOLD, lines=2)
        end = left + widest(lines, GROUP_SIZE, BOLD) + 8
        under = max((high for start, _, high, _, _ in steps if start < end), default=0.0)
        steps.append((left, right, under + GROUP_LINE * len(lines) + 3, lines, run[0][0].colour))
    rule = top + max(high for _, _, high, _, _ in steps) + 2
    made = tuple(Group(lines, colour, left, right, rule - high - 2, rule) for left, right, high, lines, colour in steps[::-1])
    return made, rule + 8
