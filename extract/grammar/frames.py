"""Every clause and every event noun as one frame, in the reader's terms: voice, nominals and light verbs end here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from extract import lexicon
from extract.grammar import clauses, governed, particles
from extract.grammar.clauses import infinitive, link, objects, own_subjects, subjects
from extract.grammar.doers import done_by
from extract.grammar.governed import by_phrase
from extract.grammar.insertions import asked, inserted, parted, quoted_before
from extract.grammar.labels import (
    CARRIER,
    CLAUSE,
    GIVERS,
    GREETED,
    LIGHT,
    LIGHT_PASSIVE,
    OBJECT,
    OBLIQUE,
    ORDINAL,
    PARTICLES,
    PASSIVE_SUBJECT,
    SOUNDING,
    SUBJECT,
)
from extract.grammar.noise import existential, reached, under, weathered
from extract.grammar.nominals import called_so, coordinated
from extract.grammar.particles import preposition
from extract.grammar.remembered import remembered, remembered_list
from extract.grammar.reports import fronted_report, trailed
from extract.grammar.voice import causer, is_passive, lemma
from extract.tree import Token


@dataclass(frozen=True, eq=False)
class Frame:
    """A predicate and who stands in which role of it; roles hold head tokens, coordinated ones each by itself."""

    token: Token
    lemma: str
    kind: str  # verb | noun
    voice: str  # active | passive | nominal | agentless
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    governor: Token  # the verb that carries polarity, modality and tense
    mended: bool = False  # its arguments were found by place, not in the tree
    echo: Token | None = None  # the noun that its word stands for: "had *another*"
    presupposed: bool = False  # it happened whatever becomes of its verb: "could not be heard *over the jeers*"
    carried: bool = False  # a light verb says the event noun: what hangs on that verb is the noun's

    @cached_property
    def particles(self) -> frozenset[str]:
        """ "threw him *out*", "was thrown *out* of the House"."""
        return particles.particles(self.token)

    @cached_property
    def adverbs(self) -> frozenset[str]:
        """Particles that govern nothing: "cut *in*", "threw it *in*", not "cut taxes *in* the budget"."""
        kinds = {"compound:prt", "advmod"}
        return frozenset(c.lower_ for c in self.token.children if c.lower_ in PARTICLES and c.dep_ in kinds)

    def obliques(self, preposition: str) -> tuple[Token, ...]:
        """Heads of phrases with that preposition, nearest first: "shouted *at* Okoro"."""
        lends = self.carried or preposition not in GIVERS or lemma(self.governor) in SOUNDING
        theirs = preposition == "by" and is_passive(self.governor)  # "led out *by stewards* to chants" is not chanted by them
        starts = [self.token, self.governor] if lends and not theirs and self.token != self.governor else [self.token]
        return tuple(dict.fromkeys(t for start in starts for t in governed.obliques(start, preposition)))

    @cached_property
    def possessors(self) -> tuple[Token, ...]:
        """ "*Okoro's* outburst", "*his* ejection"."""
        found = [t for child in self.token.children if child.dep_.startswith("nmod:poss") for t in coordinated(child)]
        party = tuple(c for c in self.token.children if c.dep_ in {"compound", "amod"} and c.pos_ == "PROPN")
        return tuple(found) or owner_before(self.token) or party  # "a *Labour* walkout"

    @cached_property
    def recipients(self) -> tuple[Token, ...]:
        """ "gave *him* his marching orders"."""
        found = [c for c in self.governor.children if c.dep_ == "iobj"]
        if not found and is_passive(self.governor) and any(c.dep_ == "obj" for c in self.governor.children):
            found = [c for c in self.governor.children if c.dep_ in PASSIVE_SUBJECT]
        return tuple(t for head in found for t in coordinated(head))

    @cached_property
    def complements(self) -> tuple[Token, ...]:
        """Heads of the clauses that complete it: "ordered him to *leave*", "said that it *stood*"."""
        below = [
            *filter(None, [trailed(self.token)]),
            *self.token.children,
            *(c for o in self.token.children if o.dep_ in OBJECT | {"iobj"} for c in o.children if c.i > self.token.i),
        ]
        direct = [c for c in below if self._completes(c)]
        every = [t for head in direct for t in (head, *(c for c in head.children if c.dep_ == "conj"))]
        return (*every, *parted(self.token)) if self.kind == "verb" else tuple(every)

    def _completes(self, clause: Token) -> bool:
        """Whether a clause under the predicate or its object says what: "told him *that it failed*", not "before he left"."""
        if link(clause) in {"xcomp", "ccomp"} and clause.head == self.token:
            return True
        if fronted_report(clause, self.token) or clause == trailed(self.token) or asked(clause, self.token):
            return True
        reports = clause.dep_ in {"acl", "acl:relcl", "ccomp"} and any(
            c.lower_ == "that" and c.dep_ == "mark" for c in clause.children
        )
        return reports or (clause.pos_ != "ADP" and infinitive(clause))


def owner_before(token: Token) -> tuple[Token, ...]:
    """The owner right before a noun or a gerund, whatever the parser made of it: "*Hale's* heckling", "*his* outburst"."""
    before = token.nbor(-1) if token.i else None
    if before is None:
        return ()
    if before.tag_ == "PRP$":
        return (before,)
    marked = before.text in {"'s", "'"} and before.i and not before.nbor(-1).whitespace_
    return (before.nbor(-1),) if marked else ()


def gerund_noun(token: Token) -> bool:
    """ "his *heckling* of the minister", "spoke amid *heckling*": a gerund that someone owns or has to bear is a noun."""
    return token.tag_ == "VBG" and (bool(owner_before(token)) or existential(token) or weathered(token))


@remembered
def verb_frame(verb: Token) -> Frame:
    """The frame of a clause."""
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and lemma(verb.head) in LIGHT_PASSIVE:
        return _suffered(verb)
    if verb.dep_ == "cop":  # "*was* on his way out": who is so does it
        subject = [t for head in subjects(verb.head) for t in coordinated(head)]
        named = coordinated(verb.head) if verb.head.pos_ == "PROPN" else []  # "the first to go was *Okoro*"
        return Frame(verb, lemma(verb), "verb", "active", tuple(subject), tuple(named), verb.head)
    if (report := inserted(verb)) is not None:
        told = [t for t in objects(verb) if t != report.speaker and t not in report.about and t not in report.words]
        return Frame(verb, lemma(verb), "verb", "active", tuple(coordinated(report.speaker)), tuple(told), verb)
    if (speaker := inverted(verb)) is not None:
        return Frame(verb, lemma(verb), "verb", "active", tuple(coordinated(speaker)), (), verb)
    passive = is_passive(verb)
    subject = [t for head in subjects(verb) for t in coordinated(head)]
    by = done_by(verb)
    agents = (by or [t for head in filter(None, [causer(verb)]) for t in coordinated(head)]) if passive else subject
    patients = subject if passive else [t for head in objects(verb) for t in coordinated(head) if not clauses.taken_away(t)]
    voice = "active" if not passive else "passive" if agents else "agentless"
    return Frame(verb, lemma(verb), "verb", voice, tuple(agents), tuple(patients), verb)


def inverted(verb: Token) -> Token | None:
    """ "'Rubbish!' screamed *Tom Marlowe*", "Out walked *Labour MPs*": the subject stands after the verb."""
    if fronted(verb):
        return next((c for c in verb.children if c.i > verb.i and c.dep_ in OBJECT | SUBJECT), None)
    if verb.i < 1 or lemma(verb) not in lexicon.words("speech", "say", "shout"):
        return None
    closed = any(t.text in {'"', "'"} for t in verb.doc[max(0, verb.i - 2) : verb.i])
    if not closed or verb.tag_ == "VBG" or any(not quoted_before(t, verb) for t in own_subjects(verb)):
        return None
    return next((c for c in verb.children if c.i > verb.i and c.dep_ in OBJECT and c.pos_ in {"PROPN", "NOUN", "PRON"}), None)


def fronted(verb: Token) -> bool:
    """ "*Out* walked Labour MPs", "*Up* rose Ann Hale": a particle opens the clause and no subject stands before the verb."""
    first = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if first.lower_ not in PARTICLES or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    opens = first.i == verb.sent.start or first.nbor(-1).lower_ in {",", "and", ";"}
    return opens and not any(c.dep_ in SUBJECT and c.i < first.i for c in verb.children)


def _suffered(verb: Token) -> Frame:
    """ "The minister faced *heckling* from the gallery": the subject of the light verb is who suffers the gerund."""
    agents = by_phrase(verb) or governed.obliques(verb, "from")
    sufferers = [t for head in subjects(verb.head) for t in coordinated(head)]
    return Frame(verb, lemma(verb), "verb", "passive" if agents else "agentless", tuple(agents), tuple(sufferers), verb.head)


def noun_frame(noun: Token) -> Frame:
    """The frame of an event noun, with what its light verb or its owner says about it."""
    if (roles := reached(noun)) is not None:
        verb, makers, hit = roles
        voice = "passive" if makers else "agentless"
        return Frame(noun, lemma(noun), "noun", voice, tuple(makers), tuple(hit), verb, presupposed=under(noun), carried=True)
    carrier = carrying_verb(noun)
    agents = by_phrase(noun)
    patients: list[Token] = []
    voice = "nominal"
    if carrier is not None:
        agents, patients, voice = _carried(noun, carrier, agents)
    if carrier is None and (doer := bearer(noun)) is not None:
        agents, voice = agents or coordinated(doer), "active"
    governor = carrier or governing_verb(noun)
    return Frame(noun, lemma(noun), "noun", voice, tuple(agents), tuple(patients), governor, carried=carrier is not None)


def _carried(noun: Token, carrier: Token, agents: list[Token]) -> tuple[list[Token], list[Token], str]:
    """Roles that a light verb lends: "Labour staged a walkout", "the minister faced heckling from the gallery"."""
    heads = subjects(carrier) or [t for t in [inverted(carrier)] if t is not None]
    subject = [t for head in heads for t in coordinated(head) if t != noun]
    if lemma(carrier) in LIGHT_PASSIVE and noun.dep_ not in {"nsubj"} and preposition(noun) not in {"with", "on"}:
        givers = agents or governed.obliques(noun, "from") or governed.obliques(carrier, "from")
        return givers or governed.at_the_hands_of(carrier), subject, "passive"
    if is_passive(carrier) and preposition(noun) in {
        "with",
        "by",
    }:  # "was met with jeers from the benches", "drowned out by boos"
        givers = agents or governed.obliques(noun, "from") or governed.obliques(noun, "of")
        return givers, subject, "passive" if givers else "agentless"
    if is_passive(carrier):
        return by_phrase(carrier) or agents, [], "passive" if by_phrase(carrier) else "agentless"
    recipients = [t for c in carrier.children if c.dep_ == "iobj" for t in coordinated(c)]
    if preposition(noun) == "with" and lemma(carrier) in {"threaten", "face", "confront"}:
        recipients = [t for head in objects(carrier) for t in coordinated(head)]  # "threatened *him* with ejection"
    return agents or ([] if noun.dep_ in SUBJECT else subject), recipients, "active"


def carrying_verb(noun: Token) -> Token | None:
    """The light verb of an event noun ("*staged* a walkout"), or the clause that it frames ("in an angry attack, he *said*")."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return carrying_verb(head)
    if head.pos_ not in {"VERB", "AUX"}:
        return handed_down(noun)
    if noun.dep_ in OBJECT | PASSIVE_SUBJECT and lemma(head) in LIGHT | LIGHT_PASSIVE:
        return None if called_so(noun) else head
    if noun.dep_ == "xcomp" and noun.tag_ == "VBG" and lemma(head) in LIGHT_PASSIVE:
        return head
    if is_passive(head) and preposition(noun) in {"by", "with"} and lemma(head) not in GREETED:
        return None  # "was angered *by the ejection*"
    if preposition(noun) == "under" and lemma(head) == "come":
        return head  # "came *under attack* from Labour MPs"
    causes = lemma(head) in lexicon.words("connectives", "prompting")  # "led to a walkout": the cause does not walk out
    if noun.dep_ in OBLIQUE and preposition(noun) in CARRIER and not owned(noun) and not causes:
        return head
    return staging(noun)


