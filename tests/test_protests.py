"""What a protest names as its ground came before it, in whatever order both are told."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract


@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("Ms Hale objected to a ruling by the Speaker that she was out of order.", "ruling", "objection"),
        ("Green MPs protested against the decision. The Speaker had ruled Ms Hale out of order.", "ruling", "objection"),
        ("Labour MPs walked out in protest at the suspension. The Speaker suspended Ms Hale for a day.", "ejection", "walkout"),
        ("Mr Okoro objected to the expulsion of Ms Hale, whom the Speaker had ordered out.", "ejection", "objection"),
    ],
)
def test_the_ground_of_a_protest_comes_first(nlp: Language, text: str, first: str, then: str) -> None:
    story = extract(f"The House met on Tuesday under Speaker Joan Quill. {text}", nlp=nlp)
    ranks = {event.type: event.rank for event in story.events}
    assert ranks[first] < ranks[then]


@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("Green MPs protested against the bill. The Speaker then ruled Ms Hale out of order.", "objection", "ruling"),
        ("Labour MPs walked out over the tax. The Speaker later suspended Ms Hale for five days.", "walkout", "ejection"),
    ],
)
def test_a_protest_at_something_else_stays_where_it_is_told(nlp: Language, text: str, first: str, then: str) -> None:
    test_the_ground_of_a_protest_comes_first(nlp, text, first, then)
