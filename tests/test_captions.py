import pytest

from extract import extract
from extract.captions import PHRASES, TYPE_NAMES, caption, in_order, left_open, listed, short_names, why_here
from extract.reading import from_text
from extract.types import EVENT_TYPES
from tests.factories import actor, edge, event, exchange, seed_story, span, story

CAST = (
    actor("davis", "Kelvin Davis"), actor("key", "John Key"), actor("mps", "Labour MPs", "group"),
    actor("labour", "Labour Party", "group"), actor("staff", "Mr Key's security staff", "group"),
    actor("chair", "Speaker", "office"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"actors": ("davis",), "targets": ("key",)}, "Kelvin Davis heckles John Key"),
        ({"actors": ("davis", "key"), "targets": ()}, "Kelvin Davis and John Key heckle"),
        ({"actors": ("mps",), "targets": ("key",)}, "Labour MPs heckle John Key"),
        ({"actors": ("staff",), "targets": ("davis",), "type": "scuffle"}, "Mr Key's security staff scuffle with Kelvin Davis"),
        ({"actors": ("labour",), "type": "no_confidence_request", "targets": ("chair",)},
         "Labour Party asks for a vote of no confidence in Speaker"),
        ({"targets": ("davis",), "type": "ejection"}, "Kelvin Davis ejected"),
        ({"type": "adjournment"}, "The sitting adjourned"),
        ({"actors": ("davis", "key"), "targets": ("key", "davis")}, "Kelvin Davis and John Key heckle each other"),
        ({"actors": ("chair",), "targets": ("davis",), "type": "ejection", "status": "planned"},
         "planned: Speaker ejects Kelvin Davis"),
        ({"actors": ("davis",), "targets": ("key",), "source": "mps"},
         "Kelvin Davis heckles John Key, according to Labour MPs"),
        ({"actors": ("nobody",), "targets": ("key",)}, "John Key heckled"),
    ],
)  # fmt: skip
def test_an_event_is_said_in_one_line(given, said):
    told = event(**given)
    assert caption(story(told, actors=CAST), told) == said


def test_every_type_has_a_name_and_words():
    assert list(TYPE_NAMES) == list(PHRASES) == list(EVENT_TYPES)


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"),
     (["A", "B", "C", "D", "E"], "A, B, C and 2 others")],
)  # fmt: skip
def test_names_are_listed_as_a_reader_would(names, said):
    assert listed(names) == said


def test_names_are_short_where_that_is_clear():
    cast = (
        actor("a", "John Key"), actor("b", "Ana de la Cruz"), actor("c", "Jo Lind"), actor("d", "Mo Lind"),
        actor("e", "Mr Key's security staff", "group"), actor("f", "Robertson"),
    )  # fmt: skip
    assert list(short_names(story(actors=cast)).values()) == [
        "Key", "de la Cruz", "Jo Lind", "Mo Lind", "Key's security staff", "Robertson",
    ]  # fmt: skip


def test_why_here_quotes_the_words_that_say_so():
    told = exchange()
    assert why_here(told, told.events[1]) == 'after 1, because the text says "then"'
    assert why_here(told, told.events[0]) == 'before 2, because the text says "then"'


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("place", "after 1, because the one is at the entrance, the other inside"),
        ("procedure", "after 1, because procedure puts an intervention before an ejection"),
        ("telling", "after 1, because that is the order in which the text tells them"),
        ("cause", "after 1, because the one led to the other"),
        ("correction", "after 1, because a reader put them in this order"),
    ],
)
def test_each_reason_has_its_words(why, said):
    events = (event("e1", "intervention", 1, place="entrance"), event("e2", "ejection", 2, place="inside"))
    assert why_here(story(*events, order=(edge("e1", "e2", why),)), events[1]) == said


def test_a_reason_in_words_comes_first_then_the_nearest():
    events = tuple(event(f"e{rank}", rank=rank) for rank in (1, 2, 3))
    silent = (edge("e1", "e3", "procedure", 0.8), edge("e1", "e3", "place", 0.8, span("chamber")), edge("e2", "e3"))
    assert why_here(story(*events, order=silent), events[2]).startswith("after 2, because that is the order")
    spoken = (*silent, edge("e1", "e3", "connective", 0.9, span("then")))
    assert why_here(story(*events, order=spoken), events[2]) == 'after 1, because the text says "then"'


def test_an_open_place_in_the_order_is_said_to_be_open():
    told = event(rank=2, rank_min=1, rank_max=4)
    assert why_here(story(told, event("e2")), told) == (
        "the text does not tie it to another event; the text leaves it open between 1 and 4"
    )


def test_events_of_one_rank_stand_as_they_are_told():
    told = seed_story()
    assert [item.id for item in in_order(told)] == [f"e{place}" for place in range(1, 19)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ms Hale and Ms Lind spoke in Parliament. The Speaker ordered her out of the chamber.", ["“her”"]),
        ("Ms Hale spoke in Parliament. The Speaker ordered her out of the chamber.", [""]),
        ("Ms Hale spoke in Parliament. The Speaker ordered Mr Low out of the chamber.", [""]),
    ],
    ids=["of two neither is meant", "she is told", "a name"],
)
def test_a_pronoun_that_nobody_was_found_for_is_said_to_be_open(text, said):
    told = extract(from_text(text))
    assert [left_open(told, e) for e in told.events] == said
