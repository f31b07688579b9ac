"""The database behind the store: an embedded SQLite file, or PostgreSQL by its address. What goes wrong is one clear line.

A write takes the database for itself until it is done, so that two processes never join one story at once.
"""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs
import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

VARIABLE = "ORDER_PAPER_STORE"
WAIT = 60  # seconds that a write waits for another's
LOCK = 0x0DE2  # the lock of ours that writers to PostgreSQL queue for
EXAMPLES = "sqlite:///file.sqlite or postgresql+psycopg://user@host/name is expected"


class Unusable(Exception):
    """The store cannot be used, or not so: which one, what is wrong with it, and what to do."""


def address(given: str | None = None) -> URL:
    """Where the store is: as given, as the variable says, or in the user's data folder."""
    said = given or os.environ.get(VARIABLE)
    if not said:
        folder = Path(platformdirs.user_data_dir("order-paper", appauthor=False))
        return URL.create("sqlite", database=str(folder / "store.sqlite"))
    try:
        url = make_url(said)
    except (ArgumentError, ValueError):  # the latter of a port that is no number
        hidden = re.sub(r":[^:@]*@", ":***@", said)
        raise Unusable(f"{hidden}: no address of a store; {EXAMPLES}") from None
    if "\0" in said or (url.get_backend_name() == "sqlite" and url.query):
        raise Unusable(f"{plain(url)!r}: no address of a store; {EXAMPLES}")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise Unusable(f"{plain(url)}: a store is kept in SQLite or PostgreSQL; {EXAMPLES}")
    return url


def connect(url: URL) -> sa.Engine:
    """An engine on that address; folders of a new SQLite file are made."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return sa.create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)
    except (ImportError, NoSuchModuleError):
        raise Unusable(f"{plain(url)}: the driver psycopg is not installed; pip install psycopg psycopg-binary") from None


def _sqlite(url: URL) -> sa.Engine:
    file = Path(url.database or "")
    if not url.database or url.database == ":memory:":
        raise Unusable("sqlite: a store wants a file; " + EXAMPLES)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(f"{file}: its folder cannot be made ({_reason(error)}); give another place") from None
    engine = sa.create_engine(url, poolclass=NullPool, connect_args={"timeout": WAIT})
    sa.event.listen(engine, "connect", _prepared)
    sa.event.listen(engine, "begin", _begun)
    return engine


def _prepared(connection: Any, _: Any) -> None:
    """SQLite as the store wants it: transactions are begun by us, the log is written ahead, what is deleted is wiped."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begun(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that sees one state of the store. Raises Unusable."""
    one_state = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with guarded(engine.url), engine.connect().execution_options(**one_state) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that alone may write, all or nothing. Raises Unusable."""
    with guarded(engine.url), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
            yield connection
            _revised(connection)


def _revised(connection: sa.Connection) -> None:
    """Marks that something was written, so that whoever remembers what was read can tell that it is old."""
    connection.execute(sa.text("DELETE FROM facts WHERE key = 'revision'"))
    connection.execute(sa.text("INSERT INTO facts VALUES ('revision', :token)"), {"token": secrets.token_hex(8)})


def wipe(engine: sa.Engine, *tables: str) -> None:
    """Leaves nothing of what was taken out of the tables on the disk: neither in the file nor in its log.

    Raises Unusable where another process reads the whole time, and what it reads cannot be wiped.
    """
    with guarded(engine.url):
        if engine.dialect.name == "postgresql":
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql(f"SET lock_timeout = '{WAIT}s'")
                for table in tables:
                    connection.exec_driver_sql(f"VACUUM FULL {table}")
        elif not _wiped(engine):
            raise Unusable(f"{plain(engine.url)}: done, but another process reads the file, where the words still are; {AGAIN}")


AGAIN = "when it has finished, say the same once more"


def _wiped(engine: sa.Engine) -> bool:
    """Whether SQLite could write its file anew and empty its log."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM").close()
        busy, *_ = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise DBAPIError("VACUUM", None, error) from error
    finally:
        raw.close()
    return not busy


# What a database says, in its own words, and what we say of it.
SAID = (
    ("not a database", "is no store and no SQLite file", "give another file"),
    ("database is locked", f"another process has been writing for {WAIT} seconds", "try again when it has finished"),
    ("unable to open", "cannot be opened", "check the folder and its permissions"),
    ("readonly", "may not be written to", "check its permissions"),
    (
        "lock timeout",
        f"another process has been reading for {WAIT} seconds",
        "it is done but for the wiping; say it once more",
    ),
    ("disk is full", "the disk is full", "make room; nothing was left half-written"),
    ("malformed", "is damaged", "restore a backup into a new file"),
    ("password authentication", "the password is wrong", "check the address"),
    ("does not exist", "there is no such database or role", "create it, or check the address"),
    ("refused", "no server answers there", "start PostgreSQL, or check the address"),
    ("could not translate host", "the host is not known", "check the address"),
    ("permission denied", "may not be used by this role", "check its permissions"),
)


@contextmanager
def guarded(url: URL) -> Iterator[None]:
    """Whatever the database complains of as one line of ours."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        wrong, remedy = next(((w, r) for words, w, r in SAID if words in said), (_first(said), "check the store and its server"))
        raise Unusable(f"{plain(url)}: {wrong}; {remedy}") from error


def _first(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "it failed")


def plain(url: URL) -> str:
    """An address without its password; of a SQLite store only the file."""
    return url.database or "sqlite" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
