"""Sentences end with their paragraph, and nowhere but behind a mark that can end one: a name is never cut in two.

Stands before the parser, which keeps the boundaries that it finds set and decides all others itself.
"""

from __future__ import annotations

import re

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

PARAGRAPHS = "paragraphs"
ENDS = frozenset(".!?…:;")
CLOSING = frozenset("\"'”’»)]")
LETTERS = 3  # of a whole word before a stop: "e.g.", "Node.js" are none
DASHES = frozenset({"-", "--", "–", "—"})
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:am|pm)?")
HALVES = frozenset({"am", "pm", "a.m.", "p.m."})
# Short forms that a number follows, "Rs. 65 crore", "No. 5", and titles that a name follows, "Lt. Col. Moss".
COUNTED = frozenset("rs re sh shs ksh kshs ush ugx tsh tk us fr no nos art arts sec secs cl para paras vol ch cap sl".split())
TITLED = frozenset(
    "ald dep assemb cr reps sens cllrs "
    "lt col maj gen brig capt cmdr sgt adm cllr prof rev fr hon sen rep gov pres shri smt adv engr eng arch alh barr".split()
)
# What goes on without a mark that can end a sentence is ended after so many small words, or tokens of all kinds: a list of the
# names of a whole House has few of the one, and what is longer is no prose. A sentence takes time by the square of its length.
MOST_SMALL, MOST_TOKENS = 150, 1_500


@Language.component(PARAGRAPHS, assigns=["token.is_sent_start"])
def paragraphs(doc: Doc) -> Doc:
    """Speaker evicts two ⏎ *The* sitting resumed: the first token after a line break starts a sentence, a surname does not."""
    starts = _shortened([0, *map(_starts, doc[:-1], doc[1:])][: len(doc)], doc)
    # All at once: spaCy reads the whole text again for each boundary that is set alone.
    marks = np.array(starts, dtype="int64").astype("uint64")
    return doc.from_array(["SENT_START"], marks) if starts else doc  # type: ignore[arg-type]


def _shortened(starts: list[int], doc: Doc) -> list[int]:
    """The same, a start set in what goes on and on without any."""
    small = tokens = 0
    for place, token in enumerate(doc):
        small, tokens = (0, 0) if starts[place] >= 0 else (small + token.is_lower, tokens + 1)
        if small == MOST_SMALL or tokens == MOST_TOKENS:
            starts[place], small, tokens = 1, 0, 0
    return starts


def _starts(token: Token, after: Token) -> int:
    """Whether the second of two tokens starts a sentence: 1 yes, -1 no, 0 for the parser to decide."""
    if "\n" in token.text and not after.is_space:
        return 1
    if after.text[0].isupper() and after.lower_ not in HALVES and _stamped(token):
        return 1
    return 0 if _may_end(token, after) else -1


def _stamped(last: Token) -> bool:
    """Whether a token ends the time at the head of an entry in a live blog: "*14.42* - The sitting resumes."."""
    clock = last
    while clock.i and (clock.text in DASHES or clock.lower_ in HALVES):
        clock = clock.nbor(-1)
    heads = clock.i == 0 or "\n" in clock.nbor(-1).text
    return heads and CLOCK.fullmatch(clock.text) is not None


def _glued(stop: Token, after: Token) -> bool:
    """Whether a blank is missing between two sentences, as in text that was taken from a page: "ejected her.*Then*"."""
    word = stop.doc[stop.i - 1] if stop.i else stop
    return stop.text in {".", "?", "!"} and word.is_lower and len(word) >= LETTERS and after.is_title and len(after) > 1


def _may_end(token: Token, after: Token) -> bool:
    """Whether a sentence may end between two tokens: behind its mark, or behind what closes a quotation or a bracket."""
    if token.is_space:
        return True
    if not token.whitespace_ and after.text[0] not in "\"'“‘«" and not _glued(token, after):
        return False  # inside a word: "Lees-Marlowe", "don't", "3.30"
    if token.text[-1] in CLOSING:
        return not after.is_lower  # '"Get out!" *he* shouted'
    return (token.text[-1] in ENDS or token.text in DASHES) and not _short(token, after)


def _short(stop: Token, after: Token) -> bool:
    """Whether a stop ends a short form and no sentence: "was promised *Rs. 65* crore", "asked *Lt. Col. Moss*"."""
    word = stop.doc[stop.i - 1] if stop.text == "." and stop.i and not stop.nbor(-1).whitespace_ else stop
    form = word.text.rstrip(".").lower()
    if not word.text[0].isupper() or stop.text[-1] != ".":
        return False
    return form in (COUNTED if after.text[0].isdigit() else TITLED if after.text[0].isupper() else ())
