"""Who says which quoted words: each quotation finds its verb of speaking and that verb's subject, or stays nobody's.

A cascade as in quotation attribution for news (Pareti 2013; Muzny et al. 2017), from the surest to the weakest: introduced with a
colon, a clause behind, a clause before, the clause it is part of, the quotation before it, the sentence or paragraph before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extract.document import Document
from extract.marks import Quote
from extract.speech import cues
from extract.speech.around import Around
from extract.speech.cues import FINITE, NOMINAL, quotes_words

FEW = 4  # words up to which what is quoted inside a clause may be only a name or a mocked word
CREDIT = 16  # words of a line that only says whose words stand above it
DASHES = {"-", "--", "―", "~"}
Found = tuple[Token | None, Token]  # cue and speaker


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
        found = by_clause(around, quote)
        if found is None and alone(around, quote):
            out.append(by_neighbour(around, n, out))
        else:
            cue, speaker = found or (None, None)
            out.append(Speech(quote, speaker, cue))
    return tuple(out)


def by_clause(around: Around, quote: Quote) -> Found | None:
    """The cue in the reporter's own sentence around the quotation."""
    lead, tail = around.lead(quote), around.tail(quote)
    last = lead[-1].text if lead else ""
    if last == ":" or (last == "," and (around.ended(quote) or (len(lead) > 1 and cues.speaks(lead[-2])))):
        return introduced(lead) or behind(around, quote, tail)
    if not lead or last in {",", "-", "--"}:
        return behind(around, quote, tail) or introduced(lead) or credited(around, quote, tail)
    return within(around, quote, lead, tail)


def alone(around: Around, quote: Quote) -> bool:
    """Whether quoted words are sentences of their own, no part of one of the reporter's."""
    lead = around.lead(quote)
    return not lead or (lead[-1].text in {":", ","} and not any(quotes_words(t) for t in lead))


def introduced(lead: Sequence[Token]) -> Found | None:
    """ "Hale *said*: '…'", "Hale's *reply*: '…'", "Hale: '…'", "Hale was blunt: '…'"."""
    if (source := cues.according(lead)) is not None:
        return source
    if (owned := cues.owner_of_words(lead[-4:])) is not None:
        return owned
    said = [t for t in lead if quotes_words(t)]
    for cue in reversed(said):
        speaker = cues.speaker_before(cue, lead)
        if speaker is not None:
            return cue, speaker
    return None if said else cues.owner_of_words(lead) or named(lead)


def named(lead: Sequence[Token]) -> Found | None:
    """ "*Hale*: '…'", "The reply - *Ann Hale*: '…'", "*Hale* was blunt: '…'": a lead without a word of speaking."""
    dash = next((n for n in range(len(lead) - 1, -1, -1) if lead[n].text in {"-", "--"}), None)
    if dash is not None and 0 < len(lead) - dash - 2 <= FEW:
        lead = lead[dash + 1 :]
    clause = cues.main_clause(lead)
    finite = next((t for t in clause if t.tag_ in FINITE), None)
    speaker = cues.first_phrase(clause)
    if finite is None and (lead[:1] and lead[0].pos_ in {"ADP", "ADV", "CCONJ"}):
        return None  # "In Europe, by contrast, '…'"
    if speaker is None or cues.dull(speaker):
        speaker = next((t for t in clause if cues.nominal(t) and not cues.dull(t)), None)
    return (finite, speaker) if speaker is not None else None


def behind(around: Around, quote: Quote, tail: Sequence[Token]) -> Found | None:
    """ "'…,' Hale *said*", "'…,' *said* Hale", "'…?' Hale smiled": the clause that the quotation is followed by."""
    last = around.closes_with(quote)
    if not tail or (last == "." and not states(tail)):
        return None
    row = [t for t in tail if t.text not in {",", "-", "--"} and t.pos_ != "ADV"] or list(tail)
    follows = last in {",", "!", "?", "-"}
    if row[0].tag_ == "VBG":
        return None
    cue = next((t for t in tail[:30] if quotes_words(t)), None)
    if follows and row[0].pos_ == "VERB" and row[0].tag_ != "VBG" and len(row) > 1 and row[1].pos_ in {*NOMINAL, "DET", "ADJ"}:
        cue = row[0]
    if cue is not None and (speaker := beside(cue, row, tail)) is not None:
        return cue, speaker
    if (said := cues.according(tail)) is not None:
        return said
    finite = next((t for t in tail[:25] if t.tag_ in FINITE), None)
    speaker = cues.first_phrase(tail)
    return (finite, speaker) if follows and finite is not None and speaker is not None and speaker.i < finite.i else None


