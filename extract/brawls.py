"""Who is in a scuffle that only "ensues": the two of whom the words before it tell that one set on the other.

"Hale called Lind a thief. Lind crossed the floor and *a tussle ensued*": both are in it, whoever began (CODEBOOK, scuffle).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.document import Document
from extract.grammar import lemma
from extract.lexicon import words
from extract.naming import Cast
from extract.roles import is_a
from extract.types import Telling

ENSUES = "scuffle/breaks-out"
SET_ON = {"attack", "heckle", "scuffle"}
SEATS = {"bench", "benches", "side", "seat", "seats"}  # where one goes: "crossed to *the Labour benches*"
NEAR = 500  # characters


def peopled(document: Document, tellings: Sequence[Telling], cast: Cast) -> tuple[Telling, ...]:
    """All tellings, scuffles without anybody given the two who were at one another right before, in the same paragraph."""
    lone = {n for n, t in enumerate(tellings) if t.rule == ENSUES and not (t.actors or t.lead)}
    return tuple(_with_two(document, t, tellings[:n], cast) if n in lone else t for n, t in enumerate(tellings))


def _with_two(document: Document, telling: Telling, before: Sequence[Telling], cast: Cast) -> Telling:
    """A scuffle with the two of the last act of one at the other, unless somebody else acted since."""
    here = document.paragraph_of(telling.at)
    near = [t for t in before if telling.at - NEAR < t.at < telling.at and document.paragraph_of(t.at) == here]
    near = [t for t in near if t.status == "happened" and not t.lead]
    for at in range(len(near) - 1, -1, -1):
        pair = {*near[at].actors, *near[at].targets}
        whole = len(near[at].actors) == len(near[at].targets) == 1 and len(pair) == 2
        if near[at].type in SET_ON and whole and all(is_a(cast, id, "person") and id not in cast.chairs for id in pair):
            apart = any(set(t.actors) - pair for t in near[at + 1 :]) or _elsewhere(document, telling, cast, pair)
            both = (*near[at].actors, *near[at].targets)
            return telling if apart else replace(telling, actors=both, targets=both)
    return telling


def _elsewhere(document: Document, telling: Telling, cast: Cast, pair: set[str]) -> bool:
    """Whether its own sentence tells of another time or of other people: "*guards* tried to move them", "on *Thursday*"."""
    sentence = document.doc.sents[telling.sentence]
    strangers = words("people", "persons", "outsiders", "crowds") | words("offices", "servants")  # "two *reporters*"
    others = {id for t in sentence for id in cast.all_at(t)} - pair
    named = any(not is_a(cast, id, "house") and cast.get(id).name.lower().split()[-1] not in SEATS for id in others)
    return named or bool(document.times_of(sentence)) or any(not strangers.isdisjoint({t.lower_, lemma(t)}) for t in sentence)
