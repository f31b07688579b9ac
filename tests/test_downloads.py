"""The downloads of the dashboard: every format of the list, made only when somebody asks for it."""

import pytest
from streamlit.testing.v1 import AppTest

from app_pages import downloads
from extract.exports.formats import FORMATS


def shown():
    from app_pages import downloads
    from tests.factories import crowd_story

    downloads.show(crowd_story(4, 4), {})


def shown_without_days():
    from app_pages import downloads
    from tests.factories import exchange

    downloads.show(exchange(), {})


def buttons(script=shown):
    app = AppTest.from_function(script, default_timeout=60).run()
    assert not app.exception
    return [item.proto for item in app.get("download_button")]


@pytest.mark.parametrize("images", [True, False])
def test_every_format_can_be_taken_and_images_where_they_can_be_drawn(monkeypatch, images):
    monkeypatch.setattr(downloads, "browser", lambda: "chromium" if images else None)
    offered = {button.id.split("download ")[1].split(" ")[0] for button in buttons()}
    assert offered == {name for name, one in FORMATS.items() if images or not one.browser}


def test_what_cannot_be_drawn_of_a_story_is_not_offered():
    assert not [button.id for button in buttons(shown_without_days) if "calendar-" in button.id]


def test_each_says_what_it_is_for_and_what_it_lacks():
    said = {button.label: button.help for button in buttons()}
    assert said["Page to publish"] == "Carries only the sentences that are evidence, each with one neighbour."
    assert said["Calendar"].startswith("The days on which suspensions end. Nobody is suspended until a day")


def test_nothing_is_made_before_somebody_asks(monkeypatch):
    monkeypatch.setattr("extract.exports.formats.page", lambda *_, **__: pytest.fail("the page was made"))
    monkeypatch.setattr("extract.exports.figures.standalone", lambda *_, **__: pytest.fail("a figure was made"))
    assert buttons()
