"""Whom a lead only describes is whom the body names for the same act; not where it can be two, or another."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

REST = 'Green MPs sat still.\n\n"It is Tuesday," said Mr Quill.\n\nThe debate went on until noon.'
LED = [
    (
        "A Labour MP was ordered out of the House of Commons on Tuesday after refusing to withdraw an accusation.",
        "Ann Hale, the member for Carrow, spoke for an hour.\n\nHale was then told to leave the chamber.",
        "Ann Hale",
    ),
    (
        "An opposition lawmaker was thrown out of parliament on Tuesday for shouting at the finance minister.",
        "Tom Marlowe had been warned twice.\n\nThe Speaker ejected Marlowe at noon.",
        "Tom Marlowe",
    ),
    (
        "A government backbencher was suspended from the House on Tuesday after he called the Speaker a coward.",
        "Kim Lind was named by the Speaker.\n\nThe House then voted to suspend Kim Lind.",
        "Kim Lind",
    ),
    (
        "An MP was dragged out of parliament on Tuesday after she refused to withdraw a slur.",
        "The Speaker lost patience with Joe Okoro.\n\nThe Speaker ejected Joe Okoro at noon.",
        "Joe Okoro",
    ),
    (
        "A senator stormed out of the Senate on Tuesday after refusing to apologise to the minister.",
        "Ada Moss gathered her papers.\n\nAda Moss walked out in protest at noon.",
        "Ada Moss",
    ),
]


def told(nlp: Language, *parts: str) -> tuple[set[str], list[tuple[str, list[str], list[str]]]]:
    story = extract("\n\n".join([*parts, REST]), nlp=nlp)
    name = {actor.id: actor.name for actor in story.actors}
    events = [(e.type, [name[id] for id in e.actors], [name[id] for id in e.targets]) for e in story.events]
    return set(name.values()), events


@pytest.mark.parametrize(("lead", "body", "who"), LED)
def test_who_is_described_first_is_who_is_named_below(nlp: Language, lead: str, body: str, who: str) -> None:
    names, events = told(nlp, lead, body)
    assert who in names
    assert not [name for name in names if name.split()[-1].lower() in {"mp", "lawmaker", "backbencher", "senator"}]
    assert len([type for type, *people in events if type in {"ejection", "walkout"} and [who] in people]) == 1
    assert len([type for type, *people in events if [who] in people]) > 1  # what else the lead says is of the same one


def test_the_one_actor_keeps_the_words_of_the_description(nlp: Language) -> None:
    lead, body, _ = LED[0]
    story = extract("\n\n".join([lead, body, REST]), nlp=nlp)
    hale = next(actor for actor in story.actors if actor.name == "Ann Hale")
    assert "Labour MP" in hale.aliases
    assert hale.party == "Labour"
    assert min(span.start for span in hale.mentions) < len(lead)


def test_asked_to_think_and_to_withdraw_whoever_declines_has_refused(nlp: Language) -> None:
    lead, _, _ = LED[0]
    body = (
        "Ann Hale told MPs that Mr Lind had lied.\n\n"
        "The deputy speaker, Nora Quill, urged Hale to reflect and asked her to withdraw the remark.\n\n"
        'Hale declined, saying: "Mr Lind has lied to this House."\n\nShe was then told to leave the chamber.'
    )
    _, events = told(nlp, lead, body)
    assert [event for event in events if event[0] == "withdrawal"] == [("withdrawal", ["Ann Hale"], [])]


@pytest.mark.parametrize(
    ("lead", "body"),
    [
        (  # two can be meant
            "A Labour MP was thrown out of the House on Tuesday after refusing to withdraw an accusation.",
            "The Speaker ejected Ann Hale at noon.\n\nThe Speaker ejected Kim Lind at two.",
        ),
        (  # of another party
            "A Labour MP was thrown out of the House on Tuesday after refusing to withdraw an accusation.",
            "Green MP Ann Hale shouted.\n\nThe Speaker ejected Green MP Ann Hale at noon.",
        ),
        (  # of several
            "Labour MPs walked out of the House on Tuesday after refusing to withdraw an accusation.",
            "Ann Hale gathered her papers.\n\nAnn Hale walked out at noon.",
        ),
        (  # one does it to the other
            "A Labour MP was thrown out of the House on Tuesday after refusing to withdraw an accusation.",
            "Ann Hale had been shouted at by a Labour MP.\n\nThe Speaker ejected Ann Hale at noon.",
        ),
        (  # somebody else, farther down
            "A Labour MP was thrown out of the House on Tuesday after refusing to withdraw an accusation.",
            "The Speaker ejected Ann Hale at noon.\n\nA Labour MP shouted at the Speaker.",
        ),
        (  # nobody is put out below
            "A Labour MP was thrown out of the House on Tuesday after refusing to withdraw an accusation.",
            "Ann Hale raised a point of order.\n\nAnn Hale shouted at Kim Lind.",
        ),
    ],
)
def test_who_can_be_two_or_another_stays_apart(nlp: Language, lead: str, body: str) -> None:
    names, _ = told(nlp, lead, body)
    assert names & {"Labour MP", "Labour MPs"}
