"""What ties tellings in time: connectives, prompting verbs, anaphoric "that", tense; each with the words that say so.

"Signal" is TimeML's word for the temporal connective (Pustejovsky et al. 2003).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract import bygone, causes, grammar, lexicon, phases, recalled, wordings
from extract.causes import Ties
from extract.document import Document
from extract.tree import Token
from extract.types import Signal, Telling

# What is done in answer to an act: "suspended *for* his attack", not "asked *for* the ejection".
ANSWERS = {"ejection", "intervention", "ruling", "walkout", "objection", "adjournment", "trigger"}
MEANWHILE = {"as", "while", "whilst", "amid"}
DIN = {"heckle", "objection", "scuffle"}
# "*By 3pm* they had walked out" looks back from that hour, not from what was told before.
BY_A_TIME = re.compile(
    r"\bby (?:about |around |just after |shortly after )?(?:\d|noon|midday|midnight|lunch|evening|nightfall)", re.I
)
FRONT = 5  # words that may stand before a word of time at the head of a sentence


def find_signals(document: Document, tellings: tuple[Telling, ...]) -> tuple[Signal, ...]:
    """All signals of an article between its tellings."""
    if not tellings:
        return ()
    ties = Ties(document, tellings, {telling.at: telling for telling in tellings})
    out: list[Signal] = []
    for token in document.doc:
        if token.pos_ in {"VERB", "AUX"}:
            out += _clauses(document, token, ties.at)
            out += _at_once(ties, token)
            out += _having_done(ties, token)
            out += causes.caused(ties, token)
            out += causes.aftermath(ties, token)
            out += causes.pointed_at(ties, token)
            out += causes.equated(ties, token)
            out += causes.purposed(ties, token)
    out += _adverbs(ties)
    out += causes.protested(ties)
    out += recalled.recalled(ties)
    out += bygone.bygone(ties)
    out += phases.placed(ties)
    out += wordings.worded(ties)
    out += _tenses(ties, {s.before.at for s in out if s.before.sentence == s.after.sentence and s.why != "telling"})
    return tuple(dict.fromkeys(out))


def _told(token: Token, at: Mapping[int, Telling]) -> list[Telling]:
    """The tellings whose predicate stands in the clause of a token, nearest first."""
    if token.idx in at:
        return [at[token.idx]]
    return [at[t.idx] for t in token.subtree if t.idx in at]


def _clauses(document: Document, verb: Token, at: Mapping[int, Telling]) -> Iterator[Signal]:
    """ "He was ejected *after* he shouted"; "shouted *before* walking out"."""
    below = [c for phrase in verb.children if phrase.dep_ == "obl" for c in phrase.children if c.dep_ == "acl"]
    for child in (*verb.children, *below):  # "out of the chamber *for shouting*" hangs on the chamber
        if child.dep_ not in {"advcl", "obl", "nmod", "acl"}:
            continue
        mark = _mark(child)
        if mark is None or not _says_when(verb, child, mark, at):
            continue
        inner = _told(child, at)
        outer = [at[verb.idx]] if verb.idx in at else [at[c.idx] for c in verb.children if c.idx in at and c != child]
        for one in inner[:1]:
            for other in outer[:1]:
                early, late = (one, other) if _looks_back(verb, mark) else (other, one)
                if one is not other:
                    yield Signal(early, late, "connective", 0.9, document.span_of([mark]))
                if early is other and child.i < verb.i:  # "*Before* she was named he warned her and *asked* her to withdraw"
                    more = (t for c in _going_on(verb) for t in _told(c, at)[:1] if t not in {one, other})
                    yield from (Signal(t, late, "connective", 0.8, document.span_of([mark])) for t in more)


def _mark(clause: Token) -> Token | None:
    """The word that opens a clause; before a name it is at times read as of its subject: "*Before* Tom Marlowe was named"."""
    subjects = (c for c in clause.children if c.dep_.startswith("nsubj") and c.i < clause.i)
    near = (c for t in (clause, *subjects) for c in t.children if c.i < clause.i and c.lower_ in _marks())
    return next((c for c in near if c.dep_ in {"mark", "advmod", "case"}), None)


def _going_on(verb: Token) -> Iterator[Token]:
    """The verbs of the clauses that a clause is joined with, "... *and* Green MPs *heckled* him"; some are read as below it."""
    for child in (c for c in verb.children if c.i > verb.i and c.pos_ == "VERB"):
        if child.dep_ == "conj" or (child.dep_ == "advcl" and child.tag_ == "VBD" and _mark(child) is None):
            yield child


def _having_done(ties: Ties, verb: Token) -> Iterator[Signal]:
    """ "walked out, *having heckled* her": a perfect participle tells what was done before."""
    for child in (c for c in verb.children if c.dep_ == "advcl" and verb.idx in ties.at and c.idx in ties.at):
        aux = next((c for c in child.children if c.lower_ == "having" and c.dep_.startswith("aux")), None)
        if aux is not None:
            yield Signal(ties.at[child.idx], ties.at[verb.idx], "connective", 0.8, ties.document.span_of([aux, child]))


def _at_once(ties: Ties, verb: Token) -> Iterator[Signal]:
    """ "walked out *as* he heckled her", "*to* jeers": at one time, which no order of telling tells apart."""
    for child in (c for c in verb.children if c.dep_ in {"advcl", "obl"} and verb.idx in ties.at):
        near = (child, *(c for c in child.children if c.dep_.startswith("nsubj")))  # "as" is at times read as its subject's
        marks = [c for t in near for c in t.children if c.dep_ in {"mark", "case"} and c.lower_ in MEANWHILE]
        noises = child.idx in ties.at and child.tag_ == "NNS" and ties.at[child.idx].type in DIN
        marks = marks or [c for c in child.children if noises and c.lower_ == "to" and c.dep_ == "case"]
        for other in _told(child, ties.at)[:1] if marks else ():
            if ties.at[verb.idx].type == "adjournment" and other.type in DIN:  # a sitting is broken off for its disorder
                yield Signal(other, ties.at[verb.idx], "cause", 0.7, ties.document.span_of(marks[:1]))
            elif other.type not in {"ejection", "walkout"}:  # "as he was *led out*, they shouted at him"
                yield Signal(ties.at[verb.idx], other, "telling", 0.0, ties.document.span_of(marks[:1]))


def _says_when(verb: Token, clause: Token, mark: Token, at: Mapping[int, Telling]) -> bool:
    """Whether "for" gives the reason ("ejected *for* heckling", "*for* his attack"), "despite" what was done before it
    ("despite *having* withdrawn"), and "when" what an act answers, not what it broke into."""
    if any(c.lower_ in {"which", "whom"} and c.i == mark.i + 1 for c in clause.sent):
        return False  # "*following which* they walked out": phases.py reads it
    if mark.lower_ in {"for", "over"}:
        answers = verb.idx in at and at[verb.idx].type in ANSWERS
        return clause.tag_ == "VBG" or (answers and clause.idx in at and at[clause.idx].status == "happened")
    if mark.lower_ == "despite":
        return any(c.lower_ == "having" for c in clause.children)
    return mark.lower_ != "when" or (verb.tag_ != "VBG" and not any(c.lower_ in {"while", "just"} for c in verb.children))


def _looks_back(verb: Token, mark: Token) -> bool:
    """Whether a mark opens the earlier of two acts; "did *not* withdraw *until* he was warned" turns it round, as does
    "*had* already *left when* she rose"."""
    negated = any(c.dep_ == "advmod" and c.lower_ in {"not", "n't", "never"} for c in verb.children)
    if mark.lower_ == "when":
        return not grammar.looks_back(verb)
    if mark.i and mark.nbor(-1).lower_ == "not":  # "but *not before* he had called her a liar"
        return mark.lower_ in {"before", "until", "till"}
    return mark.lower_ in lexicon.words("connectives", "earlier") or (mark.lower_ in {"until", "till"} and negated)


def _marks() -> frozenset[str]:
    return lexicon.words("connectives", "earlier", "later")


def _adverbs(ties: Ties) -> Iterator[Signal]:
    """ "Labour MPs *then* walked out": against the telling before it; "*Earlier*, he had shouted": against all of that day."""
    for n, telling in enumerate(ties.tellings[1:], 1):
        predicate = ties.token(telling)
        if predicate is None:
            continue
        last, told = ties.tellings[n - 1], ties.tellings[:n]
        for word in _time_words(ties, predicate):
            evidence = ties.document.span_of([word])
            if word.lower_ in lexicon.words("connectives", "then"):
                whole = [t for t in told[:-1] if t.sentence == last.sentence != telling.sentence and _stated(ties, t)]
                yield from (Signal(t, telling, "connective", 0.8, evidence) for t in (last, *whole))
            elif _opens(word, predicate):
                day = [t for t in told if t.date == telling.date and t.span.start < predicate.sent.start_char]
                back = (telling, *_in_one_breath(ties, n, predicate))
                yield from (Signal(one, t, "connective", 0.8, evidence) for one in back for t in day)
            else:
                yield Signal(telling, last, "connective", 0.8, evidence)


def _in_one_breath(ties: Ties, n: int, predicate: Token) -> Iterator[Telling]:
    """What else is of the time of an act looked back on, "*Earlier* he had called her a liar, before *withdrawing*"; not "before
    *being ejected*" of one whose ejection is told above."""
    told = ties.tellings[:n]
    for other in (t for t in ties.tellings[n + 1 :] if t.sentence == ties.tellings[n].sentence):
        verb = ties.token(other)
        if verb is None or (verb.dep_, verb.head) != ("advcl", predicate) or grammar.own_subjects(verb):
            continue
        if verb.tag_ != "VBG" and not any(c.lower_ == "being" for c in verb.children):
            continue
        people = set(other.targets or other.actors)
        if not any(t.type == other.type and people & set(t.targets or t.actors) for t in told):
            yield other


