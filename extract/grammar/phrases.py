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
    parts = [SPECIAL[w] if w == "..." else f"{SPECIAL.get(w) or _word(w)} " for w in _words(phrase)]
    return re.compile(rf"(?<!\S){''.join(parts)}")


def _words(phrase: str) -> list[str]:
    return re.sub(r"(?<=\w)(['’]s\b|['’](?= |$))", r" \1", phrase.lower().replace("-", " ")).split()


def written(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The words of a phrase that a text must hold as they are, each with those that may stand for it: "out" of "~ way out"."""
    split = (tuple(word.split("|")) for word in _words(phrase) if word not in {*SPECIAL, "*"})
    return tuple(word for word in split if not any(form.startswith("=") for form in word))


@cache
def _needed(phrase: str) -> tuple[str, ...]:
    """What a line has to hold for the phrase to be in it at all: asked first, it spares most lines the regular expression."""
    return tuple(f"/{w[1:]} " if w[0] == "=" else f"{w}/" for w in _words(phrase) if w not in SPECIAL and "|" not in w)


def _word(word: str) -> str:
    """One word of a phrase: itself, any of its forms, or one of several."""
    forms = [rf"[^\s/]+/{re.escape(w[1:])}" if w.startswith("=") else rf"{re.escape(w)}/\S+" for w in word.split("|")]
    return f"(?:{'|'.join(forms)})"


def holds(text: str, phrase: str) -> bool:
    """Whether a line of words holds a phrase, at word boundaries."""
    return all(part in text for part in _needed(phrase)) and pattern(phrase).search(text) is not None
