"""How long one warm article takes: `python -m benchmarks.speed [FILE]` extracts it 20 times and says the median."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extract import extract, read

SEED = next((Path(__file__).parent.parent / "seeds").glob("000*.txt"))
ROUNDS = 20


def main(argv: list[str]) -> int:
    article = read(Path(argv[0]) if argv else SEED)
    cold = seconds(lambda: extract(article))
    warm = [seconds(lambda: extract(article)) for _ in range(ROUNDS)]
    sys.stdout.write(
        f"{article.id}: {article.words} words; first {cold:.2f} s (the pipeline is loaded); then {ROUNDS} times: "
        f"median {statistics.median(warm):.3f} s, from {min(warm):.3f} to {max(warm):.3f} s\n"
    )
    return 0


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
