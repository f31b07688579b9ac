"""When each telling happened: the time that its clause says, else the day of the sitting.

"The following day" counts from what was told before.
All of one sitting shares its date (CODEBOOK, hard case 15); a vague time gives a window of days, never a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extract import dates, grammar, lexicon
from extract.context import Reading, stamps
from extract.dates import Time
from extract.grammar import Frame
from extract.tree import Span, Token
from extract.types import Telling

MORNING, NIGHT = "00:00", "23:59"
BESIDE = 5  # characters between a day and its hour: ", at "
OPENING = 40  # characters in which a sentence opens with its time: "By the time the House resumed *at 4pm*, ..."
REASONS = {"for", "over"}  # "ejected *for* shouting": on the day of the ejection
ANSWERS = {"ejection", "intervention", "adjournment"}
ASIDE = {"after": -1, "before": 1}
WITHIN = {"advcl", "acl", "acl:relcl", "ccomp"}  # clauses inside a clause, or about a noun that the word of time governs


def timed(reading: Reading, found: Sequence[tuple[Frame, Telling]]) -> list[tuple[Frame, Telling]]:
    """The tellings in reading order with their times, each placed where it counts from the one told before."""
    if not found:
        return []  # nobody asks then on what day the House sat
    out: list[tuple[Frame, Telling]] = []
    told, stamped = reading.sitting_date, stamps(reading.document)
    counted: tuple[int, int] | None = None  # the words that were counted last: once for all acts of their sentence
    base = told
    for frame, telling in found:
        time = said(reading, frame) or _carried(reading, frame)
        if time is not None and time.told:
            words = frame.token.sent.start_char, time.start
            base, counted = base if words == counted else told, words
            time = _on(dates.placed(time, base), base)
        stamp = stamped.get(reading.document.paragraph_of(telling.at))
        if stamp is not None and time is not None and time.hours == stamp:
            time = None  # the stamp itself
        if stamp is not None and grammar.pluperfect(frame.token):
            stamp = (MORNING, stamp[1])  # "he *had been* named": before the time of the entry
        stamp = stamp or _since(reading, frame)
        said_of = _reason_of(frame, out) if stated(reading, frame) is None else None
        out.append((frame, _as_of(telling, said_of) if said_of else _with(telling, time, reading.sitting_date, stamp)))
        told = out[-1][1].date or told
    return out


def _reason_of(frame: Frame, above: list[tuple[Frame, Telling]]) -> Telling | None:
    """The act that an act is the reason of: of one day and hour, "two days after he was ejected *for shouting* at her"."""
    token = frame.token
    if token.tag_ != "VBG" or not any(c.lower_ in REASONS and c.i < token.i for c in token.children):
        return None
    told = {f.token.i: t for f, t in above if f.token.sent == token.sent}
    return next((told[t.i] for t in token.ancestors if t.i in told and told[t.i].type in ANSWERS), None)


def _as_of(telling: Telling, other: Telling) -> Telling:
    """A telling at the time of another."""
    return replace(telling, time_text=other.time_text, date=other.date, earliest=other.earliest, latest=other.latest, hours=None)


def said(reading: Reading, frame: Frame) -> Time | None:
    """The time that the reporter's own words give for a predicate: the surest of its clause, else of its sentence."""
    sentence = frame.token.sent
    times, near = _times(reading, frame)
    found = _clocked(dates.surest(near or times), times, near)
    mark = _aside(frame)
    words = reading.document.reporters_words[reading.document.sentence_numbers[sentence.start]]
    count = dates.apart(words[: mark.idx - sentence.start_char]) if mark is not None and not near else None
    if mark is None or count is None:
        return found
    main = found.date if found is not None and found.date else reading.sitting_date
    return _shifted(count * ASIDE[mark.lower_], main, words=f"{count} days {mark.lower_}")


def _clocked(time: Time | None, times: list[Time], near: list[Time]) -> Time | None:
    """A day with the clock time beside it, "walked out *at 2.30pm on Tuesday*", or with the one of its clause."""
    if time is None or not time.date or time.hours is not None or time.ahead:
        return time
    beside = (
        t for t in times if t.kind == "clock" and not t.ahead and -1 <= max(t.start - time.end, time.start - t.end) <= BESIDE
    )
    clocks = [t for t in near if t.kind == "clock"]
    clock = next(beside, clocks[0] if len(clocks) == 1 and not clocks[0].ahead else None)
    return replace(time, hours=clock.hours) if clock is not None else time


def _times(reading: Reading, frame: Frame) -> tuple[list[Time], list[Time]]:
    """The times that the sentence of a predicate says, and those of them that its own clause does."""
    sentence = frame.token.sent
    found = {t.start: t for t in reading.document.times_of(sentence) if not t.dateline}
    opening = (t for t in sentence if t.idx - sentence.start_char in found)
    beside = {t.idx - sentence.start_char for t in opening if grammar.told_beside(t, frame.token)}
    reported = {t.idx - sentence.start_char for t in _reported(frame)}
    times = [t for start, t in found.items() if start not in beside | reported]
    clause = {t.idx - sentence.start_char for t in grammar.clause_tokens(frame.token)}
    return times, [t for t in times if any(t.start <= at < t.end for at in clause)]


def _reported(frame: Frame) -> Iterator[Token]:
    """The words that somebody only says beside an act: "said he would be back *in June*", "rose to say it was due *in 2007*"."""
    for clause in _said_clauses(frame.token.sent):
        inside = list(clause.subtree)
        yield from inside if frame.token not in inside else ()


