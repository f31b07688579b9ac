"""The figures in a real browser, without a server: what is measured in Python is what the browser draws."""

import json

import pytest

from extract.exports.page import asset, faces
from extract.views import calendar, dark, ladder, network, palette, slope, timeline
from tests.factories import crowd_story, seed_story
from tests.test_browser import ARGUMENTS, OVERLAPS

FIGURES = {"timeline": timeline, "ladder": ladder, "calendar": calendar, "network": network, "slope": slope}
STORIES = {"crowd": crowd_story(60, 60), "few": crowd_story(4, 3), "seeds": seed_story()}
DRAW = """
const figures = JSON.parse(document.getElementById('figures').textContent);
const fonts = ['400 12px Inter', '700 12px Inter', 'italic 400 12px Inter'].map(font => document.fonts.load(font, 'aēŌ'));
Promise.all(fonts)
  .then(() => Promise.all(Object.entries(figures).map(([id, figure]) => {
    const place = document.body.appendChild(document.createElement('div'));
    place.id = id;
    return Plotly.newPlot(place, figure.data, figure.layout, {displayModeBar: false});
  })))
  .then(() => {
    for (const chart of document.querySelectorAll('.js-plotly-plot'))
      chart.on('plotly_click', event => { document.body.dataset.chosen = event.points[0].customdata; });
    document.body.dataset.ready = 'yes';
  });
"""
CUT = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
  const frame = chart.querySelector('.main-svg').getBoundingClientRect();
  return [...chart.querySelectorAll('.annotation-text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1);
  }).map(text => text.textContent);
})"""


@pytest.fixture(scope="module")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def opened(browser, tmp_path):
    """A page of figures from a file, which must not complain."""
    pages, wrong = [], []

    def opening(figures, *, wide, ground="#FFFFFF"):
        plain = {id: json.loads(figure.to_json()) for id, figure in figures.items()}
        data = json.dumps(plain).replace("<", "\\u003c")
        file = tmp_path / "figures.html"
        file.write_text(
            f"<!doctype html><meta charset=utf-8><style>{faces()}body{{margin:0;background:{ground};font-family:Inter}}</style>"
            f"<body><script type='application/json' id=figures>{data}</script>"
            f"<script>{asset('plotly-basic.min.js')}</script><script>{DRAW}</script>",
            encoding="utf-8",
        )
        page = browser.new_page(viewport={"width": wide, "height": 1200})
        pages.append(page)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(file.as_uri())
        page.wait_for_selector("body[data-ready]")
        return page

    yield opening
    for page in pages:
        page.close()
    assert wrong == []


def drawn(width, stories=STORIES):
    """All figures of these stories; a story on one day has no calendar."""
    made = {
        f"{name}-{story}": draw(told, width=width, selected=told.events[0].id)
        for story, told in stories.items() for name, draw in FIGURES.items()
    }  # fmt: skip
    return {id: figure for id, figure in made.items() if figure is not None}


@pytest.mark.parametrize("wide", [1240, 900, 358])
def test_no_label_lies_on_another_or_is_cut_in_a_browser(opened, wide):
    page = opened(drawn(wide), wide=wide)
    assert page.locator(".js-plotly-plot").count() == 14
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(CUT) == []


def test_dark_figures_are_drawn_on_the_dark_ground(opened):
    figures = {id: dark(figure) for id, figure in drawn(1240, {"few": STORIES["few"]}).items()}
    page = opened(figures, wide=1240, ground=palette.DARK_GROUND)
    fills = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot')].map(c => c.querySelector('.main-svg').style.background)"
    )
    assert len(fills) == len(FIGURES)
    assert set(fills) == {"rgb(16, 21, 31)"}


def pointed_at(page, words, *, right=4):
    """What is chosen by a click on a text, a little right of its beginning."""
    page.evaluate("delete document.body.dataset.chosen")
    box = page.locator(".annotation-text", has_text=words).first.bounding_box()
    page.mouse.move(box["x"] + right, box["y"] + box["height"] / 2)
    page.wait_for_timeout(400)  # Plotly looks a few times a second at what is pointed at, and takes two quick clicks for one
    page.mouse.down()
    page.mouse.up()
    page.wait_for_selector("body[data-chosen]")
    return page.evaluate("document.body.dataset.chosen")


@pytest.mark.parametrize("wide", [1240, 358])
def test_rows_and_names_of_the_ladder_can_be_pointed_at(opened, wide):
    told = STORIES["crowd"]
    page = opened({"ladder": ladder(told, width=wide)}, wide=wide)
    assert told.actor(pointed_at(page, "Hēnare Xu")).name == "Hēnare Xu"
    assert told.event(pointed_at(page, "Wiremu Iqbal heckles")).type == "heckle"


def test_what_the_calendar_says_can_be_pointed_at(opened):
    told = STORIES["crowd"]
    page = opened({"calendar": calendar(told, width=1240)}, wide=1240)
    assert told.event(pointed_at(page, "Wiremu Iqbal heckles", right=20)).type == "heckle"
    assert told.event(pointed_at(page, "Mo Lo adjourns the sitting", right=20)).type == "adjournment"
