"""What an article says runs nowhere: markup and script through every door, in the dashboard and in the page."""

from dataclasses import replace

import pytest

from extract.exports.page import page as html_page
from tests.factories import exchange
from tests.shelves import seeded
from tests.test_browser import browser, opened, ready, running  # noqa: F401 (fixtures)

SCRIPT = (
    "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script></script>[x](javascript:window.hacked=1) **b** {{1+1}}"
)


def hostile():
    told = exchange()
    source = told.articles[0]
    return replace(
        told,
        title=SCRIPT,
        articles=(replace(source, title=SCRIPT, outlet=SCRIPT, author=SCRIPT, url="javascript:window.hacked=1", path=SCRIPT),),
        actors=tuple(
            replace(one, name=f"{SCRIPT} {one.id}", aliases=(SCRIPT,), party=SCRIPT, role=SCRIPT) for one in told.actors
        ),
        events=tuple(replace(one, quote=SCRIPT, time_text=SCRIPT) for one in told.events),
    )


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    with running(seeded(tmp_path_factory.mktemp("hostile"), hostile())) as url:
        yield url


def unhurt(page):
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


@pytest.mark.parametrize("name", ["", "compare", "explore", "correct", "add", "about"])
def test_nothing_runs_in_the_dashboard(app, opened, name):  # noqa: F811
    page = opened(f"{app}/{name}?story=s1")
    ready(page)
    page.wait_for_timeout(1500)
    unhurt(page)


def test_nothing_runs_in_the_exported_page(opened, tmp_path):  # noqa: F811
    file = tmp_path / "<img src=x onerror=alert(1)>.html"
    for quotes_only in (True, False):
        file.write_text(html_page(hostile(), quotes_only=quotes_only), "utf-8")
        page = opened(file.as_uri(), offline=True)
        page.wait_for_selector("body[data-ready]")
        page.keyboard.press("ArrowRight")
        unhurt(page)
