"""Acts before a chair and a house as reporters tell them in passing: asides, vain attempts, motions told in two sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, mentions, tellings
from extract.types import Article

PREFACE = "The Speaker took the chair in Parliament at two.\n"


def rows(nlp: Language, text: str, type: str) -> list[tuple[list[str], list[str], str]]:
    """Who does it to whom, by name, with the status, for each telling of a type."""
    read = document.read_document(Article("t", PREFACE + text), nlp=nlp)
    told, cast = tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))
    ours = [t for t in told if t.type == type]
    return [([cast.get(a).name for a in t.actors], [cast.get(a).name for a in t.targets], t.status) for t in ours]


@pytest.mark.parametrize(
    ("text", "type", "who", "whom"),
    [
        ("Mr Hale, Ms Lind said, had stormed out of the chamber.", "walkout", ["Hale"], []),
        ("Mr Hale, said Ms Lind, had shouted at the Speaker.", "heckle", ["Hale"], ["Speaker"]),
        ("The Deputy Speaker, she noted, had ordered Tom Marlowe out.", "ejection", ["Deputy Speaker"], ["Tom Marlowe"]),
        (
            "A motion of no confidence in the minister, he said, had been tabled by the Greens.",
            "no_confidence_request",
            ["Greens"],
            ["minister"],
        ),
    ],
)
def test_an_aside_parts_a_subject_from_its_verb(nlp: Language, text: str, type: str, who: list[str], whom: list[str]) -> None:
    assert rows(nlp, text, type) == [(who, whom, "happened")]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Tom Marlowe was prevented from moving a motion of no confidence in Ann Hale.", ["Ann Hale"]),
        ("Tom Marlowe moved to suspend standing orders so that he could move no confidence in Ann Hale.", ["Ann Hale"]),
        ("The Speaker refused to accept a no-confidence motion from Tom Marlowe against Ann Hale.", ["Ann Hale"]),
    ],
)
def test_what_is_asked_for_in_vain_is_asked_for(nlp: Language, text: str, whom: list[str]) -> None:
    assert rows(nlp, text, "no_confidence_request") == [(["Tom Marlowe"], whom, "happened")]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "Tom Marlowe tabled a motion of no confidence. Its target was the Health Minister, Ann Hale.",
            "Tom Marlowe",
            "Ann Hale",
        ),
        ("Tom Marlowe deposited the motion. It denies confidence in Prime Minister Ann Hale.", "Tom Marlowe", "Ann Hale"),
        ("The bid to topple Premier Ann Hale failed. The motion was lodged by Kim Lind.", "Kim Lind", "Ann Hale"),
        ("Kim Lind submitted to the clerk a notice of no-confidence against Ann Hale.\n", "Kim Lind", "Ann Hale"),
    ],
)
def test_a_motion_is_told_over_two_sentences(nlp: Language, text: str, who: str, whom: str) -> None:
    assert rows(nlp, text, "no_confidence_request") == [([who], [whom], "happened")]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The word had been ruled out in 1974, Kim Lind told the Chair.", "Kim Lind", []),
        ("At the end Mr Hale, who had slept through it all, sought the guidance of the Chair.", "Hale", []),
        ("Kim Lind sought the guidance of the Chair. Was it in order for Ann Hale to suck a mint?", "Kim Lind", ["Ann Hale"]),
        ("Kim Lind took exception to Ann Hale's remark and asked the Speaker to have it withdrawn.", "Kim Lind", ["Ann Hale"]),
    ],
)
def test_a_complaint_to_the_chair_is_found_however_it_is_hung(nlp: Language, text: str, who: str, whom: list[str]) -> None:
    assert rows(nlp, text, "point_of_order") == [([who], whom, "happened")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Speaker told Tom Marlowe to withdraw. He refused.", "denied"),
        ("The Speaker told Tom Marlowe to withdraw, and he did so.", "happened"),
        ("Asked to take it back, Tom Marlowe declined.", "denied"),
        ("The Speaker told Tom Marlowe to sit down. He refused.", ""),
        ("The Speaker told Tom Marlowe to withdraw. Ann Hale refused.", ""),
    ],
)
def test_yes_or_no_answers_what_was_last_asked(nlp: Language, text: str, status: str) -> None:
    assert rows(nlp, text, "withdrawal") == ([(["Tom Marlowe"], [], status)] if status else [])


def test_the_second_half_of_a_ruling_says_on_whom_it_falls(nlp: Language) -> None:
    text = "The Speaker ruled that the word was unparliamentary and ordered Tom Marlowe to withdraw it."
    assert rows(nlp, text, "ruling") == [(["Speaker"], ["Tom Marlowe"], "happened")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("As the doors were being closed, around a dozen Labour MPs rushed to the clerks' table.", ["dozen Labour MPs"]),
        ('Tom Marlowe was escorted out by two stewards, to chants of "let him stay".', None),
    ],
)
def test_whose_protest_it_is(nlp: Language, text: str, who: list[str] | None) -> None:
    assert [row[0] for row in rows(nlp, text, "objection")] == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kim Lind was not allowed to move a motion of no confidence in Ann Hale.", "happened"),
        ("The premier dared Kim Lind to move a motion of no confidence in Ann Hale.", "hypothetical"),
    ],
)
def test_what_was_asked_for_and_what_was_only_dared(nlp: Language, text: str, status: str) -> None:
    assert rows(nlp, text, "no_confidence_request") == [(["Kim Lind"], ["Ann Hale"], status)]


def test_an_object_before_a_clause_that_tells_when_is_no_subject_of_it(nlp: Language) -> None:
    found = rows(nlp, "Labour tabled the no-confidence motion after Ann Hale refused to resign.", "no_confidence_request")
    assert found == [(["Labour"], [], "happened")]
