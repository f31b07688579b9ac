"""The tables of the store as queries see them; `migrations` makes them."""

from __future__ import annotations

import sqlalchemy as sa

_tables = sa.MetaData()

facts = sa.Table("facts", _tables, sa.Column("key", sa.Text), sa.Column("value", sa.Text))

# One row an article: what it is, the story it is in, and the machine's story of it alone. A version that a later one
# replaces stays, without a story.
articles = sa.Table(
    "articles",
    _tables,
    sa.Column("id", sa.Text),
    sa.Column("sha256", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("story", sa.Text),
    sa.Column("replaced_by", sa.Text),
    sa.Column("added", sa.Text),
    sa.Column("machine", sa.LargeBinary),
)

# By what an article is found when another may tell the same: its names and its long sentences.
marks = sa.Table("marks", _tables, sa.Column("mark", sa.Text), sa.Column("article", sa.Text))

stories = sa.Table(
    "stories",
    _tables,
    sa.Column("id", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("first", sa.Text),
    sa.Column("last", sa.Text),
    sa.Column("machine", sa.LargeBinary),
)

# What a story was called before it became one with another.
aliases = sa.Table("aliases", _tables, sa.Column("alias", sa.Text), sa.Column("story", sa.Text))

# The events of the corrected stories, for lists and counts; the stories themselves are in `stories`. `day` is the date, or
# where the text gives none (`dated` is false) the day of publication.
events = sa.Table(
    "events",
    _tables,
    sa.Column("story", sa.Text),
    sa.Column("id", sa.Text),
    sa.Column("type", sa.Text),
    sa.Column("status", sa.Text),
    sa.Column("date", sa.Text),
    sa.Column("rank", sa.Integer),
    sa.Column("actors", sa.Text),
    sa.Column("targets", sa.Text),
    sa.Column("corrected", sa.Boolean),
    sa.Column("reviewed_by", sa.Text),
    sa.Column("day", sa.Text),
    sa.Column("dated", sa.Boolean),
    sa.Column("place", sa.Text),
    sa.Column("confidence", sa.Float),
    sa.Column("sanction_rule", sa.Text),
    sa.Column("sanction_until", sa.Text),
    sa.Column("sanction_assumed", sa.Boolean),
    sa.Column("caption", sa.Text),
    sa.Column("quote", sa.Text),
)

# Who does an event and to whom, `side` "doer" or "target"; `key` and `party_key` are the names that hold across stories.
participants = sa.Table(
    "participants",
    _tables,
    sa.Column("story", sa.Text),
    sa.Column("event", sa.Text),
    sa.Column("side", sa.Text),
    sa.Column("actor", sa.Text),
    sa.Column("name", sa.Text),
    sa.Column("key", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("party", sa.Text),
    sa.Column("party_key", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("chair", sa.Boolean),
)

# Which outlets tell an event.
tellers = sa.Table("tellers", _tables, sa.Column("story", sa.Text), sa.Column("event", sa.Text), sa.Column("outlet", sa.Text))

corrections = sa.Table(
    "corrections",
    _tables,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text),
    sa.Column("by", sa.Text),
    sa.Column("why", sa.Text),
    sa.Column("says", sa.Text),
)

corrected_articles = sa.Table("corrected_articles", _tables, sa.Column("seq", sa.Integer), sa.Column("article", sa.Text))

forgotten = sa.Table("forgotten", _tables, sa.Column("hash", sa.Text))

# Plain words of articles and events; in SQLite an FTS5 table, in PostgreSQL one with a tsvector.
words = sa.Table(
    "words",
    _tables,
    sa.Column("kind", sa.Text),
    sa.Column("story", sa.Text),
    sa.Column("ref", sa.Text),
    sa.Column("body", sa.Text),
)

# What a backup holds: all that cannot be made again from the rest.
KEPT = (facts, articles, stories, aliases, corrections, corrected_articles, forgotten)
