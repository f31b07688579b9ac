"""Whom a point of order is about where its own clause leaves it unsaid: of whom its next words speak, else who had the floor.

"Hale rose on a point of order. *The minister*, she said, had misled the House"; "*Marlowe* was speaking. At this Hale rose".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from extract import complaints, floor, grammar, lexicon
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.spoken import charges, hostile
from extract.tree import Span, Token

FOLLOWED = {"him", "her", "them"}
SENTENCES = 2  # behind the one that tells of the point: farther on the House has moved to something else
# "Asking whether the Speaker *had the power*".
POWERS = {"power", "powers", "right", "authority", "discretion"}
DENIED = {"not", "n't", "never", "no"}
PROVOKED = {"after", "when", "because", "since", "as", "once"}
# Words by which a point of order breaks in on whoever is speaking.
AT_ONCE = set(
    "then at once immediately promptly instantly swiftly quickly straightaway interrupt interrupted interrupting cut break broke "
    "interject interjected interpose interposed intervene intervened jump jumped leap leapt spring sprang shot prompting "
    "prompted".split()
)
# Words with which a point of order is about what was just said: whoever said it is meant.
JUST_SAID = set(
    "remark remarks word words language assertion allegation accusation comment comments statement slur insult expunged".split()
)


def grieved(reading: Reading, frame: Frame) -> list[str]:
    """Whom a complaint is about: by its own clause, by what is said next in it, by who was interrupted with it."""
    own = chair_faulted(reading, frame) or complaints.complained_of(reading, frame)
    if own or (frame.kind == "noun" and not _raised(frame)):
        return own
    askers = {id for t in (*complaints.raisers(frame), *grammar.subjects(frame.governor)) for id in _ids(reading, t)}
    if not askers:
        return []
    parties = {reading.cast.get(id).party for id in askers} - {None}
    worded = any(t.lower_ in JUST_SAID for t in frame.token.sent)
    breaks_in = worded or any(t.lower_ in AT_ONCE for t in frame.token.sent)
    found = (
        chair_faulted(reading, frame) or continued(reading, frame, askers) or floor.interrupted(reading, frame, last=breaks_in)
    )
    found = found or (floor.said_before(reading, frame, askers) if worded else [])
    return [id for id in found if id not in askers and not (_group(reading, id) and reading.cast.get(id).party in parties)]


def _group(reading: Reading, id: str) -> bool:
    return reading.cast.get(id).kind == "group"


def _raised(frame: Frame) -> bool:
    """Whether the clause tells of one point and who makes it, not of a volley of them nor of "a third"."""
    return frame.token.tag_ != "NNS" and frame.token.pos_ in {"NOUN", "PROPN"}


def _ids(reading: Reading, token: Token) -> tuple[str, ...]:
    return standing_for(reading.cast, token)


def chair_faulted(reading: Reading, frame: Frame) -> list[str]:
    """The chair, where the complaint says what is wrong with it: "saying that *the Speaker* had not put the question"."""
    for verb in _clauses(frame.governor):
        for token in grammar.subjects(verb):
            ids = [id for id in _ids(reading, token) if id in reading.cast.chairs]
            denied = any(c.lower_ in DENIED for c in verb.children)
            doubted = denied or any(c.lower_ in POWERS for c in verb.children)
            if ids and (doubted or charges(list(verb.subtree)) or grammar.lemma(verb) in lexicon.words("offices", "at_fault")):
                return ids[:1]
    return []


def _clauses(verb: Token) -> Iterator[Token]:
    """The clauses that a verb's own words put: "saying that ...", "arguing ...", "to complain that ..."."""
    return (t for t in verb.subtree if t.dep_ in {"ccomp", "advcl", "parataxis", "conj"} and t.i > verb.i)


def continued(reading: Reading, frame: Frame, askers: set[str]) -> list[str]:
    """Of whom the next sentences speak, as long as it is whoever complains that goes on."""
    for sentence in _next(reading, frame):
        if not _goes_on(reading, sentence, askers):
            return []
        for token in sentence:
            ids = [id for id in _ids(reading, token) if id not in askers and id not in reading.cast.chairs]
            ids = [id for id in ids if reading.cast.get(id).kind != "group" or reading.cast.get(id).party]
            if ids and token.pos_ in {"NOUN", "PROPN", "PRON"} and grammar.preposition(token) != "to":
                return ids[:1]
    return []


