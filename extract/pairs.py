""" "Both", "the two" → the two people told of last; and "After *his* ejection Mr Hale spoke" → whom no text before it means.

The two are those of the nearest sentence, else those who act in it and in the ones before.
"""

from __future__ import annotations

from extract import grammar
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part, agrees
from extract.pronouns import State, antecedents, presides

THIRD = {"male_words", "female_words"}
BACK = 2  # sentences in which the two stand


def meant(state: State, mention: Mention) -> tuple[Part, ...]:
    """Whom a pronoun stands for: for "both" and "the two" a pair, for any other whom the text before it means."""
    if mention.text.lower() not in words("people", "pairs"):
        return antecedents(state, mention) or _ahead(state, mention)
    return last_two(state, mention)


def last_two(state: State, mention: Mention) -> tuple[Part, ...]:
    """The two people told of last before a mention; nobody where they are more or fewer."""
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


def _ahead(state: State, mention: Mention) -> tuple[Part, ...]:
    """ "Prior to *his* ejection *Tom Marlowe* rose", "Hours after *he* was named, *Mr Hale* spoke": the subject behind it."""
    token = state.document.doc[mention.head]
    main = next((up for up in token.ancestors if up.pos_ == "VERB" and up.i > token.i), None)
    if main is None or mention.plural or mention.office not in THIRD or token.head == main:
        return ()
    here, subjects = state.document.sentence_numbers[token.i], [t for t in grammar.own_subjects(main) if t.i > token.i]
    named = [k for k in state.by_sentence.get(here, []) if state.head(k) in subjects and state.mentions[k].kind == "name"]
    parts = [p for k in named if (p := state.only(k)) is not None and p.kind == "person" and agrees(p, mention.gender)]
    return tuple(parts) if len(parts) == 1 else ()


def _people(state: State, rows: list[int]) -> tuple[Part, ...]:
    """The people among some mentions, without who presides."""
    parts = (state.parts[id] for k in rows for id in state.chosen[k])
    return tuple({p.id: p for p in parts if p.kind == "person" and not presides(p)}.values())


def _acts(state: State, k: int) -> bool:
    """Whether a mention is the subject of a verb, alone or joined to one."""
    head = state.head(k)
    first = head.head if head.dep_ == "conj" else head
    return any(first in grammar.own_subjects(verb) for verb in (first.head, first.head.head))
