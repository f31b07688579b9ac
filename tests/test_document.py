"""Paragraphs, quotations, scene and offsets: what an article is before anybody in it is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extract import document, pieces
from extract.document import Document, paragraphs
from extract.gate import legislative
from extract.marks import quotes
from extract.places import place_said
from extract.types import Article


def read(nlp: Language, text: str) -> Document:
    return document.read_document(Article("a1", text), nlp=nlp)


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n\n  Two.  \n", ["One.", "  Two.  "]),
        ("\n \n", []),
        ("", []),
        ("One.\n\t\nTwo.", ["One.", "Two."]),
    ],
)
def test_a_line_that_holds_something_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Rubbish," said Hale.', ["Rubbish,"]),
        ("“Rubbish,” said Hale.", ["Rubbish,"]),
        ("«Rubbish», said Hale.", ["Rubbish"]),
        ("„Rubbish“, said Hale.", ["Rubbish"]),
        ("'Rubbish,' said Hale.", ["Rubbish,"]),
        ("‘Rubbish,’ said Hale.", ["Rubbish,"]),
        ('"Sit down," she said. "Now."', ["Sit down,", "Now."]),
        ("Hale's remarks weren't Okoro's.", []),
        ("The members' benches and the whips' office", []),
        ("In the '90s the MPs' pay rose.", []),
        ("“It isn’t Hale’s,” she said.", ["It isn’t Hale’s,"]),
        ("'It isn't Hale's,' she said.", ["It isn't Hale's,"]),
        ("“He said ‘sit down’ to me.”", ["He said ‘sit down’ to me."]),
        ('He said "nothing at all.', ["nothing at all."]),
        ('He said "one.\n"Two," she said.', ["one.", "Two,"]),
        ('He closed it".', []),
        ('At 5\'11" tall, Hale said "no".', ["no"]),
        ('He "left in 2015", she said.', ["left in 2015"]),
        ('He said: "One." "Two."', ["One.", "Two."]),
        ('"He said \'no\' to me," Hale said.', ["He said 'no' to me,"]),
        ('He said "..." and "" twice.', []),
        ("", []),
    ],
    ids=[
        "straight", "curly", "guillemets", "low opening", "single straight", "single curly", "two", "apostrophes",
        "plural possessives", "year", "apostrophes in curly", "apostrophes in single", "inside another", "no close",
        "no close before another paragraph", "no opening", "inches", "a year before the close", "side by side",
        "single in straight", "no word", "nothing",
    ],
)  # fmt: skip
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_without_its_close_runs_on() -> None:
    text = '"It went on.\n"And on," she said.'
    assert [q.runs_on for q in quotes(text, paragraphs(text))] == [True, False]


@given(st.text(alphabet="ab \n\"'“”‘’«»„.,", max_size=60))
def test_whatever_the_marks_quotations_lie_in_their_paragraphs(text: str) -> None:
    spans = paragraphs(text)
    found = quotes(text, spans)
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(any(a <= q.start <= q.end <= b for a, b in spans) for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "“It isn’t,” Ms Hale said — in the House.",
        'The Speaker said: "No."\tThen\u00a0Mr Okoro left.',
        "Te Pāti Māori’s Tamihana shouted: ‘Ka mutu!’ 👏 at the Speaker.",
        "\u202eMr Hale\u200b shouted.\x0b\x0c",
    ],
)
def test_every_token_keeps_the_offset_of_the_article(nlp: Language, text: str) -> None:
    made = read(nlp, text)
    assert made.text == text
    assert len(made.doc.text) == len(text)
    assert all(text[t.idx : t.idx + len(t)].translate(document.PLAIN) == t.text for t in made.doc)


def test_spans_are_shorn_of_white_space(nlp: Language) -> None:
    made = read(nlp, "One.\n\n  Two words.  ")
    span = made.span(4, len(made.text))
    assert (span.text, span.start) == ("Two words.", 8)
    assert made.span_of([t for t in made.doc if t.text in {"Two", "words"}]).text == "Two words"
    assert made.span(4, 8).text == ""


def test_where_an_offset_stands(nlp: Language) -> None:
    made = read(nlp, 'One.\nHale said "no" twice.')
    at = made.text.index("no")
    assert [made.paragraph_of(n) for n in (0, 4, 5, at)] == [0, 0, 1, 1]
    assert made.quote_at(at) is not None
    assert made.quote_at(at - 1) is None
    assert made.quote_at(at + 2) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the way into the House he was heckled.", "entrance"),
        ("She told reporters that it was over.", "outside"),
        ("Outside  Parliament she laughed.", "outside"),
        ("He was heckled in the House.", "inside"),
        ("He shouted from the gallery.", "inside"),
        ("On the way into the House he told reporters so.", "entrance"),
        ("He was heckled in the housekeeper's room.", None),
        ("He was heckled.", None),
    ],
)
def test_a_sentence_says_where_it_plays(text: str, expected: str | None) -> None:
    assert place_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was heard in Parliament.", True),
        ("MPs shouted.", True),
        ("The Dáil rose.", True),
        ("It was QUESTION\nTIME.", True),
        ("The court threw out the case.", False),
        ("The parliamentarianism of the loudspeaker", False),
        ("", False),
    ],
)
def test_the_gate_of_a_legislature(text: str, expected: bool) -> None:
    assert legislative(text) is expected


def test_a_scene_goes_on_until_the_text_moves(nlp: Language) -> None:
    made = read(nlp, "It was hot. In the House Ms Hale rose. Mr Okoro left. Outside Parliament it rained. Nobody came.")
    assert made.places == (None, "inside", "inside", "outside", "outside")


def test_a_doorstep_is_left_after_two_sentences_more(nlp: Language) -> None:
    made = read(nlp, "On the way into the House he was heckled. Okoro laughed. Lind left. Tamihana rose. Hale came.")
    assert made.places == ("entrance", "entrance", "entrance", None, None)


def test_from_the_doorstep_the_text_goes_in_when_it_says_so(nlp: Language) -> None:
    made = read(nlp, "At the door of the House Ms Hale shouted. In the chamber Mr Okoro rose. Ms Lind left.")
    assert made.places == ("entrance", "inside", "inside")


def test_only_talk_stays_outside_in_the_next_paragraph(nlp: Language) -> None:
    made = read(
        nlp,
        "In the House Ms Hale rose.\nMr Okoro told reporters that he was sorry.\nMs Lind said it was a farce.\n"
        'On Monday the members threw papers.\n"It was a shame," she said.\nMs Hale sat down at last.',
    )
    assert made.places == ("inside", "outside", "outside", None, "outside", None)


def test_what_is_only_reported_moves_no_scene(nlp: Language) -> None:
    made = read(nlp, "In the House Ms Hale rose. Mr Okoro said he told reporters so. Mr Lind left.")
    assert set(made.places) == {"inside"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The point of order was heard in the committee room.", True),
        ("MPs met their families at a picnic.", False),
        ("", False),
    ],
)
def test_a_sitting_is_more_than_politicians(nlp: Language, text: str, expected: bool) -> None:
    assert read(nlp, text).sitting is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale rose.\nOkoro left.\nLind came.", 1),
        ("Uproar in the House\nHale rose.\nOkoro left.\nLind came.\nMarlowe fell.", 2),
        ("Hale rose.\nOkoro left.", 0),
        ("Uproar in the House\nHale rose.\nOkoro left.", 0),
        ("Hale rose.", 0),
        ("Hale rose.\nOkoro left.\nThe trouble started when Lind came.\nMarlowe fell.\nQuill sat.\nHale rose.", 2),
        ("Hale rose.\nOkoro left.\nTensions first flared up at two.\nMarlowe fell.\nQuill sat.\nHale rose.", 2),
        ("Hale rose.\nOkoro left.\nThe day started at two.\nMarlowe fell.\nQuill sat.\nHale rose.", 1),
        ("Hale rose.\nOkoro left.\nLind came.\nThe row began at two.\nQuill sat.", 1),
        ("Hale is 'a fool'\nHale rose.\nOkoro left.\nLind came.\nMarlowe fell.", 2),
    ],
    ids=[
        "first paragraph", "with a headline", "too short", "too short for a headline", "one paragraph", "the trouble started",
        "tensions flared up", "another thing started", "started too far down", "a headline that ends in quoted words",
    ],
)  # fmt: skip
def test_how_many_paragraphs_sum_up(nlp: Language, text: str, expected: int) -> None:
    assert read(nlp, text).lead == expected


def test_a_run_of_marks_keeps_its_length(nlp: Language) -> None:
    text = "Ms Hale rose " + "!" * 60 + " Mr Okoro left."
    made = read(nlp, text)
    assert len(made.doc.text) == len(text)
    assert made.text == text
    assert "!" not in made.doc.text


def test_what_is_only_quoted_moves_no_scene(nlp: Language) -> None:
    made = read(nlp, 'In the House Ms Hale rose. "He told reporters nothing," she added. Mr Okoro left.')
    assert set(made.places) == {"inside"}


def test_sentences_are_numbered_over_all_tokens(nlp: Language) -> None:
    made = read(nlp, "Ms Hale rose.\nMr Okoro left.")
    assert len(made.sentence_numbers) == len(made.doc)
    assert list(made.sentence_numbers) == sorted(made.sentence_numbers)
    assert [s.text.strip() for s in made.sentences] == ["Ms Hale rose.", "Mr Okoro left."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale rose.\nOkoro left.\nLind came.", [0, 1, 2]),
        ("Uproar in the House\nHale rose.\nOkoro left.\nLind came.\nMarlowe fell.", [0, 0, 1, 2, 3]),
        ("Hale rose.\nOkoro left.", [5, 6]),
        (
            "Hale rose.\nOkoro left.\nThe trouble started when Lind came.\nMarlowe fell.\nQuill sat.\nHale rose.",
            [0, 0, 5, 6, 7, 8],
        ),
    ],
    ids=["below the lead", "below a headline", "nothing sums up", "below how it began"],
)
def test_how_far_below_the_lead_a_paragraph_stands(nlp: Language, text: str, expected: list[int]) -> None:
    made = read(nlp, text)
    assert [made.depth_of(start) for start, _ in made.paragraphs] == expected


def test_a_long_article_is_parsed_in_pieces_and_read_as_one(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"Ann Hale ejected member {n} of the House.  “Shame!” cried MPs." for n in range(12)) + "\nX" + "y " * 90
    whole = read(nlp, text)
    monkeypatch.setattr(pieces, "PIECE", 150)
    cut = read(nlp, text)
    assert len(pieces.pieces(text)) > 3
    assert cut.doc.text == whole.doc.text == text.translate(document.PLAIN)
    assert [(t.idx, t.text, t.whitespace_) for t in cut.doc] == [(t.idx, t.text, t.whitespace_) for t in whole.doc]
    assert all(t.sent.start <= t.head.i < t.sent.end for t in cut.doc)
    assert [(s.start, s.end) for s in cut.doc.sents][:20] == [(s.start, s.end) for s in whole.doc.sents][:20]


def test_words_that_one_text_brings_are_forgotten_behind_it(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zorbel Quantwhistle ejected Vintle Okrandish."
    monkeypatch.setattr(pieces, "KNOWN", 0)
    before = len(nlp.vocab.strings)
    [forgotten] = pieces.trees([text], nlp=nlp)
    assert len(nlp.vocab.strings) == before
    monkeypatch.setattr(pieces, "KNOWN", 10**9)
    [kept] = pieces.trees([text], nlp=nlp)
    assert len(nlp.vocab.strings) > before
    told = [[(t.text, t.lemma_, t.tag_, t.dep_, t.head.i) for t in doc] for doc in (forgotten, kept)]
    assert told[0] == told[1]


@pytest.mark.parametrize("text", ["", "\n", "a\nb\nc", "aaaa" * 9, "a" * 5 + "\n" * 9 + "b" * 20])
def test_pieces_lose_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "PIECE", 6)
    assert "".join(pieces.pieces(text)) == text
    assert all(0 < len(piece) <= 6 for piece in pieces.pieces(text) if text)


def test_a_long_paragraph_is_cut_behind_a_sentence_and_no_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "PIECE", 60)
    text = (
        "x" * 70
        + '\nThe Speaker rose. "Ann Hale has to leave." Then Mr. Hale left in the rain, and Ms. Lind stayed where she was'
    )
    assert pieces.pieces(text) == [
        "x" * 60, "x" * 10 + "\n", 'The Speaker rose. "Ann Hale has to leave." ',
        "Then Mr. Hale left in the rain, and Ms. Lind stayed where ", "she was",
    ]  # fmt: skip


def test_an_article_on_one_line_may_be_longer_than_what_the_parser_takes(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "max_length", pieces.PIECE)
    assert len([*read(nlp, "The bell rang in the House. " * 1_600).doc.sents]) == 1_600
