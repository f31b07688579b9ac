"""What holds of every input: a result or one clear line, in time, and a result that keeps the contract."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import openpyxl
from icalendar import Calendar

from extract import extract
from extract.exports import contract
from extract.exports.csv_table import FORMULA
from extract.exports.formats import FORMATS
from extract.reading import Unreadable, all_from_bytes, from_text, read_part
from extract.reading.about import Way
from extract.reading.parts import parts
from extract.types import Article, Story
from tests.fuzz import making

if TYPE_CHECKING:
    import jsonschema

SCHEMA = Path(contract.__file__).with_name("story.schema.json")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
ALONE = [name for name, one in FORMATS.items() if not one.browser]


def reading(data: bytes) -> None:
    """Any bytes under any name are articles, or a line on each that is none."""
    name, held = making.file(data)
    ids = set()
    for one in all_from_bytes(held, name=name, max_chars=200_000):
        if isinstance(one, Unreadable):
            line(one)
        else:
            article(one)
            assert one.id.casefold() not in ids
            ids.add(one.id.casefold())


def corpus(data: bytes) -> None:
    """Any bytes as the source of a corpus are parts of other rows each, which are articles or a line on what is none."""
    name, held = making.table(data)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(held)
        notes: list[str] = []
        way = Way(max_chars=200_000, note=notes.append)
        made = list(parts(str(Path(folder, name)), rows=3, way=way))
        assert made, "nothing is said of it"
        assert len({part.key() for part in made}) == len(made)
        for one in (one for part in made for one in read_part(part, max_chars=200_000, note=notes.append)):
            if isinstance(one, Unreadable):
                line(one)
            else:
                article(one)
        assert not [note for note in notes if CONTROLS.search(note)]


def line(one: Unreadable) -> None:
    assert "could not be read (" not in one.wrong, f"a reader of ours broke: {one.wrong}"
    assert one.wrong
    assert one.remedy
    assert not CONTROLS.search(one.wrong + one.remedy), f"not one line: {str(one)!r}"


def article(one: Article) -> None:
    one.text.encode()
    assert one.text.strip()
    assert "\r" not in one.text
    assert one.id
    assert not re.search(r"[/\\\x00-\x1f:]", one.id), f"an id that is no file's name: {one.id!r}"
    told = [value for value in (one.title, one.outlet, one.author) if value is not None]
    assert all(value and not CONTROLS.search(value) for value in told), f"said of itself: {told!r}"
    assert one.url is None or re.match(r"(?i)https?://", one.url)


def extraction(data: bytes) -> None:
    """Any text is a story whose words are those of the text, the same twice, or one line."""
    try:
        article = from_text(making.text(data), title="Uproar", published="2031-03-05")
    except Unreadable as error:
        line(error)
        return
    story = extract(article)
    written = contract.dumps([story])
    assert contract.dumps([extract(article)]) == written, "not the same twice"
    keeps_the_contract(json.loads(written), {article.id: article.text})


def keeps_the_contract(written: dict[str, Any], texts: Mapping[str, str]) -> None:
    schema().validate(written)
    for span in spans(written):
        assert span["text"] == texts[span["article"]][span["start"] : span["end"]]
        assert 0 <= span["start"] < span["end"]
    for story in written["stories"]:
        assert not contract.dangling(contract.loads(json.dumps({**written, "stories": [story]}))[0])
        ranks = {event["rank"] for event in story["events"]}
        assert ranks == set(range(1, len(ranks) + 1))
        assert nx.is_directed_acyclic_graph(nx.DiGraph([(edge["before"], edge["after"]) for edge in story["order"]]))


def spans(item: object) -> list[dict[str, Any]]:
    """All passages, however deep they lie."""
    if isinstance(item, list):
        return [span for part in item for span in spans(part)]
    if not isinstance(item, dict):
        return []
    own = [item] if {"article", "start", "end", "text"} <= item.keys() else []
    return own + spans(list(item.values()))


@cache
def schema() -> jsonschema.protocols.Validator:
    import jsonschema

    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def export(data: bytes) -> None:
    """Any story is a file of every format, and its reader reads it."""
    story = making.story(data)
    for name in ALONE:
        for quotes_only in (False, True):
            made = FORMATS[name].make(story, quotes_only=quotes_only)
            READERS.get(name, _page)(made, story)


def _json(made: bytes, story: Story) -> None:
    (back,) = contract.loads(made)
    assert [one.id for one in back.events] == [whole(one.id) for one in story.events]
    for span in spans(json.loads(made)):
        text = next((one.text for one in back.articles if one.id == span["article"]), "")
        assert not text or text[span["start"] : span["end"]] == span["text"]


def whole(text: str) -> str:
    """A text with a mark for each half of a character."""
    return text.encode("utf-8", "replace").decode()


def _csv(made: bytes, story: Story) -> None:
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if FORMULA.search(cell)]


def _xlsx(made: bytes, story: Story) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert book["events"].max_row == 1 + len(story.events)


def _graphml(made: bytes, story: Story) -> None:
    assert len(nx.read_graphml(io.BytesIO(made))) == len(story.actors)


def _gexf(made: bytes, story: Story) -> None:
    assert len(nx.read_gexf(io.BytesIO(made))) == len(story.actors)


def _any_json(made: bytes, story: Story) -> None:
    json.loads(made.decode())


def _lines_of_json(made: bytes, story: Story) -> None:
    for line in made.decode().split("\n")[:-1]:
        json.loads(line)


def _ics(made: bytes, story: Story) -> None:
    Calendar.from_ical(made.decode())


def _zip(made: bytes, story: Story) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
    assert len({name.casefold() for name in names}) == len(names)
    assert not [
        name for name in names if name.startswith("/") or ".." in name.split("/") or "\\" in name or CONTROLS.search(name)
    ]


def _page(made: bytes, story: Story) -> None:
    page = made.decode()
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "<script>alert(1)" not in page


READERS: Mapping[str, Callable[[bytes, Story], None]] = {
    "json": _json, "csv": _csv, "timelinejs-csv": _csv, "xlsx": _xlsx, "graphml": _graphml, "gexf": _gexf, "ics": _ics,
    "timelinejs": _any_json, "jsonld": _any_json, "ftm": _lines_of_json, "brat": _zip, "gold": _zip,
}  # fmt: skip
PROPERTIES: Mapping[str, Callable[[bytes], None]] = {
    "reading": reading, "corpus": corpus, "extraction": extraction, "export": export,
}  # fmt: skip
