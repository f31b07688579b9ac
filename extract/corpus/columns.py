"""The two tables of a corpus, and a story as rows of them: one row an event, one row an article, read or not.

`events`: `article` is the place of the article in the input (file#row), the key of `articles`; `event` its id within the article.
`type`, `status`, `rank` (with `rank_min` and `rank_max`: how far it could move), `date`, `earliest`, `latest`, `time_text`,
`place`, `quote`, `confidence` are those of the public contract. `actors` and `targets` are full names, `source` whoever claims
it; `cast` has each of them with kind, role, party, and each mention in the text. `evidence` are the passages that tell the event,
with the rule that read them. `follows` are the events of the same article that came right before it, each with the reason.
`sanction_rule` and `sanction_until` say until when somebody is out.

`articles`: `article`, the article's own `id`, `title`, `outlet`, `author`, `published`, `url`, `sha256` of its text, `words`;
`outcome`: *told* (with its number of `events`), *silent* (parsed, no event), *passed over* (it holds no word of a sitting
legislature, or none of an act, and was not parsed), *skipped* (not read: `reason`), *failed* (a fault of ours: `reason`).
Offsets count code points.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from extract.types import Actor, Article, Event, Story, Telling

_S, _I, _F = pa.string(), pa.int32(), pa.float32()
_SPAN = [("start", _I), ("end", _I), ("text", _S)]
_ACTOR = [("name", _S), ("kind", _S), ("role", _S), ("party", _S), ("mentions", pa.list_(pa.struct(_SPAN)))]
_TELLING = [*_SPAN, ("rule", _S), ("voice", _S), ("status", _S)]
_BEFORE = [("event", _S), ("why", _S), ("strength", _F)]

EVENTS = pa.schema(
    [(name, _S) for name in ("article", "event", "type", "status")]
    + [(name, _I) for name in ("rank", "rank_min", "rank_max")]
    + [("actors", pa.list_(_S)), ("targets", pa.list_(_S)), ("source", _S)]
    + [(name, _S) for name in ("date", "earliest", "latest", "time_text", "place", "quote", "sanction_rule", "sanction_until")]
    + [("confidence", _F), ("evidence", pa.list_(pa.struct(_TELLING))), ("cast", pa.list_(pa.struct(_ACTOR)))]
    + [("follows", pa.list_(pa.struct(_BEFORE)))]
)
ARTICLES = pa.schema(
    [(name, _S) for name in ("article", "id", "title", "outlet", "author", "published", "url", "sha256")]
    + [("words", _I), ("outcome", _S), ("events", _I), ("reason", _S)]
)
OUTCOMES = ("told", "silent", "passed over", "skipped", "failed")
Row = dict[str, Any]


def events(story: Story) -> list[Row]:
    """A row for each event of the story of one article."""
    return [_event(story, event) for event in story.events]


def article(one: Article, outcome: str, *, events: int = 0, reason: str | None = None) -> Row:
    """The row of an article that was read."""
    told = {name: getattr(one, name) for name in ("id", "title", "outlet", "author", "published", "url", "sha256", "words")}
    return {"article": one.path or one.id, **told, "outcome": outcome, "events": events, "reason": reason}


def unread(place: str, reason: str) -> Row:
    """The row of what could not be read."""
    return {**dict.fromkeys(ARTICLES.names), "article": place, "outcome": "skipped", "events": 0, "reason": reason}


def table(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema)


def _event(story: Story, event: Event) -> Row:
    ids = dict.fromkeys(filter(None, (*event.actors, *event.targets, event.source)))
    sanction = event.sanction
    same = ("type", "status", "rank", "rank_min", "rank_max", "date", "earliest", "latest", "time_text", "place", "quote")
    return {
        "article": story.articles[0].path or story.articles[0].id,
        "event": event.id,
        **{name: getattr(event, name) for name in same},
        "actors": [story.actor(id).name for id in event.actors],
        "targets": [story.actor(id).name for id in event.targets],
        "source": story.actor(event.source).name if event.source else None,
        "sanction_rule": sanction.rule if sanction else None,
        "sanction_until": sanction.until if sanction else None,
        "confidence": event.confidence,
        "evidence": [_telling(telling) for telling in event.evidence],
        "cast": [_actor(story.actor(id)) for id in ids],
        "follows": [{"event": e.before, "why": e.why, "strength": e.strength} for e in story.order if e.after == event.id],
    }


def _telling(telling: Telling) -> Row:
    span = telling.span
    told = {"rule": telling.rule, "voice": telling.voice, "status": telling.status}
    return {"start": span.start, "end": span.end, "text": span.text, **told}


def _actor(actor: Actor) -> Row:
    mentions = [{"start": span.start, "end": span.end, "text": span.text} for span in actor.mentions]
    return {"name": actor.name, "kind": actor.kind, "role": actor.role, "party": actor.party, "mentions": mentions}
