"""Statements about the incident, told without reporters or platform; and what is none."""

from __future__ import annotations

import pytest

from extract import extract

SITTING = """Speaker Joan Lind ejected Harbour MP Tom Marlowe from the chamber on Tuesday after he called the minister a liar.

Green MPs jeered as Mr Marlowe left. "I order you to leave," Ms Lind said.

"""
STATEMENTS = [
    ("Reform MP Ann Hale said the ejection was over the top.", "Ann Hale"),
    ('The prime minister, Dan Okafor, said the scenes were "a stain on this country".', "Dan Okafor"),
    ('Senator Ann Hale called the jeering "totally disrespectful".', "Ann Hale"),
    ("The removal was a scandal, Ms Hale believed.", "Hale"),
    ("Ms Hale insisted that his expulsion shamed the country.", "Hale"),
    ('"It is beneath us," said Ms Hale, describing the heckling as childish.', "Hale"),
    ("Mr Okafor conceded that the uproar had been bad for politics.", "Okafor"),
    ("Ms Hale told reporters that the suspension was a black day for the country.", "Hale"),
    ("Ann Hale branded his outburst a disgrace.", "Ann Hale"),
    ("Ann Hale called the walkout of Mr Marlowe a disgrace.", "Ann Hale"),
    ("Ann Hale said the ejection followed two warnings.", "Ann Hale"),
    ("Reform MP Ann Hale said the ejection was the third this year.", "Ann Hale"),
]
NONE = [
    "Reform MP Ann Hale said the budget was over the top.",
    "Reform MP Ann Hale said in the House that the ejection was over the top.",
    "Rising on a point of order, Ann Hale said the ejection was unfair.",
    "Speaker Joan Lind said the scenes were unworthy of the House.",
    "Reform MP Ann Hale said jeering was an old custom.",
    "Asked about the ejection, Ann Hale said she was hungry.",
]


def reactions(text: str) -> list[str]:
    story = extract(text)
    return [a.name for e in story.events if e.type == "reaction" for a in story.actors if a.id in e.actors]


@pytest.mark.parametrize(("sentence", "who"), STATEMENTS)
def test_a_judgement_of_the_incident_is_a_reaction(sentence: str, who: str) -> None:
    assert who in reactions(SITTING + sentence)


@pytest.mark.parametrize("sentence", NONE)
def test_facts_other_matters_and_words_in_the_house_are_none(sentence: str) -> None:
    assert reactions(SITTING + sentence) == []


def test_without_disorder_there_is_nothing_to_judge() -> None:
    text = "The House met. Ms Poe accused Mr Marlowe of theft.\n\nReform MP Ann Hale said the suspension was over the top."
    assert reactions(text) == []


@pytest.mark.parametrize(
    "left", ["stormed out of the chamber", "stormed off the floor of the House", "then stormed from the chamber in protest"]
)
def test_whoever_storms_out_says_nothing_whatever_was_said_outside_before(left: str) -> None:
    story = extract(f"The House met under Speaker Joan Quill. Ann Hale told reporters outside Parliament no. Green MPs {left}.")
    assert [event.type for event in story.events if "green-mps" in event.actors] == ["walkout"]
