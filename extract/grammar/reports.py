"""What is said before the words that say so, and what leads a sentence in: "The Greens had betrayed the poor, *Lind said*"."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.clauses import own_subjects
from extract.grammar.remembered import remembered
from extract.grammar.voice import lemma
from extract.tree import Token

MUSING = {"reckon", "venture", "grumble", "sniff", "drawl", "deadpan"}
VOWING = {"threaten", "vow", "swear", "hint", "signal"}  # beside verbs of saying


def fronted_report(clause: Token, verb: Token) -> bool:
    """ "*The Greens had betrayed the poor*, Lind said": it stands before the verb, and parsers take it for an adverbial."""
    before = clause.head == verb and clause.i < verb.i and clause.dep_ in {"advcl", "parataxis", "ccomp"}
    return before and _says(verb) and bool(own_subjects(clause)) and not any(c.dep_ == "mark" for c in clause.children)


@remembered
def trailed(verb: Token) -> Token | None:
    """ "*The word had been ruled out*, Lind told the chair": what is said, where parsers hang the saying on it."""
    said = verb.head
    told = _says(verb) and verb.dep_ == "parataxis" and said.i < verb.i and said.pos_ in {"VERB", "NOUN", "ADJ"}
    return said if told and bool(own_subjects(verb)) and bool(own_subjects(said)) else None


def _says(verb: Token) -> bool:
    """Whether what was said may stand before a verb: "*said*", "*reckoned*", "*shot* back"."""
    return lemma(verb) in lexicon.words("speech", "say") | lexicon.words("speech", "quoting") | MUSING


def leading(head: Token) -> bool:
    """A phrase with a preposition that the parser took for the whole sentence: "*At question time* Ms Lind accused him"."""
    return head.head == head and next(iter(head.subtree)).dep_ == "case"


def told_of_itself(it: Token) -> Token | None:
    """The verb of saying, where "it" may be who says so and does what is said: "*Labour* says that *it* will move the motion"."""
    said = it.head
    beside = it.dep_ == "nsubj" and said.dep_ == "ccomp" and said.i > said.head.i and said.pos_ == "VERB"
    known = lexicon.words("speech", "reporting") | VOWING
    return said.head if beside and lemma(said.head) in known and not any(c.dep_ == "expl" for c in said.children) else None


def does_it(verb: Token) -> bool:
    """ "told him to withdraw it, *which he did*", "*something she did* with bad grace": a relative that tells its own act."""
    if lemma(verb) != "do":
        return False
    if verb.dep_ not in {"acl:relcl", "advcl:relcl"}:  # "was asked to apologise *and duly did*"
        return verb.dep_ == "conj" and verb.i > verb.head.i and not any(c.dep_ in {"obj", "nsubj"} for c in verb.children)
    return verb.head.lower_ == "something" or any(c.lower_ == "which" and c.dep_ == "obj" for c in verb.children)
