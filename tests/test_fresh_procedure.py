"""What a chair says to whoever has just asked, what it bids members do, what is said by whoever is reached: in plain words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts

QUILL, MOSS, HALE = ["Joan Quill"], ["Ada Moss"], ["Ben Hale"]
ROW = "Labour MPs jeered at Ben Hale. "
OUT = "The Speaker ejected Ada Moss. "


def told(nlp: Language, text: str, *types: str) -> list[tuple[str, list[str]]]:
    """The acts of some types that a text tells, and who does them."""
    return [(type, who) for type, who, _ in acts(nlp, text) if type in types]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss raised a point of order. Ms Quill answered that the tone mattered more than the verb.",
        "Ada Moss asked from her seat whether the notice could be waived. Quill would not have it.",
        "Ada Moss demanded to know which rule bars slippers. She was told to consult her Rules of Procedure.",
        "Ada Moss sought to know under which standing order hats were banned. Quill referred her to the clerk.",
        "Ada Moss asked if the vote could be taken again. The Speaker was having none of it.",
        "Ada Moss inquires whether the word may be used. The Chair says she will look at the record.",
        "Ada Moss requested that the sitting be deferred to noon; the Speaker answered that noon was for lunch.",
        "Ada Moss complained that her motion had not been circulated. She was assured that it would be.",
        "Ada Moss raised a parliamentary inquiry on hearings. Quill said the inquiry was not timely.",
    ],
)
def test_what_the_chair_answers_at_once_was_put_to_it(nlp: Language, text: str) -> None:
    assert told(nlp, ROW + text, "point_of_order", "ruling", "heckle")[1:] in (
        [("point_of_order", MOSS), ("ruling", QUILL)],
        [("ruling", QUILL), ("point_of_order", MOSS)],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss asked the minister whether the rules had changed. The minister said they had not.",
        "Ada Moss asked whether the motion was urgent. Ben Hale replied that it was.",
        "Ada Moss asked whether the road would be built. The Speaker said it would.",
        "Ada Moss praised the harbour. The Speaker said that the day was long.",
        "Ada Moss asked when lunch was. The Speaker called the next question.",
    ],
)
def test_questions_to_others_are_no_points_of_order(nlp: Language, text: str) -> None:
    assert told(nlp, ROW + text, "point_of_order", "ruling") == []


def test_a_point_of_order_is_of_him_whom_the_answer_binds(nlp: Language) -> None:
    text = ROW + "Ada Moss raises a procedural point: can one say so much? The Speaker gives Mr Hale until Tuesday to prove it."
    assert ("point_of_order", MOSS, HALE) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker asked Ada Moss to remove her hat.",
        "The Speaker requested Ada Moss to step away from the table.",
        "Ada Moss was told by the Speaker to get down from the rostrum.",
        "The Speaker tells Ada Moss to put away her placard.",
        "The Speaker directed Ada Moss to abide by the rules.",
        "The Speaker had asked Ada Moss to let the others finish.",
    ],
)
def test_whatever_the_chair_bids_a_member_in_a_row(nlp: Language, text: str) -> None:
    assert ("intervention", QUILL, MOSS) in acts(nlp, ROW + text)


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker asked Ada Moss to move her amendment.",
        "The Speaker invited Ada Moss to read the letter.",
        "Ben Hale asked Ada Moss to remove her hat.",
    ],
)
def test_turns_of_business_are_no_biddings(nlp: Language, text: str) -> None:
    assert told(nlp, ROW + text, "intervention", "ejection") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker directed Ada Moss to retract the word. Moss complied.",
        "Ada Moss was invited by the Speaker to apologise. She did so with bad grace.",
        "The Speaker ordered Ada Moss to withdraw. She obeyed.",
        "Ada Moss is made to stand and apologise to the House. She does so with her hands behind her back.",
    ],
)
def test_whoever_complies_takes_it_back(nlp: Language, text: str) -> None:
    assert told(nlp, ROW + text, "withdrawal") == [("withdrawal", MOSS)]


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker wound up the sitting at noon.",
        "The Speaker wrapped up the session.",
        "The Speaker concluded proceedings at five.",
        "The Speaker then brought the session to a close.",
        "The Speaker dismissed the House.",
    ],
)
def test_any_end_that_the_chair_puts_to_a_sitting_in_a_row(nlp: Language, text: str) -> None:
    assert told(nlp, ROW + text, "adjournment") == [("adjournment", QUILL)]
    assert told(nlp, "Ada Moss sang. Ben Hale wound up the debate.", "adjournment") == []


@pytest.mark.parametrize(
    "text",
    [
        "When reached by phone, Ms Moss said the Speaker had lost her head.",
        "Ms Moss, when contacted, said the Speaker was a joke.",
        "Contacted by telephone, Ms Moss said she regretted nothing.",
        "Asked for comment, Ms Moss said that the Speaker was wrong.",
        "Asked about it in the tea room, Ms Moss said she had heard worse.",
    ],
)
def test_what_is_said_by_whoever_is_reached(nlp: Language, text: str) -> None:
    assert told(nlp, OUT + text, "reaction") == [("reaction", MOSS)]


@pytest.mark.parametrize(
    "text",
    [
        "Ben Hale questioned why she had been put out for so little.",
        "Ben Hale wanted to know why others had been spared.",
        "Ben Hale challenged the severity of the punishment.",
        "Ben Hale asked why only one had been punished.",
    ],
)
def test_asking_why_of_a_ruling_is_an_objection(nlp: Language, text: str) -> None:
    assert ("objection", HALE) in told(nlp, OUT + text, "objection", "point_of_order")


def test_an_earlier_attempt_is_a_request_of_its_own(nlp: Language) -> None:
    text = "Ada Moss tabled a motion of no confidence in Ben Hale. An earlier attempt, brought by Kim Lind, was voted down."
    assert ("no_confidence_request", ["Kim Lind"], HALE) in acts(nlp, text)
