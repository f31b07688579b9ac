"""When each telling happened: the time of its clause, of its paragraph, of the entry of a live blog, else of the sitting."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, mentions, tellings
from extract.context import sitting_date
from extract.types import Article, Telling

WEDNESDAY = "2024-03-13"
OPENING = "The Speaker took the chair in Parliament on Tuesday.\n"


def told(nlp: Language, text: str, *, published: str | None = WEDNESDAY) -> list[Telling]:
    read = document.read_document(Article("a", text, published=published), nlp=nlp)
    return list(tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))[0])


def ejection(nlp: Language, text: str) -> Telling:
    return next(t for t in told(nlp, text) if t.type == "ejection")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tom Marlowe was ejected from the House.", "2024-03-12"),
        ("Tom Marlowe was ejected from the House on Monday.", "2024-03-11"),
        ("On Monday it rained. Tom Marlowe was ejected from the House.", "2024-03-11"),
        ("On Monday it rained.\nTom Marlowe was ejected from the House.", "2024-03-12"),
        ("A day after Tom Marlowe was ejected from the House, Ann Hale apologised.", "2024-03-11"),
        ("Two days before Tom Marlowe was ejected from the House, Ann Hale apologised.", "2024-03-14"),
        ("The following day Tom Marlowe was ejected from the House.", "2024-03-13"),
        ("Tom Marlowe was ejected from the House an hour later.", "2024-03-12"),
        ("Earlier this week Tom Marlowe was ejected from the House.", "2024-03-12"),
        ("Tom Marlowe, who flew to the island on Monday, was ejected from the House.", "2024-03-12"),
        ("The Speaker ejected Tom Marlowe, who had been named on Monday, from the House.", "2024-03-12"),
        ("Tom Marlowe, who was ejected from the House on Monday, apologised.", "2024-03-11"),
        ("Mr Lind said that a patient had died on Sunday. He was ejected from the House.", "2024-03-12"),
        ("Ms Wynn told members that the bridge had been closed on Friday. She was ejected from the House.", "2024-03-12"),
        ("Mr Lind claimed that he had written to the minister on Monday. He was ejected from the House.", "2024-03-12"),
        ("Ms Wynn, ejected from the House, said that the paper had been tabled in 2007.", "2024-03-12"),
        ("The Speaker, who said the rules had been changed on Monday, ejected Ms Wynn from the House.", "2024-03-12"),
        ("Police said Ms Wynn entered the chamber on Monday. She was ejected from the House.", "2024-03-11"),
        ("Mr Lind said she had called him a liar on Monday. Ms Wynn had been ejected from the House.", "2024-03-11"),
        ("Mr Lind said Ms Wynn had been ejected from the House on Monday.", "2024-03-11"),
        ("It was the Speaker, Jo Lind, who on Monday ejected Tom Marlowe from the House.", "2024-03-11"),
        ('Tom Marlowe, who said "I will be back on Monday", was ejected from the House.', "2024-03-12"),
        ("Tom Marlowe, having been elected on Monday, was ejected from the House.", "2024-03-12"),
        ("Having flown home on Monday, Tom Marlowe was ejected from the House.", "2024-03-12"),
        ("Tom Marlowe was ejected from the House before a debate on roads, to be held on Monday.", "2024-03-12"),
        ("The Speaker ejected Tom Marlowe from the House over a vote to be taken on Monday.", "2024-03-12"),
        ("Tom Marlowe was ejected from the House until Thursday.", "2024-03-12"),
        ("Tom Marlowe was ejected from the House, counting the days to Thursday.", "2024-03-12"),
        ("On 8 March last year Tom Marlowe was ejected from the House.", "2023-03-08"),
        ("On 8 March Tom Marlowe was ejected from the House.", "2024-03-08"),
        ("In the afternoon Tom Marlowe was ejected from the House.", "2024-03-12"),
    ],
)
def test_the_day_of_an_act(nlp: Language, text: str, date: str) -> None:
    found = ejection(nlp, OPENING + text)
    assert (found.date, found.earliest, found.latest) == (date, date, date)


BELOW = "Members met.\nThe minister spoke of roads.\nIt rained.\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("To see why, go back to Monday. Ann Hale spoke.\nTom Marlowe was ejected from the House.", "2024-03-11"),
        ("This is how it came about. On Monday Ann Hale spoke.\nShe sat down.\nTom Marlowe was ejected.", "2024-03-11"),
        ("To see why, go back to Monday.\nOn Wednesday it rained.\nTom Marlowe was ejected from the House.", "2024-03-13"),
        ("On Monday Ann Hale spoke.\nTom Marlowe was ejected from the House.", "2024-03-12"),
        ("This is how it came about. Ann Hale spoke.\nTom Marlowe was ejected from the House.", "2024-03-12"),
    ],
    ids=["back to a day", "begun anew with a day", "until another day", "no beginning anew", "no day"],
)
def test_where_the_story_begins_anew_its_day_holds_until_another_is_named(nlp: Language, text: str, date: str) -> None:
    assert ejection(nlp, OPENING + BELOW + text).date == date


def test_two_acts_of_one_sentence_count_from_one_day(nlp: Language) -> None:
    rows = told(nlp, OPENING + "The day before, Ann Hale was ejected from the House for heckling Tom Marlowe.")
    assert {t.type: t.date for t in rows} == {"ejection": "2024-03-11", "heckle": "2024-03-11"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tom Marlowe will be back in Parliament on Monday. He was ejected on Tuesday.", "2024-03-12"),
        ("The House will vote on Thursday. Tom Marlowe was ejected from Parliament on Tuesday.", "2024-03-12"),
        ("Tom Marlowe was back in Parliament on Monday. He was ejected on Tuesday.", "2024-03-11"),
        (
            "2.05pm\nJo Lind rose in Parliament.\n2.20pm\nTom Marlowe, who was ejected yesterday, rose too.\n2.30pm\nAll rose.",
            "2024-03-13",
        ),
        (
            "Parliament on Tuesday\n2.05pm\nJo Lind rose.\n2.20pm\nTom Marlowe, ejected on Monday, rose.\n2.30pm\nAll rose.",
            "2024-03-12",
        ),
    ],
)
def test_what_is_to_come_is_not_the_day_of_the_sitting(nlp: Language, text: str, date: str) -> None:
    read = document.read_document(Article("a", text, published=WEDNESDAY), nlp=nlp)
    assert sitting_date(read) == date


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Last week Tom Marlowe was ejected from the House.", ("2024-03-04", "2024-03-10")),
        ("In 2019 Tom Marlowe was ejected from the House.", ("2019-01-01", "2019-12-31")),
        ("Two sittings ago Tom Marlowe was ejected from the House.", (None, "2024-03-11")),
    ],
)
def test_a_vague_time_gives_a_window_and_no_day(nlp: Language, text: str, window: tuple[str | None, str | None]) -> None:
    found = ejection(nlp, OPENING + text)
    assert (found.date, found.earliest, found.latest) == (None, *window)


def test_what_counts_from_an_act_told_before(nlp: Language) -> None:
    text = "On 5 March Ann Hale was ejected from the House.\nThe next day Tom Marlowe was ejected from the House."
    assert [t.date for t in told(nlp, OPENING + text) if t.type == "ejection"] == ["2024-03-05", "2024-03-06"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("ACCRA, Ghana, March 13 - Tom Marlowe was ejected from Parliament on Tuesday.", "2024-03-12"),
        ("ACCRA, March 13 (Wire) - Tom Marlowe was ejected from Parliament. It was Tuesday.", "2024-03-12"),
        ("ACCRA, March 13 - Tom Marlowe was ejected from Parliament.", "2024-03-13"),
    ],
)
def test_a_dateline_says_when_it_was_written(nlp: Language, text: str, date: str) -> None:
    assert ejection(nlp, text).date == date


def test_the_entries_of_a_live_blog_give_day_and_hour(nlp: Language) -> None:
    text = (
        "2.05pm: Parliament is sitting.\n2.41pm: Tom Marlowe is ejected from the House.\n"
        "3.10pm: Ann Hale had been ejected from the House.\nKim Lind is ejected from the House."
    )
    found = [(t.date, t.hours) for t in told(nlp, text) if t.type == "ejection"]
    assert found == [(WEDNESDAY, ("14:41", "14:41")), (WEDNESDAY, ("00:00", "15:10")), (WEDNESDAY, ("15:10", "15:10"))]


def test_a_clock_time_is_of_the_sitting(nlp: Language) -> None:
    found = ejection(nlp, OPENING + "At 9.15pm Tom Marlowe was ejected from the House.")
    assert (found.date, found.hours) == ("2024-03-12", ("21:15", "21:15"))


def test_without_a_day_of_publication_nothing_is_guessed(nlp: Language) -> None:
    found = told(nlp, OPENING + "Yesterday Tom Marlowe was ejected from the House.", published=None)
    assert {(t.date, t.earliest, t.latest) for t in found} == {(None, None, None)}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Tom Marlowe complained on Friday about his ejection.\nHe was ejected from the House on Thursday.", "2024-03-07"),
        ("Tom Marlowe said on Monday that he was sorry.\nThe House had ejected him on the previous Thursday.", "2024-03-11"),
        ("Tom Marlowe was ejected from the House on Friday.\nThe House rose on Thursday.", "2024-03-08"),
        ("Tom Marlowe told MPs in the chamber on Friday to be quiet.\nHe was elected on Thursday.", "2024-03-08"),
    ],
    ids=["talked of afterwards", "no earlier day of its own", "of the sitting itself", "said in the House"],
)
def test_the_day_on_which_it_is_talked_of_is_not_that_of_the_sitting(nlp: Language, text: str, date: str) -> None:
    read = document.read_document(Article("a", text, published=WEDNESDAY), nlp=nlp)
    assert sitting_date(read) == date


def test_no_times_are_looked_for_where_nothing_is_told(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(text: str, **_: object) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(document.dates, "find_all", asked)
    assert not told(nlp, OPENING + "Tom Marlowe spoke on the budget on Monday.")
