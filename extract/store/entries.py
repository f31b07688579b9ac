"""The log of corrections in the database: it only grows."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
import sqlalchemy as sa

from extract.corrections import Correction, Entry, dumps, loads, signed
from extract.store import schema
from extract.types import Story

corrections, about = schema.corrections.c, schema.corrected_articles.c


def record(connection: sa.Connection, correction: Correction, story: Story, *, by: str, at: str, why: str) -> Entry:
    """Writes down what somebody says of a story. Raises Unclear."""
    unsigned = signed(0, correction, story, by=by, at=at, why=why)
    row = {"at": at, "by": unsigned.by, "why": unsigned.why, "says": orjson.dumps(dumps(correction)).decode()}
    seq = connection.execute(sa.insert(schema.corrections).values(row).returning(corrections.seq)).scalar_one()
    connection.execute(sa.insert(schema.corrected_articles), [{"seq": seq, "article": id} for id in unsigned.articles])
    return Entry(seq, unsigned.by, at, correction, unsigned.articles, unsigned.why)


def log(connection: sa.Connection, articles: Iterable[str] | None = None) -> tuple[Entry, ...]:
    """The entries about some articles, or all, the oldest first."""
    asked = sa.select(schema.corrections).order_by(corrections.seq)
    if articles is not None:
        asked = asked.where(corrections.seq.in_(sa.select(about.seq).where(about.article.in_(list(articles)))))
    rows = connection.execute(asked).all()
    own: dict[int, list[str]] = {}
    if rows:
        pairs = sa.select(schema.corrected_articles).where(about.seq.in_([row.seq for row in rows])).order_by(about.article)
        for seq, article in connection.execute(pairs):
            own.setdefault(seq, []).append(article)
    return tuple(
        Entry(row.seq, row.by, row.at, loads(orjson.loads(row.says)), tuple(own.get(row.seq, ())), row.why) for row in rows
    )
