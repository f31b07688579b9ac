"""Which outlets tell an event, which leave it out and on what they differ, in words for the table and `explain`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .captions import STATUS_NAMES, caption, listed, number, type_name, who
from .stories import silent, told_by
from .types import Article, Conflict, Event, Story, Value

QUESTIONS = {
    "actors": "who",
    "targets": "to whom",
    "count": "how many",
    "date": "when",
    "status": "whether",
    "order": "in which order",
}


def names(story: Story) -> dict[str, str]:
    """What to call each article: its outlet, else its title, where no other article has the same, else its id."""
    counted = Counter(name for a in story.articles for name in (a.outlet, a.title))
    return {a.id: next((name for name in (a.outlet, a.title) if name and counted[name] == 1), a.id) for a in story.articles}


def tellers(story: Story, event: Event) -> str:
    """ "told by the Courier and the Bugle (a copy of the Wire); not by the Post"; empty where there is one article only."""
    if len(story.articles) < 2:
        return ""
    called = {a.id: _called(a, names(story)) for a in story.articles}
    heard, left = ([called[id] for id in ids] for ids in (told_by(story, event), silent(story, event)))
    return f"told by {listed(heard)}" + (f"; not by {listed(left)}" if left else "")


def _called(article: Article, known: dict[str, str]) -> str:
    copied = known.get(article.copy_of or "")
    return known[article.id] + (f" (a copy of {copied})" if copied else "")


def differences(story: Story, event: Event) -> Iterator[str]:
    """A line for each field on which the articles differ: "who: Ann Hale (the Courier); Tom Marlowe (the Post)"."""
    known = names(story)
    for conflict in event.conflicts:
        values = (f"{_said(story, conflict, v)} ({listed(known.get(id, id) for id in v.articles)})" for v in conflict.values)
        yield f"{QUESTIONS.get(conflict.field, conflict.field)}: {'; '.join(values)}"


def _said(story: Story, conflict: Conflict, value: Value) -> str:
    """One answer in words: names for ids, an event for the id of one."""
    if conflict.field in {"actors", "targets"}:
        return who(story, value.value.split(", ")) or value.value
    if conflict.field == "status":
        return ", ".join(name.lower() for status, name in STATUS_NAMES.items() if status in value.value.split(", "))
    word, _, id = value.value.partition(" ")
    other = next((e for e in story.events if e.id == id), None)
    return f"{word} “{caption(story, other)}”" if conflict.field == "order" and other else value.value


def footer(story: Story) -> Iterator[str]:
    """Under the table of a story of several articles: who tells which events, and on what they differ."""
    told: dict[str, list[str]] = {}
    for event in story.events:
        told.setdefault(tellers(story, event), []).append(f"{number(event)} {type_name(event.type).lower()}")
    for by, events in told.items() if len(story.articles) > 1 else ():
        yield f"{by[0].upper()}{by[1:]}: {', '.join(events)}."
    for event in story.events:
        for line in differences(story, event):
            yield f"They differ on {number(event)} {type_name(event.type).lower()}, {line}."
