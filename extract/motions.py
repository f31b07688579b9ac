"""In whom a motion denies confidence: behind "in" or "against", turned out by it, or facing it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract import grammar, lexicon
from extract.context import Reading, standing_for
from extract.grammar import Frame

WORDS = {"confidence", "trust", "faith", "distrust", "noconfidence", "motion", "vote", "notice", "resolution"}
BEHIND = {"in", "against", "on", "upon"}  # before whom confidence is denied
REACH = 14  # tokens from the word to that preposition


def unseated(reading: Reading, frame: Frame) -> list[str]:
    """Those in whom confidence is denied, whoever asks for it left out."""
    askers = {id for t in (*frame.agents, *frame.possessors) for id in standing_for(reading.cast, t)}
    for tokens in (_denied(frame), _turned_out(frame), _facing(frame)):
        ids = [id for t in tokens for id in standing_for(reading.cast, t) if id not in askers and _seated(reading, id)]
        if ids:
            return list(dict.fromkeys(ids))
    chairs = sorted(reading.cast.chairs - askers)
    return chairs if len(chairs) == 1 and _vacates(frame) else []


def _seated(reading: Reading, id: str) -> bool:
    """Whether an actor can lose the confidence of a house: people, offices, parties, governments; not the house itself."""
    actor = reading.cast.get(id)
    return actor.kind != "group" or bool(actor.party) or actor.name.lower() not in lexicon.words("offices", "houses")


def _denied(frame: Frame) -> Iterator[Token]:
    """ "no confidence *in Ann Hale*", "a no-confidence motion *against her*": the first such phrase behind the word."""
    sentence = frame.token.sent
    for word in (t for t in sentence if grammar.lemma(t).replace("-", "") in WORDS):
        for case in frame.token.doc[word.i + 1 : min(word.i + REACH, sentence.end)]:
            if case.lower_ in BEHIND and case.dep_ == "case" and case.head.i > case.i:
                yield from grammar.coordinated(case.head)
                return


def _turned_out(frame: Frame) -> Iterator[Token]:
    """ "tried to *unseat Ann Hale*", "a motion to *remove the Speaker*"."""
    verbs = lexicon.words("motions", "unseating")
    for token in frame.token.sent:
        if token.pos_ == "VERB" and grammar.lemma(token) in verbs:
            yield from grammar.verb_frame(token).patients


def _facing(frame: Frame) -> Iterator[Token]:
    """ "*Ann Hale* faces a motion of no confidence", "*Ann Hale* was threatened with one"."""
    verbs = lexicon.words("motions", "facing")
    for verb in (frame.governor, *frame.governor.ancestors):
        if verb.pos_ == "VERB" and grammar.lemma(verb) in verbs:
            yield from grammar.subjects(verb)
        elif verb.pos_ == "VERB" and grammar.lemma(verb) in {"threaten", "confront", "challenge"}:
            yield from grammar.verb_frame(verb).patients


def _vacates(frame: Frame) -> bool:
    """ "a motion to *vacate the chair*": whose chair it is needs no saying."""
    words = {grammar.lemma(t) for t in frame.governor.sent}
    return bool(words & {"vacate", "vacant"})
