"""`python -m extract store`: what it prints and the exit code, with a store in a folder of the test's."""

from __future__ import annotations

import json
import re
import sys
from io import StringIO
from pathlib import Path

import pytest

from extract.__main__ import main
from extract.corrections import kinds, what
from extract.exports import contract
from extract.store import Store

from .test_store import END, WATER, add, other, post, wire

Said = pytest.CaptureFixture[str]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles in it, and a store that holds three."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "day.txt").write_text(
        "It rained in Arden on Tuesday, and nobody said a word about it.", encoding="utf-8"
    )
    (tmp_path / "news" / "empty.txt").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ORDER_PAPER_STORE", f"sqlite:///{tmp_path / 's.sqlite'}")
    monkeypatch.setenv("COLUMNS", "120")
    store = Store.open()
    add(store, wire(), post(), other())
    store.close()
    return tmp_path


def run(capsys: Said, *words: str) -> tuple[int, list[str], str]:
    code = main(["store", *words])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err


@pytest.mark.usefixtures("place")
def test_articles_are_added_and_what_cannot_be_is_said(capsys: Said) -> None:
    code, lines, err = run(capsys, "add", "news")
    assert (code, lines) == (1, ["day: new, in the story day"])
    assert "empty.txt: empty" in err
    assert run(capsys, "add", "news/empty.txt")[0] == 2
    code, lines, _ = run(capsys, "add", "news/day.txt")
    assert lines == ["day: known, in the story day"]


@pytest.mark.usefixtures("place")
def test_stories_and_articles_are_listed(capsys: Said) -> None:
    code, lines, _ = run(capsys, "list")
    assert code == 0
    assert re.fullmatch(r"wire  2024-03-13  2 articles  \d+ events  Vale ordered out", lines[0])
    assert run(capsys, "list", "--articles")[1][-1] == "wire  The Wire  2024-03-13  Vale ordered out  in wire"
    assert json.loads("\n".join(run(capsys, "list", "--json")[1]))[0]["articles"] == 2


@pytest.mark.usefixtures("place")
def test_what_is_searched_for_is_found_with_its_place(capsys: Said) -> None:
    code, lines, _ = run(capsys, "search", "coward", "--kind", "article")
    assert code == 0
    assert lines[0].startswith("senate  article senate [57:63]  In the Senate Tom Marlowe branded")
    assert run(capsys, "search", "xylophone") == (1, [], "nothing holds all of these words\n")


def test_a_story_is_shown_and_written(place: Path, capsys: Said) -> None:
    code, lines, _ = run(capsys, "show", "senate")
    assert (code, lines[-1]) == (0, "Machine-coded, not reviewed.")
    assert any(line.split()[:2] == ["1", "e1"] for line in lines)
    assert any("moss Ada Moss" in line or "okafor Dan Okafor" in line for line in lines)
    run(capsys, "show", "senate", "--json", "s.json", "--html", "s.html")
    assert contract.loads((place / "s.json").read_text(encoding="utf-8"))[0].id == "senate"
    assert "Machine-coded" in (place / "s.html").read_text(encoding="utf-8")
    main(["store", "show", "senate", "--json", "-"])
    assert json.loads(capsys.readouterr().out)["format"] == "order-paper/1"


@pytest.mark.usefixtures("place")
def test_somebody_corrects_undoes_and_is_named(capsys: Said) -> None:
    code, lines, _ = run(capsys, "correct", "senate", "retype", "e1", "scuffle", "--by", "Ana Reyes", "--why", "seen")
    assert code == 0
    assert re.fullmatch(r"1  \S+\+00:00  Ana Reyes  “.*” is of the type “Scuffle”  \(seen\)", lines[0])
    shown = run(capsys, "show", "senate")[1]
    assert any("scuffle" in line for line in shown)
    assert shown[-1].startswith("Machine-coded; 1 of 2 events reviewed by Ana Reyes")
    assert not any("scuffle" in line for line in run(capsys, "show", "senate", "--machine")[1])
    assert run(capsys, "undo", "senate", "1", "--by", "Ben Fry")[1][0].endswith("Ben Fry  1 no longer holds")
    assert [line.endswith("(undone)") for line in run(capsys, "log", "senate")[1]] == [True, False]
    assert not any("scuffle" in line for line in run(capsys, "show", "senate")[1])


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("show", "nothing"), "nothing: no story of the store; `store list` shows those there are"),
        (("correct", "senate", "reject", "e9", "--by", "Ana"), "'e9' is no event of this story; there are e1, e2"),
        (("correct", "senate", "reject", "e1", "--by", " "), "a correction wants the name of whoever makes it; give yours"),
        (("undo", "senate", "first", "--by", "Ana"), "'first' is no number of a correction; `store log` shows them"),
        (("changes", "post"), "post: replaced no other version; `store list --articles` shows which did"),
        (
            ("delete", "nothing", "--yes"),
            "nothing: neither a story nor an article of the store; `store list` shows",
        ),
        (("restore", "nothing.zip"), "the store holds 3 articles; restore into an empty one (--store sqlite:///new.sqlite)"),
        (("delete", "wire", "--yes"), "wire: a story of 2 articles and one of its articles; say which (--story or --article)"),
        (("--store", "sqlite:///x?timeout=1", "list"), "no address of a store"),
        (("show", "\udcff"), "is no UTF-8; type it in another way"),
        (("--store", "mysql://x", "list"), "a store is kept in SQLite or PostgreSQL"),
    ],
)
def test_what_cannot_be_done_is_one_line(words: tuple[str, ...], says: str, capsys: Said) -> None:
    code, lines, err = run(capsys, *words)
    assert (code, lines) == (2, [])
    assert says in err
    assert err.count("\n") == 1


