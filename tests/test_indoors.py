"""What can only be of the sitting brings a text back inside, right after words to the press."""

from __future__ import annotations

import pytest

from extract import extract

SITTING = """Speaker Joan Lind ejected Harbour MP Tom Marlowe from the chamber on Tuesday after he called the minister a liar.

"I order you to leave," Ms Lind said. Members of Harbour followed him out of the chamber.

Mr Marlowe told reporters that he regretted nothing.

"""
INSIDE = [
    "Ms Hale, for her part, accused Mr Marlowe of cowardice, and was told by the Speaker to rephrase.",
    "Ms Hale accused Mr Marlowe of cowardice and was ordered by the chair to withdraw.",
    "Ms Hale accused Mr Marlowe of cowardice, and Deputy Speaker Dan Okoro told her to sit down.",
    "Ms Hale accused Mr Marlowe of cowardice before the Speaker called her to order.",
    "Ms Hale accused Mr Marlowe of cowardice until she was cut off by the Speaker.",
    "Ms Hale accused Mr Marlowe of cowardice to loud cheers from the government benches.",
    "Amid boos from the other side of the House, Ms Hale accused Mr Marlowe of cowardice.",
    "Ms Hale accused Mr Marlowe of cowardice as she left the chamber.",
    "Ms Hale accused Mr Marlowe of cowardice as Mr Marlowe was led from the hall.",
]
OUTSIDE = [
    "Ms Hale accused Mr Marlowe of cowardice.",
    "Ms Hale accused Mr Marlowe of cowardice, and was told by her party to rephrase.",
    "Ms Hale, who had been told by the Speaker to withdraw, accused Mr Marlowe of cowardice.",
    "Ms Hale accused Mr Marlowe of cowardice after complaining of being told by the Speaker to sit down.",
    "In a statement, Ms Hale accused Mr Marlowe of cowardice and was asked by the Speaker to delete it.",
    "Ms Hale accused Mr Marlowe of cowardice as he left the party.",
    "Ms Hale accused Mr Marlowe of cowardice to cheers from supporters.",
    "Ms Hale accused Mr Marlowe of cowardice, and the Speaker said nothing.",
]


def told(sentence: str) -> str:
    """As what the charge is read."""
    story = extract(SITTING + sentence)
    hale = next(a.id for a in story.actors if a.name == "Hale")
    return next(e.type for e in story.events if hale in e.actors and e.type in {"attack", "reaction"})


@pytest.mark.parametrize("sentence", INSIDE)
def test_it_plays_in_the_house(sentence: str) -> None:
    assert told(sentence) == "attack"


@pytest.mark.parametrize("sentence", OUTSIDE)
def test_it_stays_outside(sentence: str) -> None:
    assert told(sentence) == "reaction"


def test_it_is_of_that_sentence_alone_where_the_scene_is_a_place_outside() -> None:
    text = SITTING.replace("Mr Marlowe told reporters", "Outside Parliament, Mr Marlowe told reporters")
    story = extract(
        f"{text}Mr Okoro called him a liar and was told by the Speaker to withdraw. Ms Hale accused him of cowardice."
    )
    kinds = {a.name: e.type for e in story.events for a in story.actors if a.id in e.actors and e.type in {"attack", "reaction"}}
    assert (kinds["Okoro"], kinds["Hale"]) == ("attack", "reaction")
