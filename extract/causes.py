"""Sequels: what verbs and phrases of consequence tie, "prompted", "was followed by", "came hours after", "in protest at".

Which side comes first is the verb's to say; the voice turns it round. Causal verbs of the Penn Discourse Treebank's AltLex.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract import grammar, lexicon
from extract.document import Document
from extract.tree import Token
from extract.types import Signal, Telling, Why

PASSED = {"by", "when", "after", "because"}  # "was sparked *by* it", "*when* he left"
REACH = 2  # sentences between "In response" and what it answers
UPON = {"wake", "aftermath", "heels"}  # these say when, not why
CLEFT = 3  # words from "what" to its verb: "*what* had all but *provoked*"
# Acts that are about another act, and what stands before it: "protested *at* the ejection".
ABOUT = {"objection", "point_of_order", "no_confidence_request", "ruling", "withdrawal"}
TOPICS = {"at", "against", "over", "about", "on", "to", "after"}
COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp", "obl", "advcl", "nmod")


@dataclass(frozen=True)
class Ties:
    """The tellings of an article by where their predicates stand."""

    document: Document
    tellings: tuple[Telling, ...]
    at: Mapping[int, Telling]

    def inside(self, token: Token) -> list[Telling]:
        """The tellings whose predicate stands at a token or below it, in reading order."""
        return [self.at[t.idx] for t in token.subtree if t.idx in self.at]

    def between(self, start: int, end: int) -> list[Telling]:
        """Those whose predicate stands at or behind the one offset and before the other, in reading order."""
        first, last = (bisect_left(self.tellings, at, key=lambda t: t.at) for at in (start, end))
        return list(self.tellings[first:last])

    def before(self, offset: int) -> list[Telling]:
        """Those of the last sentence before an offset that tells anything."""
        end = bisect_left(self.tellings, offset, key=lambda t: t.at)
        start = end
        while start and self.sentence(self.tellings[start - 1]) == self.sentence(self.tellings[end - 1]):
            start -= 1
        return list(self.tellings[start:end])

    def sentence(self, telling: Telling) -> int:
        """The number of the sentence in which a telling has its predicate."""
        token = self.token(telling)
        return self.document.sentence_numbers[token.i] if token is not None else -1

    def token(self, telling: Telling) -> Token | None:
        """The predicate of a telling."""
        span = self.document.doc.char_span(telling.at, telling.at + 1, alignment_mode="expand")
        return span[0] if span is not None else None


def caused(ties: Ties, verb: Token) -> Iterator[Signal]:
    """ "*That prompted* a walkout", "was *followed by* a walkout", "..., *triggering* a walkout", "*came after* he shouted"."""
    lemma, passive = grammar.lemma(verb), grammar.is_passive(verb) or _participle(verb)
    side = _side(verb, lemma)
    if side is None:
        return
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    mine = _meant(ties, verb, subject)
    theirs = _complements(ties, verb, passive=passive)
    why: Why = "cause" if lemma in lexicon.words("connectives", "prompting") else "connective"
    words = [t for t in (subject, verb, _mark(verb, passive=passive)) if t is not None]
    evidence = ties.document.span_of(words)
    first = (side == "earlier") != passive  # whether the subject is the earlier
    for one in mine if not first or lemma == "follow" else mine[-1:]:
        for other in theirs if first else theirs[:1]:
            if one is not other:
                yield Signal(*((one, other) if first else (other, one)), why, 0.95 if why == "connective" else 0.9, evidence)


def pointed_at(ties: Ties, verb: Token) -> Iterator[Signal]:
    """ "*What set it off was* his attack", "*what* had *prompted* the walkout was": what is pointed at is the earlier."""
    sentence = verb.sent
    if (
        sentence[0].lower_ != "what"
        or verb.i - sentence.start > CLEFT
        or grammar.lemma(verb) not in lexicon.words("connectives", "prompting")
    ):
        return
    copula = next((t for t in sentence if t.i > verb.i and t.lower_ in {"was", "were", "is"}), None)
    if copula is None:
        return
    source = [t for t in ties.inside(sentence.root) if t.at > copula.idx]
    late = [t for t in ties.inside(sentence.root) if t.at < copula.idx] or ties.before(sentence.start_char)[-1:]
    for one, other in zip(source[:1], late[:1], strict=False):
        yield Signal(one, other, "cause", 0.85, ties.document.span_of([sentence[0], verb]))


def equated(ties: Ties, copula: Token) -> Iterator[Signal]:
    """ "The walkout *was a response to* his ejection", "*was the result of* it": what it answers is the earlier."""
    noun = copula.head
    if copula.dep_ != "cop" or noun.i < copula.i or noun.lower_ not in lexicon.words("connectives", "aftermath"):
        return
    subject = next((c for c in noun.children if c.dep_.startswith("nsubj")), None)
    mine = (
        [ties.at[subject.idx]]
        if subject is not None and subject.idx in ties.at
        else _meant(ties, noun, subject)
        if subject
        else []
    )
    answered = [t for t in ties.inside(noun) if t.at > noun.idx and t not in mine]
    for one, other in zip(answered[:1], mine[:1], strict=False):
        yield Signal(one, other, "cause", 0.85, ties.document.span_of([copula, noun]))


def protested(ties: Ties) -> Iterator[Signal]:
    """ "*protested at* the ejection", "raised a point of order *about* the walkout": the act that it is about was there first."""
    for telling in (t for t in ties.tellings if t.type in ABOUT and t.status == "happened"):
        predicate = ties.token(telling)
        below = [] if predicate is None else [t for t in ties.inside(predicate) if t.at > telling.at]
        for other in (t for t in below if t.voice == "nominal" and t.status == "happened" and t.type not in ABOUT):
            noun = ties.token(other)
            near = [] if noun is None else [noun, *(c for c in noun.children if c.dep_ == "nmod:poss")]  # "*at* Hale's ejection"
            mark = next((c for t in near for c in t.children if c.dep_ == "case" and c.lower_ in TOPICS), None)
            if mark is not None:
                yield Signal(other, telling, "cause", 0.8, ties.document.span_of([mark]))


def purposed(ties: Ties, verb: Token) -> Iterator[Signal]:
    """ "walked out *to protest at* the ejection", "stormed out *showing their anger over* it": what it is against was first."""
    head = ties.at.get(verb.head.idx)
    marks = [c.lower_ for c in verb.children if c.dep_ == "mark"]
    if head is None or verb.dep_ not in {"advcl", "xcomp"} or not (marks == ["to"] or (verb.tag_ == "VBG" and not marks)):
        return
    nouns = [c for c in verb.children if c.dep_ == "obj"]
    shown = {c.lower_ for c in nouns} & lexicon.words("connectives", "displeasure")
    if grammar.lemma(verb) in lexicon.words("connectives", "displeased") or shown:
        for other in (t for t in ties.inside(verb) if t.voice == "nominal" and t.status == "happened" and t.at != verb.idx):
            yield Signal(other, head, "cause", 0.8, ties.document.span_of([verb]))


def _side(verb: Token, lemma: str) -> str | None:
    """Whether the subject of a verb is the earlier or the later of what it ties; None where it ties nothing."""
    if lemma in lexicon.words("connectives", "coming"):
        mark = _mark(verb, passive=False)
        if mark is None:
            return None
        return "earlier" if mark.lower_ in {"before", "ahead"} else "later"
    if lemma in lexicon.words("connectives", "following"):
        return "later"
    if lemma == "lead" and not grammar.is_passive(verb):
        return "earlier" if any(c.lower_ == "to" for t in verb.children for c in (t, *t.children)) else None
    first = lexicon.words("connectives", "prompting", "preceding")
    return "earlier" if lemma in first else None


def _participle(verb: Token) -> bool:
    """ "a walkout *prompted* by ..."."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not any(c.dep_.startswith("aux") for c in verb.children)