def credited(around: Around, quote: Quote, tail: Sequence[Token]) -> Found | None:
    """ "'….' - *Ann Hale*, teacher": a dash and a name, with nothing else to the end of the paragraph or as the next one."""
    line = list(tail)
    if not line:
        line = around.next_paragraph(quote)
    if len(line) < 2 or len(line) > CREDIT or line[0].text not in DASHES or any(t.tag_ in FINITE for t in line):
        return None
    start = next((n for n, t in enumerate(line) if cues.nominal(t)), None)
    return (None, cues.run_end(line, start)) if start is not None and line[start].pos_ == "PROPN" else None


def beside(cue: Token, row: Sequence[Token], tail: Sequence[Token]) -> Token | None:
    """The speaker in the clause behind a quotation, after the cue or before it."""
    if row[0] == cue:
        return inverted(cue, tail)
    speaker = cues.first_phrase(row) if row[0].pos_ not in {"ADP", "SCONJ"} else None
    return speaker if speaker is not None and speaker.i < cue.i else cues.speaker_before(cue, tail)


def states(tail: Sequence[Token]) -> bool:
    """Whether a sentence behind a full stop is only an attribution: "*Hale said*.", "*said Hale* of the bill."."""
    cue = next((n for n, t in enumerate(tail[:6]) if quotes_words(t)), None)
    if cue is None or tail[-1].text in {":", ","}:
        return False
    return cue == 0 or len(tail) - cue <= 3


def inverted(cue: Token, tail: Sequence[Token]) -> Token | None:
    """ "said *Hale*", "said the party's *leader*, Ann Hale"."""
    after = [t for t in tail if t.i > cue.i]
    start = next((n for n, t in enumerate(after) if cues.nominal(t)), None)
    return cues.run_end(after, start) if start is not None else None


def within(around: Around, quote: Quote, lead: Sequence[Token], tail: Sequence[Token]) -> Found | None:
    """Words quoted inside a clause belong to the verb that the clause hangs on: 'said he was "deeply offended"'."""
    if (said := cues.according([*lead, *tail])) is not None:
        return said
    inside = around.tokens(quote)
    told = {t.i for t in (*lead, *tail)}
    for up in inside[0].ancestors if inside else ():
        if up.i in told and quotes_words(up) and up.i < inside[0].i:
            speaker = cues.speaker_before(up, lead)
            if speaker is not None:
                return up, speaker
    for cue in (t for t in reversed(lead) if quotes_words(t)):
        speaker = cues.speaker_before(cue, lead)
        if speaker is not None:
            return cue, speaker
    if (found := behind(around, quote, tail)) is not None and quotes_words(found[0] or found[1]):
        return found
    if (owned := cues.owner_of_words(lead)) is not None:
        return owned
    if len(around.text[quote.start : quote.end].split()) < FEW:
        return None
    finite = next((t for t in lead if t.tag_ in FINITE), None)
    speaker = cues.first_phrase(lead)
    return (finite, speaker) if finite is not None and speaker is not None and not cues.dull(speaker) else None


def by_neighbour(around: Around, n: int, told: list[Speech]) -> Speech:
    """Words that stand as sentences of their own: said by whoever speaks before them, or is told of right before them."""
    document = around.document
    quote = document.quotes[n]
    here = document.paragraph_of(quote.start)
    last = told[-1] if told else None
    if last is not None and document.paragraph_of(last.quote.start) == here:
        return from_last(around, quote, last)
    sentence = sentence_before(around, quote)
    if sentence and (found := told_of(sentence)) is not None:
        return Speech(quote, found[1], found[0])
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


def from_last(around: Around, quote: Quote, last: Speech) -> Speech:
    """The next quotation in a paragraph goes on with the one before, unless a sentence between tells of somebody else."""
    between = sentence_before(around, quote)
    found = told_of(between) if between and between[0].idx > last.quote.end and around.ended(last.quote) else None
    if found is not None and (last.cue is None or last.cue.i not in {t.i for t in between}):
        return Speech(quote, found[1], found[0])
    return Speech(quote, last.speaker, last.cue, continued=last.speaker is not None)


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
    verbs = [t for t in sentence if quotes_words(t)]
    for cue in verbs:
        speaker = cues.speaker_before(cue, sentence)
        if speaker is not None and not cues.dull(speaker):
            return cue, speaker
    finite = next((t for t in sentence if t.tag_ in FINITE), None)
    speaker = cues.first_phrase(cues.main_clause(sentence))
    if finite is None or speaker is None or cues.dull(speaker) or speaker.pos_ == "NOUN":
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
