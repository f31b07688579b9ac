"""Who has no voice in a House and what is no act of it: heads of other bodies, and parties that put people out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

SCENE = "The House met on Tuesday under Speaker Joan Quill. "


def types(nlp: Language, text: str) -> list[str]:
    return [event.type for event in extract(SCENE + text, nlp=nlp).events]


@pytest.mark.parametrize(
    "who",
    [
        "The union's president, Mark Odell,",
        "Union leader Mark Odell",
        "The head of the charity, Mark Odell,",
        "Company boss Mark Odell",
        "Mark Odell, director of the institute,",
        "The secretary of the teachers' federation, Mark Odell,",
    ],
)
def test_heads_of_other_bodies_attack_nobody_in_the_house(nlp: Language, who: str) -> None:
    assert not types(nlp, f"{who} accused Mr Hale of contempt.")


@pytest.mark.parametrize(
    "who",
    [
        "Party leader Mark Odell",
        "The business secretary, Mark Odell,",
        "The Democratic Union leader, Mark Odell,",
        "The leader of the opposition, Mark Odell,",
    ],
)
def test_heads_of_parties_do(nlp: Language, who: str) -> None:
    assert types(nlp, f"{who} accused Mr Hale of contempt.") == ["attack"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Croft was expelled from the Labour Party in May. A spokesman said he had been expelled on Tuesday.", []),
        ("The Greens suspended Mr Croft from their party. He was suspended after a week of talks.", []),
        ("An MP was thrown out of his party over tweets. Mr Croft said that he had been thrown out on Monday.", []),
        ("Mr Croft was expelled from the Labour Party in May. He was expelled from the chamber on Tuesday.", ["ejection"]),
        ("Mr Croft was expelled from the Labour Party in May. He was thrown out on Tuesday by the Speaker.", ["ejection"]),
    ],
)
def test_who_was_put_out_of_a_party_is_meant_again(nlp: Language, text: str, told: list[str]) -> None:
    assert types(nlp, text) == told
