"""A corpus end to end: killed and gone on with, on local processes and on a cluster, the tables are those of a quiet run."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pyarrow.parquet as pq
import pytest
from distributed.client import FuturesCancelledError
from distributed.comm.core import CommClosedError

from extract.__main__ import main
from extract.commands import corpus
from extract.corpus import Job, columns, records, reporting, running
from extract.corpus.work import work
from extract.exports import contract
from extract.reading.about import Way
from extract.reading.parts import Part, parts
from extract.store import Store
from extract.types import EVENT_TYPES

ROOT = Path(__file__).parent.parent
ROWS = 2
# Names take turns, so that no two articles are one.
TEXTS = (
    "The Speaker ordered {a} out of the House on Tuesday after he called {b} a liar. Labour MPs walked out in protest.",
    "{a} opened a bakery in Northwood on Monday. “The oven is from Lyon,” said {b}, who bakes there.",
    "In Parliament {a} shouted at {b} across the chamber. The Speaker told him to sit down, and he withdrew the remark.",
    "MPs from all parties praised {a} in the House. {b} thanked the clerks for their work.",
)
PEOPLE = ("Tom Marlowe", "Ada Okoro", "Ann Hale", "Kim Lind", "Ruth Sele")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty articles, and two rows that are none."""
    rows = [
        {"id": f"n{n}", "published": "2024-03-13", "text": TEXTS[n % 4].format(a=PEOPLE[n % 5], b=PEOPLE[(n + 1) % 5])}
        for n in range(20)
    ]
    lines = [json.dumps(row) for row in rows]
    file = tmp_path_factory.mktemp("corpus") / "news.jsonl"
    file.write_text(
        "\n".join([*lines[:5], "{torn", *lines[5:], '{"text": "Das Haus sah auf und ' + "ging. Es war spät und " * 20 + '"}'])
    )
    return file


