"""Prepositions of phrases and particles of verbs: "*at* the minister", "threw him *out*", wherever the parser hung them."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import OBJECT, OBLIQUE, PARTICLES
from extract.grammar.remembered import remembered
from extract.tree import Token

GOVERNED = OBLIQUE | OBJECT | {"xcomp"}


@remembered
def particles(verb: Token) -> frozenset[str]:
    """Particles and adverbs that belong to a verb, wherever the parser hung them."""
    out = set()
    for child in verb.children:
        if child.lower_ in PARTICLES and child.dep_ in {
            "compound:prt",
            "advmod",
            "case",
            "mark",
            "obl",
            "xcomp",
            "fixed",
            "compound",
        }:
            out.add(child.lower_)
        if child.dep_ in GOVERNED:
            below = [child, *(c for c in child.children if child.dep_ in OBJECT and c.dep_ == "nmod")]
            out |= {
                c.lower_
                for phrase in below
                for c in phrase.children
                if c.lower_ in PARTICLES
                and c.dep_ in {"case", "advmod", "compound:prt", "fixed"}
                and c.i <= phrase.i
                and phrase.lower_ not in lexicon.words("people", "calendar")  # "called the chair a bully *on Tuesday*"
            }
    follower = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if follower is not None and follower.lower_ in PARTICLES:
        out.add(follower.lower_)
    return frozenset(out)


@remembered
def preposition(token: Token) -> str:
    """The preposition of a phrase: "*at* the minister"; "out of" gives "out of"."""
    before = (c for c in token.children if c.dep_ in {"nmod:desc", "compound"} and c.i < token.i)
    below = [token, *before]  # "*by* leader Ann Lind", "*to* Ann Lind"
    cases = [c for t in below for c in t.children if c.dep_ == "case" and c.i < t.i and c.lower_ not in {"'s", "’s", "'"}]
    if not cases:
        return ""
    last = cases[-1]
    return last.lower_
