"""Reports that a clause does not simply complete: set into the sentence, split by "what he said was", asked with "whether".

Linear on purpose: around an inserted "he told the House" no parser is to be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract import lexicon
from extract.grammar.remembered import remembered
from extract.grammar.voice import lemma
from extract.tree import Token

FINITE = {"VBD", "VBZ", "VBP", "MD"}
NOMINAL = {"NOUN", "PROPN", "PRON"}
LONGEST = 10  # words of an insertion
MARKS = {'"', "'", "``", "''"}
ASKING = {"ask", "wonder", "inquire", "enquire", "question", "demand", "query"}  # verbs that "whether" completes
# Verbs beside those of speaking: "he *let* it be known".
INSERTED = {"let", "have", "think", "believe", "reckon", "venture", "submit", "grumble", "sniff", "drawl", "deadpan"}


@dataclass(frozen=True)
class Inserted:
    """ "*Ms Hale*, he told the House, *was a weather vane*": who says it, whom it is about, and what it says of them."""

    speaker: Token
    about: tuple[Token, ...]
    words: tuple[Token, ...]


@remembered
def inserted(verb: Token) -> Inserted | None:
    """A report between two commas that part a subject from its predicate, or an auxiliary from its verb."""
    known = lexicon.words("speech", "say", "shout", "quoting") | INSERTED
    if verb.tag_ not in FINITE or lemma(verb) not in known:
        return None
    doc, start, end = verb.doc, verb.sent.start, verb.sent.end
    left = next((i for i in range(verb.i - 1, max(start, verb.i - LONGEST), -1) if doc[i].text == ","), None)
    right = next((i for i in range(verb.i + 1, min(end - 1, verb.i + LONGEST)) if doc[i].text == ","), None)
    if left is None or right is None or left <= start:
        return None
    inside = [t for t in (*reversed(doc[left + 1 : verb.i]), *doc[verb.i + 1 : right]) if t.pos_ in NOMINAL and t.tag_ != "PRP$"]
    if (
        not inside
        or any(t.tag_ in {"WP", "WDT"} for t in inside)
        or any(t.tag_ in FINITE and t != verb and t.dep_ != "aux" for t in doc[left + 1 : right])
    ):
        return None
    return _parted(doc[start:left], doc[right + 1 : end], inside[0])


def spoken_about(speaker: Token) -> tuple[Token, ...]:
    """ "*Ms Hale*, she told the House, was a weather vane": whom a report is about that parts a whole subject from its verb.

    Nobody speaks so of himself; but "Ms Hale *was*, she said, delighted".
    """
    report = inserted(speaker.head)
    whole = report is not None and report.speaker == speaker and any(t.tag_ in FINITE for t in report.words[:2])
    return report.about if report is not None and whole else ()


def _parted(before: object, after: object, speaker: Token) -> Inserted | None:
    """The two parts of the clause that the report stands in, if they are the parts of one."""
    first = [t for t in before if not t.is_space]  # type: ignore[attr-defined]
    rest = [t for t in after if not t.is_space]  # type: ignore[attr-defined]
    opened = next((t for t in rest if t.text not in MARKS), None)
    names = [t for t in first if t.pos_ in NOMINAL and t.tag_ != "PRP$"]
    finite = [t for t in first if t.tag_ in FINITE]
    if opened is None or not names or len(finite) > 1 or any(t.text in MARKS | {":", ";"} for t in first):
        return None
    if (finite and finite[-1] != first[-1]) or (not finite and opened.tag_ not in FINITE):
        return None
    about = names[-1:] if not any(t.dep_ == "case" for t in first) else names[:1]
    return Inserted(speaker, tuple(about), tuple(rest))


def parted(verb: Token) -> tuple[Token, ...]:
    """ "*All* that Hale said was that he *cared* more for newts": the clause that a cleft says is what was said."""
    what = verb.head
    if verb.dep_ != "acl:relcl" or what.lower_ not in {"what", "all", "thing", "gist", "upshot"} or what.head == what:
        return ()
    return (what.head,) if any(c.dep_ == "mark" and c.lower_ == "that" for c in what.head.children) else ()


def asked(clause: Token, verb: Token) -> bool:
    """ "wondered *whether* she had read it": a question, whatever the parser hung it as."""
    opened = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} and c.i < clause.i for c in clause.children)
    return opened and clause.head == verb and lemma(verb) in ASKING


def quoted_before(subject: Token, verb: Token) -> bool:
    """ "'*Racist*,' called Tom Marlowe": the last of the quoted words before a verb is not who does it."""
    return subject.i < verb.i and all(t.is_punct for t in verb.doc[subject.i + 1 : verb.i])
