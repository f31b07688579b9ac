"""On whose word a passage tells its act: reported clauses, "according to", "by her own account", "as he tells it"."""

from __future__ import annotations

from collections.abc import Iterable

from extract import grammar, lexicon, speech
from extract.context import Reading
from extract.grammar import Frame
from extract.tree import Token

NEAR = 60  # tokens on either side of a predicate in which its sentence says whose word it is
# "by her *account*", "in his *telling*", "from Mr Hale's *recollection*".
ACCOUNTS = set("account telling version recollection reckoning narrative testimony memory description retelling".split())
PREPOSITIONS = {"by", "in", "on", "from", "per"}
# How a clause hangs below the one that says whose word it is.
UPWARDS = {"ccomp", "xcomp", "conj", "parataxis", "advcl", "acl", "acl:relcl", "csubj"}
TELLS = {"tell", "have", "recall", "put", "remember", "see", "describe", "recount", "claim"}


def claimant(reading: Reading, frame: Frame, actors: tuple[str, ...]) -> str | None:
    """Whose word it is; None for the reporter's own, and for what somebody says of his own act."""
    source = according(reading, frame) or by_account(reading, frame) or reported_by(reading, frame)
    return source if source not in actors else None


def reported_by(reading: Reading, frame: Frame) -> str | None:
    """Who says it in the clause above: "*Hale* said that Okoro had shouted at him"."""
    verb = frame.governor
    while verb.head != verb and grammar.link(verb) in UPWARDS:
        up = verb.head
        if verb.dep_ in {"ccomp", "parataxis"} and grammar.lemma(up) in lexicon.words("speech", "claim"):
            return _first(reading, grammar.verb_frame(up).agents)
        if verb.dep_ == "acl" and grammar.lemma(up) in lexicon.words("modality", "claims"):  # "*Hale's* claim that"
            return _first(reading, [c for c in up.children if c.dep_.startswith("nmod:poss")])
        verb = up
    return None


def _first(reading: Reading, tokens: Iterable[Token]) -> str | None:
    """The first actor among some words."""
    return next((id for t in tokens if (id := reading.cast.at(t)) is not None), None)


def according(reading: Reading, frame: Frame) -> str | None:
    """The actor that the sentence accords to, in the reporter's own words near the predicate."""
    near = _near(frame.token)
    if all(t.lower_ != "according" for t in near):
        return None
    found = speech.according([t for t in near if reading.document.quote_at(t.idx) is None])
    return reading.cast.at(found[1]) if found is not None else None


def by_account(reading: Reading, frame: Frame) -> str | None:
    """ "*By her account*", "in *Mr Hale's* telling", "as *Ms Hale* tells it"."""
    for token in _near(frame.token):
        if token.lower_ in ACCOUNTS and grammar.preposition(token) in PREPOSITIONS:
            owners = [c for c in token.children if c.dep_.startswith("nmod:poss")]
        elif token.dep_ == "advcl" and grammar.lemma(token) in TELLS and _as_it(token):
            owners = grammar.own_subjects(token)
        else:
            continue
        if (source := _first(reading, owners)) is not None:
            return source
    return None


def _as_it(verb: Token) -> bool:
    """ "*as* she tells *it*"."""
    below = {c.lower_ for c in verb.children}
    return "as" in below and bool(below & {"it", "things", "events", "matters"})


def _near(token: Token) -> list[Token]:
    """The words of the sentence around a predicate."""
    return list(token.doc[max(token.sent.start, token.i - NEAR) : min(token.sent.end, token.i + NEAR)])
