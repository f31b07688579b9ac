"""`python -m extract corpus IN OUT`: many articles on all processors or on a cluster; tables of events and articles out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from tqdm import tqdm

from .. import roster
from ..reading import DATES, is_date
from .codebook import checked
from .parsing import loaded
from .streams import Misuse, out, plain, remark

if TYPE_CHECKING:
    from ..corpus import Job
    from ..corpus.reporting import Report
    from ..corpus.running import Done
    from ..store import Store

BEHIND = 10  # what `nice` takes where no number is given: of ten seconds of a processor, another gets nine


def corpus(options: Namespace) -> int:
    """0: all read; 1: some skipped; 2: nothing read."""
    from ..corpus import reporting

    job = _job(options)
    if not options.cluster:
        _give_way()
    done = _done(options, job)
    folder = Path(options.out)
    with _writing(folder):
        report = reporting.write(options.source, folder, done)
    if job.stories:
        _keep(options.store, folder, done)
    for note in report.notes:
        remark(f"note: {note}")
    if (more := report.notes_in_all - len(report.notes)) > 0:
        remark(f"note: and {more:,} more, each with its line in {folder / reporting.NOTES}")
    _say_skipped(folder / reporting.SKIPPED, report, reporting.SAID)
    out(plain(_summary(report)))
    bad = report.skipped + report.failed + report.parts_failed
    return 2 if not report.read else 1 if bad else 0


def _give_way() -> None:
    """As `nice` does, this process and the workers that it starts go behind others, such as the dashboard."""
    own = psutil.Process()
    with suppress(psutil.Error, OSError):  # where that is not allowed, it is as it was
        own.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS if psutil.WINDOWS else max(own.nice(), BEHIND))


def _job(options: Namespace) -> Job:
    """What is asked, with all that can be known to be wrong before any article is read. Raises Misuse."""
    from ..corpus import Job
    from ..reading import parts

    if options.published and not is_date(options.published):
        raise Misuse(f"--published {options.published!r} is no date; {DATES}")
    if options.pipeline:
        loaded(options.pipeline)
    if options.roster:
        try:
            roster.read(options.roster)
        except roster.Unusable as error:
            raise Misuse(f"--roster {error}") from None
    if options.store is not None:
        _opened(options.store).close()
    if options.cluster and parts.is_named(options.source) and not Path(options.source).is_absolute():
        raise Misuse(
            f"{options.source}: workers of a cluster look for such files themselves; give its whole name, from the root on"
        )
    if options.cluster and options.workers:
        raise Misuse("--workers are processes of this machine, --cluster has its own; give one of the two")
    return Job(
        out=str(Path(options.out).absolute()),
        published=options.published,
        outlet=options.outlet,
        max_chars=options.max_chars,
        pipeline=_place(options.pipeline),
        codebook=_place(checked(options.codebook)) if options.codebook else None,
        roster=_place(options.roster),
        stories=options.store is not None,
    )


def _place(given: str | None) -> str | None:
    """A file or folder by a name that holds for every worker."""
    return str(Path(given).absolute()) if given and Path(given).exists() else given


def _done(options: Namespace, job: Job) -> Done:
    from ..corpus import run
    from ..corpus.running import Unusable
    from ..reading import parts

    if not Path(options.source).exists():
        raise Misuse(f"{options.source}: no such file or folder; check the name")
    total, articles = parts.size(options.source), 0
    with tqdm(total=total, unit="B", unit_scale=True, delay=1, disable=None, leave=False, file=sys.stderr) as bar:

        def tell(size: int, count: int) -> None:
            nonlocal articles
            articles += count
            rate = articles / (bar.format_dict["elapsed"] or 1)
            bar.set_postfix_str(f"{articles:,} articles, {rate:.1f}/s", refresh=False)
            bar.update(size)

        try:
            with _writing(Path(options.out)):
                return run(
                    options.source, job, rows=options.partition_size, workers=options.workers, cluster=options.cluster, tell=tell
                )
        except Unusable as error:
            raise Misuse(str(error)) from None
        except KeyboardInterrupt:
            remark(f"broken off; what is done is kept in {options.out}, and the same command goes on from there")
            raise


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """What the disk refuses is one line; what was done before is kept."""
    try:
        yield
    except OSError as error:
        where, reason = error.filename or out, (error.strerror or str(error)).lower()
        raise Misuse(f"{where}: cannot be read or written ({reason}); mend that and run it again, it goes on there") from None


def _keep(url: str, folder: Path, done: Done) -> None:
    """One writer, in the order of the input; what is in the store is taken out of the folder."""
    from ..corpus import records
    from ..exports import contract
    from ..store import Unusable

    store = _opened(url)
    try:
        files = [folder / records.STORIES / f"{name}.json" for name in done.parts]
        for file in tqdm([file for file in files if file.is_file()], delay=1, disable=None, leave=False, file=sys.stderr):
            for _ in store.add(contract.loads(file.read_bytes())):
                pass
            file.unlink()
    except Unusable as error:
        raise Misuse(str(error)) from None
    finally:
        store.close()


def _opened(url: str) -> Store:
    from ..store import Store, Unusable

    try:
        return Store.open(url or None)
    except Unusable as error:
        raise Misuse(str(error)) from None


def _say_skipped(file: Path, report: Report, most: int) -> None:
    with file.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(most), strict=False):
            remark(line)
    if (more := report.skipped + report.failed + report.parts_failed - most) > 0:
        remark(f"and {more:,} more, each with its line in {file}")


def _summary(report: Report) -> str:
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.read:,} articles read, {report.parsed:,} of them parsed, {report.told:,} tell events"
    if report.skipped or report.failed:
        yield f"{report.skipped:,} not read, {report.failed:,} not extracted"
    yield f"{sum(report.events.values()):,} events" + "".join(f"\n  {n:>8,}  {type}" for type, n in report.events.items())
    again = f", {report.parts_before} of {report.parts} parts done before" if report.parts_before else ""
    yield f"{report.seconds:,.1f} seconds, {report.articles_per_second:,.1f} articles a second{again}"
