"""Tables of articles, CSV and JSON Lines: one article a row, and a bad row costs one line and no other row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import IO, Any

import orjson

from . import fragments
from .about import Found, Piece, Unreadable, Way, said, slug
from .dating import iso
from .text import decoded

# The names that a column goes by, the likeliest first.
TEXT = ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "article_body", "maintext")
ABOUT: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate", "date_published"),
    "url": ("url", "link"),
    "id": ("id", "article_id"),
}
NAMES = f"name it {', '.join(TEXT[:3])} or {TEXT[3]}"
SAMPLE = 1_000_000
LONGEST_NAME = 1_000  # characters of a column's name
LONG = "longer than an article may be"
LONGEST_HEAD = 1_000_000  # characters of all of them
ESCAPED, SPARE = 6, 100_000  # bytes of a character that JSON escapes, and of what is said beside the text


def read_csv(stream: IO[bytes], name: str, way: Way) -> Iterator[Piece]:
    """The articles in a table whose first row names its columns."""
    with closing(_decoded(stream, name, way)) as lines:
        head = next(lines, "")
        if not head.strip():
            raise Unreadable(name, "empty", f"give a table with a first row that names its columns; {NAMES}")
        columns = _columns(head, name)
        text = _text_column(columns, name, way)
        number = way.before
        for number, row in enumerate(rows(lines, delimiter(head), way.max_chars), start=1 + way.before):
            yield _row(row, columns, text, f"{name}#{number}", way)
        if not number:
            raise Unreadable(name, "a first row and no other", "give a table with an article a row below it")


def _columns(head: str, name: str) -> list[str]:
    """The names in the first row."""
    try:
        with _long_cells(LONGEST_NAME):
            if len(head) > LONGEST_HEAD:
                raise csv.Error
            return [cell.strip().lower() for cell in next(csv.reader([head], delimiter=delimiter(head)), [])]
    except csv.Error:
        raise Unreadable(name, "a first row that names no columns", f"give a table with one that does; {NAMES}") from None


def _row(row: list[str] | str, columns: Sequence[str], text: str, place: str, way: Way) -> Piece:
    """The article of a row, if that is whole."""
    if row == LONG:
        return Unreadable(place, f"a row {LONG}", "split it, or raise the limit with --max-chars")
    if isinstance(row, str):
        return Unreadable(place, f"a broken row ({row})", "quote what holds commas, quotation marks or line breaks")
    if len(row) != len(columns):
        wrong = f"cells: {len(row)}, where the first row names {len(columns)}"
        return Unreadable(place, wrong, "quote what holds commas, quotation marks or line breaks")
    return _piece(dict(zip(columns, row, strict=True)), text, place, way)


def read_json(stream: IO[bytes], name: str, way: Way) -> Iterator[Piece]:
    """The articles in a file of one JSON object a line."""
    text: str | None = None
    empty = True
    for number, line in _json_lines(stream, longest_line(way.max_chars), way.before):
        place = f"{name}#{number}"
        row = _object(line, place, lambda said: way.note(f"{name}: {said}"))
        empty = False
        if isinstance(row, Unreadable):
            yield row
            continue
        text = text if text in row else next((key for key in TEXT if key in row), None)
        if text is None:
            yield Unreadable(place, f"no text but {_some(row) or 'nothing'}", NAMES)
        else:
            yield _piece(row, text, place, way)
    if empty:
        raise Unreadable(name, "empty", f"give one JSON object a line; for the text, {NAMES}")


def _piece(row: Mapping[str, Any], column: str, place: str, way: Way) -> Piece:
    """The article of a row."""
    text = row[column]
    if not isinstance(text, str):
        return Unreadable(place, f"{column!r} is no text but {type(text).__name__}", "give the article's text there")
    if fragments.is_markup(text[:5_000]):
        text = fragments.text_of(text)
    cells = {key: next((row[name] for name in names if row.get(name) not in (None, "")), None) for key, names in ABOUT.items()}
    told = cells["published"]
    published = iso(str(told) if type(told) is int else told)  # 20160510 without quotation marks
    if cells["published"] and not published:
        way.note(
            f"{place}: {said(str(cells['published']))!r} is no clear day of publication; read without one, write it as 2016-05-10"
        )
    author = cells["author"]
    found = Found(
        path=place,
        text=text,
        title=cells["title"],
        outlet=cells["outlet"],
        author="; ".join(filter(None, map(said, author))) if isinstance(author, list) else author,
        published=published,
        url=cells["url"],
    )
    return replace(found, id=_id(cells["id"], found))


def _id(own: object, found: Found) -> str:
    """The row's own id, else its title, else the table's name and the number of the row."""
    name = slug(str(own)) if isinstance(own, str | int) else slug(said(found.title) or "")
    file, _, number = found.path.rpartition("#")
    return name or f"{slug(PurePath(file).stem) or 'table'}-{number}"


def _text_column(columns: Sequence[str], name: str, way: Way) -> str:
    """The column with the text; which one was taken is said when it is not called that."""
    found = next((key for key in TEXT if key in columns), None)
    if found is None:
        remedy = "give it with --metadata, and its files with it" if "file" in columns else NAMES
        raise Unreadable(name, f"no column with the text but {_some(columns)}", remedy)
    if found != "text":
        way.note(f"{name}: the column {found!r} taken for the text")
    return found


def _some(names: Iterable[str]) -> str:
    listed = [said(name) or "?" for name in names]
    return ", ".join(listed[:6])[:120] + (f" and {len(listed) - 6} more" if len(listed) > 6 else "")


def delimiter(head: str) -> str:
    return max(",;\t|", key=head.count)


def rows(lines: Iterable[str], delimiter: str, limit: int) -> Iterator[list[str] | str]:
    """The rows that hold something; for a broken one what is wrong with it."""
    taken = 0  # characters of the row that is being read

    def fitting(line: str) -> str:
        nonlocal taken
        taken += len(line)
        if taken > longest_line(limit):
            raise csv.Error(LONG)
        return line

    reader = csv.reader(map(fitting, lines), delimiter=delimiter, strict=True)  # `map` goes on behind what it raises
    while True:
        taken = 0
        try:
            with _long_cells(limit):
                row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield str(error)
        else:
            if any(cell.strip() for cell in row):
                yield row


@contextmanager
def _long_cells(limit: int) -> Iterator[None]:
    """Cells as long as an article may be: a setting of the whole process, so it is put back after each row."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _decoded(stream: IO[bytes], name: str, way: Way) -> Generator[str, None, None]:
    """The lines of a table as text; what its beginning is written in, all of it is."""
    encoding = encoding_of(stream.read(SAMPLE), name, way)
    stream.seek(0)
    yield from text_lines(stream, encoding, longest_line(way.max_chars))


