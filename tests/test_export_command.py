"""`python -m extract export`: what it writes, what it says, and how it leaves."""

import json

import pytest

from extract.__main__ import main
from extract.corrections import kinds, what
from extract.exports import contract, figures
from extract.exports.formats import FORMATS
from extract.store import Store
from tests.factories import exchange, story
from tests.hostile import hostile_story


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "story.json"
    path.write_text(contract.dumps([exchange()]), encoding="utf-8")
    return path


def export(*words):
    return main(["export", *map(str, words)])


def test_each_format_becomes_a_file_named_after_the_story(file, tmp_path, capsys):
    assert export(file, "csv", "graphml", "csv", "--out", tmp_path / "out") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["s1.csv", "s1.graphml"]
    assert capsys.readouterr().out.count("\n") == 2


def test_what_was_there_before_is_said_to_be_replaced(file, tmp_path, capsys):
    export(file, "json", "--out", tmp_path)
    capsys.readouterr()
    assert export(file, "json", "--out", tmp_path) == 0
    assert capsys.readouterr().err == f"note: {tmp_path}/s1.json: was there before, and is replaced\n"


def test_the_file_that_is_read_is_not_written_over(tmp_path, capsys):
    path = tmp_path / "a.json"
    path.write_text(contract.dumps([story(id="a"), story(id="b")]), encoding="utf-8")
    assert export(path, "json", "--out", tmp_path) == 1
    assert "a.json: not written, since it is the file that is read" in capsys.readouterr().err
    assert len(contract.loads(path.read_bytes())) == 2


def test_an_unknown_format_is_answered_with_all(file, tmp_path, capsys):
    assert export(file, "csv", "docx", "--out", tmp_path / "out") == 2
    line = capsys.readouterr().err
    assert line == f"'docx': no such format; there are {', '.join(FORMATS)}\n"
    assert not (tmp_path / "out").exists()


def test_what_a_format_cannot_hold_is_said(file, tmp_path, capsys):
    assert export(file, "timelinejs", "ics", "--out", tmp_path) == 0
    said = capsys.readouterr().err
    assert "2 of 2 events left out: the text gives no day for them" in said
    assert "nobody is suspended until a day in this story" in said


def test_quotes_only_leaves_the_texts_out(file, tmp_path):
    export(file, "json", "--quotes-only", "--out", tmp_path)
    (one,) = json.loads((tmp_path / "s1.json").read_text(encoding="utf-8"))["stories"]
    assert "text" not in one["articles"][0]


def test_without_a_browser_the_images_are_skipped_and_the_rest_is_written(file, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(figures, "browser", lambda: None)
    assert export(file, "network-svg", "csv", "--out", tmp_path) == 1
    assert "s1.network.svg: not written, since" in capsys.readouterr().err
    assert (tmp_path / "s1.csv").exists()
    assert export(file, "network-svg", "--out", tmp_path) == 2


def test_stories_of_one_name_do_not_write_over_each_other(tmp_path):
    path = tmp_path / "two.json"
    path.write_text(contract.dumps([story(id="a/b"), story(id="a b"), story(id="../x")]), encoding="utf-8")
    assert export(path, "jsonld", "--out", tmp_path / "out") == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a-b-2.jsonld", "a-b.jsonld", "x.jsonld"]


def test_a_hostile_story_is_written_here_and_nowhere_else(tmp_path, capsys):
    path = tmp_path / "in" / "story.json"
    path.parent.mkdir()
    path.write_text(contract.dumps([hostile_story()]), encoding="utf-8")
    names = [name for name, one in FORMATS.items() if not one.browser]
    assert export(path, *names, "--out", tmp_path / "out") == 0
    assert len(list((tmp_path / "out").iterdir())) == len(names)
    assert {item.name for item in tmp_path.iterdir()} == {"in", "out"}
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(("words", "line"), [("{}", "no stories of the format"), ("", "no JSON")])
def test_a_file_without_a_story_is_one_line(tmp_path, capsys, words, line):
    path = tmp_path / "x.json"
    path.write_text(words, encoding="utf-8")
    assert export(path, "csv") == 2
    assert line in capsys.readouterr().err


def test_a_file_that_is_not_there_opens_no_store(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(Store, "open", lambda url: pytest.fail("opens the store"))
    assert export(tmp_path / "none.json", "csv") == 2
    assert "cannot be read (no such file or directory)" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["x" * 5000, "\udcff", "x\x1b"])
def test_what_is_neither_file_nor_id_is_one_line(tmp_path, capsys, name):
    assert export(name, "csv", "--out", tmp_path, "--store", f"sqlite:///{tmp_path / 'store.sqlite'}") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_story_of_the_store_goes_by_its_id_and_says_who_reviewed_it(tmp_path, capsys):
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    store = Store.open(url)
    (kept,) = store.add([exchange()])
    told = store.story(kept.story)
    store.correct(kept.story, kinds.Accept(what(told, told.events[0].id)), by="Ana Reyes")
    store.close()
    assert export(kept.story, "csv", "--store", url, "--out", tmp_path) == 0
    assert "Accepted by Ana Reyes" in next(tmp_path.glob("*.csv")).read_text(encoding="utf-8")
    assert export("nobody", "csv", "--store", url, "--out", tmp_path) == 2
    assert "nobody: no story of the store" in capsys.readouterr().err
