"""Bytes → an input with the right shape: the name and data of a file, the text of an article, a story.

Each byte is a choice, so that what covers new code can be changed a little, and a few bytes are enough to keep a finding.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from extract.types import (
    ACTOR_KINDS,
    EVENT_TYPES,
    PLACES,
    STATUSES,
    VOICES,
    WHYS,
    Actor,
    Article,
    Conflict,
    Edge,
    Event,
    Link,
    Sanction,
    Span,
    Story,
    Telling,
    Value,
)  # fmt: skip
from tests.reading import make

T = TypeVar("T")

SUFFIXES = (
    ".txt", ".md", ".html", ".pdf", ".docx", ".csv", ".tsv", ".jsonl", ".xml", ".rss", ".json", ".zip", "", ".meta.json",
    ".xhtml", ".TXT", ".doc", "#1", "/../x.txt", "\n.txt", "\udc80.txt", "\x1b[2J.html",
)  # fmt: skip
WRAPPED = 128  # from this first byte on, the rest is the inside of a file that is otherwise whole


class Choices:
    """Bytes, taken one choice at a time; when none is left every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def left(self) -> bool:
        return self.at < len(self.data)

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1] if self.at <= len(self.data) else 0

    def of(self, many: Sequence[T]) -> T:
        return many[self.byte() % len(many)]

    def some(self, many: Sequence[T], most: int = 3) -> tuple[T, ...]:
        return tuple(dict.fromkeys(self.of(many) for _ in range(self.byte() % (most + 1)))) if many else ()

    def rest(self) -> bytes:
        return self.data[self.at :]


def file(data: bytes) -> tuple[str, bytes]:
    """The name of a file and what it holds."""
    choices = Choices(data)
    kind = choices.byte()
    if kind < WRAPPED:
        return f"a{SUFFIXES[kind % len(SUFFIXES)]}", choices.rest()
    return _wrapped(kind - WRAPPED, choices.rest())


def _wrapped(kind: int, rest: bytes) -> tuple[str, bytes]:
    """A whole file around bytes that are not: checksums and tables of places would else turn all of them away."""
    told = rest.decode("utf-8", "replace")
    prose = make.text()
    wraps = (
        lambda: ("a.zip", make.zipped({told[:40]: rest[40:], "b.txt": prose})),
        lambda: ("a.zip", make.zipped({"b.html": rest, "b.meta.json": rest, "b.txt": prose})),
        lambda: ("a.docx", make.zipped({**_word(), "word/document.xml": rest})),
        lambda: ("a.docx", make.zipped({**_word(), "docProps/core.xml": rest})),
        lambda: ("a.docx", make.zipped({**_word(), "word/_rels/document.xml.rels": rest})),
        lambda: ("a.docx", make.zipped({**_word(), "word/document.xml": _word()["word/document.xml"].replace(b"The", rest, 1)})),
        lambda: ("a.pdf", make.numbered([b"<</Type/Catalog/Pages 2 0 R>>", *rest.split(b"\n\n")])),
        lambda: ("a.pdf", make.pdf([[]]).replace(b"BT /F1 10 Tf 14 TL 60 780 Td\n", b"BT /F1 10 Tf " + rest)),
        lambda: ("a.html", make.page(head=told, body=told).encode()),
        lambda: ("a.html", make.page(top=told * 9).encode("utf-16")),
        lambda: ("a.xml", make.rss(make.item(told), told, title=told).encode()),
        lambda: ("a.xml", f"<urlset><url><loc>{told}</loc></url></urlset>".encode()),
        lambda: ("a.csv", make.table([["text", "date", told], [prose, told, told], [told, prose, "x"]]).encode()),
        lambda: ("a.jsonl", make.jsonl({"text": prose, "date": told, "id": told, "author": [told, 1]}, {"text": told}).encode()),
        lambda: ("a.md", f"---\n{told}\n---\n{prose}\n{told}".encode()),
        lambda: ("a.txt", prose.encode("cp1252") + rest),
    )
    return wraps[kind % len(wraps)]()


def table(data: bytes) -> tuple[str, bytes]:
    """The name of a source of a corpus and what it holds: a table whole or broken, packed or not."""
    choices = Choices(data)
    suffix, packing, how = choices.of(TABLES), choices.of(PACKINGS), choices.byte()
    rest = choices.rest()
    held = _parquet(rest, how) if suffix == ".parquet" else rest
    packed = PACKED[packing](held) if packing and suffix != ".parquet" else held
    if how % 3 == 2:  # cut off, or with a byte that is another
        at = how * len(packed) // 256
        packed = packed[:at] if how % 2 else packed[:at] + rest[:1] + packed[at + 1 :]
    return f"a{suffix}{packing if suffix != '.parquet' else ''}", packed


