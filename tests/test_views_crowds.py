"""Sixty events and sixty actors, or three and three: every figure stays legible, light and dark, on a desk and on a telephone."""

import itertools
import time

import pytest

from extract.captions import in_order
from extract.views import calendar, dark, graph, ladder, network, slope, timeline
from extract.views.cast import initials, members
from extract.views.graph import MOST_ACTORS, sketch
from extract.views.lanes import badge_radius, plan
from tests.drawn import clashes, spec, texts
from tests.factories import actor, crowd_story, event, story, telling

CROWD, FEW = crowd_story(60, 60), crowd_story(3, 3)
FIGURES = [timeline, ladder, calendar, network, slope]
LEAST_SIZE = 9.5


@pytest.mark.parametrize("width", [1240, 358])
@pytest.mark.parametrize("told", [CROWD, FEW], ids=["60", "3"])
@pytest.mark.parametrize("draw", FIGURES)
def test_every_label_can_be_read_and_lies_on_no_other(draw, told, width):
    figure = draw(told, width=width)
    assert clashes(figure) == []
    sizes = {mark["font"]["size"] for mark in spec(figure)["layout"]["annotations"]}
    assert min(sizes) >= LEAST_SIZE


@pytest.mark.parametrize("draw", FIGURES)
def test_dark_figures_have_the_same_labels_in_the_same_places(draw):
    one, other = (spec(figure)["layout"]["annotations"] for figure in (draw(CROWD), dark(draw(CROWD))))
    assert [(mark["x"], mark["y"], mark["text"]) for mark in one] == [(mark["x"], mark["y"], mark["text"]) for mark in other]


@pytest.mark.parametrize("draw", FIGURES)
def test_uncertain_marks_are_told_by_more_than_a_colour(draw):
    """Dashed where the text leaves something open, and in no figure of a story that leaves nothing open."""
    sure = story(
        event("e1", rank=1, actors=("a",), targets=("b",), date="2031-03-04", evidence=(telling(),)),
        event("e2", "walkout", 2, actors=("b",), targets=("a",), date="2031-03-05", evidence=(telling(words="ordered her"),)),
    )

    def dashed(told):
        made = spec(draw(told))
        strokes = [shape["line"].get("dash", "") for shape in made["layout"]["shapes"]]
        strokes += [trace.get("line", {}).get("dash", "") for trace in made["data"]]
        return [dash for dash in strokes if "px" in dash]

    assert dashed(CROWD)
    assert dashed(sure) == []


def badges(layout):
    """Where each badge of the timeline stands, and how large it is."""
    for place, item in enumerate(layout.events):
        yield layout.x[item.id], layout.badge_y + layout.badge_step * (place % 2), badge_radius(layout.column)


@pytest.mark.parametrize("width", [1240, 900, 358])
def test_the_badges_of_a_crowded_timeline_are_large_and_apart(width):
    layout = plan(CROWD, width=width)
    found = list(badges(layout))
    assert min(radius for _, _, radius in found) >= 10
    for (x, y, radius), (other_x, other_y, _) in itertools.combinations(found, 2):
        assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * radius) ** 2


def test_the_names_beside_the_lanes_take_no_more_room_than_those_that_are_drawn():
    layout = plan(CROWD, width=1240)
    assert layout.gutter < 200
    assert layout.lanes[-1].name.endswith("others")


def test_the_network_of_sixty_is_quick_and_always_the_same():
    graph.sketch.cache_clear()
    start = time.process_time()
    first = sketch(CROWD, 1240.0)
    assert time.process_time() - start < 2.5
    graph.sketch.cache_clear()
    again = sketch(CROWD, 1240.0)
    assert all((first.at[id] == again.at[id]).all() for id in first.at)
    assert [chip.text for chip in first.chips] == [chip.text for chip in again.chips]


@pytest.mark.parametrize("width", [1240.0, 1000.0, 820.0, 600.0, 358.0])
def test_plates_never_overlap_and_a_narrow_network_shows_those_who_hang_together(width):
    drawn = sketch(CROWD, width)
    most = next(count for least, count in MOST_ACTORS if width >= least)
    assert len(drawn.nodes) <= most
    assert drawn.left_out == len({id for item in CROWD.events for id in (*item.actors, *item.targets)}) - len(drawn.nodes)
    for one, other in itertools.combinations(drawn.nodes, 2):
        apart = abs(drawn.at[one.id] - drawn.at[other.id])
        assert (apart >= [drawn.half[one.id][0] + drawn.half[other.id][0], drawn.half[one.id][1] + drawn.half[other.id][1]]).any()
    if drawn.left_out:
        assert drawn.aside == ()
        assert len(parts(drawn)) == 1


def parts(drawn):
    """The actors of a network in groups that are tied together."""
    groups = [{member.id} for member in drawn.nodes]
    for tie in drawn.ties:
        met = [group for group in groups if group & {tie.source, tie.target}]
        groups = [group for group in groups if group not in met] + [set().union(*met)]
    return groups


def test_parties_have_a_sign_beside_their_colour():
    parties = ("Labour", "Liberal", "Green", "United Future", "Lib-Lab", None, "union")
    cast = tuple(actor(f"a{place}", party=party) for place, party in enumerate(parties))
    told = story(*(event(f"e{place}", rank=place + 1, actors=(f"a{place}",)) for place in range(7)), actors=cast)
    signs = initials(members(told))
    assert signs == {"Labour": "L", "Liberal": "Li", "Green": "G", "United Future": "UF", "Lib-Lab": "LL", "union": "U"}
    words = texts(network(told))
    assert all(words.count(sign) == 2 for sign in signs.values()), "once in the legend, once on the plate"
    nobody = story(event(actors=("a",), targets=("b",)))
    assert set(sketch(nobody, 900.0).signs.values()) == {""}


def test_most_ties_of_the_network_carry_their_number():
    for width in (1240.0, 820.0, 358.0):
        drawn = sketch(CROWD, width)
        assert sum(bool(chip.text) for chip in drawn.chips) > 0.9 * len(drawn.chips)


def test_the_factory_of_crowds_gives_all_that_figures_must_cope_with():
    assert crowd_story(60, 60, 7) == crowd_story(60, 60, 7)
    assert crowd_story(60, 60, 7) != crowd_story(60, 60, 8)
    assert (len(CROWD.events), len(CROWD.actors)) == (60, 60)
    assert {item.status for item in CROWD.events} == {"happened", "planned", "hypothetical", "denied"}
    assert {item.place for item in CROWD.events} == {"entrance", "inside", "outside"}
    assert {None} < {actor.party for actor in CROWD.actors}
    assert any(one.rank == other.rank for one, other in itertools.pairwise(in_order(CROWD)))
    for item in CROWD.events:
        words = item.evidence[0].span
        assert CROWD.articles[0].text[words.start : words.end] == words.text
    assert all(step.evidence is None or step.evidence.text in CROWD.articles[0].text for step in CROWD.order)
