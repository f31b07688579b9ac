"""What questions across all stories cost: `python -m benchmarks.exploring [EVENTS…] [--store URL]`, 1,000 and 20,000 else.

Invented stories of ten events each; the seconds of each question are printed, with no filter and with a narrow one. With
`--browser` the page is opened too, and a cell of the matrix clicked: needs the test tools and Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from extract.picks import Pick
from extract.store import Store, exploring
from extract.store.exploring import Filter
from tests.houses import fill

QUESTIONS: dict[str, Callable[..., object]] = {
    "months": exploring.months,
    "pairs": exploring.pairs,
    "ejections": exploring.ejections,
    "out": partial(exploring.out, on="2025-06-01"),
    "rows": exploring.rows,
    "count": exploring.count,
}
ALL = Filter(statuses=("happened",))
PAIR = exploring.narrowed(ALL, Pick("pair", ("ama okoro", "piri tamati")))
FILTERS = {"no filter": ALL, "words": Filter(words="shouting chamber"), "a party": Filter(party="lantern"), "a pair": PAIR}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="*", type=int, default=[1_000, 20_000])
    parser.add_argument("--store", metavar="URL", help="an empty store, for one number of events; else a new SQLite file")
    parser.add_argument("--browser", action="store_true", help="also time the page and a click, in Chromium")
    options = parser.parse_args()
    for events in options.events:
        with tempfile.TemporaryDirectory() as folder:
            store = Store.open(options.store or f"sqlite:///{Path(folder) / 'store.sqlite'}")
            seconds = _timed(partial(fill, store, events))
            sys.stdout.write(f"{events} events, filled in {seconds:.1f} s; revision {_timed(store.revision):.3f} s, ")
            sys.stdout.write(f"choices {_timed(partial(store.ask, exploring.choices)):.3f} s\n")
            for name, filter in FILTERS.items():
                times = (f"{key} {_timed(partial(store.ask, ask, filter)):.3f}" for key, ask in QUESTIONS.items())
                sys.stdout.write(f"  {name}: {', '.join(times)} s\n")
            store.close()
            if options.browser:
                first, click = in_browser(str(store._engine.url))
                sys.stdout.write(f"  in Chromium: page {first:.1f} s, click on a cell to its list {click:.2f} s\n")
    return 0


def in_browser(address: str) -> tuple[float, float]:
    """Seconds until the page is drawn, and from a click on a cell until its events are listed."""
    from playwright.sync_api import sync_playwright

    from benchmarks.first_view import FLAGS, server

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    os.environ["ORDER_PAPER_STORE"] = address
    with sync_playwright() as play, server() as url:
        page = play.chromium.launch(executable_path=chromium, args=FLAGS).new_page(viewport={"width": 1280, "height": 1500})
        start = time.perf_counter()
        page.goto(f"{url}/explore?figure=whom")
        page.wait_for_selector("#ready[data-figure=whom]", state="attached")
        page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg")
        first = time.perf_counter() - start
        page.wait_for_timeout(2000)
        named = page.evaluate("document.querySelector('.js-plotly-plot').data[0].customdata.findIndex(code => code)")
        box = page.locator(".js-plotly-plot .bars .point path").nth(named).bounding_box()
        assert box is not None
        start = time.perf_counter()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_selector("#ready[data-pick^=pair]", state="attached")
        return first, time.perf_counter() - start


def _timed(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
