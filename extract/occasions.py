"""Once more: the words by which a text says that an act was not the one told before.

"*Another* attack", "ejected for *a second time*", "when the sitting *resumed*".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract import grammar, lexicon
from extract.document import Document
from extract.grammar import Frame
from extract.tree import Token
from extract.types import Telling

AGAIN = {"another", "further", "more", "second", "third", "fourth", "fresh", "renewed", "again", "anew", "either"}
COUNTED = re.compile(
    r"\bfor (?:a|the|her|his|their) (?:second|third|fourth|fifth|final|last) time\b(?! (?:this|in|since|that))"
    r"|\bonce (?:more|again)\b",
    re.I,
)
BACK = r"(?:came|come|coming) back|back in|return(?:ed|ing)|readmitted|let back"
RETURNED = re.compile(rf"\b(?:{BACK})\b", re.I)
RESUMED = re.compile(
    rf"\b(?:{BACK}|resum(?:e|ed|ption)(?! (?:his|her|their) )|reconven(?:e|ed)|reassembl(?:e|ed)|re-?start(?:ed)?"
    r"|met again|sat again|re-?opened)\b",
    re.I,
)
CALLED = {"heckle", "attack", "objection"}
BROKEN = {"adjournment", "ejection", "walkout"}  # what can only be done again after a return


def again(frame: Frame) -> bool:
    """Whether a predicate, its object or its adverbs say that it was done once more."""
    if frame.kind == "noun":
        words = {t.lower_ for t in frame.token.subtree}
    else:
        objects = [c for c in frame.token.children if c.dep_ in {"obj", "nsubj:pass"} and c.ent_type_ != "PERSON"]
        inner = [o for t in objects for o in t.children if o.dep_.startswith("nmod")]  # "a vote on a *second* motion"
        words = {c.lower_ for t in (frame.token, *objects, *inner) for c in t.children}
    return bool(words & AGAIN) or COUNTED.search(" ".join(t.text for t in _clause(frame.token))) is not None


def _clause(token: Token) -> list[Token]:
    """The words of a predicate's own clause."""
    return sorted(grammar.clause_tokens(token, keep=frozenset({"xcomp"})))


def going(document: Document, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings; what is called out on the way out is not what was called out before: "shouted *as he was led out*"."""
    out: list[Telling] = []
    told: set[tuple[str, tuple[str, ...]]] = set()  # what was done before, by whom
    left: set[str] = set()  # what was done on the way out
    for telling in tellings:
        leaving = telling.type in CALLED and _leaving(document, telling)
        parted = leaving and telling.type not in left and (telling.type, telling.actors) in told
        told.add((telling.type, telling.actors))
        left |= {telling.type} if leaving else set()
        out.append(replace(telling, again=True) if parted else telling)
    return tuple(out)


def _leaving(document: Document, telling: Telling) -> bool:
    """Whether the sentence of an act, in the reporter's words, says that it was done on the way out."""
    predicate = document.doc.char_span(telling.at, telling.at + 1, alignment_mode="expand")
    if predicate is None:
        return False
    sentence = predicate[0].sent
    found = _phrases().search(sentence.text)
    return found is not None and document.quote_at(sentence.start_char + found.start()) is None


@lexicon.per_codebook
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{words}\b" for words in sorted(lexicon.words("connectives", "leaving"))), re.I)


def resumed(document: Document, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """All tellings; what is done again once the House, or the member, has come back is another act."""
    out: list[Telling] = []
    for telling in tellings:
        before = [t for t in out if t.type == telling.type and t.status == telling.status == "happened" and not t.lead]
        if telling.type in BROKEN and before and not telling.lead and not telling.recap:
            last = max(before, key=lambda t: t.at)
            people = set(telling.targets + telling.actors) & set(last.targets + last.actors)
            between = document.text[last.span.end : max(telling.span.start, telling.at)]
            if RESUMED.search(between) if telling.type == "adjournment" else people and RETURNED.search(between):
                telling = replace(telling, again=True)
        out.append(telling)
    return tuple(out)
