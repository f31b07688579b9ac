"""Passages told as reporters of many countries write, from the codebook alone: attacks, appeals to the chair, heckles, ejections.

At their first run the rules told 82 of the 160 (28 of 70 attacks) and kept silent on 57 of the 60 near misses. What is still
missed is named, strictly: whoever mends one takes its number out.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from extract import extract
from tests.test_sentences import told

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("passages_attack.jsonl").read_text().splitlines()
]
MISSED = {
    1: "the words sting only where a row is told, and none is",
    7: "the words sting only where a row is told, and none is",
    9: "no word tells of a sitting",
    16: "a party's name that is another word too",
    24: "the parser takes the object for the subject",
    26: "no verb that is known to say it",
    29: "whom he attacks is named nowhere",
    34: "the words sting only where a row is told, and none is",
    37: "the parser makes one name of two",
    38: "the words sting only where a row is told, and none is",
    40: "the words sting only where a row is told, and none is",
    44: "a party that the lists do not hold",
    45: "no word tells of a sitting",
    47: "the words sting only where a row is told, and none is",
    49: "a title that no list holds",
    56: "a party's name that is another word too",
    60: "told as a heckle",
    61: "no word tells of a legislature",
    69: "no word tells of a sitting",
    79: "no word tells of a sitting",
    91: "a point of order called one",
    92: "no word tells of a sitting",
    102: "who presides has a title that is another word too",
    103: "the wrong one of two is taken to raise it",
    119: "noise whose maker stands behind of",
    122: "no word tells of a sitting",
    125: "no word tells of a sitting",
    133: "a heckle in a heading",
    157: "the parser makes a name of the verb",
    158: "the chair is taken for the House",
    165: "a rule told in general",
    173: "a rule told in general",
    197: "an adjournment of course",
}


def told_of(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    story = extract(text, published="2024-03-13", nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    rows = [(e.type, [names[i] for i in e.actors], [names[i] for i in e.targets]) for e in story.events if e.status == "happened"]
    return [(type, who, whom) for type, who, whom in rows if type != "reaction"]


def test_there_are_as_many_of_each_as_were_written() -> None:
    assert Counter(row["type"] for row in ROWS) == {"attack": 70, "point_of_order": 40, "heckle": 25, "ejection": 25, None: 60}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{n}: {row['text'][:80]}", marks=[pytest.mark.xfail(reason=MISSED[n])] if n in MISSED else [])
        for n, row in enumerate(ROWS)
    ],
)
def test_a_passage_is_told_as_the_codebook_says(nlp: Language, row: dict[str, Any]) -> None:
    assert told(row, nlp)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ('At Leaders\' Questions Ms Ní Bhroin accused Minister for Health Una Bell of "hiding".', "Ní Bhroin", "Una Bell"),
        ("Question time was rowdy. Dunbar had a crack at Falaniko.", "Dunbar", "Falaniko"),
        ("Question time was rowdy. The PM gave as good as she got, mocking Gavin Pell as a weathercock.", "PM", "Gavin Pell"),
        ("The House sat. Ann Hale accused her opposite number, Rowan Tuke, of playing politics.", "Ann Hale", "Rowan Tuke"),
        ("MPs debated the bill. Labour MP Ann Hale rose. The 54-year-old lashed out at Tom Rudd.", "Ann Hale", "Tom Rudd"),
        ("MPs debated the bill. Labour MP Ann Hale rose. The mother of two accused Tom Rudd of lying.", "Ann Hale", "Tom Rudd"),
        ('The Senate met at noon. "Shame on you, you coward," said Rosa Lind, pointing at Tom Rudd.', "Rosa Lind", "Tom Rudd"),
        ('The Senate met at noon. "He is a disgrace," said Ann Hale, referring to Tom Rudd.', "Ann Hale", "Tom Rudd"),
        ("The Senate met at noon. Ann Hale poked fun at Tom Rudd.", "Ann Hale", "Tom Rudd"),
    ],
)  # fmt: skip
def test_an_attack_is_found_however_it_is_told(nlp: Language, text: str, who: str, whom: str) -> None:
    assert told_of(nlp, text) == [("attack", [who], [whom])]


@pytest.mark.parametrize(
    "text",
    [
        "The Bundestag sat on Monday. Troops attacked the town of Carrow, the minister said.",
        "The trade union accused Ann Hale of lying as lawyers met in the town.",
        "Parliament rose in May. The 54-year-old tree branded with a heart was felled.",
    ],
)
def test_what_is_no_sitting_and_no_attack_stays_silent(nlp: Language, text: str) -> None:
    assert told_of(nlp, text) == []


def test_an_insult_called_out_is_a_heckle_and_no_name_given(nlp: Language) -> None:
    text = 'The House was sitting. Ann Hale was answering a question. Tom Marlowe called out "liar" at Ann Hale.'
    assert [(type, who) for type, who, _ in told_of(nlp, text)] == [("heckle", ["Tom Marlowe"])]


def test_who_stands_behind_an_inverted_verb_does_it(nlp: Language) -> None:
    text = "The House was sitting on Monday. Up popped Ann Hale with a point of order."
    assert told_of(nlp, text) == [("point_of_order", ["Ann Hale"], [])]


def test_a_pronoun_goes_on_with_itself_and_not_with_whom_it_spoke_to(nlp: Language) -> None:
    text = "The House was sitting. He spoke at length to the Prime Minister. He then branded Tom Marlowe a liar."
    assert all(who != ["Prime Minister"] for _, who, _ in told_of(nlp, text))


SUFFERED = (
    "Kim Lind said farmers were now facing a betrayal.",
    "Kim Lind said pensioners had been betrayed.",
    "Kim Lind said that nurses endured a scandal every winter.",
    "Kim Lind said fishermen were being cheated.",
    "Tom Okoro said that the minister was confronting a rotten trade.",
    "Tom Okoro said that police were fighting criminal gangs in Carrow.",
    "The chief minister said that the government was opening stations to tackle the problem of terrorist elements.",
    "Tom Okoro said that the council had tried to stop corrupt landlords.",
    "Tom Okoro said his party would sort out the shambles of immigration.",
    "Mr Okoro said his own government had been a shambles.",
    "Mr Okoro said the police would consider an arrest under the Terrorism Act.",
    "A Labour government would clean up the shambles of the ferries, Mr Okoro said.",
)
CHARGED = (
    ("Kim Lind said pensioners had been betrayed by the government.", "government"),
    ("Kim Lind said the government had betrayed pensioners.", "government"),
    ("Tom Okoro said that the minister was a criminal.", "minister"),
    ("Tom Okoro said that the government had lied about the problem of criminal gangs.", "government"),
    ("Tom Okoro said voters had been lied to by the Greens.", "Greens"),
    ("Mr Okoro said MPs had been patient and that the minister was a disgrace.", "minister"),
    ("Mr Okoro said her government had been a shambles.", "government"),
)


@pytest.mark.parametrize("text", SUFFERED)
def test_who_suffers_or_fights_what_is_bad_is_not_charged_with_it(text: str, nlp: Language) -> None:
    assert not extract(f"The Speaker, Ann Quill, took the chair in Parliament at two.\n{text}", nlp=nlp).events


@pytest.mark.parametrize(("text", "whom"), CHARGED)
def test_who_does_what_is_bad_is_charged_with_it(text: str, whom: str, nlp: Language) -> None:
    story = extract(f"The Speaker, Ann Quill, took the chair in Parliament at two.\n{text}", nlp=nlp)
    assert [[story.actor(id).name for id in event.targets] for event in story.events if event.type == "attack"] == [[whom]]


def test_what_is_said_in_what_is_said_costs_no_more_for_each_step() -> None:
    text = "The House sat. Ann Hale said " + "that Kim Lind had said " * 60 + "that it was a disgrace and that it rained."
    begun = time.process_time()
    extract(text)
    assert time.process_time() - begun < 20
