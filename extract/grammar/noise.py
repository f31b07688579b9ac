"""Sounds that reach somebody: "was met with *jeers*", "over the *boos* of Labour MPs", "*cries* of shame greeted her".

Whoever speaks, stands or leaves under a noise is its victim, never its author; that is settled here for all nouns of noise.
"""

from __future__ import annotations

from itertools import takewhile

from extract import lexicon
from extract.grammar import governed
from extract.grammar.clauses import objects, own_subjects, subjects
from extract.grammar.governed import by_phrase
from extract.grammar.labels import GREETED, OBJECT, OBLIQUE, PASSIVE_SUBJECT, SOUNDING, SUBJECT
from extract.grammar.nominals import coordinated
from extract.grammar.particles import preposition
from extract.grammar.voice import is_passive, lemma
from extract.tree import Token

Roles = tuple[Token, list[Token], list[Token]]  # the verb that carries it, who makes it, whom it reaches

# What one does in the face of a noise: "pressed on *over* the boos".
UNDER = {"amid", "amidst", "over", "above", "through", "against", "despite", "under", "beneath", "to", "into", "past", "below"}
ON = {"with", "by", "in", "under", "beneath"}  # what one is met, drowned or buried with
LANDING = ("on", "upon", "at", "around")  # "rained down *on* him"


def reached(noun: Token) -> Roles | None:
    """Who makes a noise and whom it reaches, with the verb that says so; None where the noun or the clause is of another kind."""
    if lemma(noun) not in lexicon.words("speech", "noise") and noun.lower_ not in lexicon.words("speech", "noise"):
        return None
    if noun.lower_.endswith("ing") and governed.obliques(noun, "of"):
        return None  # "the heckling *of Okoro*" says itself whom it reaches
    top = measured(noun)
    if existential(top):
        return top, _makers(noun, top), []
    if (verb := _lost(top)) is not None:
        return _sounding(noun, top, verb)
    verb = top.head
    if top.dep_ in OBLIQUE and verb.pos_ in {"PROPN", "PRON"} and preposition(top) in ON | UNDER:
        return _governing(verb), _makers(noun, top), [verb]  # "Hale, stung *by a heckle*, sat down"
    if verb.pos_ not in {"VERB", "AUX"} or verb == top:
        return None
    if top.dep_ in SUBJECT | PASSIVE_SUBJECT:
        return _sounding(noun, top, verb)
    if top.dep_ in OBJECT | {"xcomp"} and lemma(verb) in lexicon.words("speech", "enduring") and not is_passive(verb):
        return verb, _makers(noun, top, verb), _subjects(verb)
    return _under(noun, top, verb) if top.dep_ in OBLIQUE | {"advcl"} else None


def under(noun: Token) -> bool:
    """ "could hardly be heard *above the jeers*": a noise that something is done under is there, done or not."""
    return preposition(measured(noun)) in UNDER - {"to", "into"}


def borne(noun: Token, verb: str) -> bool:
    """ "*faced jeers*": a noise that one faces is there, unlike "faced a walkout"."""
    return verb in lexicon.words("speech", "enduring") and lemma(noun) in lexicon.words("speech", "noise")


def existential(gerund: Token) -> bool:
    """ "There was *heckling* from Labour": a gerund that is there is a noun."""
    return any(c.tag_ == "EX" for c in gerund.children)


def weathered(gerund: Token) -> bool:
    """ "spoke amid *heckling* from Labour": a gerund of noise behind a preposition, with no object of its own, is a noun."""
    noise = lemma(gerund) in lexicon.words("speech", "noise") or gerund.lower_ in lexicon.words("speech", "noise")
    return noise and gerund.dep_ in OBLIQUE and preposition(gerund) in UNDER and not objects(gerund)


def _lost(top: Token) -> Token | None:
    """The verb that the parser took for a participle: "Cries from the gallery *greeted* her", "cries *rained down* on her"."""
    if top.head.pos_ in {"VERB", "AUX"} and top.head != top:
        return None
    later = (t for t in top.subtree if t.dep_ == "acl" and t.tag_ in {"VBN", "VBD"} and t.i > top.i)
    return next((t for t in later if lemma(t) in SOUNDING or (objects(t) and lemma(t) in GREETED)), None)


