"""Surnames that are short titles too: who bears one is somebody, and who bears the title keeps the own name."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.test_reheading import acts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kakoli Sen heckled Ben Lind.", "Kakoli Sen"),
        ("Labour member Arun Sen heckled Ben Lind.", "Arun Sen"),
        ("Ashok Sen, of Labour, had been waiting. Mr Sen heckled Ben Lind.", "Ashok Sen"),
        ("Sen Ada Moss heckled Ben Lind.", "Ada Moss"),
        ("Labour Sen Ada Moss heckled Ben Lind.", "Ada Moss"),
        ("Democratic Sen. Ada Moss heckled Ben Lind.", "Ada Moss"),
    ],
)
def test_sen_is_a_name_or_a_title(nlp: Language, text: str, who: str) -> None:
    assert ("heckle", (who,), ("Ben Lind",)) in acts(nlp, text)


@pytest.mark.parametrize("bench", ["treasury bench", "ruling bench", "treasury benches"])
def test_a_bench_of_the_government_is_no_bench_of_the_opposition(nlp: Language, bench: str) -> None:
    text = f"The opposition MPs shouted at Ben Lind. Ada Moss then threw a book at the {bench}."
    assert ("scuffle", ("Ada Moss",), (bench,)) in acts(nlp, text)


@pytest.mark.parametrize("office", ["Leader of Majority", "Leader of Government Business", "Leader of the Minority"])
def test_who_leads_a_side_of_the_house_keeps_the_own_name(nlp: Language, office: str) -> None:
    assert ("heckle", ("Ben Lind",), ("Ada Moss",)) in acts(nlp, f"Ben Lind heckled {office} Ada Moss.")
