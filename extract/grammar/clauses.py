"""Who and what stand with a verb: subjects, objects, phrases and particles, wherever the parser hung them.

Control, raising, coordination, relatives and participles are settled here once, so that no rule has to.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.asides import parted_subject, reporter, swallowed
from extract.grammar.descriptions import identified
from extract.grammar.governed import by_phrase
from extract.grammar.labels import (
    ADVERBIAL_MARKS,
    FINITE_MARKS,
    OBJECT,
    OBJECT_CONTROL,
    OBLIQUE,
    PASSIVE_SUBJECT,
    REASONS,
    REFLEXIVE,
    RELATIVE,
    SUBJECT,
    TIMES,
)
from extract.grammar.nominals import gapped, sent_off
from extract.grammar.particles import preposition
from extract.grammar.remembered import remembered, remembered_list
from extract.grammar.strays import unclosed
from extract.grammar.voice import is_passive, lemma
from extract.tree import Token


@remembered
def infinitive(verb: Token) -> bool:
    """ "to leave"."""
    return any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)


@remembered
def link(verb: Token) -> str:
    """How a clause hangs on its head; one that opens with "before" or "when" is adverbial whatever its label."""
    temporal = any(c.dep_ == "mark" and c.lower_ in ADVERBIAL_MARKS and c.i < verb.i for c in verb.children)
    if verb.dep_ == "obl" and verb.tag_ == "VBG" and any(c.dep_ == "mark" for c in verb.children):
        return "advcl"  # "thrown out for *shouting* at Lind"
    return "advcl" if verb.dep_ in {"ccomp", "xcomp", "parataxis"} and temporal else verb.dep_


def relative_head(verb: Token) -> Token | None:
    """ "the *member* who shouted": what a relative clause or a bare participle hangs on."""
    return verb.head if verb.dep_ in {"acl:relcl", "acl", "advcl:relcl"} and verb.head.pos_ != "VERB" else None


def told_beside(word: Token, predicate: Token) -> bool:
    """Whether a word is of a relative clause about something else: "The MP, who flew there *two weeks ago*, was named".

    So it is of a perfect participle and of what is to be done: "having been elected *in 1984*", "to be held *on Wednesday*".
    """
    above = {predicate, *predicate.ancestors}
    around = [t for t in (word, *word.ancestors) if t not in above and t.pos_ in {"VERB", "AUX"}]
    return any(
        relative_head(t) is not None or "having" in (w := {c.lower_ for c in t.children}) or {"to", "be"} <= w for t in around
    )


@remembered_list
def own_subjects(verb: Token) -> list[Token]:
    """The subject that stands with the verb, its relative pronoun replaced by what it stands for."""
    if (aside := parted_subject(verb) or reporter(verb)) is not None:
        return [aside]
    heads = [c for c in verb.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT and c.dep_ not in {"csubj", "csubj:pass"}]
    if heads and (taken := swallowed(verb)) is not None:
        return [taken[1]]
    heads = [c for c in heads if not preposition(c)] or heads  # "Under questioning *by* Ann Lind, Mr Hale went on"
    # Parsers take a name before a comma for an address: "*Mr Hale*, making a point of order, said".
    if not heads and verb.pos_ == "VERB":
        heads = [c for c in verb.children if c.dep_ in {"vocative", "dislocated"} and c.pos_ == "PROPN" and c.i < verb.i]
    heads = heads or [c for c in verb.children if c.i < verb.i and titled(c)]
    helpers = (c for c in verb.children if c.dep_ in {"aux", "aux:pass"})
    heads = heads or [c for aux in helpers for c in aux.children if c.dep_ in SUBJECT]  # "the *group* had by then left"
    if not heads and verb.i and verb.nbor(-1).head == verb and verb.nbor(-1).lower_ in lexicon.words("people", "quantifiers"):
        heads = [verb.nbor(-1)]
    if heads and heads[0].lower_ in RELATIVE and (head := relative_head(verb)) is not None:
        return [identified(head)]
    # Of two, the farther belongs to the verb before: "warned *him* before he named".
    return [unclosed(past_the_time(head)) for head in heads[-1:]]


def past_the_time(subject: Token) -> Token:
    """Who stands behind a time that was read as the subject: "A day after *Tom Marlowe* was ejected"."""
    if lemma(subject) not in TIMES:
        return subject
    return next((c for c in subject.children if c.dep_ == "nmod" and preposition(c) in {"after", "before"}), subject)


@remembered_list
def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who or what the clause is about, found through coordination, control, raising, relatives and participles."""
    if own := own_subjects(verb):
        return own
    if (lost := lost_subject(verb)) is not None:
        return [lost]
    if depth > 6:
        return []
    head = verb.head
    if (first := outside_whose(verb)) is not None:
        return [first]
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"} and head != verb:
        return joined_subjects(verb, depth)
    if verb.dep_ == "acl" and any(c.dep_ == "mark" and c.lower_ in REASONS for c in verb.children):
        above = next((up for up in head.ancestors if up.pos_ == "VERB"), None)  # "out of the chamber for *shouting*"
        return subjects(above, depth + 1) if above is not None else []
    if held_out(verb):
        return intenders(head, depth)
    if (antecedent := relative_head(verb)) is not None:
        return [identified(antecedent)] if verb.dep_ == "acl" or not objects(verb) else []
    if verb.dep_ == "csubj" and verb.tag_ == "VBN" and any(c.dep_ == "cop" for c in head.children):
        return [head]  # "Also *ejected* was Tom Marlowe"
    if head != verb and (link(verb) in {"xcomp", "advcl", "ccomp"} or infinitive(verb)):
        return controllers(verb, head, depth)
    return []


