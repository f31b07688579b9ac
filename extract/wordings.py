"""Wordings that put two acts in order whatever the parser made of their clauses: "no sooner ... than", "the last straw was".

Each reads the words between the acts; which words those are, connectives.toml says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extract import lexicon
from extract.causes import Ties
from extract.tree import Span as Tokens
from extract.tree import Token
from extract.types import Signal, Telling

OUTCOMES = {"ejection", "walkout", "adjournment", "decision", "scuffle", "no_confidence_request"}
SAID = {"attack", "point_of_order"}
HOLDING = {"speak", "talk", "answer", "reply", "respond"}
NEAR = 25  # characters before the going in which "followed him" may stand
HAD = 3  # words between "no sooner" and its "had"


def worded(ties: Ties) -> Iterator[Signal]:
    """All that set wordings say of the acts of one sentence, and of one sentence and those above it."""
    told = [t for t in ties.tellings if not t.recap or t.sentence >= 0]
    rows, at = sorted(told, key=lambda t: t.at), 0
    for sentence in ties.document.doc.sents:
        end = bisect_left(rows, sentence.end_char, lo=at, key=lambda t: t.at)
        mine, at = rows[at:end], end
        if mine:
            yield from _no_sooner(ties, sentence, mine)
            yield from _last_straw(ties, sentence, mine)
            yield from _during_speech(ties, mine)
            yield from _only_for(ties, sentence, mine)
            yield from _along(ties, sentence, mine)


def _no_sooner(ties: Ties, sentence: Tokens, mine: list[Telling]) -> Iterator[Signal]:
    """ "*No sooner had* he sat down *than* she rose", "*had hardly* been warned *when*": the first clause is the earlier."""
    for word in (t for t in sentence if t.lower_ in lexicon.words("connectives", "barely") and _not_had(t)):
        mark = next((t for t in sentence[word.i - sentence.start :] if t.lower_ in {"than", "when", "before"}), None)
        if mark is None or ties.document.quote_at(word.idx) is not None:
            continue
        ahead = [t for t in mine if word.idx < t.at < mark.idx]
        behind = [t for t in mine if t.at > mark.idx]
        for early, late in zip(ahead[-1:], behind[:1], strict=False):
            yield Signal(early, late, "connective", 0.95, ties.document.span_of([word, mark]))


def _during_speech(ties: Ties, mine: list[Telling]) -> Iterator[Signal]:
    """ "She accused him of theft. Labour MPs jeered *while she was speaking*": at one time with what she says there."""
    for telling in (t for t in mine if t.type in {"heckle", "objection"} and t.targets):
        verb = ties.token(telling)
        held = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in HOLDING] if verb is not None else []
        marks = [m for c in held for m in c.children if m.dep_ in {"mark", "advmod"} and m.lower_ in {"as", "while", "whilst"}]
        spoken = next((t for t in reversed(ties.tellings) if t.at < telling.at and set(t.actors) & set(telling.targets)), None)
        if marks and spoken is not None and spoken.type in SAID:
            yield Signal(spoken, telling, "telling", 0.0, ties.document.span_of(marks[:1]))


def _only_for(ties: Ties, sentence: Tokens, mine: list[Telling]) -> Iterator[Signal]:
    """ "He withdrew it, *only for* Ms Hale to call him a coward": first the one, then the other."""
    found = _phrases("only_for").search(sentence.text)
    at = sentence.start_char + found.start() if found else 0
    if found is not None and ties.document.quote_at(at) is None:
        ahead, behind = [t for t in mine if t.at < at], [t for t in mine if t.at > at]
        for early, late in zip(ahead[-1:], behind[:1], strict=False):
            yield Signal(early, late, "connective", 0.9, ties.document.span(at, sentence.start_char + found.end()))


def _along(ties: Ties, sentence: Tokens, mine: list[Telling]) -> Iterator[Signal]:
    """ "Labour MPs walked out *with him*": after the one ejection of that day, wherever it is told."""
    left = [t for t in mine if t.type == "walkout"]
    out = [t for t in ties.tellings if t.type == "ejection" and t.status == "happened" and len(t.targets) == 1] if left else []
    if not out or len({t.targets for t in out}) > 1:
        return
    for telling in (t for t in left if t.date == out[0].date and not set(t.actors) & set(out[0].targets)):
        found = _phrases("along").search(sentence.text, max(0, telling.at - sentence.start_char - NEAR))
        if found is not None and out[0].sentence != telling.sentence:
            start = sentence.start_char
            yield Signal(out[0], telling, "connective", 0.7, ties.document.span(start + found.start(), start + found.end()))


@lexicon.per_codebook
def _phrases(key: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{words}\b" for words in sorted(lexicon.words("connectives", key))), re.IGNORECASE)


def _not_had(word: Token) -> bool:
    """Whether a word is the "no sooner" of a "had", before or behind it; a "sooner" alone is a time."""
    near = word.doc[max(word.i - HAD, word.sent.start) : min(word.i + HAD, word.sent.end)]
    no_sooner = word.lower_ != "sooner" or (word.i > 0 and word.nbor(-1).lower_ == "no")
    return no_sooner and any(t.lower_ in {"had", "'d"} for t in near)


def _last_straw(ties: Ties, sentence: Tokens, mine: list[Telling]) -> Iterator[Signal]:
    """ "They walked out. *The last straw was* his ejection": before the outcome that was told last above it."""
    words = [t.lower_ for t in sentence]
    copula = next((n for n, w in enumerate(words[:9]) if w in {"was", "were", "came", ":"} and n > 0), None)
    if copula is None or not set(words[:copula]) & lexicon.words("connectives", "straws"):
        return
    late = next((t for t in reversed(ties.tellings) if t.at < sentence.start_char and t.type in OUTCOMES), None)
    early = next((t for t in mine if t.at > sentence[copula].idx), None)
    if late is not None and early is not None and late.date == early.date:
        yield Signal(early, late, "cause", 0.85, ties.document.span_of(list(sentence[: copula + 1])))
