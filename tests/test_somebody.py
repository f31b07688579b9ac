"""Somebody, anyone, nobody: an actor only who did a thing, or sits somewhere, though no one says who it was."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

WORDS = {"somebody", "someone", "anyone", "anybody", "nobody", "everybody", "everyone", "anything", "something", "nothing"}


def names(nlp: Language, text: str) -> set[str]:
    story = extract(f"The House met.\n\nAnn Hale spoke. Tom Marlowe shouted at Kim Lind. {text}", nlp=nlp)
    return {actor.name.lower() for actor in story.actors}


@pytest.mark.parametrize(
    "text",
    [
        "After the sitting, Marlowe tweeted that somebody needed to tell the truth.",
        "Marlowe told reporters that someone had to stand up to the bullies.",
        "Outside, Marlowe told reporters that anyone who had listened would be ashamed.",
        "Nobody heckled Ms Lind.",
        "Everybody jeered at Ms Lind.",
        "Marlowe accused someone of lying.",
        '"Somebody is lying to this House," Ms Lind said.',
        "Ms Lind told Mr Marlowe that everyone was lying.",
        "Marlowe said that if somebody shouted at him he would walk out.",
        "Marlowe attacked everything that Ms Lind had done.",
        "Anything that was shouted at Ms Lind was ignored.",
    ],
)
def test_nobody_in_particular_is_no_actor(nlp: Language, text: str) -> None:
    assert not names(nlp, text) & WORDS


@pytest.mark.parametrize(
    "text",
    [
        'Somebody shouted "Liar!" at Ms Hale.',
        "Ms Hale was jeered by someone in the gallery.",
        'Ms Hale said that somebody had shouted "Liar!" at her.',
        "Ms Hale said that the bottle was thrown at her by someone in the Green ranks.",
        '"Shame!" shouted somebody as Ms Hale rose.',
    ],
)
def test_who_did_it_though_nobody_says_who_is_one(nlp: Language, text: str) -> None:
    assert names(nlp, text) & {"somebody", "someone"}