def outside_whose(verb: Token) -> Token | None:
    """Whose the main clause is where that of "whose" was read as the first of two: "*Okoro*, whose seat was lost, yelled"."""
    above = next((up for up in verb.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if above is None or verb.dep_ not in {"conj", "acl"} or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    told = [c for c in above.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT and c.i < above.i]
    inside = len(told) > 1 and any(c.lower_ == "whose" for c in told[-1].children)
    return told[0] if inside else None


def joined_subjects(verb: Token, depth: int) -> list[Token]:
    """Who does what a verb says joined to another, to a predicate, or to a name: "*Hale*, asked to, declined and left"."""
    head = verb.head
    if head.dep_ == "ccomp" and any(t.tag_ == "''" for t in verb.doc[head.i : verb.i]) and head.head.pos_ == "VERB":
        return subjects(head.head, depth + 1)  # "told him that he was 'a disgrace' and *left*": no part of what was told
    if head.pos_ in {"VERB", "AUX"} or own_subjects(head):
        return subjects(head, depth + 1)
    return [head] if head.dep_ == "ROOT" and head.i < verb.i and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} else []


def intenders(noun: Token, depth: int) -> list[Token]:
    """Whose plan it is: "*Hale's* bid to unseat him", "*Hale* sought leave to move a motion"."""
    owners = [c for c in noun.children if c.dep_.startswith("nmod:poss")] or by_phrase(noun)
    if owners or noun.dep_ in SUBJECT | PASSIVE_SUBJECT:
        return owners
    above = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
    return subjects(above, depth + 1) if above is not None and not is_passive(above) else []


def titled(token: Token) -> bool:
    """A name with its title that the parser took for a phrase though no preposition opens it: "greeted *Mr Okoro*"."""
    title = any(c.dep_ == "nmod:desc" and c.i < token.i for c in token.children)
    return token.dep_ == "obl" and token.pos_ == "PROPN" and title and not preposition(token)


def held_out(verb: Token) -> bool:
    """ "an *attempt to eject* him", "no time in *accusing* her": what an act hangs on that is no person, and does not do it."""
    if verb.dep_ != "acl":
        return False
    gerund = verb.tag_ == "VBG" and any(c.dep_ in {"mark", "case"} for c in verb.children)
    return gerund or (infinitive(verb) and lemma(verb.head) in lexicon.words("modality", "intents"))


@remembered
def lost_subject(verb: Token) -> Token | None:
    """The subject of a finite clause that the parser hung elsewhere: the nominal right before the verb."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in FINITE_MARKS and c.i < verb.i), None)
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ not in {"conj", "xcomp", "acl:relcl"}
    finite = finite or (
        verb.tag_ in {"VBD", "VBZ"} and verb.dep_ in {"conj", "xcomp"} and verb.i > 0 and verb.nbor(-1).pos_ == "PROPN"
    )
    if verb.i == verb.sent.start or verb.tag_ == "VBG" or not (mark is not None or finite):
        return None
    before = verb.nbor(-1)
    if before.text == "," and verb.dep_ == "ROOT":
        return _before_relative(verb)
    return before if before.pos_ in {"PROPN", "NOUN", "PRON"} and before.lower_ not in RELATIVE else None


def taken_away(token: Token) -> bool:
    """Whether a coordinated object is the subject of the next clause: "ejected Hale, and *Okoro* walked out"."""
    end = token.right_edge.i + 1
    if token.dep_ != "conj" or end >= len(token.doc) or token.doc[end].pos_ != "VERB":
        return False
    subject = lost_subject(token.doc[end]) if not own_subjects(token.doc[end]) else None
    return subject is not None and subject in token.subtree


def _before_relative(verb: Token) -> Token | None:
    """ "At the end *Mr Hale*, who had slept through it, *sought* guidance": what the relative clause before the verb hangs on."""
    comma = verb.i - 1
    relative = next((t for t in verb.sent if t.dep_ == "acl:relcl" and t.i < comma and comma - t.right_edge.i in {0, 1}), None)
    return relative.head if relative is not None and relative.head.pos_ == "PROPN" else None


def controllers(verb: Token, head: Token, depth: int) -> list[Token]:
    """Who does what an infinitive or a participle says."""
    if link(verb) == "ccomp" and not (infinitive(verb) or verb.tag_ == "VBG"):
        return []
    held = (
        [*objects(head), *(c for c in head.children if c.dep_ == "iobj")][:1]
        if lemma(head) in OBJECT_CONTROL and (verb.dep_ == "xcomp" or infinitive(verb))
        else []
    )
    if held:
        return subjects(head, depth + 1) if held[0].lower_ in REFLEXIVE else held  # "saw *himself* ejected"
    if (
        any(c.dep_ == "mark" and c.lower_ in {"of", "for", "from"} for c in verb.children)
        and not any(c.lower_ == "far" for c in verb.children)  # "*far from* ejecting him, the Speaker thanked him"
        and addressed(head)
        and not is_passive(head)
    ):
        return addressed(head)
    return subjects(head, depth + 1)


def addressed(verb: Token) -> list[Token]:
    """Objects of either kind: "warned *him* for shouting"."""
    return [*objects(verb), *(c for c in verb.children if c.dep_ == "iobj")]


@remembered_list
def objects(verb: Token) -> list[Token]:
    """ "ejected *him*"; for a relative clause whose object is the relative pronoun, what that stands for."""
    heads = [sent_off(c) for c in verb.children if c.dep_ in OBJECT] or strayed(verb)
    heads = heads or [c for c in verb.children if c.i > verb.i and titled(c)] or shifted(verb)
    if not heads and verb.i and verb.nbor(-1).head == verb and verb.nbor(-1).lower_ in lexicon.words("people", "quantifiers"):
        heads = [verb.nbor(-1)]
    if heads and heads[0].lower_ in RELATIVE and (head := relative_head(verb)) is not None:
        return [head]
    if not heads and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        return [c for c in verb.head.children if c.dep_ in OBJECT and c.i > verb.i]
    return [*heads, *(t for t in gapped(verb) if t not in heads)] if heads else heads


def strayed(verb: Token) -> list[Token]:
    """An object that the parser gave to the clause after it: "warned *Mr Hale* before he named him"."""
    for clause in (c for c in verb.children if link(c) == "advcl" and c.i > verb.i):
        marks = [c.i for c in clause.children if c.dep_ == "mark"]
        before = [c for c in clause.children if c.dep_ in SUBJECT and marks and c.i < marks[0]]
        if before and len([c for c in clause.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT]) > 1:
            return before[:1]
    taken = (swallowed(c) for c in verb.children if c.i > verb.i and c.pos_ == "VERB")
    return [pair[0] for pair in taken if pair is not None][:1]


def shifted(verb: Token) -> list[Token]:
    """A long object behind a phrase that goes before it: "handed to the clerk *a notice* of motion"."""
    before = [c for c in verb.children if c.dep_ in OBLIQUE and preposition(c)]
    bare = (c for c in verb.children if c.dep_ == "obl:unmarked" and c.pos_ == "NOUN" and not preposition(c))
    long = (c for c in bare if {"det", "nmod"} <= {d.dep_ for d in c.children})
    return [c for c in long if any(verb.i < b.i < c.i for b in before)][:1]
