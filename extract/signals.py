"""What ties tellings in time: connectives, prompting verbs, anaphoric "that", tense; each with the words that say so.

"Signal" is TimeML's word for the temporal connective (Pustejovsky et al. 2003).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from extract import grammar, lexicon
from extract.document import Document
from extract.types import Signal, Telling

POINTING = {"that", "this", "it", "which", "remark", "comment", "comments", "move", "remarks"}


def find_signals(document: Document, tellings: tuple[Telling, ...]) -> tuple[Signal, ...]:
    """All signals of an article between its tellings."""
    at = {telling.at: telling for telling in tellings}
    out: list[Signal] = []
    for token in document.doc:
        if token.pos_ in {"VERB", "AUX"}:
            out += _clauses(document, token, at)
            out += _anaphors(document, token, at, tellings)
    out += _adverbs(document, tellings)
    out += _tenses(document, tellings)
    return tuple(out)


def _told(token: Token, at: dict[int, Telling]) -> list[Telling]:
    """The tellings whose predicate stands in the clause of a token, nearest first."""
    if token.idx in at:
        return [at[token.idx]]
    return [at[t.idx] for t in token.subtree if t.idx in at]


def _clauses(document: Document, verb: Token, at: dict[int, Telling]) -> Iterator[Signal]:
    """ "He was ejected *after* he shouted"; "shouted *before* walking out"."""
    below = [c for phrase in verb.children if phrase.dep_ == "obl" for c in phrase.children if c.dep_ == "acl"]
    for child in (*verb.children, *below):  # "out of the chamber *for shouting*" hangs on the chamber
        if child.dep_ not in {"advcl", "obl", "nmod", "acl"}:
            continue
        mark = next(
            (c for c in child.children if c.dep_ in {"mark", "advmod", "case"} and c.i < child.i and c.lower_ in _marks()), None
        )
        if mark is None or (mark.lower_ in {"for", "when"} and not _answers(verb, child, mark)):
            continue
        inner = _told(child, at)
        outer = [at[verb.idx]] if verb.idx in at else [at[c.idx] for c in verb.children if c.idx in at]
        for one in inner[:1]:
            for other in outer[:1]:
                early, late = (one, other) if mark.lower_ in lexicon.words("connectives", "earlier") else (other, one)
                if one is not other:
                    yield Signal(early, late, "connective", 0.9, document.span_of([mark]))


def _answers(verb: Token, clause: Token, mark: Token) -> bool:
    """Whether "for" gives the reason ("ejected *for* heckling"), and "when" what an act answers, not what it broke into."""
    if mark.lower_ == "for":
        return clause.tag_ == "VBG"
    return verb.tag_ != "VBG" and not any(c.lower_ in {"while", "just"} for c in verb.children)


def _marks() -> frozenset[str]:
    return lexicon.words("connectives", "earlier") | lexicon.words("connectives", "later")


def _anaphors(document: Document, verb: Token, at: dict[int, Telling], tellings: tuple[Telling, ...]) -> Iterator[Signal]:
    """ "*That came after* Marlowe shouted"; "*That prompted* further objections"."""
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if subject is None or (subject.lower_ not in POINTING and subject.idx not in at):
        return
    here = verb.sent.start_char if subject.lower_ != "which" else verb.idx
    named = [at[subject.idx]] if subject.idx in at else []  # "*The walkout* followed the ejection"
    previous = named or [t for t in tellings if t.span.start < here and t.at < here]
    inside = [
        t for token in verb.subtree for t in ([at[token.idx]] if token.idx in at else []) if token.i > verb.i or token == verb
    ]
    if not previous or not inside:
        return
    lemma = grammar.lemma(verb)
    after = any(c.lower_ in {"after", "amid", "from"} for c in verb.subtree if c.i <= verb.i + 3 and c.i > verb.i)
    evidence = document.span_of([subject, verb, *([verb.nbor()] if after else [])])
    if (lemma == "come" and after) or (lemma == "follow" and not grammar.is_passive(verb)):
        yield from (Signal(inside[0], t, "connective", 0.95, evidence) for t in _last_sentence(document, previous))
    elif lemma in lexicon.words("connectives", "prompting"):
        yield from (Signal(previous[-1], t, "cause", 0.9, evidence) for t in inside)


def _last_sentence(document: Document, tellings: list[Telling]) -> list[Telling]:
    """Those of the last sentence that tells anything."""
    number = document.sentence_numbers
    token = document.doc.char_span(tellings[-1].at, tellings[-1].at + 1, alignment_mode="expand")
    if token is None:
        return tellings[-1:]
    last = number[token.start]
    return [
        t
        for t in tellings
        if (s := document.doc.char_span(t.at, t.at + 1, alignment_mode="expand")) is not None and number[s.start] == last
    ]


def _adverbs(document: Document, tellings: tuple[Telling, ...]) -> Iterator[Signal]:
    """ "Labour MPs *then* walked out": against the telling before it; "*Earlier*, he had shouted": against all of that day."""
    for n, telling in enumerate(tellings[1:], 1):
        predicate = document.doc.char_span(telling.at, telling.at + 1, alignment_mode="expand")
        if predicate is None:
            continue
        governor = grammar.governing_verb(predicate[0]) if predicate[0].pos_ != "VERB" else predicate[0]
        opening = predicate[0].sent[0]
        if opening.lower_ in lexicon.words("connectives", "back"):
            day = [t for t in tellings[:n] if t.date == telling.date and t.span.start < opening.idx]
            yield from (Signal(telling, t, "connective", 0.8, document.span_of([opening])) for t in day)
        for child in dict.fromkeys((*governor.children, *predicate[0].children)):
            if child.dep_ not in {"advmod", "obl"}:
                continue
            evidence = document.span_of([child])
            if child.lower_ in lexicon.words("connectives", "then"):
                yield Signal(tellings[n - 1], telling, "connective", 0.8, evidence)
            elif child.lower_ in lexicon.words("connectives", "back") and child != opening:
                yield Signal(telling, tellings[n - 1], "connective", 0.8, evidence)


def _tenses(document: Document, tellings: tuple[Telling, ...]) -> Iterator[Signal]:
    """ "Marlowe *had walked out*": the pluperfect looks back from the telling before it."""
    for before, telling in itertools.pairwise(tellings):
        found = [document.doc.char_span(t.at, t.at + 1, alignment_mode="expand") for t in (before, telling)]
        if found[0] is None or found[1] is None or found[1][0].pos_ != "VERB":
            continue
        if (
            grammar.pluperfect(found[1][0])
            and not (found[0][0].pos_ == "VERB" and grammar.pluperfect(found[0][0]))
            and not telling.recap
        ):
            aux = [c for c in found[1][0].children if c.lower_ == "had"] or [found[1][0]]
            yield Signal(telling, before, "tense", 0.6, document.span_of([aux[0], found[1][0]]))
