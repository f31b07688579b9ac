"""What is said once it is over is a statement afterwards: by where it stands, its tense or its day, if it is of the incident."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

OUT = "The Speaker ejected Ada Moss.\n\n"


def said(nlp: Language, text: str) -> list[tuple[list[str], list[str]]]:
    """Who is told to say something afterwards, and of whom."""
    return [(who, whom) for type, who, whom in acts(nlp, text) if type == "reaction"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ben Lind said the Speaker had behaved like a headmaster.", ["Joan Quill"]),
        ('"It was a tantrum," Ben Lind said of Ada Moss.', ["Ada Moss"]),
        ("Ben Lind defended the Speaker.", ["Joan Quill"]),
        ("Ben Lind says Ada Moss was treated harshly.", ["Ada Moss"]),
        ("Ben Lind accused the Speaker of bias.", ["Joan Quill"]),
        ("Ben Lind called the ejection a disgrace.", ["Joan Quill"]),
        ("Ben Lind faulted the Speaker for losing her temper.", ["Joan Quill"]),
        ("Ben Lind complained that Ada Moss had been silenced.", ["Ada Moss"]),
        ("For Ben Lind the ejection was a disgrace.", ["Joan Quill"]),
        ("Ben Lind thinks the Speaker was hasty.", ["Joan Quill"]),
        ("Ben Lind, asked about the ejection, said that the Speaker had done the right thing.", ["Joan Quill"]),
    ],
)
def test_what_is_said_of_those_in_it_behind_the_last_act(nlp: Language, text: str, whom: list[str]) -> None:
    assert said(nlp, OUT + text) == [(["Ben Lind"], whom)]


@pytest.mark.parametrize(
    "text",
    [
        '"This is the worst night I have known," said Ben Lind.',
        "Ben Lind said it was a fuss about nothing.",
        "Ben Lind has called for calm.",
        "It was, Ben Lind said, the worst evening he had spent in the chamber.",
        "Ben Lind made light of it.",
        "Ben Lind sounded unrepentant.",
    ],
)
def test_what_is_said_of_it_in_the_next_breath(nlp: Language, text: str) -> None:
    assert [who for who, _ in said(nlp, OUT + text.replace("Ben Lind", "Labour MP Ben Lind"))] == [["Ben Lind"]]


@pytest.mark.parametrize(
    "text", ["Bishop Ben Lind said that Easter was a time of respect.", "Ben Lind said that it was a good harvest."]
)
def test_what_others_say_in_the_next_breath_is_of_something_else(nlp: Language, text: str) -> None:
    assert said(nlp, OUT + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind said the harbour would open in June.",
        "Ben Lind told the House that the Speaker was right.",
        "In the chamber, Ben Lind said that the Speaker was right.",
        "Rising on a point of order, Ben Lind said that the rules were clear.",
        "Ben Lind, who has said that she supports it, signed the bill.",
        "Ben Lind had said that Ada Moss was a good member.",
        "Ben Lind said it was important to build more homes.",
        "Ben Lind expects growth to return in spring.",
    ],
)
def test_what_is_said_to_the_house_or_of_something_else_is_no_statement_afterwards(nlp: Language, text: str) -> None:
    assert not said(nlp, OUT + text)


def test_what_is_said_between_two_acts_belongs_to_the_sitting(nlp: Language) -> None:
    text = "The Speaker warned Ada Moss.\n\nBen Lind said that Ada Moss was rude.\n\nThe Speaker ejected Ada Moss."
    assert not said(nlp, text)


def test_what_is_said_long_after_the_last_word_of_it_is_of_something_else(nlp: Language) -> None:
    between = "The harbour opens in June.\n\nIt has cost two million.\n\nThe ferry sails on Monday.\n\n"
    assert not said(nlp, OUT + between + "Ben Lind said that it was a disgrace.")
    assert said(nlp, OUT + between + "Ben Lind said that Ada Moss was a disgrace.") == [(["Ben Lind"], ["Ada Moss"])]


def test_where_nobody_went_the_debate_goes_on(nlp: Language) -> None:
    assert not said(nlp, "Labour MPs jeered Ada Moss.\n\nBen Lind said Ada Moss was wrong about the harbour.")
