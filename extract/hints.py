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
from extract.naming import Cast

CHAIRS = ("chair",)  # who does it, or whom it is put to
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

    Found when first asked for: in most sentences of a long article no word is one that a rule names. In an article that tells of
    nobody in the chair no rule is left that is of the chair's acts or of what is put to it.
    """

    def __init__(self, document: Document, cast: Cast) -> None:
        self.document, self.never = document, frozenset() if cast.chairs else of_the_chair()

    def __missing__(self, sentence: int) -> frozenset[int]:
        words = line(self.document.doc.sents[sentence])
        return self.setdefault(sentence, (of_words(words) & scenes.played(self.document, sentence)) - self.never)


@lexicon.per_codebook
def of_the_chair() -> frozenset[int]:
    """The rules that somebody in the chair must act in, or be asked."""
    acts = (n for n, rule in enumerate(matching.sorted_rules()) if _acts_in_the_chair(rule) or rule.put_to == CHAIRS)
    return frozenset(acts)


def _acts_in_the_chair(rule: Rule) -> bool:
    return rule.actor_is == CHAIRS and "actor" in rule.needs and not rule.implied


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
