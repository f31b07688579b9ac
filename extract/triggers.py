"""Any given words as tellings and events, so that what orders our own can order, and be measured on, other people's.

A trigger has no type and no actors; it is dated only where its own clause says when it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extract import grammar, windows
from extract.context import Reading
from extract.dates import Time
from extract.document import Document
from extract.grammar import Frame
from extract.tree import Token
from extract.types import Edge, Event, Ordering, Placed, Telling

TYPE = "trigger"
# What reading would take out or join, one code point for one: the offsets are those of the text as given.
SAME_LENGTH = (("\ufeff", " "), ("\r\n", " \n"), ("\r", "\n"))
Offsets = tuple[int, int]


def checked(text: str, spans: Iterable[Offsets]) -> tuple[Offsets, ...]:
    """The spans as given; ValueError, naming the first at fault, where one is empty, out of the text or overlaps another."""
    given = tuple((int(start), int(end)) for start, end in spans)
    for span in given:
        if not 0 <= span[0] < span[1] <= len(text):
            raise ValueError(f"span {span} does not lie in a text of {len(text)} characters, or is empty")
        if not text[slice(*span)].strip():
            raise ValueError(f"span {span} holds no word")
    for one, other in pairwise(sorted(given)):
        if other[0] < one[1]:
            raise ValueError(f"spans {one} and {other} overlap")
    return given


def offsets_kept(text: str) -> str:
    """A text in which reading changes nothing that would move an offset."""
    for given, plain in SAME_LENGTH:
        text = text.replace(given, plain)
    return text


def tell(reading: Reading, spans: Sequence[Offsets]) -> tuple[Telling, ...]:
    """A telling for each span, in reading order, with its status, place, standing and time."""
    given = sorted(spans)
    known = {frame.token.i: frame for frame in reading.frames}
    heads = [head(reading.document, span) for span in given]
    frames = [known.get(token.i) or grammar.noun_frame(token) for token in heads]
    rows = zip(given, frames, windows.windows(reading, frames), strict=True)
    return tuple(_timed(_telling(reading, span, frame), time) for span, frame, time in rows)


def head(document: Document, span: Offsets) -> Token:
    """The word of a span on which its others hang."""
    found = document.doc.char_span(*span, alignment_mode="expand")
    return found.root if found is not None else document.doc[0]


def _telling(reading: Reading, span: Offsets, frame: Frame) -> Telling:
    document, token = reading.document, frame.token
    sentence = document.sentence_numbers[token.i]
    standing = grammar.standing(token)
    quoted = document.quote_at(token.idx) is not None
    return Telling(
        TYPE,
        document.span(*span),
        TYPE,
        at=token.idx,
        voice=frame.voice,  # type: ignore[arg-type]
        status=grammar.status(frame),  # type: ignore[arg-type]
        place=document.places[sentence],
        lead=document.paragraph_of(token.idx) < document.lead,
        sentence=sentence,
        depth=document.depth_of(token.idx),
        standing="known" if quoted and standing == "main" else standing,  # what is quoted was there before it was said
    )


def _timed(told: Telling, time: Time | None) -> Telling:
    if time is None or time.told:
        return told
    return replace(told, time_text=time.words, date=time.date, earliest=time.earliest, latest=time.latest, hours=time.hours)


def events(tellings: Iterable[Telling], spans: Sequence[Offsets]) -> tuple[Event, ...]:
    """An event for each telling, numbered as its span was given: "t1" for the first."""
    ids = {span: f"t{n}" for n, span in enumerate(spans, 1)}
    return tuple(
        Event(
            ids[t.span.start, t.span.end],
            t.type,
            status=t.status,
            place=t.place,
            date=t.date,
            earliest=t.earliest,
            latest=t.latest,
            evidence=(t,),
        )
        for t in tellings
    )


def ordering(events: Iterable[Event], order: tuple[Edge, ...]) -> Ordering:
    """The events of triggers and their edges as the public value."""
    placed = (
        Placed(e.id, e.evidence[0].span, e.rank, e.rank_min, e.rank_max, e.earliest, e.latest)
        for e in sorted(events, key=lambda e: int(e.id[1:]))
    )
    return Ordering(tuple(placed), order)