def test_nobody_corrects_without_saying_who(place: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["store", "correct", "senate", "reject", "e1"])
    assert left.value.code == 2


def test_a_newer_version_and_what_it_changes(place: Path, capsys: Said) -> None:
    (place / "news" / "new.txt").write_text(
        WATER + END + " Mr Tom Byrne then moved a motion of no confidence in Ms Lind.", "utf-8"
    )
    line = run(capsys, "add", "news/new.txt", "--replaces", "wire", "--published", "2024-03-13", "--outlet", "The Wire")[1][0]
    assert line == "new: newer version, in the story wire"
    lines = run(capsys, "changes", "new")[1]
    assert [line for line in lines if line.startswith("+")] == [
        "+ Tom Byrne asks for a vote of no confidence in Jo Lind (“Mr Tom Byrne then moved a motion of no confidence in Ms Lind”)"
    ]


def test_coded_articles_are_written_as_people_have_them(place: Path, capsys: Said) -> None:
    store = Store.open()
    store.correct("wire", kinds.Reject(what(store.story("wire"), "e1")), by="Ana Reyes", why="not in the House")
    assert run(capsys, "gold", "wire", "coded")[1] == ["coded: 2 coded articles"]
    coded = json.loads((place / "coded" / "wire.json").read_text(encoding="utf-8"))
    assert [trap["why"] for trap in coded["traps"]] == ["not in the House"]
    assert (place / "coded" / "wire.txt").read_text(encoding="utf-8") == wire().articles[0].text
    assert json.loads((place / "coded" / "merged" / "story.json").read_text(encoding="utf-8"))["articles"] == ["wire", "post"]


@pytest.mark.usefixtures("place")
def test_taking_out_says_what_went(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO("no\n"))
    assert run(capsys, "delete", "senate")[0] == 2
    assert run(capsys, "delete", "senate", "--yes")[1] == ["taken out: senate; 0 entries of the log with it"]
    monkeypatch.setattr(sys, "stdin", StringIO("Kim Hale\n"))
    code, _, err = run(capsys, "forget-person", "Kim Vale")
    assert code == 2
    assert "something else was typed, and nothing was changed" in err
    monkeypatch.setattr(sys, "stdin", StringIO("Kim Vale\n"))
    code, lines, err = run(capsys, "forget-person", "Kim Vale")
    assert lines == ["withheld in 2 articles and 0 entries of the log, and in what comes later"]
    assert "backups made before" in err
    assert run(capsys, "search", "Vale")[0] == 1
    code, lines, err = run(capsys, "forget-person", "Nobody Here", "--yes")
    assert (code, lines) == (1, [])
    assert "'Nobody Here' stands nowhere in the store" in err


@pytest.mark.usefixtures("place")
def test_an_undoing_that_changes_nothing_is_said(capsys: Said) -> None:
    run(capsys, "correct", "senate", "recast", "e1", "--targets", "Ada Moss", "--by", "Ana Reyes")
    run(capsys, "correct", "senate", "accept", "e1", "--by", "Ben Fry")
    assert "the story is as before" in run(capsys, "undo", "senate", "1", "--by", "Ana Reyes")[2]


@pytest.mark.usefixtures("place")
def test_the_store_moves_house(capsys: Said) -> None:
    assert run(capsys, "backup", "b.zip")[1] == ["b.zip: 3 articles"]
    assert run(capsys, "--store", "sqlite:///new.sqlite", "restore", "b.zip")[1] == ["restored: 3 articles"]
    assert run(capsys, "--store", "sqlite:///new.sqlite", "list")[1] == run(capsys, "list")[1]


@pytest.mark.usefixtures("place")
def test_what_is_kept_is_read_again(capsys: Said) -> None:
    assert run(capsys, "again", "wire")[1] == ["post: as before", "wire: as before"]
