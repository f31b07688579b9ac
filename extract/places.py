"""Where words say that something plays: outside, at the door, in the House."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract import afterwards, lexicon
from extract.gate import holds_cue, plainly, ways
from extract.tree import Span as Tokens
from extract.tree import Token
from extract.types import Place

STAMP = re.compile(r"\(?\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\b\.?)?\W")
ENTRIES = 3  # paragraphs from which on times at their heads make a live blog
STAYING = {"stay", "remain", "keep", "wait", "sit"}
BINDING = {"must", "will", "would", "shall", "should", "to", "may", "can", "could"}


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


def entries(text: str, paragraphs: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Where the entries of a live blog begin, each of which plays wherever it says itself: "*13.05* Hale told reporters"."""
    found = frozenset(start for start, end in paragraphs if STAMP.match(text, start, end))
    return found if len(found) >= ENTRIES else frozenset()


def located(sentence: Tokens, quoted: frozenset[int]) -> str:
    """The words of a sentence that say where it plays: not those quoted or only reported, nor where one has to stay."""
    out = {t.i for t in sentence} & quoted
    for head in (t for t in sentence if (t.dep_ == "ccomp" and not _earlier_words(t, sentence)) or _has_to_stay(t)):
        out |= {t.i for t in head.subtree}
    return " ".join(t.text for t in sentence if t.i not in out)


def _has_to_stay(verb: Token) -> bool:
    """ "under standing order 94(a), which requires a member *to stay outside the chamber* for an hour": it plays not there."""
    if verb.lemma_ not in STAYING:
        return False
    bound = any(c.dep_ == "aux" and c.lower_ in BINDING for c in verb.children)
    return bound or (verb.dep_ in {"xcomp", "ccomp", "acl", "advcl"} and any(c.lower_ == "to" for c in verb.children))


def _earlier_words(complement: Token, sentence: Tokens) -> bool:
    """Whether a clause is fronted or is not governed by a word before it: then it is no report."""
    return complement.head.i > complement.i
