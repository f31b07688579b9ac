"""What the chair says to whoever has just asked is its ruling, and a question that it answers at once was put to it.

Neither shows by itself: "asked whether the notice could be waived" and "said that seven
days were seven days" are words like others. Side by side they are a point of order and its ruling; what the chair answers in the
tone of a rebuke is a ruling there as well.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace

from extract import grounds, lexicon, roles
from extract.context import Reading
from extract.grammar.phrases import line, says
from extract.types import Telling

ASKED, REPLY = "put to the chair", "just asked"
NEEDS = {ASKED, REPLY}
ASKS = {"point_of_order", "no_confidence_request", "objection"}
BY_CHAIRS = {"ruling", "intervention", "ejection"}
REBUKES = {"intervention/told", "intervention/told-that"}  # words to whoever spoke, which answer him where he has asked
OUT_OF_TURN, DIFFERS = "heckle/out-of-turn", "objection/differ"  # they may be put to the chair, too
ASKED_CHAIR = "point_of_order/ask-chair"
DONE = {"happened", "denied"}
SENTENCES = 2  # from a question to its answer
NEAR = 450  # characters
CLOSE = 30  # tellings, more than so many characters hold


def settled(reading: Reading, told: Mapping[int, Telling]) -> dict[int, Telling]:
    """The tellings by the word that tells each, without questions that nobody in the chair answers and answers to no question."""
    rows = sorted(told.items(), key=lambda pair: pair[1].at)
    kept: dict[int, Telling] = {}
    before: list[Telling] = []
    for n, (i, telling) in enumerate(rows):
        after = [t for _, t in rows[n + 1 : n + 1 + CLOSE]]
        asked = _asked(reading, i, telling, before, after)
        found = _replied(reading, asked, before, after) if asked is not None else None
        if found is not None:
            kept[i] = found
            before.append(found)
    kept = {i: grounds.of_chair(reading, i, telling, before) for i, telling in kept.items()}
    _complained(reading, kept)
    return {i: kept[i] for i in told if i in kept}


def _asked(reading: Reading, at: int, told: Telling, before: list[Telling], after: list[Telling]) -> Telling | None:
    """A telling, as a point of order where the chair answers it at once; None for a question that it does not answer."""
    bare = _needs().get(told.rule) == ASKED
    differs = told.rule == DIFFERS and not any(t.type in BY_CHAIRS and told.at - t.at < 2 * NEAR for t in before)
    if not (bare or differs or told.rule == OUT_OF_TURN):
        return told
    if not _answered(reading, told, after):
        return None if bare else told
    return _as_asked(reading, told) if bare or differs or _on_procedure(reading, at) else told


def _replied(reading: Reading, told: Telling, before: list[Telling], after: list[Telling]) -> Telling | None:
    """A telling, as a ruling where it answers what was just put to the chair; None for an answer to nobody."""
    bare = _needs().get(told.rule) == REPLY
    if bare and told.targets and set(told.targets) <= reading.cast.chairs | {roles.CHAIR}:
        return None  # nobody answers himself
    if not bare and told.rule not in REBUKES:
        return told
    ask = _question(reading, told, before)
    if bare and after and _rules(reading, after[0]) and after[0].sentence - told.sentence < SENTENCES:
        return None
    if ask is not None:
        return _to(ask, told)
    return None if bare or _goes_on(told, before) else told


@lexicon.per_codebook
def _needs() -> dict[str, str]:
    """Which of the two a rule needs, by its name."""
    return {f"{rule.type}/{rule.name}": need for rule in lexicon.rules() for need in NEEDS if need in rule.needs}


def _by_chair(reading: Reading, telling: Telling) -> bool:
    """Whether whoever presides does it."""
    return bool(telling.actors) and set(telling.actors) <= reading.cast.chairs | {roles.CHAIR}


def _answered(reading: Reading, asked: Telling, after: list[Telling]) -> bool:
    """Whether the next thing told of somebody else is that the chair answers, at once."""
    behind = [t for t in after if t.status in DONE and t.at - asked.at < NEAR and t.sentence - asked.sentence <= SENTENCES]
    other = next((t for t in behind if set(t.actors) != set(asked.actors)), None)
    return other is not None and other.type in BY_CHAIRS and _by_chair(reading, other) and _meant(asked, other)


def _meant(asked: Telling, answer: Telling) -> bool:
    """Whether an answer is given to whoever asked, or names nobody."""
    return not answer.targets or bool(set(answer.targets) & {*asked.actors, *asked.targets}) or answer.type == "ruling"


def _rules(reading: Reading, telling: Telling) -> bool:
    """Whether a telling is a ruling by its own words."""
    plainly = telling.type == "ruling" and telling.status in DONE and not _needs().get(telling.rule)
    return plainly and _by_chair(reading, telling)


def _question(reading: Reading, reply: Telling, before: list[Telling]) -> Telling | None:
    """What the chair's words answer: the last thing told before them, where it was put to the chair."""
    last = next((t for t in reversed(before) if t.at < reply.at and t.status in DONE), None)
    if last is None or last.type not in ASKS or last.status != "happened" or reply.at - last.at > NEAR:
        return None
    if reply.sentence - last.sentence > SENTENCES or not _by_person(reading, last):
        return None
    asked = reading.document.doc.char_span(last.at, last.at + 1, alignment_mode="expand")
    if last.rule == ASKED_CHAIR and asked is not None and not _on_procedure(reading, asked[0].i):
        return None  # "asked the Speaker when the car park would open"
    open_to = not last.targets and last.type == "point_of_order"  # the answer shows of whom it complained
    return last if open_to or set(reply.targets) <= {*last.actors, *last.targets} else None