def encoding_of(sample: bytes, name: str, way: Way) -> str:
    """What the beginning of a table is written in."""
    _, remark = decoded(sample[: sample.rfind(b"\n") + 1] or sample)
    if remark:
        way.note(f"{name}: {remark}")
    return "utf-16" if remark and "UTF-16" in remark else "cp1252" if remark and "1252" in remark else "utf-8-sig"


def text_lines(stream: IO[bytes], encoding: str, longest: int) -> Iterator[str]:
    """The lines of a stream as text, each with its break; of one that is too long its beginning, too long still."""
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    longest = max(longest, LONGEST_HEAD)
    try:
        while line := text.readline(longest + 1):  # `from text` would close the stream where reading ends early
            rest = line
            while len(line) > longest and rest and not rest.endswith(("\n", "\r")):
                rest = text.readline(SAMPLE)
            yield line if len(line) <= longest or line.endswith(("\n", "\r")) else f"{line}\n"
    finally:
        text.detach()


def longest_line(max_chars: int) -> int:
    """The bytes that a line of JSON may have."""
    return ESCAPED * max_chars + SPARE


def _json_lines(stream: IO[bytes], longest: int, number: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold something, by their number; None for one that is too long."""
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield number, None
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf")


def _object(line: bytes | None, place: str, note: Callable[[str], object]) -> dict[str, Any] | Unreadable:
    """The object on a line; a note where that was not UTF-8."""
    if line is None:
        return Unreadable(place, "a line longer than an article may be", "split it, or raise the limit with --max-chars")
    if b"\0" in line:
        return Unreadable(place, "not UTF-8 but, it seems, UTF-16", "save the table in UTF-8")
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        plain, remark = decoded(line)
        if not remark:
            return Unreadable(place, f"no JSON ({error.msg})", "give one JSON object a line")
        note(remark)
        return _object(plain.encode(), place, note)
    return row if isinstance(row, dict) else Unreadable(place, f"no JSON object but {type(row).__name__}", "give one a line")