def _next(reading: Reading, frame: Frame) -> Iterator[Span]:
    """The sentences of the same paragraph behind the one that tells of it."""
    document = reading.document
    here = document.paragraph_of(frame.token.idx)
    at = document.sentence_numbers[frame.token.i]
    behind = (s for s in document.doc.sents[at + 1 :] if any(t.is_alpha for t in s))
    for sentence in islice(behind, SENTENCES):
        if document.paragraph_of(sentence.start_char) == here:
            yield sentence


def _goes_on(reading: Reading, sentence: Span, askers: set[str]) -> bool:
    """Whether a sentence says what somebody says: "*he* put it to the Speaker", "..., *she* argued", words quoted of him."""
    says = lexicon.words("speech", "say", "claim") | {"put", "ask", "add", "demand", "want", "question"}
    for token in sentence:
        if token.pos_ == "VERB" and grammar.lemma(token) in says:
            ids = {id for t in grammar.subjects(token) for id in _ids(reading, t)}
            if ids:
                return bool(ids & askers)
    return False


def walked_out_on(reading: Reading, frame: Frame) -> list[str]:
    """Against whom a walkout is: "*accusing the minister* of lying", "*to condemn* a ruling by Lind", "after *Lind refused*"."""
    verb = frame.governor
    own = {id for t in (*frame.agents, *grammar.subjects(verb)) for id in _ids(reading, t)}
    below = {verb, *verb.children}
    for clause in (c for c in verb.subtree if c.dep_ in {"advcl", "conj", "acl"} and c.head in below):
        told = grammar.verb_frame(clause)
        if (clause.tag_ == "VBG" or grammar.infinitive(clause)) and told.lemma in lexicon.words("hostility", "protests"):
            tokens = told.patients or told.obliques("against") or told.obliques("at") or told.obliques("over")
        elif clause.tag_ == "VBG" and told.lemma in lexicon.words("speech", "say", "claim"):
            tokens = tuple(t for c in told.complements if hostile(reading, told) for t in grammar.subjects(c))
        elif clause.dep_ == "advcl" and told.lemma in lexicon.words("hostility", "denies") and told.voice == "active":
            tokens = told.agents if next(iter(clause.subtree)).lower_ in PROVOKED else ()
        else:
            continue
        ids = [id for t in tokens for id in _ids(reading, t) if id not in own]
        if ids:
            return list(dict.fromkeys(ids))
    return []


def somebody_along(reading: Reading, frame: Frame) -> bool:
    """Whether what somebody takes along, if told, is of the House: "took *her MPs* with her", not "took a copy with her"."""
    does = not frame.agents or any(_ids(reading, t) for t in frame.agents)  # "the taunt: *it* followed him to the door"
    return does and (not frame.patients or any(reading.cast.all_at(t) for t in frame.patients))


def followed(reading: Reading, frame: Frame) -> list[str]:
    """Whom a group goes after, who went first: "*her* side followed her out"; one who follows another out goes alone."""
    doers = (reading.cast.by_id.get(reading.cast.at(t) or "") for t in frame.agents)
    if not any(doer is not None and doer.kind == "group" for doer in doers):
        return []
    return [id for t in frame.patients if t.lower_ in FOLLOWED and (id := reading.cast.at(t)) is not None]


def in_person(reading: Reading, frame: Frame) -> bool:
    """Whether people do it, not things of theirs: "*Hale's jeers* followed her", "*jeers from the Greens*"."""
    return not any(t.tag_ in {"NN", "NNS"} and not reading.cast.all_at(t) and _somebodys(t) for t in frame.agents)


def _somebodys(token: Token) -> bool:
    """Whether a noun is told with whose it is, and counts nobody: "dozens *of them*" are people."""
    many = token.lower_ in lexicon.words("people", "quantifiers")
    of = grammar.obliques(token, "from") or (token.tag_ == "NNS" and not many and grammar.obliques(token, "of"))
    return bool(of) or any(c.dep_.startswith("nmod:poss") for c in token.children)
