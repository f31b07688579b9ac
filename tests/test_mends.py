"""Who asks for a mend: a table by tag, label and word saves most of the asking and loses no mend."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import lexicon
from extract.grammar import mends
from extract.pieces import trees
from extract.tree import Doc

TEXTS = [example.text for rule in lexicon.rules() for example in rule.yes][::7]
TEXTS += ["The Speaker asked Tom Marlowe to withdraw it, which he duly did.", "A minute later Mr Marlowe called out again."]


def shape(doc: Doc) -> list[tuple[str, str, str, int, str]]:
    return [(t.text, t.tag_, t.pos_, t.head.i, t.dep_) for t in doc]


@pytest.fixture(scope="module")
def mended(nlp: Language) -> list[list[tuple[str, str, str, int, str]]]:
    docs = list(trees(TEXTS, nlp=nlp))
    for doc in docs:
        mends.retag(doc)
    return [shape(doc) for doc in docs]


def test_a_word_that_no_mend_is_for_would_not_be_changed_by_one(nlp: Language, mended: list[object]) -> None:
    """Were every mend asked of every word, the trees were the same."""
    for doc, told in zip(trees(TEXTS, nlp=nlp), mended, strict=True):
        for table in (mends.HEADS, mends.TAGS):
            for token in doc:
                for mend in table:
                    mend.put_right(token)
        assert shape(doc) == told, doc.text


def test_the_mends_change_some_of_them(nlp: Language, mended: list[object]) -> None:
    assert sum(shape(doc) != told for doc, told in zip(trees(TEXTS, nlp=nlp), mended, strict=True)) > 2


@pytest.mark.parametrize(
    ("tag", "label", "word", "asked"),
    [("VBG", "advcl", "shouting", True), ("VBG", "advcl", "shout", False), ("JJ", "advcl", "shouting", False)],
)
def test_a_mend_is_for_words_of_its_tags_and_ending(tag: str, label: str, word: str, asked: bool) -> None:
    assert mends.Mend(lambda token: None, tags={"VBG"}, ending="ing").is_for(tag, label, word) is asked
