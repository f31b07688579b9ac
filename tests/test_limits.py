"""Sizes, depths and repetitions that nobody writes: each gives a result or one clear line, within seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from extract import document, extract, patience
from extract.exports import contract
from extract.language import boundaries
from extract.reading import (
    MAX_CHARS,
    Unreadable,
    all_from_bytes,
    archives,
    feeds,
    from_text,
    markdown,
    page,
    pdf,
    sitemaps,
    web,
)
from tests.factories import article
from tests.fuzz.properties import line
from tests.reading import make

PROSE = make.text()
PATIENCE = 30  # seconds on a machine that is shared; alone it is a fifth


def forms(deep: int, times: int) -> bytes:
    """A PDF whose page draws a form so many times, and that another so many times, and so on."""
    drawn, font = b"/X Do " * times, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</XObject<</X 6 0 R>>>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[4 0 R]>>", font, page]
    objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
    for number in range(deep):
        drawn = drawn if number < deep - 1 else b"BT /F1 9 Tf (x) Tj ET"
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</X %d 0 R>>>>/Length %d>>" % (
            7 + number,
            len(drawn),
        )
        objects.append(head + b"stream\n%s\nendstream" % drawn)
    return make.numbered([*objects, b"<<>>"])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.html", lambda: make.page(top="<div>" * 100_000), "a page of more than 25,000 tags"),
        ("a.html", lambda: make.page(top="<div>" * 20_000), ""),
        ("a.html", lambda: make.page(top="<p>x " * 12_000), ""),
        ("a.html", lambda: make.page(head='<script type="application/ld+json">' + "[" * 3_000_000 + "</script>"), ""),
        ("a.md", lambda: ">" * 100_000 + PROSE, ""),
        ("a.md", lambda: PROSE + "![](" * 50_000, "more than 20,000 links"),
        ("a.md", lambda: PROSE + "[a](b) " * 9_000, ""),
        ("a.csv", lambda: ",".join(f"c{n}" for n in range(100_000)) + ",text\n" + "x," * 100_000 + f'"{PROSE}"\n', "a"),
        ("a.csv", lambda: "x" * 10_000_000 + "\n", "a first row that names no columns"),
        ("a.csv", lambda: "text\n" + "x" * 10_000_000 + f'\n"{PROSE}"\n', "a broken row"),
        ("a.jsonl", lambda: "[" * 9_000_000 + "\n" + make.jsonl({"text": PROSE}), "no JSON"),
        ("a.jsonl", lambda: '{"a":' * 900_000 + "\n", "no JSON"),
        ("a.jsonl", lambda: make.jsonl({"text": "<p>" * 300_000 + PROSE}), ""),
        ("a.txt", lambda: "x" * 10_000_000, "more than 2,000,000 characters"),
        ("a.txt", lambda: PROSE + " " * 1_900_000, ""),
        ("a.xml", lambda: make.rss("<a>" * 100_000), "a feed of more than 80,000 tags"),
        ("a.xml", lambda: make.rss(make.item("<p>" * 30_000 + PROSE)), ""),
        ("a.xml", lambda: "<urlset>" + "<url>" * 900_000, "a sitemap of more than 400,000 tags"),
        ("a.pdf", lambda: forms(8, 10), ""),
    ],
)  # fmt: skip
def test_what_is_too_much_is_read_or_one_line(name: str, data: Callable[[], str | bytes], said: str) -> None:
    made = data()
    begun = time.monotonic()
    (first, *_) = all_from_bytes(made if isinstance(made, bytes) else made.encode(), name=name)
    assert time.monotonic() - begun < PATIENCE
    assert "could not be read" not in str(first)
    assert not isinstance(first, Unreadable) or said in first.wrong


@pytest.mark.parametrize("inside", ["x", "<item>", "<!-- <item> --> </item>"])
def test_of_a_feed_of_too_many_items_the_first_are_read_and_the_others_not_parsed(inside: str) -> None:
    notes: list[str] = []
    data = make.rss(make.item(f"<p>{PROSE}</p>{inside}") * 8_000).encode()
    begun = time.process_time()
    made = [*all_from_bytes(data, name="a.xml", note=notes.append)]
    assert time.process_time() - begun < 5  # alone a second; all of them took nine
    assert len(made) == 500
    assert not [one for one in made if isinstance(one, Unreadable)]
    assert notes == ["a.xml: 8,000 items, of which the first 500 are read"]


def test_a_page_that_takes_too_long_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGE_SECONDS", -1)
    (first, *_) = all_from_bytes(forms(2, 3), name="a.pdf")
    assert isinstance(first, Unreadable)
    assert "a page takes longer than" in first.wrong


SCENE = "The Speaker, Jo Lind, said in Parliament on Tuesday that the member was out of order. "


@pytest.mark.parametrize(
    "text",
    [
        SCENE + "the member and the minister and the house in the chamber of the " * 4_000,
        SCENE + "“the bill” " * 5_000,
        SCENE + '"' * 10_000,
        SCENE + "(" * 20_000,
        SCENE + "Ama Okoro, " * 5_000,
        SCENE + "x" * 500_000,
        SCENE + "\n" * 50_000 + SCENE,
    ],
    ids=["a sentence of 50,000 words", "10,000 quotes", "10,000 marks", "brackets", "names", "one word", "lines"],
)
def test_text_that_is_no_prose_is_a_story_or_one_line(nlp: Language, text: str) -> None:
    begun = time.monotonic()
    try:
        assert contract.dumps([extract(from_text(text), nlp=nlp)])
    except Unreadable as error:
        line(error)
    assert time.monotonic() - begun < 2 * PATIENCE


LIST = ", ".join(f"Ama {a}{b}" for a in ("Ok", "Hal", "Lin", "Sel", "Mar") for b in "oro ero ivo umo ana eni".split() * 8)


@pytest.mark.parametrize(
    "text",
    [
        SCENE + "Ama Okoro " + ", ".join(["shouted at Tom Hale"] * 160) + ".",
        SCENE + "The Speaker suspended " + LIST + " and Tom Hale.",
        SCENE + "Ama Okoro said that " * 200 + "Tom Hale walked out of Parliament.",
        SCENE + "Ama Okoro ejected the member " + "who heckled the member " * 200 + "in Parliament.",
        SCENE + "Ama Okoro " + "said " * 400 + "he walked out.",
        SCENE + "Ama Okoro walked out " + "after Tom Hale was ejected before she shouted " * 200 + ".",
        SCENE + "Ama Okoro walked out and " + "he told him that she said " * 200 + "they left.",
        SCENE + "The motion was passed by 60 votes to 40 with " * 300 + ".",
        SCENE + "Members of the " + LIST.replace(",", " Party, the") + " Party walked out.",
        "\n".join([SCENE + "Ama Okoro shouted at Tom Hale and the Speaker ejected her."] * 150),
    ],
    ids="verbs names that who said after pronouns votes parties paragraphs".split(),
)
def test_what_is_said_again_and_again_costs_no_more_for_it(nlp: Language, text: str) -> None:
    begun = time.process_time()
    nlp(text)
    parsed = time.process_time() - begun
    extract(article(text=text), nlp=nlp)
    assert time.process_time() - begun < 10 * parsed + 3  # alone a fifth of it; each took five to a hundred times as long


def test_whether_an_article_is_read_is_counted_and_not_timed(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    one = article(text=SCENE + "Ama Okoro shouted at Tom Hale. Tom Hale shouted at Ama Okoro. Both shouted.")
    assert extract(one, nlp=nlp).events
    for name in ("STEPS", "STEPS_A_CHARACTER"):
        monkeypatch.setattr(patience, name, 0)
    with pytest.raises(
        Unreadable, match=r"sentences that are too long, with too many verbs; leave out what is no prose, or split"
    ):
        extract(one, nlp=nlp)


def test_more_tellings_than_can_be_held_against_each_other_are_refused(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    monkeypatch.setattr(patience, "TELLINGS", 1)
    with pytest.raises(Unreadable, match=r"more than 1 passages that tell an act; leave out what is no prose, or split"):
        extract(article(text=SCENE + "Ama Okoro shouted at Tom Hale. The Speaker ejected Ama Okoro."), nlp=nlp)


@pytest.mark.parametrize(
    "said",
    [
        f"{patience.TELLINGS:,} passages that tell an act",
        f"{markdown.MAX_BRACKETS:,} links",
        f"{page.MAX_TAGS:,} tags",
        f"{feeds.MAX_TAGS:,} tags",
        f"first {feeds.MAX_ITEMS} items",
        f"{sitemaps.MAX_PAGES} pages, an index {sitemaps.MAX_SITEMAPS} sitemaps",
        f"{archives.MAX_MEMBERS:,} files, {archives.MAX_TOTAL // 1_000_000} MB unpacked",
        f"more than {archives.MAX_RATIO}-fold",
        f"{archives.MAX_INNER} archives in it",
        f"{pdf.MAX_PAGES} pages",
        f"{web.MAX_BYTES // 1_000_000} MB, {web.SECONDS} seconds and five redirections",
        f"{MAX_CHARS:,} characters",
        f"after {boundaries.MOST_SMALL} words in small letters or {boundaries.MOST_TOKENS:,} words",
        f"more than {document.MOST_QUOTES} quotations",
    ],
)
def test_the_page_on_reading_tells_the_limits_of_the_code(said: str) -> None:
    text = (Path(__file__).parent.parent / "extract" / "READING.md").read_text(encoding="utf-8")
    assert said in " ".join(text.split())


def test_a_sentence_without_end_is_cut_and_a_list_of_names_is_not(nlp: Language) -> None:
    endless = nlp("the house saw the bill and " * 400)
    assert max(len(sentence) for sentence in endless.sents) <= 200
    names = nlp("The Speaker suspended " + "Ama Okoro, Tom Hale, Piri Lind, " * 40 + "and Jo Sele.")
    assert len(list(names.sents)) == 1
