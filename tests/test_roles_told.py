"""Of whom a point of order complains that speaks of how somebody spoke: whoever did, told just before it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts


@pytest.mark.parametrize(
    "text",
    [
        ("Ben Lind used the rest of his answer to attack the Greens. He called Cora Okoro a fraud and went on to the harbour for "
        "another five minutes, reading figures from a report of last spring. Ada Moss took a point of order on relevance."),
        ("Ben Lind branded Cora Okoro a liar. The benches behind him cheered for a while, and the clerk looked up at the clock "
        "above the door of the chamber. Ada Moss rose on a point of order about improper motives."),
    ],
)
def test_how_somebody_spoke_is_complained_of_whoever_spoke(nlp: Language, text: str) -> None:
    assert ("point_of_order", ["Ada Moss"], ["Ben Lind"]) in acts(nlp, text)


def test_what_has_nothing_to_do_with_how_anybody_spoke_is_of_nobody(nlp: Language) -> None:
    text = "Ben Lind rose. The harbour was next. Ada Moss raised a point of order about the air conditioning."
    assert ("point_of_order", ["Ada Moss"], []) in acts(nlp, text)
