"""Pronouns and "the MP" → whom the text before them means: the one who agrees and stands out, and nobody where two do.

Salience as in centering (Grosz, Joshi & Weinstein 1995): subjects before the rest, the nearest sentence first; two arguments of
one verb are two people (principle B of binding); of two who stand out alike neither is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract import grammar
from extract.document import Document
from extract.lexicon import is_party, words
from extract.mention import Mention
from extract.naming import Part, agrees
from extract.tree import Token

LOOK_BACK = 3  # sentences; farther back a pronoun has, in news, nearly always another antecedent in between
PLURAL = {"they", "them", "their"}
JOINING = {"and", ",", "the", "both", "his", "her", "their", "colleague", "wife", "husband", "fellow"}
REFLEXIVE = {"himself", "herself", "themselves"}


@dataclass
class State:
    """How far the resolution of one article has come."""

    document: Document
    mentions: tuple[Mention, ...]
    parts: dict[str, Part]
    chosen: dict[int, tuple[str, ...]]  # index of mention → the actors that it stands for
    by_sentence: dict[int, list[int]]  # number of sentence → indices of its chosen mentions

    def head(self, k: int) -> Token:
        """The token on which a mention hangs."""
        return self.document.doc[self.mentions[k].head]

    def only(self, k: int) -> Part | None:
        """The one actor of a mention; None of a mention of several."""
        ids = self.chosen[k]
        return self.parts[ids[0]] if len(ids) == 1 else None


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
        meant := _fronted(state, mention, token) or _bidden(state, mention, token) or _in_charge(state, mention, token)
    ) is not None:
        return (meant,)
    here = state.document.sentence_numbers[token.i]
    others, removed = _others(state, token, here), _removed(token)
    for back in range(LOOK_BACK + 1):
        told = [k for k in state.by_sentence.get(here - back, []) if _usable(state, k, token)]
        rows = [k for k in told if state.only(k) is not None and not set(state.chosen[k]) & others]
        fitting = [
            k for k in rows if _agreeable(state.only(k), mention) and not (removed and presides(state.parts[state.chosen[k][0]]))
        ]
        together = _together(state, rows, told) if mention.plural else ()
        if together and not (fitting and _rank(state, max(fitting, key=lambda k: _rank(state, k))) > 0):
            return together
        if fitting:
            return _outstanding(state, fitting, mention, token)
    return ()


def _removed(token: Token) -> bool:
    """ "The Speaker named Ms Okoro and the House voted to suspend *her*", "*She* was then escorted out": no chair is removed."""
    return grammar.lemma(token.head) in words("people", "removes") and token.dep_ in {"obj", "nsubj:pass"}


def _others(state: State, token: Token, here: int) -> set[str]:
    """The actors of the sentence whom the pronoun cannot be, being arguments of the same verb."""
    beside = state.by_sentence.get(here, [])
    apart = [t.i for t in grammar.spoken_about(token)]  # "*Ms Hale*, *she* said, was a weather vane": not herself
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


def _agreeable(part: Part | None, mention: Mention) -> bool:
    """Number and gender."""
    if part is None or mention.plural:
        return part is not None and part.kind == "group"
    return part.kind != "group" and agrees(part, mention.gender)


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
    if mention.gender and part.gender != mention.gender and sure:
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
    """ "*Hale* told *Lind* that *he* was a liar": of speaker and addressee neither stands out."""
    verb = token.head
    if not token.dep_.startswith("nsubj") or verb.dep_ != "ccomp" or best.head != verb.head:
        return False
    return any(row != best and row.head == verb.head and row.dep_ in {"obj", "iobj"} for row in rows)


def _of_own_subject(state: State, mention: Mention, token: Token) -> tuple[Part, ...]:
    """ "*Hale* excused *himself*"."""
    parts = _subject_of(state, token.head)
    return parts if len(parts) == 1 and _agreeable(parts[0], mention) else ()


def _subject_of(state: State, verb: Token) -> tuple[Part, ...]:
    """Those who are told of as a verb's subject."""
    subjects, here = grammar.own_subjects(verb), state.document.sentence_numbers[verb.i]
    return tuple(p for k in state.by_sentence.get(here, []) if state.head(k) in subjects and (p := state.only(k)) is not None)


