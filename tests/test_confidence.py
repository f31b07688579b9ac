"""Confidence is a share of right ones: it stays between its bounds, and what is told better is surer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks import reliability
from extract import confidence, lexicon
from extract.types import Actor, Event, Span, Telling

HALE = Actor("hale", "Ann Hale", "person")
TELLING = Telling(
    "ejection", Span("a", 0, 10, "was ejected"), "ejection/throw-out", 3, "passive", ("hale",), ("okoro",), confidence=0.9
)
EVENT = Event("e1", "ejection", ("hale",), ("okoro",), place="inside", evidence=(TELLING, TELLING))


def sure(event: Event) -> float:
    return confidence.confidence(event, {"hale": HALE, "okoro": Actor("okoro", "Kim Okoro", "person")})


def test_it_is_a_share() -> None:
    assert confidence.LEAST <= sure(EVENT) <= confidence.MOST
    assert confidence.rate([EVENT], [HALE])[0].confidence == sure(EVENT)


@pytest.mark.parametrize(
    "worse",
    [
        replace(EVENT, evidence=(TELLING,)),
        replace(EVENT, actors=()),
        replace(EVENT, targets=()),
    ],
    ids=["told once", "by nobody", "to nobody"],
)
def test_what_is_told_better_is_surer(worse: Event) -> None:
    assert sure(worse) < sure(EVENT)


def test_every_weight_is_that_of_a_feature_that_there_is() -> None:
    types = {f"type {type}" for type in lexicon.types()}
    shown = {
        *confidence.features(EVENT, {}),
        *confidence.features(Event("e", "attack", source="x", quote="y", place="outside"), {}),
    }
    assert set(lexicon.numbers("confidence", "weights")) - types - {"a named actor"} <= shown | {"told in the opening alone"}


def test_the_weights_of_a_fit_separate_what_is_right() -> None:
    rows = [reliability.Row(True, True, {"any": 1.0, "good": 1.0}, 0.5, right=True)] * 20
    rows += [reliability.Row(True, True, {"any": 1.0, "bad": 1.0}, 0.5, right=False)] * 20
    weights = reliability.fitted(rows)
    assert weights["good"] > 0 > weights["bad"]
    assert "0.5 to 0.7     40     20  0.50" in reliability.table("x", rows)


def test_the_scorer_says_which_events_are_right() -> None:
    gold = {"actors": [{"id": "h", "name": "Ann Hale", "kind": "person"}], "events": []}
    event = {"id": "g1", "type": "ejection", "actors": ["h"], "targets": [], "status": "happened", "rank": 1}
    told = {"actors": [{"id": "x", "name": "Ann Hale", "kind": "person"}], "events": [{**event, "id": "e7", "actors": ["x"]}]}
    assert reliability.matched({**gold, "events": [event]}, told, "") == {"e7"}
