"""Word lists and what is made of them: phrases, parties with all their forms, verbs and the forms of verbs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from extract.lexicon.files import lists, per_codebook
from extract.lexicon.rule import rules


@per_codebook
def forms(file: str, key: str) -> tuple[str, ...]:
    """The list *key* of rules/*file*.toml as written: its own, its countries', and what it holds of legislatures.toml."""
    table = lists(file)
    told = [*_strings(table.get(key, [])), *(word for row in table.get("country", ()) for word in _strings(row.get(key, [])))]
    told += [word for name in table.get("from", {}).get(key, ()) for word in forms("legislatures", name)]
    told += [plural(word) for name in table.get("plural", {}).get(key, ()) for word in forms("legislatures", name)]
    if not told and key not in table:
        raise KeyError(key)
    return tuple(dict.fromkeys([*told, *map(unaccented, told)]))


def _strings(value: str | list[Any]) -> list[str]:
    """The strings of a list, or of lists in it."""
    return [value] if isinstance(value, str) else [word for inner in value for word in _strings(inner)]


def unaccented(word: str) -> str:
    """ "Dáil" as a desk without accents writes it: "Dail"."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def plural(word: str) -> str:
    """ "assemblyman" → "assemblymen", "deputy" → "deputies", "rep." → "reps."."""
    if word.endswith("."):
        return f"{word[:-1]}s."
    return re.sub(r"man$", "men", word) if word.endswith("man") else re.sub(r"y$", "ie", word) + "s"


@per_codebook
def words(file: str, *keys: str) -> frozenset[str]:
    """The word lists *keys* of rules/*file*.toml together, lower case."""
    return frozenset(word.lower() for key in keys for word in forms(file, key))


@per_codebook
def _parties() -> dict[str, str]:
    """What each form of a party comes to, in one word for all its forms; parties of two countries that share a form share it."""
    one: dict[str, str] = {}

    def first(form: str) -> str:
        while one.setdefault(form, form) != form:
            form = one[form]
        return form

    for country in lists("parties")["country"]:
        for name, *others in country["parties"]:
            for other in others:
                one[first(_bare(other))] = first(_bare(name))
    return {form: first(form) for form in [*one]}


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """A party's name without "Party", accents and the plural: "the Labour Party", "the Greens"."""
    plain = re.sub(r"\s+party$", "", unaccented(name).lower()).strip()
    return re.sub(r"(?<=[a-z]{4})(?<![su])s$", "", plain)


@per_codebook
def party(name: str) -> str:
    """The one name of a party: of "BJP" and "Bharatiya Janata Party", "Tory" and "Conservatives"."""
    return _parties().get(_bare(name), _bare(name))


def is_party(name: str) -> bool:
    """Whether a word is a party's name, or a short form that the lists hold."""
    return _bare(name) in _parties()


@per_codebook
def numbers(file: str, key: str) -> dict[str, float]:
    """The table *key* of rules/*file*.toml: a number for each name."""
    return {name: float(value) for name, value in lists(file)[key].items()}


@per_codebook
def groups_of(file: str, key: str) -> dict[str, frozenset[str]]:
    """For each word of a list of lists the words beside it: names of one thing."""
    rows = [frozenset(word.lower() for word in row) for row in lists(file)[key]]
    return {word: frozenset().union(*(row for row in rows if word in row)) for row in rows for word in row}


@per_codebook
def phrases(file: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a word list as tuples of words, longest first, by their first word."""
    split = sorted((tuple(phrase.split()) for phrase in words(file, key)), key=len, reverse=True)
    return {first: tuple(p for p in split if p[0] == first) for first in {p[0] for p in split}}


@per_codebook
def verbs() -> frozenset[str]:
    """Every verb that rules or word lists know, without its particle."""
    listed = {verb.split()[0] for rule in rules() for verb in rule.verbs} | {
        c.split()[0] for rule in rules() for c in rule.complement
    }
    for file, key in (
        ("speech", "say"),
        ("speech", "shout"),
        ("speech", "quoting"),
        ("modality", "planned"),
        ("modality", "denied"),
        ("modality", "done"),
        ("connectives", "prompting"),
    ):
        listed |= {word.split()[0] for word in words(file, key)}
    return frozenset(listed)


@per_codebook
def phrasal_verbs() -> frozenset[str]:
    """The verbs of the rules that stand with a particle: "shout down"."""
    return frozenset(verb for rule in rules() for verb in rule.verbs if " " in verb)


@per_codebook
def event_nouns() -> frozenset[str]:
    """The head of every noun phrase by which rules know an act: "point" of "point of order"."""
    phrases = [noun.split() for rule in rules() for noun in rule.nouns]
    return frozenset(parts[0] if "of" in parts else parts[-1] for parts in phrases)


@per_codebook
def _irregular() -> dict[str, str]:
    """Irregular form → verb."""
    table = lists("irregular")["forms"]
    return {form: verb for verb, forms in table.items() for form in forms}


def is_irregular(form: str) -> bool:
    """Whether a form is an irregular one of a verb."""
    return form in _irregular()


@per_codebook
def verb_of(form: str, lemma: str) -> str:
    """The verb that a form is of: one that is known here, else what the lemmatizer said."""
    if (irregular := _irregular().get(form)) is not None:
        return irregular
    return next((c for c in bases(form) if c in verbs()), lemma)


@per_codebook
def beginnings(word: str) -> frozenset[str]:
    """What every form of a word begins with, without hyphens: "cry", "crying" and "cri" (of "cried"); "throw" and "threw"."""
    plain = word.replace("-", "")
    made = {plain, plain[:-1] + "ing"}
    for ending, instead in (("y", "i"), ("ie", "ying"), ("f", "ves"), ("fe", "ves"), ("man", "men")):
        if plain.endswith(ending):
            made.add(plain.removesuffix(ending) + instead)
    return frozenset(made.union(*(table.get(word, ()) for table in _apart())))


@per_codebook
def _apart() -> tuple[dict[str, list[str]], ...]:
    """The forms of a word that do not begin as it does."""
    told = lists("irregular")
    return told["forms"], told["met"]


def is_form(written: str, word: str) -> bool:
    """Whether a word can be written so, whatever a lemmatizer makes of it: "drought" is no form of "drink"."""
    return written.startswith(word) or written.replace("-", "").startswith(tuple(beginnings(word)))


def bases(form: str) -> list[str]:
    """What a regular form can be a form of: "heckled" of "heckle", "pushes" of "push", "barred" of "bar", "cried" of "cry"."""
    out = [form]
    for ending in ("ing", "ed", "es", "s", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            out += [stem + "e", stem] if ending in {"ing", "ed"} else [stem]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                out.append(stem[:-1])
            if stem.endswith("i"):
                out.append(stem[:-1] + "y")
    return out
