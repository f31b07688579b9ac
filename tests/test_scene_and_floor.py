"""Where something plays and whose it is: other bodies, back from outside, names like words of manner, parallels."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
from extract.document import read_document
from extract.types import Article
from tests.acts import acts

QUILL = ["Joan Quill"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Delegates walked out as the minister opened the annual conference of the nurses' union.\n\nOne man shouted at the "
            "minister from the back.\n\nA delegate rose on a point of order.\n\nParliament's session resumes in May.",
            id="conference",
        ),
        pytest.param(
            "Pupils sat in a mock parliament on Friday.\n\nOne girl called another a liar.\n\nHalf the room walked out in "
            "protest.\n\nThe real Speaker watched from the gallery.",
            id="mock",
        ),
        pytest.param(
            "Shareholders jeered the chairman at the annual general meeting.\n\nSome walked out in protest.\n\nA motion of no "
            "confidence was moved.\n\nParliament is to debate the firm in its next session.",
            id="shareholders",
        ),
        pytest.param(
            "Farmers turned their backs on the minister in the ballroom of a hotel.\n\nOne shouted 'Liar!' at her.\n\nOthers "
            "walked out in protest.\n\nThe Senate sits again in June.",
            id="ballroom",
        ),
    ],
)
def test_an_article_about_a_meeting_of_another_body_stays_there(nlp: Language, text: str) -> None:
    assert not [e for e in extract(text, nlp=nlp).events if e.type != "reaction" and e.status == "happened"]


def test_it_comes_back_with_the_house(nlp: Language) -> None:
    text = (
        "Ann Hale told the annual conference of her union on Sunday that she would be back.\n\nShe smiled.\n\n"
        "On Thursday Speaker Joan Quill had ordered her out of the House."
    )
    assert "ejection" in {e.type for e in extract(text, nlp=nlp).events}


def test_a_court_named_at_the_end_of_a_single_paragraph_takes_nothing_back(nlp: Language) -> None:
    text = (
        "The House met under Speaker Joan Quill. She ordered Ann Hale out of the chamber. Ben Lind walked out in protest. "
        "The supreme court is to hear the case in May."
    )
    assert {"ejection", "walkout"} <= {e.type for e in extract(text, nlp=nlp).events}


OUTSIDE = "Ann Hale told reporters on Monday that the levy was mad.\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tempers frayed on Tuesday. At 2 a.m. Tom Marlowe said the minister had misled the House.", "attack"),
        ("The sitting dragged on. At midnight Kim Lind said the minister had lied to the House.", "attack"),
        ("Speaker Joan Quill asked Tom Marlowe to withdraw the remark.", "ruling"),
        ("Deputy Speaker Joan Quill invited Tom Marlowe to apologise.", "ruling"),
        ("Ms Hale had said in her own speech that Mr Marlowe was a liar.", "attack"),
    ],
)
def test_what_a_new_paragraph_tells_is_not_said_outside(nlp: Language, text: str, told: str) -> None:
    story = extract("The House met under Speaker Joan Quill. " + OUTSIDE + text, nlp=nlp)
    assert told in {e.type for e in story.events}


@pytest.mark.parametrize(
    "text",
    [
        "A spokeswoman for the Greens said Mr Marlowe was a liar.",
        "An Alliance spokesperson said Mr Marlowe was a disgrace.",
        "At the palace, spokeswoman Kim Lind said Mr Marlowe was a fool.",
        "A spokesman called Mr Marlowe a coward.",
        "Ann Hale, asked after the vote about the ejection of Mr Marlowe, called the Speaker a fool.",
        "Ann Hale, pressed in the lobby on the ejection of Mr Marlowe, called the Speaker a fool.",
    ],
)
def test_who_speaks_for_others_or_is_asked_afterwards_attacks_nobody(nlp: Language, text: str) -> None:
    assert "attack" not in {type for type, *_ in acts(nlp, "Mr Marlowe was ejected. " + text)}


@pytest.mark.parametrize("name", ["Connolly", "Reilly", "Kielly", "Donnelly", "Healy"])
@pytest.mark.parametrize("verb", ["accused the minister of lying", "then called the minister a liar"])
def test_a_surname_that_ends_as_a_word_of_manner(nlp: Language, name: str, verb: str) -> None:
    assert acts(nlp, f"{name} {verb}.") == [("attack", [name], ["minister"])]


@pytest.mark.parametrize("text", ["Angrily ordered out of the chamber, Ann Hale went.", "Slowly rose the hands."])
def test_a_word_of_manner_is_no_name(nlp: Language, text: str) -> None:
    assert not {who for _, actors, _ in acts(nlp, text) for who in actors} & {"Angrily", "Slowly"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("His answer brought groans from the Green benches and a point of order from Ann Hale.", "Green benches"),
        ("The remark drew jeers from Labour MPs and a rebuke from the Speaker.", "Labour MPs"),
        ("The claim prompted howls from the gallery and a warning from the Speaker.", "gallery"),
        ("Her reply provoked boos from Green MPs and an objection from Tom Marlowe.", "Green MPs"),
    ],
)
def test_of_two_noises_each_has_its_own_maker(nlp: Language, text: str, who: str) -> None:
    assert [actors for type, actors, _ in acts(nlp, text) if type == "heckle"] == [[who]]


@pytest.mark.parametrize(
    "text",
    [
        "Walking out is the easy part.",
        "LONDON - Walking out is the easy part.",
        "Heckling a minister is bad manners.",
        "Shouting down the minister costs nothing.",
        "Storming out in protest remains a habit of the Greens.",
        "Ann Hale spoke. Interjections would still be allowed if they were short.",
        "Ann Hale spoke. Points of order will be heard only after noon.",
    ],
)
def test_what_is_said_of_such_acts_in_general_is_no_act(nlp: Language, text: str) -> None:
    assert not [type for type, *_ in acts(nlp, text) if type in {"walkout", "heckle", "point_of_order"}]


def test_a_participle_of_somebody_is_an_act(nlp: Language) -> None:
    assert ("walkout", ["Ann Hale"], []) in acts(nlp, "Walking out, Ann Hale was silent.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sittings were suspended for twenty minutes in the uproar.", []),
        ("Speaker Joan Quill suspended Sittings for twenty minutes.", QUILL),
        ("Mr Speaker Quill suspended the Sitting for an hour.", QUILL),
        ("Proceedings were suspended by Speaker Joan Quill till noon.", QUILL),
    ],
)
def test_a_sitting_with_a_capital_is_nobody_who_is_put_out(nlp: Language, text: str, who: list[str]) -> None:
    found = acts(nlp, text)
    assert "ejection" not in {type for type, *_ in found}
    assert ("adjournment", who, []) in found


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale called the minister a thief. She withdrew it rather than lose the floor.",
        "Ann Hale called the minister a thief. She withdrew the word rather than wait for a vote.",
        "Ann Hale called the minister a thief. Ann Hale, after a word with her whip, withdrew it rather than fight.",
    ],
)
def test_who_withdraws_words_does_not_walk_out(nlp: Language, text: str) -> None:
    types = {type for type, *_ in acts(nlp, text)}
    assert "walkout" not in types
    assert "withdrawal" in types


ROW = "\n\nCouncillor Daly called the mayor a liar. The mayor ordered him out.\n\nCouncillor Lind then rose on a point of order."
CHAMBER = (
    "\n\nMr Daly called the minister a liar. The presiding officer ordered him out.\n\nMs Lind then rose on a point of order."
)


@pytest.mark.parametrize(
    "text",
    [
        "Opposition councillors walked out of the council meeting on Tuesday after a row over a High Court ruling." + ROW,
        "Opposition councillors walked out of the council meeting on Tuesday over the sale of the ballroom." + ROW,
        "Councillors walk out in row over mock debate\n\nThe council met on Tuesday." + ROW,
        "Opposition senators walked out of the chamber on Tuesday in protest at a Supreme Court nominee." + CHAMBER,
        "Opposition members walked out of the assembly on Tuesday in protest at a workshop bill." + CHAMBER,
    ],
)
def test_a_lead_that_only_mentions_another_body_is_of_the_house(nlp: Language, text: str) -> None:
    told = [e.type for e in extract(text, nlp=nlp).events]
    assert sorted(told) == ["attack", "ejection", "point_of_order", "walkout"]


@pytest.mark.parametrize(
    "lead",
    [
        "The minister was heckled on Tuesday after a Supreme Court ruling.",
        "Opposition members walked out on Tuesday over a trip to the Supreme Court.",
    ],
)
def test_a_court_that_is_only_spoken_of_takes_no_article_away(nlp: Language, lead: str) -> None:
    text = lead + (
        "\n\nMr Daly called the minister a liar. The Speaker ordered him out.\n\nMs Lind then rose on a point of order."
    )
    assert {"attack", "ejection", "point_of_order"} <= {e.type for e in extract(text, nlp=nlp).events}


def test_a_workshop_for_members_is_elsewhere(nlp: Language) -> None:
    text = (
        "At a workshop for women MPs in Carrow, members staged a debate.\n\nIn one exercise, Ms Lind called Ms Hale a "
        "liar.\n\nMs Daly walked out in protest.\n\nParliament resumes in May."
    )
    assert not extract(text, nlp=nlp).events


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In an exercise of his powers, the Speaker ejected Mr Hale.", ["ejection"]),
        ("In another exercise of his powers, the Speaker ejected Mr Hale.", ["ejection"]),
        (
            "Ms Lind accused the minister of turning the ballroom into a shop. Mr Daly heckled her.",
            ["attack", "heckle"],
        ),
        (
            "Mr Daly said that students at a workshop had been hurt. Ms Lind called him a liar. The Speaker ordered her out.",
            ["attack", "ejection"],
        ),
        (
            "Daly told the council that students at a workshop were hurt. The mayor ordered him out. Ms Lind called her a liar.",
            ["ejection", "attack"],
        ),
    ],
)
def test_what_another_place_is_only_said_of_happens_in_the_house(nlp: Language, text: str, told: list[str]) -> None:
    assert [type for type, *_ in acts(nlp, text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "An opposition spokesman, Tom Daly, accused the minister of lying. The Speaker ordered him out.",
            ["attack", "ejection"],
        ),
        (
            "In the Dail a Sinn Fein spokesman accused the Taoiseach of lying. The Ceann Comhairle asked him to withdraw it.",
            ["attack", "ruling"],
        ),
        (
            "A spokesman rose on a point of order. Mr Daly heckled him. The minister called him a fool.",
            ["point_of_order", "heckle", "attack"],
        ),
        (
            "A Labour spokesman said Mr Marlowe was a coward. Mr Daly called the Speaker a fool. The Speaker ejected Mr Daly.",
            ["attack", "ejection"],
        ),
    ],
)
def test_a_spokesman_in_the_house_is_heard_there_and_takes_nobody_out(nlp: Language, text: str, told: list[str]) -> None:
    assert [type for type, *_ in acts(nlp, text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Asked by the Speaker to withdraw after the vote, Mr Hale called her a coward and was ejected.",
            ["ruling", "attack", "ejection"],
        ),
        ("Asked to withdraw after the vote, Mr Hale called the Speaker a coward.", ["ruling", "attack"]),
        ("Pressed by the opposition over jobs outside Dublin, the Taoiseach accused Ms Lind of lying.", ["attack"]),
        ("Kim Lind, asked about schools outside the capital, called the minister a liar.", ["attack"]),
        ("Kim Lind, asked by Labour after the debate to apologise, called the minister a liar.", ["attack"]),
    ],
)
def test_who_is_asked_in_the_house_answers_there(nlp: Language, text: str, told: list[str]) -> None:
    assert [type for type, *_ in acts(nlp, text)] == told


def test_who_asks_about_what_is_outside_the_capital_is_in_the_house(nlp: Language) -> None:
    text = "In the House Kim Lind rose. Lind rose, asked the minister about schools outside the capital, and called him a liar."
    assert set(read_document(Article("a1", text), nlp=nlp).places) == {"inside"}


@pytest.mark.parametrize(
    "text",
    [
        "Asked by reporters after the vote, Mr Hale called the Speaker a coward.",
        "Pressed outside the chamber, Mr Hale called the Speaker a coward.",
        "Asked outside, Mr Hale called the Speaker a coward.",
    ],
)
def test_who_is_asked_outside_answers_there(nlp: Language, text: str) -> None:
    assert not acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Members shouted that there was no quorum, blows were traded and the Speaker adjourned the House in uproar.",
        "The House was adjourned after a brawl and there was no quorum left.",
        "The Speaker adjourned the House after a brawl and there was no quorum left.",
        "The Speaker suspended the sitting amid chaos, with no quorum in sight.",
    ],
)
def test_a_quorum_spoken_of_beside_disorder_leaves_the_adjournment(nlp: Language, text: str) -> None:
    assert "adjournment" in {type for type, *_ in acts(nlp, text)}


@pytest.mark.parametrize(
    "text", ["The Speaker adjourned the House for want of a quorum.", "The House was adjourned as there was no quorum."]
)
def test_a_break_for_want_of_a_quorum_is_none(nlp: Language, text: str) -> None:
    assert "adjournment" not in {type for type, *_ in acts(nlp, text)}


def test_a_surname_that_ends_as_a_plural_is_a_name(nlp: Language) -> None:
    text = "Speaker Dale Hutchens took the chair.\n\nMr Oakley spoke. Hutchens ordered him back to his seat."
    assert [type for type, *_ in acts(nlp, text)] == ["intervention"]
