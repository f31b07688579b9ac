"""Articles that tell one story, from factories: which are merged, who is one actor, where an act goes that both tell."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.stories import alike, merge, near, same_actor, same_name, told_by, unite
from extract.types import Edge, Event, EventType, Span, Story, Telling
from tests.factories import actor, article, event
from tests.factories import story as made

ROW = "Ama Okoro shouted at Piri Tāmati across the chamber on Tuesday."
OUT = "The Speaker, Jo Lind, then ordered her out of the chamber for the day."
WALK = "Labour MPs walked out of the chamber after the ruling was given."
OTHER = "The council of the harbour town voted to pay for a new bridge.\nIt will cost the ratepayers eleven million dollars."


def act(id: str, type: EventType, words: str, source: str, text: str, **given: Any) -> Event:
    at = text.index(words)
    telling = Telling(
        type, Span(source, at, at + len(words), words), "made-up", at=at,
        actors=given.get("actors", ()), targets=given.get("targets", ()), lead=given.pop("lead", False),
    )  # fmt: skip
    return event(id, type, rank=int(id[1:]), evidence=(telling,), **given)


def heckle(source: str, text: str, id: str = "e1", *, who: str = "okoro", whom: str = "tamati") -> Event:
    return act(id, "heckle", "Ama Okoro shouted at Piri Tāmati", source, text, actors=(who,), targets=(whom,))


def ejection(source: str, text: str, id: str = "e2", *, who: str = "lind", whom: str = "okoro") -> Event:
    return act(id, "ejection", "ordered her out of the chamber", source, text, actors=(who,), targets=(whom,))


def told(id: str, text: str, *events: Event, **given: Any) -> Story:
    """One article's story, chained as told."""
    order = tuple(Edge(a.id, b.id, 0.4, "telling") for a, b in itertools.pairwise(events))
    return replace(made(*events, id=id, articles=(article(id, text),), order=order, **given))


LONG = told("a1", f"{ROW}\n{OUT}", heckle("a1", f"{ROW}\n{OUT}"), ejection("a1", f"{ROW}\n{OUT}"))
SHORT = told("a2", f"{OUT}\n{ROW}", heckle("a2", f"{OUT}\n{ROW}"))


def types(story: Story) -> list[str]:
    return [e.type for e in story.events]


def test_a_copied_act_is_one_act_told_by_both() -> None:
    (story,) = merge([LONG, SHORT])
    assert types(story) == ["heckle", "ejection"]
    assert [told_by(story, e) for e in story.events] == [("a1", "a2"), ("a1",)]
    assert [a.id for a in story.articles] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (f"{ROW}\n{OUT}", True),
        (f"{ROW.replace('across', 'over')}\n{OUT.replace('then', 'later')}", True),
        (f"A day of uproar in the capital of the islands.\n{OUT}\n{ROW}", True),
        (f"{OTHER}\n{ROW}", False),
        (OTHER, False),
        ("", False),
    ],
    ids=["same", "lightly edited", "moved about", "one stock sentence", "another story", "empty"],
)
def test_articles_that_share_sentences_are_one_story(text: str, together: bool) -> None:
    other = told("a3", text)
    assert alike(LONG, other) is alike(other, LONG) is together
    assert len(merge([LONG, other])) == (1 if together else 2)


def test_different_stories_stay_apart_and_untouched() -> None:
    other = told("a3", OTHER)
    assert merge([other, LONG]) == (LONG, other)


@pytest.mark.parametrize("id", ["a5", "a7"])
def test_a_chain_of_likeness_is_one_story_whatever_the_ids(id: str) -> None:
    middle = told(id, f"{ROW}\n{OUT}\n{OTHER}")
    far = told("a6", OTHER)
    assert not alike(LONG, far)
    assert [len(s.articles) for s in merge([LONG, far, middle])] == [3]


def test_what_only_the_shorter_article_tells_is_an_act_of_its_own() -> None:
    text = f"{ROW}\n{OUT}\n{WALK}"
    other = told(
        "a2", text, heckle("a2", text), act("e2", "walkout", "Labour MPs walked out", "a2", text, actors=("labour",)),
        actors=(actor("okoro"), actor("tamati"), actor("labour", "Labour MPs", "group")),
    )  # fmt: skip
    (story,) = merge([LONG, other])
    assert sorted(types(story)) == ["ejection", "heckle", "walkout"]
    walkout = next(e for e in story.events if e.type == "walkout")
    assert told_by(story, walkout) == ("a2",)
    assert story.actor(walkout.actors[0]).name == "Labour MPs"
    ranks = {e.type: e.rank for e in story.events}
    assert ranks["heckle"] < ranks["walkout"]


def test_an_act_in_other_words_is_joined_where_both_resolve_it_alike() -> None:
    text = f"{ROW}\n{OUT}\nOkoro was sin-binned."
    other = told("a2", text, act("e1", "ejection", "Okoro was sin-binned", "a2", text, actors=("lind",), targets=("okoro",)))
    (story,) = merge([LONG, other])
    assert types(story) == ["heckle", "ejection"]
    assert told_by(story, story.events[1]) == ("a1", "a2")
    differs = told("a2", text, act("e1", "ejection", "Okoro was sin-binned", "a2", text, actors=("lind",), targets=("hale",)))
    (apart,) = merge([LONG, differs])
    assert sorted(types(apart)) == ["ejection", "ejection", "heckle"]


