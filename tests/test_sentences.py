"""Two hundred sentences written from the codebook alone, by somebody who had not seen the rules: half tell an event, half none.

At their first run the rules told 52 of the hundred (42 of the 84 core ones) and kept silent on 92 of the near misses. Those
that they still miss are marked, strictly: whoever mends one takes its number out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from extract import extract
from tests import score

ROWS: list[dict[str, Any]] = [json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text().splitlines()]
MISSED = set(json.loads(Path(__file__).with_name("sentences_missed.json").read_text()))


def told(row: dict[str, Any], nlp: Language) -> bool:
    """Whether a sentence is told as it says: by its type and one of its actors; a near miss by nothing."""
    story = extract(row["text"], published="2024-03-13", nlp=nlp)
    done = [event for event in story.events if event.status == "happened"]
    if row["type"] is None:
        return not done
    names = {actor.id: actor.name for actor in story.actors}
    same = [[names[id] for id in event.actors] for event in done if event.type == row["type"]]
    return any((not row["who"] and not who) or any(meet(a, b) for a in row["who"] for b in who) for who in same)


def meet(one: str, other: str) -> bool:
    return bool(score.keys({"name": one, "kind": "person"}) & score.keys({"name": other, "kind": "person"}))


def test_there_are_as_many_near_misses_as_events() -> None:
    assert sum(row["type"] is None for row in ROWS) == len(ROWS) / 2 == 100


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{n}: {row['text']}", marks=[pytest.mark.xfail(reason="not told yet")] if n in MISSED else [])
        for n, row in enumerate(ROWS)
    ],
)
def test_a_sentence_is_told_as_the_codebook_says(nlp: Language, row: dict[str, Any]) -> None:
    assert told(row, nlp)
