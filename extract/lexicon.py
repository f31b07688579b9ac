"""rules/*.toml → frozen rules and word lists, once and strictly: a typo is found at load, and the message teaches the format.

A rule says lemmas, frames and role restrictions, never dependency labels; its examples (`yes`, `no`) are its tests.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from extract.types import EVENT_TYPES, STATUSES, EventType

RULES = Path(__file__).parent / "rules"
KINDS = {"person", "group", "office", "chair", "member", "house", "party"}


class LexiconError(ValueError):
    """A rule file says something that rules cannot say."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule tells, or must not tell: its words, who does it to whom (by name), its status, where it plays."""

    text: str
    who: tuple[str, ...] | None = None
    whom: tuple[str, ...] | None = None
    status: str = "happened"
    scene: str = "chamber"


@dataclass(frozen=True, slots=True)
class Rule:
    """How one construction tells one type of event.

    ``verbs`` are lemmas, with their particle where they need one ("throw out"); ``nouns`` are event nouns. ``object``,
    ``complement``, ``about`` and ``with`` are phrases that must stand in that slot; ``said`` are phrases of quoted words that are
    the act ("Get out!"), in quotations of at most ``longest`` words. ``actor`` and ``target`` name frame
    roles, tried in turn; ``implied`` stands in for an actor left unsaid. ``actor_is`` and friends restrict who may fill a role;
    ``source`` names the list of what one may be put out of, when that is told.
    """

    name: str
    type: EventType
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    longest: int = 0
    about: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    prepositions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    actor: tuple[str, ...] = ("agent",)
    target: tuple[str, ...] = ("patient",)
    implied: str = ""
    implied_target: str = ""
    actor_is: tuple[str, ...] = ()
    target_is: tuple[str, ...] = ()
    never_actor: tuple[str, ...] = ()
    source: str = ""
    needs: tuple[str, ...] = ()
    scene: str = "sitting"
    voice: str = ""
    status: str = ""
    confidence: float = 0.9
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()


FIELDS = {field.name for field in fields(Rule)} - {"name", "type", "prepositions"} | {"with"}
NEEDS = {"actor", "target", "quote", "hostile words"}
SCENES = {"sitting", "floor", "inside", "outside", "any"}
EXAMPLE_SCENES = {"chamber", "outside", "none"}


def parse(name: str, table: dict[str, Any], *, type: EventType) -> Rule:
    """One table of a rule file as a rule; LexiconError says what a rule may say."""
    if unknown := table.keys() - FIELDS:
        raise LexiconError(f"[{name}] says {', '.join(sorted(unknown))}; a rule may say {', '.join(sorted(FIELDS))}")
    if not any(table.get(key) for key in ("verbs", "nouns", "said")):
        raise LexiconError(f"[{name}] names no verbs, no nouns and no words said")
    if not table.get("yes") or not table.get("no"):
        raise LexiconError(f"[{name}] wants examples: at least one yes and one no")
    _check(name, table)
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items() if key != "with"}
    for role in ("actor", "target"):
        if isinstance(values.get(role), str):
            values[role] = (values[role],) if values[role] else ()
    for key in ("yes", "no"):
        values[key] = tuple(_example(name, told) for told in table[key])
    pairs = tuple((prep, tuple(words)) for prep, words in table.get("with", {}).items())
    return Rule(name=name, type=type, prepositions=pairs, **values)  # type: ignore[arg-type]


def _example(name: str, told: str | dict[str, Any]) -> Example:
    """An example: a sentence, or a table of it with who, whom, status and scene."""
    if isinstance(told, str):
        return Example(told)
    if unknown := told.keys() - {field.name for field in fields(Example)}:
        raise LexiconError(f"[{name}] an example says {', '.join(sorted(unknown))}; may be text, who, whom, status, scene")
    if told.get("scene", "chamber") not in EXAMPLE_SCENES:
        raise LexiconError(f"[{name}] example scene: {told['scene']}; may be {', '.join(sorted(EXAMPLE_SCENES))}")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return Example(**values)


