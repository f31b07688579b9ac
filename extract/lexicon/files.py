"""The files that rules and word lists lie in: ours, and those of a codebook laid over them while it is in use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from extract.types import EVENT_TYPES, TYPE_PATTERN

RULES = Path(__file__).parent.parent / "rules"
OWN: ContextVar[Path | None] = ContextVar("codebook", default=None)  # the folder given with --codebook, while it is in use
SETTINGS = "codebook"  # the file of such a folder that says whether our own types still count

MOST = 2**13  # answers that are kept to a question: some are asked of every word of a corpus

P = ParamSpec("P")
R = TypeVar("R")

# What stands before an example, by the scene that it asks for.
PREFACES = {
    "chamber": "The Speaker took the chair in Parliament at two.",
    "outside": "Outside Parliament, members of the House spoke to reporters.",
    "none": "",
}


class LexiconError(ValueError):
    """A rule file says something that rules cannot say."""


def per_codebook(function: Callable[P, R]) -> Callable[P, R]:
    """Like `functools.lru_cache`, with an answer for each codebook in use."""

    answers = _Answers(function)

    @wraps(function)
    def asked(*args: Any) -> R:  # by place alone: it is asked some thousand times in an article
        return answers[OWN.get()](*args)

    return asked  # type: ignore[return-value]


class _Answers(dict[Path | None, Callable[..., R]]):
    """A question's answers, by the codebook in use."""

    def __init__(self, function: Callable[..., R]) -> None:
        self.function = function

    def __missing__(self, codebook: Path | None) -> Callable[..., R]:
        return self.setdefault(codebook, lru_cache(MOST)(self.function))


@contextmanager
def laid_over(codebook: Path | str | None) -> Iterator[None]:
    """While it lasts, the files of a folder go before ours of the same name."""
    token = OWN.set(Path(codebook).resolve() if codebook is not None else None)
    try:
        yield
    finally:
        OWN.reset(token)


def load(path: Path) -> dict[str, Any]:
    """A TOML file; LexiconError names the file and the fault."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error


@per_codebook
def types() -> tuple[str, ...]:
    """The types of event that there are: ours, and those of the codebook in use."""
    folder = OWN.get()
    if folder is None:
        return EVENT_TYPES
    if not folder.is_dir():
        raise LexiconError(f"{folder.name}: no such folder; give one with a TOML file for each type of event")
    lists = {path.stem for path in RULES.glob("*.toml")} - set(EVENT_TYPES)
    added = [path.stem for path in sorted(folder.glob("*.toml")) if path.stem not in {*lists, *EVENT_TYPES, SETTINGS}]
    if odd := next((name for name in added if not re.fullmatch(TYPE_PATTERN, name)), None):
        raise LexiconError(f"{odd}.toml: a type is named in small letters and underscores, such as road_block.toml")
    kept = [type for type in EVENT_TYPES if settings()["adds"] or (folder / f"{type}.toml").is_file()]
    if not kept + added:
        raise LexiconError(f"{folder.name}: no rules in it; give a folder with a TOML file for each type of event")
    return tuple(kept + added)


@per_codebook
def settings() -> dict[str, Any]:
    """What codebook.toml says: whether it adds to our types (else ours are left out), and the prefaces of its examples."""
    folder = OWN.get()
    place = folder / f"{SETTINGS}.toml" if folder is not None else None
    told = load(place) if place is not None and place.is_file() else {}
    kinds = {"adds": bool, **dict.fromkeys(PREFACES, str)}
    if any(not isinstance(value, kinds.get(key, ())) for key, value in told.items()):
        raise LexiconError(f"{SETTINGS}.toml: may say adds = true or false, and {', '.join(PREFACES)} = a sentence; nothing else")
    return {"adds": True, **PREFACES, **told}


def place_of(file: str) -> Path:
    """Where a file of rules lies: in the codebook in use, else in ours."""
    folder = OWN.get()
    own = folder / f"{file}.toml" if folder is not None else None
    return own if own is not None and own.is_file() else RULES / f"{file}.toml"


@per_codebook
def lists(file: str) -> dict[str, Any]:
    """The word lists of a file, those of the codebook in use before ours of the same name."""
    ours, place = load(RULES / f"{file}.toml"), place_of(file)
    if place.parent == RULES:
        return ours
    own = load(place)
    joins: dict[str, Any] = {
        how: {name: of for name, of in ours[how].items() if name not in own} for how in ("from", "plural") if how in ours
    }
    return {**ours, **joins, **own}
