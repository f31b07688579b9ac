""" "Both", "the two of them", "the latter" → of the two people told of last; "After *his* ejection Mr Hale spoke" → who comes.

The two are those of the nearest sentence, else those who act in it and in the ones before.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract import grammar
from extract.duals import LATTER
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part, agrees
from extract.pronouns import antecedents
from extract.state import State, presides
from extract.tree import Token

THIRD = {"male_words", "female_words"}
BACK = 2  # sentences in which the two stand


def meant(state: State, mention: Mention) -> tuple[Part, ...]:
    """Whom a pronoun stands for: for "both" and "the two" a pair, for any other whom the text before it means."""
    token = state.document.doc[mention.head]
    if token.lower_ in LATTER:
        return _of_two(state, mention, token)
    if mention.text.lower() in words("people", "pairs") or _of_both(token):
        return last_two(state, mention)
    return antecedents(state, mention) or _ahead(state, mention)


def _of_both(token: Token) -> bool:
    """ "both of *them*", "the two of *them*"."""
    before = [t.lower_ for t in token.doc[max(token.i - 3, 0) : token.i]]
    return token.lower_ == "them" and (before[-2:] == ["both", "of"] or before == ["the", "two", "of"])


def last_two(state: State, mention: Mention) -> tuple[Part, ...]:
    """The two people told of last before a mention, but for who acts on them; nobody where they are more or fewer."""
    near: list[Part] = []
    for told in _rows(state, mention):
        if not near and len(people := _people(state, told)) == 2:
            return people
        near = [*_people(state, [k for k in told if _acts(state, k)]), *near]
        if len(two := tuple({part.id: part for part in near}.values())) >= 2:
            return two if len(two) == 2 else ()
    return ()


def _rows(state: State, mention: Mention) -> Iterator[list[int]]:
    """The mentions before one, a sentence at a time, without those of whoever does to it what its clause tells."""
    token = state.document.doc[mention.head]
    here = state.document.sentence_numbers[token.i]
    doers = {t for up in token.ancestors if up.pos_ == "VERB" for t in grammar.subjects(up)} - {token}
    beside = state.by_sentence.get(here, [])
    acting = {id for k in beside if state.head(k) in doers and not _joined_to(state.head(k), token) for id in state.chosen[k]}
    for back in range(BACK + 1):
        rows = (k for k in state.by_sentence.get(here - back, []) if state.mentions[k].start < mention.start)
        yield [k for k in rows if not acting & set(state.chosen[k]) and not state.head(k).dep_.startswith("nmod:poss")]


def _joined_to(subject: Token, token: Token) -> bool:
    """ "*Hale* yelled at Lind, and the Speaker ordered both out": who acts in a clause to which that of a pair is joined."""
    owned = next((own for up in token.ancestors if up.pos_ == "VERB" and (own := grammar.own_subjects(up))), [])
    return subject not in owned


def _of_two(state: State, mention: Mention, token: Token) -> tuple[Part, ...]:
    """ "Hale accused Lind. *The latter* left": of the two people of the nearest sentence that tells of any the last, or first."""
    people = next((found for told in _rows(state, mention) if (found := _people(state, told))), ())
    return (people[1 if token.lower_ == "latter" else 0],) if len(people) == 2 else ()


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
    """The named people among some mentions, without who presides."""
    parts = (state.parts[id] for k in rows for id in state.chosen[k])
    return tuple({p.id: p for p in parts if p.kind == "person" and p.names and not presides(p)}.values())


def _acts(state: State, k: int) -> bool:
    """Whether a mention is the subject of a verb, alone or joined to one."""
    head = state.head(k)
    first = head.head if head.dep_ == "conj" else head
    return any(first in grammar.own_subjects(verb) for verb in (first.head, first.head.head))
