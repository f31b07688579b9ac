"""What the grammar of one sentence says of the order of two acts, without a conjunction: its subjects, relatives and participles.

Each tie is a function that gives pairs of words, the earlier first, and the words that say so; `find` keeps those that are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extract import grammar, lexicon
from extract.document import Document
from extract.grammar.labels import LIGHT, LIGHT_PASSIVE, OBJECT
from extract.tree import Token
from extract.types import Signal, Telling, Why

Told = dict[int, Telling]
Pair = tuple[Token, Token, list[Token]]  # the earlier word, the later one, and those that say so
Tie = Callable[[Token, Told], Iterator[Pair]]


def find(document: Document, tellings: tuple[Telling, ...]) -> Iterator[Signal]:
    """The signals between tellings of one sentence that its grammar gives."""
    at = {telling.at: telling for telling in tellings}
    for token in (t for t in document.doc if t.idx in at):
        for tie, why, strength in TIES:
            for early, late, words in tie(token, at):
                if early.idx in at and late.idx in at and early != late:
                    yield Signal(at[early.idx], at[late.idx], why, strength, document.span_of(words))


def relatives(noun: Token, told: Told) -> Iterator[Pair]:
    """ "the *crash*, which *killed* twelve", "*warnings* that the crew *ignored*"."""
    for clause in noun.children:
        if clause.dep_ == "acl:relcl" and not grammar.pluperfect(clause):
            yield noun, clause, [clause]


def makers(verb: Token, told: Told) -> Iterator[Pair]:
    """ "*The blast* *killed* twelve", "flooding *caused* by *the storm*": an event that does something was there first."""
    if verb.pos_ != "VERB":
        return
    frame = grammar.verb_frame(verb)
    for noun in frame.agents:
        if noun.pos_ == "NOUN" and grammar.lemma(verb) not in LIGHT | LIGHT_PASSIVE:
            yield noun, verb, [noun]


def results(verb: Token, told: Told) -> Iterator[Pair]:
    """ "The roof *collapsed*, *killing* two": a participle behind a comma tells what came of it."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "xcomp", "acl"} or any(c.dep_ in {"mark", "aux"} for c in verb.children):
        return
    first = verb.left_edge
    if first.i > verb.sent.start and first.nbor(-1).text == ",":
        above = next((t for t in reversed(verb.doc[verb.sent.start : first.i]) if t.idx in told and t.pos_ == "VERB"), None)
        if above is not None:
            yield above, verb, [verb]


def conjoined(verb: Token, told: Told) -> Iterator[Pair]:
    """ "radar *lost* it ten minutes *after* it *took* off": by place, where the clause hangs on a word that tells nothing."""
    mark = next(
        (c for c in verb.children if c.lower_ in {"after", "before"} and c.dep_ in {"mark", "advmod"} and c.i < verb.i), None
    )
    if mark is None or (verb.head.idx in told and verb.dep_ in {"advcl", "obl", "nmod", "acl"}):
        return
    above = next((t for t in reversed(verb.doc[verb.sent.start : mark.i]) if t.idx in told), None)
    if above is not None:
        yield (verb, above, [mark]) if mark.lower_ == "after" else (above, verb, [mark])


def reasons(noun: Token, told: Told) -> Iterator[Pair]:
    """ "a ban *for* doping", "the *result of* an inquiry", "closed *due to* a strike"."""
    for child in noun.children:
        if (
            child.dep_ in {"acl", "advcl"}
            and child.tag_ == "VBG"
            and any(c.lower_ == "for" and c.dep_ == "mark" for c in child.children)
        ):
            yield child, noun, [child]


def aims(verb: Token, told: Told) -> Iterator[Pair]:
    """ "They *met* *to discuss* the strike"."""
    if verb.tag_ == "VB" and verb.dep_ in {"advcl", "acl"}:
        yield verb.head, verb, [verb]


def objects(verb: Token, told: Told) -> Iterator[Pair]:
    """ "*extinguished* *a fire*", "criticised *the ruling*": what is acted on was there first, unless the verb makes it."""
    if verb.pos_ != "VERB" or grammar.lemma(verb) in LIGHT | LIGHT_PASSIVE | lexicon.words("connectives", "prompting"):
        return
    for noun in verb.children:
        if noun.dep_ in OBJECT | {"nsubj:pass"} and noun.pos_ == "NOUN":
            yield noun, verb, [noun]


def reports(verb: Token, told: Told) -> Iterator[Pair]:
    """ "*alleged* that the guard *had hit* him", "*said* she *left* early"."""
    if verb.dep_ == "ccomp" and verb.tag_ in {"VBD", "VBN"} and grammar.lemma(verb.head) in lexicon.words("speech", "say"):
        yield verb, verb.head, [verb]


TIES: tuple[tuple[Tie, Why, float], ...] = (
    (conjoined, "connective", 0.9),
    (reasons, "cause", 0.8),
    (relatives, "tense", 0.6),
    (makers, "cause", 0.6),
    (results, "cause", 0.6),
    (aims, "cause", 0.6),
    (objects, "tense", 0.6),
    (reports, "tense", 0.6),
)
