"""What ties two acts in time, and with which words: connectives, "that came after", "that prompted", "then", the pluperfect."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from extract import actors, document, mentions, signals, tellings
from extract.types import Article, Signal

SITTING = "The Speaker took the chair in Parliament at two.\n"
HECKLE, EJECTION, WALKOUT = "heckle", "ejection", "walkout"


@cache
def tied(nlp: Language, text: str) -> tuple[Signal, ...]:
    made = document.read_document(Article("a1", SITTING + text), nlp=nlp)
    found, _ = tellings.find_tellings(made, actors.resolve(mentions.find_mentions(made), made))
    return signals.find_signals(made, found)


@pytest.mark.parametrize(
    ("text", "before", "after", "why", "words"),
    [
        ("Mr Marlowe was ejected from the House after he heckled Ms Hale.", HECKLE, EJECTION, "connective", "after"),
        ("Mr Marlowe heckled Ms Hale before he was ejected from the House.", HECKLE, EJECTION, "connective", "before"),
        ("After Mr Marlowe heckled Ms Hale, he was ejected from the House.", HECKLE, EJECTION, "connective", "After"),
        ("Mr Marlowe was ejected from the House after heckling Ms Hale.", HECKLE, EJECTION, "connective", "after"),
        (
            "Mr Marlowe was ejected from the House. That came after Mr Marlowe heckled Ms Hale.",
            HECKLE, EJECTION, "connective", "That came after",
        ),
        ("Mr Marlowe heckled Ms Hale. Labour MPs then walked out of the chamber.", HECKLE, WALKOUT, "connective", "then"),
        ("Mr Marlowe was ejected from the House. Earlier he heckled Ms Hale.", HECKLE, EJECTION, "connective", "Earlier"),
        ("Mr Marlowe was ejected from the House. Labour MPs had walked out.", WALKOUT, EJECTION, "tense", "had walked"),
        ("Mr Marlowe heckled Ms Hale. That prompted a walkout by Labour MPs.", HECKLE, WALKOUT, "cause", "That prompted"),
        ("Before Mr Marlowe was ejected from the House, he heckled Ms Hale.", HECKLE, EJECTION, "connective", "Before"),
        ("Mr Marlowe heckled Ms Hale before walking out of the chamber.", HECKLE, WALKOUT, "connective", "before"),
        ("Mr Marlowe heckled Ms Hale until he was ejected from the House.", HECKLE, EJECTION, "connective", "until"),
        ("Mr Marlowe was ejected from the House because he heckled Ms Hale.", HECKLE, EJECTION, "connective", "because"),
        ("Mr Marlowe was ejected from the House for heckling Ms Hale.", HECKLE, EJECTION, "connective", "for"),
        ("Mr Marlowe walked out of the chamber when he was heckled by Ms Hale.", HECKLE, WALKOUT, "connective", "when"),
        (
            "Mr Marlowe was ejected from the House. This followed an attack on Ms Hale by Mr Marlowe.",
            "attack", EJECTION, "connective", "This followed",
        ),
        (
            "Mr Marlowe heckled Ms Hale. This prompted the Speaker to eject Mr Marlowe from the House.",
            HECKLE, EJECTION, "cause", "This prompted",
        ),
        ("Mr Marlowe heckled Ms Hale, which prompted a walkout by Labour MPs.", HECKLE, WALKOUT, "cause", "which prompted"),
        ("Mr Marlowe heckled Ms Hale. He was later ejected from the House.", HECKLE, EJECTION, "connective", "later"),
        (
            "The walkout by Labour MPs followed Mr Marlowe's ejection from the House.",
            EJECTION, WALKOUT, "connective", "walkout by Labour MPs followed",
        ),
    ],
    ids=[
        "after", "before", "after first", "after a gerund", "came after", "then", "earlier", "pluperfect", "prompted",
        "before first", "before a gerund", "until", "because", "for a gerund", "when", "this followed", "this prompted to",
        "which prompted", "later", "a noun followed",
    ],
)  # fmt: skip
def test_two_acts_are_tied_by_the_words_that_say_so(
    nlp: Language, text: str, before: str, after: str, why: str, words: str
) -> None:
    found = [(s.before.type, s.after.type, s.why, s.evidence.text) for s in tied(nlp, text)]
    assert (before, after, why, words) in found
    assert (after, before) not in {row[:2] for row in found}


def test_what_opens_with_earlier_goes_before_all_that_day(nlp: Language) -> None:
    text = "Mr Marlowe heckled Ms Hale. Mr Marlowe was ejected from the House. Earlier Labour MPs walked out of the chamber."
    assert {(s.before.type, s.after.type) for s in tied(nlp, text)} == {(WALKOUT, HECKLE), (WALKOUT, EJECTION)}


@pytest.mark.parametrize(
    "text",
    [
        "Mr Marlowe heckled Ms Hale. Mr Marlowe was ejected from the House.",
        "Mr Marlowe heckled Ms Hale and walked out of the chamber.",
        "Mr Marlowe heckled Ms Hale after lunch.",
        "Mr Marlowe heckled Ms Hale. That came after a long day.",
        "That prompted a walkout by Labour MPs.",
        "Mr Marlowe had heckled Ms Hale. Labour MPs had walked out of the chamber.",
        "Mr Marlowe heckled Ms Hale. It rained after he was ejected from the House.",
        "Mr Marlowe heckled Ms Hale. That angered him. Later it rained.",
        "It rained.",
    ],
)
def test_acts_that_nothing_ties_are_left_alone(nlp: Language, text: str) -> None:
    assert tied(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr Marlowe was ejected from the House while Ms Hale was heckled by Mr Okoro.", "while"),
        ("Labour MPs walked out of the chamber as Mr Marlowe heckled Ms Hale.", "as"),
    ],
)
def test_what_is_done_at_one_time_is_of_no_strength(nlp: Language, text: str, words: str) -> None:
    assert [(s.why, s.strength, s.evidence.text) for s in tied(nlp, text)] == [("telling", 0.0, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Marlowe heckled Ms Hale. Labour MPs then walked out of the chamber.",
        "Mr Marlowe was ejected from the House after he heckled Ms Hale.",
        "Mr Marlowe heckled Ms Hale. That prompted a walkout by Labour MPs.",
    ],
)
def test_one_word_is_one_signal(nlp: Language, text: str) -> None:
    assert len(tied(nlp, text)) == 1


def test_the_words_stand_in_the_article_and_strength_is_a_share(nlp: Language) -> None:
    text = "Mr Marlowe was ejected from the House after he heckled Ms Hale. Labour MPs then walked out of the chamber."
    found = tied(nlp, text)
    assert found
    assert all((SITTING + text)[s.evidence.start : s.evidence.end] == s.evidence.text for s in found)
    assert all(0 < s.strength <= 1 for s in found)


def test_a_word_that_says_so_is_surer_than_a_tense(nlp: Language) -> None:
    (spoken,) = tied(nlp, "Mr Marlowe was ejected from the House after he heckled Ms Hale.")
    (tense,) = tied(nlp, "Mr Marlowe was ejected from the House. Labour MPs had walked out of the chamber.")
    assert spoken.strength > tense.strength


def test_how_things_stood_by_then_is_not_when_all_began(nlp: Language) -> None:
    text = "Ms Hale heckled Mr Marlowe. The Speaker ejected Ms Lind. The debate went on, Labour MPs having walked out by then."
    assert [s for s in tied(nlp, text) if s.evidence and "by then" in s.evidence.text] == []


def test_what_had_been_done_by_then_came_before_what_is_told_above(nlp: Language) -> None:
    text = "Ms Hale heckled Mr Marlowe. By then Labour MPs had walked out of the chamber."
    assert [(s.before.type, s.after.type) for s in tied(nlp, text) if s.why == "connective"] == [(WALKOUT, HECKLE)]
