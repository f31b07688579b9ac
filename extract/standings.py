"""Sieves for given triggers of any news: by how they stand in their sentences, where no procedure of a House can help.

News asserts in main clauses and takes as known, in nouns, participles and reports, what was there before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from extract.events import home
from extract.order import Found, Sieve, connectives, places, procedure, stated_times, tenses
from extract.types import Event, Signal

GROUNDS = {("known", "main"), ("known", "aim")}


def grounds(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """What nouns, participles and reports take as known was there before what main clauses tell; what is planned comes last.

    "Crews *searched* the bay after the *crash*". Chosen and measured on TimeSET's dev part, where it puts some nine in ten right.
    """
    for early, late in permutations(events, 2):
        one, other = (home(e) for e in (early, late))
        if (one.standing, other.standing) in GROUNDS and early.status != "planned":
            yield early.id, late.id, 0.5, "tense", one.span
        elif one.standing and other.standing and early.status == "happened" and late.status == "planned":
            yield early.id, late.id, 0.5, "tense", other.span


def as_told(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """What main clauses tell: as told, since each takes the news a step on."""
    told = sorted((e for e in _happened(events) if home(e).standing in {None, "main"}), key=lambda e: home(e).span)
    for one, other in combinations(told, 2):
        yield one.id, other.id, 0.4, "telling", None


def paragraphs(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[Found]:
    """What one paragraph of the body takes as known: as told, since a paragraph goes through its matter in order."""
    known = (e for e in _happened(events) if home(e).standing == "known" and not home(e).lead)
    for one, other in combinations(sorted(known, key=lambda e: home(e).span), 2):
        if home(one).depth == home(other).depth:
            yield one.id, other.id, 0.3, "telling", None


def _happened(events: tuple[Event, ...]) -> Iterator[Event]:
    return (e for e in events if e.status == "happened")


SIEVES: tuple[Sieve, ...] = (stated_times, connectives, places, procedure, tenses, grounds, as_told, paragraphs)
