"""Those whom no name or title names: who they are called, in every form told, and whom "one of them" leaves."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, extract, mentions
from extract.naming import Cast
from extract.types import Article


def cast(text: str, nlp: Language) -> Cast:
    made = document.read_document(Article("a1", text), nlp=nlp)
    return actors.resolve(mentions.find_mentions(made), made)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("About thirty nurses in the gallery booed Ms Hale.", "thirty nurses"),
        ("Ms Hale was booed by about 40 people in the upper gallery.", "40 people"),
        ('Somebody at the back shouted "Liar!" at Ms Hale.', "Somebody"),
        ('A woman from Carrow shouted "Shame!" at Ms Hale.', "woman from Carrow"),
        ('An elderly man in the gallery shouted "Shame!" at Ms Hale.', "elderly man"),
        ('One of them shouted "Shame!" at Ms Hale.', "One of them"),
        ('One of her colleagues shouted "Shame!" at Ms Hale.', "One of her colleagues"),
        ('"Expel her!" cried an unidentified member as Ms Hale spoke.', "unidentified member"),
        ('One of them, identified by the police as Tom Voss, shouted "Shame!" at Ms Hale.', "Tom Voss"),
        ('Someone in the public gallery shouted "Shame!" at Ms Hale.', "Someone"),
        ("Ms Hale was heckled by a member of the public.", "member of the public"),
        ("JSD legislators jeered Ms Hale.", "JSD legislators"),
        ("People in the public gallery jeered Ms Hale.", "People"),
        ("Residents in the public gallery jeered Ms Hale.", "Residents"),
    ],
)
def test_those_without_a_name_heckle(sentence: str, who: str, nlp: Language) -> None:
    story = extract(f"The Speaker took the chair in Parliament at two.\n\n{sentence}", published="2024-03-13", nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    told = [([names[id] for id in e.actors], [names[id] for id in e.targets]) for e in story.events if e.type == "heckle"]
    assert told == [([who], ["Hale"])]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Two of her colleagues stormed out of the chamber.", "Two of her colleagues"),
        ("Three of his friends walked out of the chamber in protest.", "Three of his friends"),
        ("Four of those who sit with him walked out of the chamber in protest.", "Four of those"),
        ("Ann Hale TD walked out of the chamber in protest.", "Ann Hale"),
        ("The Unity Congress (UC) moved first. The UC walked out of the chamber in protest.", "Unity Congress"),
        ("The JSD was angry. JSD legislators booed. The JSD filed out of the chamber in protest.", "JSD legislators"),
        ("The roads minister walked out of the chamber in protest.", "roads minister"),
        ("The Minority walked out of the chamber in protest.", "Minority"),
        ("The leader of the Greens walked out of the chamber in protest.", "leader of the Greens"),
        ("Ten others walked out of the chamber in protest.", "Ten others"),
    ],
)
def test_so_many_of_them_walk_out(sentence: str, who: str, nlp: Language) -> None:
    story = extract(f"The Speaker took the chair in Parliament at two.\n\n{sentence}", published="2024-03-13", nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    assert [[names[id] for id in e.actors] for e in story.events if e.type == "walkout"] == [[who]]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("About thirty nurses in the gallery shouted at her.", "thirty nurses", "About thirty nurses in the gallery"),
        ("Dozens of protesters in the gallery booed.", "protesters", "Dozens of protesters"),
        ("Some of the Labour MPs left.", "Labour MPs", "Some of the Labour MPs"),
        ("The benches around him emptied.", "benches", "benches around him"),
        ("Someone in the Conservative ranks laughed.", "Someone", "Someone in the Conservative ranks"),
    ],
)
def test_a_group_is_known_in_every_form_told(text: str, name: str, form: str, nlp: Language) -> None:
    actor = next(a for a in cast(text, nlp).actors if a.name == name)
    assert form in actor.aliases


def test_the_man_is_who_was_called_so(nlp: Language) -> None:
    found = cast("A man shouted at Ms Hale. The ushers led the man away.", nlp)
    man = next(a for a in found.actors if a.name == "man")
    assert len(man.mentions) == 2


@pytest.mark.parametrize("text", ["The nurses' pay was raised.", "She is a nurse.", "No woman spoke.", "Hundreds of them came."])
def test_a_noun_that_no_clause_makes_an_actor_of_is_none(text: str, nlp: Language) -> None:
    assert cast(text, nlp).actors == ()
