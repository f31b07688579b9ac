"""Who did it to whom, where the clause alone does not say: exchanges, parties of the article's own, complaints about words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
from tests.acts import SCENE, acts


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            'From the Labour benches came shouts of "thief" while the Conservatives replied with "liars".',
            ["Labour benches", "Conservatives"],
        ),
        ('Labour MPs shouted "thief" at the Conservatives, who shouted back "liars".', ["Labour MPs", "Conservatives"]),
        ('"You thief," Tom Marlowe screamed at Ann Hale. "And you are a liar," she shouted back.', ["Tom Marlowe", "Ann Hale"]),
        ('Tom Marlowe yelled "coward" at Ann Hale, who answered in kind.', ["Tom Marlowe", "Ann Hale"]),
        ('Tom Marlowe yelled "coward" at Ann Hale, who gave as good as she got.', ["Tom Marlowe", "Ann Hale"]),
        ('Tom Marlowe shouted "coward" at Ann Hale. Ms Hale\'s reply cannot be printed.', ["Tom Marlowe", "Ann Hale"]),
        ('Tom Marlowe shouted "coward" at Ann Hale. Ms Hale returned the compliment.', ["Tom Marlowe", "Ann Hale"]),
        ("Labour MPs booed Ann Hale and the Conservatives responded with jeers.", ["Labour MPs", "Conservatives"]),
        ("As Ann Hale (Unity-Perth) and Joe Okoro (Accord-Lalor) traded insults, the Speaker rose.", ["Ann Hale", "Joe Okoro"]),
    ],
)
def test_both_sides_of_an_exchange_do_it_and_suffer_it(nlp: Language, text: str, sides: list[str]) -> None:
    assert ("heckle", sides, sides) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        'Tom Marlowe shouted "coward" at Ann Hale. Ms Hale answered the question.',
        'Tom Marlowe shouted "coward" at Ann Hale, who replied that she had no time.',
        "Tom Marlowe heckled Ann Hale, who replied with a smile.",
        "Tom Marlowe heckled Ann Hale. Kim Lind heckled Joe Okoro.",
        "Tom Marlowe heckled Ann Hale. Two hours later Ms Hale heckled Mr Marlowe.",
    ],
)
def test_no_exchange_without_an_answer_in_kind(nlp: Language, text: str) -> None:
    assert ("heckle", ["Tom Marlowe"], ["Ann Hale"]) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Marlowe called Ann Hale a liar. Labour MPs cried out. The Speaker called order.\n\nKim Lind wanted it expunged.",
        "Tom Marlowe called Ann Hale a crook. Kim Lind raised a procedural point: was the word one for this House?",
        "Tom Marlowe called Ann Hale a crook. Kim Lind asked the Speaker for the word to be withdrawn.",
        "Tom Marlowe called Ann Hale a crook. Labour MPs roared. Kim Lind, on a point of order, asked for the word to go.",
        (
            "Mr Marlowe said that Ms Hale had lied.\n\nThe Speaker asked for a little order, please.\n\nKim Lind, rising on a "
            "point of order, said that the words had been used and that the member should take them back."
        ),
    ],
)
def test_a_complaint_about_words_is_against_who_said_them(nlp: Language, text: str) -> None:
    assert [who[0].split()[-1] for kind, _, who in acts(nlp, text) if kind == "point_of_order"] == ["Marlowe"]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Marlowe called Ann Hale a crook. Kim Lind rose on a point of order about the air conditioning.",
        "Kim Lind asked the Chair whether the word had ever been held to be unparliamentary.",
        "Tom Marlowe spoke of the harvest. The House heard four more members. Kim Lind raised a point of order.",
    ],
)
def test_no_complaint_about_anybody(nlp: Language, text: str) -> None:
    assert [whom for kind, _, whom in acts(nlp, text) if kind == "point_of_order"] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the opposition Civic Renewal Party shouted down Ann Hale. CRP members walked out in protest.",
        "Lawmakers from the governing Island Democrats jeered Ann Hale. The Island Democrats then walked out.",
        "The Majority side jeered Ann Hale. The Majority later walked out.",
        "Minority members jeered Ann Hale. The Minority later walked out.",
        "The government side jeered Ann Hale. Government MPs walked out.",
        "Unity Dal members jeered Ann Hale. About twenty of them walked out.",
    ],
)
def test_one_side_is_one_actor(nlp: Language, text: str) -> None:
    told = acts(nlp, text)
    assert [kind for kind, _, _ in told] == ["heckle", "walkout"]
    assert told[0][1] == told[1][1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Labour MPs were not satisfied. Led by Ann Hale, about twenty of them stalked out.", ["Labour MPs", "Ann Hale"]),
        ("Led by Ann Hale and Joe Okoro, Labour MPs walked out.", ["Labour MPs", "Ann Hale", "Joe Okoro"]),
        ("Headed by the whip, Tom Marlowe, the opposition stormed out.", ["opposition", "Tom Marlowe"]),
        ("Led by the Speaker, members prayed. Labour MPs walked out.", ["Labour MPs"]),
        ("All members of the Umodzi Movement walked out in protest.", ["members of the Umodzi Movement"]),
    ],
)
def test_who_goes_with_them(nlp: Language, text: str, who: list[str]) -> None:
    assert [tuple(sorted(actors)) for kind, actors, _ in acts(nlp, text) if kind == "walkout"] == [tuple(sorted(who))]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "Étienne Gaboury (Rivière-du-Nord, Alliance) called her a liar. The member for Rivière-du-Nord was ordered out.",
            "Gaboury",
        ),
        ("Ann Hale (Commonwealth Front, Cape Breton) called the minister a liar. The Cape Breton MP was ordered out.", "Hale"),
        ("Ben Keat (Bright Hope-Bukit Gasing) jeered Ann Hale. \"YB Bukit Gasing, leave the House,\" said the Speaker.", "Keat"),
        ("Tom Marlowe (Unity-Perth) called the minister a liar. The Perth MP was ordered out.", "Marlowe"),
    ],
)
def test_whose_seat_it_is(nlp: Language, text: str, whom: str) -> None:
    assert [put_out[0].split()[-1] for kind, _, put_out in acts(nlp, text) if kind == "ejection"] == [whom]


@pytest.mark.parametrize(
    "text",
    [
        "Presiding Member Ann Hale called for order. The Presiding Member ordered Tom Marlowe out.",
        "The Second Deputy Speaker, Ann Hale, called for order. Madam Hale ordered Tom Marlowe out.",
        "Deputy Speaker Ann Hale had the chair. The Speaker ordered Tom Marlowe out.",
    ],
)
def test_who_has_the_chair(nlp: Language, text: str) -> None:
    story = extract(SCENE.replace(" under Speaker Joan Quill", "") + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    assert [[names[a] for a in e.actors] for e in story.events if e.type == "ejection"] == [["Ann Hale"]]


def test_a_council_and_its_president(nlp: Language) -> None:
    text = "The Council President, Everett Toomey, spoke. Ann Hale moved that the council had no confidence in its president."
    assert ("no_confidence_request", ["Ann Hale"], ["Everett Toomey"]) in acts(nlp, text)
