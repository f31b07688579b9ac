"""The run: parts go out to the workers, a few at a time, and only counts come back; what is done already is not done again."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import count
from pathlib import Path

import dask
import orjson
from dask.system import CPU_COUNT
from distributed import Client, Future, LocalCluster, wait
from distributed.comm.core import CommClosedError

from extract.corpus import records
from extract.corpus.job import Job
from extract.corpus.records import Record
from extract.corpus.work import work
from extract.logs import LOG
from extract.logs import name as plain
from extract.reading.about import Way, spelt
from extract.reading.parts import Part, parts

AHEAD = 2  # parts in flight for each thread: one at work, one waiting, so that none idles and memory stays flat
PATIENCE = 60  # seconds in which a cluster has to show a worker
AGAIN = "what is done is kept: mend that and run the same command, it goes on from there"
ALONE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
LOGGERS = ("distributed", "distributed.client", "distributed.comm", "tornado.application")
SETTINGS = {
    # A processor has one worker, and one thread of it; what a worker no longer needs goes back to the system.
    "distributed.nanny.pre-spawn-environ": dict.fromkeys(ALONE, "1") | {"MALLOC_TRIM_THRESHOLD_": "65536"},
    "logging": dict.fromkeys(("distributed", "tornado.application"), "critical"),  # what went wrong with a part is said here
    "distributed.admin.log-length": 100,
    "distributed.admin.low-level-log-length": 100,
    "distributed.comm.timeouts.connect": "20s",
    "distributed.comm.retry.count": 2,
}


UNSEEN = "done, but what was written is not in OUT; give a folder that all workers and this machine share, and run it again"


class Unusable(Exception):
    """The run cannot be: its text is the one line that says why and what would do."""


@dataclass(frozen=True, slots=True)
class Done:
    """The parts of a finished run in order, those that were done before, those that could not be, and how long the rest took."""

    parts: tuple[str, ...]
    before: int = 0
    failed: tuple[tuple[str, str], ...] = ()  # which rows, and why
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    articles: int = 0  # of the parts that were done now


@dataclass(slots=True)
class _Going:
    """A run while it goes on."""

    parts: list[str] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)  # the parts that workers say are done, and which rows they are
    out: dict[Future[Record], Part] = field(default_factory=dict)
    before: int = 0
    articles: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)


Tell = Callable[[int, int], object]  # bytes that are done, and articles that were done now


def run(source: str, job: Job, *, rows: int, workers: int | None = None, cluster: str | None = None, tell: Tell) -> Done:
    """Every part of the source done, by local processes or on a cluster. Raises Unusable."""
    claim(Path(job.out), source)
    start, going = time.perf_counter(), _Going()
    found = _parts(source, rows, job, going)
    with dask.config.set(SETTINGS):
        first = _next_undone(found, job, going, tell)
        if first is not None:
            with client_of(workers, cluster) as client, _losing(client):
                _carried_out(client, first, found, job, going, tell)
    going.failed += [(which, UNSEEN) for name, which in going.made.items() if records.find(Path(job.out), name) is None]
    return Done(
        tuple(going.parts), going.before, tuple(going.failed), tuple(going.notes), time.perf_counter() - start, going.articles
    )


def claim(out: Path, source: str) -> None:
    """Marks a folder as that of one input. Raises Unusable where it is another's, or would itself be read."""
    if Path(source).is_dir() and Path(source).resolve() in out.resolve().parents:
        raise Unusable(f"{out}: lies inside {source}, and would be read with it the next time; give a folder outside of it")
    mark = out / records.DONE / "input.json"
    told = orjson.dumps({"input": spelt(source)})
    if mark.is_file() and mark.read_bytes() != told:
        theirs = orjson.loads(mark.read_bytes())["input"]
        raise Unusable(f"{out}: holds the results of {theirs}; give a folder of its own to each input")
    if not mark.is_file():
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise Unusable(f"{out}: no empty folder, and none that a run began; give a new one")
        records.whole(mark, told)


def _parts(source: str, rows: int, job: Job, going: _Going) -> Iterator[tuple[str, Part]]:
    """The parts with their names: the same for the same rows, read in the same way by the same rules."""
    version = job.version()
    way = Way(max_chars=job.max_chars, note=lambda line: going.notes.setdefault(spelt(line)))
    for number, part in zip(count(1), parts(source, rows=rows, way=way), strict=False):
        name = f"{number:06}-{blake2b(f'{version} {part.key()}'.encode(), digest_size=8).hexdigest()}"
        going.parts.append(name)
        yield name, part


