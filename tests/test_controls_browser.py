"""Every other control of the dashboard, pressed once in a real browser: Explore, Add, Compare, About and what is downloaded."""

from __future__ import annotations

import csv
import http.server
import threading
from contextlib import contextmanager

import pytest

from extract.exports.formats import FORMATS
from extract.store import Store
from tests import houses
from tests.pressing import choose, idle, point_at, type_day
from tests.shelves import opened as store_at
from tests.shelves import seeded
from tests.test_browser import PASTED, browser, drawn, opened, ready, running  # noqa: F401 (fixtures)
from tests.test_exploring import later, put, uproar

SAID = "Ines Berlow shouted at the Speaker in Parliament, and the Speaker ordered Ms Berlow out of the House. " * 9
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title><item><title>Uproar</title>
<link>https://wire.example/1</link><description>{SAID}</description></item></channel></rss>""".encode()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A store with the seed story, two made-up ones about the same people, and a dozen of a house of members."""
    made = seeded(tmp_path_factory.mktemp("controls"))
    store = Store.open(made)
    put(store, uproar(), later())
    houses.fill(store, 120, years=4, houses=1)
    store.close()
    return made


@pytest.fixture(scope="module")
def desk(address):
    with running(address) as url:
        yield url


# Explore


def listed(page):
    idle(page)
    return int(page.locator("#ready").get_attribute("data-events"))


@pytest.fixture
def explore(opened, desk):  # noqa: F811
    def opening(**query):
        page = opened(f"{desk}/explore?" + "&".join(f"{key}={value}" for key, value in query.items()))
        page.wait_for_selector("#ready[data-width='1120']", state="attached")
        idle(page)
        return page

    return opening


def test_each_filter_narrows_the_list_and_is_said_in_the_address(explore):
    page = explore()
    counts = [listed(page)]
    for label, option, said in (
        ("Types", "Ejection", "types=ejection"), ("Outlet", "The Post", "by_outlet=The+Post"),
        ("Status", "Of any status", "status=any"),
    ):  # fmt: skip
        choose(page, label, option)
        idle(page)
        assert said in page.url
        counts.append(listed(page))
    whole, ejections, of_the_post, of_any_status = counts
    assert whole > ejections > of_the_post == 1 <= of_any_status
    again = explore(**dict(pair.split("=") for pair in page.url.partition("?")[2].split("&")))
    assert listed(again) == of_any_status, "the address says the same"


def test_an_actor_narrows_the_list_too(explore):
    page = explore()
    whole = listed(page)
    choose(page, "Actor", "John Key")
    idle(page)
    assert 0 < listed(page) < whole
    assert "with_actor=john+key" in page.url


def test_a_party_the_days_and_words_narrow_too(explore):
    page = explore()
    whole = listed(page)
    choose(page, "Party", "Lantern")
    mine = listed(page)
    assert 0 < mine < whole
    type_day(page, "From", 2016, 1, 1)
    later = listed(page)
    type_day(page, "To", 2024, 12, 31)
    assert 0 < listed(page) <= later <= mine
    assert "from_day=2016-01-01" in page.url
    assert "to_day=2024-12-31" in page.url
    page.get_by_role("searchbox", name="Search").fill("ama okoro")
    page.get_by_role("searchbox", name="Search").press("Enter")
    idle(page)
    assert 0 < listed(page) <= 2
    page.get_by_role("searchbox", name="Search").fill("zebra")
    page.get_by_role("searchbox", name="Search").press("Enter")
    page.get_by_role("button", name="Clear the filters").click()
    idle(page)
    assert listed(page) == whole
    assert page.get_by_role("searchbox", name="Search").input_value() == ""


def test_the_list_behind_a_cell_of_the_matrix_opens_the_story(explore):
    page = explore(figure="whom", words="okoro")
    page.locator(".js-plotly-plot .bars .point path").first.wait_for(state="attached")
    place = page.evaluate("""() => document.querySelector('.js-plotly-plot').data.find(trace => trace.type === 'bar')
        .customdata.findIndex(code => String(code).startsWith('pair|ama okoro|piri'))""")
    point_at(page.locator(".js-plotly-plot .bars .point path").nth(place))
    page.wait_for_selector("#ready[data-pick='pair|ama okoro|piri tamati']", state="attached")
    assert listed(page) == 2
    page.locator(".st-key-chip").get_by_text("Ama Okoro → Piri Tāmati").wait_for()
    open_row(page, 1)
    ready(page, "e1")
    assert page.locator(".proof h3").inner_text() == "Ama Okoro heckles Piri Tāmati"
    assert "story=uproar" in page.url


def open_row(page, place):
    """The rows of a table are painted, not written: the one at this place, pressed until the table has heard it."""
    table = page.locator("[data-testid=stDataFrame]").first
    for _ in range(5):
        page.wait_for_timeout(1200)
        if not table.count():
            return
        table.scroll_into_view_if_needed()
        box = table.bounding_box()
        page.mouse.click(box["x"] + 300, box["y"] + 52 + 33 * place)


