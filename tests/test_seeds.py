"""The two seed articles, each alone as the scorer sees it, and both as the one story that they tell."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract import extract, merge, read
from extract.exports import contract
from extract.stories import told_by
from extract.types import CORE_TYPES, Story
from tests import score
from tests.factories import GOLD, ROOT

LONG, SHORT = "000_d9b51875ac103a4e", "001_0c2d6d804e18f2e6"


@cache
def told(id: str) -> Story:
    return extract(read(ROOT / "seeds" / f"{id}.txt"))


@cache
def merged() -> Story:
    (story,) = merge([told(LONG), told(SHORT)])
    return story


def gold(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def figures(id: str) -> dict[str, float]:
    """What the scorer gives one article."""
    predicted = json.loads(contract.dumps([told(id)]))["stories"][0]
    scores = score.score_one(gold(GOLD / f"{id}.json"), predicted, (GOLD / f"{id}.txt").read_text(encoding="utf-8"))
    made = {f"{key}_f1": score.f1(scores[key]) for key in ("core", "all", "strict", "link")}
    return made | {"order": score.share(scores["order"]), "evidence": score.share(scores["evidence"])}


@pytest.mark.parametrize(
    ("id", "figure", "floor"),
    [
        (LONG, "core_f1", 1.0),
        (LONG, "order", 1.0),
        (LONG, "all_f1", 0.85),
        (LONG, "strict_f1", 0.85),
        (SHORT, "core_f1", 1.0),
        (SHORT, "strict_f1", 1.0),
        (SHORT, "order", 1.0),
    ],
)
def test_a_seed_alone_reaches_its_floor(id: str, figure: str, floor: float) -> None:
    assert figures(id)[figure] >= floor


@pytest.mark.parametrize("id", [LONG, SHORT])
def test_the_seeds_are_the_gold_texts(id: str) -> None:
    assert (ROOT / "seeds" / f"{id}.txt").read_bytes() == (GOLD / f"{id}.txt").read_bytes()


STORY = gold(GOLD / "merged" / "story.json")
CORE = [event for event in STORY["events"] if event["type"] in CORE_TYPES]


def test_both_tell_one_story_of_eight_core_acts() -> None:
    assert [a.id for a in merged().articles] == [LONG, SHORT]
    assert [e.type for e in merged().events if e.type in CORE_TYPES] == [e["type"] for e in sorted(CORE, key=lambda e: e["rank"])]
    assert len(CORE) == 8


@cache
def pairs() -> dict[str, Any]:
    """The merged story's event for each of the gold's, matched as the scorer matches."""
    predicted = json.loads(contract.dumps([merged()]))["stories"][0]
    mapping = score.align_actors(STORY, predicted)
    text = (GOLD / f"{LONG}.txt").read_text(encoding="utf-8")
    cues = {e["id"]: (at, at + len(e["cue"])) for e in STORY["events"] if (at := text.find(e["cue"])) >= 0}
    mine = [score.normal(e, mapping) for e in predicted["events"]]
    return {g["id"]: p for g, p in score.match(STORY["events"], mine, cues)}


@pytest.mark.parametrize("event", STORY["events"], ids=[f"{e['id']} {e['type']}" for e in STORY["events"]])
def test_an_act_is_told_by_the_articles_that_tell_it(event: dict[str, Any]) -> None:
    found = pairs()[event["id"]]
    assert [article[:3] for article in told_by(merged(), merged().event(found["id"]))] == event["told_by"]


@pytest.mark.parametrize("event", CORE, ids=[f"{e['id']} {e['type']}" for e in CORE])
def test_who_did_it_to_whom(event: dict[str, Any]) -> None:
    found = pairs()[event["id"]]
    assert (set(found["actors"]), set(found["targets"])) == (set(event["actors"]), set(event["targets"]))


def test_the_merged_story_is_in_the_order_it_happened() -> None:
    rows = sorted((e["rank"], pairs()[e["id"]]["rank"]) for e in STORY["events"] if e["id"] in pairs())
    assert all(one[1] < other[1] for one in rows for other in rows if one[0] < other[0])


def test_each_sentence_that_proves_it_stands_in_its_article() -> None:
    texts = {a.id: a.text for a in merged().articles}
    spans = [t.span for e in merged().events for t in e.evidence] + [m for a in merged().actors for m in a.mentions]
    assert len(spans) > 50
    assert all(s.text == texts[s.article][s.start : s.end] for s in spans)
