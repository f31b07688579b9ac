"""The trained pipeline and its loader: whatever needs a parse asks here, and nothing else knows where the model lies.

The pipeline is committed beside this file, so that the product works without a download; MODEL_CARD.md says what it
can do.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

from extract.language import lemmas
from extract.language.boundaries import PARAGRAPHS
from extract.language.spelling import SPELLING, add_compounds

REGISTERED = (PARAGRAPHS, lemmas.LEMMAS, SPELLING)  # the components of ours that a pipeline folder may name
PIPELINE = Path(__file__).parent / "pipeline"


@lru_cache(maxsize=4)
def load(name: str | None = None) -> Language:
    """Our own pipeline, or the installed package or folder `name`; in each, sentences end with their paragraph."""
    if name is None and not (PIPELINE / "meta.json").is_file():
        raise FileNotFoundError(f"The language pipeline is missing: {PIPELINE} (make it with: make pipeline)")
    nlp = _loaded(name or str(PIPELINE))
    if PARAGRAPHS not in nlp.pipe_names:
        nlp.add_pipe(PARAGRAPHS, first=True)
    if SPELLING not in nlp.pipe_names:
        nlp.add_pipe(SPELLING, first=True)
        add_compounds(nlp)
    return nlp


def _loaded(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as error:
        remedy = "give the folder of a spaCy pipeline, or the name of an installed one"
        raise FileNotFoundError(f"No language pipeline {name!r} ({remedy}): {error}") from error
