"""Who says which quoted words: each quotation finds its verb of speaking and that verb's subject, or stays nobody's.

A cascade as in quotation attribution for news (Pareti 2013; Muzny et al. 2017), from the surest to the weakest: the sentence
that the words stand in, the quotation before them, the sentence or the paragraph before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract import lexicon
from extract.document import Document
from extract.grammar.phrases import line, says
from extract.marks import Quote, quotes
from extract.speech import cues
from extract.speech.around import MARKS, STOPS, Around, tokens_of
from extract.speech.cues import FINITE, quotes_words
from extract.speech.sentence import Found, by_clause
from extract.tree import Token

LOOK_BACK = 4  # quotations
GAP = " \n\"'“”‘’"
OF_OTHERS = {"he", "him", "she", "her", "they", "them", "member", "members"}  # of whom a chair speaks, and nobody of himself
REACH = 20  # words before a quotation inside another in which the verb stands


@dataclass(frozen=True)
class Speech:
    """A quotation with the token of its speaker and of its verb; ``continued`` when it only goes on with the one before."""

    quote: Quote
    speaker: Token | None = None
    cue: Token | None = None
    continued: bool = False


def attribute(document: Document) -> tuple[Speech, ...]:
    """Every quotation of an article with its speaker, in reading order."""
    if not document.quotes:
        return ()
    around = Around(document)
    out: list[Speech] = []
    for n, quote in enumerate(document.quotes):
        if quote.line:
            out.append(of_a_record(around, quote))
            continue
        found = by_clause(around, quote) or (by_clause_later(around, n) if quote.runs_on else None)
        if n and follows_on(document, n) and out[-1].speaker is not None and (found is None or found[0] == out[-1].cue):
            out.append(Speech(quote, out[-1].speaker, out[-1].cue, continued=True))
        elif found is None and (whence := from_where(around, quote)) is not None:
            out.append(Speech(quote, whence[1], whence[0]))
        elif found is None and alone(around, quote):
            out.append(by_neighbour(around, n, out))
        else:
            cue, speaker = found or (None, None)
            out.append(Speech(quote, speaker, cue))
    return tuple(out)


def of_a_record(around: Around, quote: Quote) -> Speech:
    """ "Some hon. *members*: Shame!": the colon stands for the verb, what is before it for who speaks."""
    first, _ = around.bounds(quote)
    at = bisect_left(around.starts, quote.start)
    before = [t for t in around.doc[first:at] if not t.is_space]
    shut = next((t.i for t in before if t.text == "("), at)
    speaker = next((t for t in reversed(before) if cues.nominal(t) and t.i < shut), None)
    colon = next((t for t in reversed(before) if t.text == ":"), None)
    return Speech(quote, speaker, colon)


def follows_on(document: Document, n: int) -> bool:
    """Whether the quotation before runs on into this one, in the next paragraph."""
    last, quote = document.quotes[n - 1 : n + 1]
    return last.runs_on and document.paragraph_of(quote.start) == document.paragraph_of(last.start) + 1


def by_clause_later(around: Around, n: int) -> Found | None:
    """The cue of a quotation that only its last paragraph attributes: "'So it is.⏎'And so it stays,' *Hale said*."."""
    for later in range(n + 1, min(n + 1 + LOOK_BACK, len(around.document.quotes))):
        if not follows_on(around.document, later):
            return None
        if (found := by_clause(around, around.document.quotes[later])) is not None:
            return found
    return None


def alone(around: Around, quote: Quote) -> bool:
    """Whether quoted words are sentences of their own, no part of one of the reporter's."""
    lead = around.lead(quote)
    if not any(cues.nominal(t) for t in lead):
        return not lead or lead[-1].text in {":", ",", "-"}  # "Adding, '…'"
    return lead[-1].text in {":", ","} and not any(quotes_words(t) for t in lead)


def from_where(around: Around, quote: Quote) -> Found | None:
    """ "'Go home!' *from the Green benches*.": a cry with no verb, and from where it comes."""
    tail = around.tail(quote)
    tail = tail[1:] if tail and tail[0].text == "," else tail
    if len(tail) < 2 or tail[0].lower_ != "from" or any(t.pos_ in {"VERB", "AUX"} for t in tail):
        return None
    speaker = cues.first_phrase(tail[1:])
    return None if speaker is None or cues.dull(speaker) else (tail[0], speaker)


def by_neighbour(around: Around, n: int, told: list[Speech]) -> Speech:
    """Words that stand as sentences of their own: said by whoever speaks before them, or is told of right before them."""
    document = around.document
    quote = document.quotes[n]
    here = document.paragraph_of(quote.start)
    last = _last(document, told)
    if last is not None and document.paragraph_of(last.quote.start) == here:
        return from_last(around, quote, last)
    sentence = sentence_before(around, quote)
    if sentence and (found := told_of(sentence)) is not None:
        spoke = found[0] is not None and quotes_words(found[0]) and not _chair(found[1]) and _bids(around, quote)
        return Speech(quote) if spoke else Speech(quote, found[1], found[0])
    if (found := following(around, n)) is not None:
        return Speech(quote, found[1], found[0])
    if last is not None and here - document.paragraph_of(last.quote.start) <= 1:
        if (found := paragraph_before(around, here, last)) is not None:
            return Speech(quote, found[1], found[0])
        if last.speaker is not None:
            return Speech(quote, last.speaker, last.cue, continued=True)
    elif here and (found := paragraph_before(around, here, None)) is not None:
        return Speech(quote, found[1], found[0])
    return Speech(quote)


