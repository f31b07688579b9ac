"""To whom a complaint is put and whom it is about; and acts told by what stands for their noun."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, mentions, tellings
from extract.types import Article

SITTING = "The Speaker took the chair in Parliament at two.\n"


def told(nlp: Language, text: str, type: str) -> list[tuple[list[str], list[str], str]]:
    """Who, whom and status of every telling of a type."""
    made = document.read_document(Article("a1", SITTING + text), nlp=nlp)
    found, cast = tellings.find_tellings(made, actors.resolve(mentions.find_mentions(made), made))
    rows = [t for t in found if t.type == type]
    return [([cast.get(id).name for id in t.actors], [cast.get(id).name for id in t.targets], t.status) for t in rows]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Ann Hale rose on a point of order to complain about Tom Marlowe's language.", "Ann Hale", "Tom Marlowe"),
        ("Speaking on a point of order, Ann Hale said that Tom Marlowe had misled the House.", "Ann Hale", "Tom Marlowe"),
        ("Tom Marlowe was interrupted by Ann Hale on a point of order.", "Ann Hale", "Tom Marlowe"),
        ("Ann Hale accused Tom Marlowe of lying and asked the Speaker to intervene.", "Ann Hale", "Tom Marlowe"),
        ("Tom Marlowe was still speaking when Ann Hale rose on a point of order.", "Ann Hale", "Tom Marlowe"),
        ("Ann Hale demanded that the Speaker throw Tom Marlowe out.", "Ann Hale", "Tom Marlowe"),
        ("Ann Hale went to the Speaker to complain about Tom Marlowe.", "Ann Hale", "Tom Marlowe"),
        ("Ann Hale asked the Speaker to explain his ruling.", "Ann Hale", "Speaker"),
        ("Ann Hale asked for the Speaker's ruling.", "Ann Hale", ""),
        ("Ann Hale raised a point of order before Tom Marlowe could sit down.", "Ann Hale", ""),
        ("The point of order raised by Ann Hale was short.", "Ann Hale", ""),
        ("Ann Hale raised the first of many points of order.", "Ann Hale", ""),
        ("Up popped Ann Hale with a point of order.", "Ann Hale", ""),
    ],
)
def test_whom_a_complaint_is_about(nlp: Language, text: str, who: str, whom: str) -> None:
    assert ([who], [whom] if whom else [], "happened") in told(nlp, text, "point_of_order")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale had a point of order, Kim Lind had another, Joe Okoro a third.",
        "Ann Hale had a point of order, Kim Lind another, Joe Okoro a third.",
        "Ann Hale rose on a point of order, then Kim Lind on another, then Joe Okoro on a third.",
    ],
)
def test_a_word_for_a_second_act_stands_for_its_noun_and_is_about_nobody(nlp: Language, text: str) -> None:
    assert told(nlp, text, "point_of_order") == [([who], [], "happened") for who in ("Ann Hale", "Kim Lind", "Joe Okoro")]


def test_a_surname_read_as_a_verb_is_a_name(nlp: Language) -> None:
    found = told(nlp, "Ann Hale had a point of order, Joe Lilo another, Tom Marlowe a third.", "point_of_order")
    assert [who for who, _, _ in found] == [["Ann Hale"], ["Joe Lilo"], ["Tom Marlowe"]]


def test_another_of_something_else_stands_for_nothing(nlp: Language) -> None:
    found = told(nlp, "Ann Hale had a point of order, and Kim Lind asked another member to sit.", "point_of_order")
    assert [who for who, _, _ in found] == [["Ann Hale"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ann Hale tried to raise a point of order.", "happened"),
        ("Ann Hale threatened to raise a point of order.", "planned"),
        ("Ann Hale did not try to raise a point of order.", "denied"),
    ],
)
def test_who_tries_to_ask_has_asked(nlp: Language, text: str, status: str) -> None:
    assert [row[2] for row in told(nlp, text, "point_of_order")] == [status]


BRANDED = "Tom Marlowe called Kim Lind a liar"
LIKENED = "Tom Marlowe had compared Kim Lind to a lamp, drawing howls from the Labour benches."


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (f"{BRANDED}, drawing jeers from Labour MPs. Ada Moss asked the Speaker to rule on it.", ["Tom Marlowe"]),
        (f"{BRANDED}. Labour MPs jeered. Ada Moss asked the chair for a ruling on the word.", ["Tom Marlowe"]),
        (f"{BRANDED} to howls from the Labour benches. Ada Moss raised a point of order.", ["Tom Marlowe"]),
        (f"{LIKENED} Green whip Ada Moss asked the chair to rule on whether the comparison was parliamentary.", ["Tom Marlowe"]),
        ("Tom Marlowe spoke of rents to jeers from Labour MPs. Ada Moss rose on a point of order.", []),
    ],
)
def test_the_noise_that_words_drew_is_not_what_is_complained_of(nlp: Language, text: str, whom: list[str]) -> None:
    assert [targets for _, targets, _ in told(nlp, text, "point_of_order")] == [whom]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('Tom Marlowe yelled "Liar!" at Kim Lind. Ada Moss raised a point of order.', "Tom Marlowe"),
        ("Kim Lind spoke. Tom Marlowe heckled her. Ada Moss asked the Speaker to rule on it.", "Tom Marlowe"),
        ('Labour MPs shouted "Liar!" at Kim Lind. Ada Moss rose on a point of order.', "Labour MPs"),
        ("Labour MPs jeered Kim Lind. Ada Moss rose on a point of order about the Labour MPs.", "Labour MPs"),
    ],
)
def test_a_cry_or_a_noise_that_is_spoken_of_is(nlp: Language, text: str, whom: str) -> None:
    assert [targets for _, targets, _ in told(nlp, text, "point_of_order")] == [[whom]]
