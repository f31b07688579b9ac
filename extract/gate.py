"""Raw text → whether it can tell an event at all: it holds a word of a legislature, and a word by which a rule knows an act.

Both are what extraction itself demands (`find_tellings`, `lexicon.is_form`): of what the gate turns away the rules could have
told nothing. One pass of Aho-Corasick for either question takes a thousandth of the time of a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from extract import lexicon
from extract.grammar.phrases import written
from extract.lexicon import Rule

# The parser was trained mostly on straight marks; one code point for one keeps every offset.
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)


def passes(text: str) -> bool:
    """Whether a text is to be parsed."""
    plain = plainly(text)
    return _holds_house(plain) and _holds_trigger(plain)


def legislative(text: str) -> bool:
    """Whether a text holds a word of a legislature."""
    return _holds_house(plainly(text))


def plainly(text: str) -> str:
    """A text in small letters with plain marks and single spaces, as word lists are looked up in it."""
    return re.sub(r"\s+", " ", text.translate(PLAIN).lower())


def _holds_house(plain: str) -> bool:
    found = _houses().find_matches_as_indexes(plain, overlapping=True)
    return any(_edge(plain, start) and _edge(plain, end) for _, start, end in found)


def _edge(text: str, at: int) -> bool:
    """Whether a word begins or ends there."""
    return _in_word(text[at - 1 : at]) != _in_word(text[at : at + 1])


def _in_word(mark: str) -> bool:
    return mark.isalnum() or mark == "_"


def _holds_trigger(plain: str) -> bool:
    """Hyphens and strokes do not count: a "walk-out" is a "walkout"."""
    words = _triggers()
    return words is None or bool(words.find_matches_as_indexes(plain.replace("-", "").replace("/", "")))


@lexicon.per_codebook
def _houses() -> AhoCorasick:
    return AhoCorasick(sorted(lexicon.words("scene", "legislature")))


@lexicon.per_codebook
def _triggers() -> AhoCorasick | None:
    """None where a rule knows an act by words of which none stands in a text as it is."""
    found = {trigger for rule in lexicon.rules() for trigger in triggers(rule)}
    return AhoCorasick(sorted(found)) if "" not in found else None


def triggers(rule: Rule) -> Iterator[str]:
    """Of each way to name an act what every text holds that names it so: "threw" and "throw", "walkout", "adjourn"."""
    if rule.said:
        yield from (form for phrase in rule.said for form in _anchor(phrase))
        return
    for verb in rule.verbs:
        yield from lexicon.beginnings(verb.split()[0])
    for words in map(str.split, rule.nouns):
        for head in ("".join(words), words[0] if "of" in words else words[-1]):
            yield from lexicon.beginnings(head)


def _anchor(phrase: str) -> tuple[str, ...]:
    """The longest word of a quoted phrase, with those that may stand for it; nothing where each can be written otherwise."""
    return max(written(phrase), key=lambda forms: min(map(len, forms)), default=("",))
