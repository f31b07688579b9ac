"""The downloads of the dashboard: every format of the list, made only when somebody asks for it."""

import pytest
from streamlit.testing.v1 import AppTest

from app_pages import downloads
from extract.exports.formats import FORMATS


def shown():
    from app_pages import downloads
    from tests.factories import exchange

    downloads.show(exchange(), {})


def buttons():
    app = AppTest.from_function(shown, default_timeout=60).run()
    assert not app.exception
    return [item.proto for item in app.get("download_button")]


@pytest.mark.parametrize("images", [True, False])
def test_every_format_can_be_taken_and_images_where_they_can_be_drawn(monkeypatch, images):
    monkeypatch.setattr(downloads, "browser", lambda: "chromium" if images else None)
    offered = {button.id.split("download ")[1].split(" ")[0] for button in buttons()}
    assert offered == {name for name, one in FORMATS.items() if images or not one.browser}


def test_each_says_what_it_is_for_and_what_it_lacks():
    said = {button.label: button.help for button in buttons()}
    assert said["Page to publish"] == "Carries only the sentences that are evidence, each with one neighbour."
    assert said["Calendar"].startswith("Who returns from a suspension and when. Nobody is suspended until a day")


def test_nothing_is_made_before_somebody_asks(monkeypatch):
    monkeypatch.setattr("extract.exports.formats.page", lambda *_, **__: pytest.fail("the page was made"))
    monkeypatch.setattr("extract.exports.figures.standalone", lambda *_, **__: pytest.fail("a figure was made"))
    assert buttons()
