"""Each kind of correction carried out on a draft: one function a kind. `Lost` where what it is about is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce, singledispatch

from extract.corrections import kinds
from extract.corrections.draft import Draft
from extract.corrections.kinds import What, Who
from extract.corrections.pointing import Lost, actor_of, event_of, placed
from extract.stories.casts import fuller
from extract.stories.uniting import recast
from extract.types import Actor, Edge, Event, Span, Telling


@singledispatch
def carry_out(correction: object, draft: Draft) -> Draft:
    """The draft as the correction has it, and the acts it vouches for. TypeError for what is no correction of a story."""
    raise TypeError(f"{type(correction).__name__} is no correction of a story")


@carry_out.register
def _(correction: kinds.Retype, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    told = tuple(replace(t, type=correction.type) for t in event.evidence)
    return draft.with_event(_sure(replace(event, type=correction.type, evidence=told)))


@carry_out.register
def _(correction: kinds.Restatus, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    draft, source = draft.cast((correction.source,) if correction.source else ())
    return draft.with_event(_sure(replace(event, status=correction.status, source=source[0] if source else None)))


@carry_out.register
def _(correction: kinds.Recast, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    draft, actors = draft.cast(correction.actors)
    draft, targets = draft.cast(correction.targets)
    return draft.with_event(_sure(replace(event, actors=actors, targets=targets)))


@carry_out.register
def _(correction: kinds.Retime, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    first, last = correction.date or correction.earliest, correction.date or correction.latest
    event = _sure(replace(event, date=correction.date, earliest=first, latest=last))
    others = (e for e in draft.story.events if e.id != event.id)
    firm = tuple(edge for other in others if (edge := _by_day(event, other)))
    return replace(draft.with_event(event, moved=True), firm=(*draft.firm, *firm))


def _by_day(event: Event, other: Event) -> Edge | None:
    """Which of two acts the days put first, if they do."""
    for early, late in ((event, other), (other, event)):
        last, opening = early.latest or early.date, late.earliest or late.date
        if last and opening and last[:10] < opening[:10]:
            return Edge(early.id, late.id, 1.0, "correction")
    return None


@carry_out.register
def _(correction: kinds.Reorder, draft: Draft) -> Draft:
    draft, before = draft.event(correction.before)
    draft, after = draft.event(correction.after)
    if before.id == after.id:
        raise Lost("both acts are one now")
    return replace(draft, firm=(*draft.firm, Edge(before.id, after.id, 1.0, "correction")), moved=True)


@carry_out.register
def _(correction: kinds.Reject, draft: Draft) -> Draft:
    event = event_of(draft.story, correction.what)
    if event is None or event.type != correction.what.type:  # nobody tells it any more: so much the better
        return draft
    return draft.without([event.id])


@carry_out.register
def _(correction: kinds.Add, draft: Draft) -> Draft:
    known = event_of(draft.story, correction.what)
    if known is not None and known.type == correction.what.type and _same_people(draft, known, correction.what):
        return draft.with_event(_sure(known))
    draft, made = draft.made(correction.what)
    return draft.with_event(made)


def _same_people(draft: Draft, event: Event, what: What) -> bool:
    """Whether an event is done by those who are said to have done it, to those to whom."""
    return _ids(draft, what.actors) == set(event.actors) and _ids(draft, what.targets) == set(event.targets)


def _ids(draft: Draft, people: Iterable[Who]) -> set[str | None]:
    found = (actor_of(draft.story, one) for one in people)
    return {actor.id if actor else None for actor in found}


@carry_out.register
def _(correction: kinds.Accept, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    what = correction.what
    dated = what.date is None or event.date == what.date
    if (event.type, event.status) == (what.type, what.status) and dated and _same_people(draft, event, what):
        return draft
    if not dated:
        event = replace(event, date=what.date, earliest=what.date, latest=what.date)
    draft, actors = draft.cast(what.actors)  # the machine reads it otherwise now: what was accepted stands
    draft, targets = draft.cast(what.targets)
    return draft.with_event(_sure(replace(event, type=what.type, status=what.status, actors=actors, targets=targets)))


@carry_out.register
def _(correction: kinds.MergeEvents, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    found = (event_of(draft.story, other) for other in correction.others)
    others = [e for e in dict.fromkeys(found) if e is not None and e.id != event.id]
    if not others:
        return draft.with_event(_sure(event))  # the machine has come to the same
    told = dict.fromkeys(t for e in (event, *others) for t in e.evidence)
    whole = _sure(replace(event, evidence=tuple(replace(t, type=event.type) for t in told)))
    for field in ("actors", "targets"):
        whole = replace(whole, **{field: getattr(event, field) or getattr(others[0], field)})
    order = tuple(edge for e in draft.story.order if (edge := _onto(e, {o.id for o in others}, event.id)))
    draft = replace(draft, story=replace(draft.story, order=order))
    return draft.without(o.id for o in others).with_event(whole, moved=True)


def _onto(edge: Edge, gone: set[str], id: str) -> Edge | None:
    """An edge of the events that go into another, as that other's; None where it would tie it to itself."""
    before, after = (id if end in gone else end for end in (edge.before, edge.after))
    return replace(edge, before=before, after=after) if before != after else None


