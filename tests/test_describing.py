"""Verbs read as a description of who stands behind them, and groups led by somebody, with near misses of each."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.test_reheading import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Speaker directed the serjeant-at-arms to eject Moss. Ada Moss left.", ("ejection", ("Joan Quill",), ("Ada Moss",))),
        ("NDC MPs tore up the order paper and booed President Ken Moss.", ("heckle", ("NDC MPs",), ("Ken Moss",))),
        ("Labour MPs sang and jeered Prime Minister Moss.", ("heckle", ("Labour MPs",), ("Moss",))),
        (
            "DSP deputy Ali Okoro punched Workers' Party deputy Ben Lind, who had called the ruling party a disgrace.",
            ("scuffle", ("Ali Okoro",), ("Ben Lind",)),
        ),
        ("Labour senators led by Ada Moss jeered at Ben Lind.", ("heckle", ("Labour senators", "Ada Moss"), ("Ben Lind",))),
        ("Green members led by Ada Moss stormed out of the House.", ("walkout", ("Green members", "Ada Moss"), ())),
        (
            "As soon as the House met at noon, Labour members headed by Ada Moss trooped into the Well.",
            ("objection", ("Labour members", "Ada Moss"), ()),
        ),
        ("The opposition camp stormed out of the chamber.", ("walkout", ("opposition camp",), ())),
        ("Labour chairwoman Ada Moss called Ben Lind a liar.", ("attack", ("Ada Moss",), ("Ben Lind",))),
        ("Labour Party chairman Ben Lind walked out of the chamber in protest.", ("walkout", ("Ben Lind",), ())),
        ("Mr Okoro tendered an unconditional apology.", ("withdrawal", ("Okoro",), ())),
        ("Ms Moss rendered an apology to the House.", ("withdrawal", ("Moss",), ("House",))),
    ],
)
def test_reads_who_does_it_to_whom(nlp: Language, text: str, wanted: tuple[object, ...]) -> None:
    assert wanted in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Members thanked the clerk and suspended member Ada Moss.", "ejection"),  # she is no more than called so
        ("Labour was led by Ada Moss when it jeered.", "walkout"),
        ("The clerk spoke to the elected Ben Lind and honoured guests.", "heckle"),
        ("Opposition members demanded that Mr Lind tender an apology.", "withdrawal"),
        ("Mr Lind tendered his resignation.", "withdrawal"),
        ("The camp was far from the House.", "walkout"),
    ],
)
def test_reads_no_more_into_it(nlp: Language, text: str, type: str) -> None:
    assert type not in {done for done, _, _ in acts(nlp, text)}


def test_a_committees_chairman_presides_whatever_party_he_is_of(nlp: Language) -> None:
    text = "Republican Chairman Ben Lind ordered Ada Moss out of the hearing room."
    assert ("ejection", ("Ben Lind",), ("Ada Moss",)) in acts(nlp, text)
