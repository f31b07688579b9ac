"""What only the lead tells: an offence stands before what was done about it, and is not put last for want of a second telling."""

from __future__ import annotations

import pytest

from extract import extract

HEADLINE = "Uproar in the Assembly as bill is read"
# The lead, what the body says, the type of the lead's act and of the one that it must precede.
ANSWERED = [
    (
        'Harbour MP Tom Marlowe interrupted the minister\'s speech on Wednesday by shouting "You lie!".',
        ("Ms Hale paused and went on.", "A debate on pensions followed.", "Mr Marlowe later apologised.", "The bill passed."),
        ("heckle", "withdrawal"),
    ),
    (
        "Opposition members shouted down the Speaker, Joan Lind, on Tuesday in a row over speaking time.",
        ("Mr Okoro accused Ms Poe of theft.", "Ms Lind appealed for order.", "She then adjourned the House.", "It met at noon."),
        ("heckle", "intervention"),
    ),
    (
        "Green MP Ann Hale accused the minister of theft in the chamber on Tuesday.",
        ("Joan Lind, the Speaker, was in the chair.", "She warned Ms Hale twice.", "It grew late.", "The House sat on."),
        ("attack", "intervention"),
    ),
    (
        "Members of the opposition scuffled with guards on the floor of the House on Thursday.",
        ("The bill was Mr Okoro's.", "Speaker Joan Lind suspended the sitting for an hour.", "It met at noon.", "All was calm."),
        ("scuffle", "adjournment"),
    ),
    (
        "Reform members banged their desks and shouted in protest in the chamber on Monday.",
        ("The minister spoke on.", "Speaker Joan Lind called for order.", "A vote was put.", "The bill passed."),
        ("objection", "intervention"),
    ),
]
OPEN = [
    (
        "Opposition members heckled Mr Poe on Tuesday as he read the result.",
        ("Government MPs jeered Mr Okoro.", "Speaker Joan Lind appealed for order.", "The House sat on.", "The bill passed."),
        ("Opposition members", "intervention"),
    ),
    (
        "Harbour MP Tom Marlowe heckled the minister on Wednesday.",
        ("Mr Marlowe called Ms Hale a liar.", "He withdrew the remark.", "The bill passed.", "A long debate followed."),
        ("Tom Marlowe", "withdrawal"),
    ),
    (
        "Harbour MP Tom Marlowe heckled the minister on Wednesday.",
        ("Speaker Joan Lind ejected Mr Okoro.", "Ms Hale walked out.", "The bill passed.", "A long debate followed."),
        ("Tom Marlowe", "ejection"),
    ),
    (
        "Harbour MP Tom Marlowe accused the minister of theft in the House on Wednesday.",
        ("The gallery cheered.", "Speaker Joan Lind adjourned the sitting.", "It met at noon.", "The bill passed."),
        ("Tom Marlowe", "adjournment"),
    ),
]


def article(lead: str, body: tuple[str, ...]) -> str:
    return "\n\n".join((HEADLINE, lead, *body, "The bill is of the roads and of the bridges of the county. " * 14))


@pytest.mark.parametrize(("lead", "body", "types"), ANSWERED, ids=[row[2][0] for row in ANSWERED])
def test_an_offence_of_the_lead_precedes_its_answer(lead: str, body: tuple[str, ...], types: tuple[str, str]) -> None:
    story = extract(article(lead, body))
    first, answer = (next(e for e in story.events if e.type == type) for type in types)
    assert any((edge.before, edge.after) == (first.id, answer.id) for edge in story.order)
    assert first.rank == 1 < answer.rank


@pytest.mark.parametrize(("lead", "body", "told"), OPEN)
def test_what_answers_another_offence_leaves_it_open(lead: str, body: tuple[str, ...], told: tuple[str, str]) -> None:
    story = extract(article(lead, body))
    who = next(a.id for a in story.actors if a.name == told[0])
    opening = next(e for e in story.events if who in e.actors and e.evidence[0].lead)
    answer = next(e for e in story.events if e.type == told[1])
    assert not any((edge.before, edge.after) == (opening.id, answer.id) for edge in story.order)
