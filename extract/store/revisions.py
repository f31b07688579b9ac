"""Which state of the events the store holds, as a word that caches can go by: a new one after every change."""

from __future__ import annotations

import secrets

import sqlalchemy as sa

from extract.store import schema

KEY = "revision"
facts = schema.facts.c


def renew(connection: sa.Connection) -> None:
    """Says that the events are not what they were. A word, and no number, which a restored backup might have had before."""
    connection.execute(sa.delete(schema.facts).where(facts.key == KEY))
    connection.execute(sa.insert(schema.facts).values(key=KEY, value=secrets.token_hex(8)))


def current(connection: sa.Connection) -> str:
    """The word of now; empty for a store that never held an event."""
    return connection.execute(sa.select(facts.value).where(facts.key == KEY)).scalar() or ""
