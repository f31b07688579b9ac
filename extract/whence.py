"""Who makes a noise of which the text first says only that it was made: where it came from, and of whom one was heard.

"Cries of 'racist' greeted Lind. *They came from Hale*" is Hale's cry; "MPs jeered. '*Shame!*' *one of them* shouted" is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract import grammar, lexicon
from extract.context import Reading, standing_for
from extract.tree import Token
from extract.types import Telling

COMES = {"come", "emanate", "issue", "rise", "erupt", "originate"}
MEANT = {"they", "these", "those"}
NEAR = 400  # characters from a noise to what is said of where it came from, or to the one of whom it was heard
FEW = {"one", "another"}


def placed(reading: Reading, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings, a noise that nobody is said to make as that of those from whom the next sentence says that it came."""
    return tuple(_with_makers(reading, t) if t.type == "heckle" and not t.actors else t for t in tellings)


def _with_makers(reading: Reading, telling: Telling) -> Telling:
    behind = reading.document.doc.sents[telling.sentence + 1 : telling.sentence + 2]
    for verb in (t for s in behind for t in s if t.pos_ == "VERB" and t.idx - telling.at < NEAR):
        if grammar.lemma(verb) in COMES and not grammar.pluperfect(verb) and any(_noise(t) for t in grammar.subjects(verb)):
            makers = dict.fromkeys(_from(reading, verb))
            if makers:
                return replace(telling, actors=tuple(id for id in makers if id not in telling.targets))
    return telling


def _noise(token: Token) -> bool:
    """ "*They* came from Hale", "*the noise* came from the left"."""
    loud = lexicon.words("speech", "noises")
    known = any(c.lower_ in {"the", "this", "that", "these"} for c in token.children)
    return token.lower_ in MEANT or (grammar.lemma(token) in loud and known)


def _from(reading: Reading, verb: Token) -> Iterator[str]:
    """Those from whom it came."""
    for token in grammar.obliques(verb, "from"):
        if token.head == verb or token.dep_ == "conj":
            yield from standing_for(reading.cast, token)


def folded(reading: Reading, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings, what one of a crowd cries in the next breath as the crowd's: "They jeered. 'Shame!' *one* shouted"."""
    out: list[Telling] = []
    for telling in tellings:
        if _is_one(reading, telling):
            crowd = next((t for t in reversed(out) if t.type == "heckle"), None)
            if crowd is not None and _theirs(reading, telling, crowd):
                telling = replace(telling, actors=crowd.actors)
        out.append(telling)
    return tuple(out)


def _is_one(reading: Reading, telling: Telling) -> bool:
    """Whether it is the cry of somebody of whom no more is said than that he is one of them."""
    if telling.type != "heckle" or len(telling.actors) != 1 or telling.actors[0] not in reading.cast.by_id:
        return False
    actor = reading.cast.get(telling.actors[0])
    words = actor.name.lower().split()
    if actor.name.islower() and actor.kind != "group" and words[-1] in lexicon.words("legislatures", "members"):
        return not set(words[:-1]) - {"one", "another"}  # "*one lawmaker* shouted"
    return words[0] in FEW and (len(words) == 1 or words[1:] in (["of", "them"], ["of", "those"], ["of", "whom"]))


def _theirs(reading: Reading, telling: Telling, crowd: Telling) -> bool:
    """Whether a cry goes with the noise of a crowd told just before, at the same people, and is not set beside it."""
    groups = (reading.cast.by_id[id] for id in crowd.actors if id in reading.cast.by_id)
    heads = lexicon.words("offices", "member_groups") | {"members"}
    own = reading.cast.get(telling.actors[0]).name.lower().split()[-1] in lexicon.words("legislatures", "members")
    many = [a.id for a in groups if a.kind == "group" and (not own or a.party or a.name.lower().split()[-1] in heads)]
    relative = reading.cast.get(telling.actors[0]).name.lower().endswith(" whom")
    apart = telling.sentence != crowd.sentence or relative
    same = not telling.targets or not crowd.targets or bool(set(telling.targets) & set(crowd.targets))
    return bool(many) and len(many) == len(crowd.actors) and apart and same and telling.at - crowd.at < NEAR
