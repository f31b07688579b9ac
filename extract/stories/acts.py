"""Which act of one article is which of another: a copied clause says so, else the kind, the people, the words and the place.

As with the cast, each act of one article is at most one of the other's, and the likeliest pairing as a whole is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import sqrt

import networkx as nx

from extract.company import Company
from extract.events import AN_AGE, ONCE, stems
from extract.stories.copies import near
from extract.stories.sorts import presides, sort
from extract.types import Event, Status

# What speaks for two acts of a kind being one, and what against it. Measured on the read stories of tests/stories.
ENOUGH = 1.5
COPIED = 5.0
ALIKE = 1.0  # of one kind
SAME, MAY_BE, OTHERS = 1.0, 0.5, -1.0  # the people in a role: one of them the same, somebody who can be, others
HARDLY_TWICE = 0.5  # kinds of act that one hardly does twice
ONLY = 0.4  # neither article tells another act of the kind
WORDS, PLACE, STATUS, DAY = 1.5, 0.5, 0.8, 1.0  # at most for shared words; at most against for place, status, and stated day
UNDONE: frozenset[Status] = frozenset({"planned", "hypothetical"})


def pairing(base: Sequence[Event], other: Sequence[Event], company: Company) -> dict[str, str]:
    """For each act of *other* that is one of *base*, that one's id."""
    graph: nx.Graph[tuple[int, str]] = nx.Graph()
    places = [_places(base), _places(other)]
    only, told = _only(base) & _only(other), {event.id: said(event) for event in other}
    for mine in (e for e in base if any(theirs.type == e.type for theirs in other)):
        own = said(mine)
        for theirs in (e for e in other if e.type == mine.type):
            apart = abs(places[0][mine.id] - places[1][theirs.id])
            weight = likeness(mine, theirs, company, own, told[theirs.id]) - PLACE * apart + ONLY * (mine.type in only)
            if weight >= ENOUGH:
                graph.add_edge((0, mine.id), (1, theirs.id), weight=weight)
    found = nx.max_weight_matching(graph)
    return dict(sorted((max(pair)[1], min(pair)[1]) for pair in found))


def _places(events: Iterable[Event]) -> dict[str, float]:
    """Where in its story each act stands, from 0 to 1."""
    rows = tuple(events)
    last = max((e.rank for e in rows), default=1)
    return {e.id: (e.rank - 1) / max(1, last - 1) for e in rows}


def _only(events: Iterable[Event]) -> set[str]:
    """The kinds of which a story tells one act."""
    return {kind for kind, times in Counter(e.type for e in events).items() if times == 1}


def likeness(one: Event, other: Event, company: Company, mine: Said, theirs: Said) -> float:
    """How surely two acts of a kind are one act, by the people, by what their tellings say, and by day and status."""
    if UNDONE & {one.status, other.status} and one.status != other.status:
        return 0.0
    if mine.copied(theirs):
        return COPIED
    if (days := _days_apart(one, other)) > AN_AGE:
        return 0.0
    who = _people(one, other, company)
    if one.status != other.status and not set(one.actors) & set(other.actors):
        return 0.0  # a denial is of what somebody is said to have done
    once = HARDLY_TWICE if one.type in ONCE or not (one.actors or other.actors) else 0.0
    told = words(mine, theirs) + quoted(mine, theirs)
    against = STATUS * (one.status != other.status) + DAY * (days > 0 and _stated(one) and _stated(other))
    return ALIKE + who + once + told - against


def _days_apart(one: Event, other: Event) -> int:
    """Days between all the time that one act can have been at and all that the other can; 0 where that may be one day."""
    early, late = sorted((one, other), key=lambda e: e.latest or e.date or "9")
    last, first = early.latest or early.date, late.earliest or late.date
    return max(0, (date.fromisoformat(first) - date.fromisoformat(last)).days) if last and first else 0


def _stated(event: Event) -> bool:
    """Whether the text itself says when, so that the day is not only that of the sitting."""
    return any(t.time_text for t in event.evidence)


def _people(one: Event, other: Event, company: Company) -> float:
    """What the people of two acts say, in both roles; of a scuffle articles differ on who began it."""
    if one.type == "scuffle" and len({*one.actors, *one.targets} & {*other.actors, *other.targets}) > 1:
        return SAME + MAY_BE
    who, whom = (_shared(*ids, company) for ids in ((one.actors, other.actors), (one.targets, other.targets)))
    house = all(id in company.house or presides(company.actors[id]) for id in (*one.actors, *other.actors))
    if house and one.type == "ejection" and (who < 0 or whom < 0):
        who = min(MAY_BE, abs(who))  # who names and who votes do one thing; but the chair puts out many
    return who + whom


def _shared(mine: Sequence[str], theirs: Sequence[str], company: Company) -> float:
    """What the people in one role say: the same, some who can be the same, others, or nothing."""
    if not mine or not theirs:
        return 0.0
    if set(mine) & set(theirs):
        return SAME
    return MAY_BE if company.meet(mine, theirs) or _crowds(mine, company) & _crowds(theirs, company) else OTHERS


def _crowds(ids: Iterable[str], company: Company) -> set[str]:
    """Of what sorts the groups in a role are that nobody tells apart: "six men" are "the gallery", "ushers" "attendants"."""
    return {sort(actor) for id in ids if (actor := company.actors.get(id)) and actor.kind == "group"} & {"public", "servants"}


@dataclass(frozen=True, slots=True)
class Said:
    """What the tellings of an act say: their clauses, the content words of these and of what is quoted."""

    clauses: frozenset[str]
    words: frozenset[str]
    quoted: frozenset[str]

    def copied(self, other: Said) -> bool:
        """Whether two clauses are one, copied or lightly edited."""
        return bool(self.clauses & other.clauses) or any(near(a, b) for a in self.clauses for b in other.clauses)


def said(event: Event) -> Said:
    """What the tellings of an act say."""
    tellings = event.evidence
    quoted = frozenset().union(*(_stems(t.quote or "") for t in tellings))
    words = quoted.union(*(_stems(t.span.text) for t in tellings))
    return Said(frozenset(t.span.text.lower() for t in tellings), words, quoted)


@lru_cache(1 << 15)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def words(one: Said, other: Said) -> float:
    """The content words that the clauses and quotations of two acts share, from 0 to `WORDS`."""
    if not one.words or not other.words:
        return 0.0
    return WORDS * len(one.words & other.words) / sqrt(len(one.words) * len(other.words))


def quoted(one: Said, other: Said) -> float:
    """What share of the words quoted of the one that quotes less the other quotes too, from 0 to 1."""
    mine, theirs = one.quoted, other.quoted
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
