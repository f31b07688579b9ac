"""What is taken out of the store for good: a story or an article, with what was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa

from extract.store import keeping, schema

articles, corrections, about = schema.articles.c, schema.corrections.c, schema.corrected_articles.c


@dataclass(frozen=True, slots=True)
class Removed:
    """How much was taken out, or changed: articles, and entries of the log."""

    articles: tuple[str, ...] = ()
    entries: int = 0


@contextmanager
def redacting(connection: sa.Connection) -> Iterator[None]:
    """While this holds, and for nobody else, the log may be changed."""
    connection.execute(sa.insert(schema.facts).values(key="redacting", value="1"))
    yield
    connection.execute(sa.delete(schema.facts).where(schema.facts.c.key == "redacting"))


def articles_of(connection: sa.Connection, story: str | None) -> list[str]:
    """The articles of a story."""
    return list(connection.execute(sa.select(articles.id).where(articles.story == story)).scalars())


def delete(connection: sa.Connection, ids: Iterable[str]) -> Removed:
    """Takes out articles with their older versions, and what the log says of them."""
    own = _with_older(connection, ids)
    homes = set(connection.execute(sa.select(articles.story).where(articles.id.in_(own))).scalars()) - {None}
    gone = _entries_of_none_but(connection, own)
    with redacting(connection):
        connection.execute(sa.delete(schema.corrections).where(corrections.seq.in_(gone)))
        _strip(connection, set(own))
    connection.execute(sa.delete(schema.corrected_articles).where(sa.or_(about.seq.in_(gone), about.article.in_(own))))
    connection.execute(sa.delete(schema.marks).where(schema.marks.c.article.in_(own)))
    connection.execute(sa.delete(schema.articles).where(articles.id.in_(own)))
    for home in sorted(filter(None, homes)):
        keeping.settle(connection, home, apart=True)
    return Removed(tuple(sorted(own)), len(gone))


def _strip(connection: sa.Connection, gone: set[str]) -> None:
    """Takes the words of articles out of what the log says of them and of others."""

    def left(values: Any) -> Any:
        if isinstance(values, list):
            return [left(v) for v in values if not (isinstance(v, dict) and v.get("article") in gone)]
        return {k: left(v) for k, v in values.items()} if isinstance(values, dict) else values

    meant = sa.select(about.seq).where(about.article.in_(gone))
    for row in connection.execute(sa.select(schema.corrections).where(corrections.seq.in_(meant))).all():
        says = orjson.dumps(left(orjson.loads(row.says))).decode()
        connection.execute(sa.update(schema.corrections).where(corrections.seq == row.seq).values(says=says))


def _with_older(connection: sa.Connection, ids: Iterable[str]) -> list[str]:
    """The articles with all the versions that they replaced."""
    whole, new = list[str](), list(ids)
    while new:
        whole += new
        asked = sa.select(articles.id).where(articles.replaced_by.in_(new), articles.id.not_in(whole))
        new = list(connection.execute(asked).scalars())
    return whole


def _entries_of_none_but(connection: sa.Connection, own: Iterable[str]) -> list[int]:
    """The entries of the log that are about these articles and no others."""
    rows = list(own)
    others = sa.select(about.seq).where(about.article.not_in(rows))
    asked = sa.select(about.seq).where(about.article.in_(rows), about.seq.not_in(others)).distinct()
    return list(connection.execute(asked).scalars())