def handed_down(noun: Token) -> Token | None:
    """The verb that carries it through another noun: "raised *the first* of many points of order"."""
    head, by = noun.head, preposition(noun)
    some = lemma(head) in lexicon.words("people", "amounts")
    if noun.dep_ in OBLIQUE and by == "of" and (some or head.lower_ in ORDINAL) and head != noun:
        return carrying_verb(head)
    if noun.dep_ in OBLIQUE and by in {"on", "with"} and head.dep_ in OBJECT and head.head.pos_ == "VERB" and not owned(noun):
        return head.head
    return staging(noun)


def staging(noun: Token) -> Token | None:
    """The light verb in a clause of its own: "the walkout *staged* by Labour", "the motion that Hale *moved*"."""
    clause = (c for c in noun.children if c.dep_ in {"acl", "acl:relcl"} and lemma(c) in LIGHT and c.i > noun.i)
    return next((c for c in clause if is_passive(c) or noun in objects(c)), None)


def bearer(noun: Token) -> Token | None:
    """Who has it, where no verb carries it: "*Hale*, on a point of order, asked", "*Hale* was up with a point of order"."""
    if preposition(noun) not in {"on", "with"} or owned(noun):
        return None
    if any(c.dep_ == "cop" for c in noun.children):
        return next((c for c in noun.children if c.dep_ in SUBJECT), None)
    if noun.dep_ not in OBLIQUE:
        return None
    head = noun.head
    if head.pos_ in {"PROPN", "PRON"} and head.dep_ in SUBJECT:
        return head
    if head.pos_ not in {"VERB", "AUX"} and any(c.dep_ == "cop" for c in head.children):
        return next((c for c in head.children if c.dep_ in SUBJECT), None)
    return None


