"""The sieves one by one and the ranks, on events from factories: no circle, dense ranks, ranges that the edges allow."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import order as benchmark
from extract import order
from extract.closure import edges_of, graph_of
from extract.exports import contract
from extract.order import rank, ranked, renumbered
from extract.story import compose
from extract.types import PLACES, Actor, Article, Edge, Event, EventType, Signal, Span, Telling, Why
from tests.factories import edge


def told(at: int, type: EventType = "heckle", **given: Any) -> Telling:
    return Telling(type, Span("a1", at, at + 5, "words"), "made-up", at=at, **given)


def act(id: str, type: EventType = "heckle", *, at: int = 0, **given: Any) -> Event:
    """An event told once, at an offset that its id gives ("e3" at 300) unless said otherwise."""
    at = at or int(id[1:]) * 100
    return Event(id, type, evidence=given.pop("evidence", (told(at, type),)), **given)


def hour(id: str, at: str, last: str = "", *, date: str = "2024-03-13", words: str | None = None) -> Event:
    """An event of a day whose telling states the hour, or from when to when."""
    return act(id, date=date, evidence=(told(int(id[1:]) * 100, hours=(at, last or at), time_text=words),))


def signal(before: Event, after: Event, why: Why = "connective", strength: float = 0.9) -> Signal:
    return Signal(before.evidence[0], after.evidence[0], why, strength, Span("a1", 0, 5, "after"))


def pairs(sieve: order.Sieve, events: tuple[Event, ...], signals: tuple[Signal, ...] = ()) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in sieve(events, signals)}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((act("e1", date="2024-03-13"), act("e2", date="2024-03-12")), {("e2", "e1")}),
        ((act("e1", date="2024-03-13"), act("e2", date="2024-03-13")), set()),
        ((act("e1", date="2024-03-13"), act("e2")), set()),
        ((act("e1", earliest="2024-03-04", latest="2024-03-10"), act("e2", latest="2024-03-02")), {("e2", "e1")}),
        ((act("e1", earliest="2024-03-04", latest="2024-03-10"), act("e2", date="2024-03-08")), set()),
        ((hour("e1", "14:41"), hour("e2", "14:10")), {("e2", "e1")}),
        ((hour("e1", "14:41"), hour("e2", "14:41")), set()),
        ((hour("e1", "14:41"), hour("e2", "14:10", date="2024-03-14")), {("e1", "e2")}),
        ((hour("e1", "02:30"), hour("e2", "23:50")), {("e2", "e1")}),
        ((hour("e1", "02:30", words="2.30am on Wednesday"), hour("e2", "23:50")), {("e1", "e2")}),
        ((hour("e1", "05:00", "12:00"), hour("e2", "12:00", "18:00")), {("e1", "e2")}),
        ((hour("e1", "05:00", "12:00"), hour("e2", "11:00", "15:00")), set()),
    ],
    ids=[
        "days apart",
        "one day",
        "undated",
        "windows apart",
        "windows that meet",
        "hours apart",
        "one hour",
        "days before hours",
        "past midnight",
        "early on a day that is named",
        "the morning and the afternoon",
        "the morning and lunchtime",
    ],
)
def test_stated_times(events: tuple[Event, ...], expected: set[tuple[str, str]]) -> None:
    assert pairs(order.stated_times, events) == expected


def test_connectives_order_what_they_tie() -> None:
    one, two, other = act("e1"), act("e2"), act("e3")
    found = list(order.connectives((one, two, other), (signal(two, one), signal(one, other, "cause", 0.95))))
    assert [(row[0], row[1], row[3]) for row in found] == [("e1", "e3", "cause"), ("e2", "e1", "connective")]
    assert all(row[4] is not None and row[4].text == "after" for row in found)


def test_connectives_leave_tenses_and_one_act_to_others() -> None:
    one, two = act("e1"), act("e2")
    twice = act("e3", evidence=(told(300), told(350)))
    within = Signal(twice.evidence[0], twice.evidence[1], "connective", 0.9, Span("a1", 0, 5, "after"))
    assert pairs(order.connectives, (one, two, twice), (signal(two, one, "tense", 0.6), within)) == set()
    assert pairs(order.tenses, (one, two), (signal(two, one, "tense", 0.6), signal(one, two))) == {("e2", "e1")}


def test_a_signal_to_what_is_no_event_says_nothing() -> None:
    one, lost = act("e1"), act("e2")
    assert pairs(order.connectives, (one,), (signal(lost, one),)) == set()


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((act("e1", place="inside"), act("e2", place="entrance")), {("e2", "e1")}),
        ((act("e1"), act("e2", place="entrance")), {("e2", "e1")}),
        ((act("e1", "reaction", place="outside"), act("e2", place="inside")), {("e2", "e1")}),
        ((act("e1", "reaction"), act("e2", place="entrance")), {("e2", "e1")}),
        ((act("e1", place="inside"), act("e2", place="inside")), set()),
        ((act("e1", place="outside"), act("e2", place="inside")), set()),
        ((act("e1", "reaction"), act("e2", "reaction")), set()),
    ],
    ids=[
        "door then inside", "door then anywhere", "statement last", "door then statement",
        "one place", "outside may be before", "two statements",
    ],
)  # fmt: skip
def test_places(events: tuple[Event, ...], expected: set[tuple[str, str]]) -> None:
    assert pairs(order.places, events) == expected


@pytest.mark.parametrize(
    ("first", "second", "ordered"),
    [
        (act("e1", "intervention", targets=("okoro",)), act("e2", "ejection", targets=("okoro",)), True),
        (act("e1", "no_confidence_request", actors=("okoro",)), act("e2", "decision", targets=("okoro",)), True),
        (act("e1", "point_of_order", actors=("okoro",)), act("e2", "ruling", targets=("okoro",)), True),
        (act("e1", "intervention", targets=("okoro",)), act("e2", "ejection", targets=("hale",)), False),
        (act("e1", "intervention", targets=("okoro",), at=900), act("e2", "ejection", targets=("okoro",)), True),
        (act("e1", "heckle", actors=("okoro",), at=900), act("e2", "ejection", targets=("okoro",)), True),
        (act("e1", "ejection", targets=("okoro",), at=900), act("e2", "decision", targets=("okoro",)), True),
        (act("e1", "no_confidence_request", actors=("okoro",), at=900), act("e2", "decision"), True),
        (act("e1", "no_confidence_request", actors=("okoro",)), act("e2", "decision", targets=("hale",)), False),
        (act("e1", "heckle", actors=("okoro",), place="outside"), act("e2", "ejection", targets=("okoro",)), False),
        (act("e1", "attack", actors=("okoro",), date="2024-03-13"), act("e2", "ejection", targets=("okoro",)), False),
        (act("e1", "ejection", targets=("okoro",)), act("e2", "heckle", targets=("okoro",)), False),
    ],
    ids=[
        "warned, ejected",
        "asked, refused",
        "raised, ruled",
        "somebody else",
        "ejected, had been warned",
        "the offence",
        "named, voted on",
        "refused, had been asked",
        "somebody else's request",
        "shouted outside",
        "perhaps another day",
        "no procedure",
    ],
)
def test_procedure(first: Event, second: Event, ordered: bool) -> None:
    assert pairs(order.procedure, (first, second)) == ({("e1", "e2")} if ordered else set())


def test_procedure_gives_each_of_two_requests_the_answer_after_it() -> None:
    asked, again = (act(id, "point_of_order", actors=("okoro",)) for id in ("e1", "e3"))
    ruled, ruled_again = (act(id, "ruling", targets=("okoro",)) for id in ("e2", "e4"))
    assert pairs(order.procedure, (asked, ruled, again, ruled_again)) == {("e1", "e2"), ("e1", "e4"), ("e3", "e4")}


def test_order_of_telling_is_that_of_the_body() -> None:
    lead = act("e3", evidence=(told(0, lead=True), told(300)))
    assert pairs(order.order_of_telling, (act("e1"), act("e2"), lead)) == {("e1", "e2"), ("e2", "e3"), ("e1", "e3")}


def test_of_what_only_the_lead_tells_the_outcome_comes_after_what_led_to_it_as_a_guess() -> None:
    leads = (act("e1", "walkout", evidence=(told(0, lead=True, depth=0),)), act("e2", evidence=(told(50, lead=True, depth=0),)))
    events, edges = rank((*leads, act("e3"), act("e4", "ejection")), ())
    assert [(e.type, e.rank, e.rank_min, e.rank_max) for e in events] == [
        ("heckle", 1, 1, 2), ("ejection", 2, 2, 3), ("heckle", 3, 1, 4), ("walkout", 4, 3, 4),
    ]  # fmt: skip
    assert {(e.before, e.after, e.strength) for e in edges} == {("e1", "e2", 0.4), ("e2", "e4", order.GUESS)}


@pytest.mark.parametrize(
    ("one", "depth", "other", "later", "said"),
    [
        ("heckle", 1, "ejection", 3, True),
        ("ejection", 1, "heckle", 3, False),
        ("heckle", 1, "heckle", 3, False),
        ("ejection", 1, "heckle", 1, True),
        ("heckle", 2, "heckle", 3, True),
        ("ejection", 2, "heckle", 3, False),
        ("ejection", 4, "heckle", 7, True),
    ],
    ids=[
        "then the outcome", "an outcome first", "high up", "one paragraph", "lower down", "an outcome still high up",
        "in the story",
    ],
)  # fmt: skip
def test_what_stands_high_up_is_told_in_order_only_where_news_mostly_does(
    one: EventType, depth: int, other: EventType, later: int, said: bool
) -> None:
    rows = (act("e1", one, evidence=(told(100, one, depth=depth),)), act("e2", other, evidence=(told(200, other, depth=later),)))
    assert pairs(order.order_of_telling, rows) == ({("e1", "e2")} if said else set())
    assert [e.rank for e in rank(rows, ())[0]] == [1, 2]


def test_what_looks_back_is_not_ordered_by_its_place_among_what_was_told_before() -> None:
    one, two, back, after = (act(f"e{n}", evidence=(told(n * 100, sentence=n),)) for n in range(1, 5))
    assert pairs(order.order_of_telling, (one, two, back, after), (signal(back, two, "tense"),)) == {
        ("e1", "e2"), ("e1", "e4"), ("e2", "e4"), ("e3", "e4"),
    }  # fmt: skip
    assert pairs(order.order_of_telling, (one, two, back, after), (signal(back, two),)) == {("e1", "e2"), ("e3", "e4")}


def test_a_story_that_goes_back_is_drawn_from_where_it_went_back_to() -> None:
    one, two, back, after = (act(f"e{n}", evidence=(told(n * 100, sentence=n),)) for n in range(1, 5))
    events, _ = rank((one, two, back, after), (signal(back, two),))
    assert [e.evidence[0].at for e in events] == [300, 400, 100, 200]


def test_what_is_done_at_one_time_has_no_order_of_telling() -> None:
    one, two, three = act("e1"), act("e2"), act("e3")
    at_once = signal(one, two, "telling", 0.0)
    assert pairs(order.order_of_telling, (one, two, three), (at_once,)) == {("e1", "e3"), ("e2", "e3")}
    assert pairs(order.connectives, (one, two), (at_once,)) == set()


def test_a_return_to_a_day_that_the_text_names_opens_a_scene() -> None:
    dated = ("2024-03-13", "2024-03-06", "2024-03-13")
    one, past, other = (act(f"e{n}", date=day, evidence=(told(n * 100, time_text="day"),)) for n, day in enumerate(dated, 1))
    assert pairs(order.order_of_telling, (one, past, other)) == {("e1", "e2")}
    unnamed = act("e3", date=dated[2])
    assert ("e1", "e3") in pairs(order.order_of_telling, (one, past, unnamed))


def test_statements_afterwards_have_no_order_of_telling() -> None:
    assert pairs(order.order_of_telling, (act("e1"), act("e2", "reaction"), act("e3", "reaction"))) == set()


def test_the_surer_sieve_decides_and_keeps_its_reason() -> None:
    one, two = act("e1", "ejection"), act("e2")
    events, edges = rank((one, two), (signal(two, one),))
    assert [(e.type, e.id, e.rank) for e in events] == [("heckle", "e1", 1), ("ejection", "e2", 2)]
    assert [(e.before, e.after, e.why, e.strength) for e in edges] == [("e1", "e2", "connective", 0.9)]


def test_a_weaker_edge_never_closes_a_circle() -> None:
    one, two, three = act("e1"), act("e2"), act("e3")
    events, edges = rank((one, two, three), (signal(two, one), signal(three, two), signal(one, three, strength=0.5)))
    assert [home_at(e) for e in events] == [300, 200, 100]
    assert {(e.before, e.after) for e in edges} == {("e1", "e2"), ("e2", "e3")}


def home_at(event: Event) -> int:
    return event.evidence[0].at


def test_what_did_not_happen_is_not_ordered_by_its_place_in_the_text() -> None:
    events, edges = rank((act("e1"), act("e2", "ejection", status="planned"), act("e3")), ())
    assert len(edges) == 1
    planned = next(e for e in events if e.status == "planned")
    assert (planned.rank_min, planned.rank_max) == (1, 2)


def test_nothing_happened_has_no_order() -> None:
    assert rank((), ()) == ((), ())


def test_sieves_can_be_chosen() -> None:
    events, edges = rank((act("e1"), act("e2")), (), sieves=(order.stated_times,))
    assert edges == ()
    assert [(e.rank, e.rank_min, e.rank_max) for e in events] == [(1, 1, 2), (2, 1, 2)]  # drawn as told, and open


def test_ids_are_given_anew_in_the_order_of_the_story_and_edges_follow() -> None:
    events, edges = renumbered((act("e7"), act("e2")), (edge("e7", "e2"),))
    assert [e.id for e in events] == ["e1", "e2"]
    assert edges == (edge("e1", "e2"),)


NUMBERS = st.integers(1, 7)
REASONS = st.sampled_from(("stated time", "connective", "place", "telling"))
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, REASONS), max_size=20)


@given(ROWS)
def test_whatever_the_edges_ranks_are_dense_and_agree_with_them(rows: list[tuple[int, int, Why]]) -> None:
    events = tuple(act(f"e{n}") for n in range(1, 8))
    graph = graph_of(events, (Edge(f"e{a}", f"e{b}", 0.5, why) for a, b, why in rows if a != b))
    assert nx.is_directed_acyclic_graph(graph)
    placed = {e.id: e for e in ranked(events, graph)}
    assert {e.rank for e in placed.values()} == set(range(1, 1 + max(e.rank for e in placed.values())))
    assert all(e.rank_min <= e.rank <= e.rank_max for e in placed.values())
    for a, b in nx.transitive_closure(graph).edges:
        assert placed[a].rank < placed[b].rank
        assert placed[a].rank_min < placed[b].rank_min
        assert placed[a].rank_max < placed[b].rank_max


@given(ROWS, ROWS)
def test_what_surer_edges_say_no_weaker_edge_unsays(sure: list[tuple[int, int, Why]], weak: list[tuple[int, int, Why]]) -> None:
    events = tuple(act(f"e{n}") for n in range(1, 8))
    edges, more = ([Edge(f"e{a}", f"e{b}", 0.5, why) for a, b, why in rows if a != b] for rows in (sure, weak))
    before, after = (nx.transitive_closure(graph_of(events, rows)) for rows in (edges, edges + more))
    assert set(before.edges) <= set(after.edges)
    for row in edges + more:
        assert after.has_edge(row.before, row.after) or after.has_edge(row.after, row.before)


@given(ROWS)
def test_the_edges_kept_say_all_that_the_graph_says(rows: list[tuple[int, int, Why]]) -> None:
    events = tuple(act(f"e{n}") for n in range(1, 8))
    graph = graph_of(events, (Edge(f"e{a}", f"e{b}", 0.5, why) for a, b, why in rows if a != b))
    kept = nx.DiGraph([(e.before, e.after) for e in edges_of(graph)])
    assert set(nx.transitive_closure(kept).edges) == set(nx.transitive_closure(graph).edges)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[tuple[Event, ...], tuple[Signal, ...]]:
    """Some events with dates and places, and signals between them."""
    types: tuple[EventType, ...] = ("heckle", "ejection", "intervention", "reaction", "ruling", "point_of_order")
    events = tuple(
        act(
            f"e{n}",
            draw(st.sampled_from(types)),
            date=draw(st.sampled_from([None, "2024-03-12", "2024-03-13"])),
            place=draw(st.sampled_from([None, *PLACES])),
            status=draw(st.sampled_from(["happened", "happened", "planned", "denied"])),
            actors=("okoro",),
            targets=("okoro",),
            evidence=(
                told(n * 100, lead=(lead := draw(st.booleans())), depth=0 if lead else draw(st.integers(1, 6)), sentence=n),
            ),
        )
        for n in range(1, draw(st.integers(1, 7)) + 1)
    )
    whys: tuple[Why, ...] = ("connective", "cause", "tense")
    ties = draw(st.lists(st.tuples(st.sampled_from(events), st.sampled_from(events), st.sampled_from(whys)), max_size=6))
    return events, tuple(signal(a, b, why, 0.6) for a, b, why in ties)


@given(rooms())
def test_a_ranked_story_is_in_order_and_its_edges_prove_it(room: tuple[tuple[Event, ...], tuple[Signal, ...]]) -> None:
    events, edges = rank(*room)
    assert sorted(home_at(e) for e in events) == sorted(home_at(e) for e in room[0])
    assert [e.id for e in events] == [f"e{n}" for n in range(1, len(events) + 1)]
    assert [e.rank for e in events] == sorted(e.rank for e in events)
    ranks = {e.id: e.rank for e in events}
    assert set(ranks.values()) == set(range(1, 1 + max(ranks.values())))
    assert all(ranks[e.before] < ranks[e.after] for e in edges)
    assert rank(*room) == (events, edges)


@given(rooms())
def test_ranges_are_how_far_an_event_can_move_and_days_apart_are_never_left_open(
    room: tuple[tuple[Event, ...], tuple[Signal, ...]],
) -> None:
    events, edges = rank(*room)
    placed = {e.id: e for e in events}
    paths = set(nx.transitive_closure(nx.DiGraph([(e.before, e.after) for e in edges])).edges)
    for e in events:
        assert 1 <= e.rank_min <= e.rank <= e.rank_max <= max(x.rank for x in events)
        assert e.rank_min <= 1 + len({placed[a].rank for a, b in paths if b == e.id})
        tied_to_all = all((e.id, o.id) in paths or (o.id, e.id) in paths for o in events if o.id != e.id)
        assert not tied_to_all or e.rank_min == e.rank_max
    for a, b in paths:
        assert (b, a) not in paths
        assert placed[a].rank_min <= placed[b].rank_min
        assert placed[a].rank_max <= placed[b].rank_max
    for one in events:
        for other in events:
            assert not (one.date and other.date and one.date < other.date) or (one.id, other.id) in paths


def test_the_benchmark_names_the_weakest_edge_of_the_best_path() -> None:
    rows = (
        ("e1", "e2", "connective", 0.9),
        ("e2", "e3", "telling", 0.4),
        ("e3", "e4", "procedure", 0.65),
        ("e1", "e5", "place", 0.7),
    )
    edges = [{"before": a, "after": b, "why": why, "strength": strength} for a, b, why, strength in rows]
    assert benchmark.reasons(edges) == {
        ("e1", "e2"): ("connective", True), ("e2", "e3"): ("telling", True), ("e3", "e4"): ("procedure", True),
        ("e1", "e5"): ("place", True), ("e1", "e3"): ("telling", False), ("e1", "e4"): ("telling", False),
        ("e2", "e4"): ("telling", False),
    }  # fmt: skip


def test_the_benchmark_counts_right_wrong_and_tied() -> None:
    gold = {
        "actors": [{"id": "x", "name": "Ann Hale", "kind": "person"}],
        "events": [
            {"id": id, "type": type, "actors": ["x"], "targets": [], "rank": rank, "status": "happened", "cue": cue}
            for id, type, rank, cue in (("g1", "heckle", 1, "a"), ("g2", "walkout", 2, "b"), ("g3", "attack", 2, "c"))
        ],
    }  # fmt: skip
    kinds = ("heckle", "walkout", "attack")
    ours = [act(f"e{n}", kind, actors=("x",), rank=n) for n, kind in enumerate(kinds, 1)]
    edges = [edge("e1", "e2"), edge("e3", "e2"), edge("e3", "e1", "connective", 0.9)]
    cast = [Actor("x", "Ann Hale", "person", mentions=(Span("a1", 0, 5, "words"),))]
    story = compose(Article("a1", "a b c"), cast, tuple(ours), tuple(edges))
    found = list(benchmark.judged("made", gold, contract.to_dict([story])["stories"][0], "a b c"))
    assert sorted((p.why, p.verdict) for p in found) == [("connective", "wrong"), ("telling", "right"), ("telling", "tied")]
    assert "joined 2 of 2 ordered pairs, 1 right (0.500)" in benchmark.table(found)
