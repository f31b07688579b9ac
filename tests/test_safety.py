"""What somebody who means harm would send: addresses that lead inside, archives that are bombs, names that are paths."""

from __future__ import annotations

import gzip
import io
import struct
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from extract.exports import contract
from extract.exports.formats import FORMATS
from extract.exports.wording import file_name
from extract.reading import Unreadable, addresses, all_from_bytes, from_bytes, read_all, web
from extract.reading.about import codec
from extract.reading.articles import name_of
from extract.types import Article
from tests.factories import exchange
from tests.reading import make

BOMB = bytes(20_000_000)


def lines(data: bytes, name: str) -> list[str]:
    """What is said of a file: a line for what cannot be read, the id of what can."""
    return [str(one) if isinstance(one, Unreadable) else one.id for one in all_from_bytes(data, name=name)]


# addresses


@pytest.mark.parametrize(
    "place",
    [
        "fec0::1", "3fff::1", "5f00::1", "4000::1", "64:ff9b:1::7f00:1", "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "192.88.99.1",
        "192.0.0.8", "198.18.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "2002:a00:1::", "2001:470::5efe:7f00:1",
        "2001:470::200:5efe:a00:1", "2001:0:7f00:1::1", "ff0e::1", "100::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_an_address_that_is_kept_back_or_hides_one_is_not_asked(place: str) -> None:
    assert not addresses.is_public(place)


@pytest.mark.parametrize("place", ["8.8.8.8", "2001:470::1", "64:ff9b::808:808", "2002:808:808::1", "2001:470::5efe:808:808"])
def test_an_address_that_hides_a_public_one_is_asked(place: str) -> None:
    assert addresses.is_public(place)


@pytest.mark.parametrize(
    "host",
    ["127.1", "0x7f.1", "0177.0.0.1", "017700000001", "2130706433", "0x7f000001", "127。0。0。1", "①②⑦.⓪.⓪.①", "[::1]",
     "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "localhost.", "LOCALHOST", "0", "127.0.0.1."],
)  # fmt: skip
def test_however_this_machine_is_written_it_is_not_asked(host: str) -> None:
    (said,) = read_all(f"http://{host}:9/")
    assert isinstance(said, Unreadable)
    assert said.wrong == "an address inside a private network" or said.wrong.startswith("no ")


# what a server packs


@pytest.mark.parametrize(
    ("data", "coding", "said"),
    [
        (gzip.compress(b"x" * 9_000)[:-9], "gzip", "damaged on the way"),
        (b"x" * 99, "br", "sent packed in a way that was not asked for"),
        (b"x" * 99, "gzip, gzip", "sent packed in a way that was not asked for"),
        (gzip.compress(bytes(6_000_000)) * 2, "gzip", "more than 10 MB"),
    ],
    ids=["cut short", "another coding", "two codings", "a bomb"],
)
def test_what_is_packed_oddly_is_one_line(data: bytes, coding: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        web.unpacked(data, coding, "http://x.example/")


def test_what_is_packed_in_parts_is_whole() -> None:
    assert web.unpacked(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(9), "gzip", "x") == b"one two"


# archives


def packed(method: int = zipfile.ZIP_DEFLATED, **files: bytes | str) -> bytearray:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name.replace("_", "."), data)
    return bytearray(out.getvalue())


def test_a_member_that_holds_more_than_it_says_is_never_unpacked_whole() -> None:
    data = packed(a_txt=BOMB)
    for mark, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):  # the size, at the member and in the list
        at = data.index(mark) + place
        data[at : at + 4] = struct.pack("<I", 500)
    begun = time.monotonic()
    assert lines(bytes(data), "x.zip") == [
        "x.zip/a.txt: damaged in the archive, or packed in a way unknown here; pack it anew, or give the files"
    ]
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_cannot_be_unpacked_up_to_a_limit_is_not_unpacked(method: int) -> None:
    (said,) = lines(bytes(packed(method, a_txt=make.text())), "x.zip")
    assert "packed in a way unknown here" in said


def test_members_that_lie_over_one_another_are_a_bomb() -> None:
    data = packed(a_txt=make.text(), b_txt=make.text())
    second = data.rindex(b"PK\1\2")
    data[second + 42 : second + 46] = bytes(4)  # the second lies where the first does
    assert lines(bytes(data), "x.zip") == ["x.zip: its files lie over one another, as in a bomb; pack it anew, or give the files"]


def test_a_list_of_a_million_files_is_not_even_read() -> None:
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * 300_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0)
    begun = time.monotonic()
    for name in ("x.zip", "x.docx"):
        assert len(lines(listed + end, name)) == 1
    assert lines(listed + end, "x.zip") == ["x.zip: lists more than 10,000 files; give it in parts"]
    assert time.monotonic() - begun < 2


def test_a_member_without_a_name_costs_one_line() -> None:
    data = make.zipped({"\0.txt": make.text(), "b.txt": make.text()})
    assert lines(data, "x.zip") == ["x.zip/: a file without a name; pack it anew, or give the files", "b"]


def test_a_picture_in_a_word_file_is_never_unpacked() -> None:
    files = make.unzipped(make.word())
    files["docProps/thumbnail.jpeg"] = BOMB
    assert make.PARAGRAPHS[1] in from_bytes(make.zipped(dict(files)), name="a.docx").text


# marks


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "raw-unicode-escape", "undefined", "no such", "\0", "x" * 99]
)
def test_what_no_text_is_written_in_is_no_encoding(name: str) -> None:
    assert codec(name) is None


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "zlib", "rot13", "utf-7"])
def test_a_page_that_names_an_odd_encoding_is_read_in_time(name: str) -> None:
    begun = time.monotonic()
    tail = "a" * 99 + "-" + "\\d" * 300_000
    for head, kind in ((f'<meta charset="{name}">', "html"), (f'<?xml version="1.0" encoding="{name}"?>', "xml")):
        assert len(lines(f"{head}{tail}".encode(), f"a.{kind}")) == 1
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("root", ["svg", "html", "rss", "urlset", "feed"])
def test_entities_of_no_kind_of_file_grow(root: str) -> None:
    entities = make.LAUGHS.replace("DOCTYPE rss", f"DOCTYPE {root}")
    begun = time.monotonic()
    (said,) = lines(f"{entities}<{root}>&j;</{root}>".encode(), "a.xml")
    assert "declares entities" in said
    assert time.monotonic() - begun < 1


