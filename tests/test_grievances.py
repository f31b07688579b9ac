"""Whom a point of order or a walkout is about where its own clause names nobody: said next, interrupted, accused, refusing."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
from extract.types import Story

SITTING = "The Speaker, Rosa Quill, took the chair in Parliament at two.\n\n"


def told(nlp: Language, text: str, type: str) -> list[tuple[set[str], set[str]]]:
    """Who and whom of every event of a type."""
    story = extract(SITTING + text, published="2024-03-14", nlp=nlp)
    return [(_names(story, e.actors), _names(story, e.targets)) for e in story.events if e.type == type]


def _names(story: Story, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in story.actors if actor.id in ids}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        # the complaint goes on in the next sentence
        ("Ann Hale rose on a point of order. The minister, Tom Marlowe, she said, had misled the House.", "Tom Marlowe"),
        ('Ann Hale raised a point of order. "Tom Marlowe is asleep," she told the Speaker.', "Tom Marlowe"),
        ("Ann Hale stood on a point of order. She argued that Tom Marlowe had not answered.", "Tom Marlowe"),
        ("Ann Hale took a point of order. Could Tom Marlowe, she asked, be told to sit?", "Tom Marlowe"),
        ("Ann Hale was up on a point of order. She wanted Tom Marlowe's words struck out.", "Tom Marlowe"),
        ("Ann Hale raised a point of order. Kim Lind said later that Tom Marlowe was tired.", ""),
        ("Ann Hale raised a point of order.\n\nShe said later that Tom Marlowe was tired.", ""),
        # somebody was speaking
        ("Tom Marlowe said the budget was sound and would pass. Ann Hale then rose on a point of order.", "Tom Marlowe"),
        ("Tom Marlowe told members to read the bill. At once Ann Hale was up on a point of order.", "Tom Marlowe"),
        ("Tom Marlowe argued that the tax was fair. Ann Hale interrupted with a point of order.", "Tom Marlowe"),
        ("As Tom Marlowe explained the bill, Ann Hale rose on a point of order.", "Tom Marlowe"),
        ("Ann Hale rose on a point of order during Tom Marlowe's speech.", "Tom Marlowe"),
        ("Tom Marlowe said the budget was sound and would pass.\n\nThe day ended with a point of order from Ann Hale.", ""),
        # the chair is at fault
        ("Ann Hale raised a point of order, saying the Speaker had not put the question.", "Rosa Quill"),
        ("Ann Hale rose on a point of order, arguing that the Speaker was biased.", "Rosa Quill"),
        ("Ann Hale rose on a point of order and complained that the Speaker had ignored her.", "Rosa Quill"),
        ("On a point of order, Ann Hale said the Speaker never called her.", "Rosa Quill"),
        ("Ann Hale raised a point of order, protesting that the Speaker had broken the rules.", "Rosa Quill"),
        ("Ann Hale rose on a point of order to complain that the Speaker had not punished Tom Marlowe.", "Rosa Quill"),
        ("Ann Hale raised a point of order, saying that the Speaker was wise.", ""),
    ],
)
def test_whom_a_point_of_order_is_about(nlp: Language, text: str, whom: str) -> None:
    assert ({"Ann Hale"}, {whom} - {""}) in told(nlp, text, "point_of_order")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Labour MPs walked out of the chamber, accusing Tom Marlowe of lying.", {"Tom Marlowe"}),
        ("Labour MPs stormed out of the House blaming the government for the floods.", {"government"}),
        ("Labour MPs left the chamber in protest, denouncing Tom Marlowe as a liar.", {"Tom Marlowe"}),
        ("Labour MPs staged a walkout from the House, protesting the government's silence.", {"government"}),
        ("Labour MPs walked out after the Speaker refused to hear them.", {"Rosa Quill"}),
        ("Labour MPs trooped out of the chamber when the Speaker rejected their motion.", {"Rosa Quill"}),
        ("When the Speaker declined, Labour MPs walked out of the chamber.", {"Rosa Quill"}),
        ("Labour MPs walked out of the House because the minister, Tom Marlowe, ignored their question.", {"Tom Marlowe"}),
        ("Labour MPs walked out of the chamber protesting against the government's refusal.", {"government"}),
        ("Labour MPs walked out of the chamber in protest at a ruling by the Speaker.", {"Rosa Quill"}),
        ("Labour MPs walked out of the chamber after Tom Marlowe sat down.", set()),
        ("Labour MPs walked out of the chamber, singing.", set()),
        ("Labour MPs walked out of the chamber before the Speaker refused another motion.", set()),
    ],
)
def test_whom_a_walkout_is_against(nlp: Language, text: str, whom: set[str]) -> None:
    assert [targets for _, targets in told(nlp, text, "walkout")] == [whom]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Green MPs walked out of the chamber. Tom Marlowe branded the exit a disgrace.", {"Green MPs"}),
        ("Green MPs walked out of the chamber. Tom Marlowe described the walkout as childish.", {"Green MPs"}),
        ("Green MPs left in protest. Tom Marlowe denounced the protest as shameful.", {"Green MPs"}),
        ("Kim Lind heckled Tom Marlowe. Mr Marlowe called his accuser's words scandalous.", {"Kim Lind"}),
    ],
)
def test_who_did_what_is_called_a_disgrace(nlp: Language, text: str, whom: set[str]) -> None:
    assert ({"Tom Marlowe"}, whom) in told(nlp, text, "attack")
