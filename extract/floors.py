"""Who is told to have the floor in other words than by a verb of speaking: the call that is given, the words that are somebody's.

"When she *was given the call* Lind turned to face him", "Hale's *words* brought protests": whoever cries out next cries at them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extract import grammar, lexicon
from extract.context import Reading, who
from extract.grammar import Frame
from extract.tree import Token

GIVES = {"give", "hand", "grant", "yield", "offer", "get", "take", "have", "hold", "win", "seize", "receive"}
FLOORS = {"floor", "call", "microphone", "lectern", "podium", "rostrum"}
BRINGS = {"bring", "draw", "provoke", "prompt", "spark", "cause", "trigger", "elicit", "meet", "attract", "enrage", "anger"}
TURNS = {"speak", "reply", "respond", "continue", "resume", "answer"}
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
    if word.dep_.startswith("nsubj") and grammar.lemma(word) in SPEECHES and grammar.lemma(word.head) in BRINGS:
        return next((c for c in word.children if c.dep_.startswith("nmod:poss")), None)
    if word.pos_ != "VERB":
        return None
    lemma, frame = grammar.lemma(word), grammar.verb_frame(word)
    if (lemma not in GIVES and lemma not in CALLS) or grammar.pluperfect(word):
        return None
    given = [c.lower_ for c in word.children if c.dep_ in {"obj", "nsubj:pass"} and c.lower_ in FLOORS]
    if lemma in GIVES and given and (given[0] != "call" or lemma in {"give", "get", "receive"}):
        handed = (*frame.recipients, *frame.obliques("to"))
        own = frame.patients if frame.voice in {"passive", "agentless"} else frame.agents
        return next((t for t in (*handed, *own) if t.lower_ not in FLOORS), None)
    if lemma in CALLS and _presided(frame) and any(c.lower_ in TURNS for c in word.children):
        return next(iter(frame.patients), None)
    return None


def _presided(frame: Frame) -> bool:
    """Whether somebody in the chair calls, or nobody says who: "*The court* invited Lind to speak" is no sitting."""
    chairs = lexicon.words("offices", "chairs")
    return not frame.agents or any(t.lower_ in chairs for agent in frame.agents for t in (agent, *agent.children))
