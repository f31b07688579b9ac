"""A point that asks the chair on what grounds it acts, or argues against what it has just decided, is about the chair.

"Asked him *by what article* a signature could be struck out" speaks of nobody else; "asked why *Ms Hale* should go" speaks of one
whom the chair has just put out, and is about her going. A bare "whether" or "which rule bars it" complains of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract import grammar, lexicon, roles
from extract.context import Reading, standing_for
from extract.tree import Token
from extract.types import Telling

GROUNDS = re.compile(
    r"\bwhy\b|\bhow come\b|\b(?:on|upon|under|by|with|from) (?:what|which|whose) "
    r"(?:\w+ )?(?:grounds?|basis|authority|rules?|right|article|power|order|section|law|provision|clause|mandate|reasoning)\b"
)
# What only a chair has somebody do: "why Ms Hale *should walk* when a minister kept his seat".
ORDERED = re.compile(
    r"\b(?:should|must|ha[ds] to|have to|(?:was|were|is|are) to|had been|ha(?:s|ve) been|(?:was|were|is|are)(?: being)?|be) "
    r"(?:be |have been )?(?:leave|walk|go out|withdraw|apologi[sz]e|sit down|put out|thrown out|sent out|removed|named|suspended|"
    r"ejected|expelled|cut off|silenced|warned|muted|sin-binned|excluded)\b"
)
DECIDED = {"ruling", "call", "verdict", "decision"}
NEAR = 700  # characters from what the chair did to the point about it


def of_chair(reading: Reading, at: int, told: Telling, before: Sequence[Telling]) -> Telling:
    """A point of order, as one about the chair where it asks for the chair's grounds or contests its ruling."""
    if told.type != "point_of_order" or told.status != "happened":
        return told
    chairs = reading.cast.chairs | {roles.CHAIR}
    if set(told.actors) & chairs or set(told.targets) & chairs:
        return told
    words = _words(reading, reading.document.doc[at])
    named = {id for t in words for id in standing_for(reading.cast, t) if _counts(reading, id)}
    dealt = _dealt_with(chairs, told, before)
    said = " ".join(t.lower_ for t in words)
    grounds = GROUNDS.search(said) is not None
    asked = grounds and (bool(told.targets) or not named - chairs - set(told.actors) - dealt)
    contested = not told.targets and _contests(reading, at)
    ordered = grounds and ORDERED.search(said) is not None
    if not (asked or contested or ordered) or (set(told.targets) - dealt and not ordered):
        return told
    named_chair = tuple(id for id in dict.fromkeys(i for t in words for i in standing_for(reading.cast, t)) if id in chairs)
    return replace(told, targets=named_chair[:1] or (roles.CHAIR,))


def _words(reading: Reading, token: Token) -> list[Token]:
    """The reporter's words of the sentence that tells of the point, and of a question that follows it."""
    sent, doc = token.sent, token.doc
    words = list(sent)
    following = doc[sent.end].sent if sent.end < len(doc) else ()
    if any(t.text == "?" for t in following):
        words += list(following)
    return [t for t in words if reading.document.quote_at(t.idx) is None]


def _counts(reading: Reading, id: str) -> bool:
    """Whether an actor may be complained of: no house and no servant."""
    return not roles.is_a(reading.cast, id, "house") and not roles.is_servant(reading.cast, id)


def _dealt_with(chairs: frozenset[str], told: Telling, before: Sequence[Telling]) -> set[str]:
    """Those whom the chair has just put out or ruled against: what is said of their case is said of the chair."""
    near = (t for t in before if t.type in {"ejection", "ruling"} and t.status == "happened" and 0 < told.at - t.at < NEAR)
    return {id for t in near if set(t.actors) <= chairs for id in t.targets}


def _contests(reading: Reading, at: int) -> bool:
    """Whether the sentence says that a ruling of nobody's naming is fought: "contested *the call* and asked for a count"."""
    return any(_unowned(t) for t in _faulted(reading, at))


def _faulted(reading: Reading, at: int) -> Iterator[Token]:
    """What whoever raises the point finds fault with in the same sentence."""
    token = reading.document.doc[at]
    verb = token if token.pos_ == "VERB" else token.head
    around = (verb, verb.head, *verb.subtree)
    for t in around:
        if t.pos_ == "VERB" and grammar.lemma(t) in lexicon.words("offices", "faulting"):
            yield from (c for c in grammar.verb_frame(t).patients if grammar.lemma(c) in DECIDED)


def _unowned(noun: Token) -> bool:
    """Whether a noun stands with "the", and neither owner nor "of": "the call", not "the referee's call"."""
    the = any(c.lower_ in {"the", "that", "this"} and c.dep_ == "det" for c in noun.children)
    owned = any(c.dep_.startswith("nmod") or c.dep_ == "compound" for c in noun.children)
    return the and not owned
