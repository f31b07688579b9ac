"""Speech as values: spans of the article, whole phrases for who speaks and to whom, nothing of the parse."""

from __future__ import annotations

from extract.document import Document
from extract.speech.around import Around
from extract.speech.clauses import Report, quoted_in, reports
from extract.speech.direct import Speech, attribute, nested
from extract.speech.listeners import addressee
from extract.speech.phrases import phrase, short
from extract.tree import Token
from extract.types import Quotation, QuotationKind, Span


def quotations(document: Document, names: dict[int, str]) -> tuple[Quotation, ...]:
    """All that is said in an article, in reading order; *names* has for a token the fullest name of whom it stands for."""
    around = Around(document)
    said = attribute(document)
    out: list[Quotation] = []
    mixed: set[int] = set()
    for report in reports(around, {speech.cue for speech in said}):
        held = quoted_in(around, report)
        if all(_belongs(said[n], report) for n in held):
            mixed |= {n for n in held if said[n].cue in {None, report.cue} or said[n].speaker == report.speaker}
            content = document.span_of([report.first, report.last])
            out.append(_value(around, names, content, report.speaker, report.cue, kind="mixed" if held else "indirect"))
    for n, speech in enumerate(said):
        if n not in mixed:
            content = document.span(speech.quote.start, speech.quote.end)
            out.append(_value(around, names, content, speech.speaker, speech.cue, continued=speech.continued))
        for inner in nested(around, speech.quote):
            content = document.span(inner.quote.start, inner.quote.end)
            out.append(_value(around, names, content, inner.speaker, inner.cue))
    return tuple(sorted(out, key=lambda quotation: quotation.content))


def _belongs(said: Speech, report: Report) -> bool:
    """Whether a quotation is part of a reported clause: of its verb of speaking, of none, or of one inside the clause."""
    inside = said.cue is None or said.cue == report.cue or report.first.i <= said.cue.i <= report.last.i
    return inside and said.quote.end <= report.last.idx + len(report.last) + 2


def _value(
    around: Around,
    names: dict[int, str],
    content: Span,
    speaker: Token | None,
    cue: Token | None,
    *,
    kind: QuotationKind = "direct",
    continued: bool = False,
) -> Quotation:
    """A quotation with its tokens as phrases."""
    told = addressee(cue, names)
    return Quotation(
        content,
        speaker=phrase(around, speaker, cue) if speaker is not None else None,
        cue=around.document.span_of([cue]) if cue is not None else None,
        addressee=short(around, told) if told is not None and told != speaker else None,
        kind=kind,
        name=names.get(speaker.i) if speaker is not None else None,
        continued=continued,
    )
