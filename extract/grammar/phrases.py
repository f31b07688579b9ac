"""The little language in which rules write down phrases, and the lines of words that they are looked for in.

A phrase is words: ``out of order``. ``~`` stands for an owner (*his*, *their*, *Marlowe's*), ``_`` for any one word, ``...`` for
up to four, ``=send`` for any form of a word, ``a|b`` for one of two. Hyphens and capitals do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from extract.grammar.voice import lemma

LINES = "lines"  # where a text keeps its words as they stand in lines
WORD = r"[^\s/]+/\S+"
OWNER = r"(?:(?:my|your|his|her|its|our|their|one|own)/\S+|(?:\S+ ){0,2}(?:'s|’s|'|’)/\S+)"
SPECIAL = {"~": OWNER, "_": WORD, "...": rf"(?:{WORD} ){{0,4}}?"}


def line(tokens: Iterable[Token]) -> str:
    """Words as one line of "form/lemma", lower case and without hyphens: what `holds` reads."""
    words: list[str] = []
    of_doc: list[str] = []
    for token in tokens:
        of_doc = of_doc or _words_of(token.doc)
        words.append(of_doc[token.i])
    return "".join(words) or " "


def _words_of(doc: Doc) -> list[str]:
    """Each word of a text as it stands in a line, made once: most are looked at a hundred times."""
    if (known := doc.user_data.get(LINES)) is None:
        known = doc.user_data[LINES] = [_in_line(token) for token in doc]
    return known


def _in_line(token: Token) -> str:
    return "" if token.text == "-" or token.is_space else f"{_clean(token.lower_)}/{_clean(lemma(token))} "


def retagged(doc: Doc) -> None:
    """To be told when the tags of a text change."""
    doc.user_data.pop(LINES, None)


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


def _word(word: str) -> str:
    """One word of a phrase: itself, any of its forms, or one of several."""
    forms = [rf"[^\s/]+/{re.escape(w[1:])}" if w.startswith("=") else rf"{re.escape(w)}/\S+" for w in word.split("|")]
    return f"(?:{'|'.join(forms)})"


def holds(text: str, phrase: str) -> bool:
    """Whether a line of words holds a phrase, at word boundaries."""
    piece = _piece(phrase)
    return piece in text and pattern(phrase).search(text) is not None


@cache
def _piece(phrase: str) -> str:
    """What stands in every line that holds a phrase, as far as that is one word: found faster than a pattern."""
    words = [word for word in _words(phrase) if word not in SPECIAL and "|" not in word]
    pieces = (f"/{word[1:]} " if word.startswith("=") else f"{word}/" for word in words)
    return max(pieces, key=len, default="")
