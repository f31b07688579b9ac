"""Every passage that may name an actor, and of what kind; who it is comes later."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import document, extract, mentions
from extract.mention import Mention
from extract.types import Article


def found(nlp: Language, text: str) -> tuple[Mention, ...]:
    return mentions.find_mentions(document.read_document(Article("a1", text), nlp=nlp))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour MP Tom Marlowe shouted.", [("name", "Labour MP Tom Marlowe")]),
        ("Mr Okoro shouted.", [("name", "Mr Okoro")]),
        ("Speaker Jo Lind shouted.", [("name", "Speaker Jo Lind")]),
        ("Prime Minister Ann Hale shouted.", [("name", "Prime Minister Ann Hale")]),
        ("Jo Lees-Marlowe shouted.", [("name", "Jo Lees-Marlowe")]),
        ("Piri van der Berg shouted.", [("name", "Piri van der Berg")]),
        ("The Speaker shouted.", [("office", "Speaker")]),
        ("The deputy speaker shouted.", [("office", "deputy speaker")]),
        ("The Prime Minister shouted.", [("office", "Prime Minister")]),
        ("The Labour leader shouted.", [("rank", "Labour leader")]),
        ("The MP shouted.", [("rank", "MP")]),
        ("Labour MPs shouted.", [("group", "Labour MPs")]),
        ("The opposition benches shouted.", [("group", "opposition benches")]),
        ("The Labour Party shouted.", [("party", "Labour Party")]),
        ("The House voted.", [("house", "House")]),
        ("He shouted.", [("pronoun", "He")]),
        ("They shouted.", [("pronoun", "They")]),
        ("Mr O'Brien shouted.", [("name", "Mr O'Brien")]),
        ("Dr. Okoro shouted.", [("name", "Dr. Okoro")]),
        ("Mrs May shouted.", [("name", "Mrs May")]),
        ("Mr May said he may go.", [("name", "Mr May"), ("pronoun", "he")]),
        ("Labour MP Jo Lees-Marlowe shouted.", [("name", "Labour MP Jo Lees-Marlowe")]),
        ("Several walked out.", [("pronoun", "Several")]),
        ("The Labour MPs shouted.", [("group", "Labour MPs")]),
        ("The leader of the Greens shouted.", [("rank", "leader of the Greens"), ("party", "Greens")]),
        ("Mr Marlowe, a Labour MP, shouted.", [("name", "Mr Marlowe"), ("rank", "Labour MP")]),
        # near misses
        ("The Herald reported it.", []),
        ("In May the House rose.", [("house", "House")]),
        ("A house burned down.", []),
        ("Several people shouted.", [("group", "people")]),
        ("Yesterday it rained.", []),
        ("The bridge collapsed.", []),
        ("It rained on Tuesday in March.", []),
        ("The loudspeaker failed.", []),
        ("Labour was hard in the mines of the north.", [("party", "Labour")]),
        ("", []),
    ],
)
def test_a_passage_is_a_mention_of_a_kind(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.kind, m.text) for m in found(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "name", "office", "party", "gender"),
    [
        ("Labour MP Tom Marlowe shouted.", ("Tom", "Marlowe"), "MP", "Labour", ""),
        ("Mr Okoro shouted.", ("Okoro",), "", "", "m"),
        ("Ms Hale shouted.", ("Hale",), "", "", "f"),
        ("Green Party co-leader Ann Hale shouted.", ("Ann", "Hale"), "co-leader", "Green Party", ""),
        ("Dame Jo Lind shouted.", ("Jo", "Lind"), "", "", "f"),
        ("Deputy Speaker Jo Lind shouted.", ("Jo", "Lind"), "Deputy Speaker", "", ""),
        ("Mrs May shouted.", ("May",), "", "", "f"),
        ("Mr Jo Lees-Marlowe shouted.", ("Jo", "Lees-Marlowe"), "", "", "m"),
        ("Congress leader Ann Hale shouted.", ("Ann", "Hale"), "leader", "Congress", ""),
        ("Congressman Tom Marlowe shouted.", ("Tom", "Marlowe"), "Congressman", "", "m"),
        ("Auckland MP Tom Marlowe shouted.", ("Tom", "Marlowe"), "MP", "", ""),
    ],
)
def test_what_a_titled_name_says(nlp: Language, text: str, name: tuple[str, ...], office: str, party: str, gender: str) -> None:
    (mention,) = found(nlp, text)
    assert (mention.name, mention.office, mention.party, mention.gender) == (name, office, party, gender)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members of the opposition shouted.", "Members of the opposition"),
        ("Mr Okoro's security staff shouted.", "Mr Okoro's security staff"),
        ("Mr Okoro’s security staff shouted.", "Mr Okoro’s security staff"),
    ],
)
def test_a_group_is_named_with_whose_it_is(nlp: Language, text: str, expected: str) -> None:
    assert expected in [m.text for m in found(nlp, text) if m.kind == "group"]


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("Labour's whip shouted.", "rank", "Labour"),
        ("Labour's whip Ann Hale shouted.", "name", "Labour"),
        ("The leader of the Greens shouted.", "rank", "Greens"),
        ("Members of the Labour Party shouted.", "group", "Labour Party"),
        ("The whip shouted.", "rank", ""),
        ("Marlowe's whip shouted.", "rank", ""),
    ],
)
def test_a_title_takes_the_party_that_owns_it(nlp: Language, text: str, kind: str, party: str) -> None:
    assert [m.party for m in found(nlp, text) if m.kind == kind] == [party]


def test_a_house_whose_leaders_are_named_is_a_party(nlp: Language) -> None:
    text = "Congress leader Ann Hale shouted. The Congress walked out."
    assert [(m.kind, m.party) for m in found(nlp, text)][-1] == ("party", "Congress")
    assert [m.kind for m in found(nlp, "The Congress walked out.")] == ["house"]


@pytest.mark.parametrize(
    ("text", "kind", "flag", "value"),
    [
        ("The Speaker shouted.", "office", "definite", True),
        ("A Labour MP shouted.", "rank", "definite", False),
        ("Labour MPs shouted.", "group", "plural", True),
        ("She shouted.", "pronoun", "plural", False),
        ("They shouted.", "pronoun", "plural", True),
        ("She shouted.", "pronoun", "gender", "f"),
        ("He shouted.", "pronoun", "gender", "m"),
    ],
)
def test_number_gender_and_article(nlp: Language, text: str, kind: str, flag: str, value: object) -> None:
    assert [getattr(m, flag) for m in found(nlp, text) if m.kind == kind] == [value]


def test_mentions_stand_in_reading_order_and_keep_the_articles_words(nlp: Language) -> None:
    text = "Mr Okoro, the Labour leader, told Ms Hale that the Speaker’s ruling angered Labour MPs."
    rows = found(nlp, text)
    assert [m.start for m in rows] == sorted(m.start for m in rows)
    assert all(m.start <= m.head < m.end for m in rows)
    assert all(m.text in text for m in rows)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Speaker ejected Bill Marlowe.", "Bill Marlowe"),
        ("Bill Hale was heckled by Ms Lind.", "Bill Hale"),
        ("Ms Lind accused Bill Okoro of lying.", "Bill Okoro"),
        ("Will Marlowe attacked the minister.", "Will Marlowe"),
        ("Will Hale, the member for Perth, walked out.", "Will Hale"),
        ("Labour MP Will Lind attacked Mr Okoro.", "Will Lind"),
        ("The Speaker ordered Will Quill to leave.", "Will Quill"),
        ("Ms Lind attacked June Okoro.", "June Okoro"),
    ],
)
def test_given_names_that_are_words_of_the_house_or_of_the_calendar(nlp: Language, text: str, name: str) -> None:
    story = extract(f"The Speaker took the chair in Parliament. {text}", nlp=nlp)
    assert name in {story.actor(id).name for event in story.events for id in (*event.actors, *event.targets)}


@pytest.mark.parametrize(
    "text",
    [
        "The Bill Committee heckled the Speaker.",
        "Will Labour attack Ms Lind?",
        "Ms Lind attacked Labour over the Housing Bill Amendment.",
        "In June Labour attacked Ms Lind.",
        "Will Ms Hale eject Mr Okoro?",
    ],
)
def test_words_that_only_look_like_given_names(nlp: Language, text: str) -> None:
    story = extract(f"The Speaker took the chair in Parliament. {text}", nlp=nlp)
    assert not [actor.name for actor in story.actors if actor.name.split()[0] in {"Bill", "Will", "June"}]
