"""What was pointed at in a figure of all stories, as a short text that an address can carry: "pair|ama okoro|piri tamati"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["span", "pair", "member", "chair", "party"]
VALUES = {"span": 3, "pair": 2, "member": 1, "chair": 1, "party": 1}
PLAIN = re.compile(r"[\w -]{1,200}")


@dataclass(frozen=True, slots=True)
class Pick:
    """A span of days of one type (type, first day, last day), a pair (doer, target), a member put out, a chair or a party."""

    kind: Kind
    values: tuple[str, ...]

    @property
    def code(self) -> str:
        return "|".join((self.kind, *self.values))


def span(type: str, first: str, last: str) -> str:
    return Pick("span", (type, first, last)).code


def pair(doer: str, target: str) -> str:
    return Pick("pair", (doer, target)).code


def read(code: str | None) -> Pick | None:
    """The pick that a code says; None for what is no code, since addresses are typed by anybody."""
    kind, *values = (code or "").split("|")
    if kind not in get_args(Kind) or len(values) != VALUES[kind] or not all(map(PLAIN.fullmatch, values)):
        return None
    days = values[1:] if kind == "span" else []
    if not all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days):
        return None
    return Pick(kind, tuple(values))  # type: ignore[arg-type]
