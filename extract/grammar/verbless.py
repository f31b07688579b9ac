"""Entries and captions without a verb: "2.40pm: *Marlowe out* for the day", "*Okoro off* for a walk at the Speaker's request"."""

from __future__ import annotations

from extract.grammar.frames import Frame
from extract.grammar.nominals import coordinated
from extract.tree import Token

GOING = {"out", "off"}
BEHIND = {"for", "of", "on", "until", "under", "after", "at", ".", "!", ",", "again", "too"}


def verbless(token: Token) -> Frame | None:
    """The frame of an adverb of going that is said of whoever stands right before it, in a line that has no verb before it."""
    if token.lower_ not in GOING or token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return None
    name = token.nbor(-1)
    if token.nbor().lower_ not in BEHIND or name.pos_ not in {"PROPN", "NOUN"}:
        return None
    if any(t.pos_ in {"VERB", "AUX"} for t in token.doc[token.sent.start : token.i]):
        return None
    while name.dep_ in {"flat", "compound"} and token.sent.start <= name.head.i < token.i:
        name = name.head
    return Frame(token, token.lower_, "noun", "active", tuple(coordinated(name)), (), name)
