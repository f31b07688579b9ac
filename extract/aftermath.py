"""What is said once it is over: behind the last act told, of a later day, or in the present tense of a story told in the past.

Wherever it is said, it is a statement afterwards if it speaks of the incident: of whoever stood in it, of how one behaves in a
House, or of "this". What is said between the acts of a sitting, or to the House, belongs to the sitting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from extract import grammar, hints, lexicon, matching, rows, speech, statements, when
from extract.answers import DEEDS
from extract.barbs import said_of
from extract.context import Reading, standing_for
from extract.grammar import Frame
from extract.grammar.phrases import line as words_of
from extract.indoors import indoors
from extract.places import holds_any, located, place_said
from extract.spoken import DENIALS, speeches_of
from extract.tree import Token
from extract.types import Telling

Read = Callable[[Reading, Frame, frozenset[int]], Telling | None]
ABOVE = 12  # sentences of a paragraph that are looked back over
COOL = 2  # paragraphs after which what is said is of something else
SURE = 0.6  # of what is known to be said afterwards by where it stands alone
# What leaves something to speak of afterwards, and what goes on after that as before it.
ENDS = {"ejection", "walkout", "scuffle", "adjournment"}
SURELY = {"heckle", "ejection", "walkout", "adjournment", "intervention"}  # goes on with the sitting, whoever does it
WORDS = {"attack", "reaction"}
GONE = {"ejection": "targets", "walkout": "actors", "scuffle": "actors"}  # who is spoken of, and no more spoken to
POINTING = {"it", "this", "that", "these", "those"}
THEN = {"afterwards", "afterward", "outside"}  # beside a verb of saying
EMPTY = {"csubj", "ccomp", "expl"}  # what "it" only stands in for
ASIDES = {"obl", "advmod", "obl:tmod", "advcl"}  # says when and where something is said
PRESENT, PAST = {"VBZ", "VBP"}, {"VBD", "VBN"}


@dataclass(frozen=True)
class Aftermath:
    """Where an article has done with a sitting, and who stood in it."""

    first: int  # the sentence of the act that ended it, told first
    last: int  # that of the last act
    behind: int  # its paragraph
    hot: frozenset[int]  # that paragraph and those behind it that speak of it
    warm: frozenset[int]  # those behind it that still may
    people: frozenset[str]
    gone: frozenset[str]
    past: bool  # whether the story is told in the past tense


def of(reading: Reading, told: Mapping[int, Telling]) -> Aftermath | None:
    """The aftermath of the acts told, by the number of the word that tells each; None where nothing was ended by them."""
    document = reading.document
    acts = {i: t for i, t in told.items() if t.type not in WORDS and t.status in {"happened", "denied"}}
    if not any(t.type in ENDS for t in acts.values()):
        return None
    doc = document.doc
    whole = {i: t for i, t in acts.items() if not (t.lead or t.recap)} or acts
    core = reading.cast.chairs.union(*({*t.actors, *t.targets} for t in acts.values() if t.type in GONE))
    past = _in_the_past(doc[i] for i in whole)
    sure = {i: t for i, t in whole.items() if t.type in SURELY or core & {*t.actors, *t.targets}}
    outright = (i for i in sure if _outright(doc[i]) and i not in document.quoted)
    below = {i: sure[i] for i in outright if not (past and doc[i].tag_ in PRESENT)} or whole
    first = min((t.sentence for t in whole.values() if t.type in ENDS), default=-1)
    last = max(t.sentence for t in below.values())
    behind = max(document.paragraph_of(t.at) for t in below.values())
    people = frozenset(id for t in acts.values() for id in (*t.actors, *t.targets) if id in reading.cast.by_id)
    gone = frozenset(id for t in acts.values() if t.type in GONE for id in getattr(t, GONE[t.type])) | reading.cast.chairs
    hot = _hot(reading, behind, people)
    warm = frozenset(range(behind + 1, max(hot) + COOL + 1))
    return Aftermath(first, last, behind, hot, warm, people, _and_parties(reading, gone & people), past)


def _in_the_past(acts: Iterable[Token]) -> bool:
    """Whether most of the acts are told in the past tense."""
    tenses = [token.tag_ in PAST for token in acts if token.tag_ in PAST | PRESENT]
    return sum(tenses) * 2 > len(tenses)


def _and_parties(reading: Reading, gone: frozenset[str]) -> frozenset[str]:
    """Those who had gone, with the party that several of them are of."""
    own = [reading.cast.get(id) for id in gone]
    known = Counter({a.party: 0 for a in own if a.party})
    known.update(a.party for a in own if a.party for _ in range(2 if a.kind == "group" else 1))
    several = {party for party, number in known.items() if number > 1}
    return gone | {a.id for a in reading.cast.actors if a.kind == "group" and a.party in several}


def _outright(token: Token) -> bool:
    """Whether a word tells an act itself: not what somebody says was done, nor what had been, "*after* she was ejected"."""
    line = [token, *token.ancestors]
    reported = any(t.dep_ in {"ccomp", "acl:relcl", "acl", "advcl"} and t.tag_ != "VBG" for t in line)
    return not reported and not any(map(grammar.pluperfect, line))


def _hot(reading: Reading, behind: int, people: frozenset[str]) -> frozenset[int]:
    """The paragraph of the last act and those behind it that speak of it, up to where two do not any more."""
    document, hot = reading.document, [behind]
    for paragraph in range(behind + 1, len(document.paragraphs)):
        if paragraph - hot[-1] > COOL:
            break
        tokens = [t for sentence in document.told_in(paragraph, paragraph) for t in sentence]
        if any(reading.cast.at(t) in people or _of_conduct(t) or _points(t) for t in tokens):
            hot.append(paragraph)
    return frozenset(hot)


def sentences(reading: Reading, after: Aftermath) -> Iterator[int]:
    """The sentences, by their number, in which something may be said afterwards."""
    doc = reading.document.doc
    for number, sentence in enumerate(doc.sents):
        marked = number > after.first and any(_spoken_now(t) or t.lower_ in THEN for t in sentence)
        if number > after.last or marked or reading.document.times_of(sentence):
            yield number


def of_it(reading: Reading, after: Aftermath, frame: Frame) -> bool:
    """Whether a frame says something of the incident, and does so afterwards."""
    line = (frame.token, *frame.token.ancestors)
    speakers = {id for t in frame.agents for id in standing_for(reading.cast, t)}
    aside = any(t.dep_ == "acl:relcl" and t.i not in reading.document.quoted for t in line)  # "Ms Lind, *who has said that*"
    if aside or grammar.pluperfect(frame.token) or _in_the_house(reading, frame) or not _later(reading, after, frame, speakers):
        return False
    words = list(_words(reading, frame))
    if any(_names_it(reading, after, t, speakers) for t in words):
        return True
    document, paragraph = reading.document, reading.document.paragraph_of(frame.token.idx)
    if paragraph not in after.warm or not _has_a_voice(reading, after, speakers):
        return False
    if any(_on_it(reading, after, t, speakers) for t in words) or _loosely(words):
        return True
    own = speakers & after.gone and any(_of_himself(reading, speakers, t) for t in words)
    opens = document.told_in(paragraph, paragraph)[0] == frame.token.sent  # nothing else is told that "it" could mean
    near = paragraph - 1 in after.hot
    return bool(own) or (near and any(_of_the_house(t) or (opens and _points(t, frame.token)) for t in words))


def _has_a_voice(reading: Reading, after: Aftermath, speakers: set[str]) -> bool:
    """Whether somebody stood in the incident or has a party or a rank: bishops and banks mostly speak of something else."""
    return any(id in after.people or (a := reading.cast.get(id)).party or a.role for id in speakers if id in reading.cast.by_id)


def _later(reading: Reading, after: Aftermath, frame: Frame, speakers: set[str]) -> bool:
    """Whether something is said after the incident: by where it stands, by its tense or by its day; the chair goes on ruling."""
    if reading.document.paragraph_of(frame.token.idx) > after.behind and not speakers & reading.cast.chairs:
        return True
    begun = reading.document.sentence_numbers[frame.token.i] > after.first
    if begun and ((after.past and _spoken_now(frame.token)) or any(c.lower_ in THEN for c in frame.token.children)):
        return True
    time, day = when.stated(reading, frame), reading.sitting_date
    return time is not None and day is not None and time.date is not None and not time.ahead and time.date > day


def _spoken_now(token: Token) -> bool:
    """ "*says*", "*has called*": of a story told in the past it is what is said today."""
    has = any(c.dep_ == "aux" and c.tag_ in PRESENT and grammar.lemma(c) == "have" for c in token.children)
    would = any(c.lower_ == "would" and c.dep_ == "aux" for c in token.children) and grammar.lemma(token) == "like"
    alone = token.tag_ in PRESENT and token.pos_ == "VERB" and not any(c.dep_.startswith("aux") for c in token.children)
    return has or would or alone


def _in_the_house(reading: Reading, frame: Frame) -> bool:
    """Whether the sentence puts the words on the floor: "told *the House*", "asked *Members* to", "*in the chamber*"."""
    told = {t.i for t in _words(reading, frame)} - {t.i for c in frame.token.children if c.dep_ in ASIDES for t in c.subtree}
    own = {t.i for a in frame.agents for t in a.subtree}
    every = [t for t in frame.token.sent if t.i not in reading.document.quoted]
    words, whole = " ".join(t.text for t in every if t.i not in told | own), " ".join(t.text for t in every)
    if _begun_there(reading, frame):
        return True
    if holds_any(words, "inside") or holds_any(words, "floor") or indoors(frame.token.sent, whole):
        return True
    heard = (*frame.patients, *frame.recipients) if frame.lemma in lexicon.words("speech", "always_telling") else ()
    return any(t.lower_ in lexicon.words("speech", "floor_hears") for t in (*heard, *frame.obliques("to")))


def _begun_there(reading: Reading, frame: Frame) -> bool:
    """Whether a sentence above it in its paragraph plays on the floor, and none since then outside."""
    document = reading.document
    paragraph = document.paragraph_of(frame.token.idx)
    above = [s for s in document.told_in(paragraph, paragraph) if s.end <= frame.token.i]
    for sentence in reversed(above[-ABOVE:]):
        words = located(sentence, document.quoted)
        if place_said(words) == "outside":
            return False
        if holds_any(words, "inside") or holds_any(words, "floor") or indoors(sentence, words):
            return True
    return False


def _words(reading: Reading, frame: Frame) -> Iterator[Token]:
    """The words of what is said: what hangs on the verb behind it, what completes it, what is quoted."""
    is_so = frame.lemma == "be"  # what somebody is, and what it is to him
    before = (c for c in frame.token.children if c.dep_ == "advcl" and c.i < frame.token.i)  # "*Asked about it*, Hale said"
    done = {t.i for a in (*frame.agents, *before) for t in a.subtree} if not is_so else set()
    heads = (frame.token, frame.token.head if is_so else frame.governor, *frame.complements)
    around = {t.i: t for head in heads for t in head.subtree if t.i not in done}
    around |= {t.i: t for said in said_of(reading, frame) for t in (*said.about, *said.words)}
    yield from around.values()
    for said in speeches_of(reading, frame):
        yield from speech.tokens_of(reading.document, said.quote)


def _names_it(reading: Reading, after: Aftermath, token: Token, speakers: set[str]) -> bool:
    """Whether a word names the incident, or somebody who had to go in it, or who went."""
    id = reading.cast.at(token)
    return (id in after.gone and id not in speakers) or statements.names_it(reading, token)


def _on_it(reading: Reading, after: Aftermath, token: Token, speakers: set[str]) -> bool:
    """Whether a word right behind the incident goes on about it: names one of those in it, or how one behaves."""
    id = reading.cast.at(token)
    one_of_them = id in after.people and id not in speakers and id is not None and reading.cast.get(id).kind != "group"
    return one_of_them or _of_conduct(token)


def _of_conduct(token: Token) -> bool:
    """ "*behaved* like a schoolboy", "a *disgrace*", "no respect for *the rules*"."""
    return bool({token.lower_, grammar.lemma(token)} & lexicon.words("speech", "conduct"))


def _loosely(words: Iterable[Token]) -> bool:
    """Whether two words that could be of anything are of conduct together: "no *respect* for *democracy*"."""
    loose = lexicon.words("speech", "conduct_loose")
    return len({grammar.lemma(t) for t in words if {t.lower_, grammar.lemma(t)} & loose}) > 1


def _points(token: Token, verb: Token | None = None) -> bool:
    """ "*This* is the worst night", "made light of *it*": of what was told just before."""
    if token.lower_ not in POINTING or token.pos_ != "PRON":
        return False
    said = token.head
    empty = token.lower_ == "it" and any(c.dep_ in EMPTY or grammar.infinitive(c) for c in said.children)
    copula = token.dep_.startswith("nsubj") and any(c.dep_ == "cop" for c in said.children) and not empty
    below = said == verb or (said.head == verb and said.dep_ == "obj")
    return copula or (token.dep_ in {"obj", "obl", "nmod"} and below)


def _of_himself(reading: Reading, speakers: set[str], token: Token) -> bool:
    """Whether whoever had to go speaks of himself: "said *he* had nothing to be sorry for", "They dragged *me*"."""
    first = token.lower_ in lexicon.words("people", "first_words") and token.pos_ == "PRON"
    him = token.dep_.startswith("nsubj") and reading.cast.at(token) in speakers
    denies = any(t.lower_ in DENIALS or t.lower_ == "nothing" for t in token.head.subtree)
    put_out = grammar.lemma(token.head) in lexicon.words("people", "removes")
    return first or (him and (denies or put_out))


def _of_the_house(token: Token) -> bool:
    """ "the worst night in *the chamber*", "*the rules* are clear": right behind the incident it is what it was about."""
    return not any(c.dep_ == "compound" for c in token.children) and token.lower_ in lexicon.words("speech", "arena")


def said(
    reading: Reading, told: Mapping[int, Telling], read: Read, own: Callable[[Token], bool]
) -> dict[int, tuple[Frame, Telling]]:
    """The statements made afterwards, by the word that says each: read as if outside, where they speak of the acts told."""
    after = of(reading, told)
    if after is None:
        return {}
    document, sents = reading.document, tuple(reading.document.doc.sents)
    lines = {n: hints.of_words(words_of(sents[n])) & rows.afterwards() for n in sentences(reading, after)}

    def wanted(token: Token) -> bool:
        number = document.sentence_numbers[token.i]
        fresh = token.i not in told or told[token.i].type == "reaction" or _over(told[token.i], after)
        return number in lines and fresh and matching.may_name(token, lines[number]) and own(token)

    outside, out = replace(reading, outside=True), {}
    for frame in reading.asked(wanted):
        if frame.kind == "verb" and of_it(reading, after, frame):
            telling = read(outside, frame, lines[document.sentence_numbers[frame.token.i]])
            if telling is not None and telling.status == "happened":
                targets = telling.targets or _doers(reading, told, frame, telling.actors)
                out[frame.token.i] = frame, replace(telling, targets=targets, of_it=True, confidence=SURE)
    return out


def _doers(reading: Reading, told: Mapping[int, Telling], frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whose act a statement names that names nobody: "called *the walkout* a stunt", "*the ejection* was unfair"."""
    nouns = {t.lower_ for t in _words(reading, frame) if statements.known(t)}
    types = {type for type, words in DEEDS.items() if words & nouns}
    found = dict.fromkeys(id for t in told.values() if t.type in types and t.status == "happened" for id in t.actors)
    return tuple(id for id in found if id in reading.cast.by_id and id not in actors)


def _over(telling: Telling, after: Aftermath) -> bool:
    """Whether words are of somebody who had gone, or of the chair: they are no part of the debate any more."""
    return telling.type in {"attack", "objection"} and (not telling.targets or bool(set(telling.targets) & after.gone))
