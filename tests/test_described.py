"""Whom "as he left" means, who the pair and the trio are, and the two sides of "ruling and opposition members"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

SITTING = "The Speaker took the chair in Parliament at two.\n\n"


def told(nlp: Language, text: str) -> set[tuple[str, frozenset[str], frozenset[str]]]:
    """Every event: type, who, whom."""
    story = extract(SITTING + text, published="2024-03-14", nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    named = [(e.type, *(frozenset(names[id] for id in ids) for ids in (e.actors, e.targets))) for e in story.events]
    return {(type, who, whom) for type, who, whom in named}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom Marlowe jeered at Ann Hale as she walked out of the chamber.", "Ann Hale"),
        ("Joe Okoro shouted at Tom Marlowe as he stormed out of the chamber.", "Tom Marlowe"),
        ("Joe Okoro yelled at Tom Marlowe while he walked out of the chamber in protest.", "Tom Marlowe"),
        ("Joe Okoro heckled Tom Marlowe when he walked out of the chamber.", "Tom Marlowe"),
        ("Joe Okoro barracked Tom Marlowe as he marched out of the House in protest.", "Tom Marlowe"),
        ("Joe Okoro thanked Tom Marlowe as he walked out of the chamber.", "Joe Okoro"),
    ],
)
def test_who_leaves_while_another_shouts_at_him(nlp: Language, text: str, who: str) -> None:
    assert ("walkout", frozenset({who}), frozenset()) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ruling and opposition members shouted at each other.", {"Ruling members", "opposition members"}),
        ("There was chaos, with ruling and opposition members shouting at each other.", {"ruling members", "opposition members"}),
        ("Majority and Minority MPs shouted at each other.", {"Majority MPs", "Minority MPs"}),
        ("Treasury and opposition benches shouted at each other.", {"Treasury benches", "opposition benches"}),
    ],
)
def test_both_sides_of_a_noun_said_once(nlp: Language, text: str, who: set[str]) -> None:
    assert ("heckle", frozenset(who), frozenset(who)) in told(nlp, text)


def test_a_ruling_is_no_side(nlp: Language) -> None:
    everybody = {name for _, who, _ in told(nlp, "After the ruling, opposition members shouted at Tom Marlowe.") for name in who}
    assert everybody == {"opposition members"}


def test_whoever_is_spoken_of_in_the_clause_before_does_not_act(nlp: Language) -> None:
    text = "Ann Hale charged the Government with robbing the nurses, and Joe Okoro was up on a point of order."
    assert ("point_of_order", frozenset({"Joe Okoro"}), frozenset({"Ann Hale"})) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Speaker ejected two MPs after they traded insults. Ann Hale and Joe Okoro were told to leave.",
            {"Ann Hale", "Joe Okoro"},
        ),
        (
            "Two MPs traded insults. The Speaker ejected the two MPs. Ann Hale and Kim Lind were told to leave.",
            {"Ann Hale", "Kim Lind"},
        ),
        ("Two MPs traded insults. The Speaker ejected Ann Hale and Kim Lind.", {"Two MPs"}),
        ("The Speaker ejected three MPs after they traded insults. Ann Hale and Joe Okoro were told to leave.", {"three MPs"}),
    ],
)
def test_who_the_two_are_that_an_ejection_counts_and_names(nlp: Language, text: str, who: set[str]) -> None:
    assert ("heckle", frozenset(who), frozenset(who)) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Opposition leader Ann Hale and her members walked out of the chamber.", {"Ann Hale", "opposition members"}),
        ("Ann Hale, the Leader of the Opposition, and her MPs left in protest.", {"Ann Hale", "opposition MPs"}),
        ("Labour's Ann Hale and her members walked out of the chamber.", {"Ann Hale", "Labour members"}),
        ("Opposition members stormed out of the chamber. The opposition had warned of it.", {"Opposition members"}),
        ("Ruling party MPs walked out of the chamber.", {"Ruling party MPs"}),
    ],
)
def test_whose_members_leave(nlp: Language, text: str, who: set[str]) -> None:
    assert ("walkout", frozenset(who), frozenset()) in told(nlp, text)


def test_the_opposition_and_its_members_are_one(nlp: Language) -> None:
    text = "Opposition members shouted at Tom Marlowe. Tom Marlowe called the opposition cowards."
    assert ("attack", frozenset({"Tom Marlowe"}), frozenset({"Opposition members"})) in told(nlp, text)


def test_who_has_the_chair_is_who_acts_in_it(nlp: Language) -> None:
    text = (
        "Two MPs were ejected. Ann Hale had begged the Speaker for a debate. Deputy Speaker Rosa Quill told the two MPs to leave."
    )
    assert {who for type, who, _ in told(nlp, text) if type == "ejection"} == {frozenset({"Rosa Quill"})}


def test_a_cry_of_one_word_is_nobody(nlp: Language) -> None:
    assert ("heckle", frozenset({"Green MPs"}), frozenset({"Ann Hale"})) in told(
        nlp, '"Balik!" shouted Green MPs as Ann Hale spoke.'
    )
    assert ("heckle", frozenset({"Green MPs"}), frozenset({"Ann Hale"})) in told(
        nlp, 'Ann Hale spoke. "Hale!" shouted Green MPs.'
    )


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('Joe Okoro yelled "You lie!" at Ann Hale.', {"Ann Hale"}),
        ('Joe Okoro shouted "Shame on you!" at the minister, Ann Hale.', {"Ann Hale"}),
        ('Joe Okoro shouted "Go home" at Ann Hale and Kim Lind.', {"Ann Hale", "Kim Lind"}),
        ('Joe Okoro screamed "We won\'t go" at Senator Ann Hale.', {"Ann Hale"}),
        ('Joe Okoro shouted "voetsek" at the departing Ann Hale.', {"Ann Hale"}),
    ],
)
def test_whom_words_are_shouted_at_that_stand_between(nlp: Language, text: str, whom: set[str]) -> None:
    assert ("heckle", frozenset({"Joe Okoro"}), frozenset(whom)) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Tom Lind, Kim Okoro and Joe Marlowe received the same treatment.", {"Tom Lind", "Kim Okoro", "Joe Marlowe"}),
        ("Tom Lind of the Greens and Labour's Kim Okoro met the same fate.", {"Tom Lind", "Kim Okoro"}),
    ],
)
def test_all_of_a_list_are_put_out_after_another(nlp: Language, text: str, whom: set[str]) -> None:
    assert ("ejection", frozenset({"Speaker"}), frozenset(whom)) in told(nlp, f"The Speaker ordered Ann Hale out. {text}")


def test_a_headline_s_democrat_is_one_of_them(nlp: Language) -> None:
    text = "Democrat hauled out of Congress\n\nRep. Ann Hale was thrown out of the House chamber on Tuesday. Democrats applauded."
    story = extract(text, published="2024-03-14", nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    assert [[names[id] for id in e.targets] for e in story.events if e.type == "ejection"] == [["Ann Hale"]]


def test_a_party_shouts_at_no_side_of_its_own(nlp: Language) -> None:
    shouted = told(nlp, "The Labour benches shouted at Labour and at Ann Hale.")
    assert ("heckle", frozenset({"Labour benches"}), frozenset({"Ann Hale"})) in shouted


def test_an_adverb_before_a_party_is_no_part_of_it(nlp: Language) -> None:
    text = "First Labour's Ann Hale was gone, then Labour walked out of the chamber."
    assert ("walkout", frozenset({"Labour"}), frozenset()) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ann Hale and Joe Okoro were ejected. Tom Marlowe shouted at the pair.", {"Ann Hale", "Joe Okoro"}),
        ("Ann Hale and Joe Okoro rose. Tom Marlowe heckled the duo.", {"Ann Hale", "Joe Okoro"}),
        ("Labour's Ann Hale and Joe Okoro of the Greens rose. Tom Marlowe yelled at the pair.", {"Ann Hale", "Joe Okoro"}),
        ("Ann Hale and Joe Okoro were ejected. Tom Marlowe shouted at the trio.", {"trio"}),
    ],
)
def test_who_the_pair_and_the_trio_are(nlp: Language, text: str, whom: set[str]) -> None:
    assert ("heckle", frozenset({"Tom Marlowe"}), frozenset(whom)) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Tom Marlowe yelled at Ann Hale. Hale yelled back. The Speaker threw the pair out.", {"Tom Marlowe", "Ann Hale"}),
        ("Tom Marlowe heckled Joe Okoro. Okoro heckled him. The pair were thrown out.", {"Tom Marlowe", "Joe Okoro"}),
        (
            "Tom Marlowe jeered. Ann Hale jeered back. The Speaker gave the pair an hour each to cool down.",
            {"Tom Marlowe", "Ann Hale"},
        ),
        ("Tom Marlowe jeered at Ann Hale, who jeered back. The duo were ejected.", {"Tom Marlowe", "Ann Hale"}),
        ("Kim Lind, Tom Marlowe and Ann Hale jeered. The pair were ejected.", {"pair"}),
    ],
)
def test_the_pair_are_the_two_of_a_quarrel(nlp: Language, text: str, whom: set[str]) -> None:
    assert ("ejection", frozenset({"Speaker"}), frozenset(whom)) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Damien Kereama rose. The Te Pāti Māori MP called Ann Hale a lapdog.", "Damien Kereama", "Ann Hale"),
        ("Ann Lind stood up. The Green senator called Joe Okoro a fraud.", "Ann Lind", "Joe Okoro"),
        ("Damien Kereama rose. The Green MP called him a lapdog.", "Green MP", "Damien Kereama"),
        ("Labour's Damien Kereama rose. The Green MP called Ann Hale a lapdog.", "Green MP", "Ann Hale"),
        ("Damien Kereama and Joe Okoro rose. The Green MP called Ann Hale a lapdog.", "Green MP", "Ann Hale"),
    ],
)
def test_a_partys_member_is_whoever_was_just_told_of_without_a_party(nlp: Language, text: str, who: str, whom: str) -> None:
    assert ("attack", frozenset({who}), frozenset({whom})) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Senate President Sue Hartigan rose. The President ordered Dale Prior to leave the chamber.", "Sue Hartigan"),
        ("The President of the Senate, Sue Hartigan, rose. The President threw Dale Prior out of the chamber.", "Sue Hartigan"),
    ],
)
def test_the_president_of_a_senate_is_the_president(nlp: Language, text: str, who: str) -> None:
    assert ("ejection", frozenset({who}), frozenset({"Dale Prior"})) in told(nlp, text)
