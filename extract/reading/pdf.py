"""PDF → the text of an article: its lines joined to paragraphs, its running heads and page numbers left out (pypdf)."""

from __future__ import annotations

import logging
import re
from collections import Counter
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from time import monotonic
from typing import IO, TYPE_CHECKING

from .about import Found, Unreadable, Way, said, whole, without_controls
from .text import too_long

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 500
MAX_DRAWN = 3_000_000  # bytes; a page of a broadsheet, drawn letter by letter, takes a tenth
SECONDS, PAGE_SECONDS = 60, 5
SAVE = "save the article's text as a .txt file"
RUNNING = 3  # pages from which a line that stands at the edge of most is a running head

_NUMBER = re.compile(r"(?i)(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?")
_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
_NO_TITLE = re.compile(r"(?i)untitled|microsoft word|\.(?:docx?|indd|pdf|qxd|rtf|odt)\b|^document\d*$")


def read(stream: IO[bytes], name: str, way: Way) -> Found:
    """The article in a PDF; its days are those of the file, not of publication, and say nothing."""
    data = whole(stream, name)
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(name, "no PDF, whatever its name says" if data.strip() else "empty", f"give the PDF, or {SAVE}")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader, pages = _pages(data, name, way.max_chars)
        about = reader.metadata
        title, author = (said(about.title), said(about.author)) if about else (None, None)
    except Unreadable:
        raise
    except Exception as error:  # a broken file breaks the library in many ways
        raise Unreadable(name, f"a broken PDF ({type(error).__name__})", f"open and save it anew, or {SAVE}") from None
    text = without_controls(paragraphs(pages))
    if not re.search(r"\w", text):
        raise Unreadable(name, "holds no text; it may be a scan", f"run text recognition (OCR) over it first, or {SAVE}")
    return Found(name, text, title=None if title and _NO_TITLE.search(title) else title, author=author)


def _pages(data: bytes, name: str, limit: int) -> tuple[PdfReader, list[list[str]]]:
    """The lines of each page."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise Unreadable(name, "encrypted, or locked with a password", "save or print it anew without")
    if len(reader.pages) > MAX_PAGES:
        raise Unreadable(name, f"{len(reader.pages):,} pages, over the limit of {MAX_PAGES}", "give the article's pages alone")
    pages, characters, end = [], 0, monotonic() + SECONDS
    for page in reader.pages:
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > MAX_DRAWN:
            raise Unreadable(name, "a page of more than a page can hold", SAVE)
        lines = _drawn(page, name).splitlines()
        pages.append(lines)
        characters += sum(map(len, lines))
        if monotonic() > end:
            raise Unreadable(name, f"takes longer than {SECONDS} seconds", SAVE)
        if characters > limit:
            raise too_long(name, f"more than {limit:,} characters", limit)
    return reader, pages


def _drawn(page: PageObject, name: str) -> str:
    """The text of a page. A form may draw a form ten times over, and that another: whatever it draws, it has its seconds."""
    end = monotonic() + PAGE_SECONDS

    def in_time(*drawing: object) -> None:
        if monotonic() > end:
            raise TimeoutError

    with suppress(TimeoutError):
        text = page.extract_text(visitor_operand_before=in_time)
        if monotonic() <= end:
            return text
    raise Unreadable(name, f"a page takes longer than {PAGE_SECONDS} seconds", SAVE)


def _opens(reader: PdfReader) -> bool:
    """Whether no password opens it, as with files that are only kept from being printed."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher that is not known here
        return False


def paragraphs(pages: list[list[str]]) -> str:
    """The lines of all pages as paragraphs: a sentence is found whole only where its lines are one."""
    out: list[str] = []
    parted = True  # whether a new paragraph begins
    for page in _without_heads(pages):
        width = _width(page)
        for line, following in pairwise([*(" ".join(line.split()) for line in page), ""]):
            if line and (not parted or (out and _goes_on(out[-1], line))):
                out[-1] = _joined(out[-1], line)
            elif line:
                out.append(line)
            parted = not line or (bool(following) and _fits(line, following, width))
    return "\n".join(out)


def _width(page: list[str]) -> int:
    """The width of the column: that of its longest lines, save one in ten."""
    lengths = sorted(len(line.strip()) for line in page if line.strip())
    return lengths[int(0.9 * len(lengths))] if lengths else 0


def _fits(line: str, following: str, width: int) -> bool:
    """Whether the next word would have stood on this line too: then the line was broken for a reason."""
    return len(line) + 1 + len(following.split()[0]) <= width


def _goes_on(above: str, below: str) -> bool:
    """Whether a sentence goes on over a gap: in the middle of a word, or with a small letter."""
    return below[0].islower() and not _END.search(above)


def _joined(above: str, below: str) -> str:
    """ "adjourn-" and "ment" are one word; "no-" and "Confidence" are not."""
    if re.search(r"[a-z]-$", above) and below[0].islower():
        return above[:-1] + below
    return f"{above}{'' if above.endswith(('-', '–', '—')) else ' '}{below}"


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without numbers and what stands, but for its numbers, at the edge of most of them."""
    edges = Counter(line for page in pages for line in {_plain(page[place]) for place in _edge(page)})
    often = {line for line, times in edges.items() if times >= RUNNING and 2 * times > len(pages)}
    out = []
    for page in pages:
        dropped = {n for n in _edge(page) if _plain(page[n]) in often or _NUMBER.fullmatch(page[n].strip())}
        out.append([line for n, line in enumerate(page) if n not in dropped])
    return out


def _edge(page: list[str]) -> list[int]:
    """The places of the first and the last two lines that say something."""
    said = [n for n, line in enumerate(page) if line.strip()]
    return said[:2] + said[-2:]


def _plain(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).lower()
