"""To whom an act is done: an office cried down before its holder is named, a name the parser lost, nobody for one's own deed."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract


def told(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    story = extract(f"The House met on Tuesday.\n\n{text}", nlp=nlp)
    name = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [name[id] for id in e.actors], [name[id] for id in e.targets]) for e in story.events]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Opposition TDs shouted down the Ceann Comhairle. Ceann Comhairle Nora Quill appealed for order.", "Nora Quill"),
        ("The sitting ended as Labour MPs shouted down the Speaker. Speaker Ann Hale left the chair.", "Ann Hale"),
        ("Labour MPs howled down the Chair.", "Chair"),
        ("Opposition MPs heckled the deputy speaker. Deputy Speaker Ann Hale went on.", "Ann Hale"),
        ("Peers drowned out the Lord Speaker.", "Lord Speaker"),
        ("Green MPs yelled down Premier Ann Hale.", "Ann Hale"),
        ("Labour MPs cried down the Treasurer as he rose.", "Treasurer"),
        ("Opposition senators shouted down the Cathaoirleach in anger.", "Cathaoirleach"),
    ],
)
def test_who_is_cried_down_is_whom_it_is_done_to(nlp: Language, text: str, whom: str) -> None:
    assert [targets for type, _, targets in told(nlp, text) if type == "heckle"] == [[whom]]


@pytest.mark.parametrize(
    "text",
    [
        "Labour MPs roared down the corridor.",
        "Ann Hale yelled down the telephone.",
        "Labour MPs booed down the Strand.",
    ],
)
def test_where_a_cry_goes_is_nobody(nlp: Language, text: str) -> None:
    assert not [targets for _, _, targets in told(nlp, text) if targets]


@pytest.mark.parametrize(
    "text",
    [
        "President Kim Okoro was speaking. Okoro paused. Democrats booed Marlowe.",
        "President Kim Okoro was speaking. Okoro paused. Republicans heckled Tom Marlowe.",
        "Kim Okoro's speech was long. Okoro paused. Liberals jeered Marlowe.",
        "Mr Okoro said the bill was good. Democrats hissed Marlowe.",
    ],
)
def test_who_is_named_behind_the_verb_suffers_it_and_not_who_has_the_floor(nlp: Language, text: str) -> None:
    text = f"Tom Marlowe sat down. {text}"
    assert [targets for type, _, targets in told(nlp, text) if type == "heckle"] == [["Tom Marlowe"]]


@pytest.mark.parametrize(
    "text",
    [
        'Marlowe later apologised, calling his outburst "inappropriate and shameful".',
        'Marlowe described his own remarks as "disgraceful".',
        'Marlowe branded his behaviour "shameful".',
        'Tom Marlowe withdrew, calling his comment "idiotic".',
        'Kim Lind called Marlowe an idiot. Marlowe apologised, calling his words "a disgrace".',
    ],
)
def test_what_somebody_calls_his_own_deed_is_no_attack(nlp: Language, text: str) -> None:
    found = told(nlp, f"Labour MPs booed Tom Marlowe. {text}")
    assert not [row for row in found if row[0] == "attack" and row[1] == ["Tom Marlowe"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Ms Lind called his outburst "a disgrace".', "Lind"),
        ('Ann Hale branded his behaviour "shameful".', "Ann Hale"),
        ('Ms Okoro denounced the outburst as "a disgrace".', "Okoro"),
    ],
)
def test_what_somebody_calls_what_another_did_is_one(nlp: Language, text: str, who: str) -> None:
    assert ("attack", [who], ["Tom Marlowe"]) in told(nlp, f"Tom Marlowe shouted at Ann Hale. {text}")
