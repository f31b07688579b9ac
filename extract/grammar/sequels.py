"""Who is meant by the subject of a clause that gives the reason: "removed *Mr Okoro* after *he* waved a shoe"."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.clauses import link
from extract.grammar.frames import verb_frame
from extract.grammar.governed import obliques
from extract.grammar.voice import lemma
from extract.tree import Token

TAKEN = {"drag", "haul", "carry", "bundle", "march", "lead", "usher", "hustle", "send", "take"}  # with "out" and the like
ORDERS = {"order", "direct", "command", "demand", "call"}
REASONS = {"after", "because", "when", "for", "since", "as"}


def put_out_before(subject: Token) -> Token | None:
    """Who is put out by the clause on which that of a subject hangs as its reason; nobody where none is."""
    clause = subject.head
    if not subject.dep_.startswith("nsubj") or clause.i < subject.i or link(clause) != "advcl":
        return None
    main = clause.head
    going = subject.dep_ == "nsubj:pass" and lemma(clause) in lexicon.words("people", "removes") | TAKEN
    links = REASONS | {"while"} if going else REASONS
    opened = any(c.lower_ in links and c.dep_ in {"mark", "advmod"} and c.i < clause.i for c in clause.children)
    if not opened or main.i > clause.i:
        return None
    return _jeered(main) if going else _put_out(main)


def _put_out(main: Token) -> Token | None:
    """ "removed *Mr Okoro*", "ordered *Mr Okoro* out", "ordered the removal of *Mr Okoro*"."""
    frame = verb_frame(main)
    if lemma(main) in lexicon.words("people", "removes") - {"name"}:
        return next(iter(frame.patients), None)
    if lemma(main) in TAKEN | {"order"} and frame.particles & {"out", "off", "away"}:
        return next(iter(frame.patients), None)
    wanted = (t for t in (*frame.patients, *frame.obliques("for")) if t.lower_ in lexicon.words("people", "removals"))
    return next((t for noun in wanted for t in obliques(noun, "of")), None) if lemma(main) in ORDERS else None


def _jeered(main: Token) -> Token | None:
    """ "jeered *the protesters* as *they* were removed": a crowd jeers those who go, and does not go."""
    if lemma(main) not in lexicon.words("people", "sees_off"):
        return None
    frame = verb_frame(main)
    return next(iter((*frame.patients, *frame.obliques("at"))), None) if frame.voice == "active" else None
