"""The store under several processes, and under one that is killed: nothing is lost, nothing is half-written.

ORDER_PAPER_SECONDS sets how long they write (a minute shows more than the six seconds of a usual run).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from extract.exports import contract
from extract.store import Store, schema
from extract.store.engine import reading

from .factories import ROOT

SECONDS = float(os.environ.get("ORDER_PAPER_SECONDS", "6"))
KILLS = 10


def start(role: str, database: str, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store_process", role, database, *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def whole(store: Store) -> int:
    """How many articles there are, each of them in its story, with its events and its words."""
    articles = store.articles()
    current = [a for a in articles if a.replaced_by is None]
    rows = {row.id: row for row in store.stories()}
    assert {a.story for a in current} == set(rows)
    told = 0
    for id, row in rows.items():
        story = store.story(id)
        assert {a.id for a in story.articles} == {a.id for a in current if a.story == id}
        assert row.events == len(story.events)
        assert contract.loads(contract.dumps([story]))
        told += len(story.events)
    with reading(store._engine) as connection:
        kinds = dict(connection.execute(sa.select(schema.words.c.kind, sa.func.count()).group_by(schema.words.c.kind)).all())  # type: ignore[arg-type]
    assert kinds.get("article", 0) == len(current)
    assert kinds.get("event", 0) == told
    return len(articles)


def said(lines: Iterator[str]) -> list[str]:
    """The articles that a writer says are kept."""
    return [line.split()[1] for line in lines if line.startswith("kept ")]


def test_two_write_and_one_reads(database: str) -> None:
    Store.open(database).close()
    seconds = str(SECONDS)
    running = [
        start("write", database, "one", seconds),
        start("write", database, "two", seconds),
        start("read", database, seconds),
    ]
    outs = [one.communicate(timeout=SECONDS + 120) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], [err for _, err in outs]
    assert [err for _, err in outs] == ["", "", ""]
    store = Store.open(database)
    kept = [*said(iter(outs[0][0].splitlines())), *said(iter(outs[1][0].splitlines()))]
    assert len(kept) > 4
    assert len(store.stories()) < len(kept)  # what the one wrote joins what the other wrote
    assert {a.id for a in store.articles()} == set(kept)
    assert whole(store) == len(kept)
    assert "read " in outs[2][0]


def test_a_killed_writer_leaves_whole_articles(database: str) -> None:
    Store.open(database).close()
    kept: set[str] = set()
    for turn in range(KILLS):
        running = start("write", database, f"turn{turn}", "60")
        lines = []
        assert running.stdout is not None
        for line in running.stdout:
            lines.append(line)
            if len(lines) > turn % 4:
                break
        time.sleep(0.013 * turn)
        os.kill(running.pid, signal.SIGKILL)
        rest, _ = running.communicate(timeout=30)
        kept |= set(said(iter([*lines, *rest.splitlines()])))
        store = Store.open(database)
        whole(store)
        assert kept <= {a.id for a in store.articles()}
        store.close()
    assert len(kept) >= KILLS


@pytest.mark.parametrize("what", ["kill"])
def test_a_backup_that_is_killed_leaves_no_file_of_its_name(tmp_path: Path, what: str) -> None:
    database = f"sqlite:///{tmp_path / 's.sqlite'}"
    Store.open(database).close()
    writer = start("write", database, "one", "2")
    writer.communicate(timeout=60)
    running = start("backup", database, str(tmp_path / "b.zip"))
    assert running.stdout is not None
    running.stdout.readline()
    os.kill(running.pid, signal.SIGKILL)
    running.communicate(timeout=30)
    if (tmp_path / "b.zip").exists():  # it was faster than we were
        fresh = Store.open(f"sqlite:///{tmp_path / 'f.sqlite'}")
        assert fresh.restore(tmp_path / "b.zip") == len(Store.open(database).articles())
