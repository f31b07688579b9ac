"""To whom words are said: "told *reporters*", "shouted at *Ms Hale*", "said in a letter to *the Speaker*"."""

from __future__ import annotations

from collections.abc import Mapping

from extract import grammar, lexicon
from extract.speech.cues import NOMINAL, TIMES, nominal, run_end
from extract.tree import Token

OBJECTS = {"obj", "iobj", "dobj"}
REACH = 12  # words behind a verb in which the one who is told stands


def addressee(cue: Token | None, names: Mapping[int, str | None]) -> Token | None:
    """Whom a verb of speaking is said to: its object, or whoever "to" or "at" points to; None where nobody is."""
    if cue is None or cue.pos_ == "NOUN":
        return None
    verb = grammar.lemma(cue)
    if verb in lexicon.words("speech", "telling") and (told := _object(cue, verb)) is not None:
        return told
    for preposition in ("to", "at"):
        if preposition == "to" or verb in lexicon.words("speech", "shout"):
            heads = (
                grammar.obliques(cue, preposition) if preposition == "at" else [*grammar.obliques(cue, "to"), *_next(cue, "to")]
            )
            found = next((t for t in heads if _listens(t, names)), None)
            if found is not None:
                return run_end(list(found.doc[found.i : found.i + 6]), 0)
    return None


def _object(cue: Token, verb: str) -> Token | None:
    """ "told *him*", "warned *the House*", "*Hale* was told": who is told, by place for verbs that always tell somebody."""
    if grammar.is_passive(cue) and cue.tag_ == "VBN":
        return next((t for t in grammar.own_subjects(cue) if nominal(t)), None)
    row = [t for t in cue.doc[cue.i + 1 : cue.i + REACH] if t.sent == cue.sent]
    start = next((n for n, t in enumerate(row) if nominal(t)), None)
    if start is None or any(t.pos_ not in {"DET", "ADJ", "NUM", "PRON", "ADV", "PART"} for t in row[:start]):
        return None
    head = run_end(row, start)
    certain = verb in lexicon.words("speech", "always_telling")
    if head.lower_ in TIMES or not (certain or head.dep_ in OBJECTS or row[start].dep_ in OBJECTS):
        return None
    return head


def _next(cue: Token, preposition: str) -> list[Token]:
    """ "said *to Hale*", whatever the parse made of it."""
    row = cue.doc[cue.i + 1 : cue.i + 5]
    if len(row) < 2 or row[0].lower_ != preposition:
        return []
    start = next((n for n, t in enumerate(row) if nominal(t)), None)
    return [run_end(list(row), start)] if start is not None else []


def _listens(token: Token, names: Mapping[int, str | None]) -> bool:
    """Whether a word is somebody who can be spoken to."""
    if token.pos_ not in NOMINAL or token.ent_type_ in {"GPE", "LOC", "DATE", "TIME"}:
        return False
    known = token.i in names or token.ent_type_ in {"PERSON", "ORG"} or token.pos_ == "PRON"
    return (known and token.lower_ not in {"it", "that", "this", "which"}) or grammar.lemma(token) in lexicon.words(
        "speech", "listeners"
    )
