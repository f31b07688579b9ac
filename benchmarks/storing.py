"""What keeping costs as the store grows: `python -m benchmarks.storing [ARTICLES] [--store URL]`.

Made-up articles, three of each story, are added one by one as a desk would; the seconds of each 500 are printed. No extraction.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from extract.store import Store
from tests.store_process import made

STEP = 500


def main() -> int:
    """Prints a line for each 500 articles, then what a search and a list take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=3000)
    parser.add_argument("--store", metavar="URL", help="an empty store; else a new SQLite file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(options.store or f"sqlite:///{Path(folder) / 'store.sqlite'}")
        for first in range(0, options.articles, STEP):
            seconds = _timed(partial(_filled, store, first))
            sys.stdout.write(f"{first + STEP} articles, {len(store.stories())} stories: {seconds:.1f} s for the last {STEP}\n")
        sys.stdout.write(f"search {_timed(lambda: store.search('shouted chamber')):.3f} s, list {_timed(store.stories):.3f} s\n")
        store.close()
    return 0


def _filled(store: Store, first: int) -> None:
    for turn in range(first, first + STEP):
        list(store.add([made("a", turn)]))


def _timed(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
