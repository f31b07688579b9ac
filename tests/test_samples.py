"""A real file of each kind, good, broken and hostile: what is read of it, and the one line that it costs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from extract.reading import Unreadable, read
from extract.types import Article
from tests.reading import make, table

HERE = Path(__file__).parent / "reading"
# What a kind of file cannot say of an article.
SILENT = {"article.pdf": {"outlet", "published", "url"}, "article.docx": {"outlet", "published", "url"}}
ABOUT = {"title": make.TITLE, "outlet": make.OUTLET, "author": make.AUTHOR, "published": make.DAY, "url": make.URL}
WITHOUT_ADDRESS = {"article.md", "table.csv"}


def named(folder: str) -> list[object]:
    return [pytest.param(folder, name, id=f"{folder}/{name}") for name in table.samples(folder)]


EVERY = [param for folder in table.FOLDERS for param in named(folder)]


@pytest.mark.parametrize(("folder", "name"), named("good"))
def test_a_good_one_is_the_article_and_what_it_says_of_itself(folder: str, name: str) -> None:
    made, _ = table.outcome(folder, name)
    first = made[0]
    assert isinstance(first, Article)
    rows = first.text.split("\n")
    assert [row for row in rows if row and row != make.TITLE] == list(make.PARAGRAPHS)
    said = {key: getattr(first, key) for key in ABOUT}
    said["published"] = (said["published"] or "")[:10] or None
    silent = SILENT.get(name, {"url"} if name in WITHOUT_ADDRESS else set())
    assert said == {key: None if key in silent else value for key, value in ABOUT.items()}


def test_what_holds_several_gives_each() -> None:
    for name in ("table.csv", "table.jsonl", "archive.zip", "folder"):
        made, _ = table.outcome("good", name)
        assert [type(one) for one in made] == [Article, Article], name
        second = made[1]
        assert isinstance(second, Article)
        assert [row for row in second.text.split("\n") if row and row != make.TITLE] == list(make.SECOND)


@pytest.mark.parametrize(("folder", "name"), EVERY)
def test_nothing_takes_long_or_is_a_fault_of_ours(folder: str, name: str) -> None:
    begun = time.monotonic()
    made, notes = table.outcome(folder, name)
    assert time.monotonic() - begun < 10
    assert made
    for line in [*notes, *(str(one) for one in made if isinstance(one, Unreadable))]:
        assert "\n" not in line
        assert "please report" not in line
        assert line.startswith(name)


@pytest.mark.parametrize(("folder", "name"), named("broken"))
def test_a_broken_one_is_said_in_one_line_with_a_remedy(folder: str, name: str) -> None:
    made, _ = table.outcome(folder, name)
    lines = [one for one in made if isinstance(one, Unreadable)]
    assert lines
    assert all(one.remedy and one.wrong for one in lines)


@pytest.mark.parametrize(("folder", "name"), named("hostile"))
def test_a_hostile_one_does_nothing_but_be_read(folder: str, name: str) -> None:
    made, _ = table.outcome(folder, name)
    for one in made:
        if isinstance(one, Article):
            assert not {"<script", "color:red"} & {mark for mark in ("<script", "color:red") if mark in one.text}
            assert "gotcha" not in one.text.replace("[x](javascript:alert('gotcha'))", "")
            assert one.url is None or one.url.startswith("http")
            assert not set("/\\:\0") & set(one.id)
            assert make.PARAGRAPHS[3] in one.text
            assert "root:" not in one.text


def test_the_page_says_what_is_so() -> None:
    page = table.PAGE.read_text(encoding="utf-8")
    assert page.split(table.BEGIN)[1].split(table.END)[0] == table.table(), "run `python -m tests.reading.table`"


def test_the_samples_are_what_the_script_makes() -> None:
    for folder, files in (("good", make.good()), ("broken", make.broken()), ("hostile", make.hostile())):
        for name, data in files.items():
            if name != "locked.pdf" and not name.endswith(".docx"):  # a key of chance; a packer of another version
                assert (HERE / folder / name).read_bytes() == (data if isinstance(data, bytes) else data.encode()), name


def test_one_article_is_asked_of_a_source_of_two() -> None:
    with pytest.raises(Unreadable, match="holds more than one article; give it to `run`, or to read_all"):
        read(HERE / "good" / "table.csv")
    assert read(HERE / "good" / "rss.xml").title == make.TITLE
