"""Who is in a scuffle that only "ensues": the two of whom the words before it tell that one set on the other.

"Hale called Lind a thief. Lind crossed the floor and *a tussle ensued*": both are in it, whoever began (CODEBOOK, scuffle).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.naming import Cast
from extract.roles import is_a
from extract.types import Telling

ENSUES = "scuffle/breaks-out"
SET_ON = {"attack", "heckle", "scuffle"}
NEAR = 500  # characters


def peopled(tellings: Sequence[Telling], cast: Cast) -> tuple[Telling, ...]:
    """All tellings, scuffles without anybody given the two who were at one another right before."""
    return tuple(_with_two(telling, tellings[:n], cast) for n, telling in enumerate(tellings))


def _with_two(telling: Telling, before: Sequence[Telling], cast: Cast) -> Telling:
    if telling.rule != ENSUES or telling.actors or telling.lead:
        return telling
    near = [t for t in before if 0 < telling.at - t.at < NEAR and t.status == "happened" and not t.lead]
    for at in range(len(near) - 1, -1, -1):
        pair = {*near[at].actors, *near[at].targets}
        whole = len(near[at].actors) == len(near[at].targets) == 1 and len(pair) == 2
        if near[at].type in SET_ON and whole and all(is_a(cast, id, "person") and id not in cast.chairs for id in pair):
            apart = any(set(t.actors) - pair for t in near[at + 1 :])
            both = (*near[at].actors, *near[at].targets)
            return telling if apart else replace(telling, actors=both, targets=both)
    return telling
