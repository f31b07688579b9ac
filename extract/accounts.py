"""Why a telling reads as it does, in words for a newspaper's reader: what set its rule off, who got in it how, and its status.

Nothing is decided here. An article is read once more, and what rules and grammar found there is said; `explain` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract import grammar, lexicon, roles, speech, tellings, utterances
from extract.context import Reading
from extract.document import Document
from extract.grammar import Frame
from extract.lexicon import Rule
from extract.naming import Cast
from extract.tree import Token
from extract.types import Telling

Key = tuple[int, int, str]

# How somebody is found who stands in a role, after "found as".
ROLES = {
    "agent": "the one who does it",
    "patient": "the one it is done to",
    "recipient": "the one who is given it",
    "possessor": "the one whose act it is said to be",
    "self": "the one it is done to, who is also the doer",
    "subject": "the subject of the sentence",
    "quoted": "the one whom the quoted words are about",
    "quoted_member": "the member whom the quoted words are about",
    "content": "the one whom the words said are about",
    "blamed": "the one who is blamed for something",
    "asked": "the one against whom something is asked",
    "claimant": "the one who says so",
    "complained": "the one of whom the complaint is",
    "bound": "the one whom the ruling is for",
    "unseated": "the one whom the motion is against",
    "prompter": "the one whose words set it off",
    "addressed": "the one to whom the quoted words are said",
    "stung": "the one at whom the barb is aimed",
    "spoken of": "the one who is spoken of",
    "faced": "the one who has to face it",
    "removed": "the one who has to go",
    "complement.agent": "the one who is to do what is asked",
    "complement.patient": "the one to whom it is to be done",
}
# Whom the acts before show, where the clause itself leaves somebody out.
LEFT_OUT = {
    "speaking": "whoever had the floor when it was done",
    "quoted": "whomever the quoted words address",
    "asker": "whoever had just asked",
    "voted on": "whomever the motion before it was against",
    "rebuked": "whomever the chair had just been dealing with",
}
CHAIR = "nobody is said to do it, and only the chair can: whoever presides is taken"
VOICES = {
    "active": "told from the side of the doer",
    "passive": "told from the side of whoever suffers it",
    "agentless": "told in the passive, with no doer",
    "nominal": "told by a noun",
}
LOOKS_ON = {"was", "were", "been", "be", "being", "had", "has", "have", "is", "are", "did", "does", "do"}
OPENERS = {"if", "unless", "whether", "without", "lest"}
UNSURE = {"not", "n't", "never", "nobody", "no", "neither", "nor", "hardly", "almost", "nearly", "perhaps", "maybe", "possibly"}


@dataclass(frozen=True, slots=True)
class Account:
    """Of one telling: the word that set its rule off, how doer and sufferer were found, and why it has its status."""

    trigger: str
    doer: str
    whom: str
    status: str
    stands: str = ""  # "opening" or "recap" where it sums up or looks back


def accounts(document: Document, cast: Cast) -> dict[Key, Account]:
    """An account of every telling of an article, by where it stands and its rule."""
    found, _ = tellings.find_tellings(document, cast)
    reading = Reading(document, cast, speech.attribute(document))
    rules = {f"{rule.type}/{rule.name}": rule for rule in lexicon.rules()}
    frames = {frame.token.idx: frame for frame in reading.frames}
    said = {frame.token.idx: frame for _, frame, _ in utterances.uttered(reading)}
    out = {}
    for telling in found:
        rule = rules[telling.rule]
        if (frame := (said if rule.said else frames).get(telling.at)) is not None:
            out[telling.span.start, telling.span.end, telling.rule] = _account(reading, rule, frame, telling)
    return out


def _account(reading: Reading, rule: Rule, frame: Frame, telling: Telling) -> Account:
    return Account(
        trigger=_trigger(rule, frame),
        doer=_role(reading, rule.actor, frame) or (CHAIR if rule.implied and telling.actors else _before(telling.actors)),
        whom=_role(reading, rule.target, frame) or LEFT_OUT.get(rule.implied_target, "") or _before(telling.targets),
        status=_status(rule, frame, telling),
        stands="recap" if telling.recap else "opening" if telling.lead else "",
    )


def _before(ids: tuple[str, ...]) -> str:
    """What is said of somebody whom no role of the clause gave."""
    return "this clause does not say; the acts told around it do" if ids else ""


def _trigger(rule: Rule, frame: Frame) -> str:
    """The word that set a rule off, as it stands in the text, with its particles."""
    if rule.said:
        return "the quoted words, which are themselves the act"
    small = [c for c in frame.token.children if c.dep_ == "compound:prt"]
    word = " ".join(t.text for t in sorted([frame.token, *small], key=lambda t: t.i))
    kind = "a noun" if frame.kind == "noun" else "a verb"
    return f"“{word}”, {kind} that the rule knows; {VOICES.get(frame.voice, frame.voice)}"


def _role(reading: Reading, wanted: tuple[str, ...], frame: Frame) -> str:
    """The first role of a rule that somebody stands in, in words; empty where nobody does."""
    for role in wanted:
        filled = [part for part in role.split("+") if roles.in_role(reading, part, frame)]
        if filled:
            return " and ".join(_in_words(part, frame) for part in filled)
    return ""


def _in_words(role: str, frame: Frame) -> str:
    """A role in words, with the word that a reader would look for."""
    if role == "agent" and frame.kind != "noun" and frame.voice == "passive":
        return "found as the one who does it, behind “by”"
    if role == "agent" and frame.kind == "verb":
        return f"found as the one who does it, the subject of “{frame.token.text}”"
    return f"found as {ROLES[role]}" if role in ROLES else f"found behind “{role}”"


def _status(rule: Rule, frame: Frame, telling: Telling) -> str:
    """Why a telling has the status that it has."""
    if telling.status != "happened":
        words = list(dict.fromkeys(_cues(frame)))
        return f"because of {' and '.join(f'“{word}”' for word in words[:3])}" if words else "the sentence puts it so"
    if frame.presupposed:
        return "the sentence takes it as done"
    if rule.status:
        return "this wording is only used of what was done"
    if rule.type in tellings.DONE_IN_TRYING and grammar.tried(frame):
        return "whoever tries to has done it"
    return "told as a fact: nothing in the sentence denies it or leaves it open"


def _cues(frame: Frame) -> Iterator[str]:
    """The words of its own clause, then of those above it, that leave an act open or deny it."""
    clause = [frame.token] if frame.token == frame.governor else [frame.token, frame.governor]
    for token in clause:
        yield from _doubts(token)
    for up in list(frame.governor.ancestors)[:2] if frame.governor.dep_ in {"xcomp", "ccomp", "acl", "obl", "advcl"} else ():
        yield up.text
        yield from _doubts(up)
    if frame.kind == "noun" and frame.governor != frame.token:
        yield frame.governor.text


def _doubts(token: Token) -> Iterator[str]:
    """The auxiliaries, negations and conjunctions of one clause that are no mere tense."""
    for child in token.children:
        word = child.lower_
        if word in UNSURE | OPENERS or (child.dep_ in {"aux", "mark"} and word not in LOOKS_ON | {"to", "that", "as", "after"}):
            yield child.text
