"""A log of corrections applied to the machine's story: in its order, without what was undone, each by the words it points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from extract.corrections import kinds
from extract.corrections.carrying import carry_out
from extract.corrections.draft import Draft, Review
from extract.corrections.kinds import Correction, Entry, What
from extract.corrections.ordering import settled
from extract.corrections.pointing import Lost, event_of
from extract.types import Story


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A correction that could not be carried out, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The story as people have it; the acts they vouch for, by id; the corrections made, and those that found no place."""

    story: Story
    reviews: Mapping[str, Review] = field(default_factory=dict)
    applied: tuple[Entry, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def reviewed(self) -> bool:
        """Whether a person vouches for every act; a story without any is nobody's yet."""
        return bool(self.story.events) and all(e.id in self.reviews for e in self.story.events)


def apply(story: Story, log: Iterable[Entry]) -> Corrected:
    """The story with the corrections of a log that are about its articles, in their order; without any, the very story."""
    draft, applied, unplaced = Draft(story), list[Entry](), list[Unplaced]()
    own = {a.id for a in story.articles}
    for entry in (e for e in holding(log) if own.intersection(e.articles)):
        try:
            draft = _carried(entry, draft)
            applied.append(entry)
        except Lost as lost:
            unplaced.append(Unplaced(entry, str(lost)))
    if not applied:
        return Corrected(story, unplaced=tuple(unplaced))
    whole = settled(draft)
    kept = {e.id: draft.reviews[e.id] for e in whole.events if e.id in draft.reviews}
    return Corrected(whole, kept, tuple(applied), tuple(unplaced))


def _carried(entry: Entry, draft: Draft) -> Draft:
    """The draft after one entry, which vouches for the acts that it is about."""
    after = carry_out(entry.correction, replace(draft, seq=entry.seq))
    found = (event_of(after.story, _as_now(entry.correction, act)) for act in _vouched(entry.correction))
    sure = {event.id for event in found if event}
    old = {e.id: e for e in draft.story.events}
    changed = {e.id for e in after.story.events if e.corrected and e != old.get(e.id)}
    review = Review(entry.by, entry.at)
    return replace(after, reviews={**draft.reviews, **dict.fromkeys(sorted(sure | changed), review)})


def _vouched(correction: Correction) -> Iterator[What]:
    """The acts that a correction says to be so, now that it is made."""
    if not isinstance(correction, (kinds.Reject, kinds.Reorder, kinds.Undo, kinds.MergeActors, kinds.SplitActor, kinds.Rename)):
        yield correction.what


def _as_now(correction: Correction, act: What) -> What:
    return replace(act, type=correction.type) if isinstance(correction, kinds.Retype) else act


def holding(log: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that hold: not undone, or undone by what was itself undone."""
    rows = sorted(log, key=lambda e: e.seq)
    out = undone(rows)
    return tuple(e for e in rows if e.seq not in out and not isinstance(e.correction, kinds.Undo))


def undone(log: Iterable[Entry]) -> dict[int, int]:
    """The entries that hold no longer, each with the entry that undid it."""
    out: dict[int, int] = {}
    for entry in sorted(log, key=lambda e: -e.seq):
        if isinstance(entry.correction, kinds.Undo) and entry.seq not in out:
            out.setdefault(entry.correction.seq, entry.seq)
    return out


def batches(log: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """The entries in their order; what one person said of several acts in one breath stands together."""
    grouped = groupby(log, key=lambda e: (e.by, e.at, e.correction.action))
    return tuple(tuple(entries) for _, entries in grouped)
