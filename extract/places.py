"""Where words say that something plays: outside, at the door, in the House."""

from __future__ import annotations

import re

from extract import afterwards, lexicon
from extract.gate import plainly
from extract.types import Place


def place_said(text: str) -> Place | None:
    """The place that a sentence names: "told reporters" < "on the way into the House" < "outside" < "in the House"."""
    if afterwards.talks(text) and "way in" not in text:
        return "outside"
    places: tuple[Place, ...] = ("entrance", "outside", "inside")
    return next((place for place in places if holds_any(text, place)), None)


def holds_any(text: str, key: str) -> bool:
    """Whether a text holds one of the scene's cues of that list, whatever its marks and spaces."""
    return cues(key).search(plainly(text)) is not None


@lexicon.per_codebook
def cues(key: str) -> re.Pattern[str]:
    """One pattern for all cues of a list, "said|added outside" for either word; of an empty list one that nothing matches."""
    words = ([f"(?:{'|'.join(map(re.escape, word.split('|')))})" for word in cue.split()] for cue in lexicon.words("scene", key))
    ways = map(" ".join, words)
    return re.compile("|".join(rf"\b{way}\b" for way in sorted(ways)) or r"(?!)")
