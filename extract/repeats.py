"""Tellings → tellings with the acts that a text only counts or points back to: "Hale made it three", "Lind followed suit".

What is repeated is the act told last before it in the same stretch of text; the words bring only new people into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from extract import grammar, lexicon
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.grammar.phrases import holds, line
from extract.types import Telling

NEAR = 700  # characters back to the act that is repeated
# Whose part the new people take: that of who suffered the act, where there was one, in acts of a chair on members.
SUFFERED = {"ejection", "intervention", "ruling"}
REPEATED = {"ejection", "intervention", "walkout", "heckle", "point_of_order", "attack", "objection"}


def repeated(reading: Reading, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings, with those that words of repeating add, in reading order."""
    out = list(told)
    frames = [frame for frame in reading.frames if frame.kind == "verb" and _repeats(reading, frame)]
    for frame in frames:
        if not any(t.span.start <= frame.token.idx < t.span.end and t.at == frame.token.idx for t in out):
            before = [t for t in out if t.type in REPEATED and 0 < frame.token.idx - t.at < NEAR and t.status == "happened"]
            chairs = [t for t in before if t.type in SUFFERED] if _repeats(reading, frame, "counted") else []
            if before and (again := _again(reading, frame, max(chairs or before, key=lambda t: t.at))) is not None:
                out.append(again)
    return tuple(sorted(out, key=lambda t: t.at))


def _repeats(reading: Reading, frame: Frame, key: str = "phrases") -> bool:
    """Whether a clause of the reporter's own says that the act before was done again, or done to one more."""
    if reading.document.quote_at(frame.token.idx) is not None:
        return False
    words = line(t for t in clause(frame) if reading.document.quote_at(t.idx) is None)
    return any(holds(words, phrase) for phrase in lexicon.words("repeats", key))


def clause(frame: Frame) -> list[Token]:
    """The words of the predicate's own clause."""
    head = frame.token.head if frame.token.dep_ in {"cop", "fixed"} else frame.token
    return sorted(grammar.clause_tokens(head, keep=frozenset({"xcomp"})))


def _named(verb: Token) -> tuple[Token, ...]:
    """ "So was *Kim Lind*", "and so were *Okoro and Lind*": whoever is named behind a verb that was read as a copula."""
    head = verb.head.head if verb.dep_ == "fixed" else verb.head
    return tuple(grammar.coordinated(head)) if verb.dep_ in {"cop", "fixed"} and head.pos_ == "PROPN" else ()


def _again(reading: Reading, frame: Frame, act: Telling) -> Telling | None:
    """The act once more, with the people of the clause; nobody new, nothing again."""
    tokens = frame.agents or frame.patients or _named(frame.token)
    who = tuple(dict.fromkeys(id for t in tokens for id in standing_for(reading.cast, t)))
    if not who or set(who) & {*act.actors, *act.targets}:
        return None
    suffers = act.type in SUFFERED
    actors, targets = (act.actors, who) if suffers else (who, act.targets)
    span = reading.document.span_of(clause(frame))
    return replace(
        act,
        span=span,
        rule=f"{act.type}/repeated",
        at=frame.token.idx,
        voice="agentless" if suffers else "active",
        actors=actors,
        targets=tuple(id for id in targets if id not in actors),
        status=grammar.status(frame),  # type: ignore[arg-type]
        quote=None,
        recap=False,
        lead=reading.document.paragraph_of(frame.token.idx) < reading.document.lead,
        again=True,
    )
