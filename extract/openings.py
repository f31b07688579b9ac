"""Of an offence that only the lead tells: before what the body tells was done about it, not last because the body is silent.

What somebody is warned, put out or booed for, or takes back, and the din for which a sitting is broken off, came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.events import home
from extract.types import Event, Signal, Span, Why

OFFENCES = {"heckle", "attack", "objection", "scuffle"}
DIN = OFFENCES - {"attack"}
ANSWERS = {"intervention", "ruling", "ejection"}


def offences(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[tuple[str, str, float, Why, Span | None]]:
    """ "Ms Hale *interrupted his speech* ... [below] Ms Hale *later apologised*": before the first answer, unless the body tells
    another offence that it can answer."""
    acts = [e for e in events if e.status == "happened" and e.place != "outside" and e.type != "reaction"]
    body = sorted((e for e in acts if not home(e).lead), key=lambda e: home(e).at)
    for opening in (e for e in acts if home(e).lead and e.type in OFFENCES):
        for rival, answer in ((_of_one, _to_whom), (_of_one_noise, _to_noise)):
            for event in body:
                if event.type in OFFENCES and rival(event, opening):
                    break
                if event.date == opening.date and answer(event, opening):
                    yield opening.id, event.id, 0.6, "procedure", None
                    break


def _of_one(event: Event, opening: Event) -> bool:
    """Whether an offence of the body is of the same people: what is done about them can be for that."""
    return bool(set(event.actors) & set(opening.actors))


def _to_whom(event: Event, opening: Event) -> bool:
    """Whether an act is done to whoever did it, or by its doer who takes it back."""
    sides = event.actors if event.type == "withdrawal" else event.targets if event.type in ANSWERS else ()
    return bool(set(sides) & set(opening.actors))


def _of_one_noise(event: Event, opening: Event) -> bool:
    """Whether both are disorder, for which a sitting is broken off."""
    return event.type in DIN and opening.type in DIN


def _to_noise(event: Event, opening: Event) -> bool:
    """Whether an act is done about any disorder: a call for order to nobody in particular, a break of the sitting."""
    called = event.type == "intervention" and not event.targets
    return opening.type in DIN and (called or event.type == "adjournment")


def told_first(events: Iterable[Event], pairs: Iterable[tuple[str, str]]) -> set[str]:
    """The offences of the lead that precede something the body tells: drawn where they stand, above it."""
    rows = {e.id: e for e in events}
    return {a for a, b in pairs if home(rows[a]).lead and rows[a].type in OFFENCES and not home(rows[b]).lead}
