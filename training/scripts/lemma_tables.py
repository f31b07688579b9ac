"""The tables of `extract/language/lemmas.py`: WordNet's words and irregular forms, and what the treebanks say otherwise.

WordNet comes as spaCy's own lookup files (package spacy-lookups-data); only what an inflected form can need is kept.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from extract.language.lemmas import BARE, WORD_CLASS, Lemmas  # noqa: E402

TABLED = {*WORD_CLASS, *BARE, "MD", "PRP", "PRP$", "IN", "POS"}
OURS = {"pm"}  # of e-mails a time of day, of parliaments a prime minister
OFTEN = 2  # once may be a slip of the pen: "leaned", lemma learn
SURE = 0.9  # below it the context decides: "he*'s*" is or has
KINDS = ("verb", "noun", "adj")


def tables(lookups: Path, docs: Iterable[Doc]) -> Lemmas:
    """Filled from WordNet, with the treebanks' lemma wherever the rules would say another."""
    index, irregular = _read(lookups / "en_lemma_index.json.gz"), _read(lookups / "en_lemma_exc.json.gz")
    gold = _treebank_lemmas(docs)
    known = {kind: _plain(index[kind]) | gold["known"][kind] for kind in KINDS}
    made = Lemmas().fill(
        {
            "known": {kind: " ".join(words) for kind, words in known.items()},
            "irregular": {kind: _sane(irregular[kind], known[kind]) for kind in KINDS},
            "seen": {},
        }
    )
    for (form, tag), (lemma, times) in gold["seen"].items():
        ruled = made.by_rule(form, tag)
        if ruled is None or (ruled != lemma and times >= OFTEN):
            made.seen.setdefault(tag, {})[form] = lemma
    return made


def _read(path: Path) -> Any:
    return json.loads(gzip.decompress(path.read_bytes()))


def _plain(words: Iterable[str]) -> set[str]:
    return {word for word in words if word.isalpha() and word.islower() and word.isascii()}


def _sane(irregular: dict[str, list[str]], known: set[str]) -> dict[str, str]:
    """Without what is regular after all: WordNet would have *pies* come from pi."""
    found = {form: lemmas[0] for form, lemmas in irregular.items() if form.isalpha()}
    return {form: lemma for form, lemma in found.items() if lemma != form[:-2] or form[:-1] not in known}


def _treebank_lemmas(docs: Iterable[Doc]) -> dict[str, Any]:
    """For each form and tag the lemma that nearly always goes with them and how often, and the lemmas of a word class."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for token in doc:
            if token.tag_ in TABLED and token.lower_ not in OURS:
                counts[token.lower_.replace("’", "'"), token.tag_][token.lemma_] += 1
    best = {key: (*found.most_common(1)[0], found.total()) for key, found in counts.items()}
    seen = {key: (lemma, times) for key, (lemma, times, of) in best.items() if times >= SURE * of}
    known = {kind: {le for (_, tag), (le, n) in seen.items() if WORD_CLASS.get(tag) == kind and n >= OFTEN} for kind in KINDS}
    return {"seen": seen, "known": {kind: _plain(words) for kind, words in known.items()}}
