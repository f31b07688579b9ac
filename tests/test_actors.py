"""Who is who: one actor however named, two where two are meant, and in doubt nobody."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from extract import actors, document, mentions
from extract.naming import Cast, same_person
from extract.types import Article


@cache
def read(nlp: Language, text: str) -> tuple[document.Document, Cast]:
    made = document.read_document(Article("a1", text), nlp=nlp)
    return made, actors.resolve(mentions.find_mentions(made), made)


def cast(nlp: Language, text: str) -> dict[str, str]:
    """The actors by name, with their kind."""
    return {a.name: a.kind for a in read(nlp, text)[1].actors}


def who(nlp: Language, text: str, word: str) -> str | None:
    """The name of the actor that the last such word stands for."""
    made, found = read(nlp, text)
    token = [t for t in made.doc if t.text == word][-1]
    id = found.at(token)
    return None if id is None else found.get(id).name


TWO = "Labour MP Tom Marlowe shouted at Speaker Jo Lind in Parliament. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (TWO + "Mr Marlowe left.", "Marlowe", "Tom Marlowe"),
        (TWO + "Marlowe left.", "Marlowe", "Tom Marlowe"),
        (TWO + "The Speaker left.", "Speaker", "Jo Lind"),
        (TWO + "The Labour MP left.", "MP", "Tom Marlowe"),
        ("Tom Marlowe, the Labour leader, rose in Parliament. The Labour leader left.", "leader", "Tom Marlowe"),
        ("Prime Minister Ann Hale rose in Parliament. The Prime Minister left.", "Minister", "Ann Hale"),
        ("The Prime Minister, Ann Hale, rose in Parliament. The Prime Minister left.", "Minister", "Ann Hale"),
        ("Mr Marlowe rose in Parliament. He shouted.", "He", "Marlowe"),
        ("Ms Hale shouted at Mr Marlowe. She left.", "She", "Hale"),
        ("Ms Hale shouted at Mr Marlowe. He left.", "He", "Marlowe"),
        ("Labour MPs rose in Parliament. They shouted.", "They", "Labour MPs"),
        ("The Labour Party rose in Parliament. Labour voted.", "Labour", "Labour Party"),
        ("The Speaker rose in Parliament. The Speaker left.", "Speaker", "Speaker"),
        ("The ACT leader, Ama Okoro, rose in Parliament. The ACT leader left.", "leader", "Ama Okoro"),
        ("Jo Lind, the Speaker, rose in Parliament. The Speaker left.", "Speaker", "Jo Lind"),
        ("The Speaker, Jo Lind, rose in Parliament. The Speaker left.", "Speaker", "Jo Lind"),
        ("Mr Marlowe said Mr Okoro had shouted at him.", "him", "Marlowe"),
        ('"Mr Hale is a liar," Mr Okoro said. He left.', "He", "Okoro"),
        ("Ms Hale met Ms Lind in Parliament. She left.", "She", "Hale"),
        ("Opposition members rose in Parliament. The members left.", "members", "Opposition members"),
        ("Labour rose in Parliament. Labour MPs shouted. They left.", "They", "Labour MPs"),
        ("Labour MPs jeered, and several walked out of the chamber.", "several", "Labour MPs"),
        ("Labour MPs heckled the minister in Parliament. Several walked out.", "Several", "Labour MPs"),
        ("Mr Tom Marlowe and Mrs Ann Marlowe rose in Parliament. Mr Marlowe left.", "Marlowe", "Tom Marlowe"),
        ("Mr Tom Marlowe and Mrs Ann Marlowe rose in Parliament. Mrs Marlowe left.", "Marlowe", "Ann Marlowe"),
        ("Ms Hale rose in Parliament. Mr Marlowe was in his seat.", "his", "Marlowe"),
        ("The Speaker, Jo Lind, named Ms Hale in Parliament and the House voted to suspend her.", "her", "Hale"),
        ("Speaker Jo Lind named Ms Hale in Parliament. She was then escorted out.", "She", "Hale"),
        ("Speaker Jo Lind warned Ms Hale in Parliament. A motion to suspend her was carried.", "her", "Hale"),
        ("Speaker Jo Lind sat in Parliament. When Ms Hale shouted, she ordered Mr Okoro to leave the chamber.", "she", "Jo Lind"),
        ("Speaker Jo Lind sat in Parliament. When Ms Hale rose, she directed that Mr Okoro withdraw.", "she", "Jo Lind"),
        # near misses
        ("Speaker Jo Lind sat in Parliament. When Ms Hale rose, she asked Mr Okoro to withdraw it.", "she", "Hale"),
        ("Speaker Jo Lind warned Ms Hale in Parliament. She then rose.", "She", "Jo Lind"),
        ("Mr Tom Marlowe and Mrs Ann Marlowe rose in Parliament. Marlowe left.", "Marlowe", None),
        ("Jo Lind met the Speaker in Parliament. The Speaker left.", "Speaker", "Speaker"),
        ("The Deputy Speaker rose in Parliament. The Speaker left.", "Speaker", "Speaker"),
        ("Ms Hale rose in Parliament. Several walked out.", "Several", None),
        ("Ms Hale rose in Parliament. It rained. It poured. It snowed. It hailed. She left.", "She", None),
        ('Ms Hale rose in Parliament. "You may sit," she said.', "You", None),
        ("Ms Hale rose in Parliament. He left.", "He", None),
        ("Labour MPs rose in Parliament. He left.", "He", None),
        ("Ms Hale rose in Parliament. They left.", "They", None),
        ("It rained in Parliament. He left.", "He", None),
        ("Labour MP Tom Marlowe rose in Parliament. The National MP left.", "MP", "National MP"),
        ("Labour MP Tom Marlowe rose in Parliament. The bridge left.", "bridge", None),
    ],
)
def test_a_mention_stands_for_one_actor_or_for_nobody(nlp: Language, text: str, word: str, expected: str | None) -> None:
    assert who(nlp, text, word) == expected


def test_an_actor_keeps_its_fullest_name_its_forms_its_party_and_its_role(nlp: Language) -> None:
    _, found = read(nlp, TWO + "Mr Marlowe left. Marlowe laughed.")
    marlowe = next(a for a in found.actors if "Marlowe" in a.name)
    assert (marlowe.name, marlowe.kind, marlowe.party, marlowe.role) == ("Tom Marlowe", "person", "Labour", "MP")
    assert {"Labour MP Tom Marlowe", "Mr Marlowe", "Marlowe"} <= set(marlowe.aliases)
    assert len(marlowe.mentions) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Tom Marlowe and Ms Ann Marlowe rose in Parliament.", {"Tom Marlowe", "Ann Marlowe"}),
        ("Mr Tom Marlowe rose in Parliament. Ms Hale left.", {"Tom Marlowe", "Hale"}),
        ("Mr Tom Marlowe rose in Parliament. Mr Marlowe left.", {"Tom Marlowe"}),
    ],
)
def test_two_people_are_two_and_one_is_one(nlp: Language, text: str, expected: set[str]) -> None:
    assert {name for name, kind in cast(nlp, text).items() if kind == "person"} == expected


def test_a_party_is_not_its_members(nlp: Language) -> None:
    text = "Labour voted in Parliament. Labour MPs shouted."
    assert cast(nlp, text).keys() >= {"Labour", "Labour MPs"}
    assert {a.name: a.party for a in read(nlp, text)[1].actors if a.party} == {"Labour": "Labour", "Labour MPs": "Labour"}


@pytest.mark.parametrize(
    ("text", "name", "party", "role"),
    [
        ("Labour MP Tom Marlowe rose in Parliament.", "Tom Marlowe", "Labour", "MP"),
        ("Tom Marlowe, a Labour MP, rose in Parliament.", "Tom Marlowe", "Labour", "MP"),
        ("Labour's whip Ann Hale rose in Parliament.", "Ann Hale", "Labour", "whip"),
        ("The Prime Minister, Ann Hale, rose in Parliament.", "Ann Hale", None, "Prime Minister"),
        ("Mr Marlowe rose in Parliament.", "Marlowe", None, None),
    ],
)
def test_what_the_article_says_of_somebody(nlp: Language, text: str, name: str, party: str | None, role: str | None) -> None:
    found = next(a for a in read(nlp, text)[1].actors if a.name == name)
    assert (found.party, found.role) == (party, role)


def test_a_pronoun_that_two_can_stand_for_is_neither(nlp: Language) -> None:
    assert who(nlp, "Ms Hale and Ms Lind shouted in Parliament. She left.", "She") is None


def test_several_of_those_who_rose(nlp: Language) -> None:
    assert who(nlp, "Labour MPs rose in Parliament and several staged a walkout.", "several") == "Labour MPs"


def test_a_pronoun_can_be_whose_word_it_is(nlp: Language) -> None:
    assert who(nlp, "According to Ms Hale, Mr Marlowe heckled her in Parliament.", "her") == "Hale"


def test_a_bare_surname_of_two_is_neither(nlp: Language) -> None:
    text = "Mr Tom Marlowe shouted at Mr Ben Marlowe in Parliament. Mr Marlowe left."
    assert who(nlp, text, "Marlowe") is None


def test_a_title_tells_two_of_one_surname_apart(nlp: Language) -> None:
    text = "Mr Tom Marlowe shouted at Ms Ann Marlowe in Parliament. Ms Marlowe left."
    assert who(nlp, text, "Marlowe") == "Ann Marlowe"


def test_the_arguments_of_one_verb_are_two_people(nlp: Language) -> None:
    assert who(nlp, "Mr Marlowe rose in Parliament. Mr Okoro accused him.", "him") == "Marlowe"


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Speaker Jo Lind and deputy speaker Ann Hale sat in Parliament.", {"Jo Lind", "Ann Hale"}),
        ("Speaker Jo Lind sat in Parliament. The Prime Minister left.", {"Jo Lind"}),
        ("The Prime Minister sat in Parliament.", set()),
    ],
)
def test_who_presides(nlp: Language, text: str, chairs: set[str]) -> None:
    _, found = read(nlp, text)
    assert {found.get(id).name for id in found.chairs} == chairs


def test_the_deputy_speaker_is_not_the_speaker(nlp: Language) -> None:
    text = "Speaker Jo Lind sat in Parliament. Deputy Speaker Ann Hale rose. The Deputy Speaker left."
    assert who(nlp, text, "left") is None
    assert who(nlp, text, "Speaker") == "Ann Hale"
    assert who(nlp, text.replace("The Deputy Speaker", "The Speaker"), "Speaker") == "Jo Lind"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Labour MPs shouted in Parliament.", "Labour MPs", "group"),
        ("Opposition members shouted in Parliament.", "Opposition members", "group"),
        ("The Labour Party voted in Parliament.", "Labour Party", "group"),
        ("The Speaker rose in Parliament.", "Speaker", "office"),
        ("Mr Okoro rose in Parliament.", "Okoro", "person"),
        ("Mr Okoro's security staff rose in Parliament.", "Mr Okoro's security staff", "group"),
    ],
)
def test_the_kind_of_an_actor(nlp: Language, text: str, name: str, kind: str) -> None:
    assert cast(nlp, text).get(name) == kind


def test_ids_are_made_of_names_and_are_the_same_each_time(nlp: Language) -> None:
    made = document.read_document(Article("a1", TWO), nlp=nlp)
    first, second = (actors.resolve(mentions.find_mentions(made), made) for _ in range(2))
    assert [a.id for a in first.actors] == [a.id for a in second.actors]
    assert {"marlowe", "lind"} <= {a.id for a in first.actors}


def test_every_mention_is_a_passage_of_the_article(nlp: Language) -> None:
    text = TWO.replace("Parliament", "Parliament’s “House”") + "Mr Marlowe’s staff left. He shouted."
    _, found = read(nlp, text)
    spans = [m for a in found.actors for m in a.mentions]
    assert len(spans) >= 4
    assert all(text[s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Marlowe", "Tom Marlowe", True),
        ("Tom", "Tom Marlowe", True),
        ("Tom Marlowe", "tom marlowe", True),
        ("Tom B Marlowe", "Tom Marlowe", True),
        ("Ann Marlowe", "Tom Marlowe", False),
        ("Marlow", "Tom Marlowe", False),
        ("Tom Hale", "Tom Marlowe", False),
    ],
)
def test_a_name_can_be_a_shorter_form(one: str, other: str, same: bool) -> None:
    mention = mentions.Mention("name", 0, 1, 0, one, name=tuple(one.split()))
    assert same_person(mention, tuple(other.split())) is same


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Hale ordered the Perth MP from the House. Ms Lee left Parliament.", "Perth MP"),
        ("The MP for Perth. Ms Lee left Parliament.", "MP for Perth"),
        ("The MP for St. Albans left Parliament.", "MP for St. Albans"),
    ],
)
def test_a_seat_ends_with_its_sentence_and_is_no_house(nlp: Language, text: str, name: str) -> None:
    assert cast(nlp, text)[name] == "office"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Parliament sat. National Democratic Congress (NDC) MPs left.", "National Democratic Congress MPs"),
        ("Parliament sat. The New Patriotic Party (NPP) caucus left.", "New Patriotic Party caucus"),
        ("Parliament sat. Every New Zealand First MP left.", "New Zealand First MPs"),
    ],
)
def test_the_members_of_a_party_are_named_by_it(nlp: Language, text: str, name: str) -> None:
    read = document.read_document(Article("a", text), nlp=nlp)
    assert name in {actor.name for actor in actors.resolve(mentions.find_mentions(read), read).actors}


@pytest.mark.parametrize(
    ("text", "presides"), [("Councillors left. The mayor, Ann Hale, rose.", True), ("The mayor, Ann Hale, rose.", False)]
)
def test_in_a_council_the_mayor_presides(nlp: Language, text: str, presides: bool) -> None:
    read = document.read_document(Article("a", text), nlp=nlp)
    assert bool(actors.resolve(mentions.find_mentions(read), read).chairs) is presides
