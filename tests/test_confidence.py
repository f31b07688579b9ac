"""Confidence is a share of right ones: it stays between its bounds, and what is told better is surer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import reliability
from extract import confidence, lexicon
from extract.types import Actor, Event, Span, Telling

HALE = Actor("hale", "Ann Hale", "person", mentions=(Span("a", 0, 8, "Ann Hale"),))
TELLING = Telling(
    "ejection",
    Span("a", 0, 19, "Ann Hale threw them"),
    "ejection/throw-out",
    3,
    "passive",
    ("hale",),
    ("okoro",),
    confidence=0.9,
)
EVENT = Event("e1", "ejection", ("hale",), ("okoro",), place="inside", evidence=(TELLING, TELLING))


def sure(event: Event) -> float:
    return confidence.confidence(event, {"hale": HALE, "okoro": Actor("okoro", "Kim Okoro", "person")}, [event])


def test_it_is_a_share() -> None:
    assert confidence.LEAST <= sure(EVENT) <= confidence.MOST
    assert confidence.rate([EVENT], [HALE])[0].confidence == sure(EVENT)


@pytest.mark.parametrize(
    "worse",
    [
        replace(EVENT, actors=()),
        replace(EVENT, targets=()),
        replace(EVENT, evidence=(replace(TELLING, lead=True),)),
        replace(EVENT, evidence=(replace(TELLING, span=Span("a", 30, 40, "he was out")),)),
    ],
    ids=["by nobody", "to nobody", "in the opening alone", "the telling names nobody"],
)
def test_what_is_told_better_is_surer(worse: Event) -> None:
    assert sure(worse) < sure(EVENT)


def test_every_weight_is_that_of_a_feature_that_there_is() -> None:
    types = {f"type {type}" for type in lexicon.types()}
    by_a_group = replace(EVENT, actors=("mps", "hale"), quote="Out!", place="outside")
    shown = {
        *confidence.features(EVENT, {"hale": HALE}, [EVENT, replace(EVENT, actors=("okoro",), targets=("hale",))]),
        *confidence.features(by_a_group, {"mps": Actor("mps", "MPs", "group")}, []),
        *confidence.features(Event("e", "attack"), {}, []),
    }
    assert set(lexicon.numbers("confidence", "weights")) - types <= shown


def test_whom_the_story_knows_is_surer() -> None:
    actors = {"hale": HALE, "okoro": Actor("okoro", "Kim Okoro", "person")}
    one = replace(EVENT, type="attack")
    back = replace(one, id="e2", actors=("okoro",), targets=("hale",))
    assert confidence.confidence(one, actors, [one, back]) > confidence.confidence(one, actors, [one])


def test_nine_in_ten_is_said_from_the_score_that_held_out_articles_bear_out() -> None:
    def row(article: int, name: str, right: bool) -> reliability.Row:
        return reliability.Row(f"a{article}", True, True, {"any": 1.0, name: 1.0}, 0.5, right)

    rows = [row(n, "good", n % 10 != 0) for n in range(40)] + [row(n, "bad", n % 3 == 0) for n in range(40)]
    least = reliability.sure(rows)
    weights = reliability.fitted(rows)
    assert reliability.score_of(rows[0], weights) + 0.02 > least > reliability.score_of(rows[40], weights)
    assert reliability.sure(rows[40:]) == 1.0  # where nothing is that sure, nothing is said to be


def test_the_weights_of_a_fit_separate_what_is_right() -> None:
    rows = [reliability.Row("a", True, True, {"any": 1.0, "good": 1.0}, 0.5, right=True)] * 20
    rows += [reliability.Row("a", True, True, {"any": 1.0, "bad": 1.0}, 0.5, right=False)] * 20
    weights = reliability.fitted(rows)
    assert weights["good"] > 0 > weights["bad"]
    assert "0.5 to 0.7     40     20  0.50" in reliability.table("x", rows)


def test_the_scorer_says_which_events_are_right() -> None:
    gold = {"actors": [{"id": "h", "name": "Ann Hale", "kind": "person"}], "events": []}
    event = {"id": "g1", "type": "ejection", "actors": ["h"], "targets": [], "status": "happened", "rank": 1}
    told = {"actors": [{"id": "x", "name": "Ann Hale", "kind": "person"}], "events": [{**event, "id": "e7", "actors": ["x"]}]}
    assert reliability.matched({**gold, "events": [event]}, told, "") == {"e7"}
