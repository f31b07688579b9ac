"""Who is out of the chamber under which rule, and until when, where the words that tell an ejection say so.

What the words leave open stays open: no House's own rules are filled in. A count of sitting days is turned into days of the
calendar and said to be assumed, since an article does not say when the House sits. The rules are standing orders such as the
House of Commons' 43 and 44, the New Zealand House's 89 to 96 and the Australian House's 94.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from .dates.expressions import NUMBERS
from .passages import sentences
from .types import Article, Event, Sanction

COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
ORDER = r"(?:standing orders?|rules?|S\.?O\.?)"
RULE = re.compile(
    rf"\b(?:(?i:{ORDER})|[Ss]ection|[Aa]rticle)(?:\s+(?:[Nn]o\.?|[Nn]umber))?\s+\d+[A-Za-z]?(?:\s?\([0-9a-z]{{1,3}}\))*"
)
PUT_OUT = (
    r"\b(?:suspen\w+|bann?\w*|bar(?:red|ring|s)|exclu\w+|expel\w*|expulsion|eject\w*|remov\w+|named|naming|sin-?binn?\w*|withdraw"
    r"|leave|out|from)\b"
)
# Words of the same clause: no other act, and no other time, may stand between.
BETWEEN = r"(?:(?!\b(?:after|before|following|while|when|who|which|whose|amid|for|because|having|but)\b)[^;:!?“”\"]){0,90}?"
REST = (
    r"(?P<rest>(?:the\s+)?(?:rest|remainder)\s+of\s+(?:the|today's|that|this)\s+(?:day|afternoon|morning|evening|sitting|debate))"
)
LENGTH = (
    rf"(?:the\s+(?:next|following)\s+)?{COUNT}[\s-]+(?P<sitting>(?:sitting|parliamentary|working)\s+)?"
    r"(?P<unit>hour|day|sitting|week|month)s?"
)
SPAN = re.compile(rf"{PUT_OUT}{BETWEEN}\bfor\s+(?:{REST}|{LENGTH})\b", re.IGNORECASE)
NOUN = re.compile(
    rf"\b{COUNT}[\s-](?P<sitting>sitting[\s-])?(?P<unit>hour|day|week|month)(?:[’']s?)?\s+(?:suspension|ban|exclusion|expulsion)\b",
    re.IGNORECASE,
)
DAYS = {"hour": 0, "day": 1, "sitting": 1, "week": 7, "month": 30}


def imposed(article: Article, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events of an article, ejections with what the sentences that tell them say of rule and end."""
    return tuple(replace(event, sanction=_of(article, event)) if event.type == "ejection" else event for event in events)


def _of(article: Article, event: Event) -> Sanction | None:
    """The first rule and the first end that the sentences of an event give; None where none does."""
    said = [article.text[one.start : one.end] for one in sentences(article, [event]) if one.events]
    rule = next((match[0] for words in said if (match := RULE.search(words))), None)
    length = next((match for words in said if (match := SPAN.search(words) or NOUN.search(words))), None)
    until, assumed = _end(length, event.date) if length else (None, False)
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
        last = date.fromisoformat(day) + timedelta(days=number * DAYS[unit])
    except OverflowError:
        return None, False
    return last.isoformat(), bool(given.get("sitting")) or unit in ("sitting", "month")
