"""Who says which quoted words: verb after, before and around, going on, and nobody where the text does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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


SPEAKERS = [
    # a clause behind
    ('"I will not leave," said Ann Hale, the leader of the House.', ["Ann Hale, the leader of the House"]),
    ('"I will not leave," said a spokesman for Ms Hale.', ["a spokesman for Ms Hale"]),
    ('"I will not leave," Ann Hale, who chairs the committee, told reporters.', ["Ann Hale, who chairs the committee"]),
    ('"I will not leave," one Labour senator said.', ["one Labour senator"]),
    ('"I will not leave," critics say.', ["critics"]),
    ('"I will not leave," Ms Hale shot back.', ["Ms Hale"]),
    ('"I will not leave!" Ms Hale smiled.', ["Ms Hale"]),
    ('"I will not leave," beamed Ms Hale.', ["Ms Hale"]),
    ('"I will not leave," according to Ms Hale.', ["Ms Hale"]),
    ('"I will not leave," the report says.', ["the report"]),
    ('"I will not leave." That is what Ms Hale said.', ["Ms Hale"]),
    ('"I will," said Ms Hale, adding: "Tomorrow." She left.', ["Ms Hale", "Ms Hale"]),
    ("''I will,'' said Ms Hale. ''Tomorrow.''", ["Ms Hale", "Ms Hale"]),
    ('"I will," said Ann Hale, author of "Lost Votes," a history.', ['Ann Hale, author of "Lost Votes," a history', None]),
    ('"I will," said Lt. Ann Hale.', ["Lt. Ann Hale"]),
    ('"I will," Ms Hale said. "I must," which nobody doubted.', ["Ms Hale", "Ms Hale"]),
    # a clause before
    ('Asked if it was late, Ms Hale shook her head and said: "No."', ["Ms Hale"]),
    ('In a statement, Ms Hale said: "I will not leave."', ["Ms Hale"]),
    ('Asked if she would go, Ms Hale said: "Never."', ["Ms Hale"]),
    ('When the vote was lost, Ms Hale released a statement: "I will not leave."', ["Ms Hale"]),
    ('Ms Hale was quoted as saying: "I will not leave."', ["Ms Hale"]),
    ('Ms Hale wrote to supporters, saying: "I will not leave."', ["Ms Hale"]),
    ('Ms Hale noted that the vote was lost, and added: "I will not leave."', ["Ms Hale"]),
    ('According to Ms Hale, "nobody will leave".', ["Ms Hale"]),
    ('Said Ms Hale: "I will not leave."', ["Ms Hale"]),
    ('Her reply: "I will not leave."', ["Her"]),
    ("Ms Hale's reply: \"I will not leave.\"", ["Ms Hale"]),
    ('Ms Hale: "I will not leave."', ["Ms Hale"]),
    ('Ms Hale was blunt: "I will not leave."', ["Ms Hale"]),
    ('Ms Hale released the following statement:\n"I will not leave."', ["Ms Hale"]),
    ('Mr Okoro was asked, "What do you want?"', [None]),
    # a clause around
    ('Ms Hale dismissed the idea as "nonsense".', ["Ms Hale"]),
    ('Ms Hale called it "a disgrace" and "a farce".', ["Ms Hale", "Ms Hale"]),
    ('Ms Hale called Mr Okoro "a liar" in the House.', ["Ms Hale"]),
    ('The hall is full of "smart" chairs. Ms Hale said she was tired.', [None]),
    ('A "fake" bill lay there. "No," Ms Hale said.', [None, "Ms Hale"]),
    ('Ms Hale wrote the book "Lost Votes".', ["Ms Hale"]),
    # sentences alone
    ('Ms Hale shot back. "I will not leave."', ["Ms Hale"]),
    ('"I will," Ms Hale said. Mr Okoro shook his head. "You will not."', ["Ms Hale", "Mr Okoro"]),
    ('"It is late. "We must go. "Now," Ms Hale said.', [None, None, "Ms Hale"]),
    ('"It is late,\n"and we must go,\n"now," Ms Hale said.', ["Ms Hale", "Ms Hale", "Ms Hale"]),
    ('“It is late,” Ms Hale said.\n“We must go.', ["Ms Hale", "Ms Hale"]),
    ('Ms Hale said: “It is late.\nWe must go.\nNow.” Mr Okoro left.', ["Ms Hale", "Ms Hale", "Ms Hale"]),
    ('"It is late." - Ann Hale, teacher\n"It is not." - Tom Okoro', ["Ann Hale, teacher", "Tom Okoro"]),
    ('"It is late."\n- Ann Hale', ["Ann Hale"]),
    ('Mr Okoro: "Will you go?"\nMs Hale: "No."', ["Mr Okoro", "Ms Hale"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[text for text, _ in SPEAKERS])
def test_the_whole_phrase_that_names_the_speaker(text: str, expected: list[str | None]) -> None:
    found = [q for q in extract.quotations(text) if q.kind != "indirect"]
    assert [q.speaker and q.speaker.text for q in found] == expected


REPORTS = [
    ("Ms Hale said that she would not leave.", [("indirect", "that she would not leave", "Ms Hale", None)]),
    ("Ms Hale claimed the vote was lost.", [("indirect", "the vote was lost", "Ms Hale", None)]),
    ("Ms Hale told reporters the vote was lost.", [("indirect", "the vote was lost", "Ms Hale", "reporters")]),
    ("Ms Hale warned the House that it was late.", [("indirect", "that it was late", "Ms Hale", "the House")]),
    ("The vote was lost, Ms Hale said on Monday.", [("indirect", "The vote was lost", "Ms Hale", None)]),
    ("The vote was lost, said Ann Hale, the whip.", [("indirect", "The vote was lost", "Ann Hale, the whip", None)]),
    ("According to Ms Hale, the vote was lost.", [("indirect", "the vote was lost", "Ms Hale", None)]),
    ("The vote was lost, according to a spokesman.", [("indirect", "The vote was lost", "a spokesman", None)]),
    ("The hall was built according to plan.", []),
    ("It was said that the vote was lost.", []),
    ("Ms Hale left.", []),
    ("Ms Hale said Tuesday the vote was lost.", [("indirect", "the vote was lost", "Ms Hale", None)]),
    (
        'Ms Hale noted that it was late, and added: "I go."',
        [("indirect", "that it was late", "Ms Hale", None), ("direct", "I go.", "Ms Hale", None)],
    ),
    (
        'Ms Hale said Mr Okoro had called her "a liar".',
        [("mixed", 'Mr Okoro had called her "a liar', "Ms Hale", None), ("direct", "a liar", "Mr Okoro", None)],
    ),
    ('Ms Hale said the ruling was "deeply unfair".', [("mixed", 'the ruling was "deeply unfair', "Ms Hale", None)]),
    (
        'Ms Hale said that it was "late" and that Mr Okoro was "a liar".',
        [("mixed", 'that it was "late" and that Mr Okoro was "a liar', "Ms Hale", None)],
    ),
    (
        'Ms Hale said it was late. "We lost," she told Mr Okoro.',
        [("indirect", "it was late", "Ms Hale", None), ("direct", "We lost,", "she", "Mr Okoro")],
    ),
    ('Ms Hale shouted at Mr Okoro: "Go!"', [("direct", "Go!", "Ms Hale", "Mr Okoro")]),
    ('"Go," Ms Hale said to the Speaker.', [("direct", "Go,", "Ms Hale", "the Speaker")]),
    ('"Go," Ms Hale shouted at a rally.', [("direct", "Go,", "Ms Hale", None)]),
    (
        "\"He told me 'go home' and I left,\" Ms Hale said.",
        [("direct", "He told me 'go home' and I left,", "Ms Hale", None), ("direct", "go home", "He", "me")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[text for text, _ in REPORTS])
def test_what_is_said_to_whom_and_how(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    rows = [
        (q.kind, q.content.text.rstrip('"'), q.speaker and q.speaker.text, q.addressee and q.addressee.text)
        for q in extract.quotations(text)
    ]
    assert rows == expected


def test_a_pronoun_speaks_under_its_full_name() -> None:
    found = extract.quotations('Labour MP Ann Hale left the House. "I lost," she said.\n"I go."')
    assert [(q.speaker and q.speaker.text, q.name) for q in found] == [("she", "Ann Hale")] * 2
    assert [q.continued for q in found] == [False, True]


@settings(max_examples=60)
@given(st.text(alphabet="ab .,\n\"'“”‘’:SM", max_size=80))
def test_whatever_the_text_spans_are_its_words(nlp: Language, text: str) -> None:
    text = f"Ms Hale said she was here. {text} said Mr Okoro."
    for quote in extract.quotations(text, nlp=nlp):
        spans = [span for span in (quote.content, quote.speaker, quote.cue, quote.addressee) if span is not None]
        assert all(text[span.start : span.end] == span.text for span in spans)


SCENE = "Parliament sat on Tuesday. Labour MP Ann Hale and Green MP Tom Okoro were in the House.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Mr Okoro shouted at Ms Hale: "You are a liar!"', "You are a liar!"),
        ('"You are a liar!" Mr Okoro shouted at Ms Hale.', "You are a liar!"),
        ('"You are," Mr Okoro shouted at Ms Hale, "a liar."', "You are,"),
        ("‘You are a liar,’ Mr Okoro shouted at Ms Hale.", "You are a liar,"),
        ("''You are a liar,'' Mr Okoro shouted at Ms Hale.", "You are a liar,"),
        ("«You are a liar», Mr Okoro shouted at Ms Hale.", "You are a liar"),
        ('Mr Okoro shouted at Ms Hale: "You are a liar.', "You are a liar."),
        ('"You lie,\n"and you know it," Mr Okoro shouted at Ms Hale.', "You lie,"),
        ('Mr Okoro heckled Ms Hale. "You are a liar!" he shouted.', "You are a liar!"),
        ('Mr Okoro attacked Ms Hale, calling her "a liar and a coward".', "a liar and a coward"),
        ('Mr Okoro launched an attack on Ms Hale. "She lied," he said.', "She lied,"),
        ('Mr Okoro said Ms Hale was "a liar".', "a liar"),
        ("Mr Okoro shouted at Ms Hale.", None),
        ('Mr Okoro shouted at Ms Hale. "I heard it," said Jo Lind.', None),
        ('Mr Okoro shouted at Ms Hale over the "fake" bill.', None),
    ],
)
def test_an_event_carries_the_words_that_are_quoted(text: str, expected: str | None) -> None:
    assert [event.quote for event in extract.extract(SCENE + text).events] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Ms Hale, Mr Okoro shouted at the Speaker.", "hale"),
        ("Mr Okoro shouted at the Speaker, according to Ms Hale.", "hale"),
        ("Ms Hale said Mr Okoro had shouted at the Speaker.", "hale"),
        ("According to the rules, Mr Okoro shouted at the Speaker.", None),
        ("Mr Okoro shouted at the Speaker.", None),
    ],
)
def test_according_to_somebody_is_somebodys_word(text: str, expected: str | None) -> None:
    assert [event.source for event in extract.extract(SCENE + text).events] == [expected]


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