def test_the_order_of_the_longer_article_stands() -> None:
    text = f"{OUT}\n{ROW}"
    backwards = told("a2", text, replace(ejection("a2", text), id="e1"), replace(heckle("a2", text), id="e2"))
    assert types(backwards) == ["ejection", "heckle"]
    (story,) = merge([replace(LONG, events=LONG.events), backwards])
    assert types(story) == ["heckle", "ejection"]
    assert [(e.before, e.after) for e in story.order] == [("e1", "e2")]


def test_actors_of_the_merged_story_are_unified() -> None:
    text = f"{ROW}\n{OUT}"
    other = told(
        "a2", text, heckle("a2", text, who="ama-okoro"), ejection("a2", text, who="speaker", whom="ama-okoro"),
        actors=(
            actor("ama-okoro", "Ama Okoro", party="Labour"), actor("tamati", "Tāmati", aliases=("Mr Tāmati",)),
            actor("speaker", "Speaker", "office", aliases=("the Speaker",)),
        ),
    )  # fmt: skip
    mine = replace(
        LONG, actors=(actor("okoro", "Okoro"), actor("tamati", "Piri Tāmati"), actor("lind", "Jo Lind", aliases=("the Speaker",)))
    )
    (story,) = merge([mine, other])
    assert [(a.id, a.name, a.kind, a.party) for a in story.actors] == [
        ("okoro", "Ama Okoro", "person", "Labour"),
        ("tamati", "Piri Tāmati", "person", None),
        ("lind", "Jo Lind", "person", None),
    ]
    assert [(e.actors, e.targets) for e in story.events] == [(("okoro",), ("tamati",)), (("lind",), ("okoro",))]
    assert {"Okoro", "Tāmati", "Mr Tāmati", "Speaker"} <= {form for a in story.actors for form in a.aliases}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ama Okoro", "Okoro", True),
        ("Okoro", "Ama Okoro", True),
        ("Ama Ngozi Okoro", "Ama Okoro", True),
        ("ama okoro", "Ama Okoro", True),
        ("Ama Okoro", "Obi Okoro", False),
        ("Ama Okoro", "Ama", False),
        ("Ama Okoro", "Ama Hale", False),
    ],
)
def test_a_name_and_its_shorter_forms(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (actor("a", "Labour MPs", "group"), actor("b", "labour MPs", "group"), True),
        (actor("a", "Labour Party", "group", aliases=("Labour",)), actor("b", "Labour", "group"), True),
        (actor("a", "Labour MPs", "group"), actor("b", "Labour Party", "group", aliases=("Labour",)), False),
        (actor("a", "Speaker", "office"), actor("b", "Speaker", "office"), True),
        (actor("a", "Speaker", "office"), actor("b", "Deputy Speaker", "office"), False),
        (actor("a", "Jo Lind", aliases=("the Speaker",)), actor("b", "the Speaker", "office"), True),
        (actor("a", "Greens", "group"), actor("b", "Greens"), False),
    ],
)
def test_a_group_by_its_words_an_office_by_its_title(one: Any, other: Any, same: bool) -> None:
    assert same_actor(one, other) is same_actor(other, one) is same


def test_two_actors_with_one_id_stay_two() -> None:
    text = f"{ROW}\n{OUT}"
    other = told("a2", text, heckle("a2", text, who="lind"), actors=(actor("lind", "Kim Lind"), actor("tamati", "Tamati")))
    mine = replace(LONG, actors=(actor("okoro"), actor("tamati"), actor("lind", "Jo Lind")))
    (story,) = merge([mine, other])
    assert {a.id: a.name for a in story.actors if "Lind" in a.name} == {"lind": "Jo Lind", "lind-2": "Kim Lind"}


def test_of_nothing_comes_nothing_and_of_one_itself() -> None:
    assert merge([]) == ()
    assert merge([LONG]) == (LONG,)


def test_the_same_story_twice_is_that_story() -> None:
    assert merge([LONG, LONG]) == (LONG,)


LEAD = "A shouting match got a member thrown out of the chamber on Tuesday."


def summed_up(id: str, *, lead_is_first: bool, rows: tuple[str, ...]) -> Story:
    """An article with two heckles, whose lead is taken for the first or the second."""
    text = "\n".join((LEAD, *rows))
    again = "Okoro called out once more"
    first, second = heckle(id, text), act("e2", "heckle", again, id, text, actors=("okoro",), targets=("hale",))
    at = text.index("shouting match")
    lead = Telling("heckle", Span(id, at, at + 14, "shouting match"), "made-up", at=at, actors=("okoro",), lead=True)
    chosen = first if lead_is_first else second
    events = [replace(e, evidence=(lead, *e.evidence)) if e is chosen else e for e in (first, second)]
    if OUT in rows:
        events.append(replace(ejection(id, text), id="e3", rank=3))
    return told(id, text, *events)


