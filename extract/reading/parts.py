"""Inputs of any size → parts, one after the other: rows of a table, packed or not, or files of a folder.

A part can be read by itself, anywhere: it holds its rows, and knows which of the whole they are. Only one is in memory at a time.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO, Literal, TypeVar

import orjson
import pyarrow as pa

from . import folders, kinds, parquet, sidecar, tables
from .about import Piece, Unreadable, Way, spelt, whole

TABLES = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"})
PACKED = frozenset({".gz", ".zst"})
MOST = 8_000_000  # bytes of a part, whatever its rows
COLUMNS = frozenset({*tables.TEXT, *(name for names in tables.ABOUT.values() for name in names)})
BROKEN = (OSError, EOFError, ValueError, zlib.error, pa.ArrowException)
UNIT = 8_192  # bytes of a sample that are read at once
Kind = Literal["json", "csv", "files", "nothing"]
Line = TypeVar("Line", str, bytes)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table, or some files; of what cannot be read at all the reason. ``bytes`` of the input it stands for."""

    name: str
    kind: Kind
    first: int = 0  # rows before it
    rows: int = 0
    data: bytes = field(default=b"", repr=False)
    files: tuple[str, ...] = field(default=(), repr=False)
    bytes: int = field(default=0, compare=False)

    def key(self) -> str:
        """The same for the same rows in the same place, and for the same files while nobody touches them or their sidecars."""
        stamps = [(file, folders.stamp(file), folders.stamp(sidecar.sidecar_of(file) or "")) for file in self.files]
        told = repr((self.name, self.kind, self.first, self.rows, stamps))
        return hashlib.blake2b(told.encode() + b"\0" + self.data, digest_size=10).hexdigest()


def parts(source: str, *, rows: int, way: Way) -> Iterator[Part]:
    """The parts of a file or a folder, in order; for what cannot be read a part that says so."""
    path = Path(source)
    if not path.is_dir():
        yield from _of_file(source, rows, way)
        return
    listing = folders.listed(path, reads=is_read)
    for line in listing.remarks(source):
        way.note(line)
    yield from map(_nothing, listing.unreadable(source))
    yield from _of_files([str(file) for file in listing.files], rows, way)


def size(source: str) -> int:
    """The bytes of a file, or of what is read of a folder."""
    path = Path(source)
    files = folders.listed(path, reads=is_read).files if path.is_dir() else (path,)
    return sum(file.stat().st_size for file in files if file.is_file())


def is_read(name: str) -> bool:
    """Whether a file of a folder may hold articles, by its name."""
    return kind_of(name) in TABLES or kinds.is_article(_unpacked(name))


def is_named(source: str) -> bool:
    """Whether parts of a source name files, for a worker to open: rows of a table go along."""
    return Path(source).is_dir() or kind_of(source) not in TABLES


def kind_of(name: str) -> str:
    """The end of a name, without that of its packing: ".jsonl" of "news.jsonl.gz"."""
    return PurePath(_unpacked(name)).suffix.lower()


def _unpacked(name: str) -> str:
    return name[: -len(PurePath(name).suffix)] if PurePath(name).suffix.lower() in PACKED else name


def _of_files(files: list[str], rows: int, way: Way) -> Iterator[Part]:
    """Tables in parts of their own, other files several to a part."""
    held: list[str] = []
    for file in files:
        table = kind_of(file) in TABLES
        if held and (table or len(held) >= rows or sum(map(_size, held)) + _size(file) > MOST):
            yield _together(held)
            held = []
        if table:
            yield from _of_file(file, rows, way)
        else:
            held.append(file)
    if held:
        yield _together(held)


def _together(files: list[str]) -> Part:
    return Part(files[0], "files", rows=len(files), files=tuple(files), bytes=sum(map(_size, files)))


def _size(file: str) -> int:
    return Path(file).stat().st_size


def _nothing(error: Unreadable) -> Part:
    return Part(error.path, "nothing", rows=1, data=orjson.dumps([*map(spelt, (error.path, error.wrong, error.remedy))]))


def _of_file(path: str, rows: int, way: Way) -> Iterator[Part]:
    """The parts of one file; where it breaks off, those before, and one that says so."""
    done = 0
    try:
        if kind_of(path) not in TABLES:
            if not Path(path).is_file():
                raise FileNotFoundError
            yield _together([path])
            return
        for part in _of_table(path, rows, way):
            done = part.first + part.rows
            yield part
    except FileNotFoundError:
        yield _nothing(Unreadable(path, "no such file", "check the name"))
    except Unreadable as error:
        yield _nothing(error)
    except BROKEN as error:
        wrong = f"damaged or unreadable behind row {done} ({type(error).__name__})"
        yield _nothing(Unreadable(path, wrong, "check the file, or pack it anew"))


def _of_table(path: str, rows: int, way: Way) -> Iterator[Part]:
    if kind_of(path) == ".parquet":
        yield from _parquet(path, rows)
        return
    splits = _csv if kind_of(path) in {".csv", ".tsv"} else _json
    found = False
    with Path(path).open("rb") as file:
        before = 0
        for part in splits(path, unpacked(file, path), rows, way):
            found, at = True, file.tell()
            yield replace(part, bytes=at - before)
            before = at
    if not found:
        raise Unreadable(path, "empty", f"give a table with an article a row; {tables.NAMES}")


