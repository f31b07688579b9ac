"""Whom a complaint to the chair is put to, and whom it is about: asked to act on, argued against, spoken of in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extract import grammar, lexicon
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.naming import Cast

# Prepositions before whom one speaks to: "complained *to* the Speaker", "inquired *of* the chair", "lodged *with* the Speaker".
TOWARDS = ("to", "of", "with", "from", "on", "upon", "before", "at", "towards")
# Those before whom one complains of, the plainest first.
AGAINST = ("against", "about", "over", "concerning", "regarding", "of", "at")
# Clauses that only tell when: whoever acts in them is not complained of.
WHEN = {"before", "after", "when", "while", "as", "until", "since", "once"}


def put_to(reading: Reading, frame: Frame) -> list[str]:
    """Whom an act of asking is put to: told, begged, appealed to, wanted to act, or the owner of what is sought."""
    tokens = [*frame.patients, *frame.recipients, *(t for prep in TOWARDS for t in frame.obliques(prep))]
    infinitives = [c for c in frame.complements if any(m.lower_ == "to" and m.dep_ == "mark" for m in c.children)]
    tokens += [t for complement in infinitives for t in grammar.verb_frame(complement).agents]
    return list(dict.fromkeys(id for t in tokens for id in standing_for(reading.cast, t)))


def complained_of(reading: Reading, frame: Frame) -> list[str]:
    """Whom a complaint is about: behind "against" or "about", else whoever is first spoken of in it, else a chair at fault."""
    askers = {id for t in (*frame.agents, *frame.possessors) for id in standing_for(reading.cast, t)}
    plain = (t for prep in AGAINST for t in frame.obliques(prep))
    spoken = _spoken_of(reading, frame)
    for tokens in (plain, spoken, _interrupted(frame)):
        ids = [id for t in tokens for id in _charged(reading.cast, t) if id not in askers]
        if ids:
            return ids[:1] if tokens is not plain else list(dict.fromkeys(ids))
    return _chair_at_fault(reading, frame, askers)


def _charged(cast: Cast, token: Token) -> list[str]:
    """Those of a phrase who can be complained of to a chair: no chair, no house, no group but of a party."""
    ids = [id for id in standing_for(cast, token) if id not in cast.chairs]
    return [id for id in ids if cast.get(id).kind != "group" or cast.get(id).party]


def _spoken_of(reading: Reading, frame: Frame) -> Iterator[Token]:
    """The nominals of the clause and of what is said in it, in reading order, but not those of a clause that tells when."""
    head = frame.governor
    quote = reading.document.quote_at
    skipped = {t.i for c in head.children if _tells_when(c) for t in c.subtree}
    skipped |= {t.i for c in frame.token.children if _tells_when(c) for t in c.subtree}
    inside = sorted({*head.subtree, *frame.token.subtree}, key=lambda t: t.i)
    start = min(head.i, frame.token.i)
    for token in inside:
        told = token.i > start or (frame.voice == "passive" and token in frame.patients)
        if told and token.i not in skipped and _nameable(token) and quote(token.idx) is None:
            yield token


def _nameable(token: Token) -> bool:
    """Whether a token heads a phrase that is no beneficiary: "rose *for the Liberals*"."""
    return token.pos_ in {"NOUN", "PROPN", "PRON"} and grammar.preposition(token) != "for"


def _tells_when(clause: Token) -> bool:
    """ "*before* Hale could finish"."""
    return grammar.link(clause) == "advcl" and any(c.dep_ == "mark" and c.lower_ in WHEN for c in clause.children)


def _interrupted(frame: Frame) -> Iterator[Token]:
    """Who was speaking: "*Hale* was still talking when Lind rose", "*Hale* called him a liar, and Lind was up at once"."""
    verb = frame.governor
    joined = verb.dep_ == "conj" or (_tells_when(verb) and any(c.lower_ in {"when", "before"} for c in verb.children))
    if joined and grammar.own_subjects(verb) and verb.head != verb:
        yield from grammar.subjects(verb.head)


def _chair_at_fault(reading: Reading, frame: Frame, askers: Iterable[str]) -> list[str]:
    """The chair, where its own ruling or conduct is what is complained of: "asked *the Speaker* to explain *her* ruling"."""
    faults = lexicon.words("offices", "chairs_faults")
    tokens = (t for t in frame.governor.subtree if grammar.lemma(t) in faults)
    ids = (id for t in tokens for id in standing_for(reading.cast, t) if id in reading.cast.chairs and id not in askers)
    return [id for id in [next(ids, None)] if id is not None]
