"""Plain news of a sitting that was lost, or told as said outside: each with wordings of other outlets, and near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
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


@pytest.mark.parametrize(
    "words",
    [
        'A minute later Joe Okoro called out again, telling Ms Hale to "read the bill, mate".',
        "Moments later Joe Okoro heckled Ann Hale.",
        "Hours later Joe Okoro, a Green MP, shouted at Ann Hale.",
        "Seconds later Joe Okoro shouted at Ms Hale.",
        "Half an hour later Joe Okoro shouted at Ms Hale.",
    ],
)
def test_who_does_it_a_minute_later_is_not_the_minute(nlp: Language, words: str) -> None:
    assert [(kind, who) for kind, who, _ in kinds(nlp, words)] == [("heckle", ["Joe Okoro"])]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("It came barely 24 hours after the Speaker ejected Mr Okoro.", "2021-12-01"),
        ("It came 48 hours after Mr Okoro was ejected.", "2021-11-30"),
        ("It came a day after the House was plunged into confusion when the Speaker ejected Mr Okoro.", "2021-12-01"),
        ("The move comes two days after a sitting in which the Speaker threw out Mr Okoro.", "2021-11-30"),
        ("Mr Okoro was ejected two hours after he spoke.", "2021-12-02"),
        ("Mr Okoro was ejected 24 minutes after he spoke.", "2021-12-02"),
    ],
)
def test_what_came_so_long_after_gives_the_day_of_what_it_came_after(nlp: Language, words: str, day: str) -> None:
    lead = "In Parliament Labour filed a motion of no confidence in the Speaker on Thursday.\n\n"
    told = extract(lead + words, published="2021-12-03").events
    assert [event.date for event in told if event.type == "ejection"] == [day]
