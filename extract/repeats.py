"""Tellings → tellings with the acts that a text only counts or points back to: "Hale made it three", "Lind followed suit".

What is repeated is the act told last before it in the same stretch of text; the words bring only new people into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract import grammar, roles, together
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.grammar.phrases import line, may_say, says
from extract.tree import Token
from extract.types import Telling

NEAR = 700  # characters back to the act that is repeated
# Whose part the new people take: that of who suffered the act, where there was one, in acts of a chair on members.
KEYS = ("joining", "followers", "phrases", "counted")
SUFFERED = {"ejection", "intervention", "ruling"}
LEFT = {"ejection", "walkout"}  # what others can follow
EXITS = {"door", "doors", "exit", "exits", "lobby", "corridor", "foyer", "street", "steps", "hallway", "protest"}
SOON = 300  # characters to a bare "the Greens followed"
REPEATED = {"ejection", "intervention", "walkout", "heckle", "point_of_order", "attack", "objection"}


def repeated(reading: Reading, told: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings, with those that words of repeating or of following add, in reading order."""
    out = list(told)
    if not out:
        return ()
    for frame in _frames(reading):
        words = line(t for t in clause(frame) if reading.document.quote_at(t.idx) is None)
        keys = [key for key in KEYS if says(words, "repeats", key)]
        bare = frame.lemma == "follow" and frame.voice == "active" and not frame.complements and _after_whom(frame)
        if (keys or bare) and not any(t.at == frame.token.idx for t in out):
            _add(reading, frame, keys or ["bare"], out)
    return tuple(sorted(out, key=lambda t: t.at))


def _frames(reading: Reading) -> Iterator[Frame]:
    """The reporter's own clauses in sentences with words of repeating."""
    for sentence in reading.document.doc.sents:
        if may_say(line(sentence), "repeats", *KEYS) or any(grammar.lemma(t) == "follow" for t in sentence):
            own = grammar.frames([sentence], lambda token: reading.document.quote_at(token.idx) is None)
            yield from (frame for frame in own if frame.kind == "verb")


def _add(reading: Reading, frame: Frame, keys: list[str], out: list[Telling]) -> None:
    """Put the act that a clause repeats, joins or follows among the tellings."""
    before = [t for t in out if t.type in REPEATED and 0 < frame.token.idx - t.at < NEAR and t.status == "happened"]
    if "counted" in keys:
        before = [t for t in before if t.type in SUFFERED] or before
    if keys[0] in {"followers", "bare"} or (frame.lemma == "follow" and frame.voice == "passive"):
        before = [t for t in before if t.type in LEFT and (keys[0] != "bare" or frame.token.idx - t.at < SOON)]
    if keys[0] == "bare" and frame.patients:  # "and her whole bench followed *her*", who has gone
        whom = {id for t in frame.patients for id in reading.cast.all_at(t)}
        many = any(roles.is_a(reading.cast, id, "group") for t in frame.agents for id in reading.cast.all_at(t))
        before = [t for t in before if many and whom and whom <= {*(t.targets if t.type in SUFFERED else t.actors)}]
    act = max(before, key=lambda t: t.at, default=None)
    act = act if frame.lemma == "do" else _main(act, before)  # "So *did* Lind": what somebody did, not what befell him
    again = _again(reading, frame, act) if act is not None else None
    if act is None or again is None or any(_in_full(t, again) for t in out):
        return
    if act.type == "walkout" and "joining" in keys and act.span.start <= frame.token.sent.end_char and _same(frame, act):
        out[out.index(act)] = replace(act, actors=(*act.actors, *again.actors))
        return
    willing = keys[0] in {"bare", "joining"} or (frame.voice == "active" and frame.lemma in {"follow", "do"})
    if act.type == "ejection" and (keys[0] == "followers" or (willing and _groups(reading, again))):
        again = replace(again, type="walkout", rule="walkout/followed", actors=again.targets, targets=(), voice="active")
    out.append(again)


def _after_whom(frame: Frame) -> bool:
    """Whether nothing is said to be followed but somebody who goes: "followed *him*", not "followed him *in the debate*"."""
    if not frame.patients:
        return True
    objects = [c for c in frame.token.children if c.dep_.startswith("obl") and c.lower_ not in EXITS]
    return all(t.pos_ in {"PRON", "PROPN"} for t in frame.patients) and not objects


def _main(last: Telling | None, before: Sequence[Telling]) -> Telling | None:
    """The act of a sentence, not what it was done for: "*ejected* Hale for heckling Lind. Okoro followed"."""
    if last is None or last.type in LEFT:
        return last
    own = {*last.actors}
    same = (t for t in before if t.sentence == last.sentence and t.type in LEFT and t.at < last.at)
    return next((t for t in same if own <= {*(t.targets if t.type in SUFFERED else t.actors)}), last)


def _groups(reading: Reading, again: Telling) -> bool:
    """Whether those who come into an act are no single people: the chair puts out one by one, groups follow."""
    return not any(roles.is_a(reading.cast, id, "person") for id in again.targets)


def _in_full(told: Telling, again: Telling) -> bool:
    """Whether the sentence itself tells the act: "Hale made it three *by butting in on Okoro*"."""
    same = told.targets == again.targets if told.type in SUFFERED else told.actors == again.actors
    return (told.type, told.sentence) == (again.type, again.sentence) and same and bool(told.targets)


def _same(frame: Frame, act: Telling) -> bool:
    """Whether an act is told in the sentence of a frame."""
    return frame.token.sent.start_char <= act.at < frame.token.sent.end_char


def clause(frame: Frame) -> list[Token]:
    """The words of the predicate's own clause."""
    head = frame.token.head if frame.token.dep_ in {"cop", "fixed"} else frame.token
    return sorted(grammar.clause_tokens(head, keep=frozenset({"xcomp"})))


def _named(verb: Token) -> tuple[Token, ...]:
    """ "So was *Kim Lind*", "and so were *Okoro and Lind*": whoever is named behind a verb that was read as a copula."""
    head = verb.head.head if verb.dep_ == "fixed" else verb.head
    return tuple(grammar.coordinated(head)) if verb.dep_ in {"cop", "fixed"} else ()


def _newcomers(reading: Reading, frame: Frame, act: Telling) -> tuple[str, ...]:
    """Who is new in a clause: its subject, its object, or whom it names last: "so was *Hale*", "did the same to *Hale*"."""
    rest = [*frame.patients, *frame.obliques("to"), *frame.obliques("for")]
    tokens = [*frame.agents, *rest, *_named(frame.token)]
    for token in tokens:
        ids = tuple(dict.fromkeys(standing_for(reading.cast, token)))
        if ids and not set(ids) & {*act.actors, *act.targets}:
            side = frame.agents if token in frame.agents else _named(frame.token) if token in _named(frame.token) else (token,)
            every = [id for t in side for id in (*together.beside(reading.cast, t), *standing_for(reading.cast, t))]
            return tuple(dict.fromkeys(every))
    return ()


def _again(reading: Reading, frame: Frame, act: Telling) -> Telling | None:
    """The act once more, with the people of the clause; nobody new, nothing again."""
    who = _newcomers(reading, frame, act)
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
        depth=reading.document.depth_of(frame.token.idx),
        sentence=reading.document.sentence_numbers[frame.token.i],
        again=True,
    )
