"""The little language in which rules write down phrases, and the lines of words that they are looked for in.

A phrase is words: ``out of order``. ``~`` stands for an owner (*his*, *their*, *Marlowe's*), ``_`` for any one word,
``#`` for a number, ``...`` for up to four words, ``=send`` for any form of a word, ``a|b`` for one of two. Hyphens and
capitals do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract import lexicon
from extract.grammar.voice import lemma
from extract.tree import Doc, Token

LINES = "lines"  # where a text keeps its words as they stand in lines
RECENT = 64  # lines whose words are kept apart: one is asked for many lists in a row
WORD = r"[^\s/]+/\S+"
OWNER = r"(?:(?:my|your|his|her|its|our|their|one|own)/\S+|(?:\S+ ){0,2}(?:'s|’s|'|’)/\S+)"
SPECIAL = {"~": OWNER, "_": WORD, "#": r"\d\S*/\S+", "...": rf"(?:{WORD} ){{0,4}}?"}


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


def _choices(phrase: str) -> list[list[str]]:
    """The words of a phrase that are told, each with those that may stand for it."""
    return [forms for word in _words(phrase) if SPECIAL.keys().isdisjoint(forms := word.split("|"))]


def written(phrase: str) -> tuple[tuple[str, ...], ...]:
    """The words of a phrase that a text must hold as they are, each with those that may stand for it: "out" of "~ way out"."""
    plain = (forms for forms in _choices(phrase) if forms != ["*"] and not any(form.startswith("=") for form in forms))
    return tuple(map(tuple, plain))


def _word(word: str) -> str:
    """One word of a phrase: itself, any of its forms, or one of several."""
    return f"(?:{'|'.join(_form(form) for form in word.split('|'))})"


def _form(form: str) -> str:
    """One of several words: itself, any of its forms, or a word of a sort, "~|the apology"."""
    if form in SPECIAL:
        return SPECIAL[form]
    return rf"[^\s/]+/{re.escape(form[1:])}" if form.startswith("=") else rf"{re.escape(form)}/\S+"


def holds(text: str, phrase: str) -> bool:
    """Whether a line of words holds a phrase, at word boundaries."""
    piece = _piece(phrase)
    return piece in text and pattern(phrase).search(text) is not None


def first_held(text: str, phrases: tuple[str, ...]) -> str | None:
    """The first of some phrases that a line of words holds."""
    return next((phrases[n] for n in _wanted(phrases).found(text) if pattern(phrases[n]).search(text) is not None), None)


@cache
def _wanted(phrases: tuple[str, ...]) -> Wanted:
    return Wanted.of(phrases)


def says(text: str, file: str, key: str) -> bool:
    """Whether a line of words holds a phrase of the list *key* of rules/*file*.toml."""
    return any(True for _ in held(text, file, key))


def held(text: str, file: str, key: str) -> Iterator[str]:
    """The phrases of a list that a line of words holds."""
    return (phrase for phrase in possible(text, file, key) if pattern(phrase).search(text) is not None)


def may_say(text: str, file: str, *keys: str) -> bool:
    """Whether all words of a phrase of some lists stand in a line, if not side by side."""
    return any(possible(text, file, key) for key in keys)


def possible(text: str, file: str, key: str) -> list[str]:
    """The phrases of a list of which each word stands in a line."""
    phrases, wanted = _listed(file, key)
    return [phrases[n] for n in wanted.found(text)]


@lexicon.per_codebook
def _listed(file: str, key: str) -> tuple[tuple[str, ...], Wanted]:
    phrases = lexicon.forms(file, key)
    return phrases, Wanted.of(phrases)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Many phrases to be looked for at once: each by its longest word, and what else must stand in the line."""

    by_word: dict[str, list[int]]
    others: tuple[tuple[tuple[str, ...], ...], ...]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Wanted:
        by_word: dict[str, list[int]] = {}
        others = []
        for n, parts in enumerate(map(pieces, phrases)):
            longest = max(parts, key=lambda forms: min(map(len, forms)), default=("",))
            others.append(tuple(forms for forms in parts if forms != longest))
            for form in longest:
                by_word.setdefault(form, []).append(n)
        return cls(by_word, tuple(others))

    def found(self, text: str) -> list[int]:
        """The numbers of the phrases of which each word stands in a line, if not side by side."""
        standing = _standing(text)
        hits = {n for piece in standing & self.by_word.keys() for n in self.by_word[piece]}
        return [n for n in sorted(hits) if not any(standing.isdisjoint(forms) for forms in self.others[n])]


@lru_cache(RECENT)
def _standing(text: str) -> frozenset[str]:
    """The forms and the lemmas that stand in a line, as `pieces` writes them; nothing stands in every line."""
    words = ((word, word.find("/")) for word in text.split())
    return frozenset(piece for word, at in words for piece in (word[: at + 1], word[at:])) | {""}


@cache
def _piece(phrase: str) -> str:
    """The longest word of a phrase that has no other for it: found faster than a pattern."""
    return max((forms[0] for forms in pieces(phrase) if len(forms) == 1), key=len, default="")


@cache
def pieces(phrase: str) -> tuple[tuple[str, ...], ...]:
    """What stands in every line that holds a phrase: for each word that may stand for it one piece."""
    told = _choices(phrase)
    return tuple(tuple(f"/{form[1:]}" if form.startswith("=") else f"{form}/" for form in forms) for forms in told)
