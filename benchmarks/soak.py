"""The dashboard under load: `python -m benchmarks.soak [MINUTES]` (30), on a store that grows meanwhile.

Twenty readers speak to the server as a browser's socket does, one Chromium presses and is timed, another hands in an article a
minute, and a corpus is read into the same store. Says what went wrong, what a press costs and how the memory grew after warm-up.
Needs the test tools and Chromium.
"""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

import psutil
import websockets
from playwright.sync_api import Error, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.clicks import QUIET
from benchmarks.first_view import ROOT, launched, server
from tests.houses import FIRST, FIRST_DAY, GIVEN, LAST, OUTLETS, PARTIES, fill
from tests.shelves import opened, seeded

MINUTES = 30.0
READERS, PAUSE = 20, 15.0  # seconds between two things that a reader does, on average
STORED = 1000  # events in the store at first
WARM = 0.2  # the share of the time that counts as warm-up
PAGES = ("", "compare", "explore", "correct", "about")


@dataclass
class Seen:
    """What is measured: seconds of presses and of readers' views, megabytes by the time, and what went wrong."""

    until: float
    presses: list[float] = field(default_factory=list)
    views: list[float] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    uploads: int = 0
    kept: int = 0

    @property
    def over(self) -> bool:
        return time.perf_counter() > self.until


def main(argv: list[str]) -> int:
    minutes = float(argv[0]) if argv else MINUTES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = seeded(folder)
        with opened(address) as store:
            fill(store, STORED)
        with server(address) as url:
            seen = Seen(time.perf_counter() + 60 * minutes)
            others = [
                threading.Thread(target=asyncio.run, args=(_readers(url, seen),)),
                threading.Thread(target=_corpus, args=(folder, address, seen)),
                threading.Thread(target=_uploads, args=(url, folder, seen)),
                threading.Thread(target=_weigh, args=(seen,)),
            ]
            for other in others:
                other.start()
            _press(url, seen)
            for other in others:
                other.join()
    _report(seen, minutes)
    return 1 if seen.wrong else 0


async def _readers(url: str, seen: Seen) -> None:
    await asyncio.gather(*(_reader(url, seen, random.Random(n)) for n in range(READERS)))


async def _reader(url: str, seen: Seen, chance: random.Random) -> None:
    """One who looks at a page, chooses an event and goes on, on one connection."""
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    while not seen.over:
        try:
            async with websockets.connect(address, max_size=None, subprotocols=["streamlit"]) as socket:  # type: ignore[list-item]
                for _ in range(chance.randrange(5, 15)):
                    start = time.perf_counter()
                    await _viewed(socket, chance, seen)
                    seen.views.append(time.perf_counter() - start)
                    await asyncio.sleep(chance.uniform(0, 2 * PAUSE))
                    if seen.over:
                        return
        except (OSError, TimeoutError, websockets.WebSocketException) as error:
            seen.wrong.append(f"reader: {error!r}")
            await asyncio.sleep(1)


async def _viewed(socket: websockets.ClientConnection, chance: random.Random, seen: Seen) -> None:
    """Asks for a page and waits until all of it is there; an exception on it is remembered."""
    asked = BackMsg()
    asked.rerun_script.query_string = f"event=e{chance.randrange(1, 19)}"
    asked.rerun_script.page_name = chance.choice(PAGES)
    await socket.send(asked.SerializeToString())
    while True:
        told = ForwardMsg()
        told.ParseFromString(await asyncio.wait_for(socket.recv(), timeout=60))  # type: ignore[arg-type]
        if told.delta.new_element.HasField("exception"):
            seen.wrong.append(f"reader: {told.delta.new_element.exception.message[:200]}")
        if told.WhichOneof("type") == "script_finished":
            return


def _press(url: str, seen: Seen) -> None:
    """Presses → in the story, a press each few seconds, and times each until the last view is redrawn."""
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 1500})
        page.on("pageerror", lambda error: seen.wrong.append(f"page: {error}"))
        page.goto(f"{url}/?story={_seed_story(url, page)}")
        page.wait_for_selector("#ready", state="attached", timeout=60_000)
        page.wait_for_timeout(5000)
        while not seen.over:
            try:
                seen.presses.append(_pressed(page))
            except Error as error:
                seen.wrong.append(f"press: {str(error).splitlines()[0]}")
                page.reload()
                page.wait_for_selector("#ready", state="attached", timeout=60_000)
            page.wait_for_timeout(3000)


def _seed_story(url: str, page: Page) -> str:
    """The id of the story that an empty address shows at first."""
    page.goto(url)
    page.wait_for_selector("#ready", state="attached", timeout=60_000)
    return page.evaluate("new URLSearchParams(location.search).get('story')") or ""


def _pressed(page: Page) -> float:
    before = page.locator("#ready").get_attribute("data-event")
    start = time.perf_counter()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(f"#ready:not([data-event='{before}'])", state="attached", timeout=20_000)
    page.wait_for_function(QUIET)
    return time.perf_counter() - start


