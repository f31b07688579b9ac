"""Which text is which: known already, another outlet's copy of a known one, or a newer or an older version of one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from extract.store import schema
from extract.store.encoding import decode
from extract.store.engine import Unusable
from extract.stories.copies import sentences, shared
from extract.types import Article, Story

SAME = 0.3  # share of its long sentences from which a text of a known address is a version, not another text printed there
articles = schema.articles.c
Row = sa.Row[Any]


def known(connection: sa.Connection, story: Story) -> Row | None:
    """The article of the same text, unless both outlets are known and differ: then one has copied the other."""
    article = story.articles[0]
    rows = _of_text(connection, article)
    mine = _plain(article.outlet)
    same = [row for row in rows if not mine or not row.outlet or _plain(row.outlet) == mine]
    return same[0] if same else None


def key(connection: sa.Connection, story: Story) -> str:
    """By what a new text is known: its sum; of a copy with the outlet that prints it."""
    article = story.articles[0]
    return f"{article.sha256} {_plain(article.outlet)}" if _of_text(connection, article) else article.sha256


def _of_text(connection: sa.Connection, article: Article) -> list[Row]:
    asked = sa.select(schema.articles).where(
        sa.or_(articles.sha256 == article.sha256, articles.sha256.startswith(f"{article.sha256} "))
    )
    return list(connection.execute(asked.order_by(articles.sha256)))


def _plain(outlet: str | None) -> str:
    return " ".join((outlet or "").casefold().split())


def filled(old: Article, new: Article) -> Article:
    """An article with what was not known of it before."""
    told = {name: getattr(old, name) or getattr(new, name) for name in ("title", "outlet", "author", "published", "url")}
    return replace(old, **told)


def standing(connection: sa.Connection, story: Story, replaces: str | None) -> Row | None:
    """The version that stands now of a text: the one that it is said to replace, or of its address and mostly of its words.

    Unusable where the one that it is said to replace is not there, or is replaced already.
    """
    if replaces is not None:
        row = connection.execute(sa.select(schema.articles).where(articles.id == replaces)).first()
        if row is None:
            raise Unusable(f"{replaces}: no article of the store; `store list --articles` shows those there are")
        if row.replaced_by:
            raise Unusable(f"{replaces}: replaced already by {row.replaced_by}; name that one")
        return row
    url = story.articles[0].url
    if not url:
        return None
    rows = connection.execute(sa.select(schema.articles).where(articles.url == url, articles.story.is_not(None)))
    return next((row for row in rows if _is_version(decode(row.machine).articles[0], story.articles[0])), None)


def _is_version(old: Article, new: Article) -> bool:
    """Whether one text is another, edited: a front page or a table of one address for all its rows holds many."""
    one, other = set(sentences(old.text)), set(sentences(new.text))
    least = max(1, round(SAME * min(len(one), len(other))))
    return shared(one, other, least) >= least


def is_older(story: Story, row: Row) -> bool:
    """Whether a text came out before the version that stands."""
    new = story.articles[0].published
    return bool(new and row.published and new[:10] < row.published[:10])