def _mark(verb: Token, *, passive: bool) -> Token | None:
    """The word that ties a verb to what it speaks of: "came hours *after*", "followed *by*", "came in the *wake*"."""
    wanted = PASSED if passive else {"after", "amid", "from", "before", "ahead"} | lexicon.words("connectives", "aftermath")
    near = (t for t in verb.subtree if verb.i < t.i <= verb.i + 5)
    return next((t for t in near if t.lower_ in wanted), None) if passive or _is_coming(verb) else None


def _is_coming(verb: Token) -> bool:
    return grammar.lemma(verb) in lexicon.words("connectives", "coming")


def _meant(ties: Ties, verb: Token, subject: Token | None) -> list[Telling]:
    """What the subject of a verb stands for: an act that it names, "that", "which", or the clause that a participle hangs on."""
    if subject is None:
        if verb.dep_ not in {"advcl", "acl"} or verb.tag_ not in {"VBG", "VBN"}:
            return []
        head = verb.head
        return [ties.at[head.idx]] if head.idx in ties.at else [t for t in ties.inside(head) if t.at < verb.idx][-1:]
    if subject.idx in ties.at:
        return [ties.at[subject.idx]]
    if subject.lower_ in {"which", "that"} and verb.dep_ == "acl:relcl":
        return [ties.at[verb.head.idx]] if verb.head.idx in ties.at else ties.before(verb.idx)[-1:]
    start = verb.sent.start_char if subject.lower_ != "which" else verb.idx
    types = types_named(grammar.lemma(subject))
    if types and any(c.dep_ in {"det", "nmod:poss"} for c in subject.children):  # "*The walkout* was prompted by"
        return next(([t] for t in reversed(ties.tellings) if t.at < start and t.type in types), [])
    return ties.before(start) if subject.lower_ in lexicon.words("connectives", "pointing") else []


