"""Which rules the words of a sentence leave possible, before anything is asked of its tree.

Rules that know "be" or "have" ask for phrases beside it that few sentences hold; one pass over a sentence finds which do.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from extract import lexicon, matching
from extract.document import Document
from extract.grammar.phrases import line, pieces
from extract.lexicon import Rule

Slot = tuple[int, int]  # a rule, and which of its lists of phrases


@dataclass(frozen=True, slots=True)
class Hints:
    """What is looked for in a sentence: of each phrase one word by which it is found, all its words, and whose it is."""

    words: AhoCorasick
    phrases: tuple[tuple[str, ...], ...]
    slots: tuple[tuple[Slot, ...], ...]
    asked: dict[int, int]  # how many lists a rule has that a phrase must be of
    free: frozenset[int]  # the rules that have none


def possible(document: Document) -> tuple[frozenset[int], ...]:
    """For each sentence the rules that its words allow, by their numbers among those that `matching` asks."""
    return tuple(of_words(line(sentence)) for sentence in document.doc.sents)


def of_words(text: str) -> frozenset[int]:
    """The rules that a line of words allows: for each list that a rule asks a phrase of, all words of one stand in it."""
    hints = _hints()
    found = {n for n, _, _ in hints.words.find_matches_as_indexes(text, overlapping=True)}
    met = {slot for n in found if all(piece in text for piece in hints.phrases[n]) for slot in hints.slots[n]}
    counts: dict[int, int] = defaultdict(int)
    for rule, _ in met:
        counts[rule] += 1
    return hints.free | {rule for rule, count in counts.items() if count == hints.asked[rule]}


@lexicon.per_codebook
def _hints() -> Hints:
    slots: dict[str, list[Slot]] = defaultdict(list)
    asked = {}
    for n, rule in enumerate(matching.sorted_rules()):
        lists = _lists(rule)
        asked[n] = len(lists)
        for k, phrases in enumerate(lists):
            for phrase in phrases:
                slots[phrase].append((n, k))
    every = tuple(pieces(phrase) for phrase in slots)
    words = AhoCorasick([max(parts, key=len, default=" ") for parts in every])
    return Hints(words, every, tuple(map(tuple, slots.values())), asked, frozenset(n for n, k in asked.items() if not k))


def _lists(rule: Rule) -> list[tuple[str, ...]]:
    """The lists of phrases of which a rule asks one in the sentence itself."""
    lists = (rule.subject, rule.object, rule.about, *(words for _, words in rule.prepositions))
    return [phrases for phrases in lists if phrases and "*" not in phrases]
