"""The little language of phrases: owners, any word, gaps, forms of a word, one of several."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.grammar.phrases import holds, line


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("She soon had him on his way.", "on ~ way", True),
        ("It sent them on Mr Marlowe's way.", "on ~ way", True),
        ("It sent them on the way.", "on ~ way", False),
        ("Members were sent packing.", "=send packing", True),
        ("Members were sent packing.", "send packing", False),
        ("He asked for the Speaker's guidance.", "speaker's guidance", True),
        ("He rose on a point-of-order.", "point of order", True),
        ("He left the chamber.", "left the chamber|house", True),
        ("He left the lobby.", "left the chamber|house", False),
        ("He had the three of them thrown out.", "had ... thrown out", True),
        ("He had the three loud and rather silly men thrown out.", "had ... thrown out", False),
        ("He called it a sham.", "called _ a sham", True),
        ("The shamed man left.", "sham", False),
    ],
)
def test_a_phrase_is_found_where_it_stands(nlp: Language, text: str, phrase: str, found: bool) -> None:
    assert holds(line(nlp(text)), phrase) is found
