"""What a motion is for, where the text tells that it was carried: "adopted a motion to *suspend* Hale" suspends her.

A motion puts nobody out; the vote on it does, be it told by its verb, in a relative clause, joined with "and" or right after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract import lexicon
from extract.grammar.clauses import own_subjects
from extract.grammar.frames import Frame
from extract.grammar.labels import OBJECT, PASSIVE_SUBJECT, SUBJECT
from extract.grammar.remembered import remembered
from extract.grammar.voice import is_passive, lemma
from extract.tree import Token

MOTIONS = {"motion", "resolution", "proposal"}
MOVES = {"move", "propose"}
CARRIED = {"adopt", "carry", "pass", "approve", "accept", "agree", "endorse"}
FOR_IT = {"seek", "propose", "recommend", "demand"}  # "a motion *seeking* her suspension"
FAILING = {"not", "n't", "never", "would", "could", "will", "may", "might", "should", "if", "before", "unless", "until", "to"}


@remembered
def carried(act: Token) -> Token | None:
    """The verb that tells that the motion for an act was carried; nothing for what no carried motion is for."""
    motion = act.head
    if motion.dep_ == "acl" and lemma(motion) in FOR_IT:
        motion = motion.head
    moved = act.dep_ == "ccomp" and lemma(motion) in MOVES  # "*moved that* Hale be suspended"
    if not moved and (motion.lower_ not in MOTIONS or act.dep_ not in {"acl", "nmod", "obj"} or act.i < motion.i):
        return None
    votes = _next(motion) if moved else _votes(motion)
    return next((v for v in votes if lemma(v) in CARRIED and not FAILING & {c.lower_ for c in v.children}), None)


def put_through(frame: Frame) -> Frame:
    """The frame of an act by the body that carried the motion for it, whoever moved that."""
    vote = carried(frame.token) if frame.kind == "verb" else None
    if vote is None:
        return frame
    body = () if is_passive(vote) else tuple(t for t in own_subjects(vote) if t.lower_ in lexicon.words("offices", "houses"))
    return replace(frame, agents=body)


def _votes(motion: Token) -> Iterator[Token]:
    """The verbs that may tell what became of a motion."""
    above = motion.head
    if motion.dep_ in SUBJECT | PASSIVE_SUBJECT | OBJECT:
        yield above
    inside = (t for t in motion.doc[motion.i : motion.sent.end] if t.dep_ in {"acl:relcl", "conj"} and t.pos_ == "VERB")
    yield from (t for t in inside if any(_it(c, {"which", "that", "it"}) for c in t.children))
    yield from _next(motion)


def _next(motion: Token) -> Iterator[Token]:
    """The verb of the sentence behind that of a motion, where it speaks of it."""
    if motion.sent.end < len(motion.doc):
        root = motion.doc[motion.sent.end].sent.root
        if any(_it(c, {"it", "this"}) for c in root.children):
            yield root


def _it(token: Token, words: set[str]) -> bool:
    """Whether a word stands for the motion: it is voted on, or it passes."""
    the = any(c.lower_ in {"the", "this", "his", "her"} for c in token.children)
    return token.dep_ in SUBJECT | PASSIVE_SUBJECT | OBJECT and (token.lower_ in words or (the and token.lower_ in MOTIONS))
