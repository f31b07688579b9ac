""" "Both", "the two" → the two people told of last: of the nearest sentence, else those who act in it and the one before."""

from __future__ import annotations

from extract import grammar
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part
from extract.pronouns import State, antecedents, presides

BACK = 2  # sentences in which the two stand


def meant(state: State, mention: Mention) -> tuple[Part, ...]:
    """Whom a pronoun stands for: for "both" and "the two" a pair, for any other whom the text before it means."""
    if mention.text.lower() not in words("people", "pairs"):
        return antecedents(state, mention)
    here = state.document.sentence_numbers[mention.head]
    near: list[Part] = []
    for back in range(BACK + 1):
        told = [k for k in state.by_sentence.get(here - back, []) if state.mentions[k].start < mention.start]
        if not near and len(people := _people(state, told)) == 2:
            return people
        near = [*_people(state, [k for k in told if _acts(state, k)]), *near]
        if len(two := tuple({part.id: part for part in near}.values())) >= 2:
            return two if len(two) == 2 else ()
    return ()


def _people(state: State, rows: list[int]) -> tuple[Part, ...]:
    """The people among some mentions, without who presides."""
    parts = (state.parts[id] for k in rows for id in state.chosen[k])
    return tuple({p.id: p for p in parts if p.kind == "person" and not presides(p)}.values())


def _acts(state: State, k: int) -> bool:
    """Whether a mention is the subject of a verb, alone or joined to one."""
    head = state.head(k)
    first = head.head if head.dep_ == "conj" else head
    return any(first in grammar.own_subjects(verb) for verb in (first.head, first.head.head))
