"""The log of corrections in the database: it only grows."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
import sqlalchemy as sa

from extract.corrections import Correction, Entry, Unclear, dumps, kinds, loads, renamed, signed, undone
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
    """The entries about some articles and the versions that they replaced, or all, the oldest first."""
    asked = sa.select(schema.corrections).order_by(corrections.seq)
    pairs = sa.select(schema.corrected_articles).order_by(about.article)
    newer: dict[str, str] = {}
    if articles is not None:
        newer = _newest(connection, articles)
        meant = sa.select(about.seq).where(about.article.in_(newer))
        asked, pairs = asked.where(corrections.seq.in_(meant)), pairs.where(about.seq.in_(meant))
    own: dict[int, list[str]] = {}
    for seq, article in connection.execute(pairs):
        own.setdefault(seq, []).append(article)
    entries = (
        Entry(row.seq, row.by, row.at, loads(orjson.loads(row.says)), tuple(own.get(row.seq, ())), row.why)
        for row in connection.execute(asked)
    )
    moved = {old for old, new in newer.items() if old != new}
    return tuple(renamed(entry, newer) if moved.intersection(entry.articles) else entry for entry in entries)


def _newest(connection: sa.Connection, articles: Iterable[str]) -> dict[str, str]:
    """Articles and all the versions that they replaced, each with the one that stands now."""
    found = {id: id for id in articles}
    new = list(found)
    while new:
        asked = sa.select(schema.articles.c.id, schema.articles.c.replaced_by).where(schema.articles.c.replaced_by.in_(new))
        older = {row.id: found[row.replaced_by] for row in connection.execute(asked) if row.id not in found}
        found |= older
        new = list(older)
    return found


def check(undoing: kinds.Undo, log: Iterable[Entry]) -> None:
    """Raises Unclear for what is not in the log, or does not hold any more."""
    rows = list(log)
    known, out = {e.seq for e in rows}, undone(rows)
    if undoing.seq not in known:
        raise Unclear(f"{undoing.seq} is no correction of this story; there are {_listed(known)}")
    if undoing.seq in out:
        raise Unclear(f"{undoing.seq} is undone already; undo {out[undoing.seq]} to bring it back")


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "none"
