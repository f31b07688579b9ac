"""Pronouns and "the MP" → whom the text before them means: the one who agrees and stands out, and nobody where two do.

Salience as in centering (Grosz, Joshi & Weinstein 1995): subjects before the rest, the nearest sentence first; two arguments of
one verb are two people (principle B of binding); of two who stand out alike neither is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from extract import charging, grammar
from extract.bidding import bidden, in_charge, removed
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part
from extract.state import LOOK_BACK, State, agreeable, presides
from extract.tree import Token

PLURAL = {"they", "them", "their"}
JOINING = {"and", ",", "the", "both", "his", "her", "their", "colleague", "wife", "husband", "fellow"}
TAKES = {"take", "bring", "carry", "drag", "sweep"}
BESIDE = 12  # mentions before a pronoun in its sentence that are looked at
REFLEXIVE = {"himself", "herself", "themselves"}


def antecedents(state: State, mention: Mention) -> tuple[Part, ...]:
    """Whom a pronoun stands for: nobody, one, or for "they" several named together."""
    if mention.office in {"first_words", "second_words"}:
        return ()
    token = state.document.doc[mention.head]
    if token.lower_ in REFLEXIVE:
        return _of_own_subject(state, mention, token)
    if (saying := grammar.told_of_itself(token)) is not None and mention.office == "neuter_words":
        return tuple(p for p in _subject_of(state, saying) if p.kind == "group")
    if (
        meant := _fronted(state, mention, token) or bidden(state, mention, token) or in_charge(state, mention, token)
    ) is not None:
        return (meant,)
    here = state.document.sentence_numbers[token.i]
    if _left_open(state, mention, token):
        return ()
    others, seatless = _others(state, token, here), removed(token) or _of_oneself(state, mention, token)
    for back in range(LOOK_BACK + 1):
        told = [k for k in state.by_sentence.get(here - back, []) if _usable(state, k, token)]
        rows = [k for k in told if state.only(k) is not None and not set(state.chosen[k]) & others]
        fitting = [
            k for k in rows if agreeable(state.only(k), mention) and not (seatless and presides(state.parts[state.chosen[k][0]]))
        ]
        together = _together(state, rows, told) if mention.plural else ()
        if together and not (fitting and _rank(state, max(fitting, key=lambda k: _rank(state, k))) > 0):
            return together
        if fitting:
            return _outstanding(state, fitting, mention, token)
    return ()


def _of_oneself(state: State, mention: Mention, token: Token) -> bool:
    """ "Ms Lind said *she* was a fool to trust them": she may be Ms Lind all the same, so that no chair told of before is."""
    said = charging.chargers(token)
    here = state.by_sentence.get(state.document.sentence_numbers[token.i], [])
    held = (k for k in here if any(state.mentions[k].start <= t.i < state.mentions[k].end for t in said))
    by = (p for k in held if (p := state.only(k)) is not None)
    return any(agreeable(p, mention) for p in by)


def _left_open(state: State, mention: Mention, token: Token) -> bool:
    """ "Hale told Lind that *her* place was at home when *she* rose": where the first of two is left open so is the second."""
    before = bisect_left(state.mentions, mention.start, key=lambda m: m.start) - 1
    last = before - BESIDE
    while before >= max(last, 0) and state.mentions[before].start >= token.sent.start:
        other = state.mentions[before]
        if other.kind == "pronoun" and mention.gender and other.gender == mention.gender:
            quote_at = state.document.quote_at
            same = quote_at(state.head(before).idx) == quote_at(token.idx)
            return same and before not in state.chosen and not clause_mates(state.head(before), token)
        before -= 1
    return False


def _others(state: State, token: Token, here: int) -> set[str]:
    """The actors of the sentence whom the pronoun cannot be, being arguments of the same verb."""
    beside = state.by_sentence.get(here, [])
    # "*Ms Hale*, *she* said, was a weather vane", "*Hale* said *she* was a liar": not herself
    apart = [t.i for t in (*grammar.spoken_about(token), *charging.chargers(token))]
    about = {k for k in beside if any(state.mentions[k].start <= i < state.mentions[k].end for i in apart)}
    return {id for k in beside if k in about or clause_mates(state.head(k), token) for id in state.chosen[k]}


def _usable(state: State, k: int, token: Token) -> bool:
    """Whether a mention stands before a pronoun, and on the same side of the quotation marks."""
    mention, head = state.mentions[k], state.head(k)
    if mention.start >= token.i or mention.kind == "house" or _under_another(head, token):
        return False
    quoted = state.document.quote_at(token.idx) is not None
    inside = state.document.quote_at(head.idx) is not None
    return inside == quoted or (quoted and token.lower_ not in PLURAL)


def _under_another(head: Token, token: Token) -> bool:
    """ "*He* spoke at *the PM*. *He* went on": who stands under the same pronoun is not whom it goes on to mean."""
    same = (c for up in head.ancestors for c in up.children if c.lower_ == token.lower_ and c.i < head.i)
    return token.dep_.startswith("nsubj") and any(c.dep_.startswith("nsubj") for c in same)


def _rank(state: State, k: int) -> int:
    return salience(state.head(k))


def _outstanding(state: State, rows: list[int], mention: Mention, token: Token) -> tuple[Part, ...]:
    """The one who stands out among those who agree; nobody where two do alike."""
    best = max(rows, key=lambda k: (_rank(state, k), state.mentions[k].start))
    part = state.only(best)
    rivals = {p.id: p for k in rows if (p := state.only(k)) is not None and p is not part}
    if part is None:
        return ()
    if any(_joined(state, state.mentions[k], state.mentions[best]) for k in rows if state.only(k) is not part):
        return ()
    sure = [p for p in (*rivals.values(), part) if mention.gender and p.gender == mention.gender]
    level = max((_rank(state, k) for k in rows if (p := state.only(k)) is not None and p in sure), default=0)
    chairs = presides(part) or part.key in words("offices", "chairs")  # "The Speaker warned *Hale*. *She* was gone"
    leads = _rank(state, best) > max(level, 1) and not chairs and (bool(part.names) or state.mentions[best].definite)
    verb, nearer = state.head(best).head, (state.head(k).head for k in rows if state.only(k) in sure)
    leads &= not any(verb.is_ancestor(up) and up.is_ancestor(token) for up in nearer)  # "looked up when Okoro turned on *Lind*"
    if mention.gender and part.gender != mention.gender and sure and not leads:
        # An office whose holder is not known yields to a man known as one.
        return (sure[0],) if len(sure) == 1 and not part.names else ()
    return () if _told(token, state.head(best), [state.head(k) for k in rows]) else (part,)


def _joined(state: State, one: Mention, other: Mention) -> bool:
    """ "*Hale* and *Lind* shouted": neither of two joined ones stands out."""
    first, second = sorted((one, other), key=lambda m: m.start)
    between = state.document.doc[first.end : second.start]
    if len(between) > len(JOINING):
        return False
    return all(t.lower_ in JOINING for t in between) and any(t.lower_ == "and" for t in between)


def _told(token: Token, best: Token, rows: list[Token]) -> bool:
    """ "*Hale* told *Lind* that *he*, or *his* wife, was a liar": of speaker and addressee neither stands out."""
    subject = token.head if token.dep_.startswith("nmod:poss") else token
    clause = subject.head
    misread = clause.dep_ == "acl:relcl" and any(c.dep_ == "mark" for c in clause.children)  # "told *Lind that* his wife was ..."
    teller = clause.head.head if misread else clause.head
    if not subject.dep_.startswith("nsubj") or not (misread or clause.dep_ == "ccomp") or best.head != teller:
        return False
    return any(row != best and row.head == teller and row.dep_ in {"obj", "iobj"} for row in rows)


def _of_own_subject(state: State, mention: Mention, token: Token) -> tuple[Part, ...]:
    """ "*Hale* excused *himself*"."""
    parts = _subject_of(state, token.head)
    return parts if len(parts) == 1 and agreeable(parts[0], mention) else ()


def _subject_of(state: State, verb: Token) -> tuple[Part, ...]:
    """Those who are told of as a verb's subject."""
    subjects, here = grammar.own_subjects(verb), state.document.sentence_numbers[verb.i]
    return tuple(p for k in state.by_sentence.get(here, []) if state.head(k) in subjects and (p := state.only(k)) is not None)


