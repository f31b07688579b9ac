"""Words known from lists as given names, surnames, places or everyday words: hints for the names, which decide themselves.

A small model has seen few names; that "Adaeze" is a given name somewhere and "Kaduna" a city is cheaper listed than learnt.
The hint stands in `ent_id` until the names are found.
"""

from __future__ import annotations

from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

KNOWN = "known_words"


class Known:
    """`kinds`: word → letters, each a list that holds it: g(iven name), s(urname), p(lace), c(ountry), e(veryday word),
    o for a word in organisations' names, b for one that alone is an organisation."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.ent_id_ = self.of(token.text)
        return doc

    def of(self, word: str) -> str:
        """*NORTHWOOD* is looked up as Northwood; nothing is known of words that no list holds."""
        return self.kinds.get(word.capitalize() if word.isupper() and len(word) > 3 else word, "")

    def initialize(self, get_examples: object = None, *, nlp: Language | None = None, words: str = "") -> None:
        """At the start of a training: the lists as `training/scripts/wordlists.py` writes them."""
        if words:
            self.from_disk(Path(words).parent)

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> Known:
        lists = srsly.read_json(Path(path) / "known.json")
        self.kinds = {word: kinds for kinds, words in lists.items() for word in words.split()}
        return self

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        lists: dict[str, list[str]] = {}
        for word, kinds in sorted(self.kinds.items()):
            lists.setdefault(kinds, []).append(word)
        Path(path).mkdir(exist_ok=True)
        srsly.write_json(Path(path) / "known.json", {kinds: " ".join(words) for kinds, words in lists.items()})


@Language.factory(KNOWN)
def known_words(nlp: Language, name: str) -> Known:
    return Known()
