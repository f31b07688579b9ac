"""The days on which any given word can have happened: what its clause says, and what the clauses around it allow.

What is taken as known was there by the time of the main clause; a main clause without a time goes on where the last one was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract import dates, grammar, when
from extract.context import Reading
from extract.dates import Time
from extract.grammar import Frame
from extract.tree import Token

ARGUMENT = {"nsubj", "nsubj:pass", "obj", "obl:agent"}
YEAR = re.compile(r"(?:19|20)\d\d")
KNOWN = {"the", "this", "that", "these", "those"}
PAST = {"VBD", "VBN"}


def windows(reading: Reading, frames: Iterable[Frame]) -> Iterator[Time | None]:
    """The time of each predicate, in reading order; None where nothing says when it can have been."""
    told: str | None = None
    for frame in frames:
        time = _stated(reading, frame) or _lent(reading, frame)
        if time is not None and time.told:
            time = dates.placed(time, told)
        if time is not None and grammar.standing(frame.token) == "main":
            told = time.date or told
        yield time


def _stated(reading: Reading, frame: Frame) -> Time | None:
    """The time that a clause says, or the words that open its sentence: "In a letter sent *on Monday*, the mayor resigned"."""
    time = when.stated(reading, frame)
    if time is None and grammar.standing(frame.token) == "main":
        time = when.opening(reading, frame)
    return time if time is not None and not time.ahead else _year(frame.token)


def _year(noun: Token) -> Time | None:
    """ "the *2009* crash"."""
    year = next((c for c in noun.children if YEAR.fullmatch(c.text) and c.i < noun.i), None)
    if noun.pos_ != "NOUN" or year is None:
        return None
    return Time(year.text, 0, 0, "year", f"{year.text}-01-01", f"{year.text}-12-31")


def _lent(reading: Reading, frame: Frame) -> Time | None:
    """The time that other clauses lend a predicate: the main clause of its sentence, or one told before."""
    token = frame.token
    if grammar.standing(token) == "main":
        return _carried(reading, token) if _plain_past(token) else None
    main = _main(token)
    if main is None or grammar.standing(token) is None or (time := _stated(reading, grammar.verb_frame(main))) is None:
        return None
    if grammar.standing(token) == "aim":
        return None
    return time if _new(token, main) else replace(time, earliest=None, hours=None)


def _main(token: Token) -> Token | None:
    """The main verb of the sentence of a word."""
    root = token.sent.root
    return root if root.pos_ in {"VERB", "AUX"} else None


def _new(token: Token, main: Token) -> bool:
    """Whether a word is of what its main clause tells, at its time: "*A fire* broke out", "agreed, *ending a strike*".

    "*The* fire" was there before.
    """
    if token.pos_ in {"NOUN", "PROPN"}:
        if token.dep_ not in ARGUMENT or any(c.lower_ in KNOWN or c.dep_ == "nmod:poss" for c in token.children):
            return False
        token = token.head
    while token != main and token.tag_ == "VBG" and token.dep_ in {"xcomp", "advcl", "conj"}:
        token = token.head
    return token == main


def _plain_past(verb: Token) -> bool:
    present = {"is", "are", "has", "have", "will", "would"}
    return verb.tag_ in PAST and not any(c.lower_ in present and c.dep_.startswith("aux") for c in verb.children)


def _carried(reading: Reading, verb: Token) -> Time | None:
    """The full time of the last main clause of the paragraph that says one."""
    document = reading.document
    paragraph = document.paragraph_of(verb.idx)
    before = [s for s in document.told_in(paragraph, paragraph) if s.end <= verb.i]
    for sentence in reversed(before):
        main = _main(sentence.root)
        time = _stated(reading, grammar.verb_frame(main)) if main is not None else None
        if time is not None and time.date and not time.told:
            return replace(time, hours=None)
    return None
