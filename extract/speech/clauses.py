"""What is reported in the reporter's own words: the clause behind or before a verb of speaking, or "according to" somebody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extract import grammar, lexicon
from extract.speech import cues
from extract.speech.around import MARKS, STOPS, Around, stops
from extract.speech.cues import FINITE, NOMINAL
from extract.speech.listeners import addressee
from extract.tree import Span as Tokens
from extract.tree import Token

OPENS = {"that", "whether", "if", "why", "how", "what", "when", "where", "who"}
LONGEST = 400  # tokens of a sentence; a longer one is a list, or no sentence


@dataclass(frozen=True)
class Report:
    """A clause that says what somebody said: its first and last token, the cue and the speaker."""

    first: Token
    last: Token
    cue: Token
    speaker: Token


def reports(around: Around, taken: set[Token | None]) -> Iterator[Report]:
    """Every clause that the reporter gives as somebody's words, by its cue; the cues *taken* have quoted words of their own."""
    for sentence in (s for s in around.doc.sents if len(s) < LONGEST):
        own = [t for t in sentence if around.within[t.i] < 0 and not t.is_space]
        if (source := cues.according(own)) is not None and _sources(source[1]):
            yield from _by_source(around, sentence, *source)
            continue
        end = -1
        for cue in own:
            report = None
            if cue.i > end and cue.pos_ == "VERB" and grammar.lemma(cue) in lexicon.words("speech", "reporting"):
                report = behind(around, sentence, cue) or (None if cue in taken else before(around, sentence, cue))
            if report is not None:
                end = max(end, report.last.i)
                yield report


def behind(around: Around, sentence: Tokens, cue: Token) -> Report | None:
    """ "Hale said *that she would not leave*", "Hale told reporters *the vote was lost*"."""
    lead = [t for t in sentence if t.i < cue.i and around.within[t.i] < 0]
    start = _opening(cue) if lead else None
    if start is None:
        return None
    stop = next((t.i for t in around.doc[start : sentence.end] if stops(t) and around.within[t.i] < 0), sentence.end)
    if lead[-1].lower_ in cues.RELATIVE:  # "Hale, who said *she was tired*, left"
        stop = min([stop, *(t.i for t in around.doc[start:stop] if t.text == ",")])
    # What goes on with the verb of speaking is no part of what it reports: "said it was late *and left*", "…, *adding* …".
    stop = min([stop, *(_first(t) for t in around.doc[start:stop] if t.head == cue and t.dep_ in {"conj", "advcl", "parataxis"})])
    joined = (t.i for t in around.doc[start : max(start, stop - 1)] if t.pos_ == "CCONJ" and _says_on(t.nbor()))
    stop = next(joined, stop)
    return _report(around, start, stop - 1, cue, cues.speaker_before(cue, [*lead, cue]))


def _says_on(token: Token) -> bool:
    """ "said it was late and *added* …"."""
    return token.tag_ in FINITE and cues.quotes_words(token)


def _first(clause: Token) -> int:
    """The first token of a clause, a conjunction before it included."""
    return min(t.i for t in clause.subtree)


def _opening(cue: Token) -> int | None:
    """Where the clause behind a verb begins: at "that", or where a subject and its verb follow, behind whoever is told."""
    doc, end = cue.doc, cue.sent.end
    row = doc[cue.i + 1 : min(end, cue.i + 9)]
    that = next((n for n, t in enumerate(row) if t.lower_ in {"that", "whether", "if"} and t.pos_ == "SCONJ"), None)
    if that is not None and not any(t.text in STOPS | MARKS | {":"} for t in row[:that]):
        return row[that].i
    told = addressee(cue, {}) if grammar.lemma(cue) in lexicon.words("speech", "telling") else None
    start = cue.i + 1 if told is None else told.i + 1
    if start < end and doc[start].lower_ in cues.TIMES:
        start += 1  # "said Tuesday the vote was lost"
    rest = doc[start:end]
    if len(rest) < 2 or rest[0].pos_ not in {*NOMINAL, "DET", "ADJ", "NUM"}:
        return None
    finite = next((t for t in rest if t.tag_ in {*FINITE, "MD"} or t.text in {",", ":", *MARKS}), None)
    clause = any(c.dep_ == "ccomp" and c.i >= start for c in cue.children)
    return start if clause or (finite is not None and finite.pos_ in {"VERB", "AUX"}) else None


