"""Where in a sitting an act is put: "at the outset", "it began when", "hours before", "moments before that"; live blogs.

What so opens a sitting goes before all that was told of that day above it; a live blog with its newest entry on top goes upwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract import grammar, lexicon
from extract.causes import Ties
from extract.context import stamps
from extract.tree import Span as Tokens
from extract.tree import Token
from extract.types import Signal, Span, Telling

POINTED = {"before": -1, "after": 1, "to": -1, "following": 1, "upon": 1}  # "before that", "prior to that"
OUT, CALLS = {"ejection", "walkout"}, {"heckle", "attack", "objection"}
UNITS = {"seconds", "moments", "minutes", "hours", "days", "weeks", "hour", "minute", "day"}
VOTED = re.compile(r"\b(?:vot|divi|carried|defeat|backed|sided|upheld|uphold|reject|approv|suspend)", re.IGNORECASE)
PAST = {"by then", "by that time", "by that point"}
THEN = ("By then", "By that time", "By that point", "By that stage")
HEAD = 400  # characters in which a live blog says which way it goes


def placed(ties: Ties) -> Iterator[Signal]:
    """All that puts an act at a place in its sitting."""
    for n, telling in enumerate(ties.tellings):
        predicate = ties.token(telling)
        if predicate is not None:
            yield from _in_sitting(ties, telling, predicate)
            yield from _within(ties, telling, predicate)
            yield from _over(ties, telling, predicate)
            yield from _to_a_vote(ties, telling, predicate)
            yield from _resumed(ties, ties.tellings[:n], telling, predicate)
            yield from _in_a_row(ties, telling, predicate)
            yield from _not_before(ties, ties.tellings[:n], telling, predicate)
            yield from _pointed(ties, ties.tellings[:n], telling, predicate)
            yield from _on_the_way_out(ties, ties.tellings[:n], telling, predicate)
            yield from _did_so(ties, ties.tellings[:n], telling, predicate)
    yield from _rewound(ties)
    yield from _upwards(ties)


def _in_sitting(ties: Ties, telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "*At the start of the sitting* she had raised ...": before what was told above; "*at its end*" after it."""
    for key in ("opening", "closing", "begun", "moved_on"):
        sentence = _by_then(ties, predicate) if key == "opening" else predicate.sent
        found = _phrases(key).search(sentence.text)
        if found is None or ties.document.quote_at(sentence.start_char + found.start()) or not _own(ties, telling, predicate):
            continue
        if found[0].lower() in PAST and found.start() and not grammar.looks_back(predicate):
            continue  # "The benches *were empty by then*": how things stood, not when all began
        span = ties.document.span(sentence.start_char + found.start(), sentence.start_char + found.end())
        day = [t for t in ties.tellings if t.date == telling.date and not t.lead and t.type != "reaction"]
        for other in (t for t in day if t.at < sentence.start_char or (key == "closing" and t.at >= sentence.end_char)):
            late = key in {"closing", "moved_on"}
            yield Signal(*((other, telling) if late else (telling, other)), "connective", 0.75, span)


def _by_then(ties: Ties, predicate: Token) -> Tokens:
    """The sentence that says when; of a pluperfect the one above it that tells no act: "*By then* he was out. He had called"."""
    own = predicate.sent
    last = own[0].nbor(-1).sent if own.start else own
    start, end = last.start_char, last.end_char
    told = ties.between(start, end)
    same = ties.document.paragraph_of(last.start_char) == ties.document.paragraph_of(own.start_char)
    return last if same and not told and last.text.startswith(THEN) and grammar.looks_back(predicate) else own


def _own(ties: Ties, telling: Telling, predicate: Token) -> bool:
    """Whether an act is the first that its sentence tells: the phrase is of that one."""
    start = predicate.sent.start_char
    return not ties.between(start, telling.at)


def _said(ties: Ties, key: str, predicate: Token) -> Span | None:
    """The reporter's words of a list in the sentence of a predicate."""
    start = predicate.sent.start_char
    found = _phrases(key).search(predicate.sent.text)
    if found is None or ties.document.quote_at(start + found.start()):
        return None
    return ties.document.span(start + found.start(), start + found.end())


