"""Which articles tell one story: days, names, words and copies; and those of the same House that tell another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.stories import alike, copies, merge
from extract.stories.grouping import names
from extract.types import Span, Story, Telling
from tests.factories import actor, article, event
from tests.factories import story as made

WIRE = (
    "Ama Okoro was put out of the Assembly on Tuesday after she shouted at Piri Tamati over the Ansel ferries.\n"
    "Speaker Joan Lind warned the Ansel member twice before she ordered the attendants to open the doors.\n"
    "Tamati told Okoro that the ferries would sail by Easter and that Ansel had waited long enough."
)
PAPER = (
    "The doors closed behind Ansel's Ama Okoro at four o'clock, and the row about the ferries went on without her.\n"
    "Piri Tamati had told her to wait until Easter, and she had answered him at the top of her voice.\n"
    "It was the second warning, said Joan Lind from the chair, and she would not give a third over ferries."
)
AFTER = (
    "Ama Okoro came back to the Assembly on Wednesday, a day after Joan Lind put her out in the row about the Ansel ferries.\n"
    "She shook hands with Piri Tamati and said that Ansel would still be waiting for its ferries at Easter.\n"
    "Lind said that the matter of Tuesday's shouting was closed."
)
SEWERS = (
    "Ama Okoro was named by Joan Lind on Thursday in an exchange with Piri Tamati on the price of drains.\n"
    "Okoro had held up a jar of brown water and asked whether Tamati would drink it in the Assembly.\n"
    "The jar was taken away by an attendant and the sitting went on to the hospital estimates."
)
BUDGET = (
    "The member for Corran, Ruth Quill, left with four colleagues when Abel Marsh rose to read the estimates.\n"
    "Marsh had refused Quill an answer on hospital beds in Corran, which she says will close by June.\n"
    "The estimates were carried with the votes of the Greens."
)


def told(id: str, text: str, day: str | None, *, people: tuple[str, ...] = ("Ama Okoro", "Piri Tamati", "Joan Lind")) -> Story:
    cast = tuple(actor(f"p{n}", name) for n, name in enumerate(people))
    evidence = (Telling("heckle", Span(id, 0, 20, text[:20]), "made-up", actors=("p0",), targets=("p1",)),)
    act = event("e1", "heckle", actors=("p0",), targets=("p1",), evidence=evidence)
    return replace(made(act, id=id, actors=cast), articles=(article(id, text, published=day),))


WIRE_STORY = told("wire", WIRE, "2024-03-12")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (told("b", PAPER, "2024-03-12"), True),
        (told("b", PAPER, "2024-03-13"), True),
        (told("b", AFTER, "2024-03-13"), True),
        (told("b", WIRE.replace("twice", "three times"), "2024-03-30"), True),
        (told("b", PAPER, None), True),
        (told("b", PAPER, "2024-04-02"), False),
        (told("b", SEWERS, "2024-04-02"), False),
        (told("b", SEWERS, None), False),
        (told("b", BUDGET, "2024-03-12", people=("Ruth Quill", "Abel Marsh")), False),
    ],
    ids=[
        "same day",
        "day after",
        "follow-up",
        "a copy",
        "undated",
        "weeks apart",
        "same cast",
        "same cast undated",
        "same house",
    ],
)
def test_one_story_or_two(other: Story, expected: bool) -> None:
    assert alike(WIRE_STORY, other) is alike(other, WIRE_STORY) is expected
    assert len(merge([WIRE_STORY, other])) == 2 - expected


def test_names_are_what_is_written_as_one_inside_a_sentence() -> None:
    assert names("When Ama Okoro's time was up, Speaker Lind of the Ansel Party said so on Tuesday.") == {
        "ama",
        "okoro",
        "lind",
        "ansel",
    }


def test_a_new_article_joins_a_story_of_several() -> None:
    (old,) = merge([WIRE_STORY, told("paper", PAPER, "2024-03-12")])
    quarrel = told("budget", BUDGET, "2024-03-13", people=("Ruth Quill", "Abel Marsh"))
    found = merge([old, told("after", AFTER, "2024-03-13"), quarrel])
    assert sorted(len(story.articles) for story in found) == [1, 3]
    assert next(s for s in found if len(s.articles) == 3).id == old.id


def test_what_is_in_a_story_already_changes_nothing() -> None:
    (old,) = merge([WIRE_STORY, told("paper", PAPER, "2024-03-12")])
    assert merge([old, WIRE_STORY]) == (old,)
    assert merge([old]) == (old,)


@given(st.permutations([WIRE, PAPER, AFTER, SEWERS, BUDGET]))
def test_the_order_of_reading_does_not_matter(texts: list[str]) -> None:
    days = {WIRE: "2024-03-12", PAPER: "2024-03-12", AFTER: "2024-03-13", SEWERS: "2024-04-02", BUDGET: "2024-03-12"}
    rows = [told(f"a{list(days).index(text)}", text, days[text]) for text in texts]
    assert [[a.id for a in s.articles] for s in merge(rows)] == [["a0", "a1", "a2"], ["a3"], ["a4"]]


def test_a_copy_is_known_by_its_text_whatever_the_order() -> None:
    wire = article("wire", WIRE, published="2024-03-12", outlet="Wire")
    cut = article("cut", WIRE.rsplit("\n", 1)[0].replace("twice", "two times"), published="2024-03-12", words=40)
    own = article("own", PAPER, published="2024-03-11")
    for rows in ([wire, cut, own], [own, cut, wire]):
        assert {a.id: a.copy_of for a in copies.marked(rows)} == {"wire": None, "cut": "wire", "own": None}