def test_the_ejections_behind_a_bar_open_their_story(explore):
    page = explore(figure="out", words="okoro")
    bar = page.locator(".js-plotly-plot").first.locator(".bars .point path").last
    point_at(bar, across=0.1)
    page.wait_for_selector("#ready[data-pick='member|ama okoro']", state="attached")
    assert listed(page) == 1
    page.locator(".st-key-chip").get_by_text("Ejections of Ama Okoro").wait_for()
    open_row(page, 0)
    ready(page, "e2")
    assert page.locator(".proof h3").inner_text() == "Jo Lind ejects Ama Okoro"


def test_another_day_shows_who_was_out_then(explore):
    page = explore(figure="now", words="okoro")
    type_day(page, "Out of the chamber on", 2024, 3, 14)
    idle(page)
    page.locator(".js-plotly-plot .annotation-text", has_text="until 15 March 2024").wait_for()
    assert "on_day=2024-03-14" in page.url


# Add


@contextmanager
def feed():
    """A feed on this machine, which no address that is given may reach."""

    class Served(http.server.BaseHTTPRequestHandler):
        asked = 0

        def do_GET(self):
            Served.asked += 1
            self.send_response(200)
            self.end_headers()
            self.wfile.write(FEED)

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Served) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/feed.xml", Served
        server.shutdown()
        thread.join()


def test_what_is_pasted_is_kept_under_its_outlet_and_day(opened, desk, address):  # noqa: F811
    page = opened(f"{desk}/add")
    ready(page)
    page.get_by_label("Or paste an article").fill(PASTED.replace("Okoro", "Dorati"))
    page.get_by_label("Outlet").fill("The Gazette")
    type_day(page, "Published", 2031, 3, 12)
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("heading", name="1 article read").wait_for()
    with store_at(address) as store:
        [kept] = [row for row in store.articles() if row.outlet == "The Gazette"]
    assert kept.published == "2031-03-12"
    page.get_by_role("button", name="Show").click()
    drawn(page)
    page.locator(".st-key-listing button", has_text="Dorati").first.wait_for()


def test_an_address_that_is_refused_costs_one_line_and_a_feed_is_read_from_a_file(opened, desk, tmp_path):  # noqa: F811
    page = opened(f"{desk}/add")
    ready(page)
    (tmp_path / "feed.xml").write_bytes(FEED)
    page.locator("input[type=file]").set_input_files([tmp_path / "feed.xml"])
    with feed() as (url, served):
        page.get_by_role("textbox", name="Or give addresses").fill(f"{url}\nnonsense")
        page.get_by_role("button", name="Read", exact=True).click()
        page.get_by_role("heading", name="article read").wait_for()
        assert page.get_by_role("heading", name="article read").inner_text() == "1 article read, 2 skipped"
        assert served.asked == 0, "an address inside a private network is not even asked"
    lines = page.locator("[data-testid=stAlert]").all_inner_texts()
    assert len(lines) == 2
    assert any("127.0.0.1" in line and "private" in line for line in lines)
    assert not any("--allow-private" in line for line in lines)
    page.get_by_role("button", name="Show").click()
    drawn(page)
    page.locator(".st-key-listing button", has_text="Berlow").first.wait_for()


# Compare, Story, About


def test_the_comparison_has_its_tables_and_another_article_can_be_read(opened, desk):  # noqa: F811
    page = opened(f"{desk}/compare?story=000_d9b51875ac103a4e&event=e1")
    ready(page, "e1")
    for name, table in (("The same as a table", "Which article tells which event"), ("By actor", "How often each actor")):
        page.locator("summary", has_text=name).click()
        page.get_by_role("region", name=table).wait_for()
    reader = page.get_by_role("region", name="Article: 000_")
    reader.wait_for()
    page.locator(".st-key-evidence").get_by_role("radio", name="001_").click()
    page.get_by_role("region", name="Article: 001_").wait_for()
    assert page.locator(".st-key-evidence mark").count()
    page.get_by_role("button", name="Next").click()
    ready(page, "e2")
    page.get_by_role("button", name="Previous").click()
    ready(page, "e1")


def test_another_story_another_article_told_and_the_table_of_events(opened, desk):  # noqa: F811
    page = opened(f"{desk}/?story=000_d9b51875ac103a4e")
    drawn(page)
    page.get_by_text("Told against happened", exact=True).click()
    slope = page.locator(".js-plotly-plot").first
    slope.locator(".annotation-text", has_text="walk out over").wait_for()
    choose(page, "Article", "001_")
    idle(page)
    slope.locator(".annotation-text", has_text="walk out over").wait_for(state="detached")
    page.get_by_role("radio", name="Table").click()
    page.get_by_role("region", name="The events in order").wait_for()
    choose(page, "Story", "Uproar (")
    page.get_by_role("heading", name="Uproar", exact=True).wait_for()
    assert "story=uproar" in page.url
    assert "event=" not in page.url


