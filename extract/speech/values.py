"""Speech as values: spans of the article, whole phrases for who speaks and to whom, nothing of the parse."""

from __future__ import annotations

from spacy.tokens import Token

from extract.document import Document
from extract.marks import Quote
from extract.speech.around import Around
from extract.speech.direct import Speech, attribute
from extract.speech.phrases import phrase
from extract.types import Quotation


def tokens_of(document: Document, quote: Quote) -> list[Token]:
    """The tokens between the marks."""
    span = document.doc.char_span(quote.start, quote.end, alignment_mode="contract")
    return list(span) if span is not None else []


def quotations(document: Document, names: dict[int, str]) -> tuple[Quotation, ...]:
    """All that is said in an article, in reading order; *names* has for a token the fullest name of whom it stands for."""
    around = Around(document)
    return tuple(quotation(around, said, names) for said in attribute(document))


def quotation(around: Around, said: Speech, names: dict[int, str]) -> Quotation:
    """A quotation as a value."""
    document = around.document
    speaker = phrase(around, said.speaker, said.cue) if said.speaker is not None else None
    cue = document.span_of([said.cue]) if said.cue is not None else None
    name = names.get(said.speaker.i) if said.speaker is not None else None
    return Quotation(document.span(said.quote.start, said.quote.end), speaker, cue, name=name, continued=said.continued)
