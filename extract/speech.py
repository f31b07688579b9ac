"""Who says which quoted words: each quotation finds its verb of speaking and that verb's subject, or stays nobody's.

A cascade as in quotation attribution for news (Pareti 2013; Muzny et al. 2017): governing verb, verb after, verb before, runs on.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Token

from extract import grammar, lexicon
from extract.document import Document, Quote
from extract.types import Quotation

SPEAKING = lexicon.words("speech", "say") | lexicon.words("speech", "shout")
MODES = {"attack", "broadside", "tirade", "outburst", "statement", "speech", "offensive"}


@dataclass(frozen=True)
class Speech:
    """A quotation with the token of its speaker and of its verb; ``continued`` when it only goes on with the one before."""

    quote: Quote
    speaker: Token | None = None
    cue: Token | None = None
    continued: bool = False


def attribute(document: Document) -> tuple[Speech, ...]:
    """Every quotation of an article with its speaker, in reading order."""
    out: list[Speech] = []
    speaking: dict[int, list[Token]] = {}
    for token in document.doc if document.quotes else ():
        if speaks(token) and document.quote_at(token.idx) is None and _subject(token) is not None:
            speaking.setdefault(document.paragraph_of(token.idx), []).append(token)
    for quote in document.quotes:
        cue = _governing(document, quote) or _beside(document, quote, speaking)
        speaker = _subject(cue) if cue is not None else None
        if speaker is None and out and _goes_on(document, quote, out[-1]):
            out.append(Speech(quote, out[-1].speaker, out[-1].cue, continued=True))
            continue
        out.append(Speech(quote, speaker, cue))
    return tuple(out)


def _subject(cue: Token) -> Token | None:
    """Who speaks: the subject of the verb, or the inverted one: "said *Hale*"."""
    agents = grammar.verb_frame(cue).agents
    if agents:
        return agents[0]
    after = cue.nbor() if cue.i + 1 < len(cue.doc) else None
    return after if after is not None and after.pos_ in {"PROPN", "PRON"} else None


def speaks(token: Token) -> bool:
    """Whether a token is a verb of speaking."""
    return token.pos_ == "VERB" and grammar.lemma(token) in SPEAKING


def tokens_of(document: Document, quote: Quote) -> list[Token]:
    """The tokens between the marks."""
    span = document.doc.char_span(quote.start, quote.end, alignment_mode="contract")
    return list(span) if span is not None else []


def _governing(document: Document, quote: Quote) -> Token | None:
    """Words quoted inside a clause belong to the verb that the clause hangs on: 'said he was "deeply offended"'."""
    inside = tokens_of(document, quote)
    if not inside or document.text[max(0, quote.start - 3) : quote.start - 1].strip()[-1:] in {",", ":", "."}:
        return None
    opens = quote.start - 1 <= document.paragraphs[document.paragraph_of(quote.start)][0] + 1
    if opens:
        return None
    for up in inside[0].ancestors:
        if speaks(up) and up.i < inside[0].i and document.quote_at(up.idx) is None:
            return up
    return None


def _beside(document: Document, quote: Quote, speaking: dict[int, list[Token]]) -> Token | None:
    """The verb of speaking next to the quotation in its paragraph: after it if it ends with a comma, else the nearest."""
    verbs = speaking.get(document.paragraph_of(quote.start), [])
    at = bisect_left(verbs, quote.start, key=lambda verb: verb.idx)
    before, after = verbs[:at][-1:], verbs[at:][:1]
    if before and _introduced(document, quote, before[0].idx):
        return before[0]
    if after and _bare_between(document, quote.end, after[0].idx):
        return after[0]
    if before and document.text[before[-1].idx : quote.start].count(".") == 0:
        return before[-1]
    return next(iter(after or before), None)


def _introduced(document: Document, quote: Quote, verb: int) -> bool:
    """ "Okoro *said: "*One.*"* Hale said": a verb before a colon, or before a comma where the quotation ends the sentence."""
    lead = document.text[verb : quote.start - 1].rstrip()
    ended = document.text[quote.start : quote.end].rstrip().endswith((".", "!", "?"))
    return "." not in lead and (lead.endswith(":") or (lead.endswith(",") and ended))


def _bare_between(document: Document, start: int, end: int) -> bool:
    """Whether a verb follows a quotation with no other sentence between."""
    between = document.text[start:end]
    return len(between.split()) <= 12 and "." not in between.replace("Mr.", "").replace("Sen.", "").replace("Rep.", "")


def _goes_on(document: Document, quote: Quote, last: Speech) -> bool:
    """Whether a quotation without a verb of its own goes on with the one before it."""
    here, there = document.paragraph_of(quote.start), document.paragraph_of(last.quote.start)
    return here - there <= 1 and last.speaker is not None


def quotation(document: Document, said: Speech) -> Quotation:
    """A quotation as a value: spans of the article, nothing of the parse."""
    speaker = None
    if said.speaker is not None:
        flat = [t for t in said.speaker.subtree if t.dep_ in {"flat", "compound", "nmod:desc"} and t.head == said.speaker]
        speaker = document.span_of([said.speaker, *flat])
    cue = document.span_of([said.cue]) if said.cue is not None else None
    return Quotation(document.span(said.quote.start, said.quote.end), speaker, cue)