@carry_out.register
def _(correction: kinds.SplitEvent, draft: Draft) -> Draft:
    draft, event = draft.event(correction.what)
    theirs = set(draft.spans(correction.tellings))
    moved = tuple(t for t in event.evidence if t.span in theirs)
    left = tuple(t for t in event.evidence if t.span not in theirs)
    if not left:
        raise Lost("all that tells the act would go with the other")
    if not moved:
        raise Lost("the act is not told by those words")
    new = draft.free("c", {e.id for e in draft.story.events})
    other = _sure(replace(event, id=new, evidence=moved, actors=_of(moved, "actors"), targets=_of(moved, "targets")))
    return draft.with_event(_sure(replace(event, evidence=left))).with_event(other)


def _of(told: tuple[Telling, ...], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for t in told for id in getattr(t, role)))


@carry_out.register
def _(correction: kinds.MergeActors, draft: Draft) -> Draft:
    draft, (id,) = draft.cast((correction.who,))
    found = (actor_of(draft.story, other) for other in correction.others)
    others = [a for a in dict.fromkeys(found) if a is not None and a.id != id]
    chief = draft.story.actor(id)
    whole = replace(reduce(fuller, others, chief), id=id, name=chief.name, kind=chief.kind)
    names = tuple(n for n in dict.fromkeys((*whole.aliases, *(a.name for a in others))) if n != chief.name)
    gone = {a.id: id for a in others}
    cast = (replace(whole, aliases=names) if a.id == id else a for a in draft.story.actors if a.id not in gone)
    return replace(draft, story=recast(draft.story, tuple(cast), gone))


@carry_out.register
def _(correction: kinds.SplitActor, draft: Draft) -> Draft:
    actor = actor_of(draft.story, correction.who)
    if actor is None:
        raise Lost(f"nobody is called {correction.who.name}")
    theirs = set(placed(correction.mentions, draft.articles)) & set(actor.mentions)
    if not theirs:
        raise Lost(f"{actor.name} is not mentioned by those words")
    left = tuple(m for m in actor.mentions if m not in theirs)
    mine = tuple(m for m in actor.mentions if m in theirs)
    other = Actor(draft.free("p", {a.id for a in draft.story.actors}), correction.name, actor.kind, mentions=mine)
    rows = ((replace(a, mentions=left), other) if a.id == actor.id else (a,) for a in draft.story.actors)
    draft = draft.with_actors(a for row in rows for a in row)
    return draft.with_events(_shared_out(e, actor.id, other.id, left, mine) for e in draft.story.events)


def _shared_out(event: Event, id: str, other: str, left: tuple[Span, ...], mine: tuple[Span, ...]) -> Event:
    """An event with another in somebody's place where all the words that tell it mean the other."""
    told = [_meant(t, id, other, left, mine) for t in event.evidence]
    if told == list(event.evidence) or any(id in {*t.actors, *t.targets, t.source} for t in told):
        return replace(event, evidence=tuple(told))
    new = {id: other}
    return replace(
        event,
        actors=tuple(new.get(a, a) for a in event.actors),
        targets=tuple(new.get(a, a) for a in event.targets),
        source=new.get(event.source or "", event.source),
        evidence=tuple(told),
        corrected=True,
    )


def _meant(telling: Telling, id: str, other: str, left: tuple[Span, ...], mine: tuple[Span, ...]) -> Telling:
    """A telling with the other in somebody's place where the other's words are nearer: inside it, else last before it."""
    if not _nearest(telling.span, mine) > _nearest(telling.span, left):
        return telling
    new = {id: other}
    return replace(
        telling,
        actors=tuple(new.get(a, a) for a in telling.actors),
        targets=tuple(new.get(a, a) for a in telling.targets),
        source=new.get(telling.source or "", telling.source),
    )


def _nearest(span: Span, mentions: tuple[Span, ...]) -> int:
    """How near mentions come to a telling: its end for one inside, the place of the last before it, -1 for none."""
    own = [m for m in mentions if m.article == span.article and m.start < span.end]
    return max((span.end if span.holds(m) else m.start for m in own), default=-1)


@carry_out.register
def _(correction: kinds.Rename, draft: Draft) -> Draft:
    actor = actor_of(draft.story, correction.who)
    if actor is None:
        raise Lost(f"nobody is called {correction.who.name}")
    aliases = tuple(a for a in dict.fromkeys((*actor.aliases, actor.name)) if a != correction.name)
    new = replace(
        actor,
        name=correction.name,
        aliases=aliases,
        role=correction.role if correction.role is not None else actor.role,
        party=correction.party if correction.party is not None else actor.party,
    )
    return draft.with_actors(new if a.id == actor.id else a for a in draft.story.actors)


def _sure(event: Event) -> Event:
    """An event that a person vouches for."""
    return replace(event, corrected=True, confidence=1.0)
