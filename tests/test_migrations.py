"""A store of an older version is brought to this one when it is opened, whole or not at all; one of a newer is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from extract.corrections import kinds
from extract.store import Store, Unusable, exploring, migrations
from extract.store.engine import address, connect, reading, writing
from extract.store.exploring import Filter

from .test_store import add, other, wire

OLD = Path(__file__).parent / "stores" / "version-1.sqlite"


def version(database: str) -> int:
    with reading(connect(address(database))) as connection:
        return migrations.version(connection)


def test_an_empty_database_is_brought_to_the_version_of_today(database: str) -> None:
    Store.open(database).close()
    assert version(database) == migrations.VERSION == len(migrations.STEPS) >= 2


def test_a_store_of_the_first_version_goes_on(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / "s.sqlite")
    database = f"sqlite:///{tmp_path / 's.sqlite'}"
    assert version(database) == 1
    store = Store.open(database)
    assert version(database) == migrations.VERSION
    assert {r.by for r in store.corrected("senate").reviews.values()} == {"Ana Reyes"}
    assert [row.reviewed for row in store.stories()] == [1]
    assert store.ask(exploring.count, Filter()).events == len(store.story("senate").events) > 0
    assert "Tom Marlowe" in {one.name for one in store.ask(exploring.choices).actors}
    assert {(row.day, row.dated) for row in store.ask(exploring.rows, Filter())} == {("2024-03-13", False)}
    known, new = add(store, other(), wire())
    assert known in {"known", "read again"}  # as the rules of its day, or of ours, have it
    assert new == "new"
    assert store.correct("senate", kinds.Undo(1), by="Ana Reyes").seq == 2
    store.forget("Tom Marlowe")
    assert "Marlowe" not in repr(store.story("senate"))


def test_each_version_leads_to_the_next(database: str) -> None:
    engine = connect(address(database))
    for number in range(1, migrations.VERSION + 1):
        migrations.migrate(engine, to=number)
        assert version(database) == number
    assert add(Store(engine), wire()) == ["new"]


def test_a_step_that_fails_leaves_the_version_before_it(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(connection: sa.Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half_done (x TEXT)")
        raise RuntimeError("no further")

    Store.open(database).close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, breaks))
    engine = connect(address(database))
    with pytest.raises(RuntimeError, match="no further"):
        migrations.migrate(engine, to=len(migrations.STEPS))
    assert version(database) == migrations.VERSION
    assert not sa.inspect(engine).has_table("half_done")


def test_a_newer_store_is_left_alone(database: str) -> None:
    store = Store.open(database)
    with writing(store._engine) as connection:
        connection.exec_driver_sql("UPDATE facts SET value = '99' WHERE key = 'version'")
    with pytest.raises(Unusable, match=f"of version 99, and this program knows {migrations.VERSION}; use a newer Order Paper"):
        Store.open(database)
