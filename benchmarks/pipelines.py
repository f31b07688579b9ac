"""Two language pipelines side by side: `python -m benchmarks.pipelines OTHER [FILE…]` says words a second, load time and size.

OTHER is a folder, such as an earlier version (`git archive COMMIT extract/language/pipeline | tar x -C DIR`); it and ours read
the same texts in turn, so that a noisy machine disturbs both alike. The ratio is the median of the rounds' own.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from extract.language import PIPELINE, load

ROOT = Path(__file__).parent.parent
ROUNDS = 7
LOADING = "import spacy, time; from extract.language import load; t = time.perf_counter(); load(); print(time.perf_counter() - t)"


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args(argv)
    files = options.files or sorted((ROOT / "seeds").glob("*.txt"))
    texts = [path.read_text(encoding="utf8") for path in files] * 5
    rounds = [(rate(str(options.other), texts), rate(None, texts)) for _ in range(ROUNDS)]
    other, ours = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(mine / theirs for theirs, mine in rounds)
    loading = statistics.median(seconds_to_load() for _ in range(3))
    size, before = megabytes(PIPELINE), megabytes(options.other)
    sys.stdout.write(
        f"words a second: other {other:,.0f}, ours {ours:,.0f}: {ratio:.2f} of the other (median of {ROUNDS} rounds)\n"
        f"ours loads in {loading:.2f} s once spaCy is imported; {size:.1f} MB, other {before:.1f} MB\n"
    )
    return 0


def rate(name: str | None, texts: list[str]) -> float:
    """Tokens that a warm pipeline reads in a second."""
    nlp = load(name)
    start = time.perf_counter()
    tokens = sum(len(nlp(text)) for text in texts)
    return tokens / (time.perf_counter() - start)


def seconds_to_load() -> float:
    """In a process of its own."""
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True, cwd=ROOT)
    return float(done.stdout)


def megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
