"""How far each event could move: two that nothing orders always meet, and what a path orders never runs backwards."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.closure import graph_of
from extract.order import ranked
from extract.types import Edge, Event, Span, Status, Telling
from tests.factories import event


def told(n: int, article: str = "a1", status: Status = "happened") -> Event:
    telling = Telling("heckle", Span(article, 100 * n, 100 * n + 5, "words"), "made-up", at=100 * n)
    return event(f"e{n}", evidence=(telling,), status=status)


def drawn(events: tuple[Event, ...], pairs: list[tuple[int, int]]) -> tuple[dict[str, Event], set[tuple[str, str]]]:
    """The events by id as they are drawn, and the pairs that a path joins."""
    graph = graph_of(events, (Edge(f"e{a}", f"e{b}", 0.9, "connective") for a, b in pairs))
    return {e.id: e for e in ranked(events, graph)}, set(nx.transitive_closure(graph).edges)


def room(event: Event) -> tuple[int, int]:
    return event.rank_min, event.rank_max


@pytest.mark.parametrize(
    ("events", "pairs", "expected"),
    [
        ((told(1), told(2), told(3)), [(1, 2), (2, 3)], [(1, 1), (2, 2), (3, 3)]),
        ((told(1), told(2), told(3)), [(1, 2)], [(1, 2), (2, 3), (1, 3)]),
        ((told(1), told(2), told(3, "a2"), told(4, "a2")), [(1, 2), (3, 4)], [(1, 2), (1, 2), (1, 2), (1, 2)]),
        ((told(1), told(2), told(3, "a2")), [(1, 2), (3, 2)], [(1, 1), (2, 2), (1, 1)]),
        ((told(1), told(2), told(3, status="planned")), [(1, 2)], [(1, 1), (2, 2), (1, 2)]),
    ],
    ids=["one chain", "one loose", "two articles that nothing ties", "two articles, one end", "what was only planned"],
)
def test_ranges(events: tuple[Event, ...], pairs: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    placed, _ = drawn(events, pairs)
    assert [room(placed[e.id]) for e in events] == expected


@st.composite
def stories(draw: st.DrawFn) -> tuple[tuple[Event, ...], list[tuple[int, int]]]:
    """Events of two articles, some only planned, and which the order puts before which."""
    articles, statuses = st.sampled_from(("a1", "a2")), st.sampled_from(("happened", "happened", "happened", "planned"))
    count = draw(st.integers(1, 8))
    events = tuple(told(n, draw(articles), draw(statuses)) for n in range(1, count + 1))
    places = st.integers(1, count)
    return events, [(a, b) for a, b in draw(st.lists(st.tuples(places, places), max_size=12)) if a != b]


@given(stories())
def test_two_events_that_nothing_orders_meet_in_their_ranges(story: tuple[tuple[Event, ...], list[tuple[int, int]]]) -> None:
    placed, paths = drawn(*story)
    for one in placed.values():
        for other in placed.values():
            if "happened" in {one.status, other.status} and not {(one.id, other.id), (other.id, one.id)} & paths:
                assert one.rank_min <= other.rank_max
                assert other.rank_min <= one.rank_max


@given(stories())
def test_no_range_runs_backwards_down_the_page(story: tuple[tuple[Event, ...], list[tuple[int, int]]]) -> None:
    """What comes later by a path neither begins nor ends above what it follows; each event stands within its own range."""
    placed, paths = drawn(*story)
    top = max(e.rank for e in placed.values())
    for e in placed.values():
        assert 1 <= e.rank_min <= e.rank <= e.rank_max <= top
    for before, after in ((placed[a], placed[b]) for a, b in paths):
        assert before.rank < after.rank
        assert before.rank_min <= after.rank_min
        assert before.rank_max <= after.rank_max
        assert before.rank_min < after.rank_max


@given(stories())
def test_an_event_tied_to_all_others_has_one_place(story: tuple[tuple[Event, ...], list[tuple[int, int]]]) -> None:
    placed, paths = drawn(*story)
    for e in placed.values():
        if all({(e.id, o), (o, e.id)} & paths for o in placed if o != e.id):
            assert room(e) == (e.rank, e.rank)
