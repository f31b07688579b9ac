"""Who "they", "his side", "those who had left" and "the Leader" are, and whose act a participle or a list of names tells."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

LEAVES = "The opposition walked out of the chamber. "


def of_type(nlp: Language, text: str, type: str) -> list[tuple[list[str], list[str]]]:
    """Doers and sufferers of the acts of one type."""
    return [(doers, sufferers) for kind, doers, sufferers in acts(nlp, text) if kind == type]


@pytest.mark.parametrize(
    "text",
    [
        "The Opposition Leader, Ada Moss, protested at the ruling before leading her side to the exit.",
        "Opposition Whip Ada Moss spoke against it, then led her whole side out of the chamber.",
        "The Leader of the Opposition, Ada Moss, protested, taking her colleagues with her.",
        "Shadow minister Ada Moss protested and led her benches out of the chamber.",
        "Minority Leader Ada Moss protested at this and led her own side through the doors.",
    ],
)
def test_whose_side_an_office_names(nlp: Language, text: str) -> None:
    ((doers, _),) = of_type(nlp, text, "walkout")
    assert doers[0] == "Ada Moss"
    assert "opposition" in doers[1].lower()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss protested, before leading her side through the bill clause by clause.",
        "The Opposition Leader, Ada Moss, led her side to victory at the polls.",
        "Reporters followed Ada Moss through the doors.",
        "The Speaker warned Ada Moss. A jeer followed her to the door.",
        "Opposition Whip Ada Moss led her side in prayer.",
    ],
)
def test_sides_that_go_nowhere(nlp: Language, text: str) -> None:
    assert not of_type(nlp, text, "walkout")


@pytest.mark.parametrize(
    "text",
    [
        LEAVES + 'Ben Lind took the floor and described those who had left as "hired clowns".',
        LEAVES + "Ben Lind called those who had walked out traitors.",
        LEAVES + "Ben Lind accused those who had left of cowardice.",
        LEAVES + "Ben Lind denounced those who walked out as wreckers.",
        LEAVES + "Ben Lind branded those who had stormed out cowards.",
    ],
)
def test_those_who_have_gone(nlp: Language, text: str) -> None:
    ((doers, sufferers),) = of_type(nlp, text, "attack")
    assert doers == ["Ben Lind"]
    assert [name.lower().split()[-1] for name in sufferers] == ["opposition"]


@pytest.mark.parametrize(
    "text",
    [
        LEAVES + "Ben Lind thanked those who had stayed.",
        LEAVES + "Ben Lind spoke of those who left school early.",
        "Ben Lind accused those who pay no tax of theft.",
    ],
)
def test_those_of_whom_nothing_was_told(nlp: Language, text: str) -> None:
    assert not [row for row in of_type(nlp, text, "attack") if row[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Opposition MPs walked out of the House on Tuesday, accusing Ben Lind of bias.",
        "Labour MPs left the chamber in protest, blaming Ben Lind for the delay.",
        "Green MPs abandoned the House yesterday, the third time this year, accusing Ben Lind of hiding the report.",
        "Opposition senators stormed out of the sitting, accusing Ben Lind of a whitewash.",
        "Ada Moss stormed out of the chamber, accusing Ben Lind of silencing her.",
    ],
)
def test_the_reason_of_a_walkout_is_no_act_beside_it(nlp: Language, text: str) -> None:
    ((type, _, sufferers),) = acts(nlp, text)
    assert (type, sufferers) == ("walkout", ["Ben Lind"])


@pytest.mark.parametrize(
    "text",
    [
        'Labour MPs walked out of the chamber, calling Ben Lind "a crook".',
        "Ada Moss stormed out, branding Ben Lind a liar and a cheat.",
        "Green MPs walked out, with Ada Moss accusing Ben Lind of bias.",
        "Ada Moss accused Ben Lind of theft before storming out of the chamber.",
    ],
)
def test_insults_on_the_way_out_are(nlp: Language, text: str) -> None:
    assert {type for type, _, _ in acts(nlp, text)} == {"attack", "walkout"}


@pytest.mark.parametrize(
    "text",
    [
        "Opposition Leader Ada Moss rose on a point of order. The Speaker ordered the Leader out of the chamber.",
        "The Leader of the Opposition, Ada Moss, called Ben Lind a liar. The Leader was thrown out by the Speaker.",
        "Majority Leader Ada Moss called Ben Lind a crook. The Leader was ordered out of the House.",
    ],
)
def test_the_leader(nlp: Language, text: str) -> None:
    assert of_type(nlp, text, "ejection") == [(["Joan Quill"], ["Ada Moss"])]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Ada Moss got up and left. Labour MPs followed her through the doors.", {"Ada Moss", "Labour MPs"}),
        ("The Speaker ordered Ada Moss to leave. Green MPs followed her to the exit.", {"Green MPs"}),
        ("The Speaker ejected Ada Moss. Labour senators followed her out of the chamber.", {"Labour senators"}),
        ("Ada Moss got up and left. Green MPs followed their leader out.", {"Ada Moss", "Green MPs"}),
    ],
)
def test_who_goes_behind_whom(nlp: Language, text: str, doers: set[str]) -> None:
    assert doers <= {doer for row in of_type(nlp, text, "walkout") for doer in row[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A motion of no confidence in the Premier was passed by 43 votes to 40.", ("decision", [], ["Premier"])),
        ("A motion of no confidence in Ben Lind was handed to the clerk.", ("no_confidence_request", [], ["Ben Lind"])),
        ("Opposition members withdrew this evening in protest.", ("walkout", ["Opposition members"], [])),
        ("Opposition members withdrew that day from the chamber in protest.", ("walkout", ["Opposition members"], [])),
        ("Ada Moss led her colleagues to the door in protest.", ("walkout", ["Ada Moss", "colleagues"], [])),
        ("Mayor Ben Lind called residents who had come to the meeting liars.", ("attack", ["Ben Lind"], ["residents"])),
        ("Ben Lind accused the nurses in the public gallery of shouting.", ("attack", ["Ben Lind"], ["nurses"])),
        ("Ben Lind accused parents at the meeting of racism.", ("attack", ["Ben Lind"], ["parents"])),
        ("Ben Lind threw a shoe at the podium.", ("scuffle", ["Ben Lind"], [])),
        ("Green MPs walked out. Ben Lind attacked the ministers who left early.", ("attack", ["Ben Lind"], ["ministers"])),
        (
            "Members of Labour rose in protest against the Speaker, who yelled back at them.",
            ("objection", ["Members of Labour"], ["Joan Quill"]),
        ),
    ],
)
def test_what_words_of_the_room_still_tell(nlp: Language, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in acts(nlp, text)


def test_a_motion_that_is_passed_is_decided(nlp: Language) -> None:
    text = "Ada Moss moved a motion of no confidence in the Premier. The motion was passed by 43 votes to 40."
    assert [row[:2] for row in acts(nlp, text)] == [("no_confidence_request", ["Ada Moss"]), ("decision", [])]


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker ejected Ada Moss. The minister's eyes followed her to the door.",
        "The Speaker ejected Ada Moss. Ben Lind's jeers followed her to the door.",
        "The Speaker ejected Ada Moss and Eve Hart. Jeers from the Greens followed them to the exit.",
        "The Speaker ejected Ada Moss. The clerk followed her to the door.",
        "Green MPs followed the mayor to the door, shouting at him.",
    ],
)
def test_what_follows_somebody_out_but_does_not_go(nlp: Language, text: str) -> None:
    assert not of_type(nlp, text, "walkout")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss heckled Ben Lind. A brawl erupted when guards tried to move the protesters.",
        "Ada Moss heckled Ben Lind. In the corridor two reporters were arguing and a scuffle broke out.",
        "Ada Moss heckled Ben Lind. On Thursday the council met again and there was a brawl.",
        "Ada Moss heckled Ben Lind.\n\nA brawl erupted.",
    ],
)
def test_a_scuffle_of_others_or_of_another_time(nlp: Language, text: str) -> None:
    assert of_type(nlp, text, "scuffle") == [([], [])]


@pytest.mark.parametrize(
    "office", ["Shadow local government minister", "Local government spokesman", "Local Government Minister"]
)
def test_a_charge_puts_nobody_on_a_side(nlp: Language, office: str) -> None:
    ((doers, _),) = of_type(nlp, f"{office} Ada Moss was heckled. Her colleagues walked out.", "walkout")
    assert "government" not in doers[0].lower()


def test_those_who_left_another_place(nlp: Language) -> None:
    assert not of_type(nlp, "Staff left the building at six. Ben Lind called those who had gone home lazy.", "attack")
