"""The page across all stories in a real browser: pointing at a bar or a cell, the chip, the list that opens a story."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from extract.store import Store

from . import houses
from .test_browser import OVERLAPS, ROOT, _wait_for, browser, opened  # noqa: F401
from .test_exploring import later, put, uproar

APP = """
import sys
import streamlit as st
sys.path.insert(0, {root!r})
st.set_page_config(page_title="Order Paper", page_icon={root!r} + "/app_pages/icon.svg", layout="wide")
pages = [st.Page({root!r} + "/app_pages/explore.py", title="Explore", default=True)]
st.navigation([*pages, st.Page("app_pages/story.py", title="Story")], position="hidden").run()
"""
STORY = """
import streamlit as st
st.html(f"<p id='story'>{st.session_state.story} {st.session_state.event}</p>")
"""


@pytest.fixture(scope="module")
def explore(tmp_path_factory):
    """The page, beside a story page that says which event it was given; the store has some events."""
    folder = tmp_path_factory.mktemp("explore")
    (folder / "app_pages").mkdir()
    (folder / "app.py").write_text(APP.format(root=str(ROOT)), encoding="utf-8")
    (folder / "app_pages" / "story.py").write_text(STORY, encoding="utf-8")
    address = f"sqlite:///{folder / 'store.sqlite'}"
    store = Store.open(address)
    put(store, uproar(), later())
    houses.fill(store, 600, years=4, houses=2)
    store.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none", "--server.address=127.0.0.1"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options, "--browser.gatherUsageStats=false"]
    env = os.environ | {"ORDER_PAPER_STORE": address, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(20)


def ready(page, **data):
    """Wait until the page has been drawn as the data of its last mark say."""
    page.wait_for_selector("#ready" + "".join(f"[data-{name}='{value}']" for name, value in data.items()), state="attached")
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg")


def listed(page):
    return int(page.locator("#ready").get_attribute("data-events"))


def named(page):
    """The first cell that is of two by name; those of others choose nothing."""
    return page.evaluate("document.querySelector('.js-plotly-plot').data[0].customdata.findIndex(code => code)")


def point(page, place):
    bar = page.locator(".js-plotly-plot .bars .point path").nth(place)
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_cell_or_a_bar_narrows_the_list_and_the_chip_widens_it_again(opened, explore):  # noqa: F811
    page = opened(f"{explore}/?figure=whom")
    ready(page, figure="whom", pick="")
    before = listed(page)
    page.wait_for_timeout(1000)
    point(page, named(page))
    page.wait_for_selector("#ready[data-pick^='pair|']", state="attached")
    assert 0 < listed(page) < before
    assert "pick=pair" in page.url
    page.locator(".st-key-chip button").click()
    ready(page, pick="", events=before)
    assert "pick" not in page.url
    page.get_by_role("radio", name="Over time").click()
    ready(page, figure="when")
    page.wait_for_timeout(600)
    bars = page.locator(".js-plotly-plot .barlayer .trace").nth(1).locator(".point path")
    for place in (0, 5):
        box = bars.nth(place).bounding_box()
        had = page.locator("#ready").get_attribute("data-pick")
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_selector(f"#ready[data-pick^='span|heckle|']:not([data-pick='{had}'])", state="attached")
        assert 0 < listed(page) < before
        page.wait_for_timeout(700)
        assert page.locator("#ready").get_attribute("data-pick") != "", "what the redrawn chart says does not undo the choice"


def test_a_row_opens_its_story_at_the_event(opened, explore):  # noqa: F811
    page = opened(f"{explore}/?words=speaker+tamati&types=ejection&by_outlet=The+Post")
    ready(page)
    table = page.locator("[data-testid=stDataFrame]").first
    page.wait_for_timeout(1500)
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 300, box["y"] + 52)
    page.wait_for_selector("#story")
    assert page.locator("#story").inner_text() == "later e2"


@pytest.mark.parametrize("wide", [1280, 390])
def test_no_label_lies_on_another_and_nothing_is_wider_than_the_page(opened, explore, wide):  # noqa: F811
    page = opened(explore, wide=wide, high=1400)
    page.wait_for_selector("#ready[data-width='1120']" if wide > 1000 else "#ready[data-width^='3']", state="attached")
    for name, figure in (("Over time", "when"), ("Who to whom", "whom"), ("Put out", "out"), ("Out on a day", "now")):
        page.get_by_role("radio", name=name).click()
        ready(page, figure=figure)
        page.wait_for_timeout(500)
        assert page.evaluate(OVERLAPS) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
