"""rules/*.toml → frozen rules and word lists, once and strictly; a codebook of one's own is laid over them with `using`."""

from extract.lexicon.files import RULES, LexiconError, load, per_codebook, types
from extract.lexicon.lists import (
    bases,
    event_nouns,
    forms,
    groups_of,
    is_irregular,
    is_party,
    numbers,
    party,
    phrases,
    plural,
    unaccented,
    verb_of,
    verbs,
    words,
)
from extract.lexicon.rule import Example, Rule, parse, preface, rules, using

__all__ = [
    "RULES",
    "Example",
    "LexiconError",
    "Rule",
    "bases",
    "event_nouns",
    "forms",
    "groups_of",
    "is_irregular",
    "is_party",
    "load",
    "numbers",
    "parse",
    "party",
    "per_codebook",
    "phrases",
    "plural",
    "preface",
    "rules",
    "types",
    "unaccented",
    "using",
    "verb_of",
    "verbs",
    "words",
]
