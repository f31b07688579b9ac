"""A story while corrections are carried out on it: what people say of order is kept apart until all is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from extract.corrections.kinds import What, Who
from extract.corrections.pointing import Lost, actor_of, event_of, placed
from extract.types import Actor, Article, Edge, Event, Span, Story, Telling

RULE = "correction"  # by which what a person adds was read


@dataclass(frozen=True, slots=True)
class Review:
    """Who says that an act is so, and when."""

    by: str
    at: str


@dataclass(frozen=True)
class Draft:
    """The story so far; what is said of order; which acts a person has vouched for; *seq* numbers what is new."""

    story: Story
    firm: tuple[Edge, ...] = ()
    reviews: Mapping[str, Review] = field(default_factory=dict)
    seq: int = 0
    moved: bool = False  # whether acts came, went or changed places, so that ranks must be found again

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {a.id: a for a in self.story.articles}

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Passages as they stand now. Lost when none does."""
        found = tuple(placed(spans, self.articles))
        if not found:
            raise Lost("its words no longer stand in the text")
        return found

    def with_events(self, events: Iterable[Event], *, moved: bool = False) -> Draft:
        """The draft with other events."""
        return replace(self, story=replace(self.story, events=tuple(events)), moved=self.moved or moved)

    def with_event(self, event: Event, *, moved: bool = False) -> Draft:
        """The draft with an event in the place of the one of its id, or with one more."""
        events = self.story.events
        known = any(e.id == event.id for e in events)
        changed = (event if e.id == event.id else e for e in events)
        return self.with_events(changed if known else (*events, event), moved=moved or not known)

    def without(self, ids: Iterable[str]) -> Draft:
        """The draft without some events; what they stood between keeps its order."""
        gone, order = set(ids), self.story.order
        for id in gone:
            order = _bridged(order, id)
        left = tuple(e for e in self.story.events if e.id not in gone)
        firm = tuple(e for e in self.firm if not {e.before, e.after} & gone)
        return replace(self, story=replace(self.story, events=left, order=order), firm=firm, moved=True)

    def event(self, what: What) -> tuple[Draft, Event]:
        """The act that is meant; written down again where the machine no longer finds it. Lost when its words are gone."""
        found = event_of(self.story, what)
        if found is not None:
            return self, found
        draft, made = self.made(what)
        return draft.with_event(made), made

    def made(self, what: What) -> tuple[Draft, Event]:
        """A new event of what a person says, with the people it takes; it stands where it is told."""
        spans = self.spans(what.tellings)
        draft, actors = self.cast(what.actors)
        draft, targets = draft.cast(what.targets)
        draft, source = draft.cast((what.source,) if what.source else ())
        by = source[0] if source else None
        told = tuple(
            Telling(
                what.type, s, RULE, at=s.start, actors=actors, targets=targets, source=by, status=what.status, quote=what.quote
            )
            for s in spans
        )
        return draft, Event(
            draft.free("c", {e.id for e in self.story.events}),
            what.type,
            actors,
            targets,
            what.status,
            by,
            rank=self._rank_at(spans[0]),
            date=what.date,
            earliest=what.date,
            latest=what.date,
            quote=what.quote,
            evidence=told,
            corrected=True,
        )

    def cast(self, people: Iterable[Who]) -> tuple[Draft, tuple[str, ...]]:
        """The ids of people, those whom the story does not know taken into it."""
        draft, ids = self, list[str]()
        for one in people:
            actor = actor_of(draft.story, one)
            if actor is None:
                mentions = tuple(placed(one.mentions, draft.articles))
                id = draft.free("p", {a.id for a in draft.story.actors})
                actor = Actor(id, one.name, one.kind, role=one.role, party=one.party, mentions=mentions)
                draft = draft.with_actors((*draft.story.actors, actor))
            ids.append(actor.id)
        return draft, tuple(dict.fromkeys(ids))

    def with_actors(self, actors: Iterable[Actor]) -> Draft:
        """The draft with another cast."""
        return replace(self, story=replace(self.story, actors=tuple(actors)))

    def free(self, letter: str, taken: set[str]) -> str:
        """An id for what this correction makes, that nothing else has."""
        name = f"{letter}{self.seq}"
        return next(id for id in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if id not in taken)

    def _rank_at(self, span: Span) -> int:
        """The place of what is told last before a passage."""
        told = [(t.span, e.rank) for e in self.story.events for t in e.evidence if t.span.article == span.article]
        return max(((at, rank) for at, rank in told if at < span), default=(span, 1))[1]


def _bridged(order: tuple[Edge, ...], id: str) -> tuple[Edge, ...]:
    """The order without an event: what stood before it still stands before what came after it."""
    firsts, lasts = [e for e in order if e.after == id], [e for e in order if e.before == id]
    through = (
        Edge(early.before, late.after, *min((early.strength, early.why), (late.strength, late.why)))
        for early in firsts
        for late in lasts
    )
    return (*(e for e in order if id not in {e.before, e.after}), *through)
