"""A corrected story goes out as coded articles that the published measure takes."""

from __future__ import annotations

import json
from pathlib import Path

from extract.corrections import apply, gold, kinds, signed, what
from extract.exports import contract
from extract.types import Story

from . import score
from .test_corrections import log, seeds, sitting, ten


def figures(coded: dict[str, object], predicted: Story, text: str) -> dict[str, object]:
    story = json.loads(contract.dumps([predicted]))["stories"][0]
    return score.score_one(coded, story, text)  # type: ignore[no-untyped-call, no-any-return]


def test_the_measure_finds_a_coded_story_in_itself() -> None:
    machine = seeds()
    whole = apply(machine, log(machine, *ten(machine))).story
    for id, coded in gold.coded(whole).items():
        text = next(a.text for a in whole.articles if a.id == id)
        assert all(event["cue"] in text for event in coded["events"])
        found = figures(coded, whole, text)
        happened = [e for e in coded["events"] if e["status"] == "happened"]
        assert found["missed"] == []
        assert found["evidence"] == (len(happened), len(happened))
        assert found["roles"] == []
        assert found["swapped"] == []


def test_a_coded_article_tells_only_its_own_acts_and_ranks_them_from_one() -> None:
    machine = seeds()
    for article in machine.articles:
        coded = gold.coded(machine)[article.id]
        own = [e for e in machine.events if any(t.span.article == article.id for t in e.evidence)]
        assert {e["id"] for e in coded["events"]} == {e.id for e in own}
        ranks = {e["rank"] for e in coded["events"]}
        assert ranks == set(range(1, len(ranks) + 1))


def test_the_story_of_several_says_who_tells_each_act() -> None:
    machine = seeds()
    coded = gold.whole(machine)
    assert coded["articles"] == [a.id for a in machine.articles]
    assert {tuple(e["told_by"]) for e in coded["events"]} > {tuple(coded["articles"])}


def test_a_rejected_act_is_a_trap_with_the_reason() -> None:
    machine = sitting()
    said = [signed(1, kinds.Reject(what(machine, "e2")), machine, by="Ana Reyes", at="2024-03-14", why="said in the lobby")]
    coded = gold.coded(apply(machine, said).story, said)["a1"]
    assert coded["traps"] == [{"cue": "Kim Vale called him a coward", "why": "said in the lobby"}]
    assert {e["id"] for e in coded["events"]} == {"e1", "e3", "e4"}


def test_the_fields_are_those_of_the_published_set() -> None:
    published = json.loads((Path(__file__).parent / "gold" / "public" / "c-ke-2015-drought.json").read_text(encoding="utf-8"))
    coded = gold.coded(sitting())["a1"]
    assert set(coded) == set(published) - {"facts_from"}
    assert set(coded["actors"][0]) == set(published["actors"][0])
    assert set(coded["events"][0]) == set(published["events"][0])
    assert max(len(e["cue"].split()) for e in coded["events"]) <= 6
