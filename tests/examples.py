"""The examples of the rules, read once for all tests: what each tells, and the construction that its rule finds it in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Token

from extract import actors, document, grammar, lexicon, matching, mentions, speech, tellings, utterances
from extract.context import Reading
from extract.grammar import Frame
from extract.grammar.phrases import holds, line
from extract.lexicon import Example, Rule
from extract.naming import Cast
from extract.types import Article, Telling

EXAMPLES = [
    (rule, example, hit) for rule in lexicon.rules() for hit, told in ((True, rule.yes), (False, rule.no)) for example in told
]


class Construction(NamedTuple):
    """How a sentence tells an act: the predicate with its particles, the voice, and which slots of the frame are filled how."""

    verb: str
    voice: str
    kind: str  # verb, noun or said
    clause: str  # main, relative, infinitive, coordinated...
    carrier: str  # the light verb of a noun
    filled: tuple[str, ...]


@cache
def understood(nlp: Language, example: Example) -> tuple[document.Document, Cast]:
    """An example under the sentence that sets its scene, parsed, with its cast."""
    read = document.read_document(Article("example", lexicon.preface(example) + example.text), nlp=nlp)
    return read, actors.resolve(mentions.find_mentions(read), read)


@cache
def told(nlp: Language, example: Example) -> tuple[tuple[Telling, ...], Cast]:
    """What an example tells, a statement about nothing told included."""
    return tellings.find_tellings(*understood(nlp, example), lone=True)


def constructions(nlp: Language, rule: Rule, example: Example) -> set[Construction]:
    """Every construction of an example that a rule, asked alone, makes a telling of; empty where the rule is not its own."""
    reading = _reading(nlp, example)
    if rule.said:
        found = [(said, frame) for said, frame, rules in utterances.uttered(reading) if rule in rules]
        return {_said(reading, rule, said, frame) for said, frame in found if _fires(reading, rule, frame)}
    frames = [frame for frame in reading.frames if matching.names(rule, frame) and _fires(reading, rule, frame)]
    return {_told_by(frame) for frame in frames}


@cache
def _reading(nlp: Language, example: Example) -> Reading:
    read, cast = understood(nlp, example)
    return Reading(read, cast, speech.attribute(read))


def _fires(reading: Reading, rule: Rule, frame: Frame) -> bool:
    return isinstance(tellings.apply(reading, rule, frame), Telling)


def _told_by(frame: Frame) -> Construction:
    """The construction of a frame, from the frame's own fields and from where its predicate stands."""
    word = " ".join([frame.lemma, *sorted(frame.particles)])
    carrier = grammar.lemma(frame.governor) if frame.kind == "noun" and frame.governor != frame.token else ""
    slots = {
        "doer": frame.agents,
        "doers": frame.agents[1:],
        "sufferer": frame.patients,
        "sufferers": frame.patients[1:],
        "recipient": frame.recipients,
        "owner": frame.possessors,
        "clause": frame.complements,
    }
    filled = [name for name, tokens in slots.items() if tokens]
    for start in {frame.token, frame.governor} if frame.kind == "noun" else {frame.token}:
        filled += [c.lower_ for t in start.children for c in t.children if c.dep_ == "case" and t.pos_ != "ADP"]
    return Construction(word, frame.voice, frame.kind, _clause(frame.token), carrier, tuple(sorted(set(filled))))


def _clause(token: Token) -> str:
    """The kind of clause: its head's relation, with the word that joins it, and whether its verb is finite."""
    token = token.head if token.dep_ == "cop" else token
    joint = next((c.lower_ for c in token.children if c.dep_ == "mark"), "")
    bare = token.tag_ if token.tag_ in {"VBG", "VBN", "VB"} else ""
    return " ".join(filter(None, [token.dep_, joint, bare]))


def _said(reading: Reading, rule: Rule, said: speech.Speech, frame: Frame) -> Construction:
    """Quoted words are their own predicate: the phrase that the rule knows, the verb of speaking, and whoever is told."""
    words = line(speech.tokens_of(reading.document, said.quote))
    phrase = next(phrase for phrase in rule.said if holds(words, phrase))
    filled = [name for name, tokens in (("doer", frame.agents), ("sufferer", frame.patients)) if tokens]
    return Construction(phrase, frame.voice, "said", frame.token.dep_, frame.lemma, tuple(filled))
