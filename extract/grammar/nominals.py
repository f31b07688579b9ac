"""Heads of phrases that stand side by side, and objects that the parser hung a place too high or too low."""

from __future__ import annotations

from extract.grammar.labels import PASSIVE_SUBJECT, SUBJECT
from extract.grammar.remembered import remembered_list
from extract.tree import Token


@remembered_list
def coordinated(token: Token) -> list[Token]:
    """ "*Hale* and *Lind*": the head and what is joined to it."""
    out = [token]
    named = [c for c in token.children if c.dep_ == "flat"]  # "*Ann Hale* and Lind": parsers join to either word
    out += [c for c in named if any(t.dep_ == "nmod:desc" and t.i < c.i for t in c.children)]  # "Ms Hale and *Mr Lind*" in one
    for child in (c for part in (token, *named) for c in part.children):
        added = child.dep_ == "appos" and any(c.dep_ == "advmod" and c.lower_ == "then" for c in child.children)
        if added or (child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} and not begins(child)):
            out += coordinated(child)  # "ejected Hale, *then Lind*"
    return out


def begins(joined: Token) -> bool:
    """ "After jeers from Lind, *Hale* sat down": joined by the parser without a conjunction, it is the next verb's subject."""
    last = joined.right_edge.i + 1
    verb = joined.doc[last] if last < len(joined.doc) else joined
    alone = not any(c.dep_ == "cc" or c.dep_ == "conj" for c in joined.children)
    return alone and verb.tag_ in {"VBD", "VBZ", "VBP"} and not any(c.dep_ in SUBJECT | PASSIVE_SUBJECT for c in verb.children)


def gapped(verb: Token) -> list[Token]:
    """A second object that "then" adds and the parser joined to the verb: "expelled Hale and *then Lind*"."""
    added = (c for c in verb.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > verb.i)
    return [c for c in added if any(t.dep_ == "advmod" and t.lower_ in {"then", "later", "next", "finally"} for t in c.children)]


def sent_off(found: Token) -> Token:
    """The name that the parser took for a part of the participle behind it: "sent *Ann Hale* packing"."""
    names = [c for c in found.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i < found.i]
    return names[-1] if names and found.lower_ in {"packing", "scurrying", "outside", "flying", "sprawling"} else found


def called_so(noun: Token) -> bool:
    """ "*called* the walkout *a stunt*": what is given a name is not held by whoever gives it."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_ not in {"call", "label", "brand", "dub", "term"}:
        return False
    return any(c.i > noun.right_edge.i and c.dep_ in {"xcomp", "obj", "ccomp", "obl:unmarked"} for c in verb.children)