def test_about_opens_the_codebook_and_counts_what_the_store_holds(opened, desk, address):  # noqa: F811
    page = opened(f"{desk}/about")
    ready(page)
    with store_at(address) as store:
        assert page.get_by_text(f"{len(store.stories())} stories of").count() == 1
    page.locator("summary", has_text="The codebook").click()
    page.get_by_role("heading", name="Codebook").first.wait_for()


# What is downloaded


@pytest.fixture
def taken(opened, desk, tmp_path):  # noqa: F811
    """What a button of the menu saves."""
    page = opened(f"{desk}/?story=000_d9b51875ac103a4e")
    drawn(page)
    page.get_by_role("button", name="Download", exact=True).click()
    idle(page)

    def taking(button):
        with page.expect_download() as saved:
            button(page).click()
        file = tmp_path / saved.value.suggested_filename
        saved.value.save_as(file)
        return file

    return taking


def of_data(name):
    return lambda page: page.get_by_test_id("stDownloadButton").get_by_role("button", name=name, exact=True)


def of_figure(name, kind):
    key = f"download {name}-{kind} {kind.upper()}".replace(" ", "-")
    return lambda page: page.locator(f".st-key-{key} button").first


def test_an_image_and_the_page_of_a_figure_are_saved_and_open(taken, opened):  # noqa: F811
    svg, png = taken(of_figure("network", "svg")), taken(of_figure("timeline", "png"))
    page = opened(svg.as_uri(), offline=True)
    assert page.evaluate("document.documentElement.tagName") == "svg"
    assert "Lees-Galloway" in page.evaluate("document.documentElement.textContent")
    image = opened(png.as_uri(), offline=True)
    assert image.evaluate("document.images[0].naturalWidth") == 3 * 1240
    figure = opened(taken(of_figure("ladder", "html")).as_uri(), offline=True)
    figure.locator(".annotation-text", has_text="Labour MPs").first.wait_for()
    with figure.expect_download() as saved:
        figure.get_by_role("button", name="SVG").click()
    assert saved.value.suggested_filename.endswith(".svg")


def test_rows_and_pages_are_saved_as_the_story_has_them(taken, opened):  # noqa: F811
    rows = list(csv.DictReader(taken(of_data("CSV")).read_text("utf-8-sig").splitlines()))
    assert len(rows) == 18
    whole = taken(of_data("Page with the whole articles"))
    short = taken(of_data("Page to publish"))
    assert whole.name.endswith(".full.html")
    assert whole.stat().st_size > short.stat().st_size
    page = opened(whole.as_uri(), offline=True)
    page.wait_for_selector("body[data-ready]")
    assert page.locator("ol.events > li").count() == 18


DATA = [format for format in FORMATS.values() if format.group == "Data"]


@pytest.mark.parametrize("first", range(0, len(DATA), 4))
def test_every_kind_of_data_is_saved_under_its_own_name(taken, first):
    """A few to a page: a browser stops a page that saves many files in a row."""
    for format in DATA[first : first + 4]:
        file = taken(of_data(format.label))
        assert file.name.endswith(f".{format.suffix}")
        assert file.stat().st_size > 100


# Pages of a long list, all events right, a story taken out


def test_a_long_list_has_pages(explore):
    page = explore()
    assert listed(page) > 100
    before = page.evaluate(ROWS)
    page.get_by_role("button", name="Page 2", exact=True).click()
    page.wait_for_function(f"before => ({ROWS})() !== before", arg=before)


ROWS = "() => document.querySelector('[data-testid=stDataFrame] table')?.innerText"


def test_all_events_are_right_at_one_press_and_a_story_is_taken_out(opened, tmp_path):  # noqa: F811
    made = seeded(tmp_path)
    store = Store.open(made)
    put(store, uproar())
    store.close()
    with running(made) as url:
        page = opened(f"{url}/correct?story=uproar")
        ready(page)
        page.get_by_role("textbox", name="Your name").fill("Ana Reyes")
        page.get_by_role("textbox", name="Your name").press("Enter")
        idle(page)
        page.get_by_role("button", name="All events are right").click()
        idle(page)
        assert page.get_by_role("button", name="All events are right").is_disabled()
        with store_at(made) as kept:
            assert kept.corrected("uproar").reviewed
        page.get_by_role("button", name="Take out").click()
        page.get_by_role("button", name="Take this story out").click()
        page.get_by_role("heading", name="Correct: Prime Minister").wait_for()
        page.context.close()  # before its server ends
        with store_at(made) as kept:
            assert "uproar" not in {row.id for row in kept.stories()}
