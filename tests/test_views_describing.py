"""What a screen reader says in place of a figure: the events themselves, in order, and what the text leaves open."""

import pytest

from extract.views import describe
from tests.factories import actor, crowd_story, event, exchange, seed_story, story

VIEWS = ("timeline", "ladder", "calendar", "network", "slope")


def test_the_order_is_told_event_by_event():
    assert describe(exchange()) == "2 events in order: 1 Ama Okoro heckles Piri Tāmati; 2 Jo Lind ejects Ama Okoro."
    assert describe(exchange(), "ladder") == describe(exchange())


def test_a_long_story_is_told_by_its_first_ten_and_how_many_more():
    said = describe(seed_story())
    assert said.startswith("18 events in order: 1 Kelvin Davis heckles John Key; 2 ")
    assert said.count(";") == 10
    assert "; and 8 more." in said


def test_what_is_open_and_what_was_not_done_is_said():
    told = story(
        event("e1", actors=("a",)), event("e2", rank=2, rank_max=3, actors=("b",)), event("e3", rank=4), event("e4", rank=4),
        event("e5", "walkout", 5, status="planned", actors=("a",)),
    )  # fmt: skip
    assert "2–3 B heckles" in describe(told)
    assert "The text leaves open where exactly 3 of them stand." in describe(told)
    assert describe(told).endswith("Not done, but planned, talked of or denied: planned: A walks out.")
    assert describe(story(event(status="denied", actors=("a",)))).startswith("Not done")


def test_days_are_told_with_what_happened_on_them():
    told = story(
        event("e1", date="2031-03-04", actors=("a",)), event("e2", rank=2, date="2031-03-04", actors=("b",)),
        event("e3", rank=3, earliest="2031-03-05", latest="2031-03-07", actors=("c",)), event("e4", rank=4, actors=("d",)),
    )  # fmt: skip
    assert describe(told, "calendar") == (
        "3 events from 4 March 2031 to 7 March 2031. Tuesday 4 March 2031: 1 A heckles, 2 B heckles; "
        "some day from 5 March 2031 to 7 March 2031: 3 C heckles. 1 event without a date."
    )
    assert describe(exchange(), "calendar") == "The text gives no date for any event."
    assert "; and " in describe(crowd_story(60, 60), "calendar")


def test_ties_are_told_with_their_numbers():
    said = describe(exchange(), "network")
    assert said == "3 actors and 2 ties: Ama Okoro heckles Piri Tāmati (1); Jo Lind ejects Ama Okoro (2)."
    alone = story(event("e1", actors=("a",), targets=("b",)), event("e2", rank=2, actors=("c",)))
    assert describe(alone, "network").endswith("1 actor is tied to nobody.")
    assert describe(story(event(actors=("a",))), "network") == "1 actor; the text names nobody on whom they act."
    planned = story(event(status="planned", actors=("a",), targets=("b",)))
    assert describe(planned, "network") == "2 actors and 1 tie: planned: A heckles B."


def test_the_slope_is_told_by_its_crossings():
    said = describe(seed_story(), "slope")
    assert said.startswith("Order told against order happened. The article tells ")
    assert describe(seed_story(), "slope", article=seed_story().articles[1].id) != said


@pytest.mark.parametrize("view", VIEWS)
def test_every_figure_is_described_in_plain_words(view):
    for told in (crowd_story(60, 60), crowd_story(3, 3), seed_story(), exchange()):
        said = describe(told, view)
        assert said.endswith((".", ").", "more."))
        assert "<" not in said
        assert len(said) < 2500
    assert describe(story(actors=(actor("a"),)), view) == "No event was found in this text."
