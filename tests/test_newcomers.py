"""Those whom the press names in ways of its own: the parties of a side, one of a crowd, a patronymic."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Opposition parties submitted a motion of no confidence in Ben Lind.",
            ("no_confidence_request", ["Opposition parties"]),
        ),
        ("The ruling parties accused Ben Lind of lying.", ("attack", ["ruling parties"])),
        ("All opposition groups walked out of the chamber.", ("walkout", ["opposition groups"])),
    ],
)
def test_the_parties_of_a_side_act(nlp: Language, text: str, wanted: tuple[str, list[str]]) -> None:
    assert [(kind, who) for kind, who, _ in acts(nlp, text)] == [wanted]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rhun ap Gwilym was ordered to leave the chamber.", 1),
        ("Labour's Huw ap Rhys was thrown out of the chamber.", 1),
        ("Green member Ifan ap Dafydd was ejected.", 1),
        ("Visitors bought an app.", 0),
    ],
)
def test_a_patronymic_makes_a_name(nlp: Language, text: str, count: int) -> None:
    assert [kind for kind, _, _ in acts(nlp, text)] == ["ejection"] * count


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One protester shouted at Ben Lind.", ["protester"]),
        ("The Speaker ejected one heckler.", ["heckler"]),
        ("Ben Lind shouted at one visitor in the gallery.", ["visitor"]),
    ],
)
def test_one_of_a_crowd_is_somebody(nlp: Language, text: str, who: list[str]) -> None:
    assert any(who in (doers, targets) for _, doers, targets in acts(nlp, text))


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Rhun ap Gwilym rose. The Speaker told Mr ap Gwilym to leave the chamber.", "Rhun ap Gwilym"),
        ("The Speaker ejected Ms van der Berg.", "van der Berg"),
        ("Labour MPs heckled Dr bin Salleh.", "bin Salleh"),
    ],
)
def test_a_surname_may_open_with_a_particle_behind_its_title(nlp: Language, text: str, whom: str) -> None:
    assert [targets for _, _, targets in acts(nlp, text)] == [[whom]]
