"""A story as FollowTheMoney entities, one JSON a line, for Aleph and its kin: articles, people, events and ties.

Ids are of the letters that FollowTheMoney allows, and begin with the story's, so that two stories do not run into each other.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from ..captions import caption, in_order, type_name
from ..reviews import Reviews
from ..types import Actor, ActorKind, Article, Event, Link, Story
from .parts import safe
from .rows import names, review_of, words_of
from .wording import day, on_one_line

Json = dict[str, Any]
SCHEMAS: dict[ActorKind, str] = {"person": "Person", "group": "Organization", "office": "PublicBody"}


def ftm(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """The entities, one a line."""
    lines = (json.dumps(entity, ensure_ascii=False) for entity in entities(story, reviewed=reviewed or {}))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def entities(story: Story, *, reviewed: Reviews) -> Iterator[Json]:
    """Articles first, then who is in them, then what they did: whatever is pointed at stands before what points."""
    yield from (_article(story, article) for article in story.articles)
    yield from (_actor(story, actor) for actor in story.actors)
    yield from (_event(story, event, reviewed) for event in in_order(story))
    known = {actor.id for actor in story.actors}
    yield from (_link(story, link) for link in story.links if {link.source, link.target} <= known)


def _article(story: Story, a: Article) -> Json:
    said = {
        "name": [a.title or a.id],
        "title": [a.title],
        "fileName": [PurePath(a.path or a.id).name],
        "author": [a.author],
        "publisher": [a.outlet],
        "publishedAt": [_day(a.published)],
        "sourceUrl": [a.url if safe(a.url) else None],
    }
    return _entity(_id(story, "article", a.id), "Article", said)


def _actor(story: Story, actor: Actor) -> Json:
    said: dict[str, Iterable[str | None]] = {"name": [actor.name], "alias": actor.aliases}
    if actor.kind == "person":
        said |= {"position": [actor.role], "political": [actor.party]}
    else:
        said |= {"description": [actor.role, actor.party]}
    return _entity(_id(story, "actor", actor.id), SCHEMAS[actor.kind], said)


def _event(story: Story, event: Event, reviewed: Reviews) -> Json:
    ids = {actor.id for actor in story.actors}
    people = [id for id in dict.fromkeys((*event.actors, *event.targets)) if id in ids]
    told = dict.fromkeys(telling.span.article for telling in event.evidence)
    said = {
        "name": [caption(story, event)],
        "summary": [words_of(event)],
        "description": [f"{event.status}; {review_of(event, reviewed)}; place {event.rank} in the order"],
        "keywords": [type_name(event.type)],
        "date": [_day(event.date)],
        "startDate": [_day(event.earliest)],
        "endDate": [_day(event.latest)],
        "organizer": [_id(story, "actor", id) for id in event.actors if id in ids],
        "involved": [_id(story, "actor", id) for id in people],
        "proof": [_id(story, "article", id) for id in told if id in {article.id for article in story.articles}],
        "recordId": [event.id],
    }
    return _entity(_id(story, "event", event.id), "Event", said)


def _link(story: Story, link: Link) -> Json:
    """Who did what to whom; a tie that only plans or denials make says so, since nobody should take it for done."""
    statuses = dict.fromkeys(event.status for event in story.events if event.id in link.events)
    undone = "" if not statuses or "happened" in statuses else f" ({', '.join(statuses)})"
    said = {
        "subject": [_id(story, "actor", link.source)],
        "object": [_id(story, "actor", link.target)],
        "role": [type_name(link.type) + undone],
        "summary": [f"{names(story, [link.source])} → {names(story, [link.target])}: {type_name(link.type)}, {len(link.events)}"],
        "recordId": list(link.events),
    }
    return _entity(_id(story, "link", f"{link.source} {link.type} {link.target}"), "UnknownLink", said)


def _entity(id: str, schema: str, said: dict[str, Any]) -> Json:
    lines = {name: list(dict.fromkeys(filter(None, map(on_one_line, values)))) for name, values in said.items()}
    return {
        "id": id,
        "schema": schema,
        "properties": {name: values for name, values in lines.items() if values},
    }


def _id(story: Story, kind: str, id: str) -> str:
    """ "order-paper-s1-actor-okoro"; with a digest where the id has letters that may not stand in one."""
    whole = f"{story.id}-{kind}-{id}"
    plain = re.sub(r"[^0-9A-Za-z.-]+", "-", whole).strip(".-")[:120].strip(".-")
    digest = "" if plain == whole else f"-{hashlib.sha256(whole.encode('utf-8', 'replace')).hexdigest()[:10]}"
    return f"order-paper-{plain}{digest}"


def _day(text: str | None) -> str | None:
    found = day(text)
    return found.isoformat() if found else None
