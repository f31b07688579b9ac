"""The pipeline on sentences coded by hand: `python -m benchmarks.parsing [FILE.conllu]`, by default our own of parliaments.

Each sentence goes in as raw text: tokenisation counts, sentence splitting does not, punctuation does not. Names stand in MISC as
`Name=B-PERSON`. Nothing trains on `measure.conllu`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from extract.language import load

ROOT = Path(__file__).parent.parent
MEASURE = ROOT / "training/indomain/measure.conllu"
FIGURES = {"dep_uas": "UAS", "dep_las": "LAS", "tag_acc": "tags", "lemma_acc": "lemmas", "ents_f": "names"}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=MEASURE)
    parser.add_argument("--pipeline", help="another pipeline than ours")
    options = parser.parse_args(argv)
    nlp = load(options.pipeline)
    scores = nlp.evaluate(list(examples(options.file, nlp)))
    told = [f"{name} {100 * (scores.get(key) or 0):.1f}" for key, name in FIGURES.items()]
    told += [f"{label} {100 * s['f']:.1f}" for label, s in sorted((scores.get("ents_per_type") or {}).items())]
    sys.stdout.write(f"{options.file.name}: {', '.join(told)}\n")
    return 0


def examples(path: Path, nlp: Language) -> Iterator[Example]:
    """Each sentence with what stands in its columns."""
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if not rows:
            continue
        heads = [n if row[6] == "0" else int(row[6]) - 1 for n, row in enumerate(rows)]
        names = [row[9].partition("Name=")[2].split("|")[0] or "O" for row in rows]
        gold = Doc(
            nlp.vocab,
            words=[row[1] for row in rows],
            spaces=["SpaceAfter=No" not in row[9] for row in rows],
            lemmas=[row[2] for row in rows],
            tags=[row[4] for row in rows],
            heads=heads,
            deps=["ROOT" if row[6] == "0" else row[7] for row in rows],
            ents=names,
        )
        yield Example(nlp.make_doc(gold.text), gold)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
