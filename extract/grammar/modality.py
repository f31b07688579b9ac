"""Whether an act happened: negation, auxiliaries and governing words give its status (FactBank, Saurí & Pustejovsky 2009)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract import lexicon
from extract.grammar.clauses import infinitive, own_subjects
from extract.grammar.frames import Frame
from extract.grammar.labels import OBJECT, ORDINAL, SUBJECT
from extract.grammar.voice import lemma

NEGATORS = {"not", "n't", "never", "n’t", "no", "nor", "neither"}
# Verbs that want something done and do not say that it was: "asked that he withdraw".
MANDATIVE = set("ask demand insist request propose recommend suggest urge move beg".split())


def negated(verb: Token) -> bool:
    """ "did *not* shout", "*never* walked out"."""
    return any(c.lower_ in NEGATORS and (c.dep_ in {"advmod", "neg", "det"}) for c in verb.children) or any(
        c.lower_ == "no" and c.dep_ == "det"
        for child in verb.children
        if child.dep_ in OBJECT | SUBJECT and lemma(child) not in lexicon.words("modality", "named_by_no")
        for c in child.children
    )


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliaries of a verb, lower case; a coordinated verb shares those of the first."""
    own = [c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subjects(verb):
        return auxiliaries(verb.head)
    return own


def pluperfect(verb: Token) -> bool:
    """ "*had* already *walked* out": looks back."""
    aux = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    return bool({"had", "'d"} & set(aux)) and verb.tag_ == "VBN"


def status(frame: Frame) -> str:
    """Whether the act happened, is planned, hypothetical or denied: from negation, auxiliaries and governors (FactBank)."""
    verb = frame.governor
    here = _own_status(verb, frame)
    if here != "happened":
        return here
    for governor, link in governors(verb):
        given = _governed(governor, link)
        if given is not None:
            return given
    return "happened"


def tried(frame: Frame) -> bool:
    """ "*tried* to raise a point of order", "a *bid* to table a motion": the act was asked for, whatever came of it."""
    words = lexicon.words("modality", "tried")
    if _own_status(frame.governor, frame) != "happened":
        return False
    governor = next(governors(frame.governor), (None, ""))[0]
    return governor is not None and lemma(governor) in words and not negated(governor) and not auxiliaries(governor)


def _own_status(verb: Token, frame: Frame) -> str:
    """What the clause itself says of it."""
    aux = set(auxiliaries(verb))
    none = any(c.lower_ in {"no", "without"} for c in frame.token.children if c.dep_ in {"det", "case"})
    if negated(verb) or none:
        return "hypothetical" if aux & lexicon.words("modality", "hypothetical_auxiliaries") else "denied"
    if aux & lexicon.words("modality", "planned_auxiliaries"):
        return "planned"
    if aux & lexicon.words("modality", "hypothetical_auxiliaries"):
        return "hypothetical"
    if any(c.dep_ == "mark" and c.lower_ in lexicon.words("modality", "conditionals") for c in verb.children):
        return "hypothetical"
    return "happened"


def governors(verb: Token) -> Iterator[tuple[Token, str]]:
    """The words that an infinitive, a gerund or an event noun hangs on, outwards, with how it hangs there."""
    node = verb
    for _ in range(4):
        head = node.head
        if head == node:
            return
        if node.dep_ == "xcomp" or infinitive(node) or (node.dep_ == "ccomp" and node.tag_ == "VBG"):
            yield head, "infinitive"
        elif (
            node.dep_ == "advcl"
            and node.tag_ == "VBG"
            and any(c.dep_ == "mark" and c.lower_ in {"without", "from"} for c in node.children)
        ):
            yield head, "without"
        elif node.dep_ == "ccomp" and lemma(head) in MANDATIVE and subjunctive(node):
            yield head, "infinitive"
        elif node.dep_ == "conj" and head.pos_ in {"VERB", "NOUN"} and not own_subjects(node):
            pass
        else:
            return
        node = head


def subjunctive(verb: Token) -> bool:
    """ "asked that he *withdraw*": a bare form, or one under "should"."""
    return verb.tag_ in {"VB", "VBP"} or verb.lower_ == lemma(verb) or "should" in auxiliaries(verb)


def _governed(governor: Token, link: str) -> str | None:
    """The status that a governing word gives to what hangs on it; None where it leaves it open."""
    word = lemma(governor)
    if link == "without":
        return "denied"
    if word in lexicon.words("modality", "done"):
        aux = set(auxiliaries(governor))
        if negated(governor):
            return "denied"
        return "hypothetical" if aux & lexicon.words("modality", "hypothetical_auxiliaries") else None
    if word in lexicon.words("modality", "denied"):
        return "denied"
    if governor.pos_ == "NOUN" and any(c.lower_ in ORDINAL for c in governor.children):
        return None  # "the second MP to be ejected"
    if word in lexicon.words("modality", "planned") or governor.pos_ in {"NOUN", "ADJ"}:
        return "denied" if negated(governor) else "planned"
    return None
