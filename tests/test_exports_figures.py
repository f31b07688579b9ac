"""Each figure alone: a page that asks for nothing, and images that a browser draws with the fonts in them."""

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from extract.corrections import Review
from extract.exports import figures
from extract.exports.figures import FIGURES, NoBrowser, figure_image, figure_page
from extract.views import describe
from tests.factories import exchange, seed_story, story
from tests.hostile import hostile_story

STORIES = {"seeds": seed_story(), "empty": story(actors=()), "hostile": hostile_story()}
PNG = b"\x89PNG\r\n\x1a\n"


class Page(HTMLParser):
    """The tags of a page with their attributes, its scripts, and what it says."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.scripts, self.text, self.inside = [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        (self.scripts if self.inside == "script" else self.text).append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def opened(told, name="timeline"):
    return Page(figure_page(told, name).decode())


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("kind", STORIES)
def test_a_figure_stands_alone_and_runs_only_its_own_scripts(kind, name):
    page = opened(STORIES[kind], name)
    assert page.all("html") == [{"lang": "en"}]
    assert not [attrs for _, attrs in page.tags if {"src", "href"} & set(attrs) or any(key.startswith("on") for key in attrs)]
    policy = next(attrs["content"] for attrs in page.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy")
    data, *scripts = page.scripts
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"'sha256-(.*?)'", policy) == hashes
    assert policy.startswith("default-src 'none'")
    assert json.loads(data)["figure"]["layout"]["height"] > 60
    assert {tag for tag, _ in page.tags} <= set(
        "html head meta title style body main h1 p div noscript details summary button script".split()
    )


def test_a_figure_says_what_it_shows_in_words():
    page = opened(seed_story(), "network")
    (label,) = [attrs["aria-label"] for attrs in page.all("div")]
    assert label == describe(seed_story(), "network")
    assert label in page.text
    assert [attrs["value"] for attrs in page.all("button")] == ["svg", "png"]


def test_a_figure_carries_who_has_reviewed_it_wherever_it_goes():
    plain = figure_page(exchange(), "ladder").decode()
    seen = figure_page(exchange(), "ladder", reviewed={id: Review("Ana Reyes", "2031-03-04") for id in ("e1", "e2")}).decode()
    assert "Machine-coded, not reviewed." in plain
    assert "Machine-coded, reviewed by Ana Reyes (2031-03-04)." in seen


@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize("kind", ["seeds", "hostile"])
def test_an_svg_is_whole_and_holds_words_and_fonts_and_no_script(kind):
    made = figure_image(STORIES[kind], "ladder", "svg")
    root = ET.fromstring(made)
    tags = {item.tag.split("}")[1] for item in root.iter()}
    assert not tags & {"script", "foreignObject", "image"}
    assert not [name for item in root.iter() for name in item.attrib if name.startswith("on")]
    assert not [
        value for item in root.iter() for value in item.attrib.values() if value.lower().startswith(("http", "javascript:"))
    ]
    words = " ".join(filter(None, (item.text for item in root.iter())))
    assert "font/woff2" in words
    assert "Machine-coded, not reviewed." in words


@pytest.mark.usefixtures("chromium")
def test_a_png_is_as_large_as_print_wants():
    made = figure_image(exchange(), "network", "png")
    assert made.startswith(PNG)
    assert int.from_bytes(made[16:20]) == 3 * 860


def test_without_a_browser_one_line_says_what_to_do(monkeypatch):
    monkeypatch.setattr(figures, "browser", lambda: None)
    with pytest.raises(NoBrowser, match="install Chromium, or save it from the HTML figure"):
        figure_image(exchange(), "network", "svg")


def test_a_browser_that_fails_is_one_line_too(monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    with pytest.raises(NoBrowser) as failed:
        figure_image(exchange(), "network", "svg")
    assert "\n" not in str(failed.value)
    assert "could not draw the figure" in str(failed.value)


def test_a_reader_saves_the_figure_from_the_page(chromium, tmp_path):
    from playwright.sync_api import sync_playwright

    file = tmp_path / "figure.html"
    file.write_bytes(figure_page(hostile_story(), "network"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page, said = browser.new_page(accept_downloads=True), []
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-drawn]")
        saved = {}
        for kind in ("svg", "png"):
            with page.expect_download() as download:
                page.get_by_role("button", name=f"Save as {kind.upper()}").click()
            saved[kind] = Path(download.value.path()).read_bytes()
        browser.close()
    assert said == []
    assert b"font/woff2" in saved["svg"]
    ET.fromstring(saved["svg"])
    assert saved["png"].startswith(PNG)
