"""What is said in a point of order belongs to it; what came before it is an act of its own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind rose to a point of order, saying that Ada Moss had called Green MPs muppets.",
        "Ben Lind raised a point of order and complained that Ada Moss had branded him a thief.",
        "On a point of order Ben Lind argued that Ada Moss had accused him of lying.",
    ],
)
def test_what_a_point_of_order_complains_of_is_no_attack_of_its_own(nlp: Language, text: str) -> None:
    assert [(kind, who) for kind, who, _ in acts(nlp, text)] == [("point_of_order", ["Ben Lind"])]


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind raised a point of order after Ada Moss had called him a liar.",
        "Ada Moss branded him a thief, and Ben Lind rose on a point of order.",
        "Ben Lind rose on a point of order when Ada Moss accused him of lying.",
    ],
)
def test_what_gave_rise_to_a_point_of_order_is_an_act_of_its_own(nlp: Language, text: str) -> None:
    assert {kind for kind, _, _ in acts(nlp, text)} == {"attack", "point_of_order"}


@pytest.mark.parametrize(
    "text",
    [
        "The government survived a confidence vote, 170-146, on a Conservative motion tabled by Ada Moss.",
        "The government lost a no-confidence vote on a Green motion lodged by Ada Moss.",
        "The government survived a no-confidence vote on an opposition resolution filed by Ada Moss.",
    ],
)
def test_whose_motion_a_vote_of_confidence_was_on_asked_for_it(nlp: Language, text: str) -> None:
    assert ("no_confidence_request", ["Ada Moss"], ["government"]) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The government survived a confidence vote. Ada Moss moved a procedural motion.",
        "Ada Moss tabled a Green motion on the roads.",
        "The government survived a confidence vote on a budget motion.",
    ],
)
def test_other_motions_deny_no_confidence(nlp: Language, text: str) -> None:
    assert "no_confidence_request" not in {kind for kind, _, _ in acts(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss raised a point of order. She said Ben Lind had misled the House.",
        "Ben Lind rose on a point of order. He claimed that Ada Moss had lied about the roads.",
        "Ada Moss raised a point of order. She told the Speaker that Ben Lind was a liar.",
    ],
)
def test_the_next_breath_of_a_point_of_order_belongs_to_it(nlp: Language, text: str) -> None:
    assert [kind for kind, _, _ in acts(nlp, text)] == ["point_of_order"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss raised a point of order. Kim Hale said Ben Lind had misled the House.",
        "Ada Moss raised a point of order against Kim Hale. She then called Ben Lind a liar.",
        "Ada Moss said Ben Lind had misled the House. Ben Lind raised a point of order.",
    ],
)
def test_words_of_others_beside_a_point_of_order_are_attacks(nlp: Language, text: str) -> None:
    assert sorted(kind for kind, _, _ in acts(nlp, text)) == ["attack", "point_of_order"]


@pytest.mark.parametrize(
    "text",
    [
        "Opposition members walked out of the chamber, protesting what they called a biased ruling.",
        "Green MPs walked out, objecting to the ruling.",
        "Labour MPs stormed out of the chamber objecting to the tax.",
    ],
)
def test_the_ground_of_a_walkout_is_no_objection_of_its_own(nlp: Language, text: str) -> None:
    assert [kind for kind, _, _ in acts(nlp, text)] == ["walkout"]


def test_an_objection_before_a_walkout_is_one(nlp: Language) -> None:
    told = acts(nlp, "Green MPs objected to the bill. They then walked out of the chamber.")
    assert [kind for kind, _, _ in told] == ["objection", "walkout"]
