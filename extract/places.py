"""Where words say that something plays: outside, at the door, in the House."""

from __future__ import annotations

import re

from extract import afterwards, lexicon
from extract.gate import holds_cue, plainly, ways
from extract.tree import Span as Tokens
from extract.tree import Token
from extract.types import Place


def place_said(text: str) -> Place | None:
    """The place that a sentence names: "told reporters" < "on the way into the House" < "outside" < "in the House"."""
    if afterwards.talks(text) and "way in" not in text:
        return "outside"
    places: tuple[Place, ...] = ("entrance", "outside", "inside")
    plain = plainly(text)
    return next((place for place in places if holds_cue(plain, place)), None)


def holds_any(text: str, key: str) -> bool:
    """Whether a text holds one of the scene's cues of that list, whatever its marks and spaces."""
    return holds_cue(plainly(text), key)


@lexicon.per_codebook
def cues(key: str) -> re.Pattern[str]:
    """One pattern for all cues of a list; of an empty list one that nothing matches."""
    said = sorted(way for cue in lexicon.words("scene", key) for way in ways(cue))
    return re.compile("|".join(rf"\b{re.escape(way)}\b" for way in said) or r"(?!)")


def located(sentence: Tokens, quoted: frozenset[int]) -> str:
    """The words of a sentence that say where it plays: not those quoted, nor those only reported by a verb of speaking."""
    out = {t.i for t in sentence} & quoted
    for head in (t for t in sentence if t.dep_ == "ccomp" and not _earlier_words(t, sentence)):
        out |= {t.i for t in head.subtree}
    return " ".join(t.text for t in sentence if t.i not in out)


def _earlier_words(complement: Token, sentence: Tokens) -> bool:
    """Whether a clause is fronted or is not governed by a word before it: then it is no report."""
    return complement.head.i > complement.i
