"""Each figure in a sentence or two, for those who hear it instead of seeing it: plain words, to be escaped where shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from .. import crossings
from ..captions import caption, in_order, number, uncertain
from ..types import Event, Story
from .chips import Tie
from .days import day_name, spells, when
from .graph import ties_of

View = Literal["timeline", "ladder", "calendar", "network", "slope"]
MOST = 10
NOBODY = "No event was found in this text."


def describe(story: Story, view: View = "timeline", *, article: str | None = None) -> str:
    """What a figure of the story shows: "18 events in order: 1 Ama Okoro heckles Piri Tāmati; 2 …; and 8 more." """
    if not story.events:
        return NOBODY
    if view == "calendar":
        return _days(story)
    if view == "network":
        return _ties(story)
    return _told(story, article) if view == "slope" else _order(story)


def _order(story: Story) -> str:
    done = [event for event in in_order(story) if event.status == "happened"]
    said = [caption(story, event) for event in in_order(story) if event.status != "happened"]
    ranks = Counter(event.rank for event in done)
    loose = sum(uncertain(event) or ranks[event.rank] > 1 for event in done)
    parts = [f"{_count(len(done), 'event')} in order: {_listed([_numbered(story, e) for e in done])}."] if done else []
    if loose:
        parts.append(f"The text leaves open where exactly {loose} of them {'stands' if loose == 1 else 'stand'}.")
    if said:
        parts.append(f"Not done, but planned, talked of or denied: {_listed(said)}.")
    return " ".join(parts)


def _days(story: Story) -> str:
    dated, undated = spells(story)
    if not dated:
        return "The text gives no date for any event."
    first, last = min(spell.first for spell in dated), max(spell.last for spell in dated)
    days = f"on {day_name(first)}" if first == last else f"from {day_name(first)} to {day_name(last)}"
    said = [f"{day}: {', '.join(_numbered(story, one.event) for one in run)}" for day, run in groupby(dated[:MOST], key=when)]
    said += [f"and {len(dated) - MOST} more"] if len(dated) > MOST else []
    rest = f" {_count(len(undated), 'event')} without a date." if undated else ""
    return f"{_count(len(dated), 'event')} {days}. {'; '.join(said)}.{rest}"


def _numbered(story: Story, event: Event) -> str:
    return f"{number(event)} {caption(story, event)}" if event.status == "happened" else caption(story, event)


def _ties(story: Story) -> str:
    ties = ties_of(story)
    known = {actor.id for actor in story.actors}
    cast = {id for event in story.events for id in (*event.actors, *event.targets)} & known
    alone = len(cast - {id for tie in ties for id in (tie.source, tie.target)})
    if not ties:
        return f"{_count(len(cast), 'actor')}; the text names nobody on whom they act."
    more = f" {_count(alone, 'actor')} {'is' if alone == 1 else 'are'} tied to nobody." if alone else ""
    return f"{_count(len(cast), 'actor')} and {_count(len(ties), 'tie')}: {_listed([_tie(story, tie) for tie in ties])}.{more}"


def _tie(story: Story, tie: Tie) -> str:
    act = caption(story, replace(story.event(tie.events[0]), actors=(tie.source,), targets=(tie.target,)))
    return f"{act} ({tie.numbers})" if tie.done else act


def _told(story: Story, article: str | None) -> str:
    jumps = [crossings.sentence(story, jump) for jump in crossings.jumps(story, article)]
    return " ".join(["Order told against order happened.", crossings.summary(story, article), *jumps[:MOST]])


def _listed(parts: Sequence[str]) -> str:
    shown = list(parts[:MOST])
    rest = len(parts) - len(shown)
    return "; ".join([*shown, *([f"and {rest} more"] if rest else [])])


def _count(size: int, word: str) -> str:
    return f"{size} {word}{'' if size == 1 else 's'}"
