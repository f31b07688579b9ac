"""What is said in a point of order belongs to it; what came before it is an act of its own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

SCENE = "The House met on Tuesday under Speaker Joan Quill. "


def acts(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    story = extract(SCENE + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [names[a] for a in e.actors], [names[t] for t in e.targets]) for e in story.events]


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
