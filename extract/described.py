"""Words that pick up whoever was told of just before: "jeered at Hale as *he* left", "*the pair*", "*her* colleagues"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract import grammar, pairs
from extract.affiliations import seats_of
from extract.grammar.labels import SUBJECT
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part
from extract.pronouns import State, antecedents, nearest
from extract.ranks import MEMBERS
from extract.tree import Token

WHILE = {"as", "while", "when"}
OPPOSITION_LEADERS = {"opposition leader", "leader of the opposition", "leader of opposition"}
SO_MANY = {"pair": 2, "duo": 2, "trio": 3}


def meant(state: State, mention: Mention) -> tuple[Part, ...]:
    """Whom a pronoun stands for."""
    heard = _shouted_at(state, mention, state.document.doc[mention.head])
    return (heard,) if heard is not None else pairs.meant(state, mention)


def _shouted_at(state: State, mention: Mention, token: Token) -> Part | None:
    """ "Lind jeered at *Hale* as *she* left": who does something while others cry out at somebody is whom they cry out at."""
    clause, verb = token.head, token.head.head
    if token.dep_ != "nsubj" or mention.plural or clause.dep_ != "advcl" or clause.i < verb.i:
        return None
    if not any(c.lower_ in WHILE and c.i < token.i for c in clause.children) or grammar.is_passive(verb):
        return None
    if grammar.lemma(verb) not in words("speech", "shout"):
        return None
    aimed = {*grammar.verb_frame(verb).patients, *grammar.obliques(verb, "at")}
    here = state.document.sentence_numbers[token.i]
    told = [k for k in state.by_sentence.get(here, []) if state.head(k) in aimed and state.mentions[k].start < token.i]
    parts = [p for k in told if (p := state.only(k)) is not None and p.kind != "group"]
    return parts[0] if len(parts) == 1 and mention.gender in {"", parts[0].gender or mention.gender} else None


def counted(state: State, mention: Mention) -> tuple[Part, ...]:
    """ "Hale, Lind and Okoro rose. *The trio* left": as many as the word says, told of together just before."""
    many = SO_MANY.get(mention.office, 0) if mention.definite and not mention.modifiers else 0
    parts = antecedents(state, replace(mention, office="plural_words", plural=True)) if many else ()
    if many == 2 and len(parts) != many:
        parts = pairs.last_two(state, mention)  # "Hale yelled at Lind. Lind yelled back. *The pair* left"
    return parts if len(parts) == many else ()


def fellows(state: State, mention: Mention) -> Mention:
    """ "her *colleagues*", "Sinn Féin's 22 other *deputies*": the members of the owner's party, where it is told."""
    token = state.document.doc[mention.head]
    owners = [k for c in token.children if c.dep_ == "nmod:poss" for k in _mentioned(state, c)]
    parts = [p for k in owners if (p := state.only(k)) is not None]
    party = parts[0].party if len(parts) == 1 else ""
    whose = mention.office in words("offices", "partners", "member_groups")
    if not party and whose and not mention.party and any(t in OPPOSITION_LEADERS for p in parts for t, _ in p.titles):
        return replace(
            mention, text=f"opposition {token.text}", modifiers=("opposition",), definite=False, fuller=(mention.text,)
        )
    if mention.party or not party or not whose:
        return mention
    rank = "MPs" if mention.office in words("offices", "partners") else token.text
    return replace(
        mention, text=f"{party} {rank}", party=party, office=rank.lower(), modifiers=(), number="", fuller=(mention.text,)
    )


def _mentioned(state: State, token: Token) -> list[int]:
    """The mentions that hold a token."""
    here = state.by_sentence.get(state.document.sentence_numbers[token.i], ())
    return [k for k in here if state.mentions[k].start <= token.i < state.mentions[k].end]


def unplaced(state: State, parts: Iterable[Part], mention: Mention) -> Part | None:
    """ "Guy Lent rose. *The member for Perth* ...", "*The Green MP*": whoever was just told of, of no seat or party known."""
    seats = set(seats_of(mention))
    head = state.document.doc[mention.head]
    acts = head.dep_ in SUBJECT  # "Mr Lent heckled *the Perth MP*" goes on with nobody
    if not acts or bool(seats) == bool(mention.party) or mention.office.lower() not in MEMBERS | words("legislatures", "upper"):
        return None
    if mention.party and any(c.lower_ in {"him", "her"} for c in head.head.children):
        return None  # "Mr Lent rose. *The Green MP* jeered him"
    here = state.document.sentence_numbers[mention.head]
    told = {p.id: p for n in state.by_sentence.get(here - 1, ()) if (p := state.only(n)) is not None and p.names}
    part = next(iter(nearest(state, mention) or ()), None)
    if part is None or list(told) != [part.id] or part.seats or part.titles or (mention.party and part.party):
        return None
    if any(seats & p.seats for p in parts):
        return None
    part.seats |= seats
    part.party = part.party or mention.party
    return part
