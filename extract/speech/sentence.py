"""Who says quoted words by the reporter's own sentence around them: before a colon or comma, behind a comma, or around.

What stands where decides first, the tree second: a parser trained on little quoted speech errs most just there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from extract.marks import Quote
from extract.speech import cues
from extract.speech.around import Around
from extract.speech.cues import FINITE, NOMINAL, quotes_words
from extract.tree import Token

TRIES = 5  # verbs of speaking in one sentence that are asked for their subject, the nearest first
FEW = 4  # words up to which what is quoted inside a clause may be only a name or a mocked word
REACH = 20  # heads above the quoted words
CREDIT = 16  # words of a line that only says whose words stand above it
ASIDE = {"over", "during", "after", "before", "in", "at", "on", "outside", "inside", "under", "amid"}
DASHES = {"-", "--", "―", "~"}
Found = tuple[Token | None, Token]  # cue and speaker


def by_clause(around: Around, quote: Quote) -> Found | None:
    """The cue in the reporter's own sentence around the quotation."""
    lead, tail = around.lead(quote), around.tail(quote)
    last = lead[-1].text if lead else ""
    if last == ":" or (last == "," and (around.ended(quote) or (len(lead) > 1 and cues.speaks(lead[-2])))):
        return introduced(lead) or behind(around, quote, tail)
    if not lead or last in {",", "-", "--"}:
        return behind(around, quote, tail) or introduced(lead) or credited(around, quote, tail)
    return within(around, quote, lead, tail)


def introduced(lead: Sequence[Token]) -> Found | None:
    """ "Hale *said*: '…'", "Hale's *reply*: '…'", "Hale: '…'", "Hale was blunt: '…'"."""
    if (source := cues.according(lead)) is not None:
        return source
    if (owned := cues.owner_of_words(lead[-4:])) is not None:
        return owned
    said = [t for t in lead if quotes_words(t)]
    for cue in said[: -TRIES - 1 : -1]:
        first = cue == lead[0] and cue.tag_ != "VBG"  # "Said Hale, who was there: '…'"
        speaker = inverted(cue, lead) if first else cues.speaker_before(cue, lead)
        if speaker is not None:
            return cue, speaker
    return None if said else cues.owner_of_words(lead) or named(lead)


def named(lead: Sequence[Token]) -> Found | None:
    """ "*Hale*: '…'", "The reply - *Ann Hale*: '…'", "*Hale* was blunt: '…'": a lead without a word of speaking."""
    dash = next((n for n in range(len(lead) - 1, -1, -1) if lead[n].text in {"-", "--"}), None)
    if dash is not None and 0 < len(lead) - dash - 2 <= FEW:
        lead = lead[dash + 1 :]
    given = next((n for n in range(len(lead) - 2, max(-1, len(lead) - 8), -1) if lead[n].lower_ == "from"), None)
    if given is not None and not any(t.pos_ == "VERB" for t in lead[given:]):
        source = cues.first_phrase(lead[given + 1 :])  # "More from Ann Hale: '…'"
        return (None, source) if source is not None else None
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
    follows = last in {",", "!", "?", "-"}
    row = [t for t in tail if t.text not in {",", "-", "--"} and t.pos_ != "ADV"] or list(tail)
    if (source := cues.according(tail)) is not None and follows:
        return source
    if row[0].tag_ == "VBG" or row[0].lower_ in cues.RELATIVE:
        return None
    cue = next((t for t in tail[:30] if quotes_words(t)), None)
    if (
        follows
        and row[0].pos_ == "VERB"
        and row[0].text.islower()
        and row[0].tag_ != "VBG"
        and len(row) > 1
        and row[1].pos_ in {*NOMINAL, "DET", "ADJ"}
    ):
        cue = row[0]
    if cue is not None and (speaker := beside(cue, row, tail)) is not None:
        return cue, speaker
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
    return (None, cues.run_end(line, start)) if start is not None and cues.namelike(line[start]) else None


def beside(cue: Token, row: Sequence[Token], tail: Sequence[Token]) -> Token | None:
    """The speaker in the clause behind a quotation, after the cue or before it."""
    if row[0] == cue:
        return inverted(cue, tail)
    speaker = cues.first_phrase(row) if row[0].pos_ not in {"ADP", "SCONJ"} else None
    near = speaker is not None and speaker.i < cue.i and not cues.dull(speaker)
    return speaker if near else cues.speaker_before(cue, tail)


def states(tail: Sequence[Token]) -> bool:
    """Whether a sentence behind a full stop is only an attribution: "*Hale said*.", "*said Hale* of the bill."."""
    cue = next((n for n, t in enumerate(tail[:6]) if quotes_words(t)), None)
    if cue is None or tail[-1].text in {":", ","}:
        return False
    return cue == 0 or len(tail) - cue <= 3


def inverted(cue: Token, tail: Sequence[Token]) -> Token | None:
    """ "said *Hale*", "said the party's *leader*, Ann Hale"."""
    after = [t for t in tail if t.i > cue.i]
    named = (n for n, t in enumerate(after) if t.lower_ not in cues.RELATIVE and (cues.nominal(t) or t.text.istitle()))
    start = next(named, None)
    return cues.run_end(after, start) if start is not None else None


def within(around: Around, quote: Quote, lead: Sequence[Token], tail: Sequence[Token]) -> Found | None:
    """Words quoted inside a clause belong to the verb that the clause hangs on: 'said he was "deeply offended"'."""
    if (said := cues.according([*lead, *tail])) is not None:
        return said
    inside = around.tokens(quote)
    if mocked(around, quote, lead, tail):
        return None
    told = {t.i for t in (*lead, *tail)}
    for up in islice(inside[0].ancestors, REACH) if inside else ():
        if up.i in told and quotes_words(up) and up.i < inside[0].i:
            speaker = cues.speaker_before(up, lead)
            if speaker is not None:
                return up, speaker
    for cue in [t for t in reversed(lead) if quotes_words(t)][:TRIES]:
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


def mocked(around: Around, quote: Quote, lead: Sequence[Token], tail: Sequence[Token]) -> bool:
    """A word or two in a phrase of place, time or cause are the reporter's: "shouted over the 'fake' *bill*"."""
    short = len(around.text[quote.start : quote.end].split()) < FEW - 1
    if not short or not tail or tail[0].pos_ not in {"NOUN", "ADJ"}:
        return False
    phrase = next((t for t in reversed(lead) if t.pos_ not in {"DET", "ADJ", "NUM"}), None)
    return phrase is not None and phrase.lower_ in ASIDE
