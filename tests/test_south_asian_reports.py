"""What dailies and agencies of South Asia tell: the well, rupees with a stop, plurals with a capital, parties by their owners."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
from tests.acts import acts

QUILL = ["Joan Quill"]


@pytest.mark.parametrize(
    "text",
    [
        "Joan Quill reminded the House that Rs. 102 crore had been promised.",
        "Ada Moss spent Rs. 2,300 lakh on it and Shs. 500 on the rest.",
        "Ada Moss rose under Art. 14 of the rules and cited No. 5 of them.",
        "The bill was moved by Lt. Col. Ben Lind.",
    ],
)
def test_a_short_form_ends_no_sentence(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 1


@pytest.mark.parametrize("text", ["Ada Moss said no. 40 members left.", "Ada Moss thanked Ben Lind. 12 others left."])
def test_a_number_may_open_a_sentence(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Moss shouted at Ben Lind. Sittings were suspended for 20 minutes.", []),
        ("Ada Moss shouted at Ben Lind. The Speaker suspended Sittings till noon.", QUILL),
    ],
)
def test_a_plural_of_business_is_nobody(nlp: Language, text: str, expected: list[str]) -> None:
    found = acts(nlp, text)
    assert ("adjournment", expected, []) in found
    assert "ejection" not in {type for type, *_ in found}


def test_hers_is_no_name(nlp: Language) -> None:
    text = "Ben Lind said that a woman had died. Hers was the third such death. He accused Ada Moss of lying."
    assert acts(nlp, text) == [("attack", ["Ben Lind"], ["Ada Moss"])]


@pytest.mark.parametrize(
    "text",
    [
        "The bill was introduced by Finance Minister Ben Lind amid protests.",
        "Ben Lind read the budget amid uproar.",
        "The papers were laid by Ada Moss amid the din.",
        "The statement, in reply to an adjournment motion, failed to satisfy Ada Moss.",
        "Ada Moss said that families in the north who had no power were the worst hit.",
        "There was no quorum and the Speaker adjourned the House.",
        "Sixty members were present, 18 fewer than required, and the House was adjourned.",
        "Ada Moss did well and threw a party.",
    ],
)
def test_what_only_looks_like_an_act(nlp: Language, text: str) -> None:
    assert not acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour MPs stormed the well and threw papers at Ben Lind.", ("scuffle", ["Labour MPs"], ["Ben Lind"])),
        ("Ada Moss rushed to the well and threw papers at Ben Lind.", ("scuffle", ["Ada Moss"], ["Ben Lind"])),
        ("Labour MPs entered the well and shouted at Ben Lind.", ("heckle", ["Labour MPs"], ["Ben Lind"])),
        ("Pleas by the Speaker to Labour MPs to resume their places went unheeded.", ("intervention", QUILL, ["Labour MPs"])),
        ("The chair asked Ada Moss to confine herself to the question.", ("intervention", QUILL, ["Ada Moss"])),
        ("The Speaker asked Ada Moss to express regret.", ("ruling", QUILL, ["Ada Moss"])),
        ("Ada Moss pointed out that the House was not in quorum.", ("point_of_order", ["Ada Moss"], [])),
        ("A no-trust motion against Ben Lind, signed by Ada Moss, was handed over on Monday.", None),
    ],
)
def test_plain_words_of_the_room(nlp: Language, text: str, expected: tuple[str, list[str], list[str]] | None) -> None:
    assert (expected or ("no_confidence_request", ["Ada Moss"], ["Ben Lind"])) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss tore up the bill and flung it at Ben Lind.",
        "Ada Moss climbed on to the table, ripped up her copy and hurled the pieces at Ben Lind.",
    ],
)
def test_getting_ready_to_throw_is_no_act_beside_the_throw(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == [("scuffle", ["Ada Moss"], ["Ben Lind"])]


def test_who_is_in_a_scuffle_that_ensues(nlp: Language) -> None:
    found = acts(nlp, "Ada Moss called Ben Lind a thief. Ben Lind crossed to the Labour benches and a tussle ensued.")
    assert [set(who) == set(whom) == {"Ada Moss", "Ben Lind"} for type, who, whom in found if type == "scuffle"] == [True]


def test_a_scuffle_of_nobody_stays_so(nlp: Language) -> None:
    assert ("scuffle", [], []) in acts(nlp, "Ada Moss spoke of roads. A brawl broke out.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Labour's Ada Moss said her party would soon move a no-confidence motion against Ben Lind.", "planned"),
        ("Ada Moss shouted at Ben Lind. She would later walk out.", "happened"),
    ],
)
def test_what_is_said_to_come_is_planned(text: str, status: str) -> None:
    story = extract("The Speaker took the chair in Parliament at two.\n\n" + text)
    assert [e.status for e in story.events if e.type in {"no_confidence_request", "walkout"}] == [status]


def test_whose_party_his_party_is(nlp: Language) -> None:
    text = "Labour's Ada Moss shouted at Ben Lind. She said her party would move a no-confidence motion against him."
    assert ("no_confidence_request", ["Labour"], ["Ben Lind"]) in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The order angered the Greens and the whip, Ada Moss, stormed out of the chamber.", ("walkout", ["Ada Moss"], [])),
        ("Ben Lind jeered at Eve Hart and the whip, Ada Moss, called him a liar.", ("attack", ["Ada Moss"], ["Ben Lind"])),
        ("Ada Moss, their deputy parliamentary leader, called Ben Lind a liar.", ("attack", ["Ada Moss"], ["Ben Lind"])),
    ],
)
def test_who_acts_behind_a_list_or_with_whose_deputy_he_is(
    nlp: Language, text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in acts(nlp, text)


def test_others_who_follow_are_no_part_of_those_who_left() -> None:
    text = "Opposition members left the chamber in protest. JVP members followed."
    story = extract("JVP walk out\n\nThe Speaker took the chair in Parliament at two.\n\n" + text)
    assert sum(e.type == "walkout" for e in story.events) == 2


def test_a_day_told_back_to_front_goes_back_once() -> None:
    text = (
        "The House was adjourned until Friday in uproar.\n\nAda Moss called Ben Lind a liar.\n\n"
        "Ben Lind raised a point of order.\n\nThe Speaker ordered Ada Moss to leave the chamber."
    )
    story = extract("The Speaker took the chair in Parliament at two.\n\n" + text)
    order = [e.type for e in sorted(story.events, key=lambda e: e.rank)]
    assert order == ["attack", "point_of_order", "ejection", "adjournment"]


def test_how_often_says_who_adjourned_it() -> None:
    text = (
        "Joan Quill had to adjourn the House twice.\n\nLabour MPs shouted at Ben Lind, and the House was adjourned till noon.\n\n"
        "When it met again, they shouted at Ben Lind and the House was adjourned till 3 pm."
    )
    story = extract("Speaker Joan Quill took the chair in Parliament at two.\n\n" + text)
    assert [len(e.actors) for e in story.events if e.type == "adjournment"] == [1, 1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Joan Fields rose. Later Fields was ejected by the Speaker.", "Joan Fields"),
        ("Simon Bridges rose. Yesterday Bridges was thrown out of the House.", "Simon Bridges"),
        ("Mr Banks spoke. The Speaker then ejected Banks.", "Banks"),
        ("Joe Parks jeered. The Speaker suspended Parks for a day.", "Joe Parks"),
    ],
)
def test_a_plural_with_a_capital_is_somebody_whom_the_article_names_so(nlp: Language, text: str, who: str) -> None:
    assert who in [sufferer for kind, _, sufferers in acts(nlp, text) for sufferer in sufferers if kind == "ejection"]


@pytest.mark.parametrize("many", ["Twenty-one members", "Seventy-six senators", "Thirty-two Labour MPs", "Ninety-nine MPs"])
def test_a_number_of_two_words_is_one(nlp: Language, many: str) -> None:
    assert ("walkout", [many], []) in acts(nlp, f"{many} walked out of the House.")


@pytest.mark.parametrize("noise", ["Jeers", "Boos", "Shouts", "Catcalls"])
def test_noises_that_could_be_heard_were_made(nlp: Language, noise: str) -> None:
    told = acts(nlp, f"{noise} could be heard from Labour MPs when Ben Lind rose.")
    assert [(kind, doers) for kind, doers, _ in told] == [("heckle", ["Labour MPs"])]