def _stated(ties: Ties, telling: Telling) -> bool:
    """Whether an act is told as done, and not as what came later: "*Before she was named* the Speaker had warned her"."""
    predicate = ties.token(telling)
    mark = _mark(predicate) if predicate is not None else None
    return telling.status == "happened" and (mark is None or mark.lower_ not in lexicon.words("connectives", "later"))


def _time_words(ties: Ties, predicate: Token) -> list[Token]:
    """The words of a predicate's clause that say "then" or "earlier": adverbs, no "*earlier* speaker", no "since *then*"."""
    governor = grammar.governing_verb(predicate) if predicate.pos_ != "VERB" else predicate
    wanted = lexicon.words("connectives", "then", "back")
    near = [*grammar.clause_tokens(governor), *_opening(ties, governor)]
    clause = [t for t in near if t.lower_ in wanted and ties.document.quote_at(t.idx) is None]
    told = (t for t in clause if t.dep_ in {"advmod", "obl"} or t.i == t.sent.start)  # at the head it is often read as a name
    return [t for t in told if not any(c.dep_ == "case" and c.i < t.i for c in t.children)]


def _opening(ties: Ties, verb: Token) -> list[Token]:
    """What opens the sentence of a verb that goes on from another: "*Minutes later* Ms Hale returned and *shouted*",
    "*Earlier* he had spoken for an hour, before *withdrawing* a remark".

    Or of one that tells what was done there and then: "*Earlier* they had met at the gate, *where* Ms Hale *called* him a liar".
    """
    head = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    on = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and not grammar.own_subjects(verb))
    joined = on and verb.head.pos_ == "VERB" and verb.head.idx not in ties.at
    there = any(c.lower_ == "where" for c in verb.children) and verb.dep_ in {"acl:relcl", "advcl"}
    return [t for t in grammar.clause_tokens(head) if _opens(t, head)] if head is not None and (joined or there) else []


