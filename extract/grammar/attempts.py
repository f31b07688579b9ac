"""Acts of asking that were made though nothing came of them: tried, barred, put forward in order to, or turned down."""

from __future__ import annotations

from collections.abc import Iterator

from extract import lexicon
from extract.grammar.clauses import infinitive, link
from extract.grammar.frames import Frame
from extract.grammar.labels import MODALS, OBJECT, OBLIQUE, PASSIVE_SUBJECT
from extract.grammar.modality import auxiliaries, governors, negated, of_verb
from extract.grammar.voice import lemma
from extract.tree import Token

DEPTH = 5  # verbs above one another
PURPOSE = {"so", "order"}  # "*so* that he could", "in *order* that he might"


def tried(frame: Frame) -> bool:
    """Whether an act of asking was made, whatever came of it.

    "*tried* to raise a point of order", "*was prevented from* moving one", "wanted the rules gone *so that he could* move it".
    """
    verb = frame.governor
    if negated(verb):
        return False
    if frame.kind == "noun" and received(frame.token):
        return True
    wanted, barred = lexicon.words("modality", "tried"), lexicon.words("modality", "barred")
    if not auxiliaries(verb):
        governor = next(governors(verb), (None, ""))[0]
        if governor is not None and (_refused(governor) or (lemma(governor) in wanted | barred and _done(governor))):
            return True
    return any(lemma(up) in wanted | lexicon.words("modality", "asked") and _done(up) for up in _purposes(verb))


def _refused(verb: Token) -> bool:
    """ "*was not allowed* to raise it": whoever had not set about it would not have been kept from it."""
    return (
        lemma(verb) in {"allow", "permit", "let"}
        and negated(verb)
        and not set(auxiliaries(verb)) & {"will", "would", "can", "may"}
    )


def _done(verb: Token) -> bool:
    """Whether the trying itself is told as done."""
    return verb.pos_ != "VERB" or (of_verb(verb, verb) == "happened" and not negated(verb))


def _purposes(verb: Token) -> Iterator[Token]:
    """The verbs for whose end something is done, outwards: "*moved* to *suspend* the rules so that he could move it"."""
    node, meant = verb, False
    for _ in range(DEPTH):
        head = node.head
        if head == node or head.pos_ != "VERB" or link(node) not in {"advcl", "xcomp", "ccomp", "acl", "conj"}:
            return
        ends = any(c.dep_ in {"mark", "advmod", "fixed"} and c.lower_ in PURPOSE and c.i < node.i for c in node.children)
        meant = meant or ends or (link(node) == "advcl" and infinitive(node))
        if meant:
            yield head
        node = head


def received(noun: Token) -> bool:
    """ "refused to hear a *point of order* from Hale", "accepted Lind's *motion*": it lies before whoever takes or leaves it."""
    head = noun.head
    bare = noun.tag_ == "NNS" and not any(c.dep_.startswith(("det", "num", "nmod")) for c in noun.children)
    if bare and set(auxiliaries(head)) & (MODALS - {"can", "could"}):
        return False  # "*interjections would be* allowed": whatever may come; but "jeers *could* be heard"
    return noun.dep_ in OBJECT | PASSIVE_SUBJECT | OBLIQUE and lemma(head) in lexicon.words("modality", "received")
