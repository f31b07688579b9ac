"""How right the machine has been, by those who looked: what its log of corrections says of each type of event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .corrections import Entry, holding, kinds
from .types import Span


@dataclass(frozen=True, slots=True)
class Score:
    """Of a type: acts found right, found but wrong in a detail, said that are none or of another type, and missed."""

    type: str
    right: int = 0
    detail: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """The share of the reviewed acts that are such acts; None where nobody has looked at any."""
        return _share(self.right + self.detail, self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of the acts that people know of which the machine found; None where they know of none."""
        return _share(self.right + self.detail, self.missed)


def scores(log: Iterable[Entry]) -> tuple[Score, ...]:
    """A score for each type of which somebody said something, by name; then one for all, called "all"."""
    verdicts: dict[tuple[str, tuple[Span, ...]], str] = {}
    for entry in holding(log):
        for type, act, verdict in _said(entry.correction):
            key = (type, act)
            if _weight(verdict) >= _weight(verdicts.get(key)):
                verdicts[key] = verdict
    found = [(type, verdict) for (type, _), verdict in verdicts.items()]
    types = sorted({type for type, _ in found})
    rows = [_score(type, [verdict for one, verdict in found if one == type]) for type in types]
    return (*rows, _score("all", [verdict for _, verdict in found])) if rows else ()


def _said(correction: object) -> list[tuple[str, tuple[Span, ...], str]]:
    """What a correction says of the machine's acts."""
    match correction:
        case kinds.Accept(what):
            return [(what.type, what.tellings, "right")]
        case kinds.Reject(what):
            return [(what.type, what.tellings, "wrong")]
        case kinds.Retype(what, type):
            return [(what.type, what.tellings, "wrong"), (type, what.tellings, "missed")]
        case kinds.Add(what):
            return [(what.type, what.tellings, "missed")]
        case kinds.Recast(what) | kinds.Restatus(what) | kinds.Retime(what):
            return [(what.type, what.tellings, "detail")]
    return []


def _weight(verdict: str | None) -> int:
    """What was put right once is not right because it was accepted afterwards."""
    return ("right", "detail", "wrong", "missed").index(verdict) if verdict else -1


def _score(type: str, verdicts: list[str]) -> Score:
    return Score(type, *(verdicts.count(verdict) for verdict in ("right", "detail", "wrong", "missed")))


def _share(good: int, bad: int) -> float | None:
    return good / (good + bad) if good + bad else None
