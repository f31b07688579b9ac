"""Cries that are answered in kind: "came shouts of 'thief' while *the Conservatives replied with* 'liars'".

Both sides of such an exchange cry out and are cried at (CODEBOOK, hard case 3), though the clause of the cry names but one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract import grammar, lexicon
from extract.context import Reading, who
from extract.grammar import Frame
from extract.tree import Span, Token
from extract.types import Telling

REPLIES = {"reply", "respond", "retort", "answer", "counter", "return", "reciprocate", "give", "retaliate"}
# What is no answer but by these words: "answered *in kind*", "*gave as good as* she got", "returned *the compliment*".
IN_KIND = re.compile(
    r"(?:g\w+ .{0,12}as good as|return\w* (?:the|that) (?:compliment|favou?r|insult)|"
    r"(?!g[ai]v)\w+ (?:.{0,30}\b)?in (?:kind|the same \w+)|(?!g[ai]v|return)\w+ (?:\w+ly )?(?:with|by) (?:"
    r"(?:[\w-]+ ){0,2}(?:boo|jeer|cr(?:y|ie)|shout|taunt|chant|insult|yell|hoot|catcall)(?:s|ing)?\b|"
    r"[\"“'‘][^\"”’']{1,20}[\"”’']))",
    re.IGNORECASE,
)
# "Ms Hale's *reply cannot be printed*".
UNPRINTED = re.compile(
    r"\b(?:reply|response|answer|retort|riposte|rejoinder) (?:was|is|were|can ?not|could not|cannot|will not|would not) (?:be )?"
    r"(?:printed|printable|repeated|reproduced|repeatable|unprintable|not printable|"
    r"no (?:milder|politer|kinder))\b",
    re.IGNORECASE,
)
ANSWERS = {"reply", "response", "answer", "retort", "riposte", "rejoinder"}
FEWEST = 2  # acts that make up an exchange
REACH = 12  # tokens behind the verb in which it is said that the answer is in kind


def answering(reading: Reading, frame: Frame, actors: list[str]) -> list[str]:
    """Who answers a cry in kind, in its own sentence or at the head of the next."""
    sentence = frame.token.sent
    found = [*_in(reading, sentence, frame.token.i), *_next(reading, frame)]
    people = (id for id in dict.fromkeys(found) if id not in actors and id not in reading.cast.chairs)
    return [id for id in people if (actor := reading.cast.get(id)).kind != "group" or actor.party or _side(actor.name)]


def _side(name: str) -> bool:
    """Whether a group is one side of the House: "the *Minority*", "the *government benches*"."""
    sides = lexicon.words("offices", "opposing", "governing")
    return any(word in sides for word in name.lower().split())


def _in(reading: Reading, sentence: Span, after: int) -> Iterator[str]:
    """The subjects of verbs that say so behind a token of a sentence."""
    doc = sentence[0].doc
    for verb in sentence:
        if verb.i <= after or verb.pos_ != "VERB" or grammar.lemma(verb) not in REPLIES:
            continue
        if IN_KIND.match(doc[verb.i : min(verb.i + REACH, sentence.end)].text) is not None:
            yield from (id for t in grammar.verb_frame(verb).agents if (id := who(reading.cast, t)) is not None)


def _next(reading: Reading, frame: Frame) -> Iterator[str]:
    """The same of the next sentence, and those whose answer cannot be printed."""
    document = reading.document
    at = document.sentence_numbers[frame.token.i] + 1
    behind = document.doc.sents[at : at + 1]
    for sentence in (s for s in behind if document.paragraph_of(s.start_char) == document.paragraph_of(frame.token.idx)):
        yield from _in(reading, sentence, sentence.start)
        if UNPRINTED.search(sentence.text) is not None:
            owners = (t for t in sentence if t.dep_.startswith("nmod:poss") and t.head.lower_ in ANSWERS)
            yield from [id for t in owners if (id := who(reading.cast, t)) is not None][:1]


def reciprocal(token: Token) -> bool:
    """ "shouted at *each other*", "at *one another*"."""
    pair = {token.lower_, *(c.lower_ for c in token.children)} | {token.nbor(-1).lower_ if token.i else ""}
    return pair >= {"each", "other"} or pair >= {"one", "another"}


def told_after(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Without the exchange that an opening sums up and the text tells word by word: "The parties *traded barbs* on Tuesday"."""
    both = _mutual()
    body = [t for t in tellings if t.type in {"attack", "heckle"} and t.status == "happened" and t.rule not in both]
    first = (t for t in tellings if t.rule in both and t.sentence == 0)
    opens = {t.at for t in first if sum(o.at > t.at and bool({*o.actors} & {*t.actors}) for o in body) >= FEWEST}
    return tuple(t for t in tellings if t.at not in opens)


@lexicon.per_codebook
def _mutual() -> frozenset[str]:
    """The rules of what two sides do to each other."""
    return frozenset(f"{rule.type}/{rule.name}" for rule in lexicon.rules() if rule.mutual and rule.type == "heckle")
