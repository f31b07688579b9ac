"""The command line: what it prints, what it writes, and the exit code that says how it went; the extraction is a stand-in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.web import cli

import extract
from extract import captions, worker
from extract.__main__ import main
from extract.commands import serve, streams
from extract.commands.table import table
from extract.exports import contract
from extract.types import Article, Story
from tests.factories import TEXT, edge, event, exchange, span, story, telling

ROOT = Path(__file__).parent.parent
Said = pytest.CaptureFixture[str]


def told(article: Article | str, *, published: str | None = None) -> Story:
    """The exchange, as if it had been found in the article."""
    del published
    assert isinstance(article, Article)
    if "boom" in article.text:
        raise ZeroDivisionError("by nought")
    return replace(exchange(), id=article.id, title=article.title or article.id, articles=(article,))


def apart(stories: Iterable[Story]) -> tuple[Story, ...]:
    return tuple(stories)


@pytest.fixture(autouse=True)
def flow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "extract", told, raising=False)
    monkeypatch.setattr(extract, "merge", apart, raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT + " Again.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def written(path: Path) -> tuple[Story, ...]:
    return contract.loads(path.read_bytes())


@pytest.mark.usefixtures("folder")
def test_run_prints_the_events_in_order_and_is_content(capsys: Said) -> None:
    assert main(["run", "a.txt", "--outlet", "The Courier", "--published", "2016-05-10"]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[:2] == ["a", "The Courier · 2016-05-10 · a"]
    assert lines[3].split() == ["rank", "type", "who", "→", "whom", "quote", "why", "here"]
    assert "Ama Okoro → Piri" in said.out
    assert said.out.index("heckle") < said.out.index("ejection")
    assert lines[-1] == "Machine-coded, not reviewed."
    assert said.err == ""


def test_bad_files_get_a_line_each_and_the_others_go_on(folder: Path, capsys: Said) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "junk.txt").write_bytes(bytes(range(256)))
    (folder / "latin.txt").write_bytes("Café owner Ama Okoro shouted.".encode("latin-1"))
    (folder / "boom.txt").write_text("boom", encoding="utf-8")
    (folder / "bare").mkdir()
    files = ["none.txt", "empty.txt", "a.txt", "junk.txt", "latin.txt", "boom.txt", "bare", "b.txt"]
    assert main(["run", *files, "--json", "out.json"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "none.txt: no such file; check the name",
        "empty.txt: empty; give a file with the article's text in it",
        "junk.txt: binary data, not text; save the article's text as a .txt file in UTF-8",
        "note: latin.txt: not UTF-8; read as Windows-1252 (Latin-1)",
        "boom.txt: the extraction failed (ZeroDivisionError: by nought); please report it, with the article",
        "bare: a folder without articles; give one that holds text files, pages or tables",
    ]
    assert [made.id for made in written(folder / "out.json")] == ["a", "latin", "b"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["run", "none.txt"], "none.txt: no such file; check the name"),
        (["run", "a.txt", "--published", "10 May"], "--published '10 May' is no date; a date such as 2016-05-10, or a date"),
        (["run", "a.txt", "--json", "no/where.json"], "no/where.json: no such folder as no; make it first"),
        (["run", "a.txt", "--json", "."], ".: cannot be written (is a directory); give another place"),
        (["run", "a.txt", "--each", "b.txt"], "b.txt: cannot be made a folder (File exists); give another place"),
        (["run", "a.txt", "--metadata", "none.csv"], "none.csv: cannot be read as a table ("),
        (["run", "a.txt", "--metadata", "a.txt"], "a.txt: no column 'file' but Ama Okoro shouted"),
        (["explain"], "explain takes a STORY and one or two EVENTs"),
        (["explain", "a.txt", "e1"], "a.txt: no JSON ("),
        (["explain", "none.json", "e1"], "none.json: cannot be read (no such file or directory); give a file that"),
        (["explain", "a.txt", "--text", "x"], "explain takes a STORY and an EVENT, or --text SENTENCE, not both"),
        (["explain", "--text", " "], "--text: empty;"),
        (
            ["explain", "a.txt", "e1", "--pipeline", "x"],
            "--pipeline and --codebook go with --text SENTENCE; a STORY is read already",
        ),
        (["run", "a.txt", "--roster", "none.csv"], "--roster none.csv: cannot be read (no such file or directory); give a CSV"),
        (["run", "a.txt", "--roster", "a.txt"], "--roster a.txt: no column 'name' but Ama Okoro shouted"),
    ],
)
def test_wrong_usage_is_one_line_and_two(argv: list[str], line: str, capsys: Said) -> None:
    assert main(argv) == 2
    said = capsys.readouterr()
    assert said.err.startswith(line)
    assert said.err.count("\n") == 1
    assert said.out == ""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("argv", [[], ["run"], ["run", "a.txt", "--max-chars", "-1"], ["dance"]])
def test_argparse_agrees_on_two(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(argv)
    assert left.value.code == 2


@pytest.mark.usefixtures("folder")
def test_json_to_standard_output_is_alone_there(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["run", "a.txt", "none.txt", "--json", "-", "--no-text"]) == 1
    data = json.loads(capfdbinary.readouterr().out)
    assert data["format"] == "order-paper/1"
    assert "text" not in data["stories"][0]["articles"][0]


def test_each_writes_a_story_for_each_article_and_never_one_over_another(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "A.txt").write_text(TEXT + " Once more.", encoding="utf-8")
    assert main(["run", "a.txt", "b.txt", "more/A.txt", "--each", "out/each"]) == 0
    assert sorted(file.name for file in (folder / "out" / "each").iterdir()) == ["A-2.json", "a.json", "b.json"]
    ids = [made.articles[0].id for name in ("a", "b", "A-2") for made in written(folder / "out" / "each" / f"{name}.json")]
    assert ids == ["a", "b", "A-2"]


def test_a_file_given_twice_is_read_once(folder: Path, capsys: Said) -> None:
    assert main(["run", "a.txt", "./a.txt", "--json", "out.json"]) == 0
    assert capsys.readouterr().err == "note: ./a.txt: given twice, read once\n"
    assert len(written(folder / "out.json")) == 1


def test_a_table_tells_what_is_known_of_the_files(folder: Path, capsys: Said) -> None:
    rows = "\ufefffile,published,outlet,title,url,mood\na.txt,2016-05-10,,Uproar,https://example.org/a,grim\nc.txt,,,,,\n"
    (folder / "table.csv").write_text(rows, encoding="utf-8")
    given = ["--published", "2001-01-01", "--outlet", "The Courier"]
    assert main(["run", "a.txt", "b.txt", "--metadata", "table.csv", *given, "--json", "out.json"]) == 0
    first, second = (made.articles[0] for made in written(folder / "out.json"))
    assert (first.published, first.outlet, first.title) == ("2016-05-10", "The Courier", "Uproar")
    assert first.url == "https://example.org/a"
    assert (second.published, second.outlet, second.title) == ("2001-01-01", "The Courier", None)
    assert capsys.readouterr().err.splitlines() == [
        "note: table.csv: the columns mood are not used; its columns are file, published, outlet, title, author, url",
        "note: --metadata has rows for files that were not given: c.txt",
    ]


def test_a_folder_is_read_with_the_table_that_tells_of_it(folder: Path, capsys: Said) -> None:
    rows = "file,author,outlet\na.txt,Ruth Sele,\nb.txt,,The Bay Post\n"
    (folder / "table.csv").write_text(rows, encoding="utf-8")
    (folder / "b.meta.json").write_text('{"outlet": "The Courier", "title": "Uproar"}', encoding="utf-8")
    assert main(["run", ".", "--metadata", "table.csv", "--json", "out.json"]) == 0
    first, second = (made.articles[0] for made in written(folder / "out.json"))
    assert (first.author, first.outlet, first.path) == ("Ruth Sele", None, "a.txt")
    assert (second.outlet, second.title, second.author) == ("The Bay Post", "Uproar", None)
    assert capsys.readouterr().err == ""
    assert main(["run", ".", "--metadata", "table.csv"]) == 0
    assert capsys.readouterr().err == "note: .: left out as no articles: out.json\n"


def test_what_was_said_goes_before_what_an_article_says(folder: Path) -> None:
    (folder / "b.meta.json").write_text('{"outlet": "The Bay Post", "published": "2016-05-11"}', encoding="utf-8")
    assert main(["run", "a.txt", "b.txt", "--outlet", "The Courier", "--json", "out.json"]) == 0
    second = written(folder / "out.json")[1].articles[0]
    assert (second.outlet, second.published) == ("The Courier", "2016-05-11")


def test_the_same_text_is_read_once_unless_another_outlet_prints_it(folder: Path, capsys: Said) -> None:
    rows = [
        {"id": n, "text": TEXT + " Once more.", "outlet": outlet} for n, outlet in enumerate(("Courier", "Courier", "Post", None))
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "c.txt").write_text(TEXT.replace(" ", "\n", 2), encoding="utf-8")
    assert main(["run", "a.txt", "c.txt", "rows.jsonl", "--json", "out.json"]) == 0
    assert [made.id for made in written(folder / "out.json")] == ["a", "0", "2"]
    assert capsys.readouterr().err.splitlines() == [
        "note: c.txt: the same text as a.txt, read once",
        "note: rows.jsonl#2: the same text as rows.jsonl#1, read once",
        "note: rows.jsonl#4: the same text as rows.jsonl#1, read once",
    ]


def test_a_bad_row_costs_one_line_and_a_story_is_no_article(folder: Path, capsys: Said) -> None:
    (folder / "rows.csv").write_text(f'title,text\nOne,"{TEXT} One."\nTwo\n', encoding="utf-8")
    (folder / "s.json").write_text(contract.dumps([exchange()]), encoding="utf-8")
    assert main(["run", "rows.csv", "s.json", "--each", "out"]) == 1
    assert [file.name for file in (folder / "out").iterdir()] == ["one.json"]
    assert capsys.readouterr().err.splitlines() == [
        "rows.csv#2: cells: 1, where the first row names 2; quote what holds commas, quotation marks or line breaks",
        "s.json: a story that `run` wrote, not an article; see it with `explain`, or give the articles",
    ]


def test_an_address_inside_is_read_only_when_told(folder: Path, capsys: Said) -> None:
    assert main(["run", "http://127.0.0.1:9/a", "a.txt"]) == 1
    assert capsys.readouterr().err.startswith("http://127.0.0.1:9/a: an address inside a private network; give the article as a")
    assert main(["run", "http://127.0.0.1:9/a", "--allow-private"]) == 2
    assert capsys.readouterr().err.startswith("http://127.0.0.1:9/a: cannot be reached (ConnectionRefusedError)")


def test_a_wrong_date_in_the_table_skips_its_file(folder: Path, capsys: Said) -> None:
    (folder / "table.csv").write_text("file,published\na.txt,10.5.2016\n", encoding="utf-8")
    assert main(["run", "a.txt", "b.txt", "--metadata", "table.csv"]) == 1
    assert capsys.readouterr().err.startswith("a.txt: published '10.5.2016' is no date; a date such as 2016-05-10")


def test_a_page_for_each_story(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pytest.importorskip("extract.exports.page")
    monkeypatch.setattr(page, "page", lambda story: f"<title>{story.title}</title>")
    assert main(["run", "a.txt", "b.txt", "--html", "out.html"]) == 0
    assert [(folder / name).read_text() for name in ("out.html", "out-2.html")] == ["<title>a</title>", "<title>b</title>"]


def test_a_file_is_written_whole_or_not_at_all(folder: Path) -> None:
    (folder / "link.json").symlink_to(folder / "real.json")
    streams.write_file(folder / "link.json", "one\n")
    streams.write_file(folder / "link.json", "two\n")
    assert (folder / "link.json").is_symlink()
    assert (folder / "real.json").read_bytes() == b"two\n"
    assert not list(folder.glob(".*.part"))


def test_what_moves_the_cursor_never_reaches_the_terminal(capsys: Said) -> None:
    streams.out("a\x1b[2Jb\x07\u202ec\r\nd\te")
    streams.remark("one\nline\x1b]0;")
    said = capsys.readouterr()
    assert said.out == "a[2Jbc\nd\te\n"
    assert said.err == "one line]0;\n"


@pytest.mark.parametrize("width", [60, 80, 132])
def test_the_table_fits_the_terminal(width: int) -> None:
    long = event(
        "e3", "point_of_order", 3, actors=("lind",), quote="Pneumonoultramicroscopic " * 9, status="planned", source="okoro"
    )
    made = replace(exchange(), events=(*exchange().events, long))
    lines = table(made, width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_the_table_says_what_did_not_happen_and_who_claims_it() -> None:
    claimed = event("e3", "point_of_order", 3, actors=("lind",), quote="I rise,", status="planned", source="okoro")
    said = table(replace(exchange(), events=(claimed,)), width=200)
    assert "point of order (planned)  Jo Lind (says Ama Okoro)" in said
    assert "“I rise”" in said


def test_a_story_without_events_says_so() -> None:
    assert "No events found." in table(story(), width=80)


def test_explain_shows_every_telling_with_its_words_and_its_rule(folder: Path, capsys: Said) -> None:
    (folder / "s.json").write_text(contract.dumps([exchange()]), encoding="utf-8")
    assert main(["explain", "s.json", "e2"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == "e2  " + captions.caption(exchange(), exchange().event("e2"))
    assert "“ordered her out of the chamber” (a1, characters 61–91)" in said
    assert "rule made-up; active; Jo Lind → Ama Okoro; happened" in said
    assert "told     once:" in said


def test_explain_says_which_of_two_comes_first_and_why(folder: Path, capsys: Said) -> None:
    third = event("e3", "walkout", 3, actors=("tamati",), evidence=(telling("walkout", "her"),))
    fourth = event("e4", "reaction", 1, actors=("tamati",))
    made = replace(exchange(), events=(*exchange().events, third, fourth))
    made = replace(made, order=(*made.order, edge("e2", "e3", "telling", 0.3)))
    (folder / "s.json").write_text(contract.dumps([made]), encoding="utf-8")
    assert main(["explain", "s.json", "e3", "e1"]) == 0
    at = f"a1, characters {span('then').start}–{span('then').end}"
    first, second, third = (f"{e.id} ({captions.caption(made, e)})" for e in made.events[:3])
    assert capsys.readouterr().out.splitlines()[-4:] == [
        f"{first} comes before {third}:",
        f'    {first} before {second}, because the text says "then" ({at}); sure',
        f"    {second} before {third}, because that is the order in which the text tells them; a guess",
        "    As sure as the weakest link, e2 before e3: a guess.",
    ]
    assert main(["explain", "s.json", "e2", "e3"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "    A guess: nothing but the order of telling says so."
    assert main(["explain", "s.json", "e1", "e4"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"Which came first, {first} or e4 ({captions.caption(made, made.event('e4'))}), the text does not say.",
        "    Both are drawn at 1, in any order.",
    ]


def test_explain_says_how_far_two_events_could_move(folder: Path, capsys: Said) -> None:
    loose = replace(event("e4", "reaction", 2, actors=("tamati",)), rank_min=1, rank_max=3)
    made = replace(exchange(), events=(*exchange().events, loose))
    (folder / "s.json").write_text(contract.dumps([made]), encoding="utf-8")
    assert main(["explain", "s.json", "e1", "e4"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == ["    e1 can stand at 1 only", "    e4 can stand anywhere from 1 to 3"]


def test_explain_offers_what_there_is(folder: Path, capsys: Said) -> None:
    two = [exchange(), replace(exchange(), id="s2")]
    (folder / "s.json").write_text(contract.dumps(two), encoding="utf-8")
    assert main(["explain", "s.json"]) == 0
    assert "  e1      1  Ama Okoro heckles Piri Tāmati" in capsys.readouterr().out
    for names, line in [
        (["e9"], "e9: no such event; there are e1, e2"),
        (["e1"], "e1: several stories have that event; say s1/e1 or s2/e1"),
        (["s1/e1", "s2/e2"], "s1/e1 and s2/e2 are events of two stories; give two of one story"),
    ]:
        assert main(["explain", "s.json", *names]) == 2
        assert capsys.readouterr().err == line + "\n"
    assert main(["explain", "s.json", "s2/e1"]) == 0


def test_explain_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    assert main(["explain", "--text", TEXT]) == 0
    assert "rule made-up" in capsys.readouterr().out
    monkeypatch.setattr(extract, "extract", lambda article: story())
    assert main(["explain", "--text", "Nothing happened."]) == 0
    assert capsys.readouterr().out == "No rule fired: the sentence tells no event.\n"


def test_the_dashboard_listens_on_this_machine_and_asks_for_nothing() -> None:
    said = serve.command()
    assert {"--server.address=127.0.0.1", "--server.showEmailPrompt=false", "--browser.gatherUsageStats=false"} <= set(said)
    assert "--runner.postScriptGC=false" in said
    assert serve.command("0.0.0.0", 8600)[-2:] == ["--server.address=0.0.0.0", "--server.port=8600"]


def test_serve_becomes_the_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Said) -> None:
    done: list[str] = []
    monkeypatch.setattr(worker, "ahead", lambda: done.append("ahead"))
    monkeypatch.setattr(cli, "main", lambda **_: done.extend(sys.argv))
    monkeypatch.setattr(sys, "argv", ["extract", "serve"])
    monkeypatch.setattr(serve, "APP", tmp_path / "streamlit_app.py")
    assert main(["serve"]) == 2
    assert capsys.readouterr().err.startswith("streamlit_app.py is not beside the package")
    serve.APP.touch()
    assert not done
    assert main(["serve"]) == 0
    assert done[:3] == ["ahead", "streamlit", "run"]


@pytest.mark.parametrize(("flag", "told"), [("--read-only", "0"), ("--changes", "1")])
def test_serve_is_told_where_what_and_whether(monkeypatch: pytest.MonkeyPatch, flag: str, told: str) -> None:
    monkeypatch.setattr(worker, "ahead", lambda: None)
    monkeypatch.setattr(cli, "main", lambda **_: None)
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.setenv("ORDER_PAPER_STORE", "")
    monkeypatch.setenv("ORDER_PAPER_CHANGES", "")
    assert main(["serve", "--port", "8600", "--address", "0.0.0.0", "--store", "sqlite:///s.sqlite", flag]) == 0
    assert sys.argv[-2:] == ["--server.address=0.0.0.0", "--server.port=8600"]
    assert (os.environ["ORDER_PAPER_STORE"], os.environ["ORDER_PAPER_CHANGES"]) == ("sqlite:///s.sqlite", told)


def test_serve_cannot_be_told_both() -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--read-only", "--changes"])


def module(*argv: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    command = [sys.executable, "-m", "extract", *argv]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_the_module_leaves_with_the_code(tmp_path: Path) -> None:
    left = module("run", "none.txt", cwd=tmp_path)
    assert (left.returncode, left.stdout, left.stderr) == (2, "", "none.txt: no such file; check the name\n")


def test_help_says_what_the_exit_codes_mean() -> None:
    left = module("run", "--help")
    assert left.returncode == 0
    assert "1 some files skipped" in left.stdout


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(contract.dumps([exchange()] * 2000), encoding="utf-8")
    line = f'"{sys.executable}" -m extract explain s.json | head -1; exit "${{PIPESTATUS[0]}}"'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    left = subprocess.run(["bash", "-c", line], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (left.returncode, left.stderr) == (0, "")


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("The court threw out the case against Mr Okoro in Parliament.", "by ejection/throw-out, but the clause says “case”"),
        ("Mr Marlowe walked out of the hotel.", "no word of a legislature"),
    ],
)
def test_explain_says_what_nearly_fired(sentence: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--text", sentence]) == 0
    assert line in capsys.readouterr().out
