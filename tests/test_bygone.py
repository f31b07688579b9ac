"""What is told last and happened first: a time before the sitting, also where no day of publication is known."""

from __future__ import annotations

import pytest

from extract import extract

SITTING = """Member told to go after row with Speaker

Harbour MP Tom Marlowe was thrown out of the debating chamber{when} after an argument with Speaker Joan Lind.

Mr Marlowe shouted at the minister. After being warned twice, he was asked to leave. Green MPs then walked out.

"""
LONG_BEFORE = [
    "Last month Ms Lind threw out Reform leader Dan Okafor for a similar offence.",
    "In 2019 the Speaker ejected Dan Okafor, the Reform leader.",
    "Two weeks ago Ms Lind ordered Dan Okafor out of the chamber.",
    "Earlier this year Dan Okafor was suspended from the House.",
    "In a previous sitting it was Dan Okafor whom the Speaker named.",
    "Last term Dan Okafor walked out of the chamber.",
    "Dan Okafor was put out of the House for heckling her in the last Parliament.",
]
OF_THE_SITTING = [
    "Last of all, Dan Okafor walked out of the chamber.",
    "This afternoon Ms Lind also threw out Reform leader Dan Okafor.",
    "Dan Okafor, elected last month, was then ordered out of the chamber.",
    "Dan Okafor, who won Eastside in 2019, was then thrown out.",
]


def ranks(text: str, **given: str) -> tuple[dict[str, int], int]:
    """The rank of each act of Okafor, by its type, and the first rank of all others."""
    story = extract(text, **given)
    okafor = next(a.id for a in story.actors if a.name == "Dan Okafor")
    rows = [(e, okafor in (*e.actors, *e.targets)) for e in story.events]
    return {e.type: e.rank for e, his in rows if his}, min(e.rank for e, his in rows if not his)


@pytest.mark.parametrize("published", ["", "2021-05-13"])
@pytest.mark.parametrize("tail", LONG_BEFORE)
def test_background_told_last_comes_first(tail: str, published: str) -> None:
    given = {"published": published} if published else {}
    theirs, others = ranks(SITTING.format(when=" this afternoon") + tail, **given)
    assert theirs
    assert max(theirs.values()) < others


@pytest.mark.parametrize("tail", OF_THE_SITTING)
def test_what_is_of_the_sitting_stays(tail: str) -> None:
    theirs, others = ranks(SITTING.format(when=" this afternoon") + tail)
    assert theirs
    assert min(theirs.values()) > others


def test_a_sitting_of_last_month_is_no_background() -> None:
    theirs, others = ranks(SITTING.format(when=" last month") + "Last month, too, Dan Okafor then walked out.")
    assert theirs
    assert min(theirs.values()) > others


def test_a_year_is_compared_with_the_year_of_the_sitting() -> None:
    sitting = SITTING.format(when=" in March 2015")
    theirs, others = ranks(sitting + "In 2011 the Speaker ejected Dan Okafor.")
    assert max(theirs.values()) < others
    theirs, others = ranks(sitting + "In 2018 the Speaker ejected Dan Okafor.")
    assert min(theirs.values()) > others


BREATHS = [
    ("Earlier, Dan Okafor had called Ms Poe a liar, before withdrawing the remark.", {"attack", "withdrawal"}),
    ("Earlier Dan Okafor had shouted at Ms Poe, before apologising to her.", {"heckle", "withdrawal"}),
    ("Earlier in the debate, Dan Okafor had accused Ms Poe of theft, before storming out of the chamber.", {"attack", "walkout"}),
    ("An hour earlier, Dan Okafor had been warned, before being thrown out for the day.", {"intervention", "ejection"}),
]


@pytest.mark.parametrize(("tail", "types"), BREATHS)
def test_what_is_told_in_one_breath_with_earlier_is_of_that_time(tail: str, types: set[str]) -> None:
    theirs, others = ranks(SITTING.format(when=" this afternoon") + tail)
    assert types <= set(theirs)
    assert max(theirs.values()) < others


def test_what_opens_with_earlier_is_of_that_time_though_its_main_verb_tells_no_act() -> None:
    tail = "Earlier, Dan Okafor had spoken for an hour about pensions, before withdrawing a remark."
    theirs, others = ranks(SITTING.format(when=" this afternoon") + tail)
    assert theirs == {"withdrawal": 1}
    assert others > 1


def test_a_look_back_ends_where_a_statement_and_other_people_follow() -> None:
    tail = """Earlier, the Speaker had ejected Ann Hale for calling her a liar. Ms Hale wrote on Facebook that it was unfair.

Dan Okafor then accused Mr Poe of theft, and was told by the Speaker to withdraw."""
    story = extract(SITTING.format(when=" this afternoon") + tail)
    rank = {(e.type, a.name): e.rank for e in story.events for a in story.actors if a.id in e.targets}
    assert rank["ejection", "Ann Hale"] < rank["ejection", "Tom Marlowe"] < rank["attack", "Poe"]


def test_an_end_told_above_stays_where_it_is() -> None:
    story = extract(SITTING.format(when=" this afternoon") + "Earlier, Mr Marlowe had been warned twice before being ejected.")
    put_out = next(e for e in story.events if e.type == "ejection")
    shouted = next(e for e in story.events if e.type == "heckle")
    assert put_out.rank > shouted.rank
