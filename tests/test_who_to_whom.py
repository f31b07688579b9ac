"""Who did it to whom where no name says so: a "he" who is charged, both of them, the latter, the Opposition member, her MPs."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

SPEAKER = ["Joan Quill"]


def roles(nlp: Language, text: str) -> tuple[str, list[str], list[str]]:
    """The last act that a text tells."""
    return acts(nlp, text)[-1]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kofi Okoro rose. Lind Barua said he was a liar.", ["Kofi Okoro"]),
        ("Kofi Okoro spoke first. Lind Barua termed the reply a lie and said he should be ashamed of himself.", ["Kofi Okoro"]),
        ("Kofi Okoro read out the figures. Lind Barua claimed he was a fraud.", ["Kofi Okoro"]),
        ("Tomasi Vula answered. Semi Kini said he was a disgrace to the House.", ["Tomasi Vula"]),
        ("Tomasi Vula answered. Semi Kini alleged he was a thief.", ["Tomasi Vula"]),
    ],
)
def test_who_charges_is_not_the_one_charged(nlp: Language, text: str, whom: list[str]) -> None:
    assert roles(nlp, text)[0] == "attack"
    assert roles(nlp, text)[2] == whom


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Okoro rose. Lind Barua said he had not lied.",
        "Kofi Okoro rose. Lind Barua said he was tired.",
        "Kofi Okoro rose. Lind Barua said he had been called a liar.",
        "Babu Rao told Lind Barua that her place was in the kitchen when she asked for her figures. He sat down.",
    ],
)
def test_what_one_says_of_oneself_charges_nobody(nlp: Language, text: str) -> None:
    assert not [whom for type, _, whom in acts(nlp, text) if type == "attack" and "Kofi Okoro" in whom]


@pytest.mark.parametrize(
    "text",
    [
        "She ordered Kofi Okoro to leave. He would not budge. She had him removed.",
        "She asked the MP for Carrow, Kofi Okoro, to retract. When he did not, he was barred for two days.",
        "She told Kofi Okoro to sit down. He would not sit. He was thrown out.",
        "She instructed Kofi Okoro to withdraw. He did not oblige. He was thrown out.",
        "She warned Kofi Okoro. He persisted and was ejected.",
    ],
)
def test_who_is_told_to_do_something_is_who_would_not(nlp: Language, text: str) -> None:
    assert ("ejection", SPEAKER, ["Kofi Okoro"]) in acts(nlp, text)


TWO = "Ann Hale yelled at Kim Lind. He yelled back. "


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker ordered the two out of the chamber.",
        "The Speaker sent both of them out all the same.",
        "The two of them were thrown out.",
        "The Speaker named the two MPs.",
        "The Speaker threw the pair out.",
        "The Speaker suspended them both.",
        "The two lawmakers were then ejected.",
    ],
)
def test_both_of_them_are_two(nlp: Language, text: str) -> None:
    assert roles(nlp, TWO + text) == ("ejection", SPEAKER, ["Ann Hale", "Kim Lind"])


def test_who_complains_of_both_is_neither(nlp: Language) -> None:
    told = roles(nlp, TWO + "Guy Lent rose on a point of order to complain about both of them.")
    assert told == ("point_of_order", ["Guy Lent"], ["Ann Hale", "Kim Lind"])


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker named two MPs.",
        "Two of them were thrown out.",
        "Three others shouted too. The Speaker ordered those three out.",
        "Guy Lent of Labour joined in. The Speaker threw the four out.",
        "The two sides were then called to order.",
    ],
)
def test_two_others_are_not_the_two(nlp: Language, text: str) -> None:
    before = acts(nlp, TWO)
    assert all(whom != ["Ann Hale", "Kim Lind"] for _, _, whom in acts(nlp, TWO + text)[len(before) :])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Hale attacked Kim Lind. The latter was then thrown out.", ("ejection", SPEAKER, ["Kim Lind"])),
        ("Ann Hale and Kim Lind rose. Ben Moss called the latter a clown.", ("attack", ["Ben Moss"], ["Kim Lind"])),
        ("Ann Hale and Kim Lind rose. Ben Moss called the former a clown.", ("attack", ["Ben Moss"], ["Ann Hale"])),
        ("Ann Hale called Kim Lind a liar. The former was then thrown out.", ("ejection", SPEAKER, ["Ann Hale"])),
        ("Ann Hale accused Kim Lind of fraud. Ben Moss accused the latter of theft.", ("attack", ["Ben Moss"], ["Kim Lind"])),
    ],
)
def test_one_of_two(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert roles(nlp, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale, Kim Lind and Guy Lent rose. Ben Moss called the latter a clown.",
        "Ann Hale rose. In the latter part of the day Ben Moss called a minister a clown.",
        "Ann Hale and Kim Lind rose. Ben Moss called the former minister a clown.",
    ],
)
def test_of_three_none_is_the_latter(nlp: Language, text: str) -> None:
    assert not [whom for _, _, whom in acts(nlp, text) if {"Ann Hale", "Kim Lind"} & set(whom)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The minister, Joan Moss, stopped and turned to Semi Kini. She called the Opposition member a liar.",
         ("attack", ["Joan Moss"], ["Semi Kini"])),
        ("Emmanuel Buah was up in a flash. The NDC's deputy leader asked for a quorum count.",
         ("point_of_order", ["Emmanuel Buah"], [])),
        ("She asked Doug Ferrier to apologise. The Conservative refused and was thrown out.",
         ("ejection", SPEAKER, ["Doug Ferrier"])),
        ("Winston Tahi lost his temper. The NZ First leader called the minister, Ben Moss, a liar.",
         ("attack", ["Winston Tahi"], ["Ben Moss"])),
        ("Beth Poe faced Guy Lent. She called the Labour MP a clown.", ("attack", ["Beth Poe"], ["Guy Lent"])),
    ],
)  # fmt: skip
def test_a_rank_comes_back_to_the_one_told_of(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert roles(nlp, text) == told


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Zoe Moss sat down. Mr Lent called the Callide MP a liar.", "Zoe Moss"),
        ("Zoe Moss and Kim Bono yelled. Ann Hale called the Green MP a clown.", "Zoe Moss"),
        ("Labour MP Zoe Moss sat down. The Green MP called the minister, Ben Lind, a liar.", "Zoe Moss"),
        ("The minister, Zoe Moss, sat down. The Opposition member called Ben Lind a liar.", "Zoe Moss"),
    ],
)
def test_a_rank_is_not_somebody_else(nlp: Language, text: str, nobody: str) -> None:
    assert all(nobody not in (*who, *whom) for type, who, whom in acts(nlp, text) if type == "attack")


@pytest.mark.parametrize(
    "text",
    [
        "She had Ann Hale removed. Labour MPs walked out in protest at her ejection.",
        "She had Ann Hale removed. Labour MPs staged a walkout against the decision.",
        "She had Ann Hale removed. Labour MPs staged a walkout over the removal.",
        "She had Ann Hale removed. Labour MPs walked out, claiming that the Speaker was biased.",
        "She had Ann Hale removed. Labour MPs left the chamber, telling the presiding officer that she was a disgrace.",
        "She ruled the motion out of order. Labour MPs walked out in protest at the ruling.",
    ],
)
def test_a_walkout_against_what_the_chair_did_is_against_the_chair(nlp: Language, text: str) -> None:
    assert ("walkout", ["Labour MPs"], SPEAKER) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "She had Ann Hale removed. Labour MPs walked out in protest at the budget.",
        "She had Ann Hale removed. Labour MPs walked out in protest.",
        "She had Ann Hale removed. Labour MPs walked out, saying that the budget was a disgrace.",
        "Labour MPs walked out over the removal of a statue.",
    ],
)
def test_a_walkout_against_something_else_is_against_nobody(nlp: Language, text: str) -> None:
    assert ("walkout", ["Labour MPs"], []) in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She had Green MP Ann Hale removed. Her colleagues staged a walkout.", ("walkout", ["Green MPs"], [])),
        ("The Jan Sewa Dal (JSD) fumed. JSD member Lata Rao was removed. Her party colleagues staged a walkout.",
         ("walkout", ["JSD MPs"], [])),
        ("Losing her patience, the Speaker had Kofi Okoro removed.", ("ejection", SPEAKER, ["Kofi Okoro"])),
        ("Kofi Okoro attacked Labour, describing his opponents as liars.", ("attack", ["Kofi Okoro"], ["Labour"])),
        ("For that Mr Okoro was jeered from the Labour backbenches.", ("heckle", ["Labour backbenches"], ["Okoro"])),
        ("Okello Banda rounded on Peter Lent. He called him a liar.", ("attack", ["Okello Banda"], ["Peter Lent"])),
    ],
)  # fmt: skip
def test_whose_people_and_who_goes_on(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert roles(nlp, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A lawmaker of the opposition was thrown out on Tuesday.\n\nKim Rao called the minister a liar. Ms Rao was thrown out.",
        "A Conservative was thrown out on Tuesday.\n\nThe Speaker asked Kim Rao to apologise. She then threw Kim Rao out.",
        "One of its members was thrown out on Tuesday.\n\nKim Rao called the minister a liar. Kim Rao was thrown out.",
    ],
)
def test_whom_a_lead_describes_is_whom_the_body_names(nlp: Language, text: str) -> None:
    assert [whom for type, _, whom in acts(nlp, text) if type == "ejection"] == [["Kim Rao"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rana Asif Mehmood rose. Mr Mehmood called the minister, Ben Lind, a liar.", "Rana Asif Mehmood"),
        ("Shannon Poe rose. Mr Poe called the minister, Ben Lind, a liar.", "Shannon Poe"),
        ("Mr Tom Hale and Ms Ann Hale rose. Ms Hale called the minister, Ben Lind, a liar.", "Ann Hale"),
    ],
)
def test_a_title_goes_before_what_a_given_name_tells(nlp: Language, text: str, who: str) -> None:
    assert ("attack", [who], ["Ben Lind"]) in acts(nlp, text)


def test_named_people_have_people(nlp: Language) -> None:
    text = "Ann Pritchard-Rees (Labour) rose. Pritchard-Rees's party colleagues walked out."
    assert roles(nlp, text) == ("walkout", ["Labour MPs"], [])


@pytest.mark.parametrize("text", ["Ann Hale was heckled from all sides.", "Ann Hale was heckled from the moment she rose."])
def test_nobody_is_named_who_heckled(nlp: Language, text: str) -> None:
    assert all(who == [] for type, who, _ in acts(nlp, text) if type == "heckle")


def test_a_surname_before_another_of_it_is_told_of(nlp: Language) -> None:
    text = "Albert Chan Wai-yip rose. Chan called the minister, Ben Moss, a liar. Raymond Chan Chi-chuen sat."
    assert ("attack", ["Albert Chan Wai-yip"], ["Ben Moss"]) in acts(nlp, text)
