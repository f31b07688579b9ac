"""Entries and cries without a verb: who is out, and from where a cry comes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.test_described import told


@pytest.mark.parametrize(
    "text",
    [
        "2.40pm: Tom Marlowe out for the day.",
        "14:32 - Tom Marlowe out of the chamber for two days.",
        "Carrow MP Tom Marlowe out for the rest of the sitting after calling the minister a crook.",
        "3.12 Tom Marlowe off for the afternoon.",
        "Tom Marlowe out of the House until Tuesday.",
    ],
)
def test_who_is_out_without_a_verb(nlp: Language, text: str) -> None:
    assert ("ejection", frozenset({"Speaker"}), frozenset({"Tom Marlowe"})) in told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "2.40pm: Tom Marlowe out and about in Carrow for the day.",
        "Tom Marlowe out of the race for the leadership.",
        "Tom Marlowe out for three weeks with a hamstring injury.",
        "Tom Marlowe set out for the day.",
        "The report is out for two weeks.",
    ],
)
def test_who_is_out_of_something_else_is_put_out_by_nobody(nlp: Language, text: str) -> None:
    assert not any(type == "ejection" for type, _, _ in told(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        'Ann Hale was speaking. "Go home!" from the Green benches.',
        'Ann Hale was speaking. A second later it was "Shame!" from the Green benches.',
        'Ann Hale got up to reply. "Rubbish!" from the Green benches.',
        'Ann Hale was speaking. At once "Sit down!" from the Green benches.',
        'Ann Hale was replying. "Resign!", from the Green benches.',
    ],
)
def test_a_cry_comes_from_somewhere_without_a_verb(nlp: Language, text: str) -> None:
    assert ("heckle", frozenset({"Green benches"}), frozenset({"Ann Hale"})) in told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        'Ann Hale was speaking. "Hear, hear!" from the Green benches.',
        'Ann Hale was speaking. She quoted "Peace now" from the book.',
        'Ann Hale was speaking. "Order!" from the Speaker.',
    ],
)
def test_a_cry_of_assent_or_of_the_chair_is_no_heckle(nlp: Language, text: str) -> None:
    assert not any(type == "heckle" for type, _, _ in told(nlp, text))


@pytest.mark.parametrize(
    "who",
    [
        "left half of the hemicycle",
        "right half of the chamber",
        "left side of the House",
        "right wing of the Assembly",
        "left side of the chamber",
    ],
)
def test_a_side_of_the_room_stands_for_those_who_sit_there(nlp: Language, who: str) -> None:
    assert ("walkout", frozenset({who}), frozenset()) in told(nlp, f"The {who} stood up and left.")


@pytest.mark.parametrize("what", ["left half of the page", "right edge of the road", "second half of the year"])
def test_a_side_of_something_else_stands_for_nobody(nlp: Language, what: str) -> None:
    assert not told(nlp, f"The {what} stood up and left.")
