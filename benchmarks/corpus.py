"""A corpus on one process and on two: `python -m benchmarks.corpus [SIZE ...] [--pairs K] [--workers N] [--corpus FILE]`.

Made-up articles, no two alike: of the rules' examples, one in eleven of a legislature, as in ordinary news; with --corpus those
of a file varied (benchmarks/varied.py). Prints for each size the peak memory of the
main process and of the largest worker: it should not grow with the corpus (10000 100000 tells more than the sizes of the
default). Then rates of one worker and of N side by side, K times. Rates leave out the start of the workers.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks import varied
from extract import gate, lexicon

SIZES = (500, 2000)
ONE_IN = 11
ROWS = 50
NAMES = ("Marlowe", "Okoro", "Hale", "Lind")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: articles a second once the workers are at work, and megabytes at most."""

    rate: float
    main: float
    worker: float


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each size, then one for each pair and the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    parser.add_argument("--pairs", type=int, default=3, metavar="K")
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="JSON Lines, its articles varied; none: made of examples")
    options = parser.parse_args(argv)
    given = varied.sources(options.corpus) if options.corpus else None
    with tempfile.TemporaryDirectory() as folder:
        first: Run | None = None
        for size in options.sizes:
            written(Path(folder), size, given)
            done = run(Path(folder), size, options.workers)
            sys.stdout.write(f"{size:>7,} articles: {done.rate:.1f}/s, main {done.main:.0f} MB, worker {done.worker:.0f} MB")
            if first is not None and first.rate:
                ratios = (done.rate / first.rate, done.main / first.main, done.worker / first.worker)
                sys.stdout.write("; {:.2f}, {:.2f}, {:.2f} times the first".format(*ratios))
            sys.stdout.write("\n")
            sys.stdout.flush()
            first = first or done
        times = []
        written(Path(folder), options.sizes[0], given)
        for _ in range(options.pairs):
            one, many = run(Path(folder), options.sizes[0], 1), run(Path(folder), options.sizes[0], options.workers)
            times.append(many.rate / one.rate)
            sys.stdout.write(f"one worker {one.rate:.1f}/s, {options.workers}: {many.rate:.1f}/s, {times[-1]:.2f} times\n")
        if times:
            sys.stdout.write(f"median: {statistics.median(times):.2f} times\n")
    return 0


def written(folder: Path, size: int, given: Sequence[varied.Source] | None) -> Path:
    """The file of so many articles, made once."""
    source = folder / f"{size}.jsonl"
    if not source.is_file():
        texts = varied.articles(given, size) if given else made(size)
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n, text in enumerate(texts))
    return source


def run(folder: Path, size: int, workers: int) -> Run:
    """One run as a process of its own, its memory looked at five times a second."""
    source = folder / f"{size}.jsonl"
    with tempfile.TemporaryDirectory() as out:
        words = ["corpus", str(source), f"{out}/out", "--workers", str(workers), "--partition-size", str(ROWS)]
        process = subprocess.Popen([sys.executable, "-m", "extract", *words], stdout=subprocess.DEVNULL)
        peaks = {"main": 0.0, "worker": 0.0}
        while process.poll() is None:
            _look(process.pid, peaks)
            time.sleep(0.2)
        return Run(rate(Path(out) / "out", workers), peaks["main"], peaks["worker"])


def _look(pid: int, peaks: dict[str, float]) -> None:
    try:
        own = psutil.Process(pid)
        sizes = [child.memory_info().rss / 1e6 for child in own.children(recursive=True)]
        peaks["main"] = max(peaks["main"], own.memory_info().rss / 1e6)
    except psutil.Error:
        return
    peaks["worker"] = max([peaks["worker"], *sizes])


def rate(out: Path, workers: int) -> float:
    """Articles a second from when every worker has finished a part."""
    ends = sorted(file.stat().st_mtime for file in (out / "done").glob("0*.json"))
    return (len(ends) - workers) * ROWS / (ends[-1] - ends[workers - 1]) if len(ends) > workers else 0.0


def made(size: int) -> Iterator[str]:
    """Articles of the sentences that the rules give as examples, each with people of its own."""
    chance = random.Random(7)
    every = [example for rule in lexicon.rules() for example in (*rule.yes, *rule.no)]
    ordinary = [example.text for example in every if not gate.legislative(example.text)]
    for n in range(size):
        sits = n % ONE_IN == 0
        rows = chance.sample([example.text for example in every] if sits else ordinary, chance.randint(8, 24))
        text = "\n".join(["The Speaker took the chair in Parliament at two.", *rows] if sits else rows)
        for name in NAMES:
            text = text.replace(name, "".join(chance.choices(varied.SYLLABLES, k=3)).capitalize())
        yield text


if __name__ == "__main__":
    sys.exit(main())
