"""Articles that tell one story become one Story: its articles grouped, its actors and acts united, its conflicts kept.

`merge` finds the stories among many articles, `unite` makes one story of those that are known to be one, `changes` says what a
later version tells otherwise; `told_by` and `silent` say who tells an event and who does not, `sources` counts copies once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from extract.stories import conflicts, copies
from extract.stories.casts import same_actor, same_name
from extract.stories.changes import Change, Changes, changes
from extract.stories.copies import near
from extract.stories.grouping import alike, groups
from extract.stories.uniting import join
from extract.types import Event, Story

__all__ = [
    "Change", "Changes", "alike", "changes", "join", "merge", "near", "same_actor", "same_name", "silent", "sources", "told_by",
    "unite",
]  # fmt: skip


def merge(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Stories, each once, grouped and merged; one of several articles goes on with those that tell the same."""
    rows = _leading(stories)
    return tuple(sorted((unite(group) for group in groups(rows)), key=lambda s: s.id))


def unite(stories: Iterable[Story]) -> Story:
    """Stories known to be one, merged; the one that tells most acts leads. ValueError for none."""
    rows = _new(_leading(stories))
    if not rows:
        raise ValueError("no story to unite")
    if len(rows) == 1:
        return rows[0]
    whole = reduce(join, rows)
    return conflicts.marked(replace(whole, articles=copies.marked(whole.articles)), rows)


def _leading(stories: Iterable[Story]) -> list[Story]:
    """Stories of several articles first, then those that tell most; the same whatever the order given."""
    return sorted(dict.fromkeys(stories), key=lambda s: (-len(s.articles), -len(s.events), s.id))


def _new(stories: Sequence[Story]) -> list[Story]:
    """The stories that hold an article which none before them holds."""
    kept: list[Story] = []
    for story in stories:
        if not {a.id for a in story.articles} <= {a.id for one in kept for a in one.articles}:
            kept.append(story)
    return kept


def told_by(story: Story, event: Event) -> tuple[str, ...]:
    """The articles that tell an event, in the story's order."""
    telling = {t.span.article for t in event.evidence}
    return tuple(a.id for a in story.articles if a.id in telling)


def silent(story: Story, event: Event) -> tuple[str, ...]:
    """The articles that leave an event out, in the story's order."""
    telling = told_by(story, event)
    return tuple(a.id for a in story.articles if a.id not in telling)


def sources(story: Story, event: Event) -> tuple[str, ...]:
    """The articles that tell an event, a text and its copies counted once: for the original, else for the first of its copies."""
    source = copies.originals(story.articles)
    first: dict[str, str] = {}
    for id in sorted(told_by(story, event), key=lambda id: source[id] != id):
        first.setdefault(source[id], id)
    return tuple(a.id for a in story.articles if a.id in first.values())