def _to(ask: Telling, reply: Telling) -> Telling:
    """A reply as the ruling that it is, on whoever asked where he is among those whom it names: "referred *her* to the clerk"."""
    rule = "ruling/reply" if reply.rule in REBUKES else reply.rule
    own = tuple(id for id in reply.targets if id in {*ask.actors, *ask.targets})
    return replace(reply, type="ruling", rule=rule, targets=own or reply.targets or ask.actors)


def _goes_on(telling: Telling, before: list[Telling]) -> bool:
    """Whether words only go on with an answer: "would not have it: seven days, *she said*, meant seven days"."""
    last = before[-1] if before else None
    return last is not None and (last.rule, last.sentence, last.actors) == ("ruling/reply", telling.sentence, telling.actors)


def _complained(reading: Reading, kept: dict[int, Telling]) -> None:
    """Points of order that name nobody are of him whom the answer binds: "gave *Mr Moss* until Tuesday to prove it"."""
    rows = sorted(kept.items(), key=lambda pair: pair[1].at)
    for (i, ask), (_, answer) in itertools.pairwise(rows):
        bound = answer.type in {"ruling", "intervention"} and answer.sentence - ask.sentence < SENTENCES
        bound = bound and bool(answer.targets) and _by_chair(reading, answer)
        people = bound and all(roles.is_a(reading.cast, id, "person") for id in answer.targets)
        if ask.type == "point_of_order" and not ask.targets and people and not set(answer.targets) & set(ask.actors):
            kept[i] = replace(ask, targets=answer.targets)


def _by_person(reading: Reading, telling: Telling) -> bool:
    """Whether a member asks: the chanting of a crowd is no question."""
    if telling.type == "objection":
        return any(roles.is_a(reading.cast, id, "person") for id in telling.actors)
    return True


def _on_procedure(reading: Reading, at: int) -> bool:
    """Whether a question speaks of what a chair decides."""
    return says(line(reading.document.doc[at].subtree), "speech", "procedure")


def _as_asked(reading: Reading, telling: Telling) -> Telling:
    """A question as a point of order, which complains of no chair."""
    targets = tuple(id for id in telling.targets if id not in reading.cast.chairs and not roles.is_a(reading.cast, id, "house"))
    return replace(telling, type="point_of_order", rule="point_of_order/asked-and-answered", targets=targets)
