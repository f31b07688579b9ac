import itertools

import pytest

from extract.captions import in_order, short_names
from extract.focus import focus
from extract.types import EVENT_TYPES, STATUSES
from extract.views import network, palette, slope, textfit, timeline
from extract.views.cast import is_chair, members
from extract.views.graph import sketch
from tests.drawn import clashes, spec
from tests.factories import actor, event, exchange, seed_story, story

HOSTILE = "<b>Bobby</b> </script><img src=x onerror=alert(1)> %{x} & “co”"


def many(events=40, actors=24):
    """A crowded story: every type and status, scenes that change, ranks that tie."""
    names = [f"Member-{place} Surname{place}" for place in range(actors)]
    cast = tuple(actor(f"a{place}", name, party=("North", "South", None)[place % 3]) for place, name in enumerate(names))
    made = [
        event(
            f"e{place}", EVENT_TYPES[place % len(EVENT_TYPES)], 1 + place - place % 3 // 2,
            status=STATUSES[0 if place % 5 else place % 4], place=("entrance", "inside", "outside")[place * 3 // events],
            actors=(f"a{place * 7 % actors}",), targets=(f"a{(place * 11 + 3) % actors}",),
        )
        for place in range(events)
    ]  # fmt: skip
    return story(*made, actors=cast)


STORIES = {
    "none": story(actors=(actor("a"),)),
    "one event": story(event(actors=("a",), targets=("b",))),
    "one actor": story(event(actors=("a",)), event("e2", "walkout", 2, actors=("a",))),
    "nobody": story(event(type="adjournment")),
    "on oneself": story(event(actors=("a",), targets=("a",)), event("e2", "withdrawal", 2, actors=("a",), targets=("a",))),
    "groups": story(event(actors=("a", "b", "c"), targets=("a", "b", "c", "d"))),
    "exchange": exchange(),
    "seeds": seed_story(),
    "many": many(),
    "crowd": many(90, 70),
    "apart": story(*(event(f"e{n}", rank=n, actors=(f"a{n}",), targets=(f"b{n}",)) for n in range(1, 6))),
    "chain": story(*(event(f"e{n}", rank=n, actors=(f"m{n}",), targets=(f"m{n + 1}",)) for n in range(1, 9))),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", [390, 900, 1280])
@pytest.mark.parametrize("draw", [timeline, network, slope])
def test_no_label_lies_on_another(draw, name, width):
    assert clashes(draw(STORIES[name], width=width)) == []


@pytest.mark.parametrize("name", STORIES)
def test_no_name_plate_lies_on_another(name):
    drawn = sketch(STORIES[name], 1000.0)
    for one, other in itertools.combinations(drawn.nodes, 2):
        apart = abs(drawn.at[one.id] - drawn.at[other.id])
        assert (apart >= [drawn.half[one.id][0] + drawn.half[other.id][0], drawn.half[one.id][1] + drawn.half[other.id][1]]).any()


@pytest.mark.parametrize("name", ["exchange", "seeds", "many"])
def test_both_figures_carry_every_event_that_can_be_chosen(name):
    told = STORIES[name]
    hits = next(trace for trace in spec(timeline(told))["data"] if trace.get("name") == "events")
    assert set(hits["customdata"]) == {item.id for item in told.events}
    edges = next(trace for trace in spec(network(told))["data"] if trace.get("name") == "edges")
    assert set(edges["customdata"]) <= {item.id for item in told.events}


def test_the_chosen_event_stands_out():
    told = seed_story()
    hits = next(trace for trace in spec(timeline(told, selected="e7"))["data"] if trace.get("name") == "events")
    assert hits["selectedpoints"] == [6]
    faded = [trace["meta"]["events"] for trace in spec(network(told, selected="e7"))["data"] if trace.get("opacity", 1) < 0.5]
    assert ["e7"] not in faded
    assert len(faded) == len(told.links) - 1


def test_order_is_read_from_left_to_right():
    hits = next(trace for trace in spec(timeline(seed_story()))["data"] if trace.get("name") == "events")
    assert hits["x"] == sorted(hits["x"])


def test_what_is_uncertain_looks_uncertain():
    sure = spec(timeline(story(event("e1"), event("e2", rank=2))))["layout"]["shapes"]
    moved = spec(timeline(story(event("e1"), event("e2", rank=2, rank_max=3))))["layout"]["shapes"]
    dashed = [shape for shape in moved if shape["line"].get("dash") == "3px,2.5px"]
    assert len(dashed) == 1
    assert not any(shape["line"].get("dash") == "3px,2.5px" for shape in sure)


def test_equal_ranks_share_a_bracket():
    texts = [
        mark["text"] for mark in spec(timeline(story(event("e1"), event("e2"), event("e3", rank=2))))["layout"]["annotations"]
    ]
    assert texts.count("in any order") == 1
    assert texts.count("1") == 2


def test_what_was_not_done_stands_apart_and_can_be_left_out():
    told = story(event("e1", actors=("a",)), event("e2", "walkout", 1, status="planned", actors=("b",)))
    texts = [mark["text"] for mark in spec(timeline(told))["layout"]["annotations"]]
    assert "SAID, NOT DONE" in texts
    assert any("planned" in text for text in texts)
    hits = next(trace for trace in spec(timeline(told, aside=False))["data"] if trace.get("name") == "events")
    assert hits["customdata"] == ["e1"]


def test_scenes_are_named_only_where_the_text_gives_a_place():
    told = story(event("e1", place="entrance"), event("e2", rank=2), event("e3", rank=3, place="outside"))
    texts = {mark["text"].replace("<br>", " ") for mark in spec(timeline(told))["layout"]["annotations"]}
    assert {"AT THE DOOR", "OUTSIDE"} <= texts
    assert "INSIDE" not in texts


@pytest.mark.parametrize("draw", [timeline, network, slope])
def test_hostile_names_are_shown_and_never_obeyed(draw):
    cast = (actor("a", HOSTILE, "group", party="<i>P</i>"), actor("b", "<a href='javascript:alert(1)'>x</a>", "group"))
    text = draw(story(event(actors=("a",), targets=("b",), quote=HOSTILE), actors=cast)).to_json()
    for tag in ("<b>Bobby", "<img", "</script", "<a href", "<i>P", "u003cimg", "u003ca href"):
        assert tag not in text.lower()


def test_camps_are_never_made_up():
    nobody = story(event(actors=("a",), targets=("b",)))
    assert {member.group for member in members(nobody)} == {None}
    texts = {mark["text"] for mark in spec(timeline(seed_story()))["layout"]["annotations"]}
    assert {"LABOUR", "GREEN", "NO PARTY GIVEN", "CHAIR"} <= texts


def test_the_chair_is_known_by_the_office_and_by_nothing_else():
    assert is_chair(actor("a", role="Speaker"))
    assert is_chair(actor("b", "Deputy Speaker", "office"))
    assert not is_chair(actor("c", role="party chairman"))
    assert not is_chair(actor("d", "Speaker's staff", "group"))
    assert not is_chair(actor("e", "Lord Speaker-Jones"))


SINGLE = (palette.CHAIR, palette.NEUTRAL, palette.OTHERS, palette.MUTED, palette.INK, palette.ACCENT)
GIVEN = (*palette.TYPE_COLOURS.values(), *palette.PARTY_COLOURS, *palette.NAMED_COLOURS.values())


@pytest.mark.parametrize("colour", [*SINGLE, *GIVEN])
def test_every_colour_can_be_read_on_white(colour):
    assert palette.contrast(colour) >= 4.5


def test_every_type_has_a_colour():
    assert tuple(palette.TYPE_COLOURS) == EVENT_TYPES


def test_the_same_story_gives_the_same_picture():
    assert network(many(12, 8)).to_json() == network(many(12, 8)).to_json()


def test_text_is_measured_and_wrapped():
    assert textfit.width("Hēnare Tāmati", 12) == pytest.approx(textfit.width("Henare Tamati", 12), rel=0.01)
    assert textfit.width("議長", 10) == 20
    assert textfit.wrap("No-confidence request", 70, 11.5, 700) == ["No-", "confidence", "request"]
    assert textfit.clip("Aroha Ngata", 40, 12).endswith("…")
    assert textfit.wrap("one two three four", 40, 12, lines=2)[-1].endswith("…")


def test_short_names_stay_apart():
    told = story(actors=(actor("a", "Jo Lind"), actor("b", "Mo Lind")))
    assert len(set(short_names(told).values())) == 2


def test_the_chosen_event_is_lit_on_its_own_row():
    """Grouped bars would stand beside each other: each must cover the row that it belongs to."""
    bars = [trace for trace in slope(STORIES["seeds"], selected="e3").data if trace.type == "bar"]
    assert len(bars) == 2
    assert all(bar.offset == -bar.width / 2 for bar in bars)


def test_a_telephone_shows_surnames_so_that_the_words_fit():
    texts = [note.text for note in slope(STORIES["seeds"], width=358).layout.annotations]
    assert any(text.startswith("Key attacks") for text in texts)
    assert not any("John Key" in text for text in texts)


def test_an_actor_or_a_tie_can_be_pointed_at_and_stands_out():
    told = seed_story()
    key = told.actors[0].id
    mine = [event.id for event in in_order(told) if key in (*event.actors, *event.targets)]
    hits = next(trace for trace in timeline(told, selected=key).data if trace.name == "events")
    assert [hits.customdata[place] for place in hits.selectedpoints] == mine
    drawn = network(told, selected=key)
    assert key in next(trace for trace in drawn.data if trace.name == "actors").customdata
    faded = [trace.meta["events"] for trace in drawn.data if trace.meta and trace.opacity != 1]
    assert faded
    assert not any(set(events) & set(mine) for events in faded)
    keys = next(trace for trace in drawn.data if trace.name == "curves").customdata
    assert all(focus(told, key).events for key in keys)