def _next_undone(found: Iterator[tuple[str, Part]], job: Job, going: _Going, tell: Tell) -> tuple[str, Part] | None:
    """The next part that is to be done; those before it are done."""
    for name, part in found:
        record = records.find(Path(job.out), name)
        if record is None:
            return name, part
        going.before += 1
        tell(part.bytes, 0)
    return None


def _carried_out(
    client: Client, first: tuple[str, Part] | None, found: Iterator[tuple[str, Part]], job: Job, going: _Going, tell: Tell
) -> None:
    """Keeps as many parts in flight as the workers have threads, and as many again."""
    todo = first
    while todo is not None or going.out:
        width = AHEAD * max(1, sum(client.nthreads().values()))
        while todo is not None and len(going.out) < width:
            name, part = todo
            future = client.submit(work, part, name, job, key=f"part-{name}", pure=False, retries=1)
            going.out[future] = replace(part, data=b"")
            todo = _next_undone(found, job, going, tell)
        for future in _next_done(client, going):
            _taken_in(future, going, tell)


def _next_done(client: Client, going: _Going) -> Iterable[Future[Record]]:
    """The parts in flight that are done, once one is. Raises Unusable where nobody is left to do them."""
    while True:
        try:
            done: Iterable[Future[Record]] = wait([*going.out], timeout=PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            if not client.nthreads():
                raise Unusable(f"no worker is left, and none came for {PATIENCE} seconds; {AGAIN}") from None
        else:
            return done


@contextmanager
def _losing(client: Client) -> Iterator[None]:
    """Whatever a client is asked when its scheduler has died. Raises Unusable."""
    try:
        yield
    except (CancelledError, CommClosedError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and client.status == "running":  # of a closed pool it says no more
            raise
        raise Unusable(f"the scheduler went away; {AGAIN}") from None


def _taken_in(future: Future[Record], going: _Going, tell: Tell) -> None:
    part = going.out.pop(future)
    if future.status == "finished":
        record: Record = future.result()
        going.articles += record.articles
        going.made[record.part] = _which(part)
        told = (plain(_which(part)), record.articles, sum(record.events.values()), record.seconds)
        LOG.info("%s: %d read, %d events, %.1f s", *told)
        tell(part.bytes, record.articles)
        return
    error = future.exception()
    going.failed.append((_which(part), _why(error)))
    LOG.warning("%s: not done (%s)", plain(_which(part)), type(error).__name__)
    tell(part.bytes, 0)


def _why(error: BaseException | None) -> str:
    if isinstance(error, ImportError):
        return f"not done (a worker has no {error.name}); start the workers in a copy of this project, with its requirements.txt"
    told = error.strerror.lower() if isinstance(error, OSError) and error.strerror else type(error).__name__
    return f"not done ({told}); run it again, or report it"


def _which(part: Part) -> str:
    return f"{spelt(part.name)}, rows {part.first + 1} to {part.first + part.rows}"


@contextmanager
def client_of(workers: int | None, cluster: str | None) -> Iterator[Client]:
    """A client of an existing cluster, or of processes that end with it. Raises Unusable."""
    if cluster is not None:
        with _silent(), _connected(cluster) as client:
            yield client
        return
    with _unset(ALONE), _deaf():
        local = LocalCluster(
            n_workers=workers or CPU_COUNT, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        )
    with local, Client(local) as client:
        yield client


@contextmanager
def _unset(names: Iterable[str]) -> Iterator[None]:
    """The environment without these, which would go before what a worker is told to have."""
    held = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(held)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl-C, which a terminal tells all of: this one ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _silent() -> Iterator[None]:
    """What a client of Dask logs when it loses its scheduler is a traceback; the run says it in a line."""
    before = {name: logging.getLogger(name).level for name in LOGGERS}
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        client = Client(address)
    except ValueError:
        raise Unusable(f"{address}: no address of a scheduler; give one such as tcp://127.0.0.1:8786") from None
    except OSError as error:
        raise Unusable(
            f"{address}: no scheduler of Dask answers ({type(error).__name__}); start one with `dask scheduler`"
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise Unusable(f"{address}: no worker within {PATIENCE} seconds; start one with `dask worker {address}`") from None
        yield client