def _over(ties: Ties, telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "adjourned *until Thursday*": after all that is told of that sitting, wherever it stands."""
    final = telling.type == "adjournment" and telling.status == "happened" and not (telling.lead or telling.recap)
    words = _said(ties, "for_the_day", predicate) if final else None
    if words is not None and words.start > telling.at:
        day = (t for t in ties.tellings if t.date == telling.date and not t.lead and t.place != "outside")
        yield from (Signal(t, telling, "connective", 0.7, words) for t in day if t.type not in {"reaction", "adjournment"})


def _to_a_vote(ties: Ties, telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "protested, *which sent the question to a vote*": before the one vote of that day, wherever it is told."""
    words = _said(ties, "to_a_vote", predicate) if telling.type in CALLS | {"point_of_order"} else None
    if words is not None and words.start > telling.at:
        votes = [t for t in ties.tellings if t.type == "decision" and t.date == telling.date and t.sentence != telling.sentence]
        ours = [t for t in votes if VOTED.search(t.span.text)]
        yield from (Signal(telling, t, "cause", 0.7, words) for t in ours)


def _resumed(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "*When it resumed*, she raised a point of order": after the break that was told last, unless told above it already."""
    pause = next((t for t in reversed(told) if t.type == "adjournment" and t.date == telling.date), None)
    if pause is not None and pause.sentence != telling.sentence and _own(ties, telling, predicate):
        words = _said(ties, "resumed", predicate)
        if words is not None and words.start < telling.at and not _told_already(told, telling):
            yield Signal(pause, telling, "connective", 0.85, words)


def _told_already(told: tuple[Telling, ...], telling: Telling) -> bool:
    """Whether a like act of one of the same people was told of before."""
    people = set(telling.targets or telling.actors)
    return any(t.type == telling.type and people & set(t.targets or t.actors) for t in told)


def _in_a_row(ties: Ties, telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "*First to go* was Ms Lind": before the others who were put out, or went; "the *last out*" after them."""
    for key in ("first_out", "last_out") if telling.type in OUT else ():
        words = _said(ties, key, predicate)
        if words is None:
            continue
        others = [t for t in ties.tellings if t.type == telling.type and t.date == telling.date and not t.lead]
        for other in (t for t in others if t.sentence != telling.sentence):
            if not set(other.targets or other.actors) & set(telling.targets or telling.actors):
                yield Signal(*((telling, other) if key == "first_out" else (other, telling)), "connective", 0.8, words)


def _within(ties: Ties, telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "*Within minutes of* his ejection they walked out": after it."""
    for unit in (c for c in predicate.children if c.lower_ in UNITS and any(m.lower_ == "within" for m in c.children)):
        for other in (t for t in ties.inside(unit)[:1] if t is not telling):
            mark = next(m for m in unit.children if m.lower_ == "within")
            yield Signal(other, telling, "connective", 0.9, ties.document.span_of([mark, unit]))


def _not_before(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "was ejected, but *not before* he called her a liar": the calling came first."""
    for word in (t for t in predicate.sent if t.lower_ == "before" and t.i < predicate.i and t.nbor(-1).lower_ == "not"):
        ahead = [t for t in told if predicate.sent.start_char <= t.at < word.idx]
        if ahead and not any(word.idx < t.at for t in told) and word.nbor(-2).lower_ in {"but", ",", "and", "though", "although"}:
            yield Signal(telling, ahead[-1], "connective", 0.85, ties.document.span_of([word.nbor(-1), word]))


def _pointed(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "Minutes *before that* he had heckled her", "*after which* they left": against the act told last."""
    sentence = predicate.sent
    for word in (t for t in sentence if t.lower_ in {"that", "this", "which"} and t.pos_ == "PRON" and t.i > sentence.start):
        mark = word.nbor(-1)
        ahead = [t for t in told if t.at < word.idx] if mark.lower_ in POINTED else []
        if not ahead or not word.i < predicate.i or any(word.idx < t.at < telling.at for t in told):
            continue
        pair = (telling, ahead[-1]) if POINTED[mark.lower_] < 0 else (ahead[-1], telling)
        yield Signal(*pair, "connective", 0.85, ties.document.span_of([mark, word]))


def _on_the_way_out(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "They shouted at him *as he left*": after the ejection or the walkout that was told last.

    "*Before leaving*, he called her a liar": after the order to go, but before a walkout.
    """
    out = next((t for t in reversed(told) if t.type in OUT and t.status == "happened"), None)
    if out is None or telling.sentence == out.sentence or telling.type in OUT:
        return
    if telling.type in CALLS and (words := _said(ties, "leaving", predicate)):
        yield Signal(out, telling, "connective", 0.75, words)
    elif (words := _said(ties, "before_going", predicate)) and set(telling.actors) & set(out.targets + out.actors):
        yield Signal(*((out, telling) if out.type == "ejection" else (telling, out)), "connective", 0.75, words)


def _did_so(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "*Before he did so* he had called her a liar", "*After doing so* ...": against the act told last."""
    last = told[-1] if told and told[-1].status == "happened" and told[-1].sentence != telling.sentence else None
    for key in ("before_so", "after_so") if last is not None and _own(ties, telling, predicate) else ():
        if last is not None and (words := _said(ties, key, predicate)):
            yield Signal(*((telling, last) if key == "before_so" else (last, telling)), "connective", 0.85, words)


def _rewound(ties: Ties) -> Iterator[Signal]:
    """A paragraph that begins the story anew, "*At issue on Tuesday was* ...": what it tells first comes before all above it."""
    document = ties.document
    for n, end in document.anew:
        start, _ = document.paragraphs[n]
        first = next((t for t in ties.tellings if t.at >= start), None)
        if first is not None and not first.recap and document.paragraph_of(first.at) <= n + 1:
            above = (t for t in ties.tellings if t.at < start and t.date == first.date and t.type != "reaction")
            yield from (Signal(first, t, "connective", 0.6, document.span(start, end)) for t in above)


def _upwards(ties: Ties) -> Iterator[Signal]:
    """Of a live blog with its newest entry first the lower paragraph is the earlier."""
    document = ties.document
    said = _phrases("newest").search(document.text[:HEAD])
    if said is None or not (stamps(document) or re.search(r"\blive\b", document.text[:HEAD], re.I)):
        return
    span = document.span(*said.span())
    told = [t for t in ties.tellings if not t.lead]
    for upper, lower in pairwise(told):
        if document.paragraph_of(upper.at) != document.paragraph_of(lower.at):
            last = [t for t in told if document.paragraph_of(t.at) == document.paragraph_of(lower.at)][-1]
            first = next(t for t in told if document.paragraph_of(t.at) == document.paragraph_of(upper.at))
            yield Signal(last, first, "stated time", 0.75, span)


@lexicon.per_codebook
def _phrases(key: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{words}\b" for words in sorted(lexicon.words("connectives", key))), re.IGNORECASE)
