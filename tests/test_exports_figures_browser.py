"""The page of a figure on a telephone: what does not fit is said."""

from extract.exports.figures import figure_page
from tests.factories import exchange
from tests.test_browser import browser, opened  # noqa: F401 (fixtures)


def test_a_figure_that_is_wider_than_the_screen_says_so(opened, tmp_path):  # noqa: F811
    file = tmp_path / "figure.html"
    file.write_bytes(figure_page(exchange(), "ladder"))
    page = opened(file.as_uri(), wide=390, high=844, offline=True)
    page.wait_for_selector("html[data-drawn]")
    hint = page.get_by_text("Move it sideways")
    assert hint.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, "the figure moves, not the page"
    page.locator("#figure").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert page.evaluate("document.getElementById('figure').scrollLeft") > 0
    page.set_viewport_size({"width": 1400, "height": 900})
    hint.wait_for(state="hidden")
    assert page.locator("#figure").get_attribute("tabindex") is None
