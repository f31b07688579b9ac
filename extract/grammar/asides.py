"""Words of reporting set off by commas inside what they report: "Mr Hale, *Ms Lind said*, had stormed out".

Parsers give the subject before them to the verb of saying, or theirs to the verb behind them; place settles it. So it does for an
object that the clause behind it swallows.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import ADVERBIAL_MARKS, SUBJECT
from extract.grammar.particles import preposition
from extract.grammar.remembered import remembered
from extract.grammar.voice import lemma
from extract.tree import Token

LONGEST = 9  # words of such an aside
NOMINAL = {"NOUN", "PROPN", "PRON"}
FINITE = {"VBD", "VBZ", "VBP"}
HELPING = {"aux", "aux:pass", "cop"}
LINKS = {"who", "which", "that", "whom", "whose", "and", "but", "or", "as", "when", "where", "while"}


@remembered
def parted_subject(verb: Token) -> Token | None:
    """ "*Mr Hale*, Ms Lind said, *had stormed* out": the subject that an aside parts from its verb."""
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in HELPING and c.i < verb.i)])
    doc, closed = verb.doc, start - 1
    if closed - 2 <= verb.sent.start or doc[closed].text != "," or not _resumes(doc[start]):
        return None
    opened = _comma_before(verb, closed)
    if opened is None or all(reporter(t) is None for t in doc[opened + 1 : closed]):
        return None
    return _head(verb, verb.sent.start - 1, opened)


@remembered
def reporter(verb: Token) -> Token | None:
    """ "Mr Hale, *said Ms Lind*, had stormed out": who says what a verb set off by commas says."""
    if verb.tag_ not in FINITE or lemma(verb) not in lexicon.words("speech", "say"):
        return None
    doc, last = verb.doc, verb.sent.end
    opened = _comma_before(verb, verb.i)
    closed = next((t.i for t in doc[verb.i + 1 : min(last, verb.i + LONGEST)] if t.text == ","), None)
    if opened is None or closed is None or closed + 1 >= last or not _resumes(doc[closed + 1]):
        return None
    if doc[opened + 1].lower_ in LINKS or not _opens_with_a_name(verb, opened):
        return None
    return _head(verb, verb.i, closed) if verb.i == opened + 1 else _head(verb, opened, verb.i)


def _comma_before(verb: Token, end: int) -> int | None:
    """The comma that opens the aside which ends there."""
    return next((t.i for t in reversed(verb.doc[max(verb.sent.start, end - LONGEST) : end]) if t.text == ","), None)


def _opens_with_a_name(verb: Token, opened: int) -> bool:
    """Whether the sentence opens with a nominal and nothing else before the aside."""
    words = verb.doc[verb.sent.start : opened]
    return bool(len(words)) and words[0].pos_ not in {"ADP", "SCONJ", "ADV"} and all(t.tag_ not in {*FINITE, "MD"} for t in words)


def _resumes(token: Token) -> bool:
    """Whether a word goes on with the clause that the aside broke off: a finite verb, or an auxiliary."""
    return token.tag_ in {*FINITE, "MD"}


def _head(verb: Token, after: int, before: int) -> Token | None:
    """The head of the first nominal between two places."""
    found = next((t for t in verb.doc[after + 1 : before] if t.pos_ in NOMINAL), None)
    while found is not None and after < found.head.i < before and found.head != found and found.head.pos_ in NOMINAL:
        found = found.head
    return found


@remembered
def swallowed(clause: Token) -> tuple[Token, Token] | None:
    """ "tabled *the motion* after *Hale* refused", read as if a motion refused: the object before, the subject behind."""
    if clause.dep_ not in {"ccomp", "advcl", "parataxis"} or clause.head.pos_ != "VERB" or clause.head.i > clause.i:
        return None
    subject = next((c for c in clause.children if c.dep_ in SUBJECT and clause.head.i < c.i < clause.i), None)
    behind = (
        [c for c in subject.children if c.dep_ == "nmod" and preposition(c) in ADVERBIAL_MARKS] if subject is not None else []
    )
    first = min([clause.i, *(c.i for c in clause.children if c.dep_ in {"aux", "aux:pass", "cop", "advmod"} and c.i < clause.i)])
    apart = [c for c in behind if c.right_edge.i < first and all(t.text != "," for t in clause.doc[c.i : first])]
    return (subject, apart[-1]) if subject is not None and apart else None
