"""Short passages → events: what is one act told more than once, and what happened twice. With the parser."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from extract import extract
from extract.company import Company
from extract.types import Actor, Article

PASSAGES = [json.loads(line) for line in Path(__file__).with_name("merging.jsonl").read_text().splitlines()]


def told_by(row: dict[str, Any]) -> list[list[set[str]]]:
    """For each event of a passage and each of its tellings, the ids of our events that hold it; none where it is not found."""
    story = extract(Article("m", row["text"], published="2024-03-13"))
    found = [(t.at, e.type, e.id) for e in story.events for t in e.evidence]
    return [
        [
            {id for at, type, id in found if type == event["type"] and start <= at < start + len(words)}
            for words, start in zip(event["told"], event["at"], strict=True)
        ]
        for event in row["events"]
    ]


@pytest.mark.parametrize("row", PASSAGES, ids=[row["name"] for row in PASSAGES])
def test_tellings_of_one_act_are_one_event_and_of_two_are_two(row: dict[str, Any]) -> None:
    if row.get("open"):
        pytest.xfail("not told apart yet")
    events = [[ids for ids in tellings if ids] for tellings in told_by(row)]
    assert all(one & other for tellings in events for one, other in combinations(tellings, 2))
    whole = [(event["type"], set().union(*tellings)) for event, tellings in zip(row["events"], events, strict=True)]
    for (type, one), (other_type, other) in combinations(whole, 2):
        assert type != other_type or not one & other


def test_the_passages_weigh_both_sides() -> None:
    merged = [row for row in PASSAGES if any(len(event["told"]) > 1 for event in row["events"])]
    apart = [row for row in PASSAGES if len({e["type"] for e in row["events"]}) < len(row["events"])]
    assert len(PASSAGES) >= 40
    assert min(len(merged), len(apart)) >= 20


def test_most_tellings_are_found_at_all() -> None:
    found = [bool(ids) for row in PASSAGES for tellings in told_by(row) for ids in tellings]
    assert sum(found) > 0.8 * len(found)


ACTORS = (
    Actor("three", "Three Labour MPs", "group", party="Labour"),
    Actor("mps", "MPs", "group"),
    Actor("greens", "Greens", "group", party="Green"),
    Actor("senator", "Ohio senator", "person", role="senator"),
    Actor("marlowe", "Tom Marlowe", "person", role="MP", party="Labour"),
    Actor("lind", "Joan Lind", "person", role="MP", party="Green"),
    Actor("quill", "Paul Quill", "person", role="senator"),
    Actor("hale", "Ann Hale", "person", role="Prime Minister"),
    Actor("government", "government", "group"),
    Actor("opposition", "opposition", "group"),
    Actor("speaker", "Speaker", "office", role="Speaker"),
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("three", "marlowe", True), ("mps", "marlowe", True), ("mps", "three", True), ("greens", "lind", True),
        ("senator", "quill", True), ("government", "hale", True), ("mps", "greens", True),
        ("three", "lind", False), ("greens", "marlowe", False), ("senator", "marlowe", False), ("government", "lind", False),
        ("opposition", "hale", False), ("mps", "speaker", False), ("marlowe", "three", False), ("marlowe", "lind", False),
    ],
)  # fmt: skip
def test_who_can_be_whom(one: str, other: str, expected: bool) -> None:
    assert Company.of(ACTORS, ["speaker"]).covers(one, other) is expected


def test_a_vague_word_gives_way_to_a_name() -> None:
    company = Company.of(ACTORS, ["speaker"])
    assert company.told([("three",), ("marlowe",)]) == ("marlowe",)
    assert company.told([("three", "marlowe")]) == ("three", "marlowe")
    assert company.told([("greens",), ("lind",)]) == ("greens", "lind")
    assert company.meet(("opposition",), ("marlowe",))
    assert not company.meet(("opposition",), ("marlowe",), opposition=False)
    assert (company.number("three"), company.number("mps"), company.number("marlowe")) == (3, 0, 0)