@pytest.fixture(scope="module")
def quiet(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables as one process makes them, part after part, without Dask."""
    out = tmp_path_factory.mktemp("quiet")
    job = Job(out=str(out))
    for n, part in enumerate(parts(str(source), rows=ROWS, way=Way())):
        work(part, f"{n:06}-x", job)
    return out


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    return [row for file in sorted((out / table).iterdir()) for row in pq.read_table(file).to_pylist()]


def same(out: Path, quiet: Path) -> bool:
    return all(rows(out, table) == rows(quiet, table) for table in records.TABLES)


def command(source: Path, out: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "extract", "corpus", str(source), str(out), "--partition-size", str(ROWS), *more]


def until(true: Callable[[], bool], *, seconds: float = 240) -> None:
    """Waits for what must come about."""
    last = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < last, "it never came about"
        time.sleep(0.01)


def done(out: Path) -> int:
    return len(list((out / "done").glob("0*.json")))


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A process, ended with all that it started."""
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    family = psutil.Process(process.pid)
    try:
        yield process
    finally:
        for one in [*(family.children(recursive=True) if family.is_running() else []), process]:
            one.kill()
        process.communicate()


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """A scheduler and workers as a cluster has them."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "dask"]
    with started(*dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"):
        more = ("worker", address, "--nworkers", str(workers), "--nthreads", "2", "--no-dashboard")
        with started(*dask, *more):
            yield address


def test_what_a_run_writes(source: Path, quiet: Path, nlp: object) -> None:
    articles, events = rows(quiet, "articles"), rows(quiet, "events")
    assert [row["article"] for row in articles] == [f"{source}#{n}" for n in range(1, 23)]
    assert [row["outcome"] for row in articles[:7]] == ["told", "passed over", "told", "silent", "told", "skipped", "passed over"]
    assert articles[5]["reason"].startswith("no JSON")
    assert articles[21]["reason"].startswith("not in English")
    assert articles[0] | {"sha256": ""} == {
        **dict.fromkeys(columns.ARTICLES.names), "article": f"{source}#1", "id": "n0", "published": "2024-03-13",
        "sha256": "", "words": 24, "outcome": "told", "events": 3,
    }  # fmt: skip
    first = [row for row in events if row["article"] == f"{source}#1"]
    assert {row["type"] for row in first} == {"ejection", "attack", "walkout"} <= set(EVENT_TYPES)
    text = TEXTS[0].format(a=PEOPLE[0], b=PEOPLE[1])
    spans = [span for row in events[:3] for span in (*row["evidence"], *(s for who in row["cast"] for s in who["mentions"]))]
    assert spans
    assert all(span["text"] == text[span["start"] : span["end"]] for span in spans)
    ejection = next(row for row in first if row["type"] == "ejection")
    assert ejection["targets"] == ["Tom Marlowe"]
    assert {row["event"] for row in first} >= {before["event"] for row in first for before in row["follows"]} != set()


def test_a_killed_run_goes_on_where_it_was_on_a_cluster_too(source: Path, quiet: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with started(*command(source, out, "--workers", "1")) as run:
        until(lambda: done(out) >= 2)
        children = psutil.Process(run.pid).children(recursive=True)
        if psutil.LINUX:  # all of it goes behind whatever somebody waits for
            assert {one.nice() for one in (psutil.Process(run.pid), *children)} == {corpus.BEHIND}
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        _, alive = psutil.wait_procs(children, timeout=10)
        assert alive == []
    before = done(out)
    assert 2 <= before < 11
    (out / "events" / ".half.parquet.tmp").write_bytes(b"PAR1")
    with cluster(2) as address:
        assert main(command(source, out, "--cluster", address)[3:]) == 1
    assert same(out, quiet)
    report = json.loads((out / "report.json").read_bytes())
    assert (report["read"], report["skipped"], report["parts"], report["parts_before"]) == (20, 2, 11, before)


def test_a_run_that_is_broken_off_at_the_terminal_says_so_in_one_line(source: Path, tmp_path: Path) -> None:
    words = command(source, tmp_path / "out", "--workers", "1")
    with subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            until(lambda: process.poll() is not None or done(tmp_path / "out") > 0)
            os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does, to all that it started
            told = process.communicate(timeout=60)[1]
        finally:
            process.kill()
    assert process.returncode == 130
    assert told.splitlines() == [
        f"broken off; what is done is kept in {tmp_path / 'out'}, and the same command goes on from there"
    ]


def test_a_killed_worker_costs_nothing(source: Path, quiet: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with started(*command(source, out, "--workers", "2", "--store", f"sqlite:///{tmp_path / 'store.sqlite'}")) as run:
        until(lambda: done(out) >= 1)
        workers = [p for p in psutil.Process(run.pid).children(recursive=True) if "spawn_main" in " ".join(p.cmdline())]
        workers[0].kill()
        _, said = run.communicate(timeout=240)
        assert run.returncode == 1, said
    assert same(out, quiet)
    told = (out / "skipped.txt").read_text(encoding="utf-8").splitlines()
    assert [line.partition(": ")[0] for line in told] == [f"{source}#6", f"{source}#22"]
    assert all(line in said for line in told)
    assert not any(name in said for name in PEOPLE), "the words of articles are nobody's but the tables'"
    store = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    kept = {article.id for article in store.articles()}
    store.close()
    assert kept == {row["id"] for row in rows(out, "articles") if row["outcome"] == "told"}
    assert not list((out / "stories").iterdir())


# what needs no cluster


@pytest.fixture
def at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts done at once, in this process."""

    def carried_out(_: object, first: Any, found: Any, job: Job, going: Any, tell: Any) -> None:
        while first is not None:
            name, part = first
            going.articles += work(part, name, job).articles
            first = running._next_undone(found, job, going, tell)

    @contextmanager
    def nobody(*_: object) -> Iterator[None]:
        yield

    monkeypatch.setattr(running, "_carried_out", carried_out)
    monkeypatch.setattr(running, "client_of", nobody)


@pytest.mark.usefixtures("at_hand")
def test_what_is_said_at_the_end(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["corpus", str(source), str(out)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("20 articles read, 15 of them parsed, 10 tell events\n2 not read, 0 not extracted\n")
    assert len(told.err.splitlines()) == 2
    assert main(["corpus", str(source), str(out)]) == 1
    assert "1 of 1 parts done before" in capsys.readouterr().out


@pytest.mark.usefixtures("at_hand")
def test_rows_that_are_new_are_read_and_what_is_no_more_is_taken_out(source: Path, tmp_path: Path) -> None:
    mine, out = tmp_path / "news.jsonl", tmp_path / "out"
    mine.write_bytes(b"\n".join(source.read_bytes().splitlines()[:5]))
    assert main(["corpus", str(mine), str(out), "--partition-size", "2"]) == 0
    assert done(out) == 3
    mine.write_bytes(source.read_bytes())
    assert main(["corpus", str(mine), str(out), "--partition-size", "2"]) == 1
    assert json.loads((out / "report.json").read_bytes())["parts_before"] == 2
    assert [row["article"] for row in rows(out, "articles")] == [f"{mine}#{n}" for n in range(1, 23)]
    assert done(out) == 11


@pytest.mark.usefixtures("at_hand")
def test_results_that_were_taken_away_are_made_again(source: Path, quiet: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    main(["corpus", str(source), str(out), "--partition-size", "2"])
    next(iter((out / "events").iterdir())).unlink()
    main(["corpus", str(source), str(out), "--partition-size", "2"])
    assert same(out, quiet)


@pytest.mark.usefixtures("at_hand")
def test_files_whose_names_are_no_text_are_articles_like_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "\udcff.d"
    made.mkdir()
    for name in ("\udcfe.txt", "\udcff.txt"):
        (made / name).write_text(TEXTS[0].format(a="Tom Marlowe", b="Ada Okoro"), encoding="utf-8")
    (made / "\udcfd\x1b[2J.txt").write_text("", encoding="utf-8")
    (made / "\udcfc.jsonl").write_text('{"text": "An hour in the House.", "published": "soon"}\n{', encoding="utf-8")
    (made / "\udcfb.jpg").write_text("", encoding="utf-8")
    assert main(["corpus", str(made), str(tmp_path / "out")]) == 1
    articles = rows(tmp_path / "out", "articles")
    assert [row["article"].rpartition("/")[2] for row in articles if row["events"]] == ["\\udcfe.txt", "\\udcff.txt"]
    assert len({row["article"] for row in articles}) == 5
    assert "\\udcfd[2J.txt: empty" in (tmp_path / "out" / "skipped.txt").read_text(encoding="utf-8")
    assert len(capsys.readouterr().err.splitlines()) == 4


@pytest.mark.usefixtures("at_hand")
def test_a_folder_belongs_to_one_input(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("precious")
    assert main(["corpus", str(source), str(full)]) == 2
    assert main(["corpus", str(tmp_path / "none"), str(tmp_path / "out")]) == 2
    reason = capsys.readouterr().err.splitlines()
    assert "no empty folder" in reason[0]
    assert "no such file or folder" in reason[1]
    running.claim(tmp_path / "out", "a.jsonl")
    with pytest.raises(running.Unusable, match=r"holds the results of a\.jsonl"):
        running.claim(tmp_path / "out", "b.jsonl")
    with pytest.raises(running.Unusable, match=r"lies inside .*; give a folder outside of it"):
        running.claim(tmp_path / "full" / "out", str(full))
    assert [file.name for file in full.iterdir()] == ["thesis.txt"]


def test_a_cluster_that_is_not_there_is_one_line(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(running.SETTINGS, "distributed.comm.timeouts.connect", "1s")
    with pytest.raises(running.Unusable, match="no scheduler of Dask answers"):
        running.run(str(source), Job(out=str(tmp_path)), rows=2, cluster="tcp://127.0.0.1:9", tell=lambda size, count: None)


def test_what_is_no_address_is_one_line(source: Path, tmp_path: Path) -> None:
    with pytest.raises(running.Unusable, match="no address of a scheduler; give one such as tcp"):
        running.run(str(source), Job(out=str(tmp_path)), rows=2, cluster="head", tell=lambda size, count: None)


def test_parts_that_a_worker_wrote_elsewhere_are_not_taken_for_done(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Future:
        def __init__(self, name: str) -> None:
            self.status, self.name = "finished", name

        def result(self) -> records.Record:
            return records.Record(part=self.name, outcomes={"silent": 2})

    class Elsewhere:
        def submit(self, _: object, part: object, name: str, job: Job, **more: object) -> Future:
            return Future(name)

        def nthreads(self) -> dict[str, int]:
            return {"far": 1}

    @contextmanager
    def far(*_: object) -> Iterator[Elsewhere]:
        yield Elsewhere()

    monkeypatch.setattr(running, "client_of", far)
    monkeypatch.setattr(running, "wait", lambda futures, **more: type("Waited", (), {"done": futures}))
    done = running.run(str(source), Job(out=str(tmp_path / "out")), rows=5, tell=lambda size, count: None)
    assert len(done.failed) == len(done.parts) == 5
    assert done.failed[0] == (f"{source}, rows 1 to 5", running.UNSEEN)


def test_a_scheduler_that_dies_is_one_line(source: Path, tmp_path: Path) -> None:
    many, out = tmp_path / "many.jsonl", tmp_path / "out"
    many.write_text(f"{source.read_text().splitlines()[0]}\n" * 2000)
    with cluster(1) as address, started(*command(many, out, "--cluster", address)) as run:
        until(lambda: done(out) >= 1)
        port = address.rpartition(":")[2]
        processes = (one.info for one in psutil.process_iter(["pid", "cmdline"]))
        scheduler = next(one["pid"] for one in processes if {"scheduler", port} <= {*(one["cmdline"] or ())})
        os.kill(scheduler, signal.SIGKILL)
        _, said = run.communicate(timeout=60)
    assert (run.returncode, said.splitlines()) == (2, [f"the scheduler went away; {running.AGAIN}"])


class Cluster:
    """A cluster of so many threads, which takes whatever it is given."""

    def __init__(self, threads: int) -> None:
        self.threads = threads

    def submit(self, _: object, part: object, name: str, job: Job, **more: object) -> object:
        return object()

    def nthreads(self) -> dict[str, int]:
        return {"far": self.threads} if self.threads else {}


@pytest.mark.parametrize(
    ("threads", "error", "said"),
    [
        (1, FuturesCancelledError([]), "the scheduler went away; "),
        (1, CommClosedError("gone"), "the scheduler went away; "),
        (0, TimeoutError(), f"no worker is left, and none came for {running.PATIENCE} seconds; "),
    ],
)
def test_a_cluster_that_goes_away_is_one_line(
    threads: int, error: Exception, said: str, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def far(*_: object) -> Iterator[Cluster]:
        yield Cluster(threads)

    def waited(*_: object, **more: object) -> object:
        raise error

    monkeypatch.setattr(running, "client_of", far)
    monkeypatch.setattr(running, "wait", waited)
    with pytest.raises(running.Unusable) as told:
        running.run(str(source), Job(out=str(tmp_path / "out")), rows=5, tell=lambda size, count: None)
    assert str(told.value) == said + running.AGAIN


def test_a_worker_without_the_package_is_told_what_it_lacks(caplog: pytest.LogCaptureFixture) -> None:
    class Failed:
        status = "error"

        def exception(self) -> Exception:
            return ModuleNotFoundError("No module named 'extract'", name="extract")

    class Finished:
        status = "finished"

        def result(self) -> records.Record:
            return records.Record(part="x", outcomes={"told": 2}, events={"heckle": 3})

    failed, finished = Failed(), Finished()
    going = running._Going(out={failed: Part("a.jsonl", "json", 0, 2), finished: Part("a.jsonl", "json", 2, 2)})  # type: ignore[dict-item]
    caplog.set_level("INFO", "extract")
    log = logging.getLogger("extract")
    log.addHandler(caplog.handler)
    try:
        for one in (failed, finished):
            running._taken_in(one, going, lambda size, count: None)  # type: ignore[arg-type]
    finally:
        log.removeHandler(caplog.handler)
    remedy = "start the workers in a copy of this project, with its requirements.txt"
    assert going.failed == [("a.jsonl, rows 1 to 2", f"not done (a worker has no extract); {remedy}")]
    assert caplog.messages == [
        "a.jsonl, rows 1 to 2: not done (ModuleNotFoundError)",
        "a.jsonl, rows 3 to 4: 2 read, 3 events, 0.0 s",
    ]


def test_files_for_a_cluster_are_given_by_their_whole_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("The Speaker heard Ms Hale in the House.")
    monkeypatch.chdir(tmp_path)
    assert main(["corpus", "news", "out", "--cluster", "tcp://127.0.0.1:1"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "news: workers of a cluster look for such files themselves; give its whole name, from the root on"


@pytest.mark.usefixtures("at_hand")
def test_a_fault_of_ours_costs_one_article(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract import story

    composed = story.compose

    def faulty(article: Any, *rest: Any) -> Any:
        if article.id == "n0":
            raise ZeroDivisionError("Tom Marlowe")
        return composed(article, *rest)

    monkeypatch.setattr(story, "compose", faulty)
    out = tmp_path / "out"
    assert main(["corpus", str(source), str(out)]) == 1
    told = [row for row in rows(out, "articles") if row["outcome"] == "failed"]
    assert [(row["id"], row["reason"]) for row in told] == [("n0", "the extraction failed (ZeroDivisionError); please report it")]
    assert not any(row["article"] == f"{source}#1" for row in rows(out, "events"))
    assert "Marlowe" not in (out / "skipped.txt").read_text()


@pytest.mark.usefixtures("at_hand")
def test_what_asks_too_much_is_skipped_with_what_to_do(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.jsonl"
    text = TEXTS[0].format(a="Tom Marlowe", b="Ada Okoro") + " “Out of order!”" * 301
    file.write_text(json.dumps({"text": text}) + "\n" + source.read_text().splitlines()[0])
    assert main(["corpus", str(file), str(tmp_path / "out")]) == 1
    told = capsys.readouterr()
    wrong = f"{file}#1: a paragraph of more than 300 quotations; leave out what is no prose, or put each speaker on a line"
    assert told.err.splitlines() == [wrong]
    assert told.out.startswith("1 articles read")


@pytest.mark.usefixtures("at_hand")
def test_of_many_notes_the_rest_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps({"text": f"Loaf {n} is in the oven.", "date": f"{n}.1.20"}) + "\n" for n in range(1, 24)))
    assert main(["corpus", str(file), str(tmp_path / "out")]) == 0
    *said, last = capsys.readouterr().err.splitlines()
    assert len(said) == 20
    assert last == f"note: and 3 more, each with its line in {tmp_path / 'out' / 'notes.txt'}"
    notes = (tmp_path / "out" / "notes.txt").read_text().splitlines()
    report = json.loads((tmp_path / "out" / "report.json").read_bytes())
    assert (len(notes), report["notes_in_all"], report["notes"]) == (23, 23, notes[:20])
    assert said == [f"note: {line}" for line in notes[:20]]


@pytest.mark.usefixtures("at_hand")
def test_a_disk_that_is_full_is_one_line(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out" / "skipped.txt").mkdir(parents=True)
    (tmp_path / "out" / "done").mkdir()
    (tmp_path / "out" / "done" / "input.json").write_text(json.dumps({"input": str(source)}, separators=(",", ":")))
    assert main(["corpus", str(source), str(tmp_path / "out")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{tmp_path / 'out' / 'skipped.txt'}: cannot be read or written (is a directory); mend that")


def test_a_job_knows_its_equals(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    job = Job(out="here", codebook=str(tmp_path / "rules"))
    before = job.version()
    assert before == Job(out="there", codebook=str(tmp_path / "rules")).version()
    assert before != Job(out="here", codebook=str(tmp_path / "rules"), gate=False).version()
    (tmp_path / "rules" / "heckle.toml").write_text("[x]")
    assert before != job.version()


def test_stories_are_written_whole(source: Path, tmp_path: Path) -> None:
    job = Job(out=str(tmp_path), stories=True)
    part = next(parts(str(source), rows=2, way=Way()))
    work(part, "000001-x", job)
    stories = contract.loads((tmp_path / "stories" / "000001-x.json").read_bytes())
    assert [story.articles[0].id for story in stories] == ["n0"]
    assert stories[0].articles[0].text.startswith("The Speaker ordered")


def test_the_columns_are_told() -> None:
    told = columns.__doc__ or ""
    assert [name for name in (*columns.EVENTS.names, *columns.ARTICLES.names) if f"`{name}`" not in told] == []
    assert [outcome for outcome in columns.OUTCOMES if f"*{outcome}*" not in told] == []
    assert reporting.REPORT == "report.json"


BEGUN_WITH = """
import json, os
from pathlib import Path

import dask
from extract.corpus import running

def begun_with():
    place = Path("/proc/self/environ")
    rows = place.read_bytes().decode().split("\\0") if place.exists() else [f"{k}={v}" for k, v in os.environ.items()]
    return dict(row.split("=", 1) for row in rows if "=" in row)

if __name__ == "__main__":
    with dask.config.set(running.SETTINGS), running.client_of(2, None) as client:
        print(json.dumps(list(client.run(begun_with).values())))
"""


def test_a_worker_has_one_thread_for_its_matrices_before_it_imports_anything(tmp_path: Path) -> None:
    (tmp_path / "asked.py").write_text(
        BEGUN_WITH
    )  # by a process of its own: a worker begins with the main module of who starts it
    given = os.environ | dict.fromkeys(running.ALONE, "4") | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(tmp_path / "asked.py")], env=given, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert len(told) == 2
    assert all({name: there.get(name) for name in running.ALONE} == dict.fromkeys(running.ALONE, "1") for there in told)
