"""In whom a motion denies confidence: behind "in" or "against", turned out by it, or facing it; here or in the next sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract import grammar, lexicon, speech, spoken
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.grammar.phrases import line, says
from extract.tree import Span as Tokens
from extract.tree import Token

WORDS = {"confidence", "trust", "faith", "distrust", "noconfidence", "motion", "vote", "notice", "resolution"}
DENIED = {"confidence", "trust", "faith", "distrust", "noconfidence"}  # without these a motion may be about anything
BIDS = {"motion", "bid", "attempt", "move", "request", "resolution"}
AIMS = {"target", "subject"}  # "its *target* was the Health Minister"
BEHIND = {"in", "against", "on", "upon"}  # before whom confidence is denied
SIGNED = {"sign", "endorse", "back", "support", "sponsor", "co-sponsor", "initial", "undersign"}
REACH = 14  # tokens from the word to that preposition
BEFORE, AFTER = 3, 1  # sentences in which "the motion" finds what it is about


def unseated(reading: Reading, frame: Frame) -> list[str]:
    """Those in whom confidence is denied, whoever asks for it left out."""
    askers = {id for t in (*frame.agents, *frame.possessors, *_movers(frame)) for id in standing_for(reading.cast, t)}
    sentence = [*frame.token.sent, *_quoted(reading, frame)]
    for tokens in (_denied(sentence, WORDS), _turned_out(sentence), _stays(frame), _facing(frame)):
        if ids := _losers(reading, tokens, askers):
            return ids
    chairs = sorted(reading.cast.chairs - askers)
    if _vacates(frame):
        return chairs if len(chairs) == 1 else []
    return _told_elsewhere(reading, frame, askers)


def _movers(frame: Frame) -> list[Token]:
    """ "voted down *Hale's* motion": whose motion it is."""
    moved = [t for t in frame.patients if grammar.lemma(t) in BIDS]
    return [c for t in moved for c in t.children if c.dep_ == "nmod:poss"]


def signed(reading: Reading, frame: Frame) -> list[str]:
    """ "a motion, *signed by 38 MPs*, was handed over": those whose names a motion bears, where nobody is said to bring it."""
    clauses = (c for t in frame.patients for c in t.subtree if c.dep_.startswith("acl") and grammar.lemma(c) in SIGNED)
    return [id for c in clauses for t in grammar.by_phrase(c) for id in standing_for(reading.cast, t)]


def told_beside(reading: Reading, frame: Frame) -> bool:
    """Whether the sentences around, or its own, tell of a denial of confidence: "It was lodged by Lind"."""
    return any(_tells(tuple(sentence)) for sentence in beside(reading, frame))


def beside(reading: Reading, frame: Frame) -> list[Tokens]:
    """The sentence of a frame and those around it, the nearest first."""
    here, every = reading.document.sentence_numbers[frame.token.i], reading.document.doc.sents
    numbers = sorted(range(max(0, here - BEFORE), min(len(every), here + AFTER + 1)), key=lambda n: abs(n - here))
    return [every[n] for n in numbers]


def _tells(sentence: Iterable[Token]) -> bool:
    return says(line(sentence), "motions", "denials")


def _told_elsewhere(reading: Reading, frame: Frame, askers: set[str]) -> list[str]:
    """The one in whom the sentences around deny it, else the one of the whole article."""
    for sentence in beside(reading, frame):
        turned = _turned_out(sentence) if _tells(sentence) else ()
        if found := _losers(reading, [*_denied(sentence, DENIED), *_aimed_at(sentence), *turned], askers):
            return found
    told = [_losers(reading, _denied(s, DENIED), askers) for s in reading.denials]
    ids = {id for found in told for id in found}
    return sorted(ids) if len(ids) == 1 else []


def _losers(reading: Reading, tokens: Iterable[Token], askers: set[str]) -> list[str]:
    """Those for whom tokens stand who can lose the confidence of a house and do not ask for it."""
    ids = [id for t in tokens for id in standing_for(reading.cast, t) if id not in askers and _seated(reading, id)]
    return list(dict.fromkeys(ids))


def _seated(reading: Reading, id: str) -> bool:
    """Whether an actor can lose the confidence of a house: people, offices, parties, governments; not the house itself."""
    actor = reading.cast.get(id)
    return actor.kind != "group" or bool(actor.party) or actor.name.lower() not in lexicon.words("offices", "houses")


def _quoted(reading: Reading, frame: Frame) -> list[Token]:
    """The quoted words of a frame that stand in other sentences than its verb."""
    if frame.kind != "said":
        return []
    words = (t for said in spoken.speeches_of(reading, frame) for t in speech.tokens_of(reading.document, said.quote))
    return [t for t in words if t.sent != frame.token.sent]


def _denied(sentence: Iterable[Token], words: set[str]) -> Iterator[Token]:
    """ "no confidence *in Ann Hale*", "a no-confidence motion *against her*": the first such phrase behind the word."""
    for word in (t for t in sentence if grammar.lemma(t).replace("-", "") in words):
        for case in word.doc[word.i + 1 : min(word.i + REACH, word.sent.end)]:
            if case.lower_ in BEHIND and case.dep_ == "case" and case.head.i > case.i:
                yield from grammar.coordinated(case.head)
                return


def _aimed_at(sentence: Iterable[Token]) -> Iterator[Token]:
    """ "Its target was *Ann Hale*"."""
    for token in sentence:
        if grammar.lemma(token) in AIMS and token.dep_ == "nsubj" and any(c.dep_ == "cop" for c in token.head.children):
            yield from grammar.coordinated(token.head)


def _turned_out(sentence: Iterable[Token]) -> Iterator[Token]:
    """ "tried to *unseat Ann Hale*", "a motion to *remove the Speaker*"."""
    verbs = lexicon.words("motions", "unseating")
    for token in sentence:
        if token.pos_ == "VERB" and grammar.lemma(token) in verbs:
            yield from grammar.verb_frame(token).patients
        elif token.lower_ in verbs and token.i and token.nbor(-1).lower_ == "to":  # read as a noun
            yield from (*(c for c in token.children if c.dep_ == "obj"), token.head)


def _stays(frame: Frame) -> Iterator[Token]:
    """ "a vote on whether *Ann Hale* should remain"."""
    for token in frame.token.sent:
        if grammar.lemma(token) == "whether":
            yield from (t for verb in [token.head] if verb.pos_ in {"VERB", "NOUN"} for t in grammar.subjects(verb))


def _facing(frame: Frame) -> Iterator[Token]:
    """ "*Ann Hale* faces a motion of no confidence", "*Ann Hale* was threatened with one"."""
    verbs = lexicon.words("motions", "facing")
    for verb in (frame.governor, *frame.governor.ancestors):
        if verb.pos_ == "VERB" and grammar.lemma(verb) in verbs:
            yield from grammar.subjects(verb)
        elif verb.pos_ == "VERB" and grammar.lemma(verb) in {"threaten", "confront", "challenge"}:
            yield from grammar.verb_frame(verb).patients


def _vacates(frame: Frame) -> bool:
    """ "a motion to *vacate the chair*": whose chair it is needs no saying."""
    words = {grammar.lemma(t) for t in frame.governor.sent}
    return bool(words & {"vacate", "vacant", "vacancy"})