def _check(name: str, table: dict[str, Any]) -> None:
    """The closed vocabularies of a rule."""
    for key, allowed in (
        ("actor_is", KINDS),
        ("target_is", KINDS),
        ("never_actor", KINDS),
        ("needs", NEEDS),
    ):
        if unknown := set(table.get(key, ())) - allowed:
            raise LexiconError(f"[{name}] {key}: {', '.join(sorted(unknown))}; may be {', '.join(sorted(allowed))}")
    if table.get("scene", "any") not in SCENES:
        raise LexiconError(f"[{name}] scene: {table['scene']}; may be {', '.join(sorted(SCENES))}")
    if table.get("status", "happened") not in STATUSES:
        raise LexiconError(f"[{name}] status: {table['status']}; may be {', '.join(STATUSES)}")


def load(path: Path) -> dict[str, Any]:
    """A TOML file; LexiconError names the file and the fault."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the codebook's types and of their files."""
    found: list[Rule] = []
    for type in EVENT_TYPES:
        tables = load(RULES / f"{type}.toml")
        found += [parse(name, table, type=type) for name, table in tables.items()]  # type: ignore[arg-type]
    return tuple(found)


@cache
def forms(file: str, key: str) -> tuple[str, ...]:
    """The list *key* of rules/*file*.toml as written: its own, its countries', and what it holds of legislatures.toml."""
    table = load(RULES / f"{file}.toml")
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


@cache
def words(file: str, key: str) -> frozenset[str]:
    """The word list *key* of rules/*file*.toml, lower case."""
    return frozenset(word.lower() for word in forms(file, key))


@cache
def _parties() -> dict[str, str]:
    """What each form of a party comes to, in one word for all its forms; parties of two countries that share a form share it."""
    one: dict[str, str] = {}

    def first(form: str) -> str:
        while one.setdefault(form, form) != form:
            form = one[form]
        return form

    for country in load(RULES / "parties.toml")["country"]:
        for name, *others in country["parties"]:
            for other in others:
                one[first(_bare(other))] = first(_bare(name))
    return {form: first(form) for form in [*one]}


def _bare(name: str) -> str:
    """A party's name without "Party", accents and the plural: "the Labour Party", "the Greens"."""
    plain = re.sub(r"\s+party$", "", unaccented(name).lower()).strip()
    return re.sub(r"(?<=[a-z]{4})(?<![su])s$", "", plain)


def party(name: str) -> str:
    """The one name of a party: of "BJP" and "Bharatiya Janata Party", "Tory" and "Conservatives"."""
    return _parties().get(_bare(name), _bare(name))


@cache
def groups_of(file: str, key: str) -> dict[str, frozenset[str]]:
    """For each word of a list of lists the words beside it: names of one thing."""
    rows = [frozenset(word.lower() for word in row) for row in load(RULES / f"{file}.toml")[key]]
    return {word: frozenset().union(*(row for row in rows if word in row)) for row in rows for word in row}


@cache
def phrases(file: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a word list as tuples of words, longest first, by their first word."""
    split = sorted((tuple(phrase.split()) for phrase in words(file, key)), key=len, reverse=True)
    return {first: tuple(p for p in split if p[0] == first) for first in {p[0] for p in split}}


@cache
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


@cache
def _irregular() -> dict[str, str]:
    """Irregular form → verb."""
    table = load(RULES / "irregular.toml")["forms"]
    return {form: verb for verb, forms in table.items() for form in forms}


def is_irregular(form: str) -> bool:
    """Whether a form is an irregular one of a verb."""
    return form in _irregular()


@cache
def verb_of(form: str, lemma: str) -> str:
    """The verb that a form is of: one that is known here, else what the lemmatizer said."""
    if (irregular := _irregular().get(form)) is not None:
        return irregular
    return next((c for c in _bases(form) if c in verbs()), lemma)


def _bases(form: str) -> list[str]:
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
