"""Quoted words that are themselves the act: "Get out!" from the chair, "Shame!" from the benches, "Point of order!"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from extract import grammar, lexicon, matching, speech
from extract.context import Reading
from extract.grammar import Frame
from extract.grammar.phrases import line, says
from extract.lexicon import Rule
from extract.speech import Speech
from extract.tree import Token
from extract.types import Span, Telling

TO_HIM = ("withdraw", "apolog", "take it", "take that", "retract", "shame")  # what is called to whoever is to do it
CRY = 8  # words of a cry at most
BESIDE = 5  # words between a predicate and the words that it quotes
LONGEST = 300  # characters of a telling; the scorer accepts none over 400


def uttered(reading: Reading) -> Iterator[tuple[Speech, Frame, list[Rule]]]:
    """Each quotation with its frame and the rules that know its words, the more demanding first."""
    for said in reading.speeches:
        words = speech.tokens_of(reading.document, said.quote)
        if words and (rules := matching.uttered(words, said.cue)):
            yield said, frame_of(reading, said, words), rules


def frame_of(reading: Reading, said: Speech, words: list[Token]) -> Frame:
    """A quotation as a frame: who says it does it, and whoever is told it undergoes it."""
    cue = said.cue if said.cue is not None and said.cue.pos_ in {"VERB", "AUX"} and not said.continued else None
    token = cue if cue is not None else words[0]
    lemma = grammar.lemma(cue) if cue is not None else ""
    speakers = (said.speaker,) if said.speaker is not None else ()
    told = speech.addressee(cue, reading.cast.by_token)
    return Frame(token, lemma, "said", "active", speakers, (told,) if told is not None and told != said.speaker else (), token)


def span(reading: Reading, said: Speech, frame: Frame) -> Span:
    """The quoted words with the clause that says whose they are, where both are short; else the words alone."""
    document, start, end = reading.document, said.quote.start, said.quote.end
    outside = [t for t in (frame.governor, *frame.agents) if document.quote_at(t.idx) is None]
    first, last = min([start, *(t.idx for t in outside)]), max([end, *(t.idx + len(t) for t in outside)])
    if last - first <= LONGEST and not said.continued:
        return document.span(first, last)
    return document.span(start, min(end, start + LONGEST))


def with_words(reading: Reading, frame: Frame, clause: Span) -> Span:
    """A clause of saying with the quoted words that it says, where both are short."""
    own = [said.quote for said in reading.said_by(frame.token) if not said.continued]
    if not own:
        return clause
    first, last = min([clause.start, own[0].start]), max([clause.end, own[0].end])
    return reading.document.span(first, last) if last - first <= LONGEST else clause


def quotes(reading: Reading, frame: Frame) -> bool:
    """Whether quoted words stand with a predicate: in its phrase, right before it, or right behind it."""
    doc, at = frame.token.doc, frame.token.i
    near = [*frame.token.subtree, *doc[max(frame.token.sent.start - 1, at - BESIDE) : min(len(doc), at + BESIDE)]]
    return any(reading.document.quote_at(t.idx) is not None for t in near)


def approves(reading: Reading, frame: Frame) -> bool:
    """Whether the words called out agree with whoever speaks: "Hear, hear!"."""
    here = reading.by_paragraph.get(reading.document.paragraph_of(frame.token.idx), []) if frame.kind == "said" else []
    made = (said for said in map(reading.speeches.__getitem__, here) if frame.token.idx in said.quote)  # the frame is made of it
    own = [line(speech.tokens_of(reading.document, said.quote)) for said in (*reading.said_by(frame.token), *made)]
    return any(says(words, "speech", "approval") or _all(words) in lexicon.words("speech", "agreeing") for words in own)


def _all(words: str) -> str:
    """The words of a line without marks: "go on" of "Go on!"."""
    forms = (word.partition("/")[0] for word in words.split())
    return " ".join(form for form in forms if form.isalpha())


def exclaims(reading: Reading, frame: Frame) -> bool:
    """Whether the words quoted are a cry: short, and with a mark of exclamation."""
    own = [said.quote for said in reading.said_by(frame.token)]
    texts = [reading.document.text[quote.start : quote.end].strip(" \"'“”‘’,") for quote in own]
    return any(text.endswith("!") and len(text.split()) <= CRY for text in texts)


def thrown(reading: Reading, frame: Frame) -> bool:
    """Whether what is thrown is words: "'Liar!' he *flung* at her"."""
    return frame.kind == "verb" and bool(reading.said_by(frame.token))


def cried_at(telling: Telling, chairs: Collection[str]) -> bool:
    """Whether a call is for somebody to do something himself, not for the chair to see to it: "'Apologise!' *at Hale*"."""
    return bool(set(telling.targets) - set(chairs)) and (telling.quote or "").lower().lstrip("'\"“‘").startswith(TO_HIM)
