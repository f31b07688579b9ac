"""What is said of somebody, where the parser took whom it is said of for a part of what is said, or of who says it."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import SUBJECT
from extract.grammar.voice import lemma
from extract.tree import Token

FINITE = {"VBD", "VBZ", "VBP", "MD"}
MARKS = {'"', "'", "“", "‘"}
WITHIN = {"det", "amod", "compound", "nmod:desc", "nummod"}
RELATIVES = {"who", "which", "that", "whose", "whom", "where", "when"}


def outside_the_marks(word: Token) -> None:
    """ "called *the KMT* 'London's poodle'", read as one thing: the name before the marks is called what stands in them."""
    quoted, doc = word.head, word.doc
    if quoted.dep_ != "obj" or word.i + 1 >= quoted.i or doc[word.i + 1].text not in MARKS:
        return
    verb = quoted.head
    if verb.i > word.i or lemma(verb) not in lexicon.words("hostility", "naming"):
        return
    for child in [c for c in quoted.children if c.i < word.i and c.dep_ in WITHIN]:
        child.head = word
    word.head, word.dep_ = verb, "obj"
    quoted.dep_ = "xcomp"


def said_of_named(predicate: Token) -> None:
    """ "said *the mayor, Ann Hale, was* a liar", read as saying the mayor, who is beside what Ann Hale was."""
    tensed = (predicate, *(c for c in predicate.children if c.dep_ in {"aux", "aux:pass", "cop"}))
    if not any(t.tag_ in FINITE for t in tensed):
        return  # "accused the mayor, Ann Hale, of *lying*"
    above = predicate.head
    verb = above.head if predicate.dep_ == "acl:relcl" else above
    post = above if predicate.dep_ == "acl:relcl" else next((c for c in verb.children if c.dep_ == "obj"), verb)
    if post.dep_ != "obj" or not verb.i < post.i < predicate.i or lemma(verb) not in lexicon.words("speech", "say", "claim"):
        return
    subject = next((c for c in predicate.children if c.dep_ in SUBJECT), None)
    named = subject or next((c for c in post.children if c.dep_ == "appos"), None)
    if named is None or named.pos_ != "PROPN" or not _set_off(named) or named.i < post.i:
        return
    if min(t.i for t in tensed) - _last(named) not in {2, 3}:  # the comma behind the name, and an adverb
        return
    if any(c.lower_ in RELATIVES or c.dep_ == "cc" for c in predicate.children if c.i < predicate.i):
        return
    named.head, named.dep_ = post, "appos"
    predicate.head, predicate.dep_ = verb, "ccomp"
    post.head, post.dep_ = predicate, "nsubj"


def instead(noun: Token) -> bool:
    """ "took aim at the mayor *rather than at Hale*", "*instead of* Lind": who is named only as not meant."""
    first = noun.left_edge
    words = " ".join(t.lower_ for t in noun.doc[max(noun.sent.start, first.i - 2) : first.i + 2])
    return "rather than" in words or "instead of" in words


def _set_off(name: Token) -> bool:
    """Whether a name stands between two commas."""
    last = _last(name)
    return opened_by_comma(name) and last + 1 < len(name.doc) and name.doc[last + 1].text == ","


def _last(name: Token) -> int:
    return max([name.i, *(c.i for c in name.children if c.dep_ == "flat")])


def opened_by_comma(name: Token) -> bool:
    """Whether a comma stands before a name and its titles, be it a part of them or not."""
    first = name.left_edge
    return "," in {first.text, *(first.nbor(-1).text for _ in range(first.i > 0))}
