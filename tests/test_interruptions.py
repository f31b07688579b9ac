"""Who cries out where one cuts another off, who is cried at, who answers the chair and whom its servants put out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract
from tests.acts import SCENE, acts


@pytest.mark.parametrize(
    "text",
    [
        'Ada Moss interrupted Ben Lind as he was defending cuts to benefits, shouting: "He is a liar and he knows it."',
        'Ada Moss heckled Ben Lind while he was answering a question, yelling "shame".',
        'Ada Moss barracked Ben Lind when he came to the roads bill, bellowing: "Rubbish!"',
    ],
)
def test_who_cuts_in_is_who_cries(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == [("heckle", ["Ada Moss"], ["Ben Lind"])]


@pytest.mark.parametrize(
    "text",
    [
        'The clerk looked up when Ada Moss turned on Ben Lind, screaming "shame" at him.',
        'Members laughed as Ada Moss turned on Ben Lind, yelling "shame" at him.',
        'The bells rang while Ada Moss faced Ben Lind, shouting at him: "Shame!"',
    ],
)
def test_who_cries_in_a_clause_of_time_keeps_his_cry(nlp: Language, text: str) -> None:
    assert ("heckle", ["Ada Moss"], ["Ben Lind"]) in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ('A man shouted "Resign!" while a woman unfurled a banner.', []),
        ('One protester yelled "Shame!" as a student waved a flag.', []),
        ("Labour MPs jeered while Ada Moss spoke.", ["Ada Moss"]),
        ("Labour MPs jeered as a minister, Ada Moss, spoke.", ["Ada Moss"]),
    ],
)
def test_somebody_who_comes_in_beside_a_cry_is_not_cried_at(nlp: Language, text: str, whom: list[str]) -> None:
    assert [targets for kind, _, targets in acts(nlp, text) if kind == "heckle"] == [whom]


@pytest.mark.parametrize(
    "text",
    [
        'Protesters in the gallery yelled "no new oil" at Ben Lind.',
        'Labour MPs shouted "No more cuts" at Ben Lind.',
        'Ada Moss shouted "Never, never!" at the premier, Ben Lind.',
        'Ada Moss bawled "no new taxes" at Ben Lind.',
    ],
)
def test_a_cry_that_says_no_is_a_cry(nlp: Language, text: str) -> None:
    story = extract(SCENE + text, nlp=nlp)
    assert [(e.type, e.status) for e in story.events] == [("heckle", "happened")]


def test_a_cry_of_nobody_is_none(nlp: Language) -> None:
    assert not acts(nlp, "No member shouted at Ben Lind.")


@pytest.mark.parametrize("verb", ["replied", "answered", "retorted"])
def test_who_was_asked_answers(nlp: Language, verb: str) -> None:
    asked = "The Speaker, Ian Poole, asked Ben Lind to retract the word. "
    text = f'{asked}"I will do no such thing," he {verb}. Green MPs jeered as he left.'
    told = acts(nlp, text)
    assert ("withdrawal", ["Ben Lind"], []) in told
    assert ("heckle", ["Green MPs"], ["Ben Lind"]) in told


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Speaker ordered state troopers to clear the galleries.", ["galleries"]),
        ("The Speaker asked security to remove Ben Lind.", ["Ben Lind"]),
        ("The Speaker instructed the ushers to escort Ada Moss out.", ["Ada Moss"]),
        ("The Speaker asked the police to clear the room.", []),
    ],
)
def test_servants_put_out_and_are_not_put_out(nlp: Language, text: str, whom: list[str]) -> None:
    assert [targets for kind, _, targets in acts(nlp, text) if kind == "ejection"] == [whom]


@pytest.mark.parametrize(
    "text",
    [
        "Ben Lind lobbed an f-bomb at Ada Moss.",
        "Ben Lind hurled an expletive at Ada Moss.",
        "Ben Lind tossed an obscenity across the floor at Ada Moss.",
        "Two swear words were yelled at Ada Moss by Ben Lind.",
    ],
)
def test_a_foul_word_at_somebody_is_a_heckle(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == [("heckle", ["Ben Lind"], ["Ada Moss"])]


@pytest.mark.parametrize("text", ["Ben Lind tossed a coin.", "Ada Moss wrote a swearword down.", "A bomb fell."])
def test_what_is_no_foul_word_is_no_heckle(nlp: Language, text: str) -> None:
    assert not [kind for kind, _, _ in acts(nlp, text) if kind == "heckle"]
