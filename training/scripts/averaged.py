"""Two models of one training → one whose weights lie between theirs: what the first knew and what the second learnt.

Wortsman et al. 2022, "Robust fine-tuning of zero-shot models": the second was trained on from the first, so that their weights
lie in one valley.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.75, help="of the second")
    options = parser.parse_args()
    between(spacy.load(options.first), spacy.load(options.second), options.share).to_disk(options.out)


def between(first: Language, second: Language, share: float) -> Language:
    """The first of two pipelines of one shape, its weights moved towards the second's."""
    for one, other in zip(_nodes(first), _nodes(second), strict=True):
        for name in one.param_names:
            if one.has_param(name):
                one.set_param(name, (1 - share) * one.get_param(name) + share * other.get_param(name))
    return first


def _nodes(nlp: Language) -> Iterator[Model]:
    for _, part in nlp.pipeline:
        if isinstance(model := getattr(part, "model", None), Model):
            yield from model.walk()


if __name__ == "__main__":
    main()