def owned(noun: Token) -> bool:
    """Whether a noun has a possessor of its own."""
    return any(c.dep_.startswith("nmod:poss") for c in noun.children)


@remembered
def governing_verb(token: Token) -> Token:
    """The verb in whose clause a noun stands, or what that clause says with "be"; itself where there is none."""
    for up in token.ancestors:
        if up.pos_ in {"VERB", "AUX"} or (up.dep_ == "advcl" and any(c.dep_ == "cop" for c in up.children)):
            return up  # "had barely begun when Hale *was up* on a point of order": risen, though hardly begun
    return token


def charge(clause: Token) -> bool:
    """ "accused him *of lying*": what somebody is charged with belongs to the shortest clause."""
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and any(c.dep_ == "mark" and c.lower_ == "of" for c in clause.children)


@remembered_list
def clause_tokens(head: Token, *, keep: frozenset[str] = frozenset()) -> list[Token]:
    """The words of the shortest clause: the head with its own phrases, without clauses hanging on it unless kept."""
    out = [head]
    for child in head.children:
        if child.dep_ in {"punct", "cc", "discourse", "vocative"} or (child.dep_ in CLAUSE - keep and not charge(child)):
            continue
        if child.dep_ in SUBJECT and preposition(child):
            continue  # no subject: "Under questioning *by Ann Lind*, Mr Hale went on"
        out += clause_tokens(child, keep=frozenset({"acl"}) & keep)
    return out
