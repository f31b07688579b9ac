"""A Word file (.docx) → the text of an article, a paragraph on a line, tables cell by cell (python-docx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from . import archives
from .about import Found, Unreadable, Way, said, whole, without_controls
from .text import too_long

if TYPE_CHECKING:
    from docx.document import Document

MAX_UNPACKED = 10_000_000  # of text and marks; pictures are never unpacked
TOLD = (".xml", ".rels")
SAVE = "save it anew as .docx, or its text as a .txt file"
# What programs write where a name belongs.
NOBODY = re.compile(r"(?i)python-docx|user|author|admin|microsoft|unknown|owner")


def read(stream: IO[bytes], name: str, way: Way) -> Found:
    """The article in a Word file; its days are those of the file, not of publication, and say nothing."""
    from docx import Document

    data = whole(stream, name)
    safe = _guarded(data, name)
    try:
        document = Document(BytesIO(safe))
        text = without_controls("\n".join(filter(None, map(str.strip, _lines(document)))))
        about = document.core_properties
        title, author = said(about.title), said(about.author)
    except Exception as error:  # a broken file breaks the library in many ways
        raise Unreadable(name, f"a broken Word file ({type(error).__name__})", SAVE) from None
    if not text:
        raise Unreadable(name, "holds no text", "give a file with the article's text in it")
    if len(text) > way.max_chars:
        raise too_long(name, f"{len(text):,} characters", way.max_chars)
    headline = None if title in {"Word Document", "Document"} else title
    return Found(name, text, title=headline, author=None if author and NOBODY.search(author) else author)


def _guarded(data: bytes, name: str) -> bytes:
    """The file with its text and marks alone. Raises `Unreadable` where it is none, or unpacks to far more than an article."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(name, "an old Word file, or one locked with a password", "save it as .docx without a password")
    try:
        if archives.index_of(BytesIO(data)) > archives.MAX_INDEX:
            raise Unreadable(name, "holds too many files for a Word file", SAVE)
        with ZipFile(BytesIO(data)) as packed:
            told = {member.filename: member for member in packed.infolist()}
            size = sum(member.file_size for member in told.values() if member.filename.endswith(TOLD))
            is_word = "word/document.xml" in told or "[Content_Types].xml" in told
            safe = _rebuilt(packed, told) if is_word and size <= MAX_UNPACKED else b""
    except Unreadable:
        raise
    except Exception:
        raise Unreadable(name, "a broken Word file" if data.strip() else "empty", SAVE) from None
    if not is_word:
        raise Unreadable(name, "no Word file, whatever its name says", SAVE)
    if size > MAX_UNPACKED:
        raise Unreadable(name, f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB", "give the article alone")
    return safe


def _rebuilt(packed: ZipFile, told: dict[str, ZipInfo]) -> bytes:
    """The same file, what is no text of it empty: the library would unpack each picture, and a picture may be a bomb."""
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name, member in told.items():
            made.writestr(ZipInfo(name), archives.unpacked(packed, member) if name.endswith(TOLD) else b"")
    return out.getvalue()


def _lines(document: Document) -> Iterator[str]:
    """What the body says from top to bottom."""
    from docx.text.paragraph import Paragraph

    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text
        else:
            for row in item.rows:
                yield from dict.fromkeys(cell.text for cell in row.cells)
