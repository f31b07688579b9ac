from extract.focus import NOTHING, focus, link
from tests.factories import actor, event, story

TOLD = story(
    event("e1", "heckle", actors=("a1", "a2"), targets=("a3",)),
    event("e2", "heckle", actors=("a1",), targets=("a3",)),
    event("e3", "ejection", actors=("a3",), targets=("a1",)),
    actors=(actor("a1", "Ada Moss"), actor("a2", "Guy Lent"), actor("a3", "Ann Hale")),
)


def test_an_event_stands_out_with_those_who_take_part():
    seen = focus(TOLD, "e1")
    assert (seen.kind, seen.events, seen.actors) == ("event", ("e1",), ("a1", "a2", "a3"))


def test_an_actor_stands_out_with_all_that_they_do_and_suffer():
    seen = focus(TOLD, "a1")
    assert (seen.kind, seen.events, seen.actors) == ("actor", ("e1", "e2", "e3"), ("a1",))


def test_a_tie_stands_out_with_its_events_in_its_direction_only():
    seen = focus(TOLD, link("a1", "a3", "heckle"))
    assert (seen.kind, seen.events, seen.actors) == ("link", ("e1", "e2"), ("a1", "a3"))


def test_what_the_story_does_not_have_is_nothing():
    for key in (None, "", "e9", "a9", "a1~a3", link("a3", "a1", "heckle"), "<script>", "~~"):
        assert focus(TOLD, key) == NOTHING