def _last(document: Document, told: Sequence[Speech]) -> Speech | None:
    """The quotation before, over those of its paragraph that nobody says: titles, mocked words."""
    here = document.paragraph_of(told[-1].quote.start) if told else 0
    said = (s for s in reversed(told[-LOOK_BACK:]) if s.speaker is not None and document.paragraph_of(s.quote.start) == here)
    return next(said, told[-1] if told else None)


def from_last(around: Around, quote: Quote, last: Speech) -> Speech:
    """The next quotation in a paragraph goes on with the one before, unless a sentence between tells of somebody else.

    Nor does it where no word stands between the marks of the two, or where the chair tells whoever spoke what to do.
    """
    if _turns(around, quote, last):
        return Speech(quote)
    between = sentence_before(around, quote)
    found = told_of(between) if between and between[0].idx > last.quote.end else None
    if found is not None and (last.cue is None or last.cue.i not in {t.i for t in between}):
        return Speech(quote, found[1], found[0])
    return Speech(quote, last.speaker, last.cue, continued=last.speaker is not None)


def _turns(around: Around, quote: Quote, last: Speech) -> bool:
    """ "'I will not.' '*Then you may leave*'"; "'I will not,' said Hale. '*Then the member will leave*'": another's turn."""
    beside = not around.text[last.quote.end : quote.start].strip(GAP)
    said = {t.lower_ for t in tokens_of(around.document, last.quote)}
    himself = "i" in said and said.isdisjoint(OF_OTHERS)
    return beside or (himself and not (last.speaker and _chair(last.speaker)) and _bids(around, quote))


def _bids(around: Around, quote: Quote) -> bool:
    """Whether quoted words tell "the member" what to do, as only whoever presides does of another."""
    return says(line(tokens_of(around.document, quote)), "presiding", "biddings")


def _chair(speaker: Token) -> bool:
    return speaker.lower_ in lexicon.words("offices", "chairs")


def sentence_before(around: Around, quote: Quote) -> list[Token]:
    """The reporter's sentence right before a quotation that stands alone, in its paragraph."""
    first, _ = around.bounds(quote)
    at = bisect_left(around.starts, quote.start) - 1
    while at >= first and (around.doc[at].text in {'"', "''", "``", "'", ".", "!", "?"} or around.doc[at].is_space):
        if around.within[at] >= 0:
            return []
        at -= 1
    return around.sentence_before(at, first) if at >= first else []


def told_of(sentence: Sequence[Token]) -> Found | None:
    """Who speaks in a sentence, or else who acts in it."""
    for cue in sorted((t for t in sentence if quotes_words(t)), key=lambda t: t.lower_ not in cues.PLAIN):
        speaker = cues.speaker_before(cue, sentence)
        if speaker is not None and not cues.dull(speaker):
            return cue, speaker
    clause = cues.main_clause(sentence)
    finite = next((t for t in clause if t.tag_ in FINITE), None)
    speaker = cues.first_phrase(clause)
    if finite is None or speaker is None or cues.dull(speaker) or not cues.namelike(speaker):
        return None
    return finite, speaker


def following(around: Around, n: int) -> Found | None:
    """ "'….' That is what *Hale said*", "'….' '…,' *said Hale*": the sentence or the quotation behind, in the same paragraph."""
    quotes = around.document.quotes
    quote = quotes[n]
    tail = around.tail(quote)
    if tail and (cue := next((t for t in tail if quotes_words(t)), None)) is not None and tail[0].lower_ in cues.EMPTY:
        speaker = cues.speaker_before(cue, tail)
        if speaker is not None and not cues.dull(speaker):
            return cue, speaker
    same = n + 1 < len(quotes) and around.bounds(quotes[n + 1]) == around.bounds(quote)
    if same and not tail:
        return by_clause(around, quotes[n + 1])
    return None


def paragraph_before(around: Around, here: int, last: Speech | None) -> Found | None:
    """Who the last sentence of the paragraph before tells of, when the reporter has the last word there."""
    start, end = around.document.paragraphs[here - 1]
    if last is not None and around.text[last.quote.end : end].strip("\"”“’'`» .!?\u00a0").count(" ") < 3:
        return None
    first, at = bisect_left(around.starts, start), bisect_left(around.starts, end) - 1
    while at >= first and (around.doc[at].is_space or around.doc[at].text in {".", "!", "?", ":"}):
        at -= 1
    sentence = around.sentence_before(at, first)
    if last is not None and last.cue is not None and last.cue.i in {t.i for t in sentence}:
        return None
    return told_of(sentence) if sentence else None


def nested(around: Around, quote: Quote) -> list[Speech]:
    """The quotations inside quoted words that somebody is said there to have said: "'He told me "*Go home*", and I went.'"."""
    out: list[Speech] = []
    for inner in quotes(around.text, ((quote.start, quote.end),)):
        at = bisect_left(around.starts, inner.start)
        lead = [t for t in around.doc[max(bisect_left(around.starts, quote.start), at - REACH) : at] if t.text not in MARKS]
        stops = [n for n, t in enumerate(lead) if t.text in STOPS]
        lead = lead[stops[-1] + 1 :] if stops else lead
        found = next(
            ((t, s) for t in reversed(lead) if quotes_words(t) and (s := cues.speaker_before(t, lead)) is not None), None
        )
        if found is not None:
            out.append(Speech(inner, found[1], found[0]))
    return out
