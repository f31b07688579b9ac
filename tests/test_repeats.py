"""Acts that a text only counts or points back to: the act before once more, with the people that the words bring."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, mentions, tellings
from extract.types import Article


def told(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    read = document.read_document(Article("a", f"The Speaker took the chair in Parliament at two.\n{text}"), nlp=nlp)
    found, cast = tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))
    return [(t.type, [cast.get(a).name for a in t.actors], [cast.get(a).name for a in t.targets]) for t in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker ejected Tom Marlowe. Ann Hale made it two.",
        "The Speaker ejected Tom Marlowe. Ann Hale was next.",
        "Tom Marlowe was thrown out of the House by the Speaker. Minutes later Ann Hale received the same treatment.",
        "Tom Marlowe was thrown out of the House by the Speaker. Ann Hale met the same fate.",
        "The Speaker suspended Tom Marlowe for five days. Ann Hale went the same way.",
        "The Speaker ejected Tom Marlowe. Joe Okoro heckled Kim Lind. Ann Hale made it two by shouting.",
        "The Speaker ejected Tom Marlowe. So is Ann Hale, four minutes later.",
        "The Speaker ejected Tom Marlowe. Ann Hale copped the same.",
        "The Speaker ejected Tom Marlowe. Ann Hale became the second MP to go.",
        "The Speaker ejected Tom Marlowe. It was the turn of Ann Hale next.",
        "The Speaker ejected Tom Marlowe. Ann Hale was soon keeping him company in the corridor.",
    ],
)
def test_who_is_counted_suffers_what_was_done_before(nlp: Language, text: str) -> None:
    assert ("ejection", ["Speaker"], ["Ann Hale"]) in told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Labour MPs walked out over the ruling. Ann Hale followed suit.",
        "Labour MPs stormed out of the chamber. Ann Hale did the same.",
        "Labour MPs walked out in protest. Ann Hale soon followed.",
    ],
)
def test_who_follows_does_what_was_done_before(nlp: Language, text: str) -> None:
    assert [who for type, who, _ in told(nlp, text) if type == "walkout"] == [["Labour MPs"], ["Ann Hale"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale made it two.",
        "The Speaker ejected Tom Marlowe. Tom Marlowe was next seen in the bar.",
        "The Speaker ejected Tom Marlowe. Ann Hale made it to the vote.",
        'The Speaker ejected Tom Marlowe. "Who was next?" Ann Hale asked.',
        "The Speaker ejected Tom Marlowe. So is the custom, wrote Ann Hale.",
        "The Speaker ejected Tom Marlowe. Ann Hale kept her seat in the front row.",
        "The Speaker read the minutes. Ann Hale followed suit.",
    ],
)
def test_nothing_is_repeated_without_an_act_and_somebody_new(nlp: Language, text: str) -> None:
    assert not any(who == ["Ann Hale"] or whom == ["Ann Hale"] for _, who, whom in told(nlp, text))


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The Speaker ejected Tom Marlowe. Ann Hale followed him out after the Speaker had warned her twice.", "ejection"),
        ("The Speaker ejected Tom Marlowe. A second MP, Ann Hale, followed him out after she was warned.", "ejection"),
        ("The Speaker ejected Tom Marlowe. The Speaker warned Ann Hale. Ann Hale followed him out.", "ejection"),
        ("The Speaker ejected Tom Marlowe. Once the Speaker had called her to order, Ann Hale followed him out.", "ejection"),
        ("The Speaker ejected Tom Marlowe. Ann Hale followed him out in protest.", "walkout"),
        ("The Speaker ejected Tom Marlowe. The Speaker warned Kim Lind. Ann Hale followed him out.", "walkout"),
    ],
)
def test_who_follows_somebody_out_on_a_warning_is_put_out(nlp: Language, text: str, type: str) -> None:
    found = [kind for kind, who, whom in told(nlp, text) if ["Ann Hale"] in (who, whom) and kind in {"ejection", "walkout"}]
    assert found == [type]


def test_what_the_sentence_tells_in_full_is_not_counted_once_more(nlp: Language) -> None:
    found = told(nlp, "Tom Marlowe heckled Kim Lind. Ann Hale made it two by butting in on Joe Okoro.")
    assert [whom for type, who, whom in found if type == "heckle" and who == ["Ann Hale"]] == [["Joe Okoro"]]


def test_one_more_in_the_same_sentence_is_counted(nlp: Language) -> None:
    assert ("ejection", ["Speaker"], ["Ann Hale"]) in told(nlp, "The Speaker ejected Tom Marlowe, and Ann Hale made it two.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Speaker told Tom Marlowe to leave the chamber, and Green MPs followed suit.", ("walkout", ["Green MPs"], [])),
        ("The Speaker ejected Tom Marlowe. Labour members did the same.", ("walkout", ["Labour members"], [])),
        ("The Speaker ejected Tom Marlowe. Ann Hale followed suit.", ("ejection", ["Speaker"], ["Ann Hale"])),
    ],
)
def test_groups_that_follow_suit_go_of_their_own_will(nlp: Language, text: str, wanted: tuple[str, list[str], list[str]]) -> None:
    assert wanted in told(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker ejected Tom Marlowe from the House for heckling Kim Lind. Ann Hale soon followed.",
        "Tom Marlowe was thrown out of the House for shouting at Kim Lind. He was followed minutes later by Ann Hale.",
        "The Speaker suspended Tom Marlowe for jeering Kim Lind. Ann Hale joined him minutes later.",
        "Tom Marlowe was first to go, tossed out for repeatedly interjecting while Kim Lind was speaking. Ann Hale was next.",
        "The Speaker named Tom Marlowe for yelling at Kim Lind. Ann Hale followed suit.",
    ],
)
def test_who_follows_is_put_out_as_well_and_does_not_what_the_first_was_put_out_for(nlp: Language, text: str) -> None:
    found = told(nlp, text)
    assert ("ejection", ["Speaker"], ["Ann Hale"]) in found
    assert not [type for type, who, _ in found if type == "heckle" and who == ["Ann Hale"]]


def test_who_walks_out_after_shouting_is_followed_out(nlp: Language) -> None:
    found = told(nlp, "Tom Marlowe walked out of the House after shouting at Kim Lind. He was followed by Ann Hale.")
    assert [type for type, who, _ in found if who == ["Ann Hale"]] == ["walkout"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Tom Marlowe was ejected from the House and Joe Okoro shouted at Kim Lind. Ann Hale followed suit.", "heckle"),
        ("The Speaker ejected Tom Marlowe for shouting at Kim Lind. So did Ann Hale.", "heckle"),
        ("Tom Marlowe shouted at Kim Lind. Ann Hale followed suit.", "heckle"),
        ("The Speaker ejected Tom Marlowe for shouting at Kim Lind. Labour MPs soon followed.", "walkout"),
    ],
)
def test_what_another_did_himself_is_done_again_and_groups_walk_out(nlp: Language, text: str, type: str) -> None:
    assert [type for type, *people in told(nlp, text) if people[0] in (["Ann Hale"], ["Labour MPs"])] == [type]
