"""Pronouns around an order: who is told to go answers, who sends somebody out presides, and no chair is put out."""

from __future__ import annotations

from extract import grammar
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part
from extract.state import LOOK_BACK, State, agreeable, presides
from extract.tree import Token

DENIED = {"not", "n't"}
GOING = {"out", "exit", "exits", "door", "doors"}


def removed(token: Token) -> bool:
    """ "The Speaker named Ms Okoro and the House voted to suspend *her*. *Her* colleagues left": no chair is, nor has any."""
    if token.dep_ == "nmod:poss" and token.head.lower_ in words("offices", "partners", "member_groups"):
        return True
    if grammar.lemma(token.head) in words("people", "removes") and token.dep_ in {"obj", "nsubj:pass"}:
        return True
    if grammar.lemma(token.head) == "follow" and token.dep_ == "obj" and any(c.lower_ in GOING for c in token.head.subtree):
        return True  # "Green MPs followed *her* to the door"
    fronted = [c for c in token.head.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i < token.i]
    told = (c for c in fronted if grammar.lemma(c) in words("people", "bids") and any(x.dep_ == "xcomp" for x in c.children))
    return token.dep_ == "nsubj" and any(told)  # "*Told to say sorry*, she declined"


def bidden(state: State, mention: Mention, token: Token) -> Part | None:
    """ "The Speaker ordered *Ms Okoro* to leave. *She* refused": who is told to answers, not who tells."""
    out = grammar.put_out_before(token)  # "removed *him* after *he* shouted"
    if out is None and not (token.dep_.startswith("nsubj") and _answers(token.head)):
        return None
    here = state.document.sentence_numbers[token.i]
    told = [*state.by_sentence.get(here - 1, []), *state.by_sentence.get(here, [])]
    bids = words("people", "bids")
    objects = [k for k in told if state.head(k).dep_ in {"obj", "iobj"} and grammar.lemma(state.head(k).head) in bids]
    bidden = objects if out is None else [k for k in told if state.head(k) == out]
    before = (state.only(k) for k in bidden if state.mentions[k].start < token.i)
    parts = [p for p in before if p is not None and agreeable(p, mention)]
    return parts[-1] if parts else None


def _answers(verb: Token) -> bool:
    """ "*refused*", "would not *budge*", "did *not*", "*persisted*": what whoever is told to do something does then."""
    done, denied = grammar.lemma(verb), any(c.lower_ in DENIED for c in verb.children)
    return done in words("people", "answers", "defies") or (denied and done in words("people", "yields"))


def in_charge(state: State, mention: Mention, token: Token) -> Part | None:
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
    parts = {p.id: p for k in near if (p := state.only(k)) is not None and presides(p) and agreeable(p, mention)}
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
