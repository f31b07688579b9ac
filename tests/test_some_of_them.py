"""What befalls some of those whom one act puts out is that act told on; near misses are acts of their own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract


def put_out(nlp: Language, text: str) -> list[list[str]]:
    story = extract(f"The House met.\n\n{text}", published="2024-03-13", nlp=nlp)
    name = {actor.id: actor.name for actor in story.actors}
    return [[name[id] for id in e.targets] for e in story.events if e.type == "ejection"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "The Speaker asked the serjeant to eject four opposition members, among them Ann Hale. Two of them were carried out.",
            ["four opposition members"],
        ),
        ("The Speaker ejected three Labour MPs. One of them had to be dragged out.", ["three Labour MPs"]),
        (
            "The Speaker ordered out Ann Hale and Tom Marlowe. One of them was carried out by guards.",
            ["Ann Hale", "Tom Marlowe"],
        ),
        ("Four Green MPs were suspended by the Speaker. Two of the MPs were escorted out.", ["Four Green MPs"]),
        (
            "The Speaker ejected four Labour MPs. Kim Lind shouted. Two of them were carried out by guards.",
            ["four Labour MPs"],
        ),
    ],
)
def test_some_of_those_put_out_are_put_out_once(nlp: Language, text: str, whom: list[str]) -> None:
    assert put_out(nlp, text) == [whom]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The Speaker ejected Ann Hale. Two of her colleagues were ejected an hour later.", 2),
        ("The Speaker ejected four Labour MPs. Two Green MPs were ejected an hour later.", 2),
        ("The Speaker ejected two Labour MPs. Later two of them were ejected again.", 2),
        ("Four Labour MPs walked out. Two of them were ejected.", 1),
        ("The Speaker ejected Ann Hale. Kim Lind was carried out by guards.", 2),
    ],
)
def test_others_and_those_put_out_again_are_put_out_on_their_own(nlp: Language, text: str, acts: int) -> None:
    assert len(put_out(nlp, text)) == acts


@pytest.mark.parametrize(
    "text",
    [
        "Speaker Joan Quill suspended the legislators. Last week Speaker Ken Lind ordered Labour MPs out of the chamber.",
        "Speaker Joan Quill ejected the MPs. In the other chamber, Speaker Ken Lind suspended Labour MPs.",
        "Speaker Joan Quill named the members. Deputy Speaker Ken Lind suspended Green members for a week.",
    ],
)
def test_two_who_preside_put_out_two_lots_of_people(nlp: Language, text: str) -> None:
    found = [e for e in extract(f"The House met on Tuesday. {text}", nlp=nlp).events if e.type == "ejection"]
    assert [len(e.actors) for e in found] == [1, 1]
