"""The little language in which rules write down phrases, and the lines of words that they are looked for in.

A phrase is words: ``out of order``. ``~`` stands for an owner (*his*, *their*, *Marlowe's*), ``_`` for any one word, ``...`` for
up to four, ``=send`` for any form of a word, ``a|b`` for one of two. Hyphens and capitals do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from extract.grammar.voice import lemma

WORD = r"[^\s/]+/\S+"
OWNER = r"(?:(?:my|your|his|her|its|our|their|one|own)/\S+|(?:\S+ ){0,2}(?:'s|’s|'|’)/\S+)"
SPECIAL = {"~": OWNER, "_": WORD, "...": rf"(?:{WORD} ){{0,4}}?"}


def line(tokens: Iterable[Token]) -> str:
    """Words as one line of "form/lemma", lower case and without hyphens: what `holds` reads."""
    return " ".join(f"{_clean(t.lower_)}/{_clean(lemma(t))}" for t in tokens if t.text != "-" and not t.is_space) + " "


def _clean(word: str) -> str:
    return word.replace("/", "") or "-"


@cache
def pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a regular expression over such a line."""
    words = re.sub(r"(?<=\w)(['’]s\b|['’](?= |$))", r" \1", phrase.lower().replace("-", " ")).split()
    parts = [SPECIAL[w] if w == "..." else f"{SPECIAL.get(w) or _word(w)} " for w in words]
    return re.compile(rf"(?<!\S){''.join(parts)}")


def _word(word: str) -> str:
    """One word of a phrase: itself, any of its forms, or one of several."""
    forms = [rf"[^\s/]+/{re.escape(w[1:])}" if w.startswith("=") else rf"{re.escape(w)}/\S+" for w in word.split("|")]
    return f"(?:{'|'.join(forms)})"


def holds(text: str, phrase: str) -> bool:
    """Whether a line of words holds a phrase, at word boundaries."""
    return pattern(phrase).search(text) is not None
