"""What a person can say of the machine's story, as frozen values that point at words, not at ids.

Ids change when an article is read again; the words that tell an act stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.types import ActorKind, Span, Status


@dataclass(frozen=True, slots=True)
class Who:
    """An actor as it was when somebody pointed at it: what it is called, and some of the words that mention it."""

    name: str
    kind: ActorKind = "person"
    mentions: tuple[Span, ...] = ()
    role: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class What:
    """An act as it was when somebody pointed at it: the words that tell it, and all that is needed to write it down again."""

    type: str
    tellings: tuple[Span, ...]
    actors: tuple[Who, ...] = ()
    targets: tuple[Who, ...] = ()
    status: Status = "happened"
    source: Who | None = None
    date: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Retype:
    """The act is of another type."""

    what: What
    type: str
    action: Literal["retype"] = "retype"


@dataclass(frozen=True, slots=True)
class Restatus:
    """The act happened, or is only planned or talked of, or is denied; *source* is who claims it."""

    what: What
    status: Status
    source: Who | None = None
    action: Literal["status"] = "status"


@dataclass(frozen=True, slots=True)
class Recast:
    """Others did it, or it was done to others: all who did it and all to whom."""

    what: What
    actors: tuple[Who, ...]
    targets: tuple[Who, ...]
    action: Literal["recast"] = "recast"


@dataclass(frozen=True, slots=True)
class Retime:
    """It happened on that ISO date, or at the earliest and the latest on these."""

    what: What
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    action: Literal["retime"] = "retime"


@dataclass(frozen=True, slots=True)
class Reorder:
    """The one act happened before the other."""

    before: What
    after: What
    action: Literal["reorder"] = "reorder"


@dataclass(frozen=True, slots=True)
class Reject:
    """Those words tell no such act."""

    what: What
    action: Literal["reject"] = "reject"


@dataclass(frozen=True, slots=True)
class Add:
    """An act that the machine did not find."""

    what: What
    action: Literal["add"] = "add"


@dataclass(frozen=True, slots=True)
class Accept:
    """The act is as the machine has it."""

    what: What
    action: Literal["accept"] = "accept"


@dataclass(frozen=True, slots=True)
class MergeEvents:
    """Others are the same act, told again."""

    what: What
    others: tuple[What, ...]
    action: Literal["merge-events"] = "merge-events"


@dataclass(frozen=True, slots=True)
class SplitEvent:
    """Some of the words that tell an act tell another one, of the same type and people."""

    what: What
    tellings: tuple[Span, ...]
    action: Literal["split-event"] = "split-event"


@dataclass(frozen=True, slots=True)
class MergeActors:
    """Others are the same actor."""

    who: Who
    others: tuple[Who, ...]
    action: Literal["merge-actors"] = "merge-actors"


@dataclass(frozen=True, slots=True)
class SplitActor:
    """Some of the words that mention an actor mean somebody else, called *name*."""

    who: Who
    mentions: tuple[Span, ...]
    name: str
    action: Literal["split-actor"] = "split-actor"


@dataclass(frozen=True, slots=True)
class Rename:
    """The actor is called so; role and party too where they are given."""

    who: Who
    name: str
    role: str | None = None
    party: str | None = None
    action: Literal["rename"] = "rename"


@dataclass(frozen=True, slots=True)
class Undo:
    """An earlier correction, or an earlier undoing, no longer holds."""

    seq: int
    action: Literal["undo"] = "undo"


Correction = (
    Retype | Restatus | Recast | Retime | Reorder | Reject | Add | Accept | MergeEvents | SplitEvent | MergeActors | SplitActor
    | Rename | Undo
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: its number, who says it, when (an ISO time with zone), what it says, of which articles, and why."""

    seq: int
    by: str
    at: str
    correction: Correction
    articles: tuple[str, ...] = ()
    why: str = ""


def pointed_at(correction: Correction) -> set[str]:
    """The articles whose words a correction points at; none for an undoing, or for somebody whom no words mention."""
    return {span.article for span in spans(correction)}


def spans(correction: Correction) -> Iterator[Span]:
    """The words of articles that a correction points at."""
    match correction:
        case Reorder(before, after):
            yield from (*before.tellings, *after.tellings)
        case MergeEvents(act, others):
            yield from (span for one in (act, *others) for span in one.tellings)
        case MergeActors(one, others):
            yield from (span for actor in (one, *others) for span in actor.mentions)
        case SplitActor(one, mentions):
            yield from (*one.mentions, *mentions)
        case Rename(one):
            yield from one.mentions
        case Undo():
            return
        case _:
            yield from correction.what.tellings
