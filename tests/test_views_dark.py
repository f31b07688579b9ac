"""Dark figures: every colour has a twin that can be read, no light one is left, and nothing but colours changes."""

import json
import re
import time
from pathlib import Path

import pytest

from extract.views import blank, calendar, dark, ladder, network, palette, slope, timeline
from extract.views.dark import KEYS, twin
from tests.factories import actor, crowd_story, event, story

FIGURES = [timeline, ladder, calendar, network, slope]
GROUNDS = ("WHITE", "BAND", "RULE")
TEXTS = [colour for colour in palette.DARK if colour not in {getattr(palette, name) for name in GROUNDS}]


def colours(value, key=""):
    """All colours of a figure, wherever they stand."""
    if isinstance(value, dict):
        return [found for name, inner in value.items() for found in colours(inner, name)]
    if isinstance(value, list):
        return [found for inner in value for found in colours(inner, key)]
    return [value] if isinstance(value, str) and key in KEYS else []


def solid(colour):
    """The colour without its opacity."""
    if found := re.fullmatch(r"rgba\((\d+),(\d+),(\d+),[\d.]+\)", colour):
        return "#{:02X}{:02X}{:02X}".format(*map(int, found.groups()))
    return colour


@pytest.fixture(scope="module")
def crowd():
    return crowd_story(40, 24)


def test_every_colour_of_the_palette_has_a_twin_of_its_own():
    single = (palette.INK, palette.MUTED, palette.RULE, palette.BAND, palette.WHITE, palette.ACCENT)
    cast = (palette.CHAIR, palette.NEUTRAL, palette.OTHERS, *palette.PARTY_COLOURS, *palette.NAMED_COLOURS.values())
    assert set(palette.DARK) == {*single, *cast, *palette.TYPE_COLOURS.values()}
    assert len(set(palette.DARK.values())) == len(palette.DARK)
    assert palette.DARK[palette.WHITE] == palette.DARK_GROUND


@pytest.mark.parametrize("ground", ["WHITE", "BAND"])
@pytest.mark.parametrize("colour", TEXTS)
def test_every_dark_colour_can_be_read_on_the_ground_and_the_ground_on_it(colour, ground):
    assert palette.contrast(palette.DARK[colour], palette.DARK[getattr(palette, ground)]) >= 4.5


def test_bands_and_rules_can_be_told_from_the_ground_and_stay_dark():
    for name in GROUNDS:
        assert palette.contrast(palette.DARK[getattr(palette, name)], "#FFFFFF") >= 9
    assert palette.contrast(palette.DARK[palette.RULE], palette.DARK_GROUND) > 1.5


@pytest.mark.parametrize("draw", FIGURES)
@pytest.mark.parametrize("width", [1240, 358])
def test_no_light_colour_is_left(draw, width, crowd):
    made = json.loads(dark(draw(crowd, width=width, selected=crowd.events[0].id)).to_json())
    assert "template" not in made["layout"] or made["layout"]["template"] == {}
    found = {solid(colour) for colour in colours(made)}
    assert found
    assert found <= set(palette.DARK.values())


@pytest.mark.parametrize("draw", FIGURES)
def test_nothing_but_colours_changes(draw, crowd):
    light, made = (json.loads(figure.to_json()) for figure in (draw(crowd), dark(draw(crowd))))
    light["layout"].pop("template", None)
    made["layout"].pop("template", None)

    def same(one, other, key=""):
        if key in KEYS:
            return True
        if isinstance(one, dict):
            return one.keys() == other.keys() and all(same(one[name], other[name], name) for name in one)
        if isinstance(one, list):
            return len(one) == len(other) and all(map(same, one, other))
        return one == other

    assert same(light, made)


def test_the_light_figure_stays_as_it_was(crowd):
    figure = timeline(crowd)
    before = figure.to_json()
    made = dark(figure)
    made.data[-1].y = [0]
    made.layout.annotations[0].text = "changed"
    assert figure.to_json() == before


def test_words_that_look_like_a_colour_stay():
    told = story(event(actors=("a",)), actors=(actor("a", "#1B2330", "group"),))
    assert "#1B2330" in dark(ladder(told)).to_json()


def test_opacity_is_kept_and_a_stranger_stays():
    assert twin("rgba(255,255,255,0.4)") == "rgba(16,21,31,0.4)"
    assert twin("#ffffff") == palette.DARK_GROUND
    assert twin("#123456") == "#123456"
    assert twin("transparent") == "transparent"


@pytest.mark.parametrize("draw", FIGURES)
def test_it_is_fast_enough_for_a_click(draw):
    figure = draw(crowd_story(60, 60))
    rounds = [(spent(lambda: dark(figure)), spent(figure.to_json)) for _ in range(20)]  # in turns: other work slows both
    turned, written = map(min, zip(*rounds, strict=True))
    assert turned < 1.5 * written, "beside the writing of the figure, which every view does, measured on the same machine"


def spent(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_figure_of_nothing_is_dark_too():
    assert dark(blank()).layout.paper_bgcolor == palette.DARK_GROUND


def test_no_view_has_a_colour_of_its_own():
    """A colour that is not of the palette has no dark twin, and would stay light on a dark page."""
    folder = Path(palette.__file__).parent
    found = {
        f"{path.name}: {colour}"
        for path in folder.glob("*.py")
        if path.name not in ("palette.py", "dark.py")
        for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
    }
    assert found == set()
