"""Who is meant by the subject of a clause that gives the reason: "removed *Mr Okoro* after *he* waved a shoe"."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.clauses import link
from extract.grammar.frames import verb_frame
from extract.grammar.voice import lemma
from extract.tree import Token

REASONS = {"after", "because", "when", "for", "since", "as"}


def put_out_before(subject: Token) -> Token | None:
    """Who is put out by the clause on which that of a subject hangs as its reason; nobody where none is."""
    clause = subject.head
    if not subject.dep_.startswith("nsubj") or clause.i < subject.i or link(clause) != "advcl":
        return None
    main = clause.head
    opened = any(c.lower_ in REASONS and c.dep_ in {"mark", "advmod"} and c.i < clause.i for c in clause.children)
    if not opened or main.i > clause.i or lemma(main) not in lexicon.words("people", "removes") - {"name"}:
        return None
    return next(iter(verb_frame(main).patients), None)