def before(around: Around, sentence: Tokens, cue: Token) -> Report | None:
    """ "*The vote was lost*, Hale said.", "*She would not leave*, said Hale." """
    own = [t for t in sentence if around.within[t.i] < 0]
    comma = next((t for t in reversed(own) if t.text == "," and t.i < cue.i), None)
    if comma is None or sentence[0].lower_ in cues.OPENING - {"but", "and"} or sentence[0].tag_ in {"VBG", "VBN"}:
        return None
    between = [t for t in own if comma.i < t.i < cue.i]
    after = [t for t in own if t.i > cue.i]
    if between:
        near = [t for t in between if t.pos_ not in {"ADV", "AUX"}]
        speaker = cues.first_phrase(near) if near and len(near) <= 8 and near[0].pos_ in {*NOMINAL, "DET", "ADJ"} else None
        if speaker is not None and cue.tag_ not in FINITE and not any(t.pos_ == "AUX" for t in between):
            speaker = None
    else:
        start = next((n for n, t in enumerate(after) if cues.nominal(t)), None)
        speaker = cues.run_end(after, start) if start is not None and cue.tag_ in FINITE and start < 4 else None
    clause = [t for t in sentence if t.i < comma.i and not t.is_space]
    finite = any(t.tag_ in {*FINITE, "MD"} and around.within[t.i] < 0 for t in clause)
    if speaker is None or not finite or cues.dull(speaker) or speaker.lower_ in cues.RELATIVE:
        return None
    return _report(around, clause[0].i, comma.i - 1, cue, speaker)


def _by_source(around: Around, sentence: Tokens, cue: Token, speaker: Token) -> Iterator[Report]:
    """ "According to Hale, *the vote was lost*", "*The vote was lost*, according to Hale"."""
    tokens = [t for t in sentence if not t.is_space]
    if tokens[0] == cue:
        comma = next((t.i for t in tokens if t.text == "," and t.i > speaker.i), None)
        report = _report(around, comma + 1, tokens[-1].i, cue, speaker) if comma is not None and comma < tokens[-1].i else None
    else:
        report = _report(around, tokens[0].i, cue.i - 1, cue, speaker)
    if report is not None:
        yield report


def _sources(speaker: Token) -> bool:
    """Whether what something accords to can say so: "according to plan" is nobody's word."""
    return grammar.lemma(speaker) not in lexicon.words("speech", "no_source")


def _report(around: Around, first: int, last: int, cue: Token, speaker: Token | None) -> Report | None:
    """The report between two tokens, without the marks, commas and stops at its ends, if it has words of the reporter's."""
    row = [t for t in around.doc[first : last + 1] if not t.is_space]
    while row and (row[-1].text in STOPS or row[-1].text in {",", ":", "-"}):
        row.pop()
    while row and row[-1].pos_ == "CCONJ":
        row.pop()
    while row and row[0].text in {",", ":", "-"}:
        row.pop(0)
    own = [t for t in row if around.within[t.i] < 0 and t.is_alpha and t.lower_ not in OPENS]
    if speaker is None or len(own) < 2 or cue in row:
        return None
    return Report(row[0], row[-1], cue, speaker)


def quoted_in(around: Around, report: Report) -> list[int]:
    """The numbers of the quotations that a reported clause holds."""
    start, end = report.first.idx, report.last.idx + len(report.last)
    quotes = around.document.quotes
    at = bisect_left(quotes, start, key=lambda quote: quote.start)
    out = []
    while at < len(quotes) and quotes[at].start < end:
        out.append(at)
        at += 1
    return out