@lexicon.per_codebook
def types_named(noun: str) -> frozenset[str]:
    """The types of act that a noun names: "walkout"."""
    return frozenset(rule.type for rule in lexicon.rules() if noun in rule.nouns)


def _complements(ties: Ties, verb: Token, *, passive: bool) -> list[Telling]:
    """The acts told in what a verb governs; of a passive only in who or what did it."""
    children = [c for c in verb.children if c.i > verb.i and c.dep_.split(":")[0] in COMPLEMENTS]
    if passive:
        children = [c for c in children if any(t.lower_ in PASSED for t in c.children)]
    return [t for c in children for t in ties.inside(c)]


def aftermath(ties: Ties, verb: Token) -> Iterator[Signal]:
    """ "walked out *in protest at* the ejection", "*in the wake of*", "*In response*, ...": what they answer is the earlier."""
    mine = ties.at.get(verb.idx)
    if mine is None:
        return
    for noun in (c for c in verb.children if c.dep_.startswith("obl") and c.lower_ in lexicon.words("connectives", "aftermath")):
        told = [t for t in ties.inside(noun) if t is not mine]
        front = noun.i < verb.i and not told and not any(types_named(c.lemma_.lower()) for c in noun.children if c.dep_ == "nmod")
        answered = told or (_near(ties, verb) if front else [])
        case = next((c for c in noun.children if c.dep_ == "case"), noun)
        answered = [t for t in answered if noun.lower_ != "protest" or not _to(ties, t)]  # "left in protest *to shouts* of"
        why: Why = "connective" if noun.lower_ in UPON else "cause"
        yield from (Signal(t, mine, why, 0.85, ties.document.span_of([case, noun])) for t in answered)


def _near(ties: Ties, verb: Token) -> list[Telling]:
    """The act told last, unless so far above that "In response" may answer what is no act: "The minister said ..."."""
    here = ties.document.sentence_numbers[verb.i]
    return [t for t in ties.before(verb.sent.start_char)[-1:] if here - ties.sentence(t) <= REACH]


def _to(ties: Ties, telling: Telling) -> bool:
    """Whether an act is told after "to"."""
    noun = ties.token(telling)
    return noun is not None and any(c.lower_ == "to" and c.dep_ == "case" for c in noun.children)
