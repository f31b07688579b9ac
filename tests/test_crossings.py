"""Order told against order happened: which events cross, why, and how it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.crossings import jumps, sentence, summary, told
from extract.types import Event, Span, Story, Telling
from tests.factories import article, edge, event, seed_story, story

TEXT = "0123456789" * 40


def at(id: str, place: int, rank: int, **given: object) -> Event:
    telling = Telling("heckle", Span("a1", place, place + 5, TEXT[place : place + 5]), "made-up", at=place)
    return event(id, rank=rank, evidence=(telling,), actors=(id,), **given)


def ordered(*events: Event, edges: tuple[tuple[str, str], ...]) -> Story:
    made = tuple(edge(one, other, "connective", 0.9) for one, other in edges)
    return story(*events, articles=(article("a1", TEXT),), order=made)


JUMPING = ordered(at("out", 0, 3), at("shout", 50, 1), at("warn", 90, 2), edges=(("shout", "warn"), ("warn", "out")))


def test_what_is_told_first_and_came_last_crosses_all_the_rest() -> None:
    (jump,) = jumps(JUMPING)
    assert (jump.event.id, jump.told, [e.id for e in jump.crossed]) == ("out", 1, ["shout", "warn"])
    assert [e.id for e in told(JUMPING)] == ["out", "shout", "warn"]


def test_the_crossing_is_named_with_its_reason() -> None:
    (jump,) = jumps(JUMPING)
    assert sentence(JUMPING, jump) == (
        "Told first, happened after 2 things told later: Out heckles (after 2, because the text says so)."
    )
    assert summary(JUMPING) == "The article tells 3 events, 1 of them before something that came earlier."


def test_the_summary_says_what_a_dashed_line_means() -> None:
    open_ = replace(JUMPING, events=tuple(replace(item, rank_min=1, rank_max=3) for item in JUMPING.events))
    assert summary(open_).endswith("Dashed lines: the text leaves their place open.")


def test_the_order_of_telling_is_no_reason_against_what_is_told_first() -> None:
    """What the lead sums up is told again: its place comes from there, and saying "told in this order" would be no answer."""
    guessed = replace(JUMPING, order=tuple(replace(item, why="telling", strength=0.4) for item in JUMPING.order))
    again = replace(guessed.event("out"), evidence=(*guessed.event("out").evidence, at("out", 120, 3).evidence[0]))
    twice = replace(guessed, events=tuple(again if e.id == "out" else e for e in guessed.events))
    (jump,) = jumps(twice)
    assert sentence(twice, jump).endswith("(a guess: summed up there, and told in its turn further down, after 2).")


def test_what_is_told_once_alone_is_not_said_to_be_told_again() -> None:
    guessed = replace(JUMPING, order=tuple(replace(item, why="telling", strength=0.2) for item in JUMPING.order))
    (jump,) = jumps(guessed)
    assert sentence(guessed, jump).endswith("(a guess: told there alone, and mostly such a thing comes after one like 2).")


def test_a_rank_alone_is_no_crossing() -> None:
    """The rank is a position to draw at; only what the order joins crosses."""
    loose = ordered(at("out", 0, 2), at("shout", 50, 1), edges=())
    assert jumps(loose) == ()
    assert "as far as it says" in summary(loose)


@pytest.mark.parametrize(
    ("events", "said"),
    [((), "no event"), ((at("out", 0, 1),), "one event"), ((at("out", 0, 1, status="planned"),), "no event")],
)
def test_too_little_to_compare(events: tuple[Event, ...], said: str) -> None:
    assert said in summary(ordered(*events, edges=()))


def test_each_article_of_a_story_has_its_own_order_of_telling() -> None:
    whole = seed_story()
    orders = {a.id: [e.id for e in told(whole, a.id)] for a in whole.articles}
    assert len(orders) == 2
    assert all(orders.values())
    assert all({e.id for e in told(whole, a)} <= {e.id for e in whole.events} for a in orders)


@given(st.permutations(range(6)), st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_only_pairs_that_the_order_joins_cross(places: list[int], pairs: set[tuple[int, int]]) -> None:
    edges = tuple((f"e{a}", f"e{b}") for a, b in sorted(pairs) if a < b)
    rows = tuple(at(f"e{n}", 10 * places[n], n + 1) for n in range(6))
    made = ordered(*rows, edges=edges)
    found = jumps(made)
    for jump in found:
        mine, others = int(jump.event.id[1]), [int(e.id[1]) for e in jump.crossed]
        assert others
        for other in others:
            first, last = (mine, other) if jump.back else (other, mine)
            assert first < last, "the order joins them"
            assert places[first] > places[last], "and they are told the other way round"
    left = tuple(row for row in rows if row.id not in {jump.event.id for jump in found})
    stay = tuple((one, other) for one, other in edges if {one, other} <= {row.id for row in left})
    assert jumps(ordered(*left, edges=stay)) == (), "without them nothing crosses"


def test_a_crossing_is_explained_by_the_step_that_goes_back_not_by_the_nearest_neighbour() -> None:
    """A recap told last came before all: that is why "warn" crosses it, and not what stands just above "warn"."""
    looking_back = ordered(
        at("shout", 0, 2),
        at("warn", 50, 3),
        at("recap", 90, 1, time_text="Last week"),
        edges=(("recap", "shout"), ("shout", "warn")),
    )
    timed = replace(looking_back.order[0], why="stated time", evidence=None)
    told_back = replace(looking_back, order=(timed, looking_back.order[1]))
    (recap,) = jumps(told_back)
    assert sentence(told_back, recap).startswith("Told third, looks back, happened before 2 things told earlier: ")
    assert sentence(told_back, recap).endswith('(before 2, because the text gives the time: "Last week").')


def test_one_recap_at_the_foot_is_one_crossing_and_not_as_many_as_there_are_events() -> None:
    rows = tuple(at(f"e{n}", 10 * n, n + 1) for n in range(1, 9))
    edges = (("last", "e1"), *((f"e{n}", f"e{n + 1}") for n in range(1, 8)))
    story = ordered(*rows, at("last", 200, 1), edges=edges)
    (jump,) = jumps(story)
    assert (jump.event.id, jump.back, len(jump.crossed)) == ("last", True, 8)
    assert summary(story) == "The article tells 9 events, 1 of them looking back."