@pytest.mark.parametrize("lead_is_first", [True, False])
def test_a_lead_that_both_carry_goes_where_the_article_that_tells_more_has_it(lead_is_first: bool) -> None:
    again = "Okoro called out once more, this time at Hale."
    long = summed_up("a9", lead_is_first=lead_is_first, rows=(ROW, again, OUT))
    short = summed_up("a1", lead_is_first=not lead_is_first, rows=(ROW, again))
    (story,) = merge([short, long])
    assert types(story) == ["heckle", "heckle", "ejection"]
    assert [told_by(story, e) for e in story.events] == [("a9", "a1"), ("a9", "a1"), ("a9",)]
    leads = [[t.span.article for t in e.evidence if t.lead] for e in story.events]
    assert leads == ([["a9", "a1"], [], []] if lead_is_first else [[], ["a9", "a1"], []])


FIVE = ("okoro", "tamati", "hale", "lind", "rata")
MANY = "\n".join(f"{who.title()} shouted at the member for the harbour town." for who in FIVE)


def shuffled(id: str, order: tuple[str, ...]) -> Story:
    """An article of five heckles, in an order of its own."""
    words = {who: f"{who.title()} shouted at the member" for who in FIVE}
    return told(id, MANY, *(act(f"e{n}", "heckle", words[who], id, MANY, actors=(who,)) for n, who in enumerate(order, 1)))


@given(st.permutations(FIVE), st.permutations(FIVE), st.sets(st.sampled_from(FIVE), max_size=3))
def test_articles_that_differ_on_the_order_make_no_circle(one: list[str], other: list[str], silent: set[str]) -> None:
    known = tuple(who for who in one if who not in silent)
    first, second = shuffled("a1", known), shuffled("a2", tuple(other))
    (story,) = merge([first, second])
    assert merge([second, first]) == (story,)
    assert [e.id for e in story.events] == [f"e{n}" for n in range(1, 6)]
    assert len({a.id for a in story.actors}) == 5
    ranks = {e.id: e.rank for e in story.events}
    assert all(ranks[edge.before] < ranks[edge.after] for edge in story.order)
    leading = known if not silent else tuple(other)
    place = {e.actors[0]: e.rank for e in story.events}
    assert [who for who in sorted(place, key=lambda w: place[w]) if who in leading] == list(leading)


def test_what_no_edge_orders_stays_as_its_article_has_it() -> None:
    """The ejection is told second and came first, as far as its article's own guess goes; another article leaves that be."""
    text = f"{ROW}\n{OUT}"
    back = (ejection("a1", text, "e1"), heckle("a1", text, "e2"))
    loose = replace(told("a1", text, *back), order=())
    (story,) = merge([loose, SHORT])
    assert types(loose) == types(story) == ["ejection", "heckle"]
    assert [e.rank for e in story.events] == [1, 2]


def test_an_article_read_twice_adds_no_act() -> None:
    (story,) = merge([LONG, replace(LONG, id="a9")])
    assert types(story) == types(LONG)


@given(st.permutations([LONG, SHORT, told("a3", OTHER), told("a4", f"{OTHER}\n{WALK}")]))
def test_the_order_of_reading_does_not_matter(rows: list[Story]) -> None:
    assert merge(rows) == merge([LONG, SHORT, told("a3", OTHER), told("a4", f"{OTHER}\n{WALK}")])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("shouted at him", "shouted at him.", True), ("shouted at him", "shouted at her", False), ("shouted at him", "left", False)],
)
def test_nearly_the_same_words(one: str, other: str, expected: bool) -> None:
    assert near(one, other) is expected


SHORTER = told(
    "a3",
    f"{OUT}\n{ROW}\n{WALK}",
    act("e1", "walkout", "Labour MPs walked out", "a3", f"{OUT}\n{ROW}\n{WALK}", actors=("labour",)),
)


@given(
    st.permutations([LONG, SHORT, SHORTER, summed_up("a5", lead_is_first=True, rows=(ROW, "Okoro called out once more.", OUT))])
)
def test_any_order_of_reading_makes_one_story_and_loses_no_telling(rows: list[Story]) -> None:
    whole = unite(rows)
    assert whole == unite(rows[::-1])
    held = [(t.span, t.at) for e in whole.events for t in e.evidence]
    assert sorted(held) == sorted((t.span, t.at) for s in rows for e in s.events for t in e.evidence)
    assert len(set(held)) == len(held)
    assert {e.before for e in whole.order} | {e.after for e in whole.order} <= {e.id for e in whole.events}


@given(st.permutations([LONG, SHORT, SHORTER]))
def test_a_story_united_with_its_own_articles_is_itself(rows: list[Story]) -> None:
    whole = unite(rows)
    assert unite([whole, *rows]) == unite([*rows, whole]) == unite([whole, whole]) == whole


def test_of_no_story_there_is_none_to_unite() -> None:
    with pytest.raises(ValueError, match="no story"):
        unite([])
