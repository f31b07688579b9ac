"""How long a press takes to be seen: `python -m benchmarks.clicks [EVENTS…]`, in the seed story and in Explore.

Timed in Chromium from the press to the last view redrawn. Explore is measured at 1,000 and 20,000 stored events. Needs the test
tools and Chromium.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.first_view import launched, server
from extract.store import Store
from tests.houses import fill
from tests.shelves import seeded

PRESSES = 9


def main(argv: list[str]) -> int:
    sizes = [int(size) for size in argv] or [1_000, 20_000]
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        with server(seeded(Path(folder))) as url:
            page = browser.new_page(viewport={"width": 1280, "height": 1500})
            page.goto(url)
            _say("story, 18 events, next event", _presses(page, _next))
            _say("story, 18 events, a column of the timeline", _presses(page, _column))
            page.close()
        for size in sizes:
            address = f"sqlite:///{Path(folder) / f'{size}.sqlite'}"
            store = Store.open(address)
            fill(store, size)
            store.close()
            with server(address) as url:
                page = browser.new_page(viewport={"width": 1280, "height": 1500})
                start = time.perf_counter()
                page.goto(f"{url}/explore")
                page.wait_for_selector("#ready", state="attached", timeout=60_000)
                sys.stdout.write(f"explore, {size} events, first view: {time.perf_counter() - start:.2f} s\n")
                _say(f"explore, {size} events, another question", _presses(page, _question))
                page.close()
    return 0


def _presses(page: Page, press: Callable[[Page, int], None]) -> list[float]:
    """Seconds from each press to the last view redrawn; the first, which fetches what is new, is not counted."""
    page.wait_for_selector("#ready", state="attached", timeout=60_000)
    page.wait_for_timeout(2500)
    times = []
    for turn in range(PRESSES + 1):
        start = time.perf_counter()
        press(page, turn)
        page.wait_for_function(QUIET)
        times.append(time.perf_counter() - start)
        page.wait_for_timeout(600)
    return times[1:]


# Streamlit says whether a script runs; what it changed is drawn in the frame after.
QUIET = """() => new Promise(done => {
  if (document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'running') return done(false);
  requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
})"""


def _next(page: Page, turn: int) -> None:
    del turn
    before = page.locator("#ready").get_attribute("data-event")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(f"#ready:not([data-event='{before}'])", state="attached")


def _column(page: Page, turn: int) -> None:
    before = page.locator("#ready").get_attribute("data-event")
    box = page.locator(".js-plotly-plot .bars .point path").nth((3 * turn + 2) % 17).bounding_box()
    if box is None:
        raise RuntimeError("the timeline is not drawn")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.3)
    page.wait_for_selector(f"#ready:not([data-event='{before}'])", state="attached")


def _question(page: Page, turn: int) -> None:
    """The next of the questions, until its figure stands there."""
    names = ("Who to whom", "Put out", "Over time")
    chart = page.locator(".js-plotly-plot").first
    before = chart.inner_html()
    page.get_by_text(names[turn % len(names)], exact=True).first.click()
    page.wait_for_function(
        "before => { const one = document.querySelector('.js-plotly-plot'); return one && one.innerHTML !== before; }", arg=before
    )


def _say(name: str, times: list[float]) -> None:
    sys.stdout.write(f"{name}: median {statistics.median(times):.2f} s, from {min(times):.2f} to {max(times):.2f} s\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