def _said_clauses(sentence: Span) -> Iterator[Token]:
    """The clauses that tell what somebody says."""
    said = lexicon.words("speech", "say")
    return (t for t in sentence if t.dep_ == "ccomp" and t.head.pos_ == "VERB" and grammar.lemma(t.head) in said)


def _before_said(sentence: Span) -> set[int]:
    """The places of words that tell what was before somebody spoke: "said that she *had died on Saturday*. He called ..."."""
    return {t.idx - sentence.start_char for c in _said_clauses(sentence) if grammar.pluperfect(c) for t in c.subtree}


def stated(reading: Reading, frame: Frame) -> Time | None:
    """The time that the clause of a predicate itself says, and no other."""
    return dates.surest(_times(reading, frame)[1])


def opening(reading: Reading, frame: Frame) -> Time | None:
    """The time in the words that open the sentence of a predicate, before its subject."""
    subjects = grammar.own_subjects(frame.token)
    first = min((t.left_edge.idx for t in subjects), default=frame.token.idx) - frame.token.sent.start_char
    return dates.surest(t for t in _times(reading, frame)[0] if t.end <= first)


def _aside(frame: Frame) -> Token | None:
    """The "after" or "before" that opens a clause, or the one it stands in, or was read as part of its subject."""
    told = [frame.token, *(t for side in (frame.agents, frame.patients) for t in side if t.i < frame.token.i)]
    node = frame.token
    while node.dep_ in WITHIN and node.head.i < node.i:  # "two days after *a sitting in which* she was named"
        node = node.head
        told.append(node)
    return next((c for t in told for c in t.children if c.lower_ in ASIDE and c.dep_ in {"mark", "case"}), None)


def _shifted(count: int, main: str | None, *, words: str) -> Time | None:
    """ "A day *after* she was named he is back": she was, a day before the day of the main clause."""
    if main is None:
        return None
    on = (date.fromisoformat(main) + timedelta(days=count)).isoformat()
    return Time(words, 0, 0, "apart", on, on)


def _on(time: Time, told: str | None) -> Time:
    """Of the days of a window that counts from what was told the day told itself: "an hour earlier" is rarely past midnight."""
    if told is not None and not time.date and time.earliest and time.latest and time.earliest <= told <= time.latest:
        return replace(time, earliest=told, latest=told)
    return time


def _carried(reading: Reading, frame: Frame) -> Time | None:
    """The last full date that an earlier sentence of the paragraph gives: "On 3 March it was *his* turn. He was named."

    Of a story that begins anew it may stand above: "To see why, *go back to Monday*. ..."
    """
    document = reading.document
    paragraph = document.paragraph_of(frame.token.idx)
    since = max((n for n, _ in document.anew if n <= paragraph), default=paragraph)
    before = [s for s in document.told_in(since, paragraph) if s.end <= frame.token.i]
    further_back = grammar.pluperfect(grammar.governing_verb(frame.token))
    for sentence in reversed(before):
        apart = set() if further_back else _before_said(sentence)
        times = [t for t in document.times_of(sentence) if t.start not in apart]
        if full := [t for t in times if t.date and not (t.ahead or t.told or t.dateline)]:
            return dates.surest(full)
    return None


def _since(reading: Reading, frame: Frame) -> tuple[str, str] | None:
    """The hours from the last clock time that opens a sentence of the paragraph: "*By 11pm* the mood had soured. He shouted."

    A sentence that opens with any other time, or looks back, ends it.
    """
    document = reading.document
    here, verb = document.paragraph_of(frame.token.idx), grammar.governing_verb(frame.token)
    if grammar.pluperfect(verb):
        return None
    above = [s for s in document.told_in(here, here) if s.start_char <= frame.token.idx]
    for sentence in reversed(above):
        times = [t for t in document.times_of(sentence) if t.start < OPENING and not t.dateline]
        if times:
            clock = times[0]
            exact = clock.kind == "clock" and clock.hours is not None and not clock.ahead
            return (clock.hours[0], NIGHT) if exact and clock.hours and sentence.end <= frame.token.i else None
    return None


def _with(telling: Telling, time: Time | None, sitting: str | None, stamp: tuple[str, str] | None) -> Telling:
    """A telling with the date and the window that a time gives it; without one it is of the sitting."""
    if time is None or (time.ahead and telling.status == "happened"):  # "adjourned *until Tuesday*": on the day of the sitting
        return _of_sitting(telling, sitting, stamp)
    if time.ahead or (telling.status == "planned" and not any(c.isdigit() for c in time.words)):
        return replace(telling, time_text=time.words)
    if time.earliest is None and time.latest is None:
        return replace(_of_sitting(telling, sitting, time.hours), time_text=time.words)
    if time.date is None and sitting is not None and (time.earliest or "") <= sitting <= (time.latest or "9"):
        return replace(_of_sitting(telling, sitting, stamp), time_text=time.words)
    hours = time.hours or (stamp if time.date == sitting else None)
    return replace(telling, time_text=time.words, date=time.date, earliest=time.earliest, latest=time.latest, hours=hours)


def _of_sitting(telling: Telling, sitting: str | None, hours: tuple[str, str] | None) -> Telling:
    return replace(telling, date=sitting, earliest=sitting, latest=sitting, hours=hours)
