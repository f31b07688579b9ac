"""Lemmas that rules can count on: a small model guesses "shoute" for a *shouted* that it never saw, a word list does not.

Corrects the trainable lemmatizer where the tag says how a word is inflected; names and all else keep what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, Token

LEMMAS = "lemmas"
VOWELS = frozenset("aeiou")
WORD_CLASS = {"VBD": "verb", "VBN": "verb", "VBG": "verb", "VBZ": "verb", "NNS": "noun"} | dict.fromkeys(
    ("JJR", "JJS", "RBR", "RBS"), "adj"
)
BARE = frozenset({"VB", "VBP", "NN", "JJ", "RB"})  # the form is the lemma
# What may be cut off the end, and put there instead, from the likeliest to the least.
ENDINGS: dict[str, list[tuple[str, str]]] = {
    "VBD": [("ied", "y"), ("ed", "e"), ("ed", "")],
    "VBN": [("ied", "y"), ("ed", "e"), ("ed", "")],
    "VBG": [("ying", "ie"), ("ing", "e"), ("ing", "")],
    "VBZ": [("ies", "y"), ("s", ""), ("es", "")],
    "NNS": [("ies", "y"), ("s", ""), ("es", ""), ("ves", "f"), ("ves", "fe"), ("men", "man")],
    "JJR": [("ier", "y"), ("er", "e"), ("er", "")],
    "JJS": [("iest", "y"), ("est", "e"), ("est", "")],
}
ENDINGS |= {"RBR": ENDINGS["JJR"], "RBS": ENDINGS["JJS"]}


ADVERBS = ("ly", "wards", "wise")


class Lemmas:
    """`known`: the lemmas of a word class; `irregular`: form → lemma; `seen`: what the treebanks say, where rules err."""

    def __init__(self) -> None:
        self.known: dict[str, frozenset[str]] = {}
        self.irregular: dict[str, dict[str, str]] = {}
        self.seen: dict[str, dict[str, str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            lemma = self._of(token)
            if lemma:
                token.lemma_ = lemma
        return doc

    def _of(self, token: Token) -> str | None:
        form, tag = token.lower_.replace("’", "'"), token.tag_
        if tag.startswith("NN") and token.text[:-1].isupper() and token.text.endswith("s") and len(form) > 2:
            return form[:-1]  # MPs, whatever the tagger takes them for
        return self.seen.get(tag, {}).get(form) or self.by_rule(form, tag)

    def by_rule(self, form: str, tag: str) -> str | None:
        """*heckled* VBD → heckle; None for tags that do not inflect and forms that are not regular."""
        if tag in BARE:
            return form
        kind = WORD_CLASS.get(tag)
        if kind is None:
            return None
        known = self.known.get(kind, frozenset())
        found = [lemma for lemma in _candidates(form, tag) if lemma in known]
        return self.irregular.get(kind, {}).get(form) or _likelier(found or _guesses(form, tag), tag)

    def holds(self, word: str) -> bool:
        """Whether the lists hold a word of small letters in any form: an inflected one, an adverb."""
        if any(word in table for table in (*self.known.values(), *self.irregular.values(), *self.seen.values())):
            return True
        if any(self.holds(stem) for ending in ADVERBS if word.endswith(ending) for stem in _stems(word, ending)):
            return True
        forms = ((lemma, kind) for tag, kind in WORD_CLASS.items() if tag in ENDINGS for lemma in _candidates(word, tag))
        return any(lemma in self.known.get(kind, ()) for lemma, kind in forms)

    def is_past(self, word: str) -> bool:
        """Whether a word is an irregular form of a verb: "rose", "said"."""
        return word in self.irregular.get("verb", {}) or any(word in self.seen.get(tag, {}) for tag in ("VBD", "VBN", "VBZ"))

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> Lemmas:
        return self.fill(srsly.read_json(Path(path) / "tables.json"))

    def fill(self, tables: Any) -> Lemmas:
        self.known = {kind: frozenset(words.split()) for kind, words in tables["known"].items()}
        self.irregular, self.seen = tables["irregular"], tables["seen"]
        return self

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        Path(path).mkdir(exist_ok=True)
        known = {kind: " ".join(sorted(words)) for kind, words in self.known.items()}
        srsly.write_json(Path(path) / "tables.json", {"known": known, "irregular": self.irregular, "seen": self.seen})


def _stems(adverb: str, ending: str) -> Iterator[str]:
    """What an adverb can be of: *quick*ly, *true*: truly, *simple*: simply, *happy*: happily."""
    stem = adverb.removesuffix(ending)
    if len(stem) > 2:
        yield from (stem, f"{stem}e", f"{stem}le", f"{stem[:-1]}y")


def _candidates(form: str, tag: str) -> Iterator[str]:
    """What *heckled* could come from: heckle, heckl; *jammed*: jamme, jamm, jam."""
    for ending, instead in ENDINGS[tag]:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) > 1:
            yield stem + instead
            if not instead and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
                yield stem[:-1]


def _guesses(form: str, tag: str) -> list[str]:
    """For words that no list holds, the regular verbs and plurals only: *gavelled*, *empanadas*."""
    if not form.isalpha() or not (form.endswith(("ed", "ing")) or (tag == "NNS" and form[-2:-1] not in set("sui"))):
        return []
    stems = list(_candidates(form, tag))
    doubled = len(stems) > 1 and len(stems[-1]) + 1 == len(stems[-2])
    return stems[-1:] if doubled and not stems[-2].endswith(("e", "ss")) else stems[-2:]


def _likelier(found: list[str], tag: str) -> str | None:
    """Of singe and sing, sing; of rate and rat, rate: one consonant after one vowel would have been doubled."""
    if len(found) < 2 or not tag.startswith("V"):
        return found[0] if found else None
    first, second = found[:2]
    if first == second + "e":
        single = len(second) > 2 and second[-1] not in VOWELS and second[-2] in VOWELS and second[-3] not in VOWELS
        return first if single else second
    return first


@Language.factory(LEMMAS, assigns=["token.lemma"], requires=["token.tag"])
def lemmas(nlp: Language, name: str) -> Lemmas:
    return Lemmas()
