"""Whether two names are one person's: fuller and shorter forms, initials, other spellings, a name less or in another order.

Newspapers write "Mohamed" for "Muhammad", "Lawes-Whyte" for "Lawes Whyte", and put the family's name first or last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from extract import lexicon
from extract.types import Actor

SAME, SHORTER, OTHERWISE, MIDDLE, NONE = 3.0, 2.0, 1.5, 1.2, 0.0
SPELT = 0.8  # share of equal letters from which two names are one name spelt in two ways
KEPT = 1 << 15  # answers that are remembered: the articles of one story ask for the same names again and again
TOO_SHORT = 3  # letters up to which a name is spelt in one way only: "Ann" is no "Anna"
FATHERS = {"bin", "binti", "binte", "bint", "ibn", "bte"}  # what stands behind is the father's name: "Azlan bin Rahim" is Azlan
# Letters that transcriptions change for one another.
SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("ph", "f"), ("ck|[cq](?!h)", "k"),
        ("(?<=[bdgjkt])h", ""), ("ee|[iyj]", "i"), ("oo|ou|ow|aw|au", "u"), ("[wv]", "v"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip
GENERATIONS = {"jr": "young", "junior": "young", "ii": "young", "sr": "old", "senior": "old"}


Forms = tuple[str, ...]  # what somebody is called, the name first


def likeness(one: Actor, other: Actor) -> float:
    """How well the names of two people go together; nothing where one is a woman and the other a man."""
    return _likeness((one.name, *one.aliases), (other.name, *other.aliases))


@lexicon.per_codebook
def _likeness(one: Forms, other: Forms) -> float:
    if contrary(_genders(one), _genders(other)):
        return NONE
    told = max((compared(list(a), list(b)) for a in _names(one) for b in _names(other)), default=NONE)
    return told or (MIDDLE if _addressed(one, other) or _addressed(other, one) else NONE)


def _addressed(one: Forms, other: Forms) -> bool:
    """Whether the word behind an honorific is the other's first: "Mr Lim" of Lim Guan Wei, "Sir Tom" of Tom Marlowe."""
    honorifics = lexicon.words("offices", "honorifics")
    forms = [words(form) for form in one[1:]]
    titled = {form[-1] for form in forms if len(form) > 1 and set(form[:-1]) <= honorifics}
    own = words(other[0])
    return words(one[0])[-1:] == own[:1] and len(own) > 1 and words(one[0])[-1] in titled


def compared(one: list[str], other: list[str]) -> float:
    """How well two names in words go together: the same, a shorter form, another spelling, one of the middle; or nothing."""
    if contrary(_generations(one), _generations(other)):
        return NONE
    short, long = sorted(([w for w in name if w not in GENERATIONS] for name in (one, other)), key=len)
    if not short or short == long:
        return (SAME if one == other else SHORTER) if short else NONE
    if len(short) == 1:
        return _surname(short[0], long)
    if short[-1] == long[-1] and all(any(_given(a, b) for b in long[:-1]) for a in short[:-1]):
        return SHORTER
    if short == long[: len(short)]:  # "Prisca Nyaboke" of "Prisca Nyaboke Omari"
        return SHORTER
    return OTHERWISE if all(any(spelt(a, b) for b in long) for a in short) else NONE


def _surname(name: str, long: list[str]) -> float:
    """How well one word goes with a full name: its last, its last spelt otherwise, one of the middle; never the first alone."""
    if name == long[-1] or (set(long) & FATHERS and name == long[0]):
        return SHORTER
    if len(long) > 1 and spelt(name, long[-1]):
        return OTHERWISE
    return MIDDLE if name in long[1:] else NONE


def words(name: str) -> list[str]:
    """The words of a name in lower case, without accents, stops, hyphens and apostrophes."""
    return list(_split(name))


@lru_cache(maxsize=KEPT)
def _split(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]\w*", re.sub(r"['’]", "", lexicon.unaccented(name).lower())))


@lru_cache(maxsize=KEPT)
def spelt(one: str, other: str) -> bool:
    """Whether two words are one name, maybe in two spellings: "Chaudhry" and "Chowdhury", "Yusuf" and "Jussuf"."""
    if one == other:
        return True
    first, second = _sound(one), _sound(other)
    if min(len(one), len(other)) <= TOO_SHORT or first[0] != second[0]:
        return False
    return any(SequenceMatcher(None, *pair, autojunk=False).ratio() >= SPELT for pair in ((one, other), (first, second)))


@lru_cache(maxsize=KEPT)
def _sound(name: str) -> str:
    """A name as it sounds, more or less, whoever wrote it down."""
    for letters, sound in SOUNDS:
        name = letters.sub(sound, name)
    return name


def _given(one: str, other: str) -> bool:
    """Whether two given names can be one: "J" or "Jon" of "Jonathan", "Mohamed" and "Mohammed"; never "Ann" and "Anna"."""
    short, long = sorted((one, other), key=len)
    initial = len(short) == 1 or (len(short) >= TOO_SHORT and len(long) > len(short) + 1)
    return spelt(one, other) or (initial and long.startswith(short))


@lexicon.per_codebook
def _names(called: Forms) -> tuple[Forms, ...]:
    """The forms of a person that are names, in words, without the titles before them."""
    titles = lexicon.words("offices", "male", "female", "honorifics")
    own, *forms = (tuple(w for w in words(form) if w not in titles) for form in called)
    return tuple(dict.fromkeys([own, *(form for form in forms if form and form[-1] in own)])) if own else ()


def contrary(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether both sides say something, and nothing that the other says."""
    return bool(mine) and bool(theirs) and not set(mine) & set(theirs)


def _generations(name: list[str]) -> set[str]:
    return {GENERATIONS[word] for word in name if word in GENERATIONS}


@lexicon.per_codebook
def _genders(called: Forms) -> frozenset[str]:
    """What the honorifics before a name say: "Mr Hale" is no "Mrs Hale"."""
    honorifics = lexicon.words("offices", "honorifics")
    first = {form.split()[0].lower() for form in called if form.split()} & honorifics
    return frozenset(gender for gender in ("male", "female") if first & lexicon.words("offices", gender))
