"""Heads that the parser hangs elsewhere: who does what is told in constructions of daily news, and near misses of each."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

SCENE = "The House met on Tuesday under Speaker Joan Quill. "


def acts(nlp: Language, text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The type, doers and sufferers of all that a text tells."""
    story = extract(SCENE + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return {(e.type, tuple(names[a] for a in e.actors), tuple(names[t] for t in e.targets)) for e in story.events}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Green MPs walked out, with Ada Moss accusing the Speaker of bias.", ("attack", ("Ada Moss",), ("Joan Quill",))),
        (
            "Trouble started when Mr Okoro, representing Harrow, raised a point of order.",
            ("point_of_order", ("Okoro",), ()),
        ),
        ("It was after Speaker Joan Quill ejected Mr Okoro that Ms Lind wept.", ("ejection", ("Joan Quill",), ("Okoro",))),
        ("Mr Okoro was hit by ruling party deputy Ben Lind.", ("scuffle", ("Ben Lind",), ("Okoro",))),
        ("MPs from the left booed and banged their desks.", ("objection", ("MPs",), ())),
        ("Ms Moss had risen on a point of order, asking whether it was proper.", ("point_of_order", ("Moss",), ())),
        ("Republican Dan Moss shouted at Ms Lind.", ("heckle", ("Dan Moss",), ("Lind",))),
        ("New Democrat Ada Moss stood on a point of order.", ("point_of_order", ("Ada Moss",), ())),
        ('Ms Lind was heckled, with Labour\'s Ben Okoro yelling "muppet".', ("heckle", ("Ben Okoro",), ("Lind",))),
        (
            "Ms Lind was interrupted, with Mr Moss shouting at her and Mr Okoro calling her a liar.",
            ("attack", ("Okoro",), ("Lind",)),
        ),
        (
            "It began when Senator Ben Moss, reading from a memo, called Ms Lind a thief. The Speaker ordered Mr Okoro out.",
            ("attack", ("Ben Moss",), ("Lind",)),
        ),
        (
            "Legislators scuffled over a security bill, forcing Speaker Joan Quill to halt proceedings for half an hour.",
            ("adjournment", ("Joan Quill",), ()),
        ),
        ("Mr Okoro had risen on a point of order to complain about the language.", ("point_of_order", ("Okoro",), ())),
        (
            "Green MPs walked out on Monday during the debate on the Lobbying (Amendment) Bill after the Speaker declined.",
            ("walkout", ("Green MPs",), ()),
        ),
        ('Labour MPs shouted "Bye-bye" and "Cheerio" as Mr Okoro spoke.', ("heckle", ("Labour MPs",), ("Okoro",))),
        (
            'Mr Okoro rose. "You can\'t bear the truth," Ms Moss told him. Labour MPs jeered her.',
            ("attack", ("Moss",), ("Okoro",)),
        ),
    ],
)
def test_who_does_it_is_found_where_the_parse_lost_them(nlp: Language, text: str, wanted: tuple[str, ...]) -> None:
    assert wanted in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker rose with a clerk holding the rules.",
        "When Mr Okoro, representing Harrow, spoke, the clock struck.",
        "The ruling party won a seat.",
        "Republican leaders met the Democrats for tea.",
        "Labour filed a motion to hear Ms Lind.",
        '"If the member does not sit down he can go outside," the Speaker said to nobody.',
    ],
)
def test_near_misses_tell_no_ejection_and_no_attack(nlp: Language, text: str) -> None:
    assert not {kind for kind, _, _ in acts(nlp, text)} & {"ejection", "attack", "scuffle", "heckle"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Sindh Assembly speaker removed Mr Memon from the house.", "speaker"),
        ("The speaker of the lower house, Ada Moss, removed Mr Memon from the chamber.", "Ada Moss"),
        ("The Speaker of the National Assembly, Ben Lind, ejected Mr Memon.", "Ben Lind"),
    ],
)
def test_a_chair_is_known_by_the_house_before_or_behind_the_office(nlp: Language, text: str, name: str) -> None:
    story = extract(text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    assert [(e.type, [names[a] for a in e.actors]) for e in story.events] == [("ejection", [name])]


def test_asking_somebody_three_times_is_no_word_to_the_times(nlp: Language) -> None:
    text = "Mr Okoro called Ms Moss a liar. The Speaker asked Mr Okoro three times to take back the word."
    assert ("ruling", ("Joan Quill",), ("Okoro",)) in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A far-right senator has been ejected from the chamber.", ("ejection", ("Joan Quill",), ("senator",))),
        ("A Labour co-leader was thrown out of the chamber.", ("ejection", ("Joan Quill",), ("Labour co-leader",))),
        (
            "The Speaker removed Mr Okoro from the House after he waved a banner at Ms Moss.",
            ("objection", ("Okoro",), ("Moss",)),
        ),
    ],
)
def test_somebody_new_and_somebody_put_out_are_whom_the_text_means(
    nlp: Language, text: str, wanted: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert wanted in acts(nlp, text)


def test_nobody_puts_out_the_chair(nlp: Language) -> None:
    text = "The Speaker was escorted out of the chamber by guards."
    assert not [kind for kind, _, _ in acts(nlp, text) if kind == "ejection"]


def test_who_brands_a_walkout_did_not_walk_out_and_an_objection_put_to_the_chair_is_one_complaint(nlp: Language) -> None:
    told = acts(
        nlp, 'Green MPs walked out. Mr Okoro called the walkout "a shameful stunt". Ms Moss objected and asked for a ruling.'
    )
    assert ("walkout", ("Green MPs",), ()) in told
    assert ("attack", ("Okoro",), ("Green MPs",)) in told
    assert [kind for kind, who, _ in told if who == ("Moss",)] == ["point_of_order"]


def test_a_name_behind_his_colleague_acts_with_him(nlp: Language) -> None:
    told = acts(nlp, "Mr Okoro and his colleague Ada Moss began heckling Ms Lind.")
    assert ("heckle", ("Okoro", "Ada Moss"), ("Lind",)) in told


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Two ushers walked Mr Okoro out of the hall of Parliament.", "Okoro"),
        ("The serjeant-at-arms walked Tom Okoro out of the chamber.", "Okoro"),
        ("The serjeant marched Tom Okoro out of the chamber.", "Okoro"),
        ("Attendants walked Mr Okoro from the hall of the House.", "Okoro"),
    ],
)
def test_who_is_walked_out_does_not_walk_out(text: str, whom: str, nlp: Language) -> None:
    story = extract(f"The Speaker, Ann Quill, took the chair in Parliament at two.\n{text}", nlp=nlp)
    [event] = story.events
    assert event.type == "ejection"
    assert [story.actor(id).name.split()[-1] for id in event.targets] == [whom]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("'Thief!' shouted Ann Hale at Tom Marlowe.", "Ann Hale", "Tom Marlowe"),
        ('"Coward," yelled Kim Lind at Ann Hale.', "Kim Lind", "Ann Hale"),
        ('"Liar!" cried Tom Marlowe at Kim Lind.', "Tom Marlowe", "Kim Lind"),
    ],
)
def test_who_says_a_cry_of_one_word_stands_behind_it(text: str, who: str, whom: str, nlp: Language) -> None:
    assert ("heckle", (who,), (whom,)) in acts(nlp, text)
