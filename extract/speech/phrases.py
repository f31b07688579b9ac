"""The whole phrase that names somebody, so that what is cited says who it is: "*Ann Hale, who chairs the committee,* said"."""

from __future__ import annotations

from extract.speech.around import MARKS, Around, stops
from extract.speech.cues import FINITE, RELATIVE, joins, quotes_words, run_end
from extract.tree import Token
from extract.types import Span

LONGEST = 40  # words of a description
MODIFIERS = {"DET", "ADJ", "NUM", "NOUN", "PROPN"}
# What goes on with a phrase behind its head without a comma, and what leads away from it.
CONTINUES = {"of", "for", "from", "who", "that", "which", "and", "whose", "(", "with", "'s", "at"}
LEAVES = {
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "when",
    "as",
    "while",
    "to",
    "about",
    "but",
    "by",
    "if",
    "where",
    "because",
}
LOOSE = {"ADV", "AUX", "PUNCT", "CCONJ", "SCONJ", "ADP"}


def phrase(around: Around, head: Token, cue: Token | None) -> Span:
    """From the first word that belongs to a nominal to the last: up to the cue that follows it, else over what describes it."""
    doc, right = around.doc, described(around, head)
    before = cue is not None and cue.i > head.i
    if cue is not None and before:
        verb = next((t.i for t in doc[head.i + 1 : cue.i] if t.tag_ in FINITE), cue.i)
        right = min(right, verb - 1) if joins(cue) else cue.i - 1
    elif cue is not None and cue.lower_ == "according" and cue.is_sent_start:
        right = min([right, *(t.i - 1 for t in doc[head.i : right + 1] if t.text == ",")])
    row = [t for t in doc[opening(around, head, cue) : right + 1] if not t.is_space]
    while (
        row
        and row[-1].i > head.i
        and (
            row[-1].is_punct
            or row[-1].lower_ in RELATIVE | {"'s", "'"}
            or (before and row[-1].pos_ in LOOSE and row[-1].lower_ != "ago")
        )
    ):
        row.pop()
    return around.document.span_of(row or [head])


def short(around: Around, head: Token) -> Span:
    """A nominal with what stands before its head, and the name behind "of": "the *Speaker* of the House"."""
    doc, last = around.doc, head.i
    if doc[last + 1 : last + 2].text == "of":
        name = next((t for t in doc[last + 2 : last + 6] if t.pos_ in {"NOUN", "PROPN"}), None)
        last = run_end(list(doc[name.i : name.i + 5]), 0).i if name is not None else last
    return around.document.span_of([doc[opening(around, head, None)], doc[last]])


def opening(around: Around, head: Token, cue: Token | None) -> int:
    """The first word of a nominal, by what can stand before its head."""
    doc, at = around.doc, head.i
    least = cue.i + 1 if cue is not None and cue.i < head.i else 0
    while at > least and head.pos_ != "PRON" and around.within[at - 1] == around.within[head.i]:
        token = doc[at - 1]
        if not (token.pos_ in MODIFIERS or token.tag_ in {"PRP$", "POS"} or (token.text == "-" and not token.whitespace_)):
            break
        if token.text in MARKS or quotes_words(token) or token.sent != head.sent:
            break
        at -= 1
    while at < head.i and doc[at].tag_ in {"POS", "HYPH"}:
        at += 1
    if at > least + 1 and doc[at - 1].text == "of" and doc[at - 2].pos_ in {"NOUN", "NUM", "PRON"}:  # "one *of* his aides"
        return opening(around, doc[at - 2], cue) if doc[at - 2].i >= least else at
    return at


def described(around: Around, head: Token) -> int:
    """The last token of the description behind a nominal: "said *Ann Hale, a doctor who lives in Paris*, on Monday"."""
    if head.pos_ == "PRON":
        return head.i
    row = _behind(around, head)
    at = 0
    while at < len(row) and (row[at].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or row[at].text in {"(", ")", "-", "Jr."}):
        at += 1
    last = row[at - 1].i if at else head.i
    if at < len(row) and row[at].text == ",":
        return last if at + 1 == len(row) or _leaves(row[at + 1]) else row[-1].i
    goes_on = at < len(row) and (
        row[at].lower_ in CONTINUES or (head.pos_ == "NOUN" and (row[at].pos_ in {"ADP", "PART"} or row[at].tag_ == "VBN"))
    )
    return row[-1].i if goes_on else last


def _behind(around: Around, head: Token) -> list[Token]:
    """The words behind a nominal to the stop, over the title of a work: "the author of 'Lost Votes,' a history"."""
    row: list[Token] = []
    titled = False
    for token in around.doc[head.i + 1 :]:
        foreign = around.within[token.i] != around.within[head.i]
        if token.text in MARKS or foreign:
            titled = titled or (bool(row) and row[-1].pos_ in {"ADP", "DET", "ADJ"})
            if not titled:
                break
        elif stops(token) or token.text == ":" or "\n" in token.text:
            break
        else:
            titled = False
        if not token.is_space and token.text not in MARKS:
            row.append(token)
        if len(row) == LONGEST:
            break
    return row


def _leaves(token: Token) -> bool:
    """Whether a word behind a comma opens something else than a description."""
    return (
        token.lower_ in LEAVES
        or token.tag_ in {"VBG", "VBD"}
        or (token.pos_ == "PRON" and token.tag_ != "PRP$" and token.lower_ not in {"who", "whose", "one"})
    )
