"""Plain news of a sitting that was lost, or told as said outside: each with wordings of other outlets, and near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

ROW = "The House was sitting on Tuesday. Tom Marlowe called Ann Hale a liar. "


def kinds(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    return list(acts(nlp, ROW + text))[1:]


@pytest.mark.parametrize(
    "words",
    [
        "The Speaker asked him to withdraw the word, which he did.",
        "The Speaker told him to take it back, which he duly did.",
        "The Speaker told him to apologise, something he did with bad grace.",
        "The Speaker ordered him to withdraw, and he did.",
        "He was asked by the Speaker to withdraw the comment, which he then did.",
    ],
)
def test_who_does_what_he_was_asked_in_the_same_breath_withdraws(nlp: Language, words: str) -> None:
    assert [kind for kind, _, _ in kinds(nlp, words)] == ["ruling", "withdrawal"]
    assert kinds(nlp, words)[-1][1] == ["Tom Marlowe"]


@pytest.mark.parametrize(
    "words",
    ["The Speaker asked him to sit down, which he did.", "The Speaker asked him to withdraw the word, which angered Ms Hale."],
)
def test_other_requests_and_relatives_withdraw_nothing(nlp: Language, words: str) -> None:
    assert "withdrawal" not in [kind for kind, _, _ in kinds(nlp, words)]


@pytest.mark.parametrize(
    "rule",
    [
        "under standing order 94(a), which requires a member to stay outside the chamber for one hour",
        "and must remain outside the chamber until noon",
        "a penalty that obliges members to keep outside the House for an hour",
        "and will have to wait outside the chamber",
    ],
)
def test_where_somebody_has_to_stay_is_not_where_the_rest_plays(nlp: Language, rule: str) -> None:
    told = kinds(nlp, f"He was ordered out {rule}.\n\nJoe Okoro yelled that the Speaker was a disgrace.")
    assert [kind for kind, _, _ in told] == ["ejection", "heckle"]


def test_where_somebody_stays_and_speaks_it_plays_outside(nlp: Language) -> None:
    told = kinds(nlp, "He was ordered out. He remained outside the chamber, where he told reporters the Speaker was a bully.")
    assert [kind for kind, _, _ in told] == ["ejection", "reaction"]


LIVE = """LIVE: Parliament debates the budget

16.15 {last}

13.05 Speaking to reporters in the corridor, Ms Hale says the Speaker is a bully.

11.50 {first}

10.00 The House sits. The minister tables the budget.
"""


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Mr Marlowe calls Ms Hale a liar.", "Labour MPs walk out.", ["attack", "reaction", "walkout"]),
        ("Green MPs jeer at Ms Hale.", "Speaker Ann Quill suspends the sitting.", ["heckle", "reaction", "adjournment"]),
        ("Sitting suspended by Speaker Ann Quill.", "Mr Marlowe is thrown out.", ["adjournment", "reaction", "ejection"]),
    ],
)
def test_each_entry_of_a_live_blog_has_its_own_place_and_hour(nlp: Language, first: str, last: str, expected: list[str]) -> None:
    from extract import extract

    story = extract(LIVE.format(first=first, last=last), published="2026-03-03")
    assert [event.type for event in sorted(story.events, key=lambda e: e.rank)] == expected


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Independent MP Joe Okoro left the chamber in protest after being denied time to speak.", ["Joe Okoro"]),
        ("Labour MPs left the chamber in anger after being refused a vote.", ["Labour MPs"]),
    ],
)
def test_who_leaves_after_being_refused_walks_out(nlp: Language, words: str, who: list[str]) -> None:
    assert ("walkout", who, []) in kinds(nlp, words)


@pytest.mark.parametrize("order", ["ordered out", "asked to go", "suspended by the Speaker"])
def test_who_leaves_after_being_put_out_does_not(nlp: Language, order: str) -> None:
    assert "walkout" not in [kind for kind, _, _ in kinds(nlp, f"Joe Okoro left the chamber in anger after being {order}.")]
