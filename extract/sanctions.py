"""Who is out of the chamber under which rule, and until when, where the words that tell an ejection say so.

What the words leave open stays open: no House's own rules are filled in. A count of sitting days is turned into days of the
calendar and said to be assumed, since an article does not say when the House sits. The words are in rules/sanctions.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from . import lexicon
from .dates.expressions import NUMBERS
from .passages import sentences
from .types import Article, Event, Sanction


def imposed(article: Article, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events of an article, ejections with what the sentences that tell them say of rule and end."""
    rows = tuple(events)
    said: dict[str, list[str]] = {}
    for sentence in sentences(article, (e for e in rows if e.type == "ejection")):
        for id in sentence.events:
            said.setdefault(id, []).append(article.text[sentence.start : sentence.end])
    return tuple(replace(e, sanction=_of(said.get(e.id, []), e.date)) if e.type == "ejection" else e for e in rows)


def _of(said: list[str], day: str | None) -> Sanction | None:
    """The first rule and the first end that the sentences of an act of a day give; None where none does."""
    rule = next((match[0] for words in said if (match := _rule().search(words))), None)
    length = next((match for words in said if (match := _span().search(words) or _noun().search(words))), None)
    until, assumed = _end(length, day) if length else (None, False)
    return Sanction(rule, until, assumed) if rule or until else None


def _end(length: re.Match[str], day: str | None) -> tuple[str | None, bool]:
    """The last day that a length gives from the day of the act, and whether that is assumed; nothing for an act without a day."""
    if day is None:
        return None, False
    given = length.groupdict()
    if given.get("rest"):
        return day, False
    count = given["n"].lower()
    number = int(count) if count.isdigit() else NUMBERS[count]
    unit = given["unit"].lower()
    try:
        last = date.fromisoformat(day) + timedelta(days=number * _days()[unit])
    except OverflowError:
        return None, False
    return last.isoformat(), bool(given.get("sitting")) or unit in lexicon.words("sanctions", "assumed")


def _either(key: str) -> str:
    """The pieces of a list, one or another of them."""
    return "|".join(lexicon.forms("sanctions", key)).replace(" ", r"\s+")


def _headed(key: str) -> str:
    """The same in small letters, but for the first."""
    return "|".join(rf"[{word[0].upper()}{word[0]}]{word[1:]}" for word in lexicon.forms("sanctions", key))


def _count() -> str:
    return rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"


@lexicon.per_codebook
def _rule() -> re.Pattern[str]:
    """ "under *standing order 94(a)*"."""
    kinds = rf"(?:(?i:{_either('orders')})|{_headed('sections')})"
    return re.compile(rf"\b{kinds}(?:\s+(?:{_headed('number')}))?\s+\d+[A-Za-z]?(?:\s?\([0-9a-z]{{1,3}}\))*")


@lexicon.per_codebook
def _span() -> re.Pattern[str]:
    """ "*suspended from the House for five sitting days*": no other act and no other time stands between."""
    between = rf"(?:(?!\b(?:{_either('between')})\b)[^;:!?“”\"]){{0,90}}?"
    length = (
        rf"(?:the\s+(?:next|following)\s+)?{_count()}[\s-]+(?P<sitting>(?:{_either('counted_days')})\s+)?"
        rf"(?P<unit>{'|'.join(_days())})s?"
    )
    return re.compile(rf"\b(?:{_either('put_out')})\b{between}\bfor\s+(?:(?P<rest>{_either('rest')})|{length})\b", re.IGNORECASE)


@lexicon.per_codebook
def _noun() -> re.Pattern[str]:
    """ "a *five-day suspension*"."""
    units = "|".join(unit for unit in _days() if unit != "sitting")
    return re.compile(
        rf"\b{_count()}[\s-](?P<sitting>sitting[\s-])?(?P<unit>{units})(?:[’']s?)?\s+(?:{_either('nouns')})\b", re.IGNORECASE
    )


def _days() -> dict[str, float]:
    """The days of the calendar that each unit counts."""
    return lexicon.numbers("sanctions", "days")
