"""One passage that may name an actor, as it is found and before it is decided who it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["name", "office", "rank", "group", "party", "house", "pronoun", "someone"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that may name an actor. ``start:end`` are tokens, ``head`` is the one that other words hang on."""

    kind: MentionKind
    start: int
    end: int
    head: int
    text: str
    name: tuple[str, ...] = ()
    office: str = ""
    modifiers: tuple[str, ...] = ()
    party: str = ""
    gender: str = ""
    definite: bool = False
    plural: bool = False
    sure: bool = True
    number: str = ""  # how many, of a group: "*three* opposition members"
    seat: str = ""  # the constituency that is named with it
    former: bool = False  # an office held once: "the *former* Speaker"
    fuller: tuple[str, ...] = ()  # longer and shorter forms of it in the text: "three nurses *in the gallery*"
