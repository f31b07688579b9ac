"""The dashboard and the exported page in a real browser: what only a browser can show to be true."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest

from extract.exports.page import page as html_page
from tests.factories import seed_story
from tests.pressing import idle
from tests.shelves import seeded

ROOT = Path(__file__).parent.parent
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"]
PATIENCE = 40_000
# A page other than the first is asked for below its own name, before Streamlit asks at the root; that is no fault of ours.
PROBED = re.compile(r"Failed to load resource: the server responded with a status of 404")
PASTED = (
    "Ama Okoro shouted at the Prime Minister in Parliament on Tuesday. "
    "The Speaker, Jo Lind, then ordered Ms Okoro out of the House."
)
OVERLAPS = """() => {
  const hits = [];
  for (const chart of document.querySelectorAll('.js-plotly-plot')) {
    const labels = [...chart.querySelectorAll('.annotation-text')].map(text => [text.getBoundingClientRect(), text.textContent]);
    const shown = labels.filter(([box]) => box.width > 0);
    shown.forEach(([a, one], place) => shown.slice(place + 1).forEach(([b, other]) => {
      const across = a.left < b.right - 1 && b.left < a.right - 1;
      if (across && a.top < b.bottom - 1 && b.top < a.bottom - 1) hits.push(`${one} / ${other}`);
    }));
  }
  return hits;
}"""


@pytest.fixture(scope="module")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The dashboard as `serve` starts it, on a free port and an empty store; ends with the tests."""
    with running(f"sqlite:///{tmp_path_factory.mktemp('store') / 'store.sqlite'}") as url:
        yield url


