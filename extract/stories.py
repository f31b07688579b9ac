"""Articles that tell one story become one Story: copied and nearly copied sentences carry the acts across.

Two events are joined only where both articles resolve them alike; else the article that tells more acts decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import reduce
from itertools import chain

from extract.order import edges_of, graph_of, ranked, renumbered
from extract.story import links
from extract.types import Actor, Edge, Event, Story, Telling

NEAR = 0.9  # share of equal characters from which two sentences are one sentence copied or lightly edited
SHARED = 2  # copied sentences from which two articles tell one story; one may be a stock phrase


def merge(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Stories of single articles, each once, grouped and merged; the story that tells most acts leads its group."""
    groups: list[list[Story]] = []
    for story in sorted(dict.fromkeys(stories), key=_leading):
        mine = [g for g in groups if any(alike(story, other) for other in g)]
        groups = [g for g in groups if all(g is not m for m in mine)]
        groups.append(sorted([*chain.from_iterable(mine), story], key=_leading))
    return tuple(sorted((reduce(join, group) for group in groups), key=lambda s: s.id))


def _leading(story: Story) -> tuple[int, str]:
    return -len(story.events), story.id


def sentences(text: str) -> list[str]:
    """The sentences of a text, plain, for comparison only."""
    rows = re.split(r"(?<=[.!?\"”])\s+|\n+", text)
    return [re.sub(r"\W+", " ", row.lower()).strip() for row in rows if len(row) > 40]


def alike(one: Story, other: Story) -> bool:
    """Whether two stories share enough sentences to be one; equal texts always are."""
    theirs = {s for article in other.articles for s in sentences(article.text)}
    mine = {s for article in one.articles for s in sentences(article.text)}
    shared = mine & theirs
    if len(shared) < SHARED:
        shared = shared | {a for a in mine for b in theirs if near(a, b)}
    return len(shared) >= SHARED


