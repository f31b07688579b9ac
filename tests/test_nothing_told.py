"""Ordinary news beside a row that tells no act of its own: words that rules for replies, orders and noise could take for one."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

JEERED = "The House sat on Tuesday. Labour MPs jeered at Ms Hale. "
EJECTED = "The House sat on Tuesday. The Speaker ejected Mr Quill. "


@pytest.mark.parametrize(
    "words",
    [
        'Mr Moss gave a speech with the title "Hope and bread".',
        'Ms Lind returned to her seat with a "Vote" badge.',
        'The minister answered a question from Ms Lind with a "yes".',
        "Mr Moss gave her the compliment of a full house.",
        "Labour MPs waved their hands at Ms Okafor to wish her well.",
        "After an interruption by Ms Lind, Mr Moss gave way.",
        "Mr Moss and Ms Lind were kept apart by the seating plan.",
    ],
)
def test_beside_jeers_nothing_more_is_told(nlp: Language, words: str) -> None:
    assert acts(nlp, JEERED + words) == acts(nlp, JEERED)


@pytest.mark.parametrize(
    "words",
    [
        "Ms Lind wanted to know why the hospital had closed for two days.",
        "Ms Lind asked why the bus took three days.",
        "Ms Lind questioned the wisdom of the harbour scheme.",
        "The Speaker ended the meeting with the ambassador.",
        "The Speaker urged voters to follow the rules on masks.",
        "Staff escorted the new members to the foyer for a group photograph.",
        "Mr Moss was asked to wait outside the committee room until his evidence session began.",
    ],
)
def test_beside_an_ejection_nothing_more_is_told(nlp: Language, words: str) -> None:
    assert acts(nlp, EJECTED + words) == acts(nlp, EJECTED)


@pytest.mark.parametrize(
    "text",
    [
        "The motion of no confidence in the Premier was given a second reading.",
        "A motion of no confidence in the Premier was given to reporters.",
        "A motion of no confidence in the Premier was handed over to reporters.",
        "Mr Daly took the visitors to the exit when the bell rang.",
        "Mr Hale walked the new member to the door.",
        "The minister brought a bill to the exit stage.",
        "Mr Hale joined his friends towards the exit.",
        "The captain led his side to the door of promotion.",
        "Mr Hale threw his notes onto the podium and sat down.",
        "Mr Hale tossed his speech on the podium.",
        "Mr Hale slung his jacket on the rostrum.",
        "A call by the chairman to the bank to lower its rates went unheeded.",
        "The Speaker's call to members to return after lunch was heard.",
        "Requests by the Speaker to Mr Daly to stop the bus service were refused.",
        "The Speaker asked members to express regret at the death of the King.",
    ],
)
def test_ways_out_podiums_and_pleas_of_everyday(nlp: Language, text: str) -> None:
    assert not acts(nlp, text)


def test_called_over_to_the_door(nlp: Language) -> None:
    assert "walkout" not in {type for type, *_ in acts(nlp, "Mr Daly called Ms Lind over to the door.")}
