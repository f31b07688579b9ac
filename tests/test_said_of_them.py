"""Of whom hostile words are said, and who says them: told through datelines, titles, marks and names that part the two."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

SCENE = "The Speaker took the chair in Parliament at two.\n\n"
Told = list[tuple[str, list[str], list[str]]]


def alone(nlp: Language, text: str) -> Told:
    """What a text tells by itself."""
    story = extract(text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [names[a] for a in e.actors], [names[t] for t in e.targets]) for e in story.events]


def told(nlp: Language, text: str) -> Told:
    """What it tells of a sitting."""
    return alone(nlp, SCENE + text)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("WARSAW (Reuters) - Jan Kos called the Finance Minister a liar in parliament.", "Jan Kos", "Finance Minister"),
        ("ACCRA — NDC member Ben Kotoka accused the Finance Minister of theft in Parliament.", "Ben Kotoka", "Finance Minister"),
        ("TAIPEI, Taiwan (AP) — Senator Lin Mei branded the Premier a coward in parliament.", "Lin Mei", "Premier"),
        ("Nairobi (AFP) - Senator Otieno Ouma tore into the Deputy President in the Senate.", "Otieno Ouma", "Deputy President"),
        ("New Delhi: Congress member Anil Rao denounced the Home Minister in the Lok Sabha.", "Anil Rao", "Home Minister"),
    ],
)
def test_place_and_agency_at_the_head_part_no_title_from_its_name(nlp: Language, text: str, who: str, whom: str) -> None:
    assert alone(nlp, text) == [("attack", [who], [whom])]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ann Hale called Ben Lind a coward during a debate on bins.",
        "Councillors' pay came up in the debate. Cllr Ann Hale called Ben Lind a coward.",
        "Rep. Ann Hale, D-Carrow, called Ben Lind a coward as the debate went past midnight.",
        "Debating the motion, Carrow MP Ann Hale called Ben Lind a coward.",
    ],
)
def test_members_by_title_who_debate_make_a_sitting(nlp: Language, text: str) -> None:
    assert alone(nlp, text) == [("attack", ["Ann Hale"], ["Ben Lind"])]


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ann Hale called Ben Lind a coward at the garden fete.",
        "A supervisor at the mill said the motion of the wheel was slow. Ann Hale called Ben Lind a coward.",
    ],
)
def test_titles_alone_and_debates_alone_make_none(nlp: Language, text: str) -> None:
    assert alone(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Ann Hale called the water minister a clown. Water Minister Bob Lind smiled.", "Ann Hale", "Bob Lind"),
        ("The ports minister was branded a thief by Joe Okoro. Ports Minister Ada Moss smiled.", "Joe Okoro", "Ada Moss"),
        ("Mr Lind said the mayor of Carrow, Ann Hale, was a liar.", "Lind", "Ann Hale"),
        ("The mayor of Carrow, Ann Hale, called Joe Quill a coward.", "Ann Hale", "Joe Quill"),
        ("Councillor Eve Banda said the director of health, Dr Elias Kunda, was incompetent.", "Eve Banda", "Elias Kunda"),
        ("Tom Marlowe claimed the leader of the Greens, Kim Lind, had lied.", "Tom Marlowe", "Kim Lind"),
        ("Minister Sarah Lind rose. Her shadow, Ben Rao, said she was a disgrace.", "Ben Rao", "Sarah Lind"),
        ("Mr Okoro sat down. The whip, Ben Quill, told him he was a coward.", "Ben Quill", "Okoro"),
        ('"You are a liar," Fratelli Verdi\'s Ann Hale told the minister.', "Ann Hale", "minister"),
        ('Senator Ada Marsh told One Nation\'s Wayne Tull he was "an embarrassment to this place".', "Ada Marsh", "Wayne Tull"),
        ("Ann Hale told the House of Assembly that the treasurer was a fraud.", "Ann Hale", "treasurer"),
        ("Ann Hale accused the previous Labour administration of cooking the books.", "Ann Hale", "Labour"),
    ],
)
def test_somebody_is_named_beside_an_office(nlp: Language, text: str, who: str, whom: str) -> None:
    assert told(nlp, text) == [("attack", [who], [whom])]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('Tom Marlowe called the KMT "Beijing\'s fifth column".', "KMT"),
        ('Tom Marlowe called Labour "London\'s poodle".', "Labour"),
        ('Tom Marlowe labelled the SNP "Scotland\'s sleepiest party".', "SNP"),
        ('Tom Marlowe branded the Greens "a party of thieves".', "Greens"),
        ('Tom Marlowe dubbed the BJP "Delhi\'s laziest landlord".', "BJP"),
        ('Tom Marlowe denounced a "prime minister of the rich". Prime Minister Joe Quill smiled.', "Joe Quill"),
    ],
)
def test_a_name_before_the_marks_is_called_what_stands_in_them(nlp: Language, text: str, whom: str) -> None:
    assert told(nlp, text) == [("attack", ["Tom Marlowe"], [whom])]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ann Hale tore into company director Bob Moss at a hearing of the transport committee on Tuesday.", "Bob Moss"),
        ("Ann Hale lit into oil executive Bob Moss at a Senate Energy Committee hearing.", "Bob Moss"),
        ("Ann Hale took aim at the mayor rather than at Ms Ochoa.", "mayor"),
        ("Ann Hale lashed out at the treasurer instead of the Greens.", "treasurer"),
        ("Ann Hale accused the Greens of lying to voters every year.", "Greens"),
        ("Ann Hale accused the treasurer of hiding the report for months.", "treasurer"),
    ],
)
def test_whom_it_is_said_of_is_told_from_where_and_what_of(nlp: Language, text: str, whom: str) -> None:
    assert told(nlp, text) == [("attack", ["Ann Hale"], [whom])]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale accused the Greens every year of lying.",
        "Ann Hale sat in silence, colleagues said.",
        '"Pathetic," muttered Ann Hale.',
        "Ann Hale said constituents were at the end of their tether. The Speaker ordered Ben Lind out.",
        "Ben Lind said his group would vote against a text he called unfair and brutal. The Speaker ordered Joe Quill out.",
        "Ann Hale said the mayor of Carrow, Ben Lind, was a lawyer.",
        'Ann Hale called Labour "Carrow\'s best friend".',
        "Ann Hale took lessons from a party that was older.",
        'Ann Hale told the Daily Nation\'s Ben Lind he was "an embarrassment to this place".',
    ],
)
def test_what_is_said_of_nobody_is_no_attack(nlp: Language, text: str) -> None:
    assert [kind for kind, _, _ in told(nlp, text) if kind == "attack"] == []
