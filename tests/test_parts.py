"""Large inputs in parts: whatever the kind, the packing and the size of a part, the same articles and the same bad rows."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import random
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.reading import Unreadable, read_all, read_part
from extract.reading.about import Way
from extract.reading.parts import parts, size
from extract.types import Article

ROWS = [
    {
        "id": f"n{n}",
        "text": f"The Speaker heard number {n} in the House. “{word},” said Ms Hale.\nShe left.",
        "outlet": "The Herald",
    }
    for n, word in enumerate(("Shame", "Order", "Cheat, liar", 'A "rat"', "No", "Ja"))
]
Found = list[Article | tuple[str, str]]


def lines() -> bytes:
    made = [json.dumps(row).encode() for row in ROWS]
    return b"\n".join([made[0], b"", made[1], b"{broken", made[2], b'{"text": 7}', *made[3:]])


def table() -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "text", "outlet"])
    writer.writeheader()
    writer.writerows(ROWS)
    return (out.getvalue() + "torn,row\r\n" + 'n9,"The House rose, “quietly”.",The Post\r\n').encode()


def pack(data: bytes, suffix: str) -> bytes:
    if suffix == ".gz":
        return gzip.compress(data[:300]) + gzip.compress(data[300:])  # two members, as `cat a.gz b.gz` makes them
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    return bytes(sink.getvalue().to_pybytes()) if suffix == ".zst" else data


def found(source: Path, rows: int) -> Found:
    made = [one for part in parts(str(source), rows=rows, way=Way()) for one in read_part(part)]
    return [(one.path, one.wrong) if isinstance(one, Unreadable) else one for one in made]


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("rows", [1, 2, 3, 100])
@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_a_table_in_parts_is_the_table(tmp_path: Path, kind: str, rows: int, suffix: str) -> None:
    plain = tmp_path / f"news.{kind}"
    plain.write_bytes(lines() if kind == "jsonl" else table())
    whole = [(one.path, one.wrong) if isinstance(one, Unreadable) else one for one in read_all(plain)]
    assert len(whole) == 8
    packed = tmp_path / "packed" / f"news.{kind}{suffix}"
    packed.parent.mkdir()
    packed.write_bytes(pack(plain.read_bytes(), suffix))
    renamed = [(one[0].replace(str(plain), str(packed)), one[1]) if isinstance(one, tuple) else one.text for one in whole]
    assert [one if isinstance(one, tuple) else one.text for one in found(packed, rows)] == renamed
    assert [one.id for one in found(packed, rows) if isinstance(one, Article)] == [
        one.id for one in whole if isinstance(one, Article)
    ]
    assert sum(part.bytes for part in parts(str(packed), rows=rows, way=Way())) == size(str(packed)) == packed.stat().st_size


@pytest.mark.parametrize("rows", [1, 4, 100])
def test_a_table_in_parquet_is_read_by_its_columns(tmp_path: Path, rows: int) -> None:
    file = tmp_path / "news.parquet"
    days = [None if n == 2 else f"2024-03-1{n}" for n in range(len(ROWS))]
    told = [{"Body": r["text"], "id": r["id"], "date": day, "vector": [1.0] * 50} for r, day in zip(ROWS, days, strict=True)]
    pq.write_table(pa.Table.from_pylist([*told, {"Body": None, "id": "none", "date": None, "vector": []}]), file)
    read = found(file, rows)
    assert [one.text for one in read if isinstance(one, Article)] == [row["text"] for row in ROWS]
    assert [(one.id, one.published) for one in read if isinstance(one, Article)] == list(
        zip([r["id"] for r in ROWS], days, strict=True)
    )
    assert read[-1] == (f"{file}#7", "'body' is no text but NoneType")


def test_rows_without_an_id_are_named_by_their_number(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps({"text": row["text"]}) + "\n" for row in ROWS), encoding="utf-8")
    assert [one.id for one in found(file, 2) if isinstance(one, Article)] == [f"news-{n}" for n in range(1, 7)]


def test_a_folder_is_read_file_by_file_and_table_by_table(tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"a{n}.txt").write_text(ROWS[n]["text"], encoding="utf-8")
    (tmp_path / "b.csv").write_bytes(table())
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(ROWS[5]["text"].encode()))
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    notes: list[str] = []
    made = list(parts(str(tmp_path), rows=2, way=Way(note=notes.append)))
    assert [(part.kind, part.rows) for part in made] == [
        ("files", 2),
        ("files", 2),
        ("files", 1),
        *[("csv", 2)] * 4,
        ("files", 1),
    ]
    read = found(tmp_path, 2)
    assert [one.id for one in read if isinstance(one, Article)] == [
        "a0",
        "a1",
        "a2",
        "a3",
        "a4",
        *(r["id"] for r in ROWS),
        "n9",
        "c",
    ]
    assert len([one for one in read if isinstance(one, tuple)]) == 1
    assert len(notes) == 1
    assert notes[0].endswith("d.png")


def test_what_of_a_folder_is_not_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("shut", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(ROWS[0]["text"], encoding="utf-8")
    (tmp_path / "up").symlink_to(tmp_path)
    listed = os.scandir

    def scandir(place: str) -> object:
        if str(place).endswith("shut"):
            raise PermissionError(13, "Permission denied", place)
        return listed(place)

    monkeypatch.setattr("os.scandir", scandir)
    shut, said = str(tmp_path / "shut"), "cannot be opened (permission denied)"
    notes: list[str] = []
    made = [one for part in parts(str(tmp_path), rows=2, way=Way(note=notes.append)) for one in read_part(part)]
    assert [(one.path, one.wrong) for one in made if isinstance(one, Unreadable)] == [(shut, said)]
    assert notes == [f"{tmp_path}: links to folders, not followed: {tmp_path / 'up'}"]
    again = [one for one in read_all(tmp_path) if isinstance(one, Unreadable)]
    assert [(one.path, one.wrong) for one in again] == [(shut, said)]
    assert len([one for one in made if isinstance(one, Article)]) == 1


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n \n", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"name,place\nx,y\n", "no column with the text but name, place"),
        ("a.csv", b"id,text\n", "a first row and no other"),
        ("a.jsonl", '{"text": "An hour in the House."}'.encode("utf-16"), "not UTF-8 but, it seems, UTF-16"),
        ("a.csv.gz", gzip.compress(table())[:-30], "damaged or unreadable behind row"),
        ("a.jsonl.zst", b"no such thing", "damaged or unreadable behind row 0"),
        ("a.parquet", b"PAR1 nothing", "damaged or unreadable behind row 0"),
        ("a.txt.gz", b"nothing", "damaged"),
        ("gone.jsonl", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, data: bytes | None, wrong: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    *_, last = found(tmp_path / name, 3)
    assert isinstance(last, tuple)
    assert last[1].startswith(wrong)


def test_rows_before_the_break_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(lines() * 200, compresslevel=0)[:-4000])
    read = found(file, 50)
    assert len(read) > 1000
    assert [one for one in read[-1:] if isinstance(one, tuple)] != []


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("kind", ["jsonl", "csv"])
def test_rows_of_a_part_that_breaks_off_are_read(tmp_path: Path, kind: str, packing: str) -> None:
    data = lines() if kind == "jsonl" else table()
    noise = random.Random(1).randbytes(300_000).hex().encode()  # nothing of which is left by the break
    file = tmp_path / f"a.{kind}{packing}"
    file.write_bytes(pack(data + b"\n" + noise, packing)[:-100_000])
    *read, last = found(file, 50)
    assert [one.id for one in read if isinstance(one, Article)][: len(ROWS)] == [row["id"] for row in ROWS]
    assert isinstance(last, tuple)
    assert last[1].startswith("damaged or unreadable behind row")


def test_a_day_in_figures_is_one_whether_it_is_a_number_or_text(tmp_path: Path) -> None:
    rows = [{**ROWS[0], "date": day} for day in (20160510, "20160510", True, 5)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    read = [one for one in found(tmp_path / "a.jsonl", 5) if isinstance(one, Article)]
    assert [one.published for one in read] == ["2016-05-10", "2016-05-10", None, None]


def test_rows_of_json_in_windows_1252_are_read_as_those_of_csv(tmp_path: Path) -> None:
    text = "The Speaker heard Zoë Müller in the House. “Shame,” said Ms Hale."
    (tmp_path / "a.jsonl").write_bytes(json.dumps({"text": text}, ensure_ascii=False).encode("cp1252"))
    notes: list[str] = []
    (part,) = parts(str(tmp_path / "a.jsonl"), rows=5, way=Way())
    (one,) = read_part(part, note=notes.append)
    assert isinstance(one, Article)
    assert one.text == text
    assert notes == [f"{tmp_path / 'a.jsonl'}: not UTF-8; read as Windows-1252 (Latin-1)"]


def test_a_line_beyond_the_limit_costs_itself_only(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    long = json.dumps({"text": "x" * 200_000}).encode()
    file.write_bytes(b"\n".join([json.dumps(ROWS[0]).encode(), long, json.dumps(ROWS[1]).encode()]))
    way = Way(max_chars=2_000)
    made = [one for part in parts(str(file), rows=2, way=way) for one in read_part(part, max_chars=2_000)]
    assert [isinstance(one, Unreadable) for one in made] == [False, True, False]
    assert isinstance(made[1], Unreadable)
    assert "longer than an article may be" in made[1].wrong


@pytest.mark.skipif(os.name != "posix", reason="permissions are another matter there")
def test_a_part_of_files_is_another_when_a_file_its_sidecar_or_its_permissions_change(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The Speaker heard Ms Hale in the House.")
    [part] = parts(str(tmp_path), rows=4, way=Way())
    keys = [part.key(), part.key()]
    (tmp_path / "a.meta.json").write_text('{"outlet": "The Herald"}')
    keys.append(part.key())
    (tmp_path / "a.meta.json").write_text('{"outlet": "The Heralds"}')
    keys.append(part.key())
    file.chmod(0o600)
    keys.append(part.key())
    file.write_text("The Speaker heard Ms Hale out in the House.")
    keys.append(part.key())
    file.unlink()
    keys.append(part.key())
    assert keys[0] == keys[1]
    assert len({*keys}) == 6


def test_parquet_that_is_packed_once_more_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.parquet.gz").write_bytes(gzip.compress(b"PAR1"))
    [part] = parts(str(tmp_path / "a.parquet.gz"), rows=4, way=Way())
    [wrong] = read_part(part)
    assert isinstance(wrong, Unreadable)
    assert wrong.remedy == "unpack it: Parquet is packed in itself"


def test_what_a_line_quotes_of_a_table_does_not_break_it(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text('title\ttext\n"a"b\tThe Speaker heard Ms Hale.\n')
    [part] = parts(str(tmp_path / "a.tsv"), rows=4, way=Way())
    [wrong] = read_part(part)
    assert isinstance(wrong, Unreadable)
    assert wrong.wrong == "a broken row ('\\t' expected after '\"')"


def test_a_part_is_known_by_its_rows_and_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(lines())
    keys = [part.key() for part in parts(str(file), rows=4, way=Way())]
    assert len({*keys}) == len(keys) == 3
    file.write_bytes(lines() + b"\n" + json.dumps(ROWS[0]).encode())
    again = [part.key() for part in parts(str(file), rows=4, way=Way())]
    assert again[:2] == keys[:2]
    assert again[2] != keys[2]
    assert all("House" not in repr(part) for part in parts(str(file), rows=3, way=Way()))


ENDLESS = {
    "csv": b"id,text\n1," + b"x" * 12_000_000 + b"\n2,",
    "cells.csv": b"id,text\n" + b"," * 12_000_000 + b"\n2,",
    "head.csv": b"text," * 2_000_000,
    "jsonl": b'{"id": "1", "text": "' + b"x" * 12_000_000 + b'"}\n{"id": 2, "text": ',
}


@pytest.mark.parametrize("packing", [".gz", ".zst"])
@pytest.mark.parametrize("kind", [*ENDLESS])
def test_a_line_without_end_costs_one_line_and_no_memory(tmp_path: Path, kind: str, packing: str) -> None:
    last = b'"The Speaker heard of it in the House, and she was named."' + (b"}" if kind == "jsonl" else b"") + b"\n"
    file = tmp_path / f"a.{kind}{packing}"
    file.write_bytes(pack(ENDLESS[kind] + last, packing))
    tracemalloc.start()
    read = []
    for part in parts(str(file), rows=50, way=Way(max_chars=20_000)):
        read += [*read_part(part, max_chars=20_000)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
    assert isinstance(read[0], Unreadable)
    if kind == "head.csv":
        assert [one.wrong for one in read if isinstance(one, Unreadable)] == ["a first row that names no columns"]
        return
    assert isinstance(read[-1], Article)
    assert read[-1].text == "The Speaker heard of it in the House, and she was named."
    assert len(read) == 2


def test_rows_of_a_table_in_long_rows_are_several_parts(tmp_path: Path) -> None:
    text = "The Speaker heard of it in the House. " * 50_000
    (tmp_path / "a.csv").write_text("id,text\n" + "".join(f'{n},"{text}"\n' for n in range(12)))
    made = [*parts(str(tmp_path / "a.csv"), rows=50, way=Way())]
    assert [part.first for part in made] == [0, 5, 10]
    assert max(len(part.data) for part in made) < 11_000_000
    pq.write_table(pa.table({"text": [text] * 12}), tmp_path / "a.parquet")
    packed = [*parts(str(tmp_path / "a.parquet"), rows=50, way=Way())]
    assert [part.first for part in packed] == [0, 5, 10]
    assert sum(part.rows for part in packed) == 12


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.parquet", "read it with `python -m extract corpus FILE OUT`, or save it as .csv"),
        ("a.jsonl.gz", "read it with `python -m extract corpus FILE OUT`, or unpack it"),
        ("a.csv.zst", "read it with `python -m extract corpus FILE OUT`, or unpack it"),
        ("a.tar.gz", "unpack it, or pack it as .zip"),
    ],
)
def test_what_a_corpus_may_be_and_an_article_not_names_the_command(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_bytes(b"PAR1")
    (one,) = read_all(tmp_path / name)
    assert isinstance(one, Unreadable)
    assert one.remedy.startswith(said)
