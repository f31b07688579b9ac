"""Of whom the clause tells that gives the reason of a putting out, or that tells during what a crowd jeered."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.test_reheading import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Speaker Joan Quill ordered Tom Marlowe out after she called Ann Hale a liar.", None),
        (
            "Speaker Ken Quill ordered Tom Marlowe out after he called Ann Hale a liar.",
            ("attack", ("Tom Marlowe",), ("Ann Hale",)),
        ),
        (
            "Speaker Ken Quill ordered the removal of Tom Marlowe after he accused Ann Hale of theft.",
            ("attack", ("Tom Marlowe",), ("Ann Hale",)),
        ),
        (
            "Speaker Ken Quill directed the ejection of Tom Marlowe from the floor when he shouted at Ann Hale.",
            ("heckle", ("Tom Marlowe",), ("Ann Hale",)),
        ),
        ("Marshals dragged out the protesters after they booed Ann Hale.", ("heckle", ("protesters",), ("Ann Hale",))),
        ("Green MPs jeered the protesters as they were removed.", ("ejection", ("Joan Quill",), ("protesters",))),
        ("Labour MPs booed Green MPs as they were ejected from the chamber.", ("ejection", ("Joan Quill",), ("Green MPs",))),
        ("Green MPs applauded the students while they were being carried out.", ("ejection", ("Joan Quill",), ("students",))),
    ],
)
def test_who_is_put_out_did_what_it_was_for(nlp: Language, text: str, wanted: tuple[object, ...] | None) -> None:
    told = acts(nlp, text)
    assert wanted in told if wanted else not any(who == ("Tom Marlowe",) for _, who, _ in told)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Green MPs shouted at the Speaker as they were dragged out.", "Green MPs"),
        ("Labour MPs sang as they were led out of the chamber.", "Labour MPs"),
        ("Labour MPs booed Ann Hale as they were led out.", "Labour MPs"),
    ],
)
def test_who_shouts_while_led_out_is_led_out(nlp: Language, text: str, whom: str) -> None:
    assert ("ejection", ("Joan Quill",), (whom,)) in acts(nlp, text)
