"""Ordinary news of politicians in a row's own words: nothing of it is an act, wherever a House sits."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

RULED = ("ruling", ["Joan Quill"], [])


@pytest.mark.parametrize(
    "text",
    [
        "A fresh adjournment debate was held on schools.",
        "Members hope for another recess that runs to September.",
        "A break of ten minutes allowed members to stretch their legs.",
        "The House lost an hour on Monday as the lights failed.",
        "The Senate paused its work for a moment of silence.",
        "The Speaker sent members out for air when the fire alarm rang.",
        "The Speaker appealed to members to give generously to the flood appeal.",
        "Members were told to be brief as the House had many bills.",
        '"We will be out by noon," the Speaker said.',
        '"You have one last chance to buy tickets," the Speaker said.',
        '"I am not finished with this bill," the Speaker said.',
        "A second caution in the report concerned the price of oil.",
        "The Speaker asked that the papers be tabled before Friday.",
        "The Speaker said there would be a recount in Perth.",
        "The Speaker said the bill came too late for this session.",
        "Ben Lind informed the Speaker that he had made a donation.",
        "Labour MPs slapped the table and laughed at the joke.",
        "Labour MPs hit the table running.",
        "Ben Lind took issue with the wording of clause 4 of the bill.",
        "Conservatives defied the Speaker on the spending deal.",
        "The council voted to put the parade off until next week.",
        "Ada Moss said she was a fool to trust the bank.",
        "Ada Moss said she was a liar as a child.",
        "The minister said the police backed her and that it would be negligent to ignore them.",
        "Party president Ada Moss and Ben Lind filed their nominations for the polls to the House from the state.",
        "A section of the party has put out inflated figures about the seats.",
    ],
)
def test_nothing_is_told(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind disagreed with the farm lobby on wheat.",
        "Ben Lind insisted on the need for a new hospital.",
        "Ben Lind argued that wheat was cheap and Ada Moss insisted it was dear.",
    ],
)
def test_who_says_something_else_behind_a_ruling_does_not_object_to_it(nlp: Language, text: str) -> None:
    assert acts(nlp, "The Speaker ruled the question out of order. " + text) == [RULED]


@pytest.mark.parametrize("at", ["in protest at the expulsion of diplomats", "over the order for new ferries"])
def test_a_deed_of_others_is_not_the_chairs(nlp: Language, at: str) -> None:
    assert acts(nlp, f"The Speaker warned Ada Moss. Green MPs walked out {at}.")[-1] == ("walkout", ["Green MPs"], [])


def test_a_deed_of_the_chair_is(nlp: Language) -> None:
    told = acts(nlp, "The Speaker ejected Ada Moss. Green MPs walked out in protest at the expulsion of Ada Moss.")
    assert told[-1] == ("walkout", ["Green MPs"], ["Joan Quill"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("until 2pm", "until 2 pm"),
        ("for ten minutes", "for 10 minutes"),
        ("for half an hour", "for 30 minutes"),
        ("till 12 noon", "till noon"),
        ("for two hours", "for 120 minutes"),
    ],
)
def test_one_break_in_two_spellings_is_one(nlp: Language, one: str, other: str) -> None:
    told = acts(nlp, f"The Speaker suspended the sitting {one}. The sitting was suspended {other}.")
    assert [type for type, *_ in told] == ["adjournment"]


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind said it was time for lunch.",
        "Ben Lind said that it was a good harvest.",
        "Ada Moss, a farmer, said she had been a member for ten years.",
        "The central bank governor said that penalties for banks would rise.",
        "Bishop Guy Lent said that Easter was a time of respect.",
        "Farmers' union head Guy Lent said the suspension of the beef quota was unfair.",
        "The minister said officers had shown restraint.",
    ],
)
def test_other_news_behind_an_ejection_is_no_reaction(nlp: Language, text: str) -> None:
    assert [type for type, *_ in acts(nlp, "The Speaker ejected Ada Moss.\n\n" + text)] == ["ejection"]


def test_a_time_that_is_only_spoken_of_dates_nothing(nlp: Language) -> None:
    out = "The Speaker ejected Ada Moss on Tuesday.\n\n"
    told = acts(nlp, out + "The whip, Ben Lind, said the ejection of Ada Moss was unlike that of 1901.")
    assert [type for type, *_ in told] == ["ejection", "reaction"]
