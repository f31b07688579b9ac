"""The trained pipeline and its loader: whatever needs a parse asks here, and nothing else knows where the model lies.

The pipeline is committed beside this file, so that the product works without a download; MODEL_CARD.md says what it
can do. Another can be put in its place: its labels are made ours here, so that all else reads one dialect.
"""

from __future__ import annotations

import gc
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

from extract.language import lemmas
from extract.language.boundaries import PARAGRAPHS
from extract.language.clearnlp import CLEARNLP, MARKS
from extract.language.entities import ENTITIES, OURS
from extract.language.fronted import FRONTED
from extract.language.known import KNOWN
from extract.language.spelling import SPELLING, add_compounds

# The components of ours that a pipeline folder may name.
REGISTERED = (PARAGRAPHS, lemmas.LEMMAS, KNOWN, SPELLING, CLEARNLP, ENTITIES)
PIPELINE = Path(__file__).parent / "pipeline"


@lru_cache(maxsize=4)
def load(name: str | None = None) -> Language:
    """Our own pipeline, or the installed package or folder `name`; in each, sentences end with their paragraph.

    What is loaded stays, so that the collector of garbage, which would look through all of it again and again, is told to pass
    it over: a tenth of what extraction takes beyond the parse.
    """
    if name is None and not (PIPELINE / "meta.json").is_file():
        raise FileNotFoundError(f"The language pipeline is missing: {PIPELINE} (make it with: make pipeline)")
    nlp = _loaded(name or str(PIPELINE))
    if PARAGRAPHS not in nlp.pipe_names:
        nlp.add_pipe(PARAGRAPHS, first=True)
    if SPELLING not in nlp.pipe_names:
        nlp.add_pipe(SPELLING, first=True)
        add_compounds(nlp)
    if FRONTED not in nlp.pipe_names:
        nlp.add_pipe(FRONTED, after="parser")
    gc.freeze()
    return nlp


def _loaded(name: str) -> Language:
    """A pipeline that speaks our dialect, whatever it spoke before."""
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        remedy = "give the folder of a spaCy pipeline, or the name of an installed one"
        reason = " ".join(str(error).split())
        raise FileNotFoundError(f"No language pipeline {name!r} ({remedy}): {reason}") from error
    _check(nlp, name)
    if set(nlp.pipe_labels.get("ner", ())) - OURS and ENTITIES not in nlp.pipe_names:
        nlp.add_pipe(ENTITIES, last=True)
    if set(nlp.pipe_labels["parser"]) & MARKS and CLEARNLP not in nlp.pipe_names:
        nlp.add_pipe(CLEARNLP, last=True)
    return nlp


def _check(nlp: Language, name: str) -> None:
    """ValueError for a pipeline that cannot be read: not English, without a parser, or with labels of a third kind."""
    known = set(nlp.pipe_labels.get("parser", ()))
    remedy = "give an English pipeline with a tagger and a parser, such as spaCy's own"
    if nlp.lang != "en":
        raise ValueError(f"{name!r} is a pipeline for another language ({nlp.lang}); {remedy}")
    if "nsubj" not in known:
        raise ValueError(f"{name!r} has no parser that finds subjects; {remedy}")
    if not known & {*MARKS, "obl"}:
        raise ValueError(f"{name!r} has labels that are neither Universal Dependencies nor ClearNLP's; {remedy}")
