"""A story as linked data in the words of schema.org: a list of events in order, who takes part, and the words that tell them.

The context stands in the file itself: who reads it fetches nothing. Nothing in it can end the script element of a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from .. import reviews
from ..captions import PLACE_NAMES, STATUS_NAMES, caption, in_order, number, type_name, why_here
from ..reviews import Reviews
from ..types import Actor, ActorKind, Article, Event, Story, Telling
from .parts import safe
from .rows import review_of
from .wording import day, days, on_one_line

Json = dict[str, Any]
CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("url", "performer", "about", "isPartOf", "isBasedOn", "item")},
}
TYPES: dict[ActorKind, str] = {"person": "Person", "group": "Organization", "office": "GovernmentOrganization"}


def jsonld(story: Story, *, reviewed: Reviews | None = None) -> bytes:
    """The graph: the list of events, the events, the actors and the articles."""
    looked = reviewed or {}
    graph = [
        _list(story, looked),
        *(_event(story, event, looked) for event in in_order(story)),
        *(_actor(story, actor) for actor in story.actors),
        *(_article(story, article) for article in story.articles),
    ]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return (text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n").encode("utf-8", "replace")


def _list(story: Story, reviewed: Reviews) -> Json:
    items = [{"@type": "ListItem", "position": event.rank, "item": _iri(story, "event", event.id)} for event in in_order(story)]
    return {
        "@id": _iri(story, "story", story.id),
        "@type": "ItemList",
        "name": on_one_line(story.title),
        "description": reviews.standing(story, reviewed),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def _event(story: Story, event: Event, reviewed: Reviews) -> Json:
    bounds = days(event)
    return _said(
        {
            "@id": _iri(story, "event", event.id),
            "@type": "Event",
            "name": on_one_line(caption(story, event)),
            "additionalType": on_one_line(type_name(event.type)),
            "startDate": bounds and bounds[0].isoformat(),
            "endDate": bounds and bounds[1].isoformat(),
            "location": {"@type": "Place", "name": PLACE_NAMES[event.place]} if event.place else None,
            "performer": _iris(story, event.actors),
            "about": _iris(story, event.targets),
            "description": f"{STATUS_NAMES[event.status]}; {number(event)} in the order, {on_one_line(why_here(story, event))}",
            "disambiguatingDescription": review_of(event, reviewed),
            "subjectOf": [_words(story, telling) for telling in event.evidence],
        }
    )


def _words(story: Story, telling: Telling) -> Json:
    article = _iri(story, "article", telling.span.article)
    return {"@type": "Quotation", "text": on_one_line(telling.span.text), "isPartOf": article}


def _actor(story: Story, actor: Actor) -> Json:
    person = actor.kind == "person"
    return _said(
        {
            "@id": _iri(story, "actor", actor.id),
            "@type": TYPES[actor.kind],
            "name": on_one_line(actor.name),
            "alternateName": [on_one_line(alias) for alias in actor.aliases],
            "jobTitle" if person else "description": on_one_line(actor.role),
            "memberOf": {"@type": "Organization", "name": on_one_line(actor.party)} if actor.party else None,
        }
    )


def _article(story: Story, article: Article) -> Json:
    published = day(article.published)
    return _said(
        {
            "@id": _iri(story, "article", article.id),
            "@type": "NewsArticle",
            "headline": on_one_line(article.title),
            "publisher": {"@type": "Organization", "name": on_one_line(article.outlet)} if article.outlet else None,
            "author": {"@type": "Person", "name": on_one_line(article.author)} if article.author else None,
            "datePublished": published and published.isoformat(),
            "url": on_one_line(article.url) if safe(article.url) else None,
            "isBasedOn": _iri(story, "article", article.copy_of) if article.copy_of else None,
        }
    )


def _said(values: Json) -> Json:
    """Only what there is to say."""
    return {name: value for name, value in values.items() if value or value == 0}


def _iris(story: Story, ids: Iterable[str]) -> list[str]:
    known = {actor.id for actor in story.actors}
    return [_iri(story, "actor", id) for id in ids if id in known]


def _iri(story: Story, kind: str, id: str) -> str:
    """A name for each thing that holds inside the story: "urn:order-paper:s1:event:e3"."""
    return f"urn:order-paper:{_part(story.id)}:{kind}:{_part(id)}"


def _part(id: str) -> str:
    return quote(id, safe="", errors="replace")
