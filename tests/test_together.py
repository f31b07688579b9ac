"""Lists of names, "along with" and "so was": all who act or suffer together are found, and nobody of the next clause."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, extract, mentions, tellings
from extract.types import Article

Row = tuple[str, list[str], list[str]]
HALE, OKORO, LIND, MARLOWE = "Ann Hale", "Joe Okoro", "Kim Lind", "Tom Marlowe"


def told(nlp: Language, text: str) -> list[Row]:
    read = document.read_document(Article("a", f"The Speaker took the chair in Parliament at two.\n{text}"), nlp=nlp)
    found, cast = tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))
    return [(t.type, [cast.get(a).name for a in t.actors], [cast.get(a).name for a in t.targets]) for t in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Speaker ejected Ann Hale, Joe Okoro and Kim Lind.", [HALE, OKORO, LIND]),
        ("The Speaker ejected Labour's Ann Hale, the Greens' Joe Okoro and Kim Lind.", [HALE, OKORO, LIND]),
        ("Ann Hale, Joe Okoro of Labour and Kim Lind of the Greens were thrown out.", [HALE, OKORO, LIND]),
        ("Those ejected were Ann Hale, Joe Okoro and Kim Lind.", [HALE, OKORO, LIND]),
        ("Three MPs - Ann Hale, Joe Okoro and Kim Lind - were ejected.", [HALE, OKORO, LIND]),
        ("Tom Marlowe was led off, along with Ann Hale, Joe Okoro and Kim Lind.", [MARLOWE, HALE, OKORO, LIND]),
        ("Along with Ann Hale, Tom Marlowe was thrown out of the chamber.", [MARLOWE, HALE]),
        ("When the Speaker ejected Ann Hale, Joe Okoro and Kim Lind walked out in protest.", [HALE]),
        ("The Speaker ejected Ann Hale, and Joe Okoro was warned.", [HALE]),
        ("To the fury of Ann Hale, Joe Okoro and Kim Lind were suspended by the Speaker.", [OKORO, LIND]),
    ],
)
def test_who_is_put_out_together(nlp: Language, text: str, names: list[str]) -> None:
    assert [row for row in told(nlp, text) if row[0] == "ejection"] == [("ejection", ["Speaker"], names)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Hale, Joe Okoro, and Kim Lind heckled Tom Marlowe.", [HALE, OKORO, LIND]),
        ("In front of Ann Hale, Joe Okoro and Kim Lind heckled Tom Marlowe.", [OKORO, LIND]),
        ("After Ann Hale spoke, Joe Okoro and Kim Lind heckled Tom Marlowe.", [OKORO, LIND]),
        ("Ann Hale, backed by Joe Okoro and Kim Lind, heckled Tom Marlowe.", [HALE]),
        ("Ann Hale heckled Tom Marlowe, and Joe Okoro and Kim Lind walked out in protest.", [HALE]),
    ],
)
def test_who_heckles_together(nlp: Language, text: str, names: list[str]) -> None:
    assert [row for row in told(nlp, text) if row[0] == "heckle"] == [("heckle", names, [MARLOWE])]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ann Hale, together with Joe Okoro, walked out in protest.", [[HALE, OKORO]]),
        (
            "Ann Hale of Labour, Joe Okoro of the Greens and independent MP Kim Lind all walked out in protest.",
            [[HALE, OKORO, LIND]],
        ),
        ("Ann Hale heckled Tom Marlowe, and Joe Okoro and Kim Lind walked out in protest.", [[OKORO, LIND]]),
        ("Ann Hale walked out in protest, as did Kim Lind.", [[HALE], [LIND]]),
        ("Ann Hale walked out in protest, and so did Kim Lind and Joe Okoro.", [[HALE], [LIND, OKORO]]),
    ],
)
def test_who_walks_out_together(nlp: Language, text: str, groups: list[list[str]]) -> None:
    assert [who for type, who, _ in told(nlp, text) if type == "walkout"] == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ann Hale was ejected, and so were Joe Okoro and Kim Lind.", [[HALE], [OKORO, LIND]]),
        ("Ann Hale was ejected. So was Kim Lind.", [[HALE], [LIND]]),
    ],
)
def test_to_whom_the_same_was_done(nlp: Language, text: str, groups: list[list[str]]) -> None:
    assert [whom for type, _, whom in told(nlp, text) if type == "ejection"] == groups


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Labour MPs, led by Ann Hale, walked out in protest.", ["Labour MPs", HALE]),
        ("The opposition, headed by Kim Lind, walked out of the House in protest.", ["opposition", LIND]),
        ("Joined by the Greens, Labour MPs walked out in protest.", ["Labour MPs", "Greens"]),
        ("Ann Hale, joined by Joe Okoro and Kim Lind, stormed out of the chamber.", [HALE, OKORO, LIND]),
        ("There was silence as Labour and Green MPs stormed out of the chamber.", ["Labour", "Green MPs"]),
        ("Labour and Green MPs stormed out of the chamber.", ["Labour", "Green MPs"]),
        ("Ann Hale, backed by Joe Okoro, stormed out of the chamber.", [HALE]),
        ("Labour MPs stormed out of the chamber to a hall led by Ann Hale.", ["Labour MPs"]),
    ],
)
def test_who_walks_out_at_the_head_and_beside(nlp: Language, text: str, names: list[str]) -> None:
    assert [row[1] for row in told(nlp, text) if row[0] == "walkout"] == [names]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The House was adjourned amid shouting by Labour MPs.", ("adjournment", [], [])),
        ("The sitting was suspended following protests by Labour MPs.", ("adjournment", [], [])),
        ("The sitting was adjourned after repeated interruptions by Ann Hale.", ("adjournment", [], [])),
        ("The House was adjourned after protests by the Speaker.", ("adjournment", ["Speaker"], [])),
        ("Five Labour MPs were carried out one by one.", ("ejection", ["Speaker"], ["Five Labour MPs"])),
        ("Ann Hale was ejected after interjections by Labour MPs.", ("ejection", ["Speaker"], [HALE])),
        ("Ann Hale was ejected after lunch by the Speaker.", ("ejection", ["Speaker"], [HALE])),
        ("The Carrow MP was shown the door by the Speaker.", ("ejection", ["Speaker"], ["Carrow MP"])),
        ("Two Labour MPs came to blows on the floor of the House.", ("scuffle", ["Two Labour MPs"], [])),
        ("Government MPs voted down Ann Hale's motion to censure Tom Marlowe.", ("decision", ["Government MPs"], [MARLOWE])),
    ],
)
def test_by_whom_and_to_whom(nlp: Language, text: str, row: Row) -> None:
    assert row in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two Labour MPs, Ann Hale and Kim Lind, were thrown out of the House by the Speaker.", {HALE, LIND}),
        ("Three Labour MPs and Ann Hale were thrown out of the House by the Speaker.", {"Three Labour MPs", HALE}),
    ],
)
def test_a_number_beside_as_many_names_is_those_named(nlp: Language, text: str, names: set[str]) -> None:
    story = extract(text, nlp=nlp)
    put_out = {id for event in story.events if event.type == "ejection" for id in event.targets}
    assert {actor.name for actor in story.actors if actor.id in put_out} == names
