"""Who is put out of a gallery: those told of in it.

"*Spectators* jeered. The Speaker had *the gallery* cleared" is of one crowd.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract import lexicon
from extract.context import Reading
from extract.grammar import Frame
from extract.naming import Cast
from extract.types import Actor, Telling

GALLERY = re.compile(r"\bgaller(?:y|ies)$", re.IGNORECASE)
UP_THERE = re.compile(r"\bgaller(?:y|ies)\b|\bupstairs\b|\bpublic (?:seats|benches)\b", re.IGNORECASE)
ONLOOKERS = {"spectators", "protesters", "protestors", "visitors", "onlookers", "demonstrators", "activists"}
AMONG = re.compile(r"\bgaller(?:y|ies)\b|\b(?:of|in|from) the (?:public|audience)\b|\bpublic (?:seats|benches)\b", re.IGNORECASE)
LOUD = {"heckle", "objection"}


def peopled(tellings: Sequence[Telling], cast: Cast) -> tuple[Telling, ...]:
    """All tellings, with the one crowd that was loud about a gallery that was cleared as those who were put out of it."""
    return tuple(_with_people(telling, tellings, cast) if telling.type == "ejection" else telling for telling in tellings)


def _with_people(telling: Telling, tellings: Sequence[Telling], cast: Cast) -> Telling:
    """A clearing of a gallery as one of those in it; as it is where the gallery itself, or more than one crowd, was loud."""
    places = [id for id in telling.targets if id in cast.by_id and GALLERY.search(cast.get(id).name) and id == telling.targets[0]]
    if not places or len(telling.targets) > 1:
        return telling
    loud = dict.fromkeys(id for t in tellings if t.type in LOUD for id in t.actors if id in cast.by_id)
    crowds = [id for id in loud if _sits_there(cast.get(id))]
    if not crowds or places[0] in loud:
        return telling
    one = len(crowds) == 1 or all(_head(cast.get(id)) in ONLOOKERS for id in crowds)  # "spectators", then "the protesters"
    return replace(telling, targets=(crowds[0],)) if one else telling


def _sits_there(actor: Actor) -> bool:
    """Whether a crowd is told to be in a gallery, or can be nowhere else in a house."""
    if actor.kind != "group" or actor.party or actor.name.lower() in lexicon.words("offices", "houses"):
        return False
    return _head(actor) in ONLOOKERS or any(UP_THERE.search(form) for form in (actor.name, *actor.aliases))


def _head(actor: Actor) -> str:
    """The noun for a crowd."""
    return actor.name.lower().split()[-1]


def sits_among(reading: Reading, frame: Frame) -> bool:
    """Whether who says it is told to sit with the public: "muttered *a member of the public*"."""
    told = (t for t in frame.agents if t.pos_ in {"NOUN", "PRON"})
    return any(AMONG.search(" ".join(w.text for w in t.subtree)) is not None for t in told)