def _opens(word: Token, predicate: Token) -> bool:
    """Whether a word stands before the subject, at the head of its sentence: "*About an hour earlier* Mr Marlowe"."""
    first = next((t.i for t in predicate.sent if t.dep_.startswith("nsubj") and t != word), predicate.i)
    return word.i < first and word.i - predicate.sent.start <= FRONT


def _tenses(ties: Ties, aside: set[int]) -> Iterator[Signal]:
    """ "Marlowe *had walked out*": the pluperfect looks back from the last act told before it that was not in it.

    Nor told *aside*, as what came before another act of its sentence: "He was ejected *after he heckled* her. He had left".
    """
    base: Telling | None = None
    for telling in ties.tellings:
        verb = ties.token(telling)
        if verb is not None and verb.pos_ == "NOUN" and verb.dep_ in {"obj", "nsubj:pass"}:
            verb = verb.head  # "*had raised* a point of order"
        if verb is None or verb.pos_ != "VERB" or not (grammar.looks_back(verb) or _in_that_time(verb)):
            passing = telling.at in aside or telling.status not in {"happened", "denied"}
            base = base if passing and base is not None else telling
        elif base is not None and not telling.recap and not BY_A_TIME.search(verb.sent.text):
            aux = next((c for c in verb.children if c.lower_ in {"had", "'d"}), verb)
            yield Signal(telling, base, "tense", 0.6, ties.document.span_of([aux, verb]))


def _in_that_time(verb: Token) -> bool:
    """ "MPs *had jeered*, and one, Ann Hale, *shouted*": what one of them did belongs to what all had done."""
    if verb.dep_ != "conj" or verb.head.i > verb.i or not grammar.looks_back(verb.head):
        return False
    between = verb.doc[verb.head.i : verb.i - 1]
    return any(t.lower_ in {"one", "another"} and t.nbor().text in {",", "of"} for t in between)