def unpacked(file: IO[bytes], name: str) -> IO[bytes]:
    """What a file holds, packed or not, as a stream."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".gz":
        return gzip.GzipFile(fileobj=file)  # type: ignore[return-value]
    return io.BufferedReader(pa.CompressedInputStream(file, "zstd")) if suffix == ".zst" else file


def _json(name: str, stream: IO[bytes], rows: int, way: Way) -> Iterator[Part]:
    yield from _weighed(name, _lines(stream, tables.longest_line(way.max_chars)), rows)


def _weighed(name: str, lines: Iterator[bytes], rows: int) -> Iterator[Part]:
    """Parts of so many lines, or fewer where they are long."""
    first, held, weight = 0, list[bytes](), 0
    broken: list[Exception] = []
    for line in _whole(lines, broken):
        held.append(line)
        weight += len(line)
        if len(held) >= rows or weight >= MOST:
            yield from _some(Part(name, "json", first, len(held), b"".join(held)))
            first, held, weight = first + len(held), [], 0
    yield from _some(Part(name, "json", first, len(held), b"".join(held)))
    if broken:
        raise broken[0]


def _whole(lines: Iterator[Line], broken: list[Exception]) -> Iterator[Line]:
    """The lines before a break, which is put into a list: they are read all the same."""
    try:
        yield from lines
    except BROKEN as error:
        broken.append(error)


def _lines(stream: IO[bytes], longest: int) -> Iterator[bytes]:
    """The lines with their breaks; of one that is too long its beginning, too long still."""
    while line := stream.readline(longest + 1):
        rest = line
        while len(rest) >= longest and not rest.endswith(b"\n"):
            rest = stream.readline(longest)
        yield line if line.endswith(b"\n") else line + b"\n"


def _some(part: Part) -> Iterator[Part]:
    """A part, unless it is empty."""
    if part.data.strip(b"\xef\xbb\xbf \t\r\n"):
        yield part


def _csv(name: str, stream: IO[bytes], rows: int, way: Way) -> Iterator[Part]:
    """Each part with the row that names the columns before it, in UTF-8."""
    with Path(name).open("rb") as file:
        encoding = tables.encoding_of(_sample(unpacked(file, name)), name, way)
    broken: list[Exception] = []
    lines = _whole(tables.text_lines(stream, encoding, tables.longest_line(way.max_chars)), broken)
    head = next(lines, "")
    read, first = list[str](), 0
    if len(head) > tables.LONGEST_HEAD:
        yield Part(name, "csv", 0, 0, head.encode())  # which says so when it is read
        return
    made = tables.rows(_kept(lines, read), tables.delimiter(head), way.max_chars)
    while batch := _count(made, rows, read):
        yield Part(name, "csv", first, batch, "".join([head, *read]).encode())
        first += batch
        read.clear()
    if broken:
        raise broken[0]
    if first == 0 and head.strip():
        yield Part(name, "csv", 0, 0, head.encode())


def _sample(stream: IO[bytes]) -> bytes:
    """The beginning, as far as it can be read."""
    held = bytearray()
    with suppress(*BROKEN):
        while len(held) < tables.SAMPLE and (piece := stream.read(UNIT)):
            held += piece
    return bytes(held)


def _count(made: Iterator[object], rows: int, read: list[str]) -> int:
    """How many rows are taken: so many, or fewer where they are long."""
    count = weight = told = 0
    while count < rows and weight < MOST and next(made, None) is not None:
        weight += sum(map(len, read[told:]))
        count, told = count + 1, len(read)
    return count


def _kept(lines: Iterator[str], read: list[str]) -> Iterator[str]:
    """The lines, each put into a list as it is taken."""
    for line in lines:
        read.append(line)
        yield line


def _parquet(path: str, rows: int) -> Iterator[Part]:
    if is_packed(path):
        raise Unreadable(path, "Parquet that is packed once more", "unpack it: Parquet is packed in itself")
    done = 0
    with parquet.opened(path, COLUMNS) as (lines, told):
        for part in _weighed(path, lines, rows):
            done += part.rows
            yield replace(part, bytes=_size(path) * part.rows // told)
    if done < told:
        raise Unreadable(path, f"damaged: {done} rows, where it says that it has {told}", "write it anew")


def pieces(part: Part, way: Way) -> Iterator[Piece]:
    """The articles in the rows of a table, in one packed file, or the line that says why there are none."""
    if part.kind == "nothing":
        yield Unreadable(*orjson.loads(part.data))
        return
    read = partial(tables.read_csv if part.kind == "csv" else tables.read_json, BytesIO(part.data), part.name)
    try:
        yield from read(Way(max_chars=way.max_chars, note=way.note, before=part.first))
    except Unreadable as error:
        yield error


def packed(path: str, way: Way) -> Iterator[Piece]:
    """The articles in a packed file that is no table."""
    try:
        with Path(path).open("rb") as file:
            data = whole(unpacked(file, path), path)
    except Unreadable as error:
        yield error
    except BROKEN as error:
        yield Unreadable(path, f"damaged ({type(error).__name__})", "pack it anew, or give it unpacked")
    else:
        yield from kinds.pieces(BytesIO(data), _unpacked(path), way)


def is_packed(name: str) -> bool:
    return PurePath(name).suffix.lower() in PACKED