def _fronted(state: State, mention: Mention, token: Token) -> Part | None:
    """ "When *he* rose, *Mr Okoro* was jeered": in a clause before its main clause a pronoun may look ahead."""
    owns = token.dep_ == "nmod:poss" and token.head.head.tag_ == "VBG"  # "*Losing his* patience, Hale"
    verb = token.head.head if owns else token.head
    if verb.dep_ != "advcl" or verb.head.i < verb.i or not token.dep_.startswith(("nsubj", "nmod:poss")) or mention.plural:
        return None
    subjects = [t for t in grammar.own_subjects(verb.head) if t.i > verb.i]
    here = state.document.sentence_numbers[token.i]
    named = [k for k in state.by_sentence.get(here, []) if state.head(k) in subjects and state.mentions[k].kind == "name"]
    parts = [p for k in named if agreeable(p := state.only(k), mention)]
    return parts[0] if len(parts) == 1 else None


def _together(state: State, rows: list[int], told: list[int]) -> tuple[Part, ...]:
    """ "*Hale and Lind* rose. *They* ...": people joined by "and"."""
    for k in reversed(told):
        if state.only(k) is None:  # a "they" of before
            return tuple(state.parts[id] for id in state.chosen[k])
    for k in reversed(rows):
        joined = [j for j in rows if j == k or (state.head(j).head == state.head(k) and state.head(j).dep_ == "conj")]
        parts = [p for j in joined if (p := state.only(j)) is not None]
        if len({p.id for p in parts}) > 1:
            return tuple({p.id: p for p in parts}.values())
    return ()


