"""Whether a text plays in a sitting: a house that sits or erupts sets the scene as "in the House" does; a building does not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import document
from extract.types import Article

SITS = [
    "The Dáil sat on Tuesday.",
    "Parliament debated the bill on Tuesday.",
    "The Lok Sabha was adjourned on Tuesday.",
    "The Senate erupted on Tuesday.",
    "The Assembly was in uproar on Tuesday.",
    "Congress heard them out on Tuesday.",
    "Tempers frayed at Leaders' Questions on Tuesday.",
    "It came during a ministerial statement on Tuesday.",
]
DOES_NOT = [
    "Parliament is a fine building.",
    "The Dáil has a restaurant.",
    "The Senate candidate was late on Tuesday.",
    "The Assembly pays its cleaners badly.",
    "Congress leaders were in Perth on Tuesday.",
]


def sitting(nlp: Language, text: str) -> tuple[bool, bool]:
    read = document.read_document(Article("a", f"{text} Ms Hale accused Ann Poe of theft."), nlp=nlp)
    return read.sitting, read.staged


@pytest.mark.parametrize("text", SITS)
def test_a_house_that_sits_sets_the_scene(nlp: Language, text: str) -> None:
    assert sitting(nlp, text) == (True, True)


@pytest.mark.parametrize("text", DOES_NOT)
def test_a_house_that_is_only_named_does_not(nlp: Language, text: str) -> None:
    assert sitting(nlp, text) == (False, False)
