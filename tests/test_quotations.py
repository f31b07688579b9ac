"""Who says which quoted words: verb after, before and around, going on, and nobody where the text does not tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

import extract
from extract import document
from extract import speech as quotations
from extract.speech import Speech
from extract.types import Article


def spoken(nlp: Language, text: str) -> tuple[document.Document, tuple[Speech, ...]]:
    made = document.read_document(Article("a1", text), nlp=nlp)
    return made, quotations.attribute(made)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I will not leave," Okoro said.', [("I will not leave,", "Okoro", "said")]),
        ('"I will not leave," said Okoro.', [("I will not leave,", "Okoro", "said")]),
        ('Okoro said: "I will not leave."', [("I will not leave.", "Okoro", "said")]),
        ("‘I will not leave,’ Okoro said.", [("I will not leave,", "Okoro", "said")]),
        ('Okoro said the ruling was "deeply unfair".', [("deeply unfair", "Okoro", "said")]),
        ('"Shame," shouted Hale.', [("Shame,", "Hale", "shouted")]),
        (
            '"I will not leave," Okoro said. "It is my right."',
            [("I will not leave,", "Okoro", "said"), ("It is my right.", "Okoro", "said")],
        ),
        (
            '"I will not leave," Okoro said.\n"It is my right to stay here."',
            [("I will not leave,", "Okoro", "said"), ("It is my right to stay here.", "Okoro", "said")],
        ),
        (
            '"Sit down," Lind said.\n"I will not," Okoro replied.',
            [("Sit down,", "Lind", "said"), ("I will not,", "Okoro", "replied")],
        ),
        ('"Rubbish," said the Speaker.', [("Rubbish,", "Speaker", "said")]),
        ('"Rubbish," Mr Okoro told Ms Hale.', [("Rubbish,", "Okoro", "told")]),
        ('"Order!" Mr. Okoro shouted.', [("Order!", "Okoro", "shouted")]),
        ('Okoro, who was angry, said: "I will go."', [("I will go.", "Okoro", "said")]),
        ('Okoro said: "Yes." Hale said: "No."', [("Yes.", "Okoro", "said"), ("No.", "Hale", "said")]),
        ('Okoro shouted, "Yes!" Hale shouted, "No!"', [("Yes!", "Okoro", "shouted"), ("No!", "Hale", "shouted")]),
        (
            '"I will go," he said, "and soon." Hale said: "No."',
            [("I will go,", "he", "said"), ("and soon.", "he", "said"), ("No.", "Hale", "said")],
        ),
        ('Okoro said yes. "No," Hale said.', [("No,", "Hale", "said")]),
        ('"Shame!"', [("Shame!", None, None)]),
        ('The sign read "Keep out of the water".', [("Keep out of the water", None, None)]),
        ("Okoro said that he would not leave.", []),
        ("", []),
    ],
    ids=[
        "verb after", "inverted", "verb before", "single marks", "inside a clause", "shouted", "goes on", "next line",
        "each their own", "an office", "to somebody", "a title with a full stop", "behind a relative clause",
        "each after a colon", "each after a comma", "around and then another", "not of the sentence before", "alone", "nobody's",
        "no quotation", "nothing",
    ],
)  # fmt: skip
def test_a_quotation_finds_its_speaker(nlp: Language, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    made, found = spoken(nlp, text)
    assert [
        (made.text[s.quote.start : s.quote.end], s.speaker and s.speaker.text, s.cue and s.cue.text) for s in found
    ] == expected


def test_what_only_goes_on_says_so(nlp: Language) -> None:
    _, found = spoken(nlp, '"I will not leave," Okoro said.\n"It is my right to stay here."')
    assert [s.continued for s in found] == [False, True]


def test_far_from_any_speaker_words_stay_nobodys(nlp: Language) -> None:
    _, found = spoken(nlp, '"I will not leave," Okoro said.\nIt rained.\nThe night fell.\n"Keep out of the water"')
    assert [s.speaker and s.speaker.text for s in found] == ["Okoro", None]


def test_the_tokens_of_a_quotation_are_those_between_its_marks(nlp: Language) -> None:
    made, (speech,) = spoken(nlp, "“I won’t leave,” Okoro said.")
    assert "".join(t.text_with_ws for t in quotations.tokens_of(made, speech.quote)) == "I won't leave,"


@pytest.mark.parametrize(("word", "expected"), [("said", True), ("shouted", True), ("left", False), ("Okoro", False)])
def test_verbs_of_speaking(nlp: Language, word: str, expected: bool) -> None:
    made, _ = spoken(nlp, "Okoro said no. Hale shouted at him. Lind left the room.")
    assert quotations.speaks(next(t for t in made.doc if t.text == word)) is expected


def test_the_package_gives_quotations_as_values() -> None:
    text = 'Parliament sat. "You are a liar," Tom Marlowe told Ms Hale.'
    (found,) = extract.quotations(text)
    assert found.content.text == "You are a liar,"
    assert found.speaker is not None
    assert "Marlowe" in found.speaker.text
    assert found.cue is not None
    assert found.cue.text == "told"
    assert all(text[span.start : span.end] == span.text for span in (found.content, found.speaker, found.cue))
