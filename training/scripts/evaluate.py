"""What a pipeline scores on the test sets: raw text in, so that tokens and sentences count too."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import extract.language.boundaries  # noqa: E402, F401

SYNTAX = ("token_f", "sents_f", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las")
NAMES = ("ents_p", "ents_r", "ents_f")
SETS = {
    "ewt-test": SYNTAX,
    "gum-test": SYNTAX,
    "pud-test": SYNTAX,
    "indomain-test": SYNTAX,
    "ner-dev": NAMES,
    "ner-test-gum": NAMES,
    "ner-test-uner": NAMES,
    "ner-test-own": NAMES,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    figures = dict(measured(spacy.load(options.pipeline), options.corpus))
    text = json.dumps(figures, indent=1) + "\n"
    options.out.write_text(text, encoding="utf8")
    sys.stdout.write(text)


def measured(nlp: Language, corpus: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for name, wanted in SETS.items():
        scores = nlp.evaluate(list(_examples(nlp, corpus / f"{name}.spacy")))
        figures = {key: round(float(scores[key] or 0), 4) for key in wanted}
        yield name, figures | ({"per_type": _per_type(scores)} if wanted is NAMES else {})


def _examples(nlp: Language, path: Path) -> Iterator[Example]:
    for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
        yield Example(nlp.make_doc(gold.text), gold)


def _per_type(scores: dict[str, dict[str, dict[str, float]]]) -> dict[str, float]:
    return {label: round(s["f"], 4) for label, s in sorted(scores["ents_per_type"].items())}


if __name__ == "__main__":
    main()
