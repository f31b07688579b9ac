"""Rules as frozen values, read strictly: a typo is found at load, and the message teaches the format.

A rule says lemmas, frames and role restrictions, never dependency labels; its examples (`yes`, `no`) are its tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from extract.lexicon.files import PREFACES, LexiconError, laid_over, load, per_codebook, place_of, settings, types
from extract.types import STATUSES

KINDS = {"person", "group", "office", "servant", "chair", "member", "house", "party"}


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

    ``verbs`` are lemmas, with their particle where they need one ("throw out"; "cut in!" governs nothing); ``nouns`` are event
    nouns. ``subject``, ``object``, ``complement``, ``about`` and ``with`` are phrases that must stand in that slot; ``said``
    are phrases of quoted words that are the act ("Get out!"), in quotations of at most ``longest`` words. ``actor`` and
    ``target`` name frame roles, tried in turn; ``implied`` stands in for an actor left unsaid. ``actor_is`` and friends
    restrict who may fill a role, ``put_to`` to whom it is said;
    ``mutual`` says that all who act suffer it too; ``source`` names the list of what one may be put out of, when that is told.
    """

    name: str
    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
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
    mutual: bool = False
    actor_is: tuple[str, ...] = ()
    target_is: tuple[str, ...] = ()
    never_actor: tuple[str, ...] = ()
    put_to: tuple[str, ...] = ()
    source: str = ""
    needs: tuple[str, ...] = ()
    scene: str = "sitting"
    voice: str = ""
    status: str = ""
    confidence: float = 0.9
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()


FIELDS = {field.name for field in fields(Rule)} - {"name", "type", "prepositions"} | {"with"}
NEEDS = {
    "actor",
    "target",
    "quote",
    "hostile words",
    "complement",
    "doer",
    "doer in person",
    "out of turn",
    "incident",
    "denial told",
    "asked",
    "own offence",
    "row",
    "cry",
    "answered",
    "ruled",
    "of the incident",
    "carried",
    "company",
    "seat of the public", "at a member", "own place", "words for missiles",
    "just asked",
    "put to the chair",
}
SCENES = {"sitting", "floor", "inside", "outside", "any"}


def parse(name: str, table: dict[str, Any], *, type: str) -> Rule:
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
    if told.get("scene", "chamber") not in PREFACES:
        raise LexiconError(f"[{name}] example scene: {told['scene']}; may be {', '.join(sorted(PREFACES))}")
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return Example(**values)


def _check(name: str, table: dict[str, Any]) -> None:
    """The closed vocabularies of a rule."""
    for key, allowed in (
        ("actor_is", KINDS),
        ("target_is", KINDS),
        ("never_actor", KINDS),
        ("put_to", KINDS),
        ("needs", NEEDS),
    ):
        if unknown := set(table.get(key, ())) - allowed:
            raise LexiconError(f"[{name}] {key}: {', '.join(sorted(unknown))}; may be {', '.join(sorted(allowed))}")
    if table.get("scene", "any") not in SCENES:
        raise LexiconError(f"[{name}] scene: {table['scene']}; may be {', '.join(sorted(SCENES))}")
    if table.get("status", "happened") not in STATUSES:
        raise LexiconError(f"[{name}] status: {table['status']}; may be {', '.join(STATUSES)}")


@per_codebook
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the codebook's types and of their files."""
    tables = ((type, load(place_of(type))) for type in types())
    return tuple(_parsed(type, name, table) for type, rows in tables for name, table in rows.items())


def _parsed(type: str, name: str, table: object) -> Rule:
    if not isinstance(table, dict):
        raise LexiconError(f"{type}.toml: {name} is no table; each rule is one, [{name}]")
    try:
        return parse(name, table, type=type)
    except LexiconError as error:
        raise LexiconError(f"{type}.toml: {error}") from None


def preface(example: Example) -> str:
    """The sentence that sets the scene of an example, on a line of its own; nothing where it asks for none."""
    told = settings()[example.scene]
    return f"{told}\n" if told else ""


@contextmanager
def using(codebook: Path | str | None) -> Iterator[None]:
    """While it lasts, rules and word lists are those of a folder laid over ours; LexiconError where the folder is no codebook.

    A file named after one of our types replaces it, one with another name adds a type; a word list replaces ours of that name.
    """
    with laid_over(codebook):
        rules()
        yield
