"""Kinds of source beyond their samples: what is loaded when, days, tables, folders, archives, sidecars, and sizes that hurt."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extract.reading import Unreadable, all_from_bytes, archives, from_bytes, page, pdf, read, read_all
from extract.reading.about import said, slug, web_address
from extract.reading.dating import iso
from extract.reading.fragments import is_markup, text_of
from extract.types import Article
from tests.reading import make

ROOT = Path(__file__).parent.parent
HEAVY = "trafilatura lxml pypdf docx feedparser markdown_it defusedxml certifi http.client"


def made_of(data: bytes | str, name: str, **about: object) -> tuple[list[Article], list[str], list[str]]:
    """The articles, the lines on what could not be read, and the notes."""
    notes: list[str] = []
    raw = data if isinstance(data, bytes) else data.encode()
    made = list(all_from_bytes(raw, name=name, note=notes.append, **about))  # type: ignore[arg-type]
    articles = [one for one in made if isinstance(one, Article)]
    return articles, [str(one) for one in made if isinstance(one, Unreadable)], notes


def test_what_a_text_does_not_need_is_not_loaded() -> None:
    code = (
        "import sys, extract\nfrom extract import read\nread('seeds/' + sorted(__import__('os').listdir('seeds'))[0])\n"
        f"print(*sorted(set('{HEAVY}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


# days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-03-01", "2018-03-01"),
        ("2018-03-01T18:30:00+13:00", "2018-03-01T18:30:00+13:00"),
        ("2018-03-01 18:30:00", "2018-03-01"),
        ("2018-03-01T18:30", "2018-03-01"),
        ("2018-03-01 18:30:00+13:00", "2018-03-01T18:30:00+13:00"),
        ("2018-03-01T18:30:00.000Z", "2018-03-01T18:30:00.000Z"),
        ("Thu, 01 Mar 2018 18:30:00 +1300", "2018-03-01T18:30:00+13:00"),
        ("1 March 2018", "2018-03-01"),
        ("1st March, 2018", "2018-03-01"),
        ("March 1, 2018", "2018-03-01"),
        ("Thursday, 1 March 2018", "2018-03-01"),
        ("Thursday 1st of March 2018", "2018-03-01"),
        ("Sept 3, 2018", "2018-09-03"),
        ("01-Mar-2018", "2018-03-01"),
        ("2018/03/01", "2018-03-01"),
        ("20180301", "2018-03-01"),
        ("25/05/2016", "2016-05-25"),
        ("05/25/2016", "2016-05-25"),
        ("05/05/2016", "2016-05-05"),
        ("10/05/2016", None),
        ("31/04/2016", None),
        ("March 2018", None),
        ("2018", None),
        ("yesterday", None),
        ("1 March 1018", None),
        ((datetime.now(UTC) + timedelta(days=9)).date().isoformat(), None),
        ("", None),
        (None, None),
        (1519862400, None),
    ],
)
def test_days_as_sources_write_them(text: object, day: str | None) -> None:
    assert iso(text) == day


# what a source says of itself


def test_what_is_said_is_one_line_and_no_more_than_a_title() -> None:
    assert said(" The\x1b[2J\n Courier\x07 ") == "The [2J Courier"
    assert said("x" * 9_000) == "x" * 300
    assert said("\x00 \n") is said(None) is said(7) is None


def test_an_address_is_http_or_nothing() -> None:
    assert web_address(" https://courier.example.org/a?b=1 ") == "https://courier.example.org/a?b=1"
    for bad in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a b",
        'https://a"onclick=',
        "data:text/html,x",
        None,
        "//x",
    ):
        assert web_address(bad) is None


def test_a_slug_may_be_the_name_of_a_file() -> None:
    assert slug("Uproar in the Dáil: “Sit down!”") == "uproar-in-the-dail-sit-down"
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("Спикер") == ""


def test_a_piece_of_html_is_its_prose() -> None:
    html = "<p>Ms&nbsp;Lind <b>rose</b>.<br>She spoke</p><script>x()</script><figure><figcaption>A</figcaption></figure><li>One"
    assert text_of(html) == "Ms Lind rose.\nShe spoke\nOne"
    assert is_markup(html)
    assert not is_markup("He said that 3 < 4 and 5 > 4, and left the <House>.")


# pages


def test_a_day_is_what_the_page_says_of_itself_and_never_a_guess() -> None:
    bare = make.page().replace(make.DAY, "").replace("2018-03-04T08:00:00+13:00", "")
    assert from_bytes(bare.replace("row over", "row on 4 April 2017 over").encode(), name="a.html").published is None
    assert from_bytes(make.page().encode(), name="a.html").published == make.DAY


def test_what_the_library_would_say_is_not_said(capfd: pytest.CaptureFixture[str]) -> None:
    odd = make.page().replace(f"{make.DAY}T18:30:00+13:00", "1 March 2018 18:30 J").replace('<time datetime="2018-03-01">', "")
    made_of(odd, "a.html")
    made_of("<", "a.html")
    made_of(make.pdf([["x"]])[:-60], "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_an_address_or_a_handle_is_no_author() -> None:
    for author in ("https://courier.example.org/ruth", "@ruth", "admin"):
        html = make.page().replace(f'content="{make.AUTHOR}"', f'content="{author}"').replace('class="byline"', "")
        assert author not in (from_bytes(html.encode(), name="a.html").author or "")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 70_000,
        "<p>x</p>" * 70_000,
        "<a href='/x'>x</a> " * 40_000,
    ],
    ids=["nested", "beside", "links"],
)
def test_a_page_of_nothing_but_tags_is_refused_at_once(body: str) -> None:
    begun = time.monotonic()
    _, lines, _ = made_of(make.page(top=body), "a.html")
    assert lines == ["a.html: a page of more than 25,000 tags; save the article's text as a .txt file"]
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("top", ["<div>" * 200 + "x" + "</div>" * 200, "<p></p>" * 9, "<table><tr><td>" * 9, "<li>x", "<br>x"])
def test_the_most_tags_that_a_page_may_have_take_seconds(top: str) -> None:
    begun = time.monotonic()
    html = make.page()
    made_of(html.replace("<article>", top * ((page.MAX_TAGS // 8) // top.count("<")) + "<article>"), "a.html")
    assert time.monotonic() - begun < 20


def test_a_page_of_many_megabytes_is_refused() -> None:
    _, lines, _ = made_of(b"<html>" + b" " * page.MAX_PAGE, "a.html")
    assert lines == ["a.html: more than 10 MB; give the article alone, or its text as a .txt file"]


# PDF


def test_lines_become_paragraphs() -> None:
    lines = [
        "Speaker ejects member",
        "The Speaker ordered the member out of the cham-",
        "ber on Thursday after a row about the no-",
        "Confidence vote, and the members walked out.",
        "The sitting went on.",
        "",
        "It was the third time this",
        "",
        "week that she did so.",
    ]
    made = pdf.paragraphs([lines]).split("\n")
    assert made[0] == "Speaker ejects member"
    assert "out of the chamber on Thursday after a row about the no-Confidence vote" in made[1]
    assert made[-1] == "It was the third time this week that she did so."


def test_what_stands_at_the_edge_is_left_out_there_alone() -> None:
    told = [f"The Speaker rose {word}." for word in ("a", "b", "c")]
    pages = [["Uproar.", "Uproar.", "Uproar.", sentence, "Order.", "Order.", "Order."] for sentence in told]
    assert pdf.paragraphs(pages).split() == " ".join(f"Uproar. {sentence} Order." for sentence in told).split()


def test_running_heads_and_numbers_of_pages_are_left_out() -> None:
    told = ("Sentence one is told here.", "Sentence two is told here.", "Sentence three is told here.")
    pages = [[f"The Courier, page {n}", sentence, str(n)] for n, sentence in enumerate(told, start=1)]
    assert pdf.paragraphs(pages) == " ".join(told)
    assert "The Courier" in pdf.paragraphs(pages[:2])


def test_a_page_that_holds_more_than_a_page_can_is_refused() -> None:
    lines = ["The Speaker spoke and spoke and spoke and spoke and spoke."] * 50_000
    _, said_so, _ = made_of(make.pdf([lines]), "a.pdf")
    assert said_so == ["a.pdf: a page of more than a page can hold; save the article's text as a .txt file"]


def test_a_book_is_no_article() -> None:
    _, lines, _ = made_of(make.pdf([["x"]] * 501), "a.pdf")
    assert lines == ["a.pdf: 501 pages, over the limit of 500; give the article's pages alone"]


# feeds, Markdown, Word


def test_a_feed_of_nothing_but_tags_is_refused_at_once() -> None:
    begun = time.monotonic()
    _, lines, _ = made_of(make.rss("<a>" * 300_000), "a.xml")
    assert lines == ["a.xml: a feed of more than 80,000 tags; give the articles as files"]
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "<!--", "<p>", "<", "&", "<![CDATA["])
def test_html_that_never_closes_takes_no_time(piece: str) -> None:
    """The parser of the standard library takes minutes over these."""
    begun = time.monotonic()
    text_of(piece * 100_000)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("piece", ["[", "![[", "*a ", "`a ", "> ", "- ", "[a](", "<a ", "# a\n", "  - a\n"])
def test_marks_without_end_take_seconds(piece: str) -> None:
    begun = time.monotonic()
    made_of(piece * (100_000 // len(piece)), "a.md")
    assert time.monotonic() - begun < 10


def test_html_in_markdown_is_made_text() -> None:
    told = f"{make.PARAGRAPHS[0]} <b>So</b> it ended.<br>Quite.\n\n<div>\n<p>{make.PARAGRAPHS[1]}</p>\n</div>\n\n3 < 4 & `a<b>`\n"
    assert made_of(told, "a.md")[0][0].text.split("\n") == [
        f"{make.PARAGRAPHS[0]} So it ended.",
        "Quite.",
        make.PARAGRAPHS[1],
        "3 < 4 & a<b>",
    ]


# tables


def test_a_table_may_be_parted_by_other_marks_and_written_otherwise() -> None:
    for mark, name in ((";", "a.csv"), ("\t", "a.tsv"), ("|", "a.csv")):
        articles, lines, _ = made_of(f"Title{mark} Text \nOne{mark}{make.PARAGRAPHS[0]}\n", name)
        assert [one.text for one in articles] == [make.PARAGRAPHS[0]], lines
    articles, _, notes = made_of(f"text\n“{make.PARAGRAPHS[0]}”\n".replace(",", "").encode("cp1252"), "a.csv")
    assert articles[0].text.startswith("“The Speaker")
    assert notes == ["a.csv: not UTF-8; read as Windows-1252 (Latin-1)"]
    assert made_of(f"text\n{make.PARAGRAPHS[3]}\n".replace(",", "").encode("utf-16"), "a.csv")[0]


def test_a_day_that_is_not_clear_is_said() -> None:
    articles, _, notes = made_of(make.table([["date", "text"], ["10/05/2016", make.text()]]), "a.csv")
    assert articles[0].published is None
    assert notes == ["a.csv#1: '10/05/2016' is no clear day of publication; read without one, write it as 2016-05-10"]


def test_a_cell_may_be_as_long_as_an_article_and_no_longer() -> None:
    long = (make.text() * 3_000).replace("\n", " ")
    assert len(long) > 131_072, "the limit of the csv module"
    table = make.table([["id", "text"], ["1", long], ["2", make.text()]])
    assert [one.id for one in made_of(table, "a.csv")[0]] == ["1", "2"]
    articles, lines, _ = made_of(table, "a.csv", max_chars=5_000)
    assert [one.id for one in articles] == ["2"]
    assert lines[0].startswith("a.csv#1: a row longer than an article may be; split it, or raise the limit")
    _, lines, _ = made_of(make.jsonl({"text": long * 3}) + make.jsonl({"text": make.text()}), "a.jsonl", max_chars=5_000)
    assert lines == ["a.jsonl#1: a line longer than an article may be; split it, or raise the limit with --max-chars"]


def test_html_in_a_cell_is_made_text() -> None:
    articles, _, _ = made_of(make.jsonl({"content": "".join(f"<p>{p}</p>" for p in make.PARAGRAPHS)}), "a.jsonl")
    assert articles[0].text.split("\n") == list(make.PARAGRAPHS)


def test_rows_of_one_title_keep_apart() -> None:
    rows = [{"title": "In brief", "text": p} for p in make.PARAGRAPHS[:3]]
    assert [one.id for one in made_of(make.jsonl(*rows), "a.jsonl")[0]] == ["in-brief", "in-brief-2", "in-brief-3"]


# folders, archives, sidecars


def test_links_never_lead_in_a_circle_and_what_is_hidden_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(make.text(), encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "up").symlink_to(tmp_path)
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    notes: list[str] = []
    made = list(read_all(tmp_path, note=notes.append))
    assert [one.path for one in made] == [str(tmp_path / "a.txt")]
    assert notes == [
        f"{tmp_path}: left out as no articles: {tmp_path / 'gone.txt'}",
        f"{tmp_path}: links to folders, not followed: {tmp_path / 'below' / 'up'}",
    ]


def test_what_was_said_goes_before_the_sidecar_and_that_before_the_page(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(make.page(), encoding="utf-8")
    (tmp_path / "a.meta.json").write_text(
        json.dumps({"outlet": "The Bay Post", "published": "2018-03-02", "mood": 1}), encoding="utf-8"
    )
    notes: list[str] = []
    article = read(file, published="2018-03-03", note=notes.append)
    assert (article.published, article.outlet, article.title) == ("2018-03-03", "The Bay Post", make.TITLE)
    assert notes == [f"{tmp_path / 'a.meta.json'}: mood not used; it may say published, outlet, title, author, url"]
    (tmp_path / "a.meta.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(Unreadable, match="is no JSON object; give it published"):
        read(file)


def test_an_archive_of_bombs_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    many = make.zipped({f"{n}.zip": make.zipped({"a.txt": "x"}) for n in range(51)})
    assert made_of(many, "a.zip")[1] == ["a.zip: holds more than 50 archives; unpack it and give the files"]
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    assert made_of(make.zipped(dict.fromkeys("abcd", "x")), "a.zip")[1] == [
        "a.zip: 4 files, over the limit of 3; give it in parts"
    ]
    monkeypatch.setattr(archives, "MAX_TOTAL", 100)
    assert "unpacks to more than 0 MB" in made_of(make.zipped({"a.txt": make.text()}), "a.zip")[1][0]


def test_a_damaged_member_costs_no_other() -> None:
    data = make.zipped({"a.txt": make.text(), "b.txt": make.text(make.SECOND)})
    at = data.index(b"b.txt") + 20
    articles, lines, _ = made_of(data[:at] + bytes(20) + data[at + 20 :], "a.zip")
    assert [one.id for one in articles] == ["a"]
    assert lines == ["a.zip/b.txt: damaged in the archive, or packed in a way unknown here; pack it anew, or give the files"]


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    from extract.reading.about import Way
    from extract.reading.kinds import pieces

    assert len(list(pieces(Pipe(make.table([["text"], [make.text()]]).encode()), "a.csv", Way()))) == 1


def test_what_has_no_name_is_known_by_its_beginning() -> None:
    for data, words in (
        (make.page(), "sitting"),
        (make.pdf(make.printed()), "sitting"),
        (make.word(), "sitting"),
        (make.text(), "sitting"),
    ):
        assert words in made_of(data, "download")[0][0].text
    assert made_of(make.rss(make.item(f"<p>{make.text()}</p>")), "download")[0][0].title == make.TITLE
    assert made_of(make.zipped({"a.txt": make.text()}), "download")[0][0].path == "download/a.txt"


@pytest.mark.parametrize("name", "a.txt a.md a.html a.pdf a.docx a.csv a.tsv a.jsonl a.xml a.zip a.json a".split())
@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\0" * 99, b"\xff\xfe", b"\xff" * 99, b"PK\x03\x04", b"%PDF-1.7\n", b"<?xml ", b"<", b"{"]
)
def test_no_junk_is_a_fault_of_ours(name: str, data: bytes) -> None:
    articles, lines, _ = made_of(data, name)
    assert lines or articles
    assert not [line for line in lines if "please report" in line or "\n" in line]
