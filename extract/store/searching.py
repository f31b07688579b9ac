"""Full-text search over articles and events: two small adapters, FTS5 and tsvector; nothing else knows the dialect.

All words must be there; words between quotation marks in that order. Endings, capitals and accents do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa

from extract import captions
from extract.lexicon import unaccented
from extract.store import schema
from extract.types import Event, Span, Story

# Words that PostgreSQL passes over; they are no help anywhere, and both databases shall find the same.
COMMON = frozenset(
    "i me my we our ours you your yours he him his she her hers it its they them their theirs what which who whom "
    "this that these those am is are was were be been being have has had having do does did doing a an the and but "
    "if or because as until while of at by for with about against between into through during before after above "
    "below to from up down in out on off over under again further then once here there when where why how all any "
    "both each few more most other some such no nor not only own same so than too very s t can will just don should "
    "now".split()
)
Kind = Literal["article", "event"]
MOST = 10_000  # finds at once
AROUND = 80  # characters of an article on either side of a word that was found


@dataclass(frozen=True, slots=True)
class Hit:
    """A story with the searched words: in an article or in an event, and where they are."""

    kind: Kind
    story: str
    ref: str
    title: str
    snippet: str
    span: Span | None = None


def terms(query: str) -> tuple[str, ...]:
    """The words of a query, and its phrases in quotation marks, plain."""
    found = re.findall(r'["“]([^"”]+)["”]|(\S+)', re.sub(r"['’]s\b", "", query))
    plain = (" ".join(re.findall(r"\w+", unaccented(phrase or word).lower())) for phrase, word in found)
    return tuple(term for term in plain if term and term not in COMMON)


def found(connection: sa.Connection, query: str, *, limit: int, kind: Kind | None) -> list[tuple[Kind, str, str]]:
    """What holds all terms of a query, the best first: kind, story, and the id of the article or the event."""
    wanted = terms(query)
    if not wanted:
        return []
    ask = _in_sqlite if connection.dialect.name == "sqlite" else _in_postgresql
    where, rank, values = ask(wanted)
    only = "AND kind = :kind" if kind else ""
    rows = connection.execute(
        sa.text(f"SELECT kind, story, ref FROM words WHERE {where} {only} ORDER BY {rank}, story, ref LIMIT :limit"),
        {**values, "limit": min(limit, MOST), **({"kind": kind} if kind else {})},
    )
    return [(row.kind, row.story, row.ref) for row in rows]


def events_with(connection: sa.Connection, query: str) -> sa.Select[tuple[str, str]] | None:
    """The events that hold all terms of a query, as a part of another question; None for a query without any."""
    wanted = terms(query)
    if not wanted:
        return None
    where, _, values = (_in_sqlite if connection.dialect.name == "sqlite" else _in_postgresql)(wanted)
    words = schema.words.c
    return sa.select(words.story, words.ref).where(words.kind == "event", sa.text(where).bindparams(**values))


def _in_sqlite(wanted: Sequence[str]) -> tuple[str, str, dict[str, str]]:
    return "words MATCH :terms", "rank", {"terms": " AND ".join(f'"{term}"' for term in wanted)}


def _in_postgresql(wanted: Sequence[str]) -> tuple[str, str, dict[str, str]]:
    values = {f"t{n}": term for n, term in enumerate(wanted)}
    asked = " && ".join(f"phraseto_tsquery('english', :{name})" for name in values)
    return f"vector @@ ({asked})", f"ts_rank(vector, {asked}) DESC", values


def index(connection: sa.Connection, story: Story) -> None:
    """Puts a story's articles and events in the place of what was known of it."""
    remove(connection, story.id)
    rows = [_row("article", story.id, a.id, f"{a.title or ''} {a.outlet or ''} {a.text}") for a in story.articles]
    rows += [_row("event", story.id, e.id, words_of(story, e)) for e in story.events]
    connection.execute(sa.insert(schema.words), rows)


def remove(connection: sa.Connection, story: str) -> None:
    """Takes a story out of the index."""
    connection.execute(sa.delete(schema.words).where(schema.words.c.story == story))


def _row(kind: Kind, story: str, ref: str, body: str) -> dict[str, str]:
    return {"kind": kind, "story": story, "ref": ref, "body": unaccented(body).lower()}


def words_of(story: Story, event: Event) -> str:
    """The words by which an event is found: its type, its people by all their names, what was said, what tells it."""
    people = (story.actor(id) for id in dict.fromkeys((*event.actors, *event.targets, *filter(None, [event.source]))))
    names = (name for actor in people for name in (actor.name, *actor.aliases, actor.role, actor.party) if name)
    told = (t.span.text for t in event.evidence)
    return " ".join((captions.type_name(event.type), event.status, *names, event.quote or "", *told))


def hit(story: Story, kind: Kind, ref: str, wanted: Iterable[str]) -> Hit | None:
    """What is shown of a find; None where it is no longer in the story."""
    if kind == "event":
        event = next((e for e in story.events if e.id == ref), None)
        span = event.evidence[0].span if event and event.evidence else None
        return Hit("event", story.id, ref, story.title, captions.caption(story, event), span) if event else None
    article = next((a for a in story.articles if a.id == ref), None)
    if article is None:
        return None
    start, end = _place(article.text, wanted)
    cut = article.text[max(0, start - AROUND) : end + AROUND]
    span = Span(ref, start, end, article.text[start:end]) if end else None
    return Hit("article", story.id, ref, article.title or story.title, re.sub(r"\s+", " ", cut).strip(), span)


def _place(text: str, wanted: Iterable[str]) -> tuple[int, int]:
    """Where the first of the terms stands in a text, by its beginning; (0, 0) where only its title has them."""
    plain = "".join(unaccented(c).lower()[:1] or c for c in text)
    for term in wanted:
        stem = r"\W+".join(re.escape(word[: max(4, len(word) - 3)]) + r"\w*" for word in term.split())
        if match := re.search(rf"\b{stem}", plain):
            return match.span()
    return 0, 0
