"""What reports of many houses tell of procedure: breaks and their lengths, the chair's yes and no, and what members say to it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
from tests.acts import acts

QUILL = ["Joan Quill"]
ROW = "Labour MPs heckled Ben Lind. "
RULED = "The Speaker ruled Ada Moss out of order. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A break of twenty minutes did little good.", []),
        ("A suspension lasting an hour made no difference.", []),
        ("A second recess followed at nine.", []),
        ("Another adjournment came before noon.", []),
        ("There was a stoppage of half an hour after the brawl.", []),
        ("A quarter of an hour of Friday's sitting was lost.", []),
        ("The House lost an hour and a half to the shouting.", []),
        ("It was past four before the House, its work broken off in the din, could get back to it.", []),
        ("The Speaker gave everybody ten minutes to cool off.", QUILL),
        ("Giving both sides half an hour to calm down, the Speaker sighed.", QUILL),
        ("The Speaker, sending everyone out for coffee, shook her head.", QUILL),
        ("The Speaker came back only to send everybody home.", QUILL),
    ],
)
def test_a_break_by_its_length(nlp: Language, text: str, who: list[str]) -> None:
    assert [row for row in acts(nlp, ROW + text) if row[0] == "adjournment"] == [("adjournment", who, [])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Speaker adjourned the House for ten minutes. Ada Moss jeered. The Speaker adjourned the House for the day.", 2),
        ("The Speaker put off the sitting till noon. Ada Moss jeered. The sitting was called off until Monday.", 2),
        ("The Speaker adjourned the House for an hour. The one-hour adjournment was the first this year.", 1),
        ("The House was adjourned until 2 pm. The Speaker had adjourned the House for an hour.", 1),
        ("The Speaker adjourned the sitting until Monday. The House was adjourned for the day.", 1),
    ],
)
def test_breaks_of_different_lengths_are_two(nlp: Language, text: str, count: int) -> None:
    assert [type for type, *_ in acts(nlp, text)].count("adjournment") == count


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ada Moss was told to keep quiet.", ["Ada Moss"]),
        ("Waved back to her seat, Ada Moss sighed.", ["Ada Moss"]),
        ("Ada Moss, who had twice been asked to stick to the motion, spoke of bees.", ["Ada Moss"]),
        ("Ada Moss heckled Ben Lind. The Speaker begged Ada Moss to think of those watching at home.", ["Ada Moss"]),
        ("The Speaker pleaded with Ada Moss to see sense.", ["Ada Moss"]),
        ("The Speaker told Ada Moss that she could accept it or leave.", ["Ada Moss"]),
        ("Ada Moss heckled Ben Lind. A second caution did no good.", ["Ada Moss"]),
        ("Ada Moss heckled Ben Lind. The Speaker gave out cautions.", ["Ada Moss"]),
        ('"You do not have the floor," the Speaker told Ada Moss.', ["Ada Moss"]),
        ('"I am cutting you off," the Speaker told Ada Moss, and did.', ["Ada Moss"]),
        ('Ada Moss kept on. "Your seat is over there," said the Speaker.', ["Ada Moss"]),
        ('Ada Moss kept on. "I have not finished," the Speaker snapped.', ["Ada Moss"]),
    ],
)
def test_what_the_chair_says_to_a_member(nlp: Language, text: str, whom: list[str]) -> None:
    assert [row for row in acts(nlp, text) if row[0] == "intervention"] == [("intervention", QUILL, whom)]


def test_of_two_orders_with_one_verb_of_saying_both_are_told(nlp: Language) -> None:
    text = 'Ada Moss stood. "Take your seat, madam," the Speaker snapped. "Remove the member from the chamber!"'
    assert [type for type, *_ in acts(nlp, text)] == ["intervention", "ejection"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ada Moss asked the Speaker for more time. The Speaker said no.", ["Ada Moss"]),
        ("Ada Moss rose on a point of order, and the Speaker shook her head.", ["Ada Moss"]),
        ("Ada Moss snatched his notes. The Speaker ordered that they be given back.", ["Ada Moss"]),
        ("Ada Moss held up a placard, and the Speaker wanted it removed.", ["Ada Moss"]),
        ("The Speaker held that Ada Moss had come too late.", ["Ada Moss"]),
        ("Ada Moss might put her question, the Speaker said.", ["Ada Moss"]),
        ("There would be a count, the Speaker replied.", []),
        ("The Speaker stood by what she had said.", []),
        ("The Speaker refused to hand over the letter.", []),
        ("The Speaker demanded that Ada Moss take the expression back.", ["Ada Moss"]),
    ],
)
def test_what_the_chair_grants_and_refuses(nlp: Language, text: str, whom: list[str]) -> None:
    rows = [row for row in acts(nlp, text) if row[0] == "ruling"]
    assert [(bool(who), suffer) for _, who, suffer in rows] == [(True, whom)]


def test_who_is_told_to_say_sorry_is_not_the_chair(nlp: Language) -> None:
    text = "Ben Lind accused David Carter, the Speaker, of bias. Told to say sorry, he declined."
    assert ("withdrawal", ["Ben Lind"], []) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind begged to differ.",
        "Ben Lind would not accept the decision.",
        "Ben Lind said the decision was extraordinary.",
        "Ben Lind called the ruling a joke.",
        "What the Speaker had decided was unfair, Ben Lind said.",
        "Ben Lind took issue with the ruling.",
        "Ben Lind told the Speaker that she had got the rules wrong.",
        "Ben Lind told the Speaker she was mistaken.",
        "Ben Lind complained to the chair that he had been treated unfairly.",
    ],
)
def test_what_is_said_against_a_ruling(nlp: Language, text: str) -> None:
    assert [row for row in acts(nlp, RULED + text) if row[0] != "ruling"] == [("objection", ["Ben Lind"], QUILL)]


@pytest.mark.parametrize(
    "text", ["Labour MPs stood up in her support.", "Labour MPs rose in solidarity with Ada Moss.", "Labour MPs hit their desks."]
)
def test_a_side_that_stands_by_its_own(nlp: Language, text: str) -> None:
    assert [(type, who) for type, who, _ in acts(nlp, RULED + text) if type == "objection"] == [("objection", ["Labour MPs"])]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The House overruled the Speaker by 4 to 3.", ["House"], QUILL),
        ("Labour MPs turned down a request by Ben Lind to have the statement read afresh.", ["Labour MPs"], ["Ben Lind"]),
        ("The House agreed to put the matter off until next week.", ["House"], []),
    ],
)
def test_what_the_house_decides_about_it(nlp: Language, text: str, who: list[str], whom: list[str]) -> None:
    assert [row for row in acts(nlp, RULED + text) if row[0] == "decision"] == [("decision", who, whom)]


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Ida Holm, for a few more hours the Speaker, called Ada Moss to order.", "Ida Holm"),
        ("Ida Holm, still the Speaker, called Ada Moss to order.", "Ida Holm"),
        ("Guards closed round the President, Holm halted proceedings for an hour. Ida Holm is the Speaker.", "Ida Holm"),
    ],
)
def test_who_has_the_chair_for_how_long(nlp: Language, text: str, chair: str) -> None:
    story = extract("The House met on Tuesday. " + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    assert [names[a] for e in story.events if e.type in {"intervention", "adjournment"} for a in e.actors] == [chair]


@pytest.mark.parametrize(
    "text",
    [
        "A break of twenty minutes for lunch was called.",
        "The House lost two hours to a power cut.",
        "The Speaker gave everybody ten minutes to speak.",
        "Ada Moss was told to keep quiet by her party.",
        "Ada Moss begged members to think of the farmers.",
        "The firm issued a second profit warning.",
        "Ada Moss shook her head.",
        "Ben Lind begged to differ with the minister about bees.",
        "Ben Lind said the decision to build the dam was wrong.",
        "Ben Lind told the Speaker that the bells were ringing.",
        "Labour MPs stood up in support of the bill.",
        "Ada Moss ordered that the notes be given back.",
        "The House turned down a request by Ben Lind for money.",
        '"I have not finished my tea," Ada Moss said.',
        "The Speaker said there would be a vote on the budget on Friday.",
        "The Speaker said the study could continue.",
        "The Speaker begged Republicans to back the bill.",
        "The Speaker pleaded with Labour MPs to support the budget.",
        "Ada Moss told the Speaker that she was wrong about the economy.",
        "Asked whether the bill would pass, the Speaker shook her head.",
    ],
)
def test_what_is_no_act_of_procedure(nlp: Language, text: str) -> None:
    assert not acts(nlp, text)