@contextmanager
def running(store):
    """A dashboard on a store, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", *options]
    where = {**os.environ, "ORDER_PAPER_STORE": store}
    started = subprocess.Popen(command, cwd=ROOT, env=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/_stcore/health")
        yield url
    finally:
        started.terminate()
        started.wait(20)


def _wait_for(url):
    for _ in range(240):
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"nothing answers at {url}")


@pytest.fixture
def opened(browser):
    """Pages of one width, which may talk to this machine alone and must not complain."""
    contexts, wrong = [], []

    def opening(url, *, wide=1280, high=1500, offline=False, dark=False):
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": wide, "height": high}, accept_downloads=True, color_scheme=scheme)
        contexts.append(context)
        context.set_offline(offline)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if _complaint(said) else None)
        page.on("request", lambda request: wrong.append(f"request: {request.url}") if not _local(request.url) else None)
        page.goto(url)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert wrong == []


def _complaint(said):
    return said.type == "error" and not PROBED.match(said.text)


def _local(url):
    return re.match(r"(http|ws)://127\.0\.0\.1:|file:///|data:|blob:|about:", url) is not None


def drawn(page, event=None):
    """Wait until the dashboard has drawn its figures, for *event* when there is one."""
    page.wait_for_selector("#ready" + (f"[data-event={event}]" if event else ""), state="attached")
    page.wait_for_function("document.querySelectorAll('[data-testid=stPlotlyChart] .main-svg').length >= 4")
    page.wait_for_function("[...document.querySelectorAll('.stPlotlyChart .js-plotly-plot')].every(chart => chart.heard)")


def event_of(page):
    return page.locator("#ready").get_attribute("data-event")


def click_column(page, place):
    bars = page.locator(".js-plotly-plot .bars .point path")
    bars.nth(place).scroll_into_view_if_needed()
    box = bars.nth(place).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.3)


def test_from_the_timeline_to_the_words_to_a_page_that_needs_no_network(opened, server, tmp_path):
    page = opened(server)
    drawn(page)
    assert page.locator("h1").count() == 1, "what was shown while waiting must be gone"
    click_column(page, 2)
    page.wait_for_selector("#ready[data-event^=e]", state="attached")
    event = event_of(page)
    assert f"event={event}" in page.url
    mark = page.locator(".st-key-evidence mark").first
    mark.wait_for()
    words = page.locator(".st-key-evidence mark b").first.inner_text()
    assert words
    assert words in mark.inner_text()
    name = page.locator(".proof h3").inner_text()

    page.get_by_role("button", name="Download").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Page to publish").click()
    file = tmp_path / "story.html"
    saved.value.save_as(file)

    alone = opened(f"{file.as_uri()}#{event}", offline=True)
    alone.wait_for_selector("body[data-ready]")
    assert alone.locator("#pane h3").inner_text() == name
    assert words in alone.locator("#pane mark").all_inner_texts()[0] + " ".join(alone.locator("#pane mark").all_inner_texts())


def test_the_keyboard_steps_through_the_events(opened, server):
    page = opened(f"{server}/?event=e3")
    drawn(page, "e3")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#ready:not([data-event=e3])", state="attached")
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector("#ready[data-event=e3]", state="attached")


def test_every_press_of_an_arrow_counts_however_fast_they_come(opened, server):
    page = opened(server)
    drawn(page)
    page.get_by_text("1 of 18", exact=True).wait_for()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(90)
    page.get_by_text("13 of 18", exact=True).wait_for()
    page.keyboard.press("ArrowLeft")
    page.get_by_text("12 of 18", exact=True).wait_for()


def test_arrows_in_a_row_of_choices_move_in_it_and_not_through_the_events(opened, server):
    page = opened(f"{server}/?event=e3")
    drawn(page, "e3")
    page.get_by_role("radio", name="Read in order").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(800)
    assert event_of(page) == "e3"


def test_the_list_and_the_network_choose_too(opened, server):
    page = opened(server)
    drawn(page)
    page.locator(".st-key-listing button").nth(4).click()
    page.wait_for_selector("#ready[data-event^=e]", state="attached")
    assert page.locator(".st-key-listing button[aria-pressed=true]").count() == 1
    before = event_of(page)
    chips = page.locator(".js-plotly-plot").nth(1).locator(".scatterlayer .trace").filter(has=page.locator(".points"))
    assert chips.count()
    box = page.locator(".js-plotly-plot").nth(1).locator(".annotation-text", has_text="Ejection").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(f"#ready:not([data-event={before}])", state="attached")
    assert "ejects" in page.locator(".proof h3").inner_text()


def test_a_choice_stands_out_in_figures_that_are_not_drawn_anew(opened, server):
    page = opened(server)
    drawn(page)
    lane, network = (page.locator(".js-plotly-plot").nth(place) for place in (0, 1))
    assert lane.locator(".point.lit").count() == 1
    assert network.locator(".dim").count() == 0, "the event that is shown at first is nobody's choice"
    click_column(page, 0)  # the run that read the seed story had more on its page
    idle(page)
    page.evaluate("document.querySelectorAll('.main-svg').forEach(drawing => { drawing.dataset.old = 'yes'; })")
    for place in (6, 7, 6, 6):
        click_column(page, place)
        page.wait_for_selector(f"#ready[data-event=e{place + 1}]", state="attached")
    page.wait_for_function("document.querySelectorAll('.dim').length > 0")
    seen = "all => all.map(one => getComputedStyle(one).opacity)"
    shown = lane.locator(".bars .point path").evaluate_all(seen)
    assert [place for place, opacity in enumerate(shown) if float(opacity) > 0.1] == [6]
    assert sorted(lane.locator(".annotation.lit").all_text_contents()) == ["Carter", "Lees-Galloway"]
    assert network.locator(".annotation:not(.dim)", has_text="Ejection").count() == 1
    assert network.locator(".annotation.dim", has_text="Walkout").count() == 1
    assert page.locator(".main-svg:not([data-old])").count() == 0, "nothing is drawn anew"
    assert network.locator(".shape-group.lit").count() == 2
    page.get_by_text("Read in order", exact=True).click()
    page.locator(".js-plotly-plot").first.locator("text", has_text="was thrown out of the debating chamber").wait_for()
    page.wait_for_function("document.querySelector('.js-plotly-plot').querySelectorAll('.point.lit').length === 1")
    assert page.locator(".js-plotly-plot").first.locator(".shapelayer .shape-group.lit, .shapelayer > path.lit").count() >= 1


def test_the_slope_chooses_and_follows_the_choice(opened, server):
    page = opened(f"{server}/?event=e3")
    drawn(page, "e3")
    page.get_by_text("Told against happened", exact=True).click()
    slope = page.locator(".js-plotly-plot").first
    slope.locator(".annotation-text", has_text="AS IT HAPPENED").wait_for()
    slope.scroll_into_view_if_needed()
    box = slope.locator(".annotation-text", has_text="walk out over").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#ready[data-event=e8]", state="attached")
    assert "walk out" in page.locator(".proof h3").inner_text()
    assert "Why here" in page.locator(".st-key-evidence").inner_text()


@pytest.mark.parametrize("wide", [1280, 900])
def test_no_label_lies_on_another_in_the_dashboard(opened, server, wide):
    page = opened(server, wide=wide)
    drawn(page)
    page.wait_for_timeout(1500)
    assert page.evaluate(OVERLAPS) == []


def test_on_a_telephone_the_list_takes_over(opened, server):
    page = opened(server, wide=390, high=844)
    page.wait_for_selector("#ready", state="attached")
    page.locator(".st-key-listing button").first.wait_for()
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot').length === 2")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.wait_for_timeout(1000)
    assert page.evaluate(OVERLAPS) == [], "the network and the slope, drawn for this width"


def ready(page, event=None):
    page.wait_for_selector("#ready" + (f"[data-event='{event}']" if event else ""), state="attached")


def test_the_ladder_is_the_other_reading_and_chooses_too(opened, server):
    page = opened(f"{server}/?event=e7")
    drawn(page, "e7")
    page.get_by_text("Read in order", exact=True).click()
    page.locator(".js-plotly-plot .annotation-text", has_text="was thrown out of the debating chamber").first.wait_for()
    click_row(page, 4)
    page.wait_for_selector("#ready:not([data-event=e7])", state="attached")


def click_row(page, place):
    bars = page.locator(".js-plotly-plot").first.locator(".bars .point path")
    bars.nth(place).scroll_into_view_if_needed()
    box = bars.nth(place).bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)


def test_an_actor_is_chosen_in_the_network_and_seen_everywhere(opened, server):
    page = opened(f"{server}/?event=e7")
    drawn(page, "e7")
    idle(page)  # a figure that is drawn once more has other words
    name = page.locator(".js-plotly-plot").nth(1).locator(".annotation-text", has_text="Carter").last
    name.scroll_into_view_if_needed()
    box = name.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("#ready:not([data-event=e7])", state="attached")
    page.locator(".proof h3", has_text="David Carter").wait_for()
    assert "actor=" in page.url
    assert page.locator(".st-key-of-actor button").count() > 3
    again = opened(page.url)
    drawn(again)
    assert again.locator(".proof h3").inner_text() == "David Carter"
    again.locator(".st-key-of-actor button", has_text="ejects").click()
    ready(again, "e7")


def test_the_choice_goes_along_from_page_to_page(opened, server):
    page = opened(f"{server}/?event=e7")
    drawn(page, "e7")
    for name in ("Compare", "Correct", "Story"):
        page.get_by_role("link", name=name, exact=True).click()
        page.locator(".proof h3", has_text="David Carter ejects Iain Lees-Galloway").wait_for()
        ready(page, "e7")
        page.wait_for_function("location.search.includes('event=e7')")  # the mark may still be the last page's


def test_the_comparison_chooses(opened, server):
    page = opened(f"{server}/compare")
    ready(page)
    idle(page)  # a figure that is drawn once more has other words
    page.locator(".js-plotly-plot .annotation-text", has_text="walk out over").first.wait_for()
    box = page.locator(".js-plotly-plot .annotation-text", has_text="walk out over").first.bounding_box()
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] / 2)
    page.locator(".proof h3", has_text="walk out over").wait_for()


@pytest.fixture
def desk(tmp_path):
    """A dashboard of its own, whose story a test may change."""
    with running(seeded(tmp_path)) as url:
        yield url


def test_a_story_is_put_right_from_the_sentence_and_undone_and_taken_away(desk, opened, tmp_path):
    page = opened(f"{desk}/correct?event=e7")
    ready(page, "e7")
    page.get_by_label("Your name").fill("Ana Reyes")
    page.get_by_label("Your name").press("Enter")
    idle(page)
    page.get_by_role("button", name="Right", exact=True).click()
    page.get_by_text("” is right").wait_for()
    page.locator(".st-key-evidence, .proof", has_text="Accepted by Ana Reyes").first.wait_for()

    article = page.locator(".article")
    article.get_by_role("button", name="Heckle: Labour MPs heckle John Key").click()
    ready(page, "e4")
    page.get_by_role("button", name="No such event").click()
    page.get_by_text("” tells no such event").wait_for()
    assert article.get_by_role("button", name="Heckle: Labour MPs heckle John Key").count() == 0
    page.get_by_role("button", name="Undo").first.click()
    article.get_by_role("button", name="Heckle: Labour MPs heckle John Key").wait_for()

    words = article.locator("span", has_text="That prompted a heated debate across the House").first
    words.scroll_into_view_if_needed()
    words.click(click_count=3)
    page.locator(".st-key-desk", has_text="“That prompted a heated debate across the House.”").wait_for()
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("” tells an event: ").wait_for()
    page.get_by_text("19 events").first.wait_for()

    page.get_by_role("button", name="Download").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Page to publish").click()
    file = tmp_path / "story.html"
    saved.value.save_as(file)
    assert "reviewed by Ana Reyes" in file.read_text("utf-8")


def test_articles_are_added_each_with_what_became_of_it(desk, opened, tmp_path):
    page = opened(f"{desk}/add")
    ready(page)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "<b>bold.txt").write_text(PASTED.replace("Okoro", "Obi"), "utf-8")
    page.locator("input[type=file]").set_input_files([tmp_path / "empty.txt", tmp_path / "<b>bold.txt"])
    page.get_by_label("Or paste an article").fill(PASTED)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_text("2 articles read, 1 skipped").wait_for()
    page.get_by_text("empty.txt").last.wait_for()
    page.get_by_role("button", name="Show").first.click()
    page.locator(".st-key-listing button", has_text="Ob").or_(
        page.locator(".st-key-listing button", has_text="Ok")
    ).first.wait_for()
    page.get_by_label("Story", exact=True).first.wait_for()


# Streamlit writes white on the primary colour in the tags of a multiselect, whatever that colour is.
OURS = """async () => {
  const found = await axe.run({exclude: ['[data-testid=stMultiSelect]']}, {resultTypes: ['violations']});
  return found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')} ${node.failureSummary}`));
}"""


def violations(page):
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    return page.evaluate(OURS)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", ["", "compare", "explore", "correct", "add", "about"])
def test_nobody_is_kept_out_of_the_dashboard(opened, server, name, dark):
    page = opened(f"{server}/{name}", dark=dark)
    settled(page)
    assert violations(page) == []


def settled(page):
    """Wait until the figures are as wide as the page lets them be."""
    ready(page)
    page.wait_for_timeout(1000)
    idle(page)
    page.wait_for_function(SETTLED)


CHARTS = "[data-testid=stPlotlyChart], [class*=st-key-]:has(> .stPlotlyChart)"
SETTLED = f"[...document.querySelectorAll('{CHARTS}')].every(one => one.scrollWidth <= one.clientWidth + 1)"


@pytest.mark.parametrize("name", ["", "compare", "explore", "correct", "add", "about"])
def test_every_page_fits_a_telephone(opened, server, name):
    page = opened(f"{server}/{name}", wide=390, high=844)
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(OVERLAPS) == []


@pytest.fixture
def saved_page(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(html_page(seed_story()), encoding="utf-8")
    return file.as_uri()


def test_the_exported_page_links_all_its_views(opened, saved_page):
    page = opened(saved_page, offline=True)
    page.wait_for_selector("body[data-ready]")
    click_column(page, 6)
    assert page.locator("body").get_attribute("data-event") == "e7"
    assert page.url.endswith("#e7")
    assert "was thrown out" in page.locator("#pane mark").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator("#pane h3").inner_text() == "Labour MPs walk out over John Key"
    page.get_by_role("button", name="Previous event").click()
    assert page.locator(".s.on").count() == 1
    page.locator("#slope").scroll_into_view_if_needed()
    box = page.locator("#slope .annotation-text", has_text="walk out over").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.locator("body").get_attribute("data-event") == "e8"
    assert "Told first, happened after 4 things told later" in page.locator("ul.jumps").inner_text()
    assert page.evaluate(OVERLAPS) == []


def test_the_exported_page_fits_a_telephone(opened, saved_page):
    page = opened(saved_page, wide=390, high=844, offline=True)
    page.wait_for_selector("body[data-ready]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator("#lanes").is_visible()
    assert page.locator("#ties-narrow .main-svg").count() > 0
    assert not page.locator("#slope").is_visible()
    assert page.locator("#slope-narrow .main-svg").first.is_visible()
    page.locator("#slope-narrow").scroll_into_view_if_needed()
    box = page.locator("#slope-narrow .annotation-text", has_text="walk out").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.locator("body").get_attribute("data-event") == "e8"
    assert "Why here" in page.locator("li#e8").inner_text()
    assert page.evaluate(OVERLAPS) == []


def test_without_a_script_the_page_still_tells_the_story(browser, saved_page):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved_page)
    assert page.locator("ol.events > li").count() == 18
    assert page.locator("ol.events mark").first.is_visible()
    assert not page.locator("#lanes").is_visible()
    context.close()


def test_nobody_is_kept_out_of_the_exported_page(opened, saved_page):
    for wide, dark in ((1280, False), (390, True)):
        page = opened(saved_page, wide=wide, offline=True, dark=dark)
        page.wait_for_selector("body[data-ready]")
        assert violations(page) == []