def salience(token: Token) -> int:
    """Subjects of main clauses before other subjects before the rest."""
    for verb in (token.head, token.head.head):
        if token in grammar.own_subjects(verb):
            return 2 if verb.dep_ in {"ROOT", "conj", "parataxis"} else 1
    return 0


def clause_mates(antecedent: Token, pronoun: Token) -> bool:
    """ "*Hale* accused *him*": two arguments of one verb are two people, unless one owns something ("his")."""
    if pronoun.dep_.startswith("nmod:poss") or pronoun.lower_ in words("people", "quantifiers"):
        return False
    if grammar.preposition(antecedent) in {"according", "to"} and any(c.lower_ == "according" for c in antecedent.children):
        return False
    if antecedent.dep_.startswith("nsubj"):
        if pronoun.dep_ == "obl" and _beside_himself(pronoun):
            return False
        return antecedent in grammar.own_subjects(pronoun.head) or _controls(antecedent, pronoun)
    return antecedent.head == pronoun.head and antecedent.sent == pronoun.sent


def _beside_himself(pronoun: Token) -> bool:
    """ "*Hale* took her MPs with *her*", "heard a noise behind *her*": where others are, or are taken, from the doer on."""
    taken = grammar.lemma(pronoun.head) in TAKES and any(c.dep_ == "obj" for c in pronoun.head.children)
    return grammar.preposition(pronoun) in ({"behind", "around", "beside", "with"} if taken else {"behind", "around", "beside"})


def _controls(antecedent: Token, pronoun: Token) -> bool:
    """ "*Hale* shouted at Okoro, accusing *him*": nor is the understood subject of a participle its object."""
    verb = pronoun.head
    return (
        verb.dep_ in {"advcl", "xcomp", "conj"}
        and not any(c.dep_.startswith("nsubj") for c in verb.children)
        and antecedent.head == verb.head
        and antecedent.dep_.startswith("nsubj")
    )


def nearest(state: State, mention: Mention) -> tuple[Part, ...] | None:
    """Who stands out just before "the *backbencher*", but for who presides: of two alike nobody; None where none is told."""
    token = state.document.doc[mention.head]
    here = state.document.sentence_numbers[token.i]
    others = _others(state, token, here)
    for back in range(LOOK_BACK):
        told = [k for k in state.by_sentence.get(here - back, []) if state.mentions[k].start < mention.start]
        rows = [k for k in told if (p := state.only(k)) is not None and p.kind == "person" and p.names and p.id not in others]
        rows = [k for k in rows if not presides(state.parts[state.chosen[k][0]])]
        if rows:
            return _outstanding(state, rows, mention, token)
    return None


def latest(state: State, parts: Iterable[Part], mention: Mention) -> Part | None:
    """Of people of one rank the one told of last before "the MP", of two joined by "and" neither; else the only one."""
    found = list(parts)
    before = [(said, p) for p in found if (said := p.last_before(mention.start)) is not None]
    if not before:
        return found[0] if len(found) == 1 else None
    last, part = max(before, key=lambda pair: pair[0].start)
    return None if any(_joined(state, last, said) for said, p in before if p is not part) else part


def told_before(part: Part, mention: Mention) -> bool:
    """Whether the article names somebody before a mention."""
    return bool(part.told) and part.told[0].start < mention.start