def _parquet(rest: bytes, how: int) -> bytes:
    """A whole table of Parquet with those bytes in its cells, or the bytes alone."""
    if how % 4 == 3:
        return rest
    told = rest.decode("utf-8", "replace")
    columns = {"text": [make.text(), told, None], "date": [told[:20], "2031-03-05", "x"], "id": ["1", told[:9], "1"]}
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def _zst(data: bytes) -> bytes:
    out = pa.BufferOutputStream()
    with pa.CompressedOutputStream(out, "zstd") as stream:
        stream.write(data)
    return bytes(out.getvalue())


TABLES, PACKINGS = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"), ("", ".gz", ".zst")
PACKED = {".gz": partial(gzip.compress, mtime=0), ".zst": _zst}


def _word() -> dict[str, bytes]:
    if not WORD:
        WORD.update(make.unzipped(make.word()))
    return WORD


WORD: dict[str, bytes] = {}

# Words of the trade, of nobody, and signs of every kind; a space goes between two words unless GLUE stands there.
GLUE = "\0"
WORDS = tuple(
    "the|The|Speaker|House|Parliament|MP|MPs|Labour|Ms Okoro|Ama Okoro|Mr Hale|Tom Hale|Jo Lind|he|she|they|who|him|"
    "her|it|was|were|is|had|has|been|will|would|could|did not|not|never|and|or|but|after|before|when|then|while|"
    "because|that|which|to|of|at|in|on|by|from|for|with|out|off|down|a|an|his|their|member|members|minister|"
    "Prime Minister|Leader of the Opposition|opposition|chamber|debate|question time|bill|vote|motion|no-confidence|"
    "point of order|ruling|rules|standing order|chair|deputy speaker|shouted|heckled|interjected|called|accused|"
    "attacked|ejected|ordered|told|named|suspended|walked|left|stormed|rose|raised|withdrew|apologised|adjourned|"
    "laughed|applauded|jeered|booed|moved|refused|warned|said|asked|claimed|denied|threatened|expelled|thrown|"
    "removed|escorted|scuffle|uproar|chaos|liar|lying|coward|gutless|on Tuesday|yesterday|last week|at 2pm|"
    "two hours later|10 May 2016|March|May|2016|three|a dozen|all|some|no one|Green MPs|the Greens|National|protest|"
    "order|interjection|heckling|walkout|ejection|attack|outside|entrance|inside|police|guards|sergeant-at-arms|"
    "for the day|again|first|earlier|later|meanwhile|so|if|whether|why|what|Dr|Sir|Hon|Mrs|O'Neil|Tāmati|"
    "van der Berg|José|Ó Murchú".split("|")
)  # fmt: skip
SIGNS = (
    *(
    "\n|\n\n|.|,|;|:|?|!|…|-|–|—|\"|“|”|‘|’|'|'s|’s|(|)|[|]|{|}|«|»|„|`|``|''|/|\\|&|@|#|%|*|_|=|+|<b>|</b>|\t|\r\n|"
    "\r|\u00a0|\u200b|\u2028|\u2029|\x0b|\x0c|\x1b|\x85|\ufeff|\u202e|\u202c|\ud83d|\udc80|😀|👩‍👩‍👧|é|e\u0301|ß|İ|ﬁ|Ⅷ|"
    "²|٣|中|の|ا|א|ñ|\U000e0001|\ufffd|\ufffe|http://x.example/|a@b.example|@handle|#tag|1.|2)|•|* * *|---|>|> |    |"
    "  |U.S.|e.g.|No. 10|c'mon|don't|cannot|I|we|you|my|Me|ME|I’M|NO|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    ).split("|"),
    GLUE, "|",
)  # fmt: skip
# Below the first, a byte is a word; below the second, a sign; then any character, or a word many times over.
TO_WORDS, TO_SIGNS = 190, 254
SCENE = "The Speaker of the House of Representatives, Jo Lind, said in Parliament on Tuesday that the member was out of order. "
LONGEST_TEXT = 300  # choices


def text(data: bytes) -> str:
    """The text of an article, most of the time one of a parliament."""
    choices = Choices(data[:LONGEST_TEXT])
    said = [SCENE if choices.byte() % 4 else ""]
    while choices.left():
        said.append(_token(choices))
    return " ".join(said).replace(f" {GLUE} ", "")


def _token(choices: Choices) -> str:
    kind = choices.byte()
    if kind < TO_WORDS:
        return WORDS[kind % len(WORDS)]
    if kind < TO_SIGNS:
        return SIGNS[(kind - TO_WORDS + choices.byte()) % len(SIGNS)]
    if kind == TO_SIGNS:
        return chr((choices.byte() << 16 | choices.byte() << 8 | choices.byte()) % 0x110000)
    return f"{choices.of((*WORDS, *SIGNS))} " * (choices.byte() % 64)


ATOMS = (
    "Ama Okoro", "", "=1+1", "@SUM(1)", "-2", "+3", "＝1", "\t=1", "\r=1", "\n-1", ";=1", "\ud800", "\udfff", "\x00",
    "\x1b[2J", "\x85", "\u2028", "\u202eabc", "\ufffe", "\uffff", "\U0001f600", "</script><script>alert(1)</script>", "]]>",
    "<!--", "&amp;", "'", '"', "\\", "../../x", "/etc/x", "C:\\x", "CON", "nul.txt", ".", "..", "x" * 300, "%0a", "{{x}}",
    "${x}", "$x^2$", "\\u0041", "http://x.example", "javascript:alert(1)",
    "2031-03-05", "2031-03-05T10:00:00+13:00", "0000-00-00", "9999-12-31", "0001-01-01", "２０３１-０３-０５",
    "BEGIN:VEVENT\r\n", "#REF!", "1e999", "NaN", "T1\tE",
    "e\u0301", "שלום", "\u200d", "a b", "\xa0", "…", "None", "0", "\U000e0001",
)  # fmt: skip


def story(data: bytes) -> Story:
    """A story whose every word is hostile; its ids resolve and its spans are those of its texts, as the package makes them."""
    choices = Choices(data)
    articles = _unlike([_article(choices) for _ in range(choices.byte() % 4)])
    cast = _unlike([_actor(choices, articles) for _ in range(choices.byte() % 5)])
    events = _unlike([_event(choices, articles, [one.id for one in cast]) for _ in range(choices.byte() % 6)])
    order = tuple(
        Edge(one.id, other.id, choices.byte() / 255, choices.of(WHYS), _span(choices, articles))
        for place, one in enumerate(events)
        for other in events[place + 1 :]
        if choices.byte() % 2
    )  # type: ignore[arg-type]
    links = tuple(Link(who, whom, one.type, (one.id,)) for one in events for who in one.actors for whom in one.targets)
    return Story(_word_of(choices), _word_of(choices), articles, cast, events, order, links)


def _unlike(many: Sequence[T]) -> tuple[T, ...]:
    """Those of different ids."""
    return tuple({one.id: one for one in many}.values())  # type: ignore[attr-defined]


def _word_of(choices: Choices) -> str:
    return "".join(choices.of(ATOMS) for _ in range(choices.byte() % 4))


def _maybe(choices: Choices) -> str | None:
    return _word_of(choices) if choices.byte() % 2 else None


def _article(choices: Choices) -> Article:
    words = "".join(choices.of(ATOMS) + " " for _ in range(choices.byte() % 40))
    told = [_maybe(choices) for _ in range(6)]
    return Article(_word_of(choices), words, *told, words=choices.byte(), copy_of=_maybe(choices))


def _span(choices: Choices, articles: Sequence[Article]) -> Span | None:
    known = [one for one in articles if one.text]
    if not known or not choices.byte() % 4:
        return None
    source = choices.of(known)
    start = choices.byte() % len(source.text)
    end = min(len(source.text), start + 1 + choices.byte() % 30)
    return Span(source.id, start, end, source.text[start:end])


def _actor(choices: Choices, articles: Sequence[Article]) -> Actor:
    seen = tuple(filter(None, (_span(choices, articles) for _ in range(choices.byte() % 3))))
    names = tuple(_word_of(choices) for _ in range(choices.byte() % 3))
    kind = choices.of(ACTOR_KINDS)
    return Actor(_word_of(choices), _word_of(choices), kind, names, _maybe(choices), _maybe(choices), seen)  # type: ignore[arg-type]


def _event(choices: Choices, articles: Sequence[Article], cast: Sequence[str]) -> Event:
    type, who, whom = choices.of(EVENT_TYPES), choices.some(cast), choices.some(cast)
    found = filter(None, (_span(choices, articles) for _ in range(choices.byte() % 3)))
    evidence = tuple(
        Telling(type, span, _word_of(choices), voice=choices.of(VOICES), actors=who, targets=whom, status=choices.of(STATUSES))  # type: ignore[arg-type]
        for span in found
    )
    rank = 1 + choices.byte() % 5
    differ = (
        Conflict(choices.of(("place", "date", "actors")), (Value(_word_of(choices), ("a",)), Value(_word_of(choices), ()))),
    )
    return Event(
        _word_of(choices), type, who, whom, choices.of(STATUSES), choices.of(cast) if cast and choices.byte() % 2 else None,  # type: ignore[arg-type]
        rank=rank, rank_min=rank, rank_max=rank + choices.byte() % 2, date=_maybe(choices), earliest=_maybe(choices),
        latest=_maybe(choices), time_text=_maybe(choices), place=choices.of((None, *PLACES)), quote=_maybe(choices),  # type: ignore[arg-type]
        sanction=Sanction(_maybe(choices), _maybe(choices), bool(choices.byte() % 2)) if choices.byte() % 2 else None,
        confidence=choices.byte() / 255, evidence=evidence, conflicts=differ if choices.byte() % 3 == 1 else (),
        corrected=bool(choices.byte() % 2),
    )  # fmt: skip
