"""Who says which quoted words: verb after, before and around, going on, and nobody where the text does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import extract
from benchmarks import quotations as benchmark
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


# the measure

TEXT = """"I will not leave," said Ann Hale, the leader of the House. "It is my right."

Tom Okoro left the House. He was furious. "A disgrace!"

They called it "odd".
"""
PARTS = [("I will not leave,", "Ann Hale, the leader of the House"), ("A disgrace!", "He"), ("odd", "He")]


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """A text with the annotations of two people, one of whom marked only the first quotation, in two parts."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    second = TEXT.index('"It is')
    first = f"T1\tContent 0 19;{second} {second + 17}\tx\nT2\tSource {TEXT.index('Ann')} {TEXT.index(' the House.')}\ty\n"
    (tmp_path / "one_a.ann").write_text(first + "E1\tAttribution:T1 Content:T1 Source:T2\n", encoding="utf-8")
    rows = ""
    for n, (words, who) in enumerate(PARTS):
        at, by = TEXT.index(f'"{words}"'), TEXT.index(who)
        rows += f"T{2 * n}\tContent {at} {at + len(words) + 2}\tx\nT{2 * n + 1}\tSource {by} {by + len(who)}\ty\n"
        rows += f"E{n}\tAttribution:T0 Content:T{2 * n} Source:T{2 * n + 1}\n"
    (tmp_path / "one_b.ann").write_text(rows, encoding="utf-8")
    return tmp_path


def test_the_measure_counts_what_is_found_and_whose_it_is(coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark.main([str(coded), "--detail"]) == 0
    out = capsys.readouterr().out
    assert "direct quotations: 4; found 100.0% (4)" in out
    assert "right 75.0% (3), open 0.0% (0), wrong 25.0% (1)" in out
    assert "taken whole, with what goes on: 4; found 100.0% (4)" in out
    assert 'wrong: one: "odd" --- He --- They (None)' in out


def test_the_measure_wants_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark.main([str(tmp_path)]) == 2
    assert "no .txt with an .ann" in capsys.readouterr().err
