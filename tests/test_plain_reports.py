"""What wire copy, council reporters and dailies tell in plain words: an order defied, a warning, a title with its charge."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

QUILL = ["Joan Quill"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ada Moss called the cabinet member for planning, Cllr Ben Lind, a liar.", "Ben Lind"),
        ("Ada Moss called the minister for roads and transport, Ben Lind, a liar.", "Ben Lind"),
        ("Ada Moss accused the shadow secretary for health, Ben Lind, of lying.", "Ben Lind"),
        ("Ada Moss accused the portfolio holder for housing, Ben Lind, of lying.", "Ben Lind"),
        ("Ada Moss used her three minutes of public comment to call Ben Lind a liar.", "Ben Lind"),
        ("Ada Moss used the debate to accuse Ben Lind of lying.", "Ben Lind"),
    ],
)
def test_who_is_attacked_under_a_title_with_its_charge_and_with_what_time(nlp: Language, text: str, whom: str) -> None:
    assert acts(nlp, text) == [("attack", ["Ada Moss"], [whom])]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss defied the Speaker's order to leave the chamber.",
        "Ada Moss ignored an instruction to leave.",
        "Ada Moss refused to leave the chamber when ordered to do so.",
        "On the orders of the Speaker, Ada Moss was removed.",
        "At a signal from the Speaker, Ada Moss was led out by ushers.",
        "Ada Moss was given one more chance before the Speaker named her.",
        "The Speaker gave Ada Moss one more chance before naming her.",
    ],
)
def test_an_order_to_go_however_it_is_met(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == [("ejection", QUILL, ["Ada Moss"])]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss defied an order to leave the country.",
        "Ada Moss ignored the Speaker's request to leave the matter there.",
        "Ada Moss ignored a warning about the weather.",
        "Despite warnings from economists, Ada Moss spoke for the bill.",
        "Ada Moss did not agree with the walkout.",
        "Ada Moss was followed out by reporters.",
        "Approached by reporters, Ada Moss declined to comment.",
    ],
)
def test_what_is_no_act_of_a_sitting(nlp: Language, text: str) -> None:
    assert not acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "After repeated warnings from the Speaker, Ada Moss was ejected.",
        "Ada Moss was ejected after ignoring repeated warnings from the Speaker.",
        "Ada Moss was ejected after three warnings.",
        "Following two warnings, the Speaker ejected Ada Moss.",
    ],
)
def test_a_warning_that_goes_before(nlp: Language, text: str) -> None:
    assert {type for type, *_ in acts(nlp, text)} == {"intervention", "ejection"}
    assert all((who, whom) == (QUILL, ["Ada Moss"]) for _, who, whom in acts(nlp, text))


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Ben Lind walked out to condemn the ejection of Ada Moss by the Speaker.", QUILL),
        ("Ben Lind walked out to denounce the suspension of Ada Moss.", []),
        ("Ben Lind stormed out to protest the removal of Ada Moss by the Speaker.", QUILL),
    ],
)
def test_what_a_walkout_condemns_is_nothing_of_its_victim(nlp: Language, text: str, against: list[str]) -> None:
    found = acts(nlp, text)
    assert ("walkout", ["Ben Lind"], against) in found
    assert {type for type, *_ in found} == {"walkout", "ejection"}


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind moved that Ada Moss be suspended. The motion was carried.",
        "Ben Lind moved that Ada Moss be suspended for a week. The motion was adopted by voice vote.",
        "Ben Lind proposed that Ada Moss be expelled from the House. It was carried by 40 votes to 2.",
    ],
)
def test_a_motion_told_by_its_verb_and_carried_next(nlp: Language, text: str) -> None:
    found = acts(nlp, text)
    assert ("ejection", QUILL, ["Ada Moss"]) in found
    assert ("decision", [], ["Ada Moss"]) in found


def test_the_minority_members_are_a_side_of_the_house(nlp: Language) -> None:
    text = "Members jeered Ben Lind. When the House resumed, minority members trooped out singing."
    assert ("walkout", ["minority members"], []) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss called Ben Lind a liar. Ada Moss then left the chamber, followed by Cllrs Eve Hart and Joe Okoro.",
        "Ada Moss called Ben Lind a liar. Ada Moss stormed out, followed by Eve Hart and Joe Okoro.",
    ],
)
def test_who_follows_leaves_and_does_not_say_the_same(nlp: Language, text: str) -> None:
    found = acts(nlp, text)
    assert found[0] == ("attack", ["Ada Moss"], ["Ben Lind"])
    assert {type for type, *_ in found[1:]} == {"walkout"}
    assert {name for _, who, _ in found[1:] for name in who} == {"Ada Moss", "Eve Hart", "Joe Okoro"}