def near(one: str, other: str) -> bool:
    """Whether two passages are the same but for a few characters."""
    if abs(len(one) - len(other)) > 0.2 * max(len(one), len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def join(base: Story, other: Story) -> Story:
    """The base with another article's tellings in it; what only the other tells becomes an event of its own."""
    actors, ids = _cast(base, other)
    told: dict[str, list[Telling]] = {}
    extra: list[Event] = []
    homes: dict[str, str] = {}
    for event in (_renamed(e, ids) for e in other.events):
        targets = _destinations(base, event)
        if not targets:
            fresh = replace(event, id=f"x{len(extra) + 1}")
            extra.append(fresh)
            homes[event.id] = fresh.id
            continue
        homes[event.id] = max(set(targets.values()), key=list(targets.values()).count)
        for telling, id in targets.items():
            told.setdefault(id, []).append(telling)
    events = tuple(replace(e, evidence=(*e.evidence, *told.get(e.id, ()))) for e in base.events) + tuple(extra)
    return _ordered(replace(base, articles=(*base.articles, *other.articles), actors=actors, events=events), other, homes)


def _destinations(base: Story, event: Event) -> dict[Telling, str]:
    """For each telling of an event, the base's event that tells it: by its copy, else with the event's other tellings."""
    copies = {t: id for t in event.evidence if (id := _copy_of(base, event, t)) is not None}
    if not copies:
        alone = [e.id for e in base.events if _same_act(e, event)]
        return dict.fromkeys(event.evidence, alone[0]) if len(alone) == 1 else {}
    body = [id for t, id in copies.items() if not t.lead] or list(copies.values())
    usual = max(set(body), key=body.count)
    return {t: copies.get(t, usual) for t in event.evidence}


def _copy_of(base: Story, event: Event, telling: Telling) -> str | None:
    """The base's event of which a telling is a copied clause, told of the same people."""
    for mine in base.events:
        if mine.type == event.type and any(near(t.span.text.lower(), telling.span.text.lower()) for t in mine.evidence):
            return mine.id
    return None


def _same_act(one: Event, other: Event) -> bool:
    """Whether both articles resolve an act alike: type, status, actors and targets; acts done more than once are left apart."""
    return (one.type, one.status, set(one.actors), set(one.targets)) == (
        other.type,
        other.status,
        set(other.actors),
        set(other.targets),
    )


def _cast(base: Story, other: Story) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """One cast for both: the same name, or the same office, is the same actor."""
    actors = list(base.actors)
    ids: dict[str, str] = {}
    for actor in other.actors:
        known = next((a for a in actors if same_actor(a, actor)), None)
        if known is None:
            fresh = _free(actor.id, actors)
            actors.append(replace(actor, id=fresh))
            ids[actor.id] = fresh
            continue
        ids[actor.id] = known.id
        actors[actors.index(known)] = _fuller(known, actor)
    return tuple(actors), ids


def same_actor(one: Actor, other: Actor) -> bool:
    """Whether two articles mean one actor: a person by name, an office by its title, a group by its words."""
    if one.kind == other.kind == "person":
        return same_name(one.name, other.name)
    forms = {f.lower() for f in (one.name, *one.aliases)}
    theirs = {f.lower() for f in (other.name, *other.aliases)}
    if one.kind == other.kind:
        return one.name.lower() in theirs or other.name.lower() in forms
    return {one.kind, other.kind} == {"person", "office"} and bool(forms & theirs)


def same_name(one: str, other: str) -> bool:
    """Whether a name is another or its shorter form: "Marlowe" of "Tom Marlowe"; never "Ann Marlowe"."""
    short, long = sorted((one.lower().split(), other.lower().split()), key=len)
    return short[-1] == long[-1] and set(short) <= set(long)


def _free(id: str, actors: list[Actor]) -> str:
    taken = {a.id for a in actors}
    return id if id not in taken else next(f"{id}-{n}" for n in range(2, len(taken) + 3) if f"{id}-{n}" not in taken)


def _fuller(one: Actor, other: Actor) -> Actor:
    """One actor of two: the longer name, all forms, all mentions."""
    person = one if one.kind == "person" else other if other.kind == "person" else one
    name = max((a.name for a in (one, other) if a.kind == person.kind), key=len)
    aliases = tuple(dict.fromkeys(f for f in (*one.aliases, *other.aliases, one.name, other.name) if f != name))
    return replace(
        one,
        name=name,
        kind=person.kind,
        aliases=aliases,
        role=one.role or other.role,
        party=one.party or other.party,
        mentions=(*one.mentions, *other.mentions),
    )


def _renamed(event: Event, ids: dict[str, str]) -> Event:
    """The event and its tellings with the merged cast's ids."""

    def new(group: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids.get(id, id) for id in group)

    tellings = tuple(
        replace(t, actors=new(t.actors), targets=new(t.targets), source=ids.get(t.source or "", t.source)) for t in event.evidence
    )
    return replace(
        event,
        actors=new(event.actors),
        targets=new(event.targets),
        source=ids.get(event.source or "", event.source),
        evidence=tellings,
    )


def _ordered(story: Story, other: Story, homes: dict[str, str]) -> Story:
    """The order of the base with what the other's order adds; what would close a circle is left out."""
    added = [
        Edge(homes[e.before], homes[e.after], e.strength, e.why, e.evidence)
        for e in other.order
        if homes.get(e.before) and homes.get(e.after)
    ]
    graph = graph_of(story.events, (*story.order, *sorted(added, key=lambda e: -e.strength)))
    events, order = renumbered(ranked(story.events, graph), edges_of(graph))
    return replace(story, events=events, order=order, links=links(events))


def told_by(story: Story, event: Event) -> tuple[str, ...]:
    """The articles that tell an event, in the story's order."""
    telling = {t.span.article for t in event.evidence}
    return tuple(a.id for a in story.articles if a.id in telling)
