"""Where a search begins: the samples of reading, the seeds, and a few stories, each as the bytes that make it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz import making

TESTS = Path(__file__).parent.parent
LARGEST = 40_000


def reading() -> Iterator[bytes]:
    """Each sample under each name that it may have."""
    for folder in ("good", "broken", "hostile"):
        for file in sorted(path for path in (TESTS / "reading" / folder).iterdir() if path.is_file()):
            if file.suffix in making.SUFFIXES and file.stat().st_size < LARGEST:
                yield bytes([making.SUFFIXES.index(file.suffix)]) + file.read_bytes()
    inside = (
        b"x.txt",
        b"<w:p>x</w:p>",
        b"<b>",
        b"&amp;",
        b"2031-03-05",
        b"(x) Tj\nET",
        b"title: x",
        b"=1",
        b"\n\n<</Type/Pages/Kids[]>>",
    )
    for kind in range(making.WRAPPED, making.WRAPPED + 16):
        for told in inside:
            yield bytes([kind]) + told


def extraction() -> Iterator[bytes]:
    """Sentences of the trade, word by word."""
    for line in (
        "Ama_Okoro shouted at Mr_Hale . Jo_Lind then ordered her out of the chamber . \n\n Labour MPs walked out in protest .",
        "“ liar ” , Ama_Okoro called him . The Speaker named Ms_Okoro , and the House voted to have her suspended for_the_day .",
        "Green_MPs moved a motion of no-confidence in the Prime_Minister after she denied that they were ejected on_Tuesday .",
        "Mr_Hale raised a point_of_order two_hours_later : he said that she had withdrawn and apologised .",
    ):
        yield bytes([1]) + b"".join(_byte(word.replace("_", " ")) for word in line.split(" "))
    yield from lots(40, 200)


def _byte(word: str) -> bytes:
    """The bytes that make a word or a sign; none for what there is no byte for."""
    if word in making.WORDS:
        return bytes([making.WORDS.index(word)])
    return bytes([making.TO_WORDS, making.SIGNS.index(word)]) if word in making.SIGNS else b""


def corpus() -> Iterator[bytes]:
    """Each kind of table, packed and not, whole and broken."""
    rows = (
        b"id,text,date\n1,Ama Okoro shouted at Mr Hale in the House.,2031-03-05\n2,,x\n",
        b"text\tdate\nThe House sat.\t20310305\n",
        b'{"id": "1", "text": "Ama Okoro shouted.", "date": "2031-03-05"}\n{"text": 1}\nx\n',
        "text\n“liar”, called Tāmati\n".encode("utf-16"),
    )
    for suffix in range(len(making.TABLES)):
        for packing in range(len(making.PACKINGS)):
            for how in (0, 2, 5, 200):
                yield from (bytes([suffix, packing, how]) + row for row in rows)
    yield from lots(60, 300)


def export() -> Iterator[bytes]:
    yield from lots(60, 500)


def lots(count: int, longest: int) -> Iterator[bytes]:
    """Bytes by lot, always the same."""
    lot = random.Random(1)
    for _ in range(count):
        yield lot.randbytes(lot.randrange(1, longest))


SEEDS = {"reading": reading, "extraction": extraction, "export": export, "corpus": corpus}
