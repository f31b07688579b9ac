"""The ladder: one row for each event, no text on another, arcs only where the text itself says what came first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from extract.focus import link
from extract.views import ladder, palette
from extract.views.arcs import arcs
from extract.views.heads import MOST_ROWS
from extract.views.rungs import MOST_COLUMNS, ladder_plan
from tests.drawn import bars, boxes, clashes, spec, texts
from tests.factories import actor, crowd_story, edge, event, exchange, seed_story, span, story, telling

WIDTHS = [1240, 900, 760, 600, 358]
ENDLESS = "Wakarererererererererererererererererererererererererererererererererererere"
STORIES = {
    "endless": story(
        event(actors=("a",), targets=("b",), quote=ENDLESS),
        event("e2", rank=2, actors=("b",), place="inside"),
        actors=(actor("a", f"{ENDLESS} 議長", party=ENDLESS), actor("b", f"Mo {ENDLESS}", party=f"The {ENDLESS} Party")),
    ),
    "crowd": crowd_story(60, 60),
    "crossed": crowd_story(60, 9, seed=4),
    "small": crowd_story(3, 3),
    "exchange": exchange(),
    "seeds": seed_story(),
    "nobody": story(event(type="adjournment")),
    "on oneself": story(event(actors=("a",), targets=("a",))),
}


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_lies_on_another_or_outside_the_figure(name, width):
    figure = ladder(STORIES[name], width=width)
    assert clashes(figure) == []
    assert [box for box in boxes(figure) if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > figure.layout.height] == []


def test_every_event_has_a_row_of_its_own_in_the_order_in_which_they_happened():
    plan = ladder_plan(STORIES["crowd"], width=1240)
    assert all(one.bottom <= other.top for one, other in pairwise(plan.rungs))
    done = [rung.event for rung in plan.rungs if rung.event.status == "happened"]
    assert [item.rank for item in done] == sorted(item.rank for item in done)
    assert bars(ladder(STORIES["crowd"]))["customdata"] == [rung.event.id for rung in plan.rungs]


def test_what_is_chosen_stands_out():
    told = seed_story()
    assert bars(ladder(told, selected="e7"))["selectedpoints"] == [6]
    tie = told.links[0]
    chosen = bars(ladder(told, selected=link(tie.source, tie.target, tie.type)))
    assert [chosen["customdata"][place] for place in chosen["selectedpoints"]] == list(tie.events)
    who = told.events[0].actors[0]
    assert who in bars(ladder(told, selected=who), "actors")["customdata"]
    assert len(spec(ladder(told, selected=who))["layout"]["shapes"]) == len(spec(ladder(told))["layout"]["shapes"]) + 1


def test_the_words_stand_beside_the_arrows_where_there_is_room_and_under_them_where_there_is_none():
    wide, narrow = (ladder_plan(STORIES["seeds"], width=width) for width in (1240, 358))
    assert max(wide.column.values()) < wide.text_x
    assert all(rung.words_top > rung.y for rung in narrow.rungs)
    assert "“was thrown out” " not in texts(ladder(STORIES["seeds"]))
    assert any("Ejection" in text for text in texts(ladder(STORIES["seeds"], width=358)))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_busiest_have_a_column_and_the_rest_share_the_last(width):
    plan = ladder_plan(STORIES["crowd"], width=width)
    assert len(plan.heads) <= MOST_COLUMNS
    assert plan.heads[-1].lines[0].endswith("others")
    assert all(other.x - one.x >= 15 for one, other in pairwise(plan.heads))
    assert len({head.top for head in plan.heads}) <= MOST_ROWS or plan.heads[0].turned


def test_an_arc_is_drawn_only_where_words_say_the_order():
    made = [event(f"e{place}", rank=place, actors=("a",)) for place in range(1, 6)]
    order = (
        edge("e1", "e2", "connective", 0.9, span("then")),
        edge("e2", "e3", "telling"),
        edge("e3", "e4", "place", 0.8, span("shouted at")),
        edge("e4", "e5", "cause", 0.9),
    )
    told = story(*made, order=order)
    named = [shape["name"] for shape in spec(ladder(told))["layout"]["shapes"] if shape.get("name", "").startswith("arc ")]
    assert named == ["arc e1 e2"]
    assert any("Arcs on the left" in text for text in texts(ladder(told)))
    assert not any("Arcs on the left" in text for text in texts(ladder(replace(told, order=order[1:]))))


def test_an_arc_says_its_reason_and_leads_to_the_later_event():
    reasons = bars(ladder(exchange()), "reasons")
    assert set(reasons["customdata"]) == {"e2"}
    assert "then" in reasons["hovertext"][0]


def test_arcs_never_share_a_track_and_those_left_out_are_counted():
    made = tuple(event(f"e{place}", rank=place) for place in range(1, 12))
    order = tuple(edge("e1", f"e{place}", "cause", 0.9, span("then")) for place in range(2, 12))
    drawn, left = arcs(story(*made, order=order), made, most=6)
    assert sorted(arc.track for arc in drawn) == list(range(6))
    assert left == 4
    assert any("4 longer ones are not drawn" in text for text in texts(ladder(story(*made, order=order))))


def test_a_reason_that_ties_groups_to_groups_is_drawn_between_neighbours():
    made = tuple(event(f"e{place}", rank=place) for place in range(1, 7))
    order = tuple(edge(f"e{one}", f"e{other}", "stated time", 0.9, span("then")) for one in (1, 2, 3) for other in (4, 5, 6))
    drawn, left = arcs(story(*made, order=order), made, most=6)
    assert [(arc.edge.before, arc.edge.after) for arc in drawn] == [("e3", "e4")]
    assert left == 0


@pytest.mark.parametrize("width", [1240, 358])
def test_what_is_uncertain_looks_uncertain_and_says_so(width):
    told = story(event("e1"), event("e2", rank=2, rank_max=3), event("e3", rank=4), event("e4", rank=4))
    figure = ladder(told, width=width)
    dashed = [shape for shape in spec(figure)["layout"]["shapes"] if shape["line"].get("dash") == "3px,2.5px"]
    assert len(dashed) == 3
    words = texts(figure)
    assert any("2–3" in text or "from 2 to 3" in text for text in words)
    assert any("in any order" in text for text in words)


def test_what_was_not_done_stands_apart_below_and_pale():
    told = story(event("e1", actors=("a",)), event("e2", "walkout", 2, status="denied", actors=("b",)), event("e3", rank=3))
    plan = ladder_plan(told, width=1240)
    assert [rung.event.id for rung in plan.rungs] == ["e1", "e3", "e2"]
    assert plan.scenes[-1].aside
    assert "SAID, NOT DONE" in texts(ladder(told))
    assert "–" in texts(ladder(told))
    assert any("denied" in text for text in texts(ladder(told)))
    assert min(trace.get("opacity", 1) for trace in spec(ladder(told))["data"]) < 1


def test_scenes_and_parties_are_named_only_where_the_text_gives_them():
    told = story(event("e1", place="entrance", actors=("a",)), event("e2", rank=2, actors=("b",)))
    words = texts(ladder(told))
    assert "AT THE DOOR" in words
    assert "INSIDE" not in words
    assert "No party given" not in words
    assert ladder_plan(told, width=1240).groups == ()
    assert {head.member.colour for head in ladder_plan(told, width=1240).heads} == {palette.NEUTRAL}
    cast = (actor("a", party="Reform"), actor("b"))
    assert {"Reform", "No party given"} <= set(texts(ladder(replace(told, actors=cast))))


def test_hostile_words_are_shown_and_never_obeyed():
    bad = "<b>Bobby</b> </script><img src=x onerror=alert(1)>"
    words = telling(words="shouted at")
    loud = replace(words, span=replace(words.span, text=bad))
    cast = (actor("a", bad, party="<i>P</i>"), actor("b", "<a href='javascript:alert(1)'>x</a>", "group"))
    text = ladder(story(event(actors=("a",), targets=("b",), evidence=(loud,)), actors=cast)).to_json().lower()
    for tag in ("<b>bobby", "<img", "</script", "<a href", "<i>p", "u003cimg", "u003ca href"):
        assert tag not in text


def test_the_same_story_gives_the_same_ladder():
    assert ladder(crowd_story(20, 9)).to_json() == ladder(crowd_story(20, 9)).to_json()


def test_a_story_of_nothing_says_so():
    assert texts(ladder(story(actors=(actor("a"),)))) == ["No event was found in this text."]
