"""Open raw text → the lines that `spacy pretrain` reads: Wikinews and the treebanks' own sentences, nothing else."""

from __future__ import annotations

import argparse
import csv
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

from treebank import sentences

TREEBANKS = ("ewt-train", "gum-train")
PUD_FOR_TRAINING = 500
SHORTEST = 40  # characters: headings and datelines teach little
PER_TEXT = 10  # sentences of a treebank in one text

log = logging.getLogger("raw")


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    texts = [*wikinews(options.raw), *treebanks(options.treebanks)]
    options.out.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf8")
    log.info("%d texts, %d words", len(texts), sum(len(text.split()) for text in texts))


def wikinews(folder: Path) -> Iterator[str]:
    """The paragraphs of the articles."""
    csv.field_size_limit(10**9)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf8", newline="") as file:
            for row in csv.DictReader(file):
                paragraphs = (re.sub(r"\s+", " ", p).strip() for p in re.split(r"\n\s*\n", row["text"]))
                yield from (p for p in paragraphs if len(p) >= SHORTEST)


def treebanks(folder: Path) -> Iterator[str]:
    """The sentences that train, ten together."""
    for name in TREEBANKS:
        yield from _together([s.text for s in sentences(folder / f"{name}.conllu")])
    yield from _together([s.text for s in sentences(folder / "pud.conllu")][:PUD_FOR_TRAINING])


def _together(found: list[str]) -> Iterator[str]:
    for start in range(0, len(found), PER_TEXT):
        yield " ".join(found[start : start + PER_TEXT])


if __name__ == "__main__":
    main()
