"""Tellings → tellings in which whoever is put out does not walk out (CODEBOOK, hard case 1), and no House adjourns itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extract.naming import Cast
from extract.roles import is_a, is_servant
from extract.types import Telling

NEAR = 700  # characters between an order and the going that obeys it
DEALT_WITH = {"intervention", "ruling"}  # what a chair does to somebody before that one has to go
# How often a House was adjourned by somebody: "adjourned it *twice*".
TIMES = re.compile(r"\b(?:twice|thrice|(?:two|three|four|five|several) times|repeatedly)\b", re.IGNORECASE)
# What a sentence says of a House that had too few members to go on.
WANTING = re.compile(
    r"\b(?:no|not an?|not in|not enough|without an?|out of|(?:want|lack|absence) of(?: an?| the)?|lack(?:ed|ing)?(?: an?| the)?)"
    r" quorum\b|\bin?quora(?:te|cy)\b"
    r"|\b(?:fewer|less|short of what was|below what was) (?:than )?(?:was )?(?:the )?(?:required|needed|necessary)\b",
    re.IGNORECASE,
)
# What breaks a sitting up whether or not a quorum is spoken of.
DISORDER = re.compile(
    r"\b(?:uproar|chaos|chaotic|brawl\w*|blows|scuffles?|m[eê]l[eé]e|pandemonium|disorder\w*|fracas|fight\w*|fist\w*|punch\w*|tumult\w*"
    r"|bedlam|mayhem|commotion|rowdy|ruckus|din|riot\w*|clash\w*|disrupt\w*)\b",
    re.IGNORECASE,
)
# "Out he went", "followed him out after two warnings": goings that do not say whose will they are.
GOES = {"walkout/out-they-go", "walkout/followed", "walkout/go-after"}


def settled(tellings: Sequence[Telling], cast: Cast) -> tuple[Telling, ...]:
    """All tellings, those who go on the chair's word put out by it and not walking."""
    often = next((t.actors for t in tellings if t.type == "adjournment" and t.actors and TIMES.search(t.span.text)), ())
    tellings = [replace(t, actors=often) if often and t.type == "adjournment" and not t.actors else t for t in tellings]
    sent = [_sent_out(_by_somebody(telling, cast), tellings, cast) for telling in tellings]
    return tuple(_without_ejected(sent, cast))


def _sent_out(telling: Telling, told: Sequence[Telling], cast: Cast) -> Telling:
    """A going that answers what the chair said to that person as an ejection by it: "... no choice. *Off she went*"."""
    if telling.rule not in GOES or len(telling.actors) > 1 or cast.get(telling.actors[0]).kind != "person":
        return telling
    near = (t for t in told if t.type in DEALT_WITH and t.status == "happened" and _just_before(t, telling))
    act = next((t for t in near if telling.actors[0] in t.targets), None)
    if act is None:
        return telling
    return replace(telling, type="ejection", rule="ejection/out-they-go", actors=act.actors, targets=telling.actors)


def _just_before(act: Telling, going: Telling) -> bool:
    """Whether an act stands shortly before a going, or in its sentence: "went out *after he had been warned*"."""
    return 0 < going.at - act.at < NEAR or act.sentence == going.sentence


def _by_somebody(telling: Telling, cast: Cast) -> Telling:
    """An adjournment without the House as its actor: "the House adjourned" leaves unsaid who adjourned it (hard case 9)."""
    if telling.type != "adjournment":
        return telling
    return replace(telling, actors=tuple(id for id in telling.actors if not is_a(cast, id, "house")))


def _without_ejected(tellings: Sequence[Telling], cast: Cast) -> Iterator[Telling]:
    """Walkouts without those whom the chair has just put out and those who serve it, and none that only they are said to make."""
    for telling in tellings:
        if telling.type != "walkout":
            yield telling
            continue
        out = {id for t in tellings if t.type == "ejection" and _obeyed(t, telling) for id in t.targets}
        left = tuple(id for id in telling.actors if id not in out and not is_servant(cast, id))
        if left:
            yield replace(telling, actors=left, targets=tuple(id for id in telling.targets if id not in out))


def for_disorder(tellings: Sequence[Telling], words: Callable[[Telling], str]) -> tuple[Telling, ...]:
    """Without the breaks for want of a quorum, as the *words* of their sentences say (CODEBOOK, hard case 22)."""
    return tuple(t for t in tellings if t.type != "adjournment" or not _wants_members(words(t)))


def _wants_members(sentence: str) -> bool:
    """Whether a sentence gives too few members as the only ground: no brawl beside it, "*after blows* there was no quorum"."""
    return WANTING.search(sentence) is not None and DISORDER.search(sentence) is None


def _obeyed(order: Telling, going: Telling) -> bool:
    """Whether an ejection stands shortly before a going, or in the same clause."""
    return order.status == "happened" and (0 < going.at - order.at < NEAR or order.span.start <= going.at < order.span.end)
