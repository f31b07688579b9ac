"""The whole flow on whole texts: words that are where it says, the same bytes each time, and no text that breaks it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from extract import extract, read
from extract.exports import contract
from extract.types import Span, Story
from tests.conftest import PUBLIC
from tests.factories import ROOT

TEXTS = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(p for p in PUBLIC.glob("*.txt") if p.with_suffix(".json").exists())]
UPROAR = (
    "Ama Okoro heckled Piri Tāmati in Parliament on Tuesday.\n"
    "The Speaker, Jo Lind, ordered Ms Okoro to leave the chamber. Opposition MPs walked out in protest."
)
ACTS = ["heckle", "ejection", "walkout"]


@cache
def told(path: Path) -> Story:
    return extract(read(path))


def types(text: str) -> list[str]:
    return [event.type for event in extract(text).events]


def spans(story: Story) -> Iterator[Span]:
    """Every passage that a story points at."""
    for actor in story.actors:
        yield from actor.mentions
    for event in story.events:
        yield from (telling.span for telling in event.evidence)
    yield from (edge.evidence for edge in story.order if edge.evidence is not None)


def misplaced(story: Story) -> list[Span]:
    texts = {article.id: article.text for article in story.articles}
    return [s for s in spans(story) if not s.text or s.text != texts[s.article][s.start : s.end]]


def test_there_is_something_to_read() -> None:
    assert len(TEXTS) > 30


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_every_span_is_its_words(path: Path) -> None:
    assert misplaced(told(path)) == []


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_a_story_holds_together(path: Path) -> None:
    story = told(path)
    cast, events = [a.id for a in story.actors], [e.id for e in story.events]
    assert len(set(cast)) == len(cast)
    assert events == [f"e{n}" for n in range(1, len(events) + 1)]
    assert all(event.evidence for event in story.events)
    assert {id for e in story.events for id in (*e.actors, *e.targets, *filter(None, [e.source]))} == set(cast)
    assert all({*t.actors, *t.targets} <= set(cast) for e in story.events for t in e.evidence)
    assert all(story.event(edge.before).rank < story.event(edge.after).rank for edge in story.order)


def test_a_span_that_has_slipped_is_seen() -> None:
    story = extract(UPROAR)
    assert list(spans(story))
    assert misplaced(story) == []
    (article,) = story.articles
    assert misplaced(replace(story, articles=(replace(article, text="\n" + article.text),)))


# the same input, the same bytes


@pytest.mark.parametrize("path", TEXTS[:6], ids=[path.stem for path in TEXTS[:6]])
def test_reading_twice_gives_the_same_bytes(path: Path) -> None:
    assert contract.dumps([extract(read(path))]) == contract.dumps([told(path)])


def test_processes_that_hash_otherwise_give_the_same_bytes() -> None:
    code = (
        "import sys; from extract import extract, merge, read; from extract.exports import contract; "
        "sys.stdout.write(contract.dumps(merge([extract(read(path)) for path in sys.argv[1:]])))"
    )
    paths = [str(path.relative_to(ROOT)) for path in TEXTS[:5]]

    def run(seed: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *paths],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    first = run("1")
    assert len(json.loads(first)["stories"]) == 4
    assert run("2") == first


# little and nothing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UPROAR, ACTS),
        ("Ama Okoro shouted at Piri Tāmati in the pub on Tuesday. The barman, Jo Lind, then threw her out.", []),
        ("A cinema beside Parliament showed Ama Okoro's horror movie Cursed, about a werewolf loose in a chamber.", []),
        ("Ama Okoro told the hearing of the athletics federation that Piri Tāmati was a liar.", []),
        ("Ama Okoro shouted at Piri Tāmati during the match. The referee then sent her off and the fans walked out.", []),
        ("Parliament", []),
        ("Uproar!", []),
        ("Parliament passed the budget on Tuesday. Ama Okoro will open a bridge.", []),
    ],
    ids=["a sitting", "a pub", "a title", "a hearing", "a match", "one word", "another word", "no disorder"],
)
def test_no_legislature_no_event(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Guy Lent spoke in Parliament. His wife, Zoe Lent, slapped Ms Ann Poe in the chamber.",
            [("scuffle", ("lent-2",), ("poe",))],
        ),
        (
            "Labor's Joanna Rickard, who represents Lalor, called opposition leader Peter Hask a coward in Parliament.",
            [("attack", ("rickard",), ("hask",))],
        ),
        (
            "Labour's Ann Poe, a former minister, punched Guy Lent in the House of Commons.",
            [("scuffle", ("poe",), ("lent",))],
        ),
        (
            "Ama Okoro shouted at Piri Tāmati in Parliament on Tuesday.",
            [("heckle", ("okoro",), ("tāmati",))],
        ),
        (
            "Ama Okoro heckled Piri Hale in Parliament. The Speaker, Jo Lind, then ordered her out of the chamber.",
            [("heckle", ("okoro",), ("hale",)), ("ejection", ("lind",), ("okoro",))],
        ),
        (
            "Ms Okoro heckled Mr Hale in Parliament. The Speaker, Jo Lind, then ordered her out of the chamber.",
            [("heckle", ("okoro",), ("hale",)), ("ejection", ("lind",), ("okoro",))],
        ),
    ],
    ids=["his wife", "a member who sits", "a party's member", "an unusual name", "her, without a hint", "her, with a title"],
)
def test_who_did_what_to_whom(text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [(e.type, e.actors, e.targets) for e in extract(text).events] == expected


def test_nobody_takes_part_in_nothing() -> None:
    story = extract("Parliament passed the budget on Tuesday. Ama Okoro will open a bridge.")
    assert (story.actors, story.events, story.order, story.links) == ((), (), (), ())


# hostile texts

HOSTILE = {
    "html": f'<script>alert("out")</script><p class="a">{UPROAR}</p><!-- <b>',
    "control characters": f"\x07{UPROAR}\x0c " + "The House then went on with its business. " * 10,
    "right to left": f"\u202e\u200f\u2067{UPROAR}\u2069\u202c",
    "zero width": f"\u200b\u200d{UPROAR}\u200b\ufeff",
    "emoji": f"😡👩‍⚖️🇳🇿 {UPROAR} 🤷🏽‍♀️",
    "combining": f"Z\u0351\u0352\u0353\u0354algo. {UPROAR}",
    "empty lines": "\n \n\t\n" * 200 + UPROAR,
    "unclosed": f'“\n{UPROAR}\n"It was',
    "braces": f"{{0}} %s %(x)s ${{y}} \\1 {UPROAR}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_like_another(text: str) -> None:
    story = extract(text)
    assert list(dict.fromkeys(event.type for event in story.events)) == ACTS
    assert misplaced(story) == []
    assert contract.loads(contract.dumps([story])) == (story,)


ONE_SENTENCE = (
    "The Speaker of Parliament shouted at Ms Lind " + "and the member walked across the floor of the house with a bell " * 230
)


LONG = TEXTS[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“ " * 10_000 + UPROAR, id="10,000 opening quotes"),
        pytest.param('"' * 10_000 + UPROAR, id="10,000 quotes in a row"),
        pytest.param(ONE_SENTENCE, id="3,000 words without a stop"),
        pytest.param("a" * 100_000 + " " + UPROAR, id="100,000 letters without a space"),
        pytest.param("The House of Commons sat. " * 2_000, id="one sentence 2,000 times"),
        pytest.param((LONG + "\n") * (200_000 // len(LONG)), id="200 kB of uproar"),
    ],
)
def test_a_text_without_end_comes_to_one(nlp: Language, text: str) -> None:
    began = time.process_time()
    story = extract(text, nlp=nlp)
    assert time.process_time() - began < 60
    assert misplaced(story) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tom Marlowe was ejected from the House for calling Kim Lind a liar.", ["attack", "ejection"]),
        ("Labour MPs walked out because the Speaker ejected Kim Lind.", ["ejection", "walkout"]),
        ("The walkout by Labour MPs followed the ejection of Tom Marlowe.", ["ejection", "walkout"]),
        ("Tom Marlowe was thrown out of the chamber for shouting at Kim Lind.", ["heckle", "ejection"]),
        # near misses: what is no act, or no act of a chair
        ("The House refused the aid package.", []),
        ("National MPs refused to grant leave in the House.", ["decision"]),
        ("In the House, Tom Marlowe said Kim Lind had done well to fight racism.", []),
        ("In the House, Tom Marlowe said Kim Lind had never lied.", []),
    ],
)
def test_causes_come_first_and_no_act_is_made_up(sentence: str, expected: list[str]) -> None:
    story = extract(f"The Speaker took the chair in Parliament at two.\n{sentence}")
    assert [event.type for event in sorted(story.events, key=lambda event: event.rank)] == expected


def test_several_joined_by_along_with_are_put_out_together() -> None:
    story = extract("The Speaker removed Tom Marlowe along with Kim Lind and Ann Hale from the chamber of Parliament.")
    assert [event.targets for event in story.events] == [("marlowe", "lind", "hale")]


def test_a_constituency_is_no_name() -> None:
    story = extract("In Parliament the Bexley North MP refused to say sorry. Tom Marlowe shouted at Ms Hale.")
    assert {actor.name for actor in story.actors} == {"Bexley North MP", "Tom Marlowe", "Hale"}
