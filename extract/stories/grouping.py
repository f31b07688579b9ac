"""Which articles tell one story: copies of one text, or articles of the same days that name the same people and things.

Only stories that share names within some days are compared, found by an index, so that the cost grows with their number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import sqrt

import networkx as nx

from extract import lexicon
from extract.events import stems
from extract.stories.copies import sentences, shared
from extract.types import Story

SHARED = 2  # copied sentences from which two articles tell one story; one may be a stock phrase
DAYS = 3  # between the first reports of a sitting and the last that still tell it as news
NAMES = 3  # names in common from which two articles can tell one story
# How much of two articles must be alike: with people who act in both, with none, and where one has no date. Measured on the
# made-up stories of tests/stories beside ordinary news: the same story 0.87 and more, another of the same days 0.7 and less.
ALIKE, STRANGERS, UNDATED = 0.85, 1.1, 1.4
TOPIC = 0.35  # how like their words must be where only they can say that it is not another row of the same people
OWN = 2  # of the names in common, those that are no party's
USUAL = 50  # how many stories back, by day, one that holds the same name is looked for
# Behind these a capital says nothing.
STARTS = re.compile(r"(?:^|[.!?:\n][\"'”’)]*\s+|[\"“‘(]\s*)$")
NAME = re.compile(r"[A-Z][\w'’-]*[a-z][\w'’-]*|[A-Z]{2,}")


@dataclass(frozen=True)
class Signature:
    """What a story is found by."""

    story: Story

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which its articles came out."""
        out = [date.fromisoformat(a.published[:10]) for a in self.story.articles if a.published]
        return (min(out), max(out)) if out else None

    @cached_property
    def names(self) -> frozenset[str]:
        """The words written as names in its articles, without those that any article of a parliament holds."""
        return frozenset(name for article in self.story.articles for name in names(article.text))

    @cached_property
    def own(self) -> frozenset[str]:
        """Those of its names that are no party's: by them it is found."""
        return frozenset(name for name in self.names if not lexicon.is_party(name))

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Its sentences, for copies."""
        return frozenset(row for article in self.story.articles for row in sentences(article.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """The content words of its articles, without their endings."""
        return frozenset(word for article in self.story.articles for word in stems(article.text))

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of those who act in it, one word each."""
        cast = (a for a in self.story.actors if a.kind == "person")
        return frozenset(_plain(word) for actor in cast for word in actor.name.split() if word[:1].isupper())

    def near(self, other: Signature) -> bool:
        """Whether two stories can be news of the same days; one without a day can be of any."""
        if self.days is None or other.days is None:
            return True
        early, late = sorted((self.days, other.days))
        return (late[0] - early[1]).days <= DAYS


def names(text: str) -> set[str]:
    """The names in a text, one word each, lower case and without accents."""
    found = {_plain(m.group()) for m in NAME.finditer(text) if not STARTS.search(text[max(0, m.start() - 6) : m.start()])}
    return {name for name in found if name not in _common()}


def _plain(name: str) -> str:
    return re.sub(r"['’]s?$", "", lexicon.unaccented(name).lower())


@lexicon.per_codebook
def _common() -> frozenset[str]:
    """Words with a capital that tell no story from another: days, months, titles, offices, houses."""
    lists = ("honorifics", "offices", "ranks", "groups", "chairs", "houses", "male", "female", "servants")
    every = {part for key in lists for word in lexicon.words("offices", key) for part in word.split()}
    return frozenset(every | lexicon.words("people", "not_names", "calendar"))


def groups(stories: Sequence[Story]) -> list[list[Story]]:
    """The stories in groups that tell one thing each, in the order given."""
    rows = [Signature(story) for story in stories]
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(rows)))
    graph.add_edges_from((a, b) for a, b in _candidates(rows) if _alike(rows[a], rows[b]))
    return [[stories[n] for n in sorted(part)] for part in sorted(nx.connected_components(graph), key=min)]


def alike(one: Story, other: Story) -> bool:
    """Whether two stories are one."""
    return _alike(Signature(one), Signature(other))


def _alike(one: Signature, other: Signature) -> bool:
    if len(one.sentences & other.sentences) >= SHARED or shared(one.sentences, other.sentences, SHARED) >= SHARED:
        return True
    return one.near(other) and _tell_the_same(one, other)


def _tell_the_same(one: Signature, other: Signature) -> bool:
    """Whether two stories name the same people and things, and say it in the same words; one of them at least tells an act."""
    common = one.names & other.names
    if len(common) < NAMES or len(common & one.own) < OWN:
        return False
    if not (one.story.events or other.story.events):
        return False
    people = len(one.people & other.people)
    words = _cosine(one.words, other.words)
    strength = len(common) / min(len(one.names), len(other.names)) + 0.15 * min(people, 4) + 2 * words
    if one.days is None or other.days is None:
        return people > 1 and strength >= UNDATED and words >= TOPIC
    return strength >= (ALIKE if people else STRANGERS)


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1.0, sqrt(len(one) * len(other)))


def _candidates(rows: Sequence[Signature]) -> Iterable[tuple[int, int]]:
    """Pairs of stories that share a sentence, or enough names of their own and the days."""
    met: Counter[tuple[int, int]] = Counter()
    for word, holders in _index(rows).items():
        for place, n in enumerate(holders):
            for m in holders[max(0, place - USUAL) : place]:
                if rows[m].near(rows[n]) or " " in word:
                    met[min(m, n), max(m, n)] += OWN if " " in word else 1
    return sorted(pair for pair, count in met.items() if count >= OWN)


def _index(rows: Sequence[Signature]) -> dict[str, list[int]]:
    """For each name and each sentence the stories that hold it, by day."""
    index: dict[str, list[int]] = defaultdict(list)
    for n in sorted(range(len(rows)), key=lambda n: (rows[n].days or (date.max, date.max), n)):
        for word in rows[n].own | rows[n].sentences:
            index[word].append(n)
    return index