def _uploads(url: str, folder: Path, seen: Seen) -> None:
    """Hands in one article a minute, as somebody does who has the page open all day."""
    chance = random.Random(7)
    with launched() as browser:
        page = browser.new_page()
        page.on("pageerror", lambda error: seen.wrong.append(f"page: {error}"))
        page.goto(f"{url}/add")
        while not seen.over:
            turn = time.perf_counter()
            try:
                _handed_in(page, folder / f"upload-{seen.uploads}.html", _page(*article(chance)))
                seen.uploads += 1
            except Error as error:
                seen.wrong.append(f"upload: {str(error).splitlines()[0]}")
                page.goto(f"{url}/add")
            page.wait_for_timeout(max(0, min(60, seen.until - turn) - (time.perf_counter() - turn)) * 1000)


def _handed_in(page: Page, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    page.locator("input[type=file]").set_input_files(str(file), timeout=30_000)
    page.get_by_text(file.name).first.wait_for()
    page.get_by_role("button", name="Read", exact=False).last.click()
    page.get_by_text("1 article read").wait_for(timeout=60_000)
    page.reload()


def _corpus(folder: Path, address: str, seen: Seen) -> None:
    """Reads one corpus after another into the store."""
    chance = random.Random(3)
    while not seen.over:
        given = folder / "corpus.jsonl"
        told = (article(chance) for _ in range(200))
        rows = ({"id": f"c{seen.kept + n}", "text": text, "published": day} for n, (text, day) in enumerate(told))
        given.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        command = [sys.executable, "-m", "extract", "corpus", str(given), str(folder / f"out-{seen.kept}"), "--store", address,
                   "--workers", "1"]  # fmt: skip
        done = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        while done.poll() is None and not seen.over:
            time.sleep(0.5)
        if done.poll() is None:
            done.terminate()
        elif done.returncode:
            seen.wrong.append(f"corpus: {(done.stderr.read() if done.stderr else '').strip()[-200:]}")
            return
        done.wait(30)
        seen.kept += 200


def article(chance: random.Random) -> tuple[str, str]:
    """An invented report in which somebody shouts, is warned and is put out, and its day: far apart, so that each is a story."""
    name = lambda: f"{chance.choice(GIVEN)} {chance.choice(FIRST)}{chance.choice(LAST)}"  # noqa: E731
    one, other, chair = name(), name(), name()
    party, second = chance.sample(PARTIES, 2)
    bill = f"bill {chance.randrange(10_000)}"
    day = FIRST_DAY + timedelta(chance.randrange(4500))
    text = (
        f"Uproar over {bill}\n\n{party} MP {one} shouted at {second} leader {other} in Parliament on Tuesday over {bill}. "
        f"Speaker {chair} warned him twice. {other} accused {one.split()[-1]} of lying. The Speaker then ordered him out of the "
        f"chamber, and {party} MPs walked out. It was reported by {chance.choice(OUTLETS)}."
    )
    return text, day.isoformat()


def _page(text: str, day: str) -> str:
    """The report as a page of the web."""
    title, _, body = text.partition("\n\n")
    head = f'<title>{title}</title><meta property="article:published_time" content="{day}">'
    return f'<html lang="en"><head>{head}</head><body><article><h1>{title}</h1><p>{body}</p></article></body></html>'


def _weigh(seen: Seen) -> None:
    """The memory of the server and of the process that reads, in megabytes, every ten seconds."""
    while not seen.over:
        with suppress(psutil.Error):
            seen.memory.append((time.perf_counter(), sum(one.memory_info().rss for one in _server()) / 2**20))
        time.sleep(10)


def _server() -> Iterator[psutil.Process]:
    """The dashboard among this process's children, and what it started."""
    for one in psutil.Process().children():
        with suppress(psutil.Error):  # it may end while it is asked
            if "serve" in one.cmdline():
                yield one
                yield from one.children(recursive=True)


def _report(seen: Seen, minutes: float) -> None:
    warm = seen.until - 60 * minutes * (1 - WARM)
    before, after = ([mb for at, mb in seen.memory if (at > warm) == late] for late in (False, True))
    early, last = median(after[:6]), median(after[-6:])
    say = sys.stdout.write
    say(f"{minutes:g} minutes, {READERS} readers with {len(seen.views)} views, {seen.uploads} uploads, {seen.kept} of a corpus\n")
    say(f"press in Chromium: median {median(seen.presses):.2f} s, 95th percentile {quantiles(seen.presses, n=20)[-1]:.2f} s "
        f"of {len(seen.presses)}\n")  # fmt: skip
    say(f"view of a reader: median {median(seen.views):.2f} s, 95th percentile {quantiles(seen.views, n=20)[-1]:.2f} s\n")
    say(f"memory: {max(before):.0f} MB at most in warm-up, {early:.0f} MB after it, {last:.0f} MB at the end "
        f"({last / early - 1:+.1%})\n")  # fmt: skip
    say(f"went wrong: {len(seen.wrong)}\n" + "".join(f"  {line}\n" for line in seen.wrong[:20]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
