"""Which rules the words of a sentence leave possible, before anything is asked of its tree.

Rules that know "be" or "have" ask for phrases beside it that few sentences hold; one pass over a sentence finds which do.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from extract import lexicon, matching, scenes
from extract.document import Document
from extract.grammar.phrases import Wanted, line
from extract.lexicon import Rule

Slot = tuple[int, int]  # a rule, and which of its lists of phrases


@dataclass(frozen=True, slots=True)
class Hints:
    """What is looked for in a sentence, and whose it is."""

    phrases: Wanted
    slots: tuple[tuple[Slot, ...], ...]
    asked: dict[int, int]  # how many lists a rule has that a phrase must be of
    free: frozenset[int]  # the rules that have none


class Possible(dict[int, frozenset[int]]):
    """For each sentence the rules that its words and its scene allow, by their numbers among those that `matching` asks.

    Found when first asked for: in most sentences of a long article no word is one that a rule names.
    """

    def __init__(self, document: Document) -> None:
        self.document = document

    def __missing__(self, sentence: int) -> frozenset[int]:
        words = line(self.document.doc.sents[sentence])
        return self.setdefault(sentence, of_words(words) & scenes.played(self.document, sentence))


def of_words(text: str) -> frozenset[int]:
    """The rules that a line of words allows: for each list that a rule asks a phrase of, all words of one stand in it."""
    hints = _hints()
    met = {slot for n in hints.phrases.found(text) for slot in hints.slots[n]}
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
    free = frozenset(n for n, number in asked.items() if not number)
    return Hints(Wanted.of(slots), tuple(map(tuple, slots.values())), asked, free)


def _lists(rule: Rule) -> list[tuple[str, ...]]:
    """The lists of phrases of which a rule asks one in the sentence itself."""
    lists = (rule.subject, rule.object, rule.about, *(words for _, words in rule.prepositions))
    return [phrases for phrases in lists if phrases and "*" not in phrases]
