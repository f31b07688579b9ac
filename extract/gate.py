"""Raw text → whether it can tell an event at all: words of a legislature and of a sitting, and one by which a rule knows an act.

All are what extraction itself demands (`find_tellings`, `lexicon.is_form`): of what the gate turns away the rules could have
told nothing. A pass of Aho-Corasick for each question takes a thousandth of the time of a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from ahocorasick_rs import AhoCorasick

from extract import lexicon
from extract.grammar.phrases import written
from extract.lexicon import Rule

# The parser was trained mostly on straight marks; one code point for one keeps every offset.
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)

RECENT = 8  # texts whose plain form is kept: several lists are asked of one in a row
MATCH = 5  # words of sport that a report of a match holds, and a sketch in pictures of cricket hardly does; in a long text more


def passes(text: str) -> bool:
    """Whether a text is to be parsed."""
    return not scene_missed(text) and _holds_trigger(plainly(text))


def scene_missed(text: str) -> str:
    """Why nothing that a text tells can be an act of a legislature; empty where it can."""
    if not legislative(text):
        return "no word of a legislature stands in the text"
    if _anywhere():
        return ""
    if _of_a_match(text):
        return "the text tells of a match"
    return "" if sits(text) else "the text tells of no sitting of a legislature"


def legislative(text: str) -> bool:
    """Whether a text holds a word of a legislature, or a member's title cut short before a name: "*Rep.* Hale"."""
    return holds_cue(plainly(text), "legislature") or _titled().search(text) is not None


def sits(text: str) -> bool:
    """Whether a text tells of a sitting, not only of politicians."""
    return holds_cue(plainly(text), "sitting", "inside") or any(told.search(text) for told in sitting_told())


def _of_a_match(text: str) -> bool:
    """Whether a text reports a match, such as that of members against the press: sent off and booed are players there."""
    plain = plainly(text)
    found = _cues("match").find_matches_as_indexes(plain, overlapping=True)
    told = {number for number, start, end in found if _edge(plain, start) and _edge(plain, end)}
    return len(told) >= max(MATCH, len(plain) // 400)


@lru_cache(RECENT)
def plainly(text: str) -> str:
    """A text in small letters with plain marks and single spaces, as word lists are looked up in it."""
    return re.sub(r"\s+", " ", text.translate(PLAIN).lower())


def holds_cue(plain: str, *keys: str) -> bool:
    """Whether a plain text holds one of the scene's cues of some lists as a whole word."""
    found = _cues(*keys).find_matches_as_indexes(plain, overlapping=True)
    return any(_edge(plain, start) and _edge(plain, end) for _, start, end in found)


@lexicon.per_codebook
def _titled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(word.capitalize() for word in lexicon.words('scene', 'titles_cut'))})\.? [A-Z][\w'’-]+")


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
def _cues(*keys: str) -> AhoCorasick:
    return AhoCorasick(sorted({way for key in keys for cue in lexicon.words("scene", key) for way in ways(cue)}))


def ways(cue: str) -> Iterator[str]:
    """All ways to say a cue: "said|added outside" is "said outside" or "added outside"."""
    return map(" ".join, product(*(word.split("|") for word in cue.split())))


@lexicon.per_codebook
def _anywhere() -> bool:
    """Whether some rule in use tells acts of any scene."""
    return any(rule.scene == "any" for rule in lexicon.rules())


@lexicon.per_codebook
def sitting_told() -> tuple[re.Pattern[str], ...]:
    """The constructions that tell of a sitting."""
    return _in_a_house(), _a_house_sits()


def _in_a_house() -> re.Pattern[str]:
    """ "in the *Lok Sabha*", "to the *Senate* floor"; "the *Senate Finance Committee* met", "*MPs* debated"."""
    names = lexicon.words("legislatures", "houses")
    houses, sitters = _either(names), _either(names | lexicon.words("scene", "sitters"))
    towards, sits, debaters, debating = (
        _either(lexicon.words("scene", key)) for key in ("towards", "sits", "debaters", "debating")
    )
    inside = rf"\b(?:{towards}) (?:the )?(?:[\w'’]+ )?(?:{houses})\b"
    between = r"(?:['’]s?)?(?: [\w'’-]+){0,4}? "
    sitting = rf"\b(?:{sitters}){between}(?:{sits})\b|\b(?:{debaters}){between}(?:{debating})\b"
    return re.compile(rf"{inside}|{sitting}", re.IGNORECASE)


def _a_house_sits() -> re.Pattern[str]:
    """ "The *Dáil sat* on Tuesday", "*Parliament was in uproar*", not "Parliament is a fine building"."""
    houses, sits = _either(lexicon.words("legislatures", "houses")), _either(lexicon.words("scene", "erupts"))
    return re.compile(rf"\b(?:{houses}) (?:{sits})\b", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    """Words as one pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


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