def _fronted(state: State, mention: Mention, token: Token) -> Part | None:
    """ "When *he* rose, *Mr Okoro* was jeered": in a clause before its main clause a pronoun may look ahead."""
    verb = token.head
    if verb.dep_ != "advcl" or verb.head.i < verb.i or not token.dep_.startswith(("nsubj", "nmod:poss")) or mention.plural:
        return None
    subjects = [t for t in grammar.own_subjects(verb.head) if t.i > verb.i]
    here = state.document.sentence_numbers[token.i]
    named = [k for k in state.by_sentence.get(here, []) if state.head(k) in subjects and state.mentions[k].kind == "name"]
    parts = [p for k in named if _agreeable(p := state.only(k), mention)]
    return parts[0] if len(parts) == 1 else None


def _bidden(state: State, mention: Mention, token: Token) -> Part | None:
    """ "The Speaker ordered *Ms Okoro* to leave. *She* refused": who is told to answers, not who tells."""
    out = grammar.put_out_before(token)  # "removed *him* after *he* shouted"
    if out is None and (grammar.lemma(token.head) not in words("people", "answers") or not token.dep_.startswith("nsubj")):
        return None
    here = state.document.sentence_numbers[token.i]
    told = [*state.by_sentence.get(here - 1, []), *state.by_sentence.get(here, [])]
    bids = words("people", "bids")
    objects = [k for k in told if state.head(k).dep_ in {"obj", "iobj"} and grammar.lemma(state.head(k).head) in bids]
    bidden = objects if out is None else [k for k in told if state.head(k) == out]
    before = (state.only(k) for k in bidden if state.mentions[k].start < token.i)
    parts = [p for p in before if p is not None and _agreeable(p, mention)]
    return parts[-1] if parts else None


def _in_charge(state: State, mention: Mention, token: Token) -> Part | None:
    """ "When Ms Okoro told her so, *she* directed that the member leave": who sends somebody out presides, where one does."""
    if (
        token.head.pos_ != "VERB"
        or not token.dep_.startswith("nsubj")
        or token.dep_.endswith("pass")
        or not _sends_out(token.head)
    ):
        return None
    here = state.document.sentence_numbers[token.i]
    near = [k for back in range(LOOK_BACK) for k in state.by_sentence.get(here - back, []) if state.mentions[k].start < token.i]
    parts = {p.id: p for k in near if (p := state.only(k)) is not None and presides(p) and _agreeable(p, mention)}
    return next(iter(parts.values())) if len(parts) == 1 else None


def _sends_out(verb: Token) -> bool:
    """ "*ordered* her to leave the chamber", "*directed* that he withdraw", "*ejected* him"; not "ordered him to withdraw it"."""
    done = grammar.lemma(verb)
    if done in {"eject", "expel", "suspend"}:
        return any(c.dep_ == "obj" for c in verb.children)
    told = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and grammar.lemma(c) in {"leave", "withdraw", "go", "quit"}]
    left = [c.lower_ for t in told for c in t.children if c.dep_ == "obj"]
    return (
        bool(told)
        and done in {"order", "direct", "instruct", "command"}
        and set(left) <= words("offices", "houses") | {"chamber"}
    )


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
        return antecedent in grammar.own_subjects(pronoun.head) or _controls(antecedent, pronoun)
    return antecedent.head == pronoun.head and antecedent.sent == pronoun.sent


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


def presides(part: Part) -> bool:
    """Whether the article gives somebody the chair: "*PTI chairman* Asad Khan" leads a party."""
    return any(title in words("offices", "chairs") and not _of_a_party(title, of) for title, of in part.titles)


def _of_a_party(title: str, of: tuple[str, ...]) -> bool:
    """Whether it is a party that is chaired; "*Republican* chairman" says only who chairs the committee."""
    parties = (word for word in of if is_party(word) and word not in words("offices", "ranks") | {"democratic"})
    return title in words("offices", "party_chairs") and ("party" in of or any(parties))


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
    return part.last_before(mention.start) is not None
