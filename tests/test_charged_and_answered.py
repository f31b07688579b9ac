"""Who charges whom, and who answers it: titles, hearers and chairs that were lost, with other wordings and near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

SAT = "The House was sitting in Parliament on Tuesday. "
ROW = "In the chamber of the Senate on Tuesday Tom Marlowe heckled Kim Lind.\n\n"


def acts(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    """What a text tells with no Speaker in it, unlike the scene of other tests: kind, doers and sufferers."""
    story = extract(text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [names[a] for a in e.actors], [names[t] for t in e.targets]) for e in story.events]


def kinds(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    return acts(nlp, SAT + text)


@pytest.mark.parametrize(
    "clause",
    [
        "Senator Ann Hale, who heads the panel,",
        "Ann Hale, who was chairing,",
        "Ann Hale of the Greens, who was presiding,",
        "Rep. Ann Hale, who chairs the committee,",
        "Ann Hale, who was chairing the session,",
    ],
)
def test_of_whom_a_clause_says_that_he_presides_does(nlp: Language, clause: str) -> None:
    text = f'{ROW}"You run this place like a circus," Ben Lind said. {clause} told him to watch his language.'
    assert ("intervention", ["Ann Hale"], ["Ben Lind"]) in kinds(nlp, text)


@pytest.mark.parametrize("clause", ["who heads the union,", "who had chaired the committee,", "who once chaired the panel,"])
def test_other_heads_do_not(nlp: Language, clause: str) -> None:
    text = f"{ROW}Ann Hale, {clause} told Ben Lind to watch his language."
    assert "intervention" not in [kind for kind, _, _ in kinds(nlp, text)]


def test_hard_words_told_to_the_chair_are_an_attack(nlp: Language) -> None:
    text = f"{ROW}Senator Ann Hale, who heads the panel, said that the list of witnesses had been settled. "
    told = '"You keep your friends on their feet," Joe Okoro told her. Ms Hale warned him.'
    assert ("attack", ["Joe Okoro"], ["Ann Hale"]) in kinds(nlp, text + told)


def test_plain_words_to_the_chair_are_none(nlp: Language) -> None:
    said = '"You have been very kind," Joe Okoro said.'
    text = f"{ROW}Senator Ann Hale, who heads the panel, said that the list was settled. {said}"
    assert "attack" not in [kind for kind, _, _ in kinds(nlp, text)]


@pytest.mark.parametrize(
    "who",
    [
        "Opposition Leader in the Punjab Assembly Kim Lind",
        "Minority Leader in the Senate Kim Lind",
        "Labour whip in the House Kim Lind",
        "Leader of the Opposition in the Senate Kim Lind",
        "Chief Whip in the National Assembly Kim Lind",
    ],
)
def test_a_house_may_stand_between_a_title_and_its_name(nlp: Language, who: str) -> None:
    assert kinds(nlp, f"{who} accused Joe Quill of theft.")[0] == ("attack", ["Kim Lind"], ["Joe Quill"])


@pytest.mark.parametrize(
    "line",
    [
        "LAHORE: Opposition Leader in the Punjab Assembly Kim Lind on Monday accused Joe Quill of theft in Parliament.",
        "COLOMBO: Leader of the Opposition Kim Lind yesterday accused Joe Quill of theft in Parliament.",
        "NEW DELHI: Opposition leader Kim Lind accused Joe Quill of theft in Parliament.",
        "ISLAMABAD: Senator Kim Lind on Friday accused Joe Quill of theft in Parliament.",
        "HARARE: Opposition whip Kim Lind has accused Joe Quill of theft in Parliament.",
    ],
)
def test_a_dateline_is_no_subject(nlp: Language, line: str) -> None:
    assert next(iter(acts(nlp, line))) == ("attack", ["Kim Lind"], ["Joe Quill"])


@pytest.mark.parametrize(
    "words",
    [
        "Kim Lind told the director-general, Dr Ann Hale, that she was a liar.",
        "Kim Lind told the clerk, Ann Hale, that she was incompetent.",
        "Kim Lind informed the treasurer, Ann Hale, that she had lied.",
        "Members were stunned when Kim Lind told the auditor-general, Ann Hale, that she was corrupt.",
        "Kim Lind reminded the minister, Ann Hale, that she was a failure.",
    ],
)
def test_a_name_between_hearer_and_words_is_the_hearers(nlp: Language, words: str) -> None:
    assert kinds(nlp, words)[0] == ("attack", ["Kim Lind"], ["Ann Hale"])


def test_who_is_told_good_things_is_not_attacked(nlp: Language) -> None:
    assert not kinds(nlp, "Kim Lind told the director-general, Dr Ann Hale, that she was welcome.")


@pytest.mark.parametrize("place", ["Leinster House", "Stormont", "the Beehive", "Queen's Park", "Holyrood"])
def test_in_front_of_a_house_by_its_name_it_is_said_afterwards(nlp: Language, place: str) -> None:
    text = f"Joe Quill called Kim Lind a liar.\n\nOutside {place} afterwards, Kim Lind said Mr Quill had lost touch."
    assert [kind for kind, _, _ in kinds(nlp, text)] == ["attack", "reaction"]
