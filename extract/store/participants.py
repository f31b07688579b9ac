"""Who takes part in each event, under a name by which the same person is known in every story; and which outlets tell it.

The same name in two stories is taken for the same person: nothing that is read says otherwise, and the dashboard says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from extract.captions import caption
from extract.store import schema
from extract.store.withholding import BLOCK, plain
from extract.stories.sorts import presides
from extract.types import Actor, Event, Story

BATCH = 500
TABLES = (schema.participants, schema.tellers)


def remove(connection: sa.Connection, story: str) -> None:
    """Takes out who took part in a story, and who told it."""
    for table in TABLES:
        connection.execute(sa.delete(table).where(table.c.story == story))


def write(connection: sa.Connection, story: Story) -> None:
    """Puts a story's participants and tellers in the place of what was known of them."""
    remove(connection, story.id)
    for table, rows in zip(TABLES, (_participants(story), _tellers(story)), strict=True):
        if made := list(rows):
            connection.execute(sa.insert(table), made)


def details(story: Story, event: Event) -> dict[str, Any]:
    """What lists and filters across stories ask of an event."""
    sanction, said = event.sanction, _day(event.date)
    return {
        "day": said or published(story, event),
        "dated": said is not None,
        "place": event.place,
        "confidence": event.confidence,
        "sanction_rule": sanction.rule if sanction else None,
        "sanction_until": _day(sanction.until) if sanction else None,
        "sanction_assumed": sanction.assumed if sanction else None,
        "caption": caption(story, event),
        "quote": event.quote,
    }


def published(story: Story, event: Event) -> str | None:
    """The first day on which an article that tells the event came out; of any article where none that tells it has a date."""
    telling = {t.span.article for t in event.evidence}
    days = sorted((a.id not in telling, day) for a in story.articles if (day := _day(a.published)))
    return days[0][1] if days else None


def _day(text: str | None) -> str | None:
    """An ISO date, or the date of a time; None for anything else that stands there."""
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return None


def key(story: Story, actor: Actor) -> str:
    """The name without capitals, accents and points: "Piri Tāmati" is "piri tamati". A withheld name is nobody else's."""
    return "" if BLOCK in actor.name else plain(actor.name)


def party(actor: Actor) -> str | None:
    """The party under one name: "the Labour Party" is "Labour"; a "Party" that is the whole name stays."""
    return re.sub(r"^the\s+|(?<=\S)\s+party$", "", (actor.party or "").strip(), flags=re.IGNORECASE) or None


def _participants(story: Story) -> Iterator[dict[str, Any]]:
    cast = {actor.id: _described(story, actor) for actor in story.actors}
    for event in story.events:
        for side, ids in (("doer", event.actors), ("target", event.targets)):
            for id in dict.fromkeys(ids):
                if id in cast:
                    yield {"story": story.id, "event": event.id, "side": side, **cast[id]}


def _described(story: Story, actor: Actor) -> dict[str, Any]:
    belongs = party(actor)
    return {
        "actor": actor.id,
        "name": actor.name,
        "key": key(story, actor) or plain(f"unnamed {story.id} {actor.id}"),
        "kind": actor.kind,
        "party": belongs,
        "party_key": plain(belongs) or None if belongs else None,
        "role": actor.role,
        "chair": presides(actor),
    }


def _tellers(story: Story) -> Iterator[dict[str, str]]:
    outlets = {a.id: a.outlet for a in story.articles}
    for event in story.events:
        told = {outlets.get(t.span.article) for t in event.evidence} - {None, ""}
        yield from ({"story": story.id, "event": event.id, "outlet": outlet} for outlet in sorted(filter(None, told)))
