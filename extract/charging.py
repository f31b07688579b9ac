"""Who cannot be the "he" of what he says: "Hale said *he* was a liar" charges somebody else, nobody so speaks of himself."""

from __future__ import annotations

from extract import grammar
from extract.grammar.phrases import line, says
from extract.lexicon import words
from extract.tree import Token

DENIED = {"not", "n't", "never", "no"}
BOUND = {"should", "ought", "must"}


def chargers(pronoun: Token) -> list[Token]:
    """Who says the clause whose subject a pronoun is, where it charges or bids that subject; nobody where it does not."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.i < clause.head.i or grammar.is_passive(clause):
        return []
    if grammar.lemma(clause.head) not in words("people", "charging"):
        return []
    if not _charges(clause):
        return []
    named = (c for t in grammar.subjects(clause.head) for c in t.children if c.dep_ == "appos")
    return [*grammar.subjects(clause.head), *named]  # "her shadow, *Ben Lind*, said she was a disgrace"


def _charges(clause: Token) -> bool:
    """ "was *a liar*", "had *lied*", "should be *ashamed*", "should *resign*"; not "had never lied", "had fought *the liars*"."""
    helpers = {c.lower_ for c in clause.children}
    if helpers & DENIED:
        return False
    if helpers & BOUND and {t.lower_ for t in clause.subtree} & words("people", "bidden_to"):
        return True
    own = [t for t in clause.subtree if t == clause or (t.head == clause and t.dep_ in {"amod", "xcomp"}) or t.dep_ == "amod"]
    return says(line(own), "hostility", "words")
