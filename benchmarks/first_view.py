"""How long the first visitor waits: `python -m benchmarks.first_view [ROUNDS]` starts the dashboard on an empty store.

Timed from the server's first healthy answer: the header, then all charts and the evidence. Needs the test tools and Chromium.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
ROUNDS = 3
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]


def main(argv: list[str]) -> int:
    with launched() as browser:
        seen = [first_view(browser) for _ in range(int(argv[0]) if argv else ROUNDS)]
    for name, times in zip(("header", "all charts and the evidence"), zip(*seen, strict=True), strict=True):
        sys.stdout.write(f"{name}: median {statistics.median(times):.1f} s, from {min(times):.1f} to {max(times):.1f} s\n")
    return 0


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium. SystemExit where there is none."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium on this machine; install it with apt-get install chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def first_view(browser: Browser) -> tuple[float, float]:
    """Seconds from a healthy server with an empty store to the header, and to the whole story."""
    with tempfile.TemporaryDirectory() as folder, server(f"sqlite:///{folder}/store.sqlite") as url:
        page = browser.new_page(viewport={"width": 1280, "height": 1500})
        start = time.perf_counter()
        page.goto(url)
        page.wait_for_selector("h1, h2, [data-testid=stHeading]")
        header = time.perf_counter() - start
        page.wait_for_selector("#ready", state="attached", timeout=60_000)
        page.wait_for_function("document.querySelectorAll('[data-testid=stPlotlyChart] .main-svg').length >= 4")
        whole = time.perf_counter() - start
        page.close()
    return header, whole


@contextmanager
def server(store: str) -> Iterator[str]:
    """A dashboard of its own on a store, on a free port, stopped afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = os.environ | {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true", "ORDER_PAPER_STORE": store}
    process = subprocess.Popen([sys.executable, "-m", "extract", "serve"], cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        wait(f"{url}/_stcore/health")
        yield url
    finally:
        process.terminate()
        process.wait(10)


def wait(url: str) -> None:
    """Until the server answers."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(url)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
