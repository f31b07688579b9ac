"""What one of a crowd cries, named beside the noise of all, is an act of his own; near misses make no one of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract


def heckles(nlp: Language, text: str) -> list[tuple[list[str], str | None]]:
    story = extract(f"Kim Lind spoke in the House. {text}", nlp=nlp)
    name = {actor.id: actor.name for actor in story.actors}
    return [([name[id] for id in e.actors], e.quote) for e in story.events if e.type == "heckle"]


@pytest.mark.parametrize(
    "text",
    [
        'Green MPs had jeered throughout her speech, and one, Ann Hale, shouted "Withdraw!"',
        'Green MPs jeered at her, and one of them, Ann Hale, shouted "Withdraw!"',
        'Green MPs heckled Ms Lind and another, Ann Hale, yelled "Withdraw!"',
        'Green MPs booed Ms Lind as she spoke; one, Ann Hale, called out "Withdraw!"',
        'Green MPs jeered at her, and one, Green MP Ann Hale, shouted "Withdraw!"',
        'Green MPs heckled her while one, Ann Hale of Carrow, yelled "Withdraw!"',
        'Green MPs jeered her, among them Ann Hale, who shouted "Withdraw!"',
        'Green MPs barracked her. One MP, Ann Hale, bellowed "Withdraw!"',
    ],
)
def test_one_of_a_crowd_has_an_act_and_words_of_his_own(nlp: Language, text: str) -> None:
    found = heckles(nlp, text)
    assert [who for who, _ in found] == [["Green MPs"], ["Ann Hale"]]
    assert found[1][1] in {"Withdraw!", '"Withdraw!"', "Withdraw"}


@pytest.mark.parametrize(
    "text",
    [
        "Green MPs jeered her and had two votes, and one, Ann Hale, none.",
        "Green MPs heckled her, and in one, Harrow, the bells rang.",
        "Green MPs heckled her, but one, Ann Hale, walked out.",
        "Green MPs jeered her, and one, it was said, slept.",
    ],
)
def test_without_a_cry_of_his_own_there_is_the_noise_of_all_alone(nlp: Language, text: str) -> None:
    assert [who for who, _ in heckles(nlp, text)] == [["Green MPs"]]


def test_what_one_did_is_of_the_time_of_what_all_had_done(nlp: Language) -> None:
    before = "Kim Lind spoke in the House. She was told to leave the chamber."
    text = f'{before}\n\nGreen MPs had jeered throughout her speech, and one, Ann Hale, yelled "Withdraw!"'
    story = extract(text, nlp=nlp)
    assert [e.type for e in sorted(story.events, key=lambda e: e.rank)] == ["heckle", "heckle", "ejection"]
    assert all([story.actor(id).name for id in e.targets] == ["Kim Lind"] for e in story.events)
