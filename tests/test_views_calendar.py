"""The calendar: each event on its day and never on a made-up one, no label on another, and what has no date said in words."""

from datetime import date
from itertools import pairwise

import pytest

from extract.focus import link
from extract.views import calendar
from extract.views.days import Line, Spell, brief, cells, said_of, spells
from tests.drawn import bars, boxes, clashes, spec, texts
from tests.factories import actor, crowd_story, event, seed_story, story


def on(id, day, rank=1, **given):
    return event(id, rank=rank, date=day, earliest=day, latest=day, actors=("a",), targets=("b",), **given)


def between(id, first, last, rank=1, **given):
    return event(id, rank=rank, earliest=first, latest=last, actors=("a",), **given)


STORIES = {
    "crowd": crowd_story(60, 60),
    "small": crowd_story(9, 6, seed=3),
    "two days": story(on("e1", "2031-03-04"), on("e2", "2031-03-05", 2)),
    "years": story(*(on(f"e{n}", f"20{30 + n}-0{n}-1{n}", n) for n in range(1, 8))),
    "centuries": story(on("e1", "1653-04-20"), on("e2", "2031-03-05", 2)),
    "endless": story(on("e1", "2031-03-04"), on("e2", "2031-03-05", 2), actors=(actor("a", "X" * 90), actor("b", "Y" * 90))),
    "range": story(between("e1", "2031-01-30", "2031-02-03"), on("e2", "2031-03-05", 2), event("e3", rank=3, actors=("c",))),
}


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", [1240, 900, 600, 358])
def test_no_text_lies_on_another_or_outside_the_figure(name, width):
    figure = calendar(STORIES[name], width=width)
    assert clashes(figure) == []
    assert [box for box in boxes(figure) if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > figure.layout.height] == []


def test_there_is_no_calendar_of_fewer_than_two_days():
    assert calendar(seed_story()) is None
    assert calendar(story()) is None
    assert calendar(story(on("e1", "2031-03-04"), on("e2", "2031-03-04", 2))) is None
    assert calendar(story(on("e1", "2031-03-04"), event("e2", rank=2))) is None
    assert calendar(story(on("e1", "2031-03-04"), event("e2", rank=2, earliest="2031-03-05"))) is None
    assert calendar(story(on("e1", "2031-03-04"), on("e2", "yesterday", 2))) is None


@pytest.mark.parametrize("width", [1240, 358])
def test_every_event_is_there_once_and_in_the_order_of_days(width):
    told = STORIES["crowd"]
    hits = bars(calendar(told, width=width))
    assert sorted(hits["customdata"]) == sorted(item.id for item in told.events)
    dated, undated = spells(told)
    assert set(hits["customdata"][len(dated) :]) == {item.id for item in undated}


def test_an_event_without_a_date_stands_below_all_days_and_says_what_is_known():
    later = event("e3", rank=3, earliest="2031-03-09", actors=("c",))
    vague = event("e4", rank=4, time_text="earlier this year", actors=("d",))
    told = story(on("e1", "2031-03-04"), on("e2", "2031-03-05", 2), later, vague)
    hits = bars(calendar(told))
    assert min(hits["y"][2:]) > max(hits["y"][:2])
    words = " ".join(texts(calendar(told)))
    assert "NO DATE IN THE TEXT" in words
    assert "not before 9 March 2031" in words
    assert "“earlier this year”" in words
    assert said_of(event(latest="2031-03-09")) == "not after 9 March 2031"
    assert said_of(event()) == ""
    assert "NO DATE IN THE TEXT" not in texts(calendar(STORIES["two days"]))


def test_several_days_are_a_pale_dashed_bar_and_one_day_is_none():
    def pale(told):
        shapes = spec(calendar(told))["layout"]["shapes"]
        return [shape for shape in shapes if shape["line"].get("dash") == "3px,2.5px" and shape["fillcolor"].startswith("rgba")]

    assert len(pale(STORIES["range"])) == 1
    assert pale(STORIES["two days"]) == []
    assert any("pale bar" in text for text in texts(calendar(STORIES["range"])))
    assert not any("pale bar" in text for text in texts(calendar(STORIES["two days"])))


def test_days_have_names_and_where_they_cannot_the_event_says_its_day():
    words = texts(calendar(STORIES["two days"]))
    assert {"Tue 4", "Wed 5", "March 2031"} <= set(words)
    assert any("30 Jan–3 Feb: " in text for text in texts(calendar(STORIES["range"])))
    years = Line(date(2030, 1, 1), date(2032, 1, 1), 0, 300)
    assert brief(Spell(event(), date(2030, 12, 30), date(2031, 1, 2)), years) == "30 Dec 2030–2 Jan 2031: "
    assert brief(Spell(event(), date(2030, 5, 3), date(2030, 5, 6)), years) == "3–6 May 2030: "


@pytest.mark.parametrize(("days", "most"), [(3, 3), (60, 10), (700, 25), (20_000, 60)])
def test_the_line_is_cut_into_days_weeks_months_or_years(days, most):
    line = Line(date(2001, 5, 9), date.fromordinal(date(2001, 5, 9).toordinal() + days - 1), 8, 1232)
    found = cells(line)
    assert 0 < len(found) <= most
    assert found[0].left == 8
    assert found[-1].right == 1232
    assert all(one.right == other.left for one, other in pairwise(found))
    assert any(cell.name for cell in found)


def test_what_is_chosen_stands_out():
    told = STORIES["two days"]
    assert bars(calendar(told, selected="e2"))["selectedpoints"] == [1]
    assert bars(calendar(told, selected=link("a", "b", "heckle")))["selectedpoints"] == [0, 1]
    assert bars(calendar(told)).get("selectedpoints") is None


def test_an_open_order_and_an_act_not_done_are_dashed():
    told = story(on("e1", "2031-03-04"), on("e2", "2031-03-05", 2, status="planned"), on("e3", "2031-03-05", 3))
    badges = [shape for shape in spec(calendar(told))["layout"]["shapes"] if shape.get("xsizemode") == "pixel"]
    assert [shape["line"]["dash"] for shape in badges] == ["solid", "3px,2.5px", "solid"]
    assert "–" in texts(calendar(told))
    assert any(text.startswith("planned:") for text in texts(calendar(told)))


def test_the_day_is_said_where_one_points():
    hovers = bars(calendar(STORIES["range"]))["text"]
    assert "some day from 30 January 2031 to 3 February 2031" in hovers[0]
    assert "Wednesday 5 March 2031" in hovers[1]
    assert "no date" in hovers[2]
