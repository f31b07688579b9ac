"""By whom a verb in the passive has it done, told from all else that stands behind "by"."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.governed import by_phrase, obliques
from extract.grammar.particles import preposition
from extract.grammar.remembered import remembered_list
from extract.grammar.voice import lemma
from extract.tree import Token

MEASURES = {"vote", "votes", "majority", "margin", "ballot", "division", "acclamation"}  # by how much, not by whom
# "suspended on a *motion by* Hale", who only moved it
MOTIONED = {"motion", "resolution", "proposal", "moved", "tabled", "proposed"}
BESIDE = {"amid", "amidst", "after", "following", "over", "during", "despite", "because", "to", "since", "between", "with"}


@remembered_list
def done_by(verb: Token) -> list[Token]:
    """By whom a verb in the passive has it done: not by whom a deed beside it is, nor "one *by one*", nor "*by ten* votes"."""
    told = by_phrase(verb) or obliques(verb, "by")
    return [t for t in told if t.pos_ != "NUM" and not _measures(t) and not _of_a_deed(verb, t) and not _of_a_participle(verb, t)]


def _measures(noun: Token) -> bool:
    """ "suspended *by 60 votes* to 40", "by a *majority of 12*", not "by a majority of its members"."""
    return noun.lower_ in MEASURES and (noun.lower_ != "majority" or any(t.like_num for t in noun.subtree))


def _of_a_deed(verb: Token, doer: Token) -> bool:
    """ "was adjourned amid *shouting by* Labour MPs", unless it is a chair who stands behind "by"."""
    by = next((c for c in doer.children if c.lower_ == "by"), None)
    deed = by.nbor(-1) if by is not None and by.i > doer.sent.start else verb
    if deed != verb and deed.lower_ in MOTIONED and lemma(verb) in lexicon.words("people", "removes"):
        return True
    done = lemma(deed) in lexicon.words("people", "deeds") | {"vote"} or deed.lower_.endswith("ing")
    chair = any(t.lower_ in lexicon.words("offices", "chairs") for t in doer.subtree)
    return deed != verb and deed.pos_ != "PROPN" and done and not chair and preposition(deed) in BESIDE


def _of_a_participle(verb: Token, doer: Token) -> bool:
    """ "was suspended on a motion *moved by* the whip": whoever stands right behind a noun's participle did that."""
    by = doer.left_edge
    done = by.nbor(-1) if by.lower_ == "by" and by.i > doer.sent.start else verb
    return done != verb and done.dep_ == "acl" and done.tag_ == "VBN"
