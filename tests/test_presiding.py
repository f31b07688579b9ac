"""Who presides where no title says so."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, mentions
from extract.naming import Cast
from extract.types import Article


def cast(nlp: Language, text: str) -> Cast:
    made = document.read_document(Article("a1", text), nlp=nlp)
    return actors.resolve(mentions.find_mentions(made), made)


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker came late to Parliament. Ann Quill adjourned the sitting.",
        "Ann Quill is a Speaker who seldom raises her voice. The Speaker did so on Monday in Parliament.",
        'Tom Marlowe would not sit in Parliament. "I am cutting you off," Ann Quill told him. The Speaker left.',
        "Ann Quill called Tom Marlowe to order in Parliament. The Speaker was not amused.",
        "It would go the same way, said Ann Quill, who was in the chair. The Speaker of Parliament was ill.",
    ],
    ids=["adjourns", "is a Speaker", "says so", "calls to order", "in the chair"],
)
def test_whoever_does_what_only_a_chair_does_presides(nlp: Language, text: str) -> None:
    found = cast(nlp, text)
    assert [found.get(id).name for id in found.chairs] == ["Ann Quill"]


@pytest.mark.parametrize(
    "text",
    [
        "Speaker Joe Okoro sat. Ann Quill wanted the word taken back in Parliament.",
        "The Speaker sat in Parliament. Ann Quill wanted the word taken back.",
        "The Speaker sat in Parliament. Ann Quill put the question to the Speaker.",
        'The Speaker sat. "The House stands adjourned far too often," Ann Quill said in Parliament.',
        "The Speaker sat in Parliament. Prime Minister Ann Quill adjourned the debate and called for order.",
        "The Speaker sat in Parliament. Ann Quill called Tom Marlowe to order, and Tom Marlowe called Ann Quill to order.",
    ],
    ids=[
        "a Speaker is named",
        "one weak act",
        "what is put to the chair",
        "one word that others say",
        "a minister",
        "two of them",
    ],
)
def test_in_doubt_nobody_presides(nlp: Language, text: str) -> None:
    found = cast(nlp, text)
    assert "Ann Quill" not in {found.get(id).name for id in found.chairs}
