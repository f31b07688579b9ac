"""What the training of names adds to `registered.py`: other people and other places in the same sentences.

A model that reads of the same eight hundred people over and over learns them by heart; drawn anew each time, from all over the
world, they teach it where a name stands. Some are in no list, being made of the halves of two others.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.training import Example

SCRIPTS = Path(__file__).resolve().parent
sys.path[:0] = [str(SCRIPTS), str(SCRIPTS.parents[1])]

from registered import Augmenter, _rewritten, house_styles  # noqa: E402

from extract.language.known import KNOWN  # noqa: E402

__all__ = ["KNOWN", "other_names"]  # the component and the augmenter that configs/names.cfg names
WRITES_ENGLISH = 4  # how much likelier a country that writes English is drawn
SURNAME_ALONE = 0.75
INVENTED = 0.3
LOUD = 0.06
People = dict[str, tuple[list[str], list[str]]]


@spacy.registry.augmenters("order_paper.other_names.v1")
def other_names(people: str, renamed: float, lower: float, upper: float, restyle: float) -> Augmenter:
    """`renamed` of the documents with other people and, half as often, other places; then as `house_styles`.

    A few get Headlines With Great Letters, a few the NAMES of people in capitals.
    """
    lists = json.loads(Path(people).read_text(encoding="utf8"))
    draw = _Draw(**lists)
    styles = house_styles(lower, upper, restyle)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if random.random() < renamed:
            example = _rewritten(nlp, example, draw.words(example.reference))
        if random.random() < LOUD:
            example = _rewritten(nlp, example, _loud(example.reference))
        yield from styles(nlp, example)

    return augment


class _Draw:
    def __init__(self, people: People, places: list[str]) -> None:
        self.people = people
        self.places = [place for place in places if " " not in place]
        self.countries = list(people)
        self.weights = [WRITES_ENGLISH if name.startswith(("en_", "census")) else 1 for name in people]

    def words(self, doc: Doc) -> list[str]:
        """One new word for each word of a name, the same wherever it stands in this document."""
        words = [token.text for token in doc]
        new: dict[str, str] = {}
        labels = {"PERSON", "LOC"} if random.random() < 0.5 else {"PERSON"}
        for name in sorted(doc.ents, key=len, reverse=True):
            country = random.choices(self.countries, self.weights)[0]
            for token in name if name.label_ in labels else ():
                if _replaceable(token) and (name.label_ == "PERSON" or len(name) == 1):
                    other = new.setdefault(token.text, self._word(token, country, name))
                    words[token.i] = other.upper() if token.is_upper else other
        return words

    def _word(self, token: Token, country: str, name: Span) -> str:
        if name.label_ == "LOC":
            return random.choice(self.places)
        surname = token.i + 1 == name.end if len(name) > 1 else random.random() < SURNAME_ALONE
        names = self.people[country][surname]
        one, other = random.choice(names), random.choice(names)
        return one[: (len(one) + 1) // 2] + other[len(other) // 2 :] if random.random() < INVENTED else one


def _replaceable(token: Token) -> bool:
    """A whole word with a capital letter: no initial, no particle, no "al", no "Jr."."""
    return token.tag_ == "NNP" and len(token) > 2 and token.text.isalpha() and (token.is_title or token.is_upper)


def _loud(doc: Doc) -> list[str]:
    if random.random() < 0.5:
        return [t.text.upper() if t.ent_type_ == "PERSON" else t.text for t in doc]
    return [t.text.capitalize() if t.is_lower and (len(t) > 3 or t.pos_ in {"NOUN", "VERB"}) else t.text for t in doc]