# names that become paths


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("../../etc/passwd", "etc-passwd"), ("/etc/passwd", "etc-passwd"), ("C:\\x", "C-x"),
        ("..", "story"), (".hidden", "hidden"),
        ("", "story"), ("a\0b", "ab"), ("CON", "CON-story"), ("nul.txt", "nul.txt-story"), ("\u202egnp.exe", "gnp.exe"),
        ("con1", "con1"),
    ],
)  # fmt: skip
def test_an_id_is_a_files_name_in_no_other_folder(id: str, name: str) -> None:
    assert file_name(id) == name


@pytest.mark.parametrize(
    "path",
    ["/x/CON.txt", "aux.txt", "a\udc80b.txt", f"{'ß' * 400}.txt", "...txt", "x/\x1b[2J.txt", "lpt1#3", "http://x.example/..%2f"],
)
def test_the_name_of_a_source_is_a_files_name(path: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name_of(path)}.json"
    file.write_text("x", encoding="utf-8")
    assert file.parent == tmp_path
    assert name_of(path).lower() not in {"con", "aux", "lpt1", "", ".", ".."}


def test_a_file_whose_name_is_no_text_is_an_article_like_others() -> None:
    (one,) = all_from_bytes(make.text().encode(), name="a\udc80b.txt")
    assert isinstance(one, Article)
    assert (one.id, one.path) == ("a-b", "a\\udc80b.txt")


# halves of characters


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.browser])
def test_half_of_a_character_is_a_mark_in_every_format(name: str) -> None:
    told = exchange()
    cast = tuple(replace(one, name=f"{one.name}\ud800", role="\udfff") for one in told.actors)
    made = FORMATS[name].make(replace(told, title="\ud800", actors=cast))
    assert made
    if name == "json":
        assert contract.loads(made)[0].actors[0].name == "Ama Okoro?"
