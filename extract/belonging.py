"""Which of two acts told in one sentence is a part of the other: what was shouted, asked for, complained of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract import grammar, lexicon
from extract.grammar import Frame
from extract.tree import Token
from extract.types import Telling

# What a request, an order or a refusal is about belongs to it (CODEBOOK, hard cases 2 and 4).
OWNS = {
    ("ruling", "withdrawal"),
    ("point_of_order", "withdrawal"),
    ("point_of_order", "ruling"),
    ("point_of_order", "ejection"),
    ("intervention", "withdrawal"),
    ("decision", "withdrawal"),
    ("ejection", "walkout"),
    ("walkout", "objection"),
    ("point_of_order", "intervention"),
}
# Formal steps, which own whatever is said in them.
FORMAL = {"point_of_order", "no_confidence_request"}
# What is said, and may be all that a walkout is to say.
SAID = {"attack", "point_of_order"}
# What somebody does to throw something: he tears it up, or gets up on a table.
READIES = re.compile(r"\b(?:tore|tear|torn|rip|ripp|shred|shredd|crumpl|climb|clamber|mount|jump|leap)(?:e?s|ed|e|ing)?\b", re.I)
CALLS = {"call", "brand"}  # names that one is called are no reason
BESIDE = {"conj", "xcomp", "ccomp", "obj"}


def belongs(inner: Telling, outer: Telling, act: Token | None = None, above: Token | None = None) -> bool:
    """Whether one telling is a part of another: "shouted at him, *accusing* him", "*asked* the Speaker to *rule*"."""
    if inner is outer or inner.at == outer.at:
        return False
    if outer.type in FORMAL and inner.type == "attack" and act is not None and above is not None and _complained(act, above):
        return True
    if outer.type == "walkout" and inner.type in SAID and act is not None and grammar.infinitive(act):
        return inner.actors == outer.actors  # "walked out *to condemn* her ejection": what it is for is no act beside it
    if outer.type == "walkout" and inner.type == "attack" and act is not None and _reason(act):
        return inner.actors == outer.actors
    if inner.type == outer.type and inner.again and inner.actors != outer.actors:
        return False  # "had a point of order, Lind *another*"
    if inner.type == outer.type:
        if outer.targets and inner.targets and not set(inner.targets) & set(outer.targets) and inner.status == outer.status:
            return False  # "threw out Lind and then *ejected* Okoro", "shouted at one and *yelled* at the other"
        return inner.type != "heckle" or set(inner.actors) == set(outer.actors)
    if inner.type in {"attack", "reaction", "objection"} and outer.type in {
        "heckle",
        "attack",
        "point_of_order",
        "no_confidence_request",
        "reaction",
        "objection",
    }:
        return bool(set(inner.actors) & set(outer.actors)) or not inner.actors
    done = outer.type == "point_of_order" and inner.type != "withdrawal" and inner.status == "happened"
    return (outer.type, inner.type) in OWNS and not done  # "asked the Speaker to rule", not "asked and was overruled"


def _reason(act: Token) -> bool:
    """ "walked out, *accusing* the Speaker of bias": why they go, where no words of theirs are quoted for it."""
    told = act.tag_ == "VBG" and act.dep_ == "advcl" and grammar.lemma(act) in lexicon.words("hostility", "protests") - CALLS
    return told and not any(t.is_quote for t in act.subtree)


def stated(tellings: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """Without what somebody says of whom his point of order complains in the next breath: "She said Lind had misled them"."""
    points = [t for t in tellings if t.type == "point_of_order"]
    throws = [t for t in tellings if t.type == "scuffle"]
    apart = (t for t in tellings if not any(_next_breath(t, point) for point in points))
    return tuple(t for t in apart if not any(_to_throw(t, throw) for throw in throws))


def _to_throw(told: Telling, throw: Telling) -> bool:
    """Whether somebody only gets ready to throw: "*tore up the bill* and flung it", "*climbed on a table* and hurled a shoe"."""
    same = (told.sentence, told.actors, told.status) == (throw.sentence, throw.actors, throw.status)
    readies = told.type == "objection" and told.at < throw.at and READIES.search(told.span.text) is not None
    return same and bool(told.actors) and readies


def _next_breath(said: Telling, point: Telling) -> bool:
    """Whether plain words of saying, in the sentence behind a point of order, speak of those whom it complains of."""
    plain = said.type == "attack" and said.rule.startswith("attack/said-") and said.status == point.status == "happened"
    follows = said.sentence - point.sentence == 1 and said.actors == point.actors
    return plain and follows and bool(said.targets) and set(said.targets) <= set(point.targets)


def _complained(act: Token, above: Token) -> bool:
    """ "rose on a point of order, *saying that Lind had called* him a liar": what the step complains of, no act beside it."""
    told = act
    while told not in {above, told.head} and told.dep_ != "ccomp":
        told = told.head
    teller, step = told.head, above.head if above.dep_ in {"obj", "obl"} else above
    speaks = grammar.lemma(teller) in lexicon.words("speech", "reporting")
    return told.dep_ == "ccomp" and speaks and (teller == step or step.is_ancestor(teller))


def above(predicate: Token) -> Iterator[Token]:
    """The predicates in whose clause, complement or participle a predicate stands, outwards."""
    node = predicate
    while node.head != node:
        if (node.dep_ in {"conj", "parataxis"} and grammar.own_subjects(node)) or grammar.does_it(node):
            return
        node = node.head
        yield node
        yield from (c for c in node.children if c.i < predicate.i and (c.dep_ in BESIDE or c.lower_ == "point"))


def lent(found: list[tuple[Frame, Telling]], told: dict[int, Telling]) -> dict[int, Telling]:
    """With what only its second half says: "ruled it out of order and *told him* to", "walked out, taking *Labour* along"."""
    for frame, telling in [(f, t) for f, t in found if f.token.dep_ in {"conj", "advcl"}]:
        at = next((t.i for t in above(frame.token) if t.i in told and belongs(telling, told[t.i])), None)
        if at is None or (first := told[at]).type != telling.type:
            continue
        if frame.token.dep_ == "conj" and first.actors == telling.actors and not first.targets:
            told[at] = replace(first, targets=telling.targets)
        elif set(first.actors) < set(telling.actors):
            told[at] = replace(first, actors=telling.actors)
    return told
