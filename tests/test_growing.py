"""A story grows: two names that were compared once are not compared again for each article that joins."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

import pytest

from extract.store.encoding import with_article
from extract.stories import names, unite
from extract.types import Story
from tests import factories


def grown(articles: int) -> list[Story]:
    """So many articles of one sitting, each telling the same acts of the same people."""
    told = factories.crowd_story(12, 12)
    return [replace(with_article(told, f"a{n}x"), id=f"s{n}") for n in range(articles)]


def compared(monkeypatch: pytest.MonkeyPatch, articles: int) -> int:
    """How many pairs of words are compared letter by letter, with nothing remembered at first."""
    names.spelt.cache_clear()
    pairs = []

    def counted(junk: None, one: str, other: str, *, autojunk: bool) -> SequenceMatcher[str]:
        pairs.append((one, other))
        return SequenceMatcher(junk, one, other, autojunk=autojunk)

    monkeypatch.setattr(names, "SequenceMatcher", counted)
    unite(grown(articles))
    return len(pairs)


def test_articles_that_name_the_same_people_cost_no_new_comparison_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    few = compared(monkeypatch, 4)
    assert few > 0
    assert compared(monkeypatch, 8) <= few


def strangers(articles: int, sort: str) -> list[Story]:
    """So many articles, each of people of its own."""
    rows = []
    for n, story in enumerate(grown(articles)):
        called = {
            a.id: f"{sort}{'bdfgklmnprst'[n % 12]}o{n} {'aeiou'[k % 5]}{'klmnrst'[k % 7]}{sort}{n}x{k}"
            for k, a in enumerate(story.actors)
        }
        rows.append(replace(story, actors=tuple(replace(a, name=called[a.id], aliases=()) for a in story.actors)))
    return rows


def likened(monkeypatch: pytest.MonkeyPatch, stories: list[Story]) -> int:
    """How many pairs of people are held against each other."""
    pairs = []
    asked = names.likeness
    monkeypatch.setattr(names, "likeness", lambda one, other: pairs.append((one, other)) or asked(one, other))
    unite(stories)
    monkeypatch.setattr(names, "likeness", asked)
    return len(pairs)


def test_each_article_that_joins_is_held_against_those_there_once(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = likened(monkeypatch, strangers(5, "zu")), likened(monkeypatch, strangers(10, "wi"))
    assert many <= 5 * few  # pairs of articles, not triples: twice the articles are four times the pairs
