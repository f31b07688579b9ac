"""Background of an article that says no day of publication: "*Last month* she threw out Mr Okafor", told last, came first.

With a day of publication the windows of days say so (`when`); without one the words still say which of two times is the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extract import dates
from extract.causes import Ties
from extract.types import Signal, Span, Telling

TODAY = date(9000, 6, 20)  # stands in for the unknown day: a Friday, past the middle of its month, later than any year told
TOP = 3  # sentences that say when the sitting was
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True, slots=True)
class Then:
    """The first and last day that words of time can mean, counted from a stand-in, and whether they name the year themselves."""

    first: date
    last: date
    named: bool


# A sitting that says no time was within these days.
LATELY = Then(TODAY - timedelta(4), TODAY, named=False)


def bygone(ties: Ties) -> Iterator[Signal]:
    """ "*Two weeks ago* Ms Lind ordered out Ann Hale": before all that is told of a later time, or of the sitting."""
    if ties.document.article.published is not None:
        return
    times = {t.at: time for t in ties.tellings if t.time_text and (time := _then(t.time_text)) is not None}
    sitting = _of_sitting(ties) if times else LATELY
    for telling in (t for t in ties.tellings if t.at in times):
        mine = times[telling.at]
        usual, words = LATELY if sitting.named and not mine.named else sitting, _words(ties, telling)
        for other in (t for t in ties.tellings if t.sentence != telling.sentence):
            theirs = times.get(other.at, usual)
            if mine.last < theirs.first and (mine.named or not theirs.named):
                yield Signal(telling, other, "stated time", 0.7, words)


def _then(words: str) -> Then | None:
    """What words of time mean from the stand-in; None of a weekday, a day without its year, and what counts from before."""
    found = dates.surest(t for t in dates.find_all(f"{words},", published=TODAY.isoformat()) if not (t.ahead or t.told))
    named = YEAR.search(words) is not None
    if found is None or found.latest is None or "weekday" in found.kind or (found.kind == "date" and not named):
        return None
    first = date.fromisoformat(found.earliest) if found.earliest else date.min
    return Then(first, date.fromisoformat(found.latest), named)


def _of_sitting(ties: Ties) -> Then:
    """When the sitting was: as the top of the article says, else lately."""
    top = (dates.surest(ties.document.times_of(s)) for s in ties.document.sentences[:TOP])
    said = (_then(time.words) for time in top if time is not None)
    return next((time for time in said if time is not None), LATELY)


def _words(ties: Ties, telling: Telling) -> Span:
    """The words of time of a telling's sentence."""
    token = ties.token(telling)
    start = token.sent.start_char if token is not None else telling.span.start
    at = ties.document.text.find(telling.time_text or "", start)
    return ties.document.span(at, at + len(telling.time_text or "")) if at >= 0 else telling.span
