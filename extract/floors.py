"""Who is told to have the floor in other words than by a verb of speaking: the call that is given, the words that are somebody's.

"When she *was given the call* Lind turned to face him", "Hale's *words* brought protests": whoever cries out next cries at them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extract import grammar
from extract.context import Reading, who
from extract.tree import Token

GIVES = {"give", "hand", "grant", "yield", "offer", "allow", "get", "take", "have", "hold", "win", "seize", "receive", "keep"}
FLOORS = {"floor", "call", "microphone", "lectern", "podium", "rostrum", "stand", "word"}
CALLS = {"call", "invite", "recognise", "recognize", "ask"}
SPEECHES = {"word", "remark", "comment", "speech", "claim", "answer", "reply", "jibe", "statement", "attack", "contribution"}


def told(reading: Reading, start: int, token: Token) -> Iterator[tuple[int, str, bool]]:
    """Those who are told from an offset on to a token to have the floor: where it is said, who, and that it is at length."""
    doc, quoted = token.doc, reading.document.quoted
    first = bisect_left(range(len(doc)), start, key=lambda i: doc[i].idx)
    for word in doc[first : token.i]:
        if word.i not in quoted and (holder := _holder(word)) is not None and (id := who(reading.cast, holder)) is not None:
            yield word.idx, id, True


def _holder(word: Token) -> Token | None:
    """ "*Lind* was given the floor", "gave *Lind* the call", "*Lind* took the floor", "*Lind's* words drew"."""
    if word.pos_ == "NOUN" and word.dep_.startswith("nsubj") and grammar.lemma(word) in SPEECHES:
        return next((c for c in word.children if c.dep_.startswith("nmod:poss")), None)
    if word.pos_ != "VERB":
        return None
    lemma, frame = grammar.lemma(word), grammar.verb_frame(word)
    if lemma in GIVES and any(c.dep_ in {"obj", "nsubj:pass"} and c.lower_ in FLOORS for c in word.children):
        handed = (*frame.recipients, *frame.obliques("to"))
        own = frame.patients if frame.voice in {"passive", "agentless"} else frame.agents
        return next((t for t in (*handed, *own) if t.lower_ not in FLOORS), None)
    if lemma in CALLS and any(c.lower_ in {"speak", "reply", "respond", "continue", "resume", "answer"} for c in word.children):
        return next(iter(frame.patients), None)
    return None
