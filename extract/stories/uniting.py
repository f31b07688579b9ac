"""Two stories that tell the same become one: one cast, each act once with all its tellings, the order of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract.closure import edges_of, graph_of
from extract.company import Company
from extract.order import ranked, renumbered
from extract.stories import acts, casts, deeds
from extract.story import links
from extract.types import Actor, Article, Edge, Event, Story, Telling

ROUNDS = 3  # of learning from deeds who somebody is, and from that which deeds are one


def join(base: Story, other: Story) -> Story:
    """The base with another story's tellings in it; what only the other tells becomes an event of its own."""
    base, other = _one_cast(base, other)
    company = Company.of(base.actors)
    paired = acts.pairing(base.events, other.events, company)
    said = {event.id: acts.said(event) for event in base.events}
    told: dict[str, list[Telling]] = {}
    extra: list[Event] = []
    homes: dict[str, str] = {}
    for event in other.events:
        places = _destinations(base, said, event, paired.get(event.id))
        if not places:
            extra.append(replace(event, id=f"x{len(extra) + 1}"))
        homes[event.id] = _usual(places.values()) if places else extra[-1].id
        for telling, id in places.items():
            told.setdefault(id, []).append(telling)
    same = {e.id: [o for o in other.events if homes[o.id] == e.id] for e in base.events}
    events = (*(_enriched(e, told.get(e.id, []), same[e.id], company) for e in base.events), *extra)
    return _ordered(replace(base, articles=_articles(base, other), events=events), other.order, homes)


def _articles(base: Story, other: Story) -> tuple[Article, ...]:
    known = {a.id for a in base.articles}
    return (*base.articles, *(a for a in other.articles if a.id not in known))


def _usual(ids: Iterable[str]) -> str:
    """The id that stands most often; the first of the alphabet where several do."""
    rows = list(ids)
    return max(sorted(set(rows)), key=rows.count)


def _one_cast(base: Story, other: Story) -> tuple[Story, Story]:
    """Both stories with one cast, first by what its people are called, then by what they do, until no deed tells more."""
    actors, *ids = casts.united(base.actors, other.actors)
    base, other = (recast(story, actors, own) for story, own in zip((base, other), ids, strict=True))
    for _ in range(ROUNDS):
        paired = acts.pairing(base.events, other.events, Company.of(base.actors))
        actors, own = deeds.followed(base.actors, deeds.meant(base.actors, base.events, other.events, paired))
        if not own:
            break
        base, other = recast(base, actors, own), recast(other, actors, own)
    return base, other


def recast(story: Story, actors: tuple[Actor, ...], ids: casts.Ids) -> Story:
    """The story with another cast."""
    return replace(story, actors=actors, events=tuple(_renamed(e, ids) for e in story.events))


def _renamed(event: Event, ids: casts.Ids) -> Event:
    """The event and its tellings with the merged cast's ids."""
    rows: tuple[Event | Telling, ...] = (event, *event.evidence)
    people = {id for told in rows for id in (*told.actors, *told.targets, told.source)}
    if all(ids.get(id or "", id) == id for id in people):
        return event

    def new(group: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids.get(id, id) for id in group))

    tellings = tuple(
        replace(t, actors=new(t.actors), targets=new(t.targets), source=ids.get(t.source or "", t.source)) for t in event.evidence
    )
    source = ids.get(event.source or "", event.source)
    return replace(event, actors=new(event.actors), targets=new(event.targets), source=source, evidence=tellings)


def _destinations(base: Story, said: Mapping[str, acts.Said], event: Event, paired: str | None) -> dict[Telling, str]:
    """For each telling of an event, the base's event that tells it: by its copy, else with the event's other tellings."""
    copies = {t: id for t in event.evidence if (id := _copy_of(base, said, t)) is not None}
    if not copies:
        return dict.fromkeys(event.evidence, paired) if paired else {}
    body = [id for t, id in copies.items() if not t.lead] or list(copies.values())
    usual = _usual(body)
    return {t: copies.get(t, usual) for t in event.evidence}


def _copy_of(base: Story, said: Mapping[str, acts.Said], telling: Telling) -> str | None:
    """The base's event of which a telling is a copied clause."""
    clause = acts.Said(frozenset({telling.span.text.lower()}), frozenset(), frozenset())
    return next((e.id for e in base.events if e.type == telling.type and said[e.id].copied(clause)), None)


def _enriched(event: Event, told: list[Telling], others: list[Event], company: Company) -> Event:
    """An act with another article's tellings: what its own article left open the other may say."""
    held = {(t.span, t.rule) for t in event.evidence}
    evidence = (*event.evidence, *(t for t in told if (t.span, t.rule) not in held))
    if not others:
        return replace(event, evidence=evidence)
    dated = event if event.date else next((o for o in others if o.date), others[0])
    return replace(
        event,
        actors=_filled(event.actors, [o.actors for o in others], company),
        targets=_filled(event.targets, [o.targets for o in others], company),
        source=event.source if all(o.source for o in others) else None,
        quote=event.quote or next((o.quote for o in others if o.quote), None),
        place=event.place or next((o.place for o in others if o.place), None),
        date=dated.date,
        earliest=dated.earliest,
        latest=dated.latest,
        sanction=event.sanction or next((o.sanction for o in others if o.sanction), None),
        evidence=evidence,
    )


def _filled(ids: tuple[str, ...], others: list[tuple[str, ...]], company: Company) -> tuple[str, ...]:
    """The people of a role, with those of other articles where this one leaves somebody unnamed."""
    return company.told([ids, *others]) if not ids or any(company.vague(id) for id in ids) else ids


def _ordered(story: Story, added: Iterable[Edge], homes: Mapping[str, str]) -> Story:
    """The order of both, the surest first; of two as sure the base's stands, and what would close a circle is left out."""
    new = (replace(e, before=homes[e.before], after=homes[e.after]) for e in added if e.before in homes and e.after in homes)
    graph = graph_of(story.events, sorted((*story.order, *new), key=lambda e: -e.strength))
    drawn = {e.id: e.rank for e in story.events}  # what no edge orders stays as its own article has it
    events, order = renumbered(ranked(story.events, graph, drawn), edges_of(graph))
    return replace(story, events=events, order=order, links=links(events))
