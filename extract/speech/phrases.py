"""The whole phrase that names somebody, so that what is cited says who it is: "*Ann Hale, who chairs the committee,* said"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.speech.around import MARKS, STOPS, Around
from extract.types import Span

LONGEST = 40  # words of a description
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
    doc = around.doc
    left = min([t.i for t in head.subtree if t.i <= head.i and t.sent == head.sent])
    if cue is not None and cue.i < head.i:
        left = max(left, cue.i + 1)
    foreign = [i for i in range(left, head.i) if around.within[i] != around.within[head.i] or doc[i].text in MARKS]
    left = max([left, *(i + 1 for i in foreign)])
    before = cue is not None and cue.i > head.i
    right = cue.i - 1 if cue is not None and before else described(around, head)
    row = [t for t in doc[left : right + 1] if not t.is_space]
    while row and row[-1].i > head.i and (row[-1].is_punct or (before and row[-1].pos_ in LOOSE and row[-1].lower_ != "ago")):
        row.pop()
    while row and row[0].i < head.i and (row[0].pos_ in LOOSE or row[0].is_punct):
        row.pop(0)
    return around.document.span_of(row or [head])


def described(around: Around, head: Token) -> int:
    """The last token of the description behind a nominal: "said *Ann Hale, a doctor who lives in Paris*, on Monday"."""
    doc = around.doc
    if head.pos_ == "PRON":
        return head.i
    row: list[Token] = []
    for token in doc[head.i + 1 :]:
        if token.text in STOPS | MARKS | {":"} or "\n" in token.text or around.within[token.i] != around.within[head.i]:
            break
        if not token.is_space:
            row.append(token)
        if len(row) == LONGEST:
            break
    at = 0
    while at < len(row) and (row[at].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or row[at].text in {"(", ")", "-", "Jr."}):
        at += 1
    last = row[at - 1].i if at else head.i
    if at < len(row) and row[at].text == ",":
        return last if at + 1 == len(row) or _leaves(row[at + 1]) else row[-1].i
    goes_on = at < len(row) and (row[at].lower_ in CONTINUES or (head.pos_ == "NOUN" and row[at].pos_ in {"ADP", "PART"}))
    return row[-1].i if goes_on else last


def _leaves(token: Token) -> bool:
    """Whether a word behind a comma opens something else than a description."""
    return (
        token.lower_ in LEAVES
        or token.tag_ in {"VBG", "VBD"}
        or (token.pos_ == "PRON" and token.tag_ != "PRP$" and token.lower_ not in {"who", "whose", "one"})
    )
