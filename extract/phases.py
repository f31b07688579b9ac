"""Where in a sitting an act is put: "at the outset", "by then", "at the end of the sitting", "moments before that"; live blogs.

What so opens a sitting goes before all that was told of that day above it; a live blog with its newest entry on top goes upwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from extract import lexicon
from extract.causes import Ties
from extract.context import stamps
from extract.types import Signal, Telling

POINTED = {"before": -1, "after": 1, "to": -1}  # "before that", "prior to that"
OUT, CALLS = {"ejection", "walkout"}, {"heckle", "attack", "objection"}
HEAD = 400  # characters in which a live blog says which way it goes


def placed(ties: Ties) -> Iterator[Signal]:
    """All that puts an act at a place in its sitting."""
    for n, telling in enumerate(ties.tellings):
        predicate = ties.token(telling)
        if predicate is not None:
            yield from _in_sitting(ties, telling, predicate)
            yield from _pointed(ties, ties.tellings[:n], telling, predicate)
            yield from _on_the_way_out(ties, ties.tellings[:n], telling, predicate)
    yield from _upwards(ties)


def _in_sitting(ties: Ties, telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "*At the start of the sitting* she had raised ...": before what was told above; "*at its end*" after it."""
    sentence = predicate.sent
    for key in ("opening", "closing"):
        found = _phrases(key).search(sentence.text)
        if found is None or ties.document.quote_at(sentence.start_char + found.start()) or not _own(ties, telling, predicate):
            continue
        span = ties.document.span(sentence.start_char + found.start(), sentence.start_char + found.end())
        day = [t for t in ties.tellings if t.date == telling.date and not t.lead and t.type != "reaction"]
        for other in (t for t in day if t.at < sentence.start_char or (key == "closing" and t.at >= sentence.end_char)):
            yield Signal(*((telling, other) if key == "opening" else (other, telling)), "connective", 0.75, span)


def _own(ties: Ties, telling: Telling, predicate: Token) -> bool:
    """Whether an act is the first that its sentence tells: the phrase is of that one."""
    return not any(t.at in range(predicate.sent.start_char, telling.at) for t in ties.tellings)


def _pointed(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "Minutes *before that* he had heckled her", "*after which* they left": against the act told last."""
    sentence = predicate.sent
    for word in (t for t in sentence if t.lower_ in {"that", "this", "which"} and t.pos_ == "PRON" and t.i > sentence.start):
        mark, ahead = word.nbor(-1), [t for t in told if t.at < word.idx]
        if mark.lower_ not in POINTED or not ahead or not word.i < predicate.i or any(word.idx < t.at < telling.at for t in told):
            continue
        pair = (telling, ahead[-1]) if POINTED[mark.lower_] < 0 else (ahead[-1], telling)
        yield Signal(*pair, "connective", 0.85, ties.document.span_of([mark, word]))


def _on_the_way_out(ties: Ties, told: tuple[Telling, ...], telling: Telling, predicate: Token) -> Iterator[Signal]:
    """ "They shouted at him *as he left*": after the ejection or the walkout that was told last."""
    out = next((t for t in reversed(told) if t.type in OUT), None)
    found = _phrases("leaving").search(predicate.sent.text)
    if out is None or found is None or telling.type not in CALLS or telling.sentence == out.sentence:
        return
    start = predicate.sent.start_char + found.start()
    if ties.document.quote_at(start) is None:
        yield Signal(out, telling, "connective", 0.75, ties.document.span(start, predicate.sent.start_char + found.end()))


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
