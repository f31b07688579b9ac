"""Acts that a text calls by a noun, "minutes after *the vote*", "In the wake of *the walkout*": tied to the act told above.

The noun tells nothing new, so no rule takes it for a telling; it says all the same after or before which act another was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract import causes, lexicon
from extract.causes import Ties
from extract.types import Signal, Telling

LATER = {"before", "prior to", "ahead of"}
MARK = re.compile(
    r"\b(?P<mark>after|following|in the wake of|in the aftermath of|on the heels of|before|prior to|ahead of) "
    r"(?:the|this|that|his|her|their|its) (?P<first>\w+)(?: (?P<second>\w+)(?: (?P<third>\w+))?)?",
    re.IGNORECASE,
)
NARROWED = {"of", "on", "by", "over", "in", "for", "about", "between", "at", "against", "from", "to"}  # "the vote *on* the bill"
# Of these a noun with "the" means the one act told above; a "protest" or a "remark" may mean many a thing.
MEANT = {"decision", "scuffle", "ejection", "walkout", "withdrawal", "adjournment", "point_of_order", "ruling", "intervention"}


def recalled(ties: Ties) -> Iterator[Signal]:
    """ "walked out *minutes after the vote*", "*After the fight* the Speaker adjourned the House"."""
    for n, telling in enumerate(ties.tellings):
        predicate = ties.token(telling)
        if predicate is None or telling.recap:
            continue
        start = predicate.sent.start_char
        for found in MARK.finditer(predicate.sent.text):
            at = start + found.start()
            if ties.document.quote_at(at) is not None or not _theirs(ties.between(start, predicate.sent.end_char), telling, at):
                continue
            noun, types = _named(found)
            other = _antecedent(ties.tellings[:n], telling, types, start)
            if other is not None:
                pair = (telling, other) if found["mark"].lower() in LATER else (other, telling)
                yield Signal(*pair, "connective", 0.85, ties.document.span(at, start + found.end(noun)))


def _theirs(mine: list[Telling], telling: Telling, at: int) -> bool:
    """Whether a phrase is of that act: of the last told before it in the sentence, or of all told after it where it opens one."""
    before = [t for t in mine if t.at < at]
    if before:
        return telling is before[-1] and at <= telling.span.end + 1
    return telling is mine[0]


def _antecedent(told: tuple[Telling, ...], telling: Telling, types: frozenset[str], start: int) -> Telling | None:
    """The last act of such a type that an earlier sentence tells of that day."""
    if telling.type in types:
        return None
    above = (t for t in reversed(told) if t.at < start and t.type in types and t.date == telling.date)
    return next((t for t in above if t.status == "happened" and not t.recap), None)


def _named(found: re.Match[str]) -> tuple[str, frozenset[str]]:
    """Which word of a phrase is its noun, and what it means: "the *fight*", "the first *vote*", not "the vote *on* the bill"."""
    for noun, then in (("second", "third"), ("first", "second")):
        if found[noun] and (types := types_of(found[noun])):
            return noun, frozenset() if (found[then] or "").lower() in NARROWED else types
    return "first", frozenset()


def types_of(noun: str) -> frozenset[str]:
    """The types of act that a noun means: "fight", "vote"."""
    word = noun.lower()
    if word in lexicon.words("connectives", "votes"):
        return frozenset({"decision"})
    if word in lexicon.words("connectives", "fights"):
        return frozenset({"scuffle"})
    return causes.types_named(word) & MEANT
