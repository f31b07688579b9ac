"""Stories as JSON and back: the public contract, "order-paper/1". Its schema is story.schema.json beside this file.

Keys stand in the order of the contract, so that two runs give the same bytes; what a telling knows beyond it stays inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import orjson

from ..types import STATUSES, TYPE_PATTERN, Actor, Article, Conflict, Edge, Event, Link, Sanction, Span, Story, Telling, Value

FORMAT = "order-paper/1"
Json = dict[str, Any]


class NotAStory(ValueError):
    """The text is no JSON, or no JSON of this contract; says what was found instead."""


def dumps(stories: Iterable[Story], *, text: bool = True) -> str:
    """The stories as JSON; without the articles' texts unless *text*."""
    whole, how = to_dict(stories, text=text), orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    try:
        return orjson.dumps(whole, option=how).decode()
    except TypeError:  # half of a character, of which no file can tell; a mark stands for it, so that all offsets stay
        return orjson.dumps(_mended(whole), option=how).decode()


def loads(text: str | bytes) -> tuple[Story, ...]:
    """The stories that `dumps` wrote. Raises `NotAStory`."""
    try:
        data = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise NotAStory(f"no JSON ({error})") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotAStory(f'no stories of the format "{FORMAT}"')
    try:
        return tuple(_story(item) for item in data["stories"])
    except (KeyError, TypeError, AttributeError) as error:
        raise NotAStory(f'not as the format "{FORMAT}" has it ({error!r})') from None


def _mended(item: Any) -> Any:
    """The same without halves of characters."""
    if isinstance(item, str):
        return item.encode("utf-8", "replace").decode()
    if isinstance(item, dict):
        return {key: _mended(value) for key, value in item.items()}
    return [_mended(part) for part in item] if isinstance(item, list) else item


def to_dict(stories: Iterable[Story], *, text: bool = True) -> Json:
    """The contract as dictionaries, lists and plain values."""
    return {"format": FORMAT, "stories": [_story_dict(story, text=text) for story in stories]}


def _story_dict(story: Story, *, text: bool) -> Json:
    return {
        "id": story.id,
        "title": story.title,
        "articles": [_article_dict(article, text=text) for article in story.articles],
        "actors": [_actor_dict(actor) for actor in story.actors],
        "events": [_event_dict(event) for event in story.events],
        "order": [_edge_dict(edge) for edge in story.order],
        "links": [_link_dict(link) for link in story.links],
    }


def _article_dict(article: Article, *, text: bool) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "path": article.path,
        "sha256": article.sha256,
        "words": article.words,
        **({"text": article.text} if text else {}),
        "copy_of": article.copy_of,
    }


def _span_dict(span: Span) -> Json:
    return {"article": span.article, "start": span.start, "end": span.end, "text": span.text}


def _actor_dict(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "role": actor.role,
        "party": actor.party,
        "mentions": [_span_dict(span) for span in actor.mentions],
    }


def _event_dict(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "actors": list(event.actors),
        "targets": list(event.targets),
        "status": event.status,
        "source": event.source,
        "rank": event.rank,
        "rank_min": event.rank_min,
        "rank_max": event.rank_max,
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "time_text": event.time_text,
        "place": event.place,
        "quote": event.quote,
        "sanction": _sanction_dict(event.sanction) if event.sanction else None,
        "confidence": event.confidence,
        "evidence": [_telling_dict(telling) for telling in event.evidence],
        "conflicts": [_conflict_dict(conflict) for conflict in event.conflicts],
        "corrected": event.corrected,
    }


def _sanction_dict(sanction: Sanction) -> Json:
    return {"rule": sanction.rule, "until": sanction.until, "assumed": sanction.assumed}


def _telling_dict(telling: Telling) -> Json:
    return {
        **_span_dict(telling.span),
        "rule": telling.rule,
        "voice": telling.voice,
        "actors": list(telling.actors),
        "targets": list(telling.targets),
        "source": telling.source,
        "status": telling.status,
    }


def _conflict_dict(conflict: Conflict) -> Json:
    values = [{"value": value.value, "articles": list(value.articles)} for value in conflict.values]
    return {"field": conflict.field, "values": values}


def _edge_dict(edge: Edge) -> Json:
    return {
        "before": edge.before,
        "after": edge.after,
        "strength": edge.strength,
        "evidence": _span_dict(edge.evidence) if edge.evidence else None,
        "why": edge.why,
    }


def _link_dict(link: Link) -> Json:
    return {"from": link.source, "to": link.target, "type": link.type, "events": list(link.events)}


def _story(item: Json) -> Story:
    story = _read(item)
    for event in story.events:
        if not re.fullmatch(TYPE_PATTERN, event.type) or event.status not in STATUSES:
            raise NotAStory(f"event {event.id} is of a type or status that there is not: {event.type}, {event.status}")
    return story


def dangling(story: Story) -> str:
    """Which event or edge names what the story has not; empty where all ids resolve."""
    actors, events = {a.id for a in story.actors}, {e.id for e in story.events}
    for event in story.events:
        if unknown := {*event.actors, *event.targets, *filter(None, [event.source])} - actors:
            return f"event {event.id} names an actor that the story has not: {', '.join(sorted(unknown))}"
    unknown = {id for edge in story.order for id in (edge.before, edge.after)} - events
    return f"the order names an event that the story has not: {', '.join(sorted(unknown))}" if unknown else ""


def _read(item: Json) -> Story:
    return Story(
        id=item["id"],
        title=item["title"],
        articles=tuple(Article(**{"text": "", **article}) for article in item["articles"]),
        actors=tuple(_actor(actor) for actor in item["actors"]),
        events=tuple(_event(event) for event in item["events"]),
        order=tuple(_edge(edge) for edge in item["order"]),
        links=tuple(Link(link["from"], link["to"], link["type"], tuple(link["events"])) for link in item["links"]),
    )


def _actor(item: Json) -> Actor:
    mentions = tuple(Span(**span) for span in item["mentions"])
    return Actor(**{**item, "aliases": tuple(item["aliases"]), "mentions": mentions})


def _event(item: Json) -> Event:
    made = {
        "actors": tuple(item["actors"]),
        "targets": tuple(item["targets"]),
        "sanction": Sanction(**item["sanction"]) if item["sanction"] else None,
        "evidence": tuple(_telling(telling, item) for telling in item["evidence"]),
        "conflicts": tuple(_conflict(conflict) for conflict in item["conflicts"]),
    }
    return Event(**{**item, **made})


def _telling(item: Json, event: Json) -> Telling:
    return Telling(
        type=event["type"],
        span=Span(item["article"], item["start"], item["end"], item["text"]),
        rule=item["rule"],
        voice=item["voice"],
        actors=tuple(item["actors"]),
        targets=tuple(item["targets"]),
        source=item["source"],
        status=item["status"],
    )


def _conflict(item: Json) -> Conflict:
    return Conflict(item["field"], tuple(Value(value["value"], tuple(value["articles"])) for value in item["values"]))


def _edge(item: Json) -> Edge:
    evidence = Span(**item["evidence"]) if item["evidence"] else None
    return Edge(item["before"], item["after"], item["strength"], item["why"], evidence)
