"""Who is drawn, under which name, in which colour and beside whom: decided once for the timeline and the network.

Camps are never made up: actors are grouped by party only where the story says one; the chair stands apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..captions import in_order, short_names
from ..types import Actor, Story
from .palette import CHAIR, NAMED_COLOURS, NEUTRAL, PARTY_COLOURS

PRESIDES = re.compile(
    r"\b(?:speaker|chair|chairman|chairwoman|chairperson|presiding officer|president of the (?:senate|house)|"
    r"ceann comhairle|llywydd|mayor)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"\b(?:party|caucus|campaign|former|shadow)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """An actor as drawn: its short name, the group it stands in (None where nothing is said) and its colour."""

    id: str
    name: str
    full: str
    group: str | None
    colour: str
    chair: bool = False


def is_chair(actor: Actor) -> bool:
    """Whether the actor presides: a Speaker, a committee's chair; not a party's chair and no former one."""
    said = actor.role or (actor.name if actor.kind == "office" else "")
    return actor.kind != "group" and bool(PRESIDES.search(said)) and not ELSEWHERE.search(said)


def members(story: Story) -> tuple[Member, ...]:
    """The actors who take part in any event, by first appearance, each group kept together."""
    shown = _appearing(story)
    names = short_names(story)
    colours = _party_colours(shown)
    by_group: dict[str, list[Member]] = {}
    for actor in shown:
        chair = is_chair(actor)
        group = "Chair" if chair and colours else _party(actor)
        colour = CHAIR if chair else colours.get(group or "", NEUTRAL)
        member = Member(actor.id, names[actor.id], actor.name, group, colour, chair)
        by_group.setdefault(group or "", []).append(member)
    return tuple(member for group in by_group.values() for member in group)


def initials(cast: Iterable[Member]) -> dict[str, str]:
    """A short sign for each party, so that no colour stands alone: "Labour" is L beside "Liberal", Li; "United Future" is UF."""
    signs: dict[str, str] = {}
    for party in dict.fromkeys(member.group for member in cast if member.group and not member.chair):
        words = re.findall(r"[^\W\d_]+", party) or [party]
        capitals = "".join(word[0] for word in words if word[0].isupper())[:3] or words[0][0].upper()
        longer = [capitals, *(words[0][:size] for size in range(2, 5)), *(f"{capitals}{place}" for place in range(2, 99))]
        signs[party] = next(sign for sign in longer if sign not in signs.values())
    return signs


def _appearing(story: Story) -> list[Actor]:
    known = {actor.id: actor for actor in story.actors}
    ids = dict.fromkeys(id for event in in_order(story) for id in (*event.actors, *event.targets))
    return [known[id] for id in ids if id in known]


def _party(actor: Actor) -> str | None:
    """The party under one name: "the Labour Party" is "Labour"; a "Party" that is the whole name stays."""
    return re.sub(r"^the\s+|(?<=\S)\s+party$", "", actor.party or "", flags=re.IGNORECASE) or None


def _party_colours(actors: list[Actor]) -> dict[str, str]:
    parties = list(dict.fromkeys(party for actor in actors if not is_chair(actor) and (party := _party(actor))))
    free = iter(PARTY_COLOURS)
    colours: dict[str, str] = {}
    for party in parties:
        named = next((colour for word, colour in NAMED_COLOURS.items() if word in party.casefold()), None)
        colours[party] = named if named and named not in colours.values() else next(free, NEUTRAL)
    return colours


def by_surname(story: Story) -> Story:
    """The story with its actors as short as they stay apart, for a telephone."""
    short = short_names(story)
    return replace(story, actors=tuple(replace(actor, name=short[actor.id]) for actor in story.actors))
