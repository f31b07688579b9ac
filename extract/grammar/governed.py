"""Phrases with a preposition under a predicate, wherever the parser hung them: "shouted *at her*", "ejected *by Lind*"."""

from __future__ import annotations

from extract.grammar import within
from extract.grammar.labels import GIVERS, HANDS, OBJECT, OBLIQUE, PASSIVE_SUBJECT, SIDES, SUBJECT
from extract.grammar.nominals import coordinated
from extract.grammar.particles import preposition
from extract.grammar.remembered import remembered_list
from extract.tree import Token

DEEPEST = 3  # phrases within phrases
GOVERNED = OBLIQUE | OBJECT | {"conj", "xcomp"}  # under which a predicate's phrases can hang


@remembered_list
def by_phrase(token: Token) -> list[Token]:
    """ "was ejected *by the Speaker*", "the walkout *by Labour MPs*", "his ejection at the hands of *the Speaker*"."""
    agents = (c for c in token.children if c.dep_ in OBLIQUE and all(d.dep_ != "mark" for d in c.children))  # "*as were* others"
    heads = [c for c in agents if c.dep_ == "obl:agent" or preposition(c) == "by"]
    return [t for head in heads for t in coordinated(head)] or at_the_hands_of(token)


def at_the_hands_of(token: Token) -> list[Token]:
    """ "suffered insults *at the hands of Labour MPs*": who does it, beside a noun or a verb of any voice."""
    hands = [c for c in token.children if c.dep_ in OBLIQUE and c.lower_ in HANDS and preposition(c) == "at"]
    return [t for hand in hands for t in obliques(hand, "of")]


def _given_apart(one: Token, other: Token, wanted: str) -> bool:
    """ "jeers *from the gallery* and a warning *from Lind*": each of two things that are joined has its own giver."""
    if wanted not in GIVERS - {"of"} or other.pos_ != "NOUN":
        return False
    own = any(c.dep_ in OBLIQUE and preposition(c) == wanted and c.i > other.i for c in other.children)
    return own and any(t.lower_ == wanted for t in one.doc[one.head.i if preposition(one) == wanted else one.i : other.i])


@remembered_list
def obliques(token: Token, wanted: str) -> list[Token]:
    """Phrases with that preposition under the predicate, its objects and its phrases; not inside other finite clauses."""
    return _obliques(token, wanted, 0) if wanted in within.words(token.sent) else []


def _obliques(token: Token, wanted: str, depth: int) -> list[Token]:
    found: list[Token] = []
    below: list[Token] = []
    for child in (c for c in token.children if c.lower_ not in HANDS or preposition(c) != "at"):
        if child.dep_ in OBLIQUE and preposition(child) == wanted:
            found += [t for t in coordinated(child) if t == child or not _given_apart(child, t, wanted)]
        elif child.dep_ == "conj" and token.pos_ in {"NOUN", "VERB"} and _given_apart(token, child, wanted):
            continue
        elif child.i > token.i and child.dep_ in GOVERNED:
            below.append(child)
        elif (child.dep_ in PASSIVE_SUBJECT and wanted not in GIVERS) or (child.dep_ in SUBJECT and wanted in SIDES):
            below.append(child)  # "A motion *against the minister* was tabled"
    if depth < DEEPEST:
        for child in below:
            found += _obliques(child, wanted, depth + 1)
    return found
