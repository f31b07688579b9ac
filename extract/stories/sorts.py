"""What the words for a group say: of what sort it is, and whose; and whether two parties, or two offices, are one.

"ODM members" are the "Orange legislators", and "the overflow crowd" may be "the audience"; no members are the public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extract import lexicon
from extract.company import GOVERNS
from extract.stories.names import words
from extract.titles import same_party as same_words
from extract.types import Actor

HOUSE = re.compile(r" of (?:the )?(?:house|parliament|assembly|senate|national assembly|commons|dail)$")
BEHIND = re.compile(r" (?:of|from|in|on|for) ")
OF = re.compile(r"^(?P<office>[\w' -]+?)(?: of state)? (?:for|of) (?:the )?(?P<what>.+)$")
ADDRESSED = re.compile(r"^(?:the |a |an )?(?:madam |mr |mister )?")


def sort(group: Actor) -> str:
    """What a group is made of: members of a House, its servants, the public; or a House or a party itself; else nothing."""
    if words(group.name)[-1:] and words(BEHIND.split(group.name)[0])[-1] in lexicon.words("offices", "houses"):
        return "house"
    heads = [words(part)[-1] for part in (group.name, BEHIND.split(group.name)[0]) if words(part)]
    told = next(filter(None, map(_made_of, heads)), "party" if group.party else "")
    return told or ("members" if side(group) == "opposing" else "")


def _made_of(noun: str) -> str:
    """What the last noun of a group says; where it says nothing, the one before its "of"."""
    if noun in lexicon.words("people", "audiences", "crowds"):
        return "public"
    both = {noun, noun.removesuffix("s")}
    if both & lexicon.words("offices", "member_groups", "fellows"):
        return "members"
    if both & {name.split()[-1] for name in lexicon.words("offices", "servants")}:
        return "servants"
    if both & lexicon.words("offices", "ranks"):
        return "members"
    return "public" if both & lexicon.words("people", "persons") else ""


def side(group: Actor) -> str:
    """The side of a House that a group is said to be of: "opposition benches", "the Government side"; else nothing."""
    said = set(words(group.name))
    return next((key for key in ("governing", "opposing") if said & lexicon.words("offices", key)), "")


def with_party(actors: Iterable[Actor], everybody: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors, with a party for those of a side where all parties leave it one: government members are the premier's."""
    rows = tuple(everybody)
    governing = {lexicon.party(a.party) for a in rows if a.party and a.kind == "person" and GOVERNS.search(a.role or "")}
    others = {lexicon.party(a.party) for a in rows if a.party} - governing
    parties = {"governing": governing, "opposing": others if governing else set()}

    def found(actor: Actor) -> Actor:
        known = parties.get(side(actor), set()) if actor.kind == "group" and not actor.party else set()
        return replace(actor, party=next(iter(known))) if len(known) == 1 else actor

    return tuple(map(found, actors))


def same_party(one: str | None, other: str | None) -> bool:
    """Whether two words are of one party: its names, its initials, its first word ("Orange" of Orange Democrats)."""
    if not one or not other:
        return False
    return same_words(one, other) or _nickname(one, other) or _nickname(other, one)


def _nickname(short: str, name: str) -> bool:
    """Whether a word that is no party's name is the first of another's full name."""
    return not lexicon.is_party(short) and lexicon.party(name).startswith(f"{lexicon.party(short)} ")


def offices(actor: Actor) -> frozenset[str]:
    """The offices by which somebody is called, each under all its names; ranks that many hold say nobody."""
    return _offices(actor.kind == "person", actor.name, actor.aliases, actor.role or "")


@lexicon.per_codebook
def _offices(person: bool, name: str, aliases: tuple[str, ...], role: str) -> frozenset[str]:
    own = set(words(name)) if person else set()
    titles = (" ".join(w for w in form.split() if not own & set(words(w))) for form in aliases)
    forms = {_office(form) for form in (name, *titles, role)}
    known = lexicon.groups_of("offices", "same_office")
    every = frozenset().union(*(known.get(form, frozenset({form})) for form in forms))
    return every - lexicon.words("offices", "ranks") - {""}


def presides(actor: Actor) -> bool:
    """Whether somebody is called by an office that presides over a House."""
    return bool(offices(actor) & lexicon.words("offices", "chairs"))


def _office(form: str) -> str:
    """An office in one wording: "the Minister for Health" is the Health Minister, "the member for Perth" the Perth MP."""
    plain = OF.sub(r"\g<what> \g<office>", HOUSE.sub("", ADDRESSED.sub("", lexicon.unaccented(form).lower())))
    place, _, rank = plain.rpartition(" ")
    seated = bool(place) and rank in lexicon.words("offices", "seats") and not lexicon.is_party(place)
    return f"{place} member" if seated else plain