def measured(noun: Token) -> Token:
    """The word that stands for a noun in its clause: "a *chorus* of boos"."""
    joined = noun.dep_ == "conj" and noun.head.pos_ == "NOUN"
    if joined:
        return measured(noun.head)
    inside = noun.dep_ in OBLIQUE and preposition(noun) == "of" and lemma(noun.head) in lexicon.words("speech", "vessels")
    return measured(noun.head) if inside else noun


def _sounding(noun: Token, top: Token, verb: Token) -> Roles | None:
    """The noise is what acts: "jeers *rained down on* her", "an interjection *stopped* her", "there *were* groans"."""
    if lemma(verb) in SOUNDING or is_passive(verb):
        hit = [t for prep in LANDING for t in governed.obliques(verb, prep)]
        return verb, by_phrase(verb) or _makers(noun, top, verb), hit
    hit = [t for head in objects(verb) for t in coordinated(head)]
    return (verb, _makers(noun, top), hit) if hit else None


def _under(noun: Token, top: Token, verb: Token) -> Roles | None:
    """Somebody does or suffers something with the noise about him."""
    prep = preposition(top)
    if is_passive(verb) and prep in ON | UNDER:
        return verb, by_phrase(verb) if prep in {"with", "to"} and by_phrase(verb) else _makers(noun, top, verb), _subjects(verb)
    hit = [t for head in objects(verb) for t in coordinated(head)]
    if prep in ON and hit and lemma(verb) not in lexicon.words("speech", "enduring"):
        return verb, _makers(noun, top) or _subjects(verb), hit
    endures = prep == "with" and lemma(verb) in lexicon.words("speech", "enduring")
    if (prep in UNDER and lemma(verb) not in lexicon.words("speech", "resorting")) or endures:
        return verb, _makers(noun, top, verb), _subjects(verb)
    return None


def _governing(token: Token) -> Token:
    """The verb in whose clause a phrase stands."""
    return next((up for up in token.ancestors if up.pos_ in {"VERB", "AUX"}), token)


def _subjects(verb: Token) -> list[Token]:
    """The subjects of the clause, through control and coordination."""
    found = own_subjects(verb) or [c for c in verb.children if c.dep_ in PASSIVE_SUBJECT] or subjects(verb)
    return [t for head in found for t in coordinated(head)]


def _makers(noun: Token, top: Token, verb: Token | None = None) -> list[Token]:
    """Whoever the noise comes from or belongs to: "jeers *from Labour MPs*", "the boos *of the gallery*", "*Hale's* taunts"."""
    nouns = [noun] if noun == top else [noun, top]
    found = [t for n in nouns for t in (*by_phrase(n), *governed.obliques(n, "from")) if not _of_another(t, n)]
    found += [t for t in governed.obliques(noun, "of") if _maker(t)] if not found else []
    found += [t for n in nouns for c in n.children if c.dep_.startswith("nmod:poss") for t in coordinated(c)] if not found else []
    if verb is not None and not found:
        found = [t for t in governed.obliques(verb, "from") if not _of_another(t, verb)] or governed.at_the_hands_of(verb)
    return list(dict.fromkeys(found))


def _of_another(giver: Token, top: Token) -> bool:
    """Whether a second noun gives it: "jeers from the gallery and a rebuke *from the Speaker*" are not all the Speaker's."""
    between = takewhile(lambda up: up != top, giver.ancestors)
    return any(up.dep_ == "conj" and up.pos_ == "NOUN" and any(c.dep_ == "cc" for c in up.children) for up in between)


def _maker(token: Token) -> bool:
    """Whether a phrase with "of" tells who: "the boos *of the gallery*", not "howls of *derision*"."""
    quoted = token.i > 0 and token.nbor(-1).text in {'"', "'"}
    return not quoted and (token.tag_ in {"NNS", "NNP", "NNPS", "PRP"} or any(c.dep_ == "det" for c in token.children))
