"""Barbed words: what is said of an opponent that no list of insults holds, told by how it is said and whom it is about.

Reporters quote what stings and no more: "had *'put on weight from other people's bus fares'*". So a predicate quoted of somebody
else, a figure ("no more spine than a jellyfish") or a weak word of blame counts, but only in an article of a row (`rows`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract import floor, grammar, lexicon, speech
from extract.context import Reading, standing_for, who
from extract.grammar import Frame
from extract.grammar.phrases import line, says
from extract.spoken import DENIALS, charges, of_his_own, speeches_of, vocatives
from extract.tree import Token

FEWEST = 2  # quoted words that make a predicate somebody's own


@dataclass(frozen=True)
class Said:
    """A clause of what is said: whom it is about, and the words that it says of them."""

    about: tuple[Token, ...]
    words: tuple[Token, ...]


def stung(reading: Reading, frame: Frame) -> list[str]:
    """Whom barbed or hostile words are about, or are said to where they say "you"."""
    return _whom(reading, frame, (said for said in said_of(reading, frame) if stings(reading, said)))


def spoken_of(reading: Reading, frame: Frame) -> list[str]:
    """Whom any words are about, or are said to where they say "you": no party to anything by itself."""
    return _whom(reading, frame, said_of(reading, frame))


def _whom(reading: Reading, frame: Frame, clauses: Iterable[Said]) -> list[str]:
    """The actors that clauses are about, but not whoever says them."""
    speakers: set[str | None] = {id for t in frame.agents for id in standing_for(reading.cast, t)}
    ids: list[str] = []
    for said in clauses:
        if any(t.lower_ in lexicon.words("people", "second_words") for t in said.about):
            ids += faced(reading, frame)
        ids += [id for t in said.about if not of_his_own(reading, t, speakers) and (id := who(reading.cast, t)) is not None]
    return [id for id in dict.fromkeys(ids) if id not in speakers]


def faced(reading: Reading, frame: Frame) -> list[str]:
    """Whom "you" means: told it, named in it, or else whoever spoke before."""
    towards = frame.obliques("to") if frame.lemma in lexicon.words("speech", "say") else ()
    hearers = (*frame.patients, *frame.recipients, *towards)
    told = [id for t in hearers for id in standing_for(reading.cast, t) if not _many(reading, id)]
    spoke = (id for id in floor.speaking(reading, frame) if id not in reading.cast.chairs)
    return told or vocatives(reading, frame) or list(spoke)


def cried_at(reading: Reading, frame: Frame) -> list[str]:
    """At whom it is cried where nobody is named: who is to go, else who speaks, else the first of whom the words are."""
    return wanted_out(reading, frame) or floor.speaking(reading, frame) or spoken_of(reading, frame)[:1]


def wanted_out(reading: Reading, frame: Frame) -> list[str]:
    """ "'Expel *him*!' cried a member": who is to be put out is cried out at, not who is to do it."""
    tokens = [t for said in speeches_of(reading, frame) for t in speech.tokens_of(reading.document, said.quote)]
    verbs = (t for t in tokens if grammar.lemma(t) in lexicon.words("people", "removes") and not grammar.own_subjects(t))
    alone = (v for v in verbs if sum(c.dep_ in {"obj", "iobj"} for c in v.children) == 1)  # not "Throw him *a rope*!"
    return [id for v in alone for c in v.children if c.lower_ in {"him", "her"} and (id := reading.cast.at(c)) is not None][:1]


def _many(reading: Reading, id: str) -> bool:
    """A house is told things that are said to somebody in it."""
    actor = reading.cast.get(id)
    return actor.kind == "group" and not actor.party


def said_of(reading: Reading, frame: Frame) -> Iterator[Said]:
    """The clauses of what is said: those that complete the verb, those around it, those of its quotation."""
    for complement in frame.complements:
        yield from _clauses(complement, list(complement.subtree))
    if frame.kind == "verb" and (report := grammar.inserted(frame.token)) is not None:
        yield Said(report.about, report.words)
    if frame.kind == "verb":
        for said in speeches_of(reading, frame):
            tokens = speech.tokens_of(reading.document, said.quote)
            inside = {t.i for t in tokens}
            for token in tokens:
                if (token.head.i not in inside or token.dep_ in {"conj", "parataxis", "ccomp", "ROOT"}) and token.pos_ != "PUNCT":
                    yield from _clauses(token, [t for t in token.subtree if t.i in inside])


def _clauses(head: Token, words: list[Token]) -> Iterator[Said]:
    """A clause as who it is about and what it says of them; "him *a fool*" is one too."""
    inner = grammar.verb_frame(head)
    about = tuple(t for t in (inner.patients if inner.voice in {"passive", "agentless"} else inner.agents) or inner.agents)
    if not about and head.pos_ in {"NOUN", "ADJ", "PROPN"}:
        about = tuple(c for c in head.head.children if c.dep_ in {"obj", "iobj"} and c.i < head.i)
    if about:
        last = max(t.i for t in about)
        yield Said(about, tuple(t for t in words if t.i > last or t in about))


def stings(reading: Reading, said: Said) -> bool:
    """Whether words say of somebody what hurts: in the reporter's quotation marks, in a figure, or by their own weight."""
    words = [t for t in said.words if t not in said.about]
    text = line(words)
    if any(t.lower_ in {"you", "ye"} for t in said.about) and any(t.lower_ in DENIALS for t in words):
        return True  # "You ca *n't* stand the truth": nobody is told to his face what he is not, but in anger
    if set(text.split()) and any(t.lower_ in lexicon.words("hostility", "praise") for t in words):
        return False
    return _picked_out(reading, said) or charges(words) or says(text, "hostility", "barbs")


def _picked_out(reading: Reading, said: Said) -> bool:
    """Whether the reporter quotes the predicate and not its subject: "she was *'all hat and no cattle'*"."""
    quote_at = reading.document.quote_at
    if any(quote_at(t.idx) is not None for t in said.about):
        return False
    return sum(t.is_alpha and quote_at(t.idx) is not None for t in said.words) >= FEWEST


def asked_about(reading: Reading, frame: Frame) -> list[str]:
    """Whom a question is about: "asked whether *Hale* was running a court or a circus"; the first named behind its opening."""
    behind = frame.token.doc[frame.token.i + 1 : frame.token.sent.end]
    opens = next((t for t in behind if t.lower_ in {"whether", "if"}), None)
    if opens is None:
        return []
    named = ((t, reading.cast.at(t)) for t in behind if t.i > opens.i)
    first = next(((t, id) for t, id in named if id is not None or t.pos_ in {"NOUN", "PROPN", "AUX"}), None)
    return [first[1]] if first is not None and first[1] is not None else []
