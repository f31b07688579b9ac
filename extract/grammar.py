"""The one file that speaks the parser's dialect: every clause and every event noun as one frame, in the reader's terms.

Voice, control, raising, coordination, relatives, participles and light verbs are settled here once, so that a rule says
"throw out, actor: agent" and means it for all of them. Labels are Universal Dependencies v2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from extract import lexicon

SUBJECT = {"nsubj", "nsubj:outer", "csubj"}
PASSIVE_SUBJECT = {"nsubj:pass", "csubj:pass"}
OBJECT = {"obj", "dobj"}
OBLIQUE = {"obl", "obl:agent", "obl:unmarked", "nmod", "obl:tmod", "nmod:unmarked", "nmod:desc", "obl:npmod"}
CLAUSE = {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "conj", "csubj", "csubj:pass"}
PARTICLES = {
    "out",
    "off",
    "down",
    "up",
    "away",
    "aside",
    "back",
    "over",
    "in",
    "through",
    "apart",
    "on",
    "into",
    "around",
    "round",
    "from",
}
RELATIVE = {"who", "that", "which", "whom"}
NEGATORS = {"not", "n't", "never", "n’t", "no", "nor", "neither"}
# Verbs whose object, not whose subject, does what their infinitive says: "ordered *him* to leave".
OBJECT_CONTROL = set(
    "ask tell order force make let urge beg want allow instruct direct command require invite advise warn compel request see hear watch "
    "get have help encourage lead prompt cause expect permit oblige challenge dare press call remind persuade accuse stop prevent".split()
)
# Verbs that only carry an event noun: "staged a walkout", "faced heckling"; the second row turns their subject into who suffers it.
LIGHT = set(
    "stage make launch mount lead raise deliver issue unleash go begin start hold join have take give move stag level direct aim "
    "let do throw utter hurl offer lodge register voice put table file bring rise continue repeat initiate conduct perform open fire resume".split()
)
LIGHT_PASSIVE = set("face suffer receive draw get endure attract meet earn undergo come".split())
# Verbs that want something done and do not say that it was: "asked that he withdraw".
MANDATIVE = set("ask demand insist request propose recommend suggest urge move beg".split())
# Conjunctions that only finite clauses take: what follows them has a subject of its own.
FINITE_MARKS = {"after", "as", "because", "before", "that", "while", "when", "since", "until"}
CARRIER = {"in", "during", "with", "on", "into", "amid", "to", "by", "for"}


@dataclass(frozen=True)
class Frame:
    """A predicate and who stands in which role of it; roles hold head tokens, coordinated ones each by itself."""

    token: Token
    lemma: str
    kind: str  # verb | noun
    voice: str  # active | passive | nominal | agentless
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    governor: Token  # the verb that carries polarity, modality and tense

    @cached_property
    def particles(self) -> frozenset[str]:
        """ "threw him *out*", "was thrown *out* of the House"."""
        return particles(self.token)

    def obliques(self, preposition: str) -> tuple[Token, ...]:
        """Heads of phrases with that preposition, nearest first: "shouted *at* Okoro"."""
        starts = [self.token] if self.token == self.governor else [self.token, self.governor]
        return tuple(dict.fromkeys(t for start in starts for t in obliques(start, preposition)))

    @cached_property
    def possessors(self) -> tuple[Token, ...]:
        """ "*Okoro's* outburst", "*his* ejection"."""
        return tuple(t for child in self.token.children if child.dep_.startswith("nmod:poss") for t in coordinated(child))

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
        direct = [c for c in self.token.children if c.dep_ in {"xcomp", "ccomp"} or (c.dep_ == "advcl" and infinitive(c))]
        return tuple(t for head in direct for t in (head, *(c for c in head.children if c.dep_ == "conj")))


def lemma(token: Token) -> str:
    """The dictionary form, lower case; a verb that rules know is met in each of its forms."""
    model = token.lemma_.lower()
    return lexicon.verb_of(token.lower_, model) if token.pos_ in {"VERB", "AUX"} else model


def infinitive(verb: Token) -> bool:
    """ "to leave"."""
    return any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)


def coordinated(token: Token) -> list[Token]:
    """ "*Hale* and *Lind*": the head and what is joined to it."""
    out = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
            out += coordinated(child)
    return out


def is_passive(verb: Token) -> bool:
    """ "was thrown out", "the member *named* by the chair"."""
    if any(c.dep_ in {"aux:pass"} | PASSIVE_SUBJECT for c in verb.children):
        return True
    bare = verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBN" and not any(c.dep_ == "mark" and c.lower_ in FINITE_MARKS for c in verb.children)
    return bare and not any(c.dep_ in SUBJECT | {"aux"} for c in verb.children)


def relative_head(verb: Token) -> Token | None:
    """ "the *member* who shouted": what a relative clause or a bare participle hangs on."""
    return verb.head if verb.dep_ in {"acl:relcl", "acl"} and verb.head.pos_ != "VERB" else None


def own_subjects(verb: Token) -> list[Token]:
    """The subject that stands with the verb, its relative pronoun replaced by what it stands for."""
    heads = [c for c in verb.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT and c.dep_ not in {"csubj", "csubj:pass"}]
    if heads and heads[0].lower_ in RELATIVE and (head := relative_head(verb)) is not None:
        return [head]
    return heads


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who or what the clause is about, found through coordination, control, raising, relatives and participles."""
    if own := own_subjects(verb):
        return own
    if (lost := lost_subject(verb)) is not None:
        return [lost]
    if depth > 6:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and head != verb:
        return subjects(head, depth + 1) if head.pos_ in {"VERB", "AUX"} or own_subjects(head) else []
    if (antecedent := relative_head(verb)) is not None:
        return [antecedent] if verb.dep_ == "acl" or not objects(verb) else []
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head != verb:
        return controllers(verb, head, depth)
    return []


def lost_subject(verb: Token) -> Token | None:
    """The subject of a marked finite clause that the parser hung elsewhere: "after *Kim Hale* shouted"."""
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in FINITE_MARKS and c.i < verb.i), None)
    if mark is None or verb.tag_ == "VBG" or verb.i - mark.i < 2:
        return None
    before = verb.nbor(-1)
    return before if before.pos_ in {"PROPN", "NOUN", "PRON"} and before.i > mark.i else None


def controllers(verb: Token, head: Token, depth: int) -> list[Token]:
    """Who does what an infinitive or a participle says."""
    if verb.dep_ == "ccomp" and not (infinitive(verb) or verb.tag_ == "VBG"):
        return []
    held = objects(head) if lemma(head) in OBJECT_CONTROL and (verb.dep_ == "xcomp" or infinitive(verb)) else []
    if held:
        return held
    if (
        any(c.dep_ == "mark" and c.lower_ in {"of", "for", "from"} for c in verb.children)
        and objects(head)
        and not is_passive(head)
    ):
        return objects(head)
    return subjects(head, depth + 1)


def objects(verb: Token) -> list[Token]:
    """ "ejected *him*"; for a relative clause whose object is the relative pronoun, what that stands for."""
    heads = [c for c in verb.children if c.dep_ in OBJECT]
    if heads and heads[0].lower_ in RELATIVE and (head := relative_head(verb)) is not None:
        return [head]
    if not heads and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i - verb.head.i <= 3:
        shared = [c for c in verb.head.children if c.dep_ in OBJECT and c.i > verb.i]
        return shared
    return heads


def by_phrase(token: Token) -> list[Token]:
    """ "was ejected *by the Speaker*", "the walkout *by Labour MPs*"."""
    heads = [c for c in token.children if c.dep_ == "obl:agent" or (c.dep_ in OBLIQUE and preposition(c) == "by")]
    return [t for head in heads for t in coordinated(head)]


def preposition(token: Token) -> str:
    """The preposition of a phrase: "*at* the minister"; "out of" gives "out of"."""
    cases = [c for c in token.children if c.dep_ == "case" and c.i < token.i and c.lower_ not in {"'s", "’s", "'"}]
    if not cases:
        return ""
    last = cases[-1]
    return last.lower_


def obliques(token: Token, wanted: str, depth: int = 0) -> list[Token]:
    """Phrases with that preposition under the predicate, its objects and its phrases; not inside other finite clauses."""
    found: list[Token] = []
    below: list[Token] = []
    for child in token.children:
        if child.dep_ in OBLIQUE and preposition(child) == wanted:
            found += coordinated(child)
        elif child.dep_ in OBLIQUE | OBJECT | {"conj", "xcomp"} and child.i > token.i:
            below.append(child)
    if depth < 3:
        for child in below:
            found += obliques(child, wanted, depth + 1)
    return found


def particles(verb: Token) -> frozenset[str]:
    """Particles and adverbs that belong to a verb, wherever the parser hung them."""
    out = set()
    for child in verb.children:
        if child.lower_ in PARTICLES and child.dep_ in {
            "compound:prt",
            "advmod",
            "case",
            "mark",
            "obl",
            "xcomp",
            "fixed",
            "compound",
        }:
            out.add(child.lower_)
        if child.dep_ in OBLIQUE | OBJECT | {"xcomp"}:
            out |= {
                c.lower_
                for c in child.children
                if c.lower_ in PARTICLES and c.dep_ in {"case", "advmod", "compound:prt", "fixed"} and c.i <= child.i
            }
    follower = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if follower is not None and follower.lower_ in PARTICLES:
        out.add(follower.lower_)
    return frozenset(out)


def verb_frame(verb: Token) -> Frame:
    """The frame of a clause."""
    passive = is_passive(verb)
    subject = [t for head in subjects(verb) for t in coordinated(head)]
    agents = by_phrase(verb) if passive else subject
    patients = subject if passive else [t for head in objects(verb) for t in coordinated(head)]
    voice = "active" if not passive else "passive" if agents else "agentless"
    return Frame(verb, lemma(verb), "verb", voice, tuple(agents), tuple(patients), verb)


def noun_frame(noun: Token) -> Frame:
    """The frame of an event noun, with what its light verb or its owner says about it."""
    owners = [t for c in noun.children if c.dep_.startswith("nmod:poss") for t in coordinated(c)]
    carrier = carrying_verb(noun)
    agents = by_phrase(noun) or [t for prep in ("from",) for t in obliques(noun, prep)]
    patients: list[Token] = []
    voice = "nominal"
    if carrier is not None:
        agents, patients, voice = _carried(noun, carrier, agents or owners)
    agents = agents or owners
    return Frame(noun, lemma(noun), "noun", voice, tuple(agents), tuple(patients), carrier or governing_verb(noun))


def _carried(noun: Token, carrier: Token, agents: list[Token]) -> tuple[list[Token], list[Token], str]:
    """Roles that a light verb lends: "Labour staged a walkout", "the minister faced heckling from the gallery"."""
    subject = [t for head in subjects(carrier) for t in coordinated(head) if t != noun]
    if lemma(carrier) in LIGHT_PASSIVE and noun.dep_ not in {"nsubj"}:
        return agents, subject, "passive"
    if is_passive(carrier):
        return by_phrase(carrier) or agents, [], "passive" if by_phrase(carrier) else "agentless"
    recipients = [t for c in carrier.children if c.dep_ == "iobj" for t in coordinated(c)]
    return (agents if noun.dep_ in SUBJECT else subject or agents), recipients, "active"


def carrying_verb(noun: Token) -> Token | None:
    """The light verb of an event noun ("*staged* a walkout"), or the clause that it frames ("in an angry attack, he *said*")."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return carrying_verb(head)
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    if noun.dep_ in OBJECT | PASSIVE_SUBJECT and lemma(head) in LIGHT | LIGHT_PASSIVE:
        return head
    if noun.dep_ in OBLIQUE and preposition(noun) in CARRIER and not owned(noun):
        return head
    return None


def owned(noun: Token) -> bool:
    """Whether a noun has a possessor of its own."""
    return any(c.dep_.startswith("nmod:poss") for c in noun.children)


def governing_verb(token: Token) -> Token:
    """The verb in whose clause a noun stands; itself where there is none."""
    for up in token.ancestors:
        if up.pos_ in {"VERB", "AUX"}:
            return up
    return token


def clause_tokens(head: Token, *, keep: frozenset[str] = frozenset()) -> list[Token]:
    """The words of the shortest clause: the head with its own phrases, without clauses hanging on it unless kept."""
    out = [head]
    for child in head.children:
        if child.dep_ in CLAUSE - keep or child.dep_ in {"punct", "cc", "discourse", "vocative"}:
            continue
        out += clause_tokens(child, keep=frozenset({"acl"}) & keep)
    return out


def negated(verb: Token) -> bool:
    """ "did *not* shout", "*never* walked out"."""
    return any(c.lower_ in NEGATORS and (c.dep_ in {"advmod", "neg", "det"}) for c in verb.children) or any(
        c.lower_ == "no" and c.dep_ == "det" for child in verb.children if child.dep_ in OBJECT | SUBJECT for c in child.children
    )


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliaries of a verb, lower case; a coordinated verb shares those of the first."""
    own = [c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subjects(verb):
        return auxiliaries(verb.head)
    return own


def pluperfect(verb: Token) -> bool:
    """ "*had* already *walked* out": looks back."""
    aux = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    return bool({"had", "'d"} & set(aux)) and verb.tag_ == "VBN"


def status(frame: Frame) -> str:
    """Whether the act happened, is planned, hypothetical or denied: from negation, auxiliaries and governors (FactBank)."""
    verb = frame.governor
    here = _own_status(verb, frame)
    if here != "happened":
        return here
    for governor, link in governors(verb):
        given = _governed(governor, link)
        if given is not None:
            return given
    return "happened"


def _own_status(verb: Token, frame: Frame) -> str:
    """What the clause itself says of it."""
    aux = set(auxiliaries(verb))
    none = any(c.lower_ in {"no", "without"} for c in frame.token.children if c.dep_ in {"det", "case"})
    if negated(verb) or none:
        return "hypothetical" if aux & lexicon.words("modality", "hypothetical_auxiliaries") else "denied"
    if aux & lexicon.words("modality", "planned_auxiliaries"):
        return "planned"
    if aux & lexicon.words("modality", "hypothetical_auxiliaries"):
        return "hypothetical"
    if any(c.dep_ == "mark" and c.lower_ in lexicon.words("modality", "conditionals") for c in verb.children):
        return "hypothetical"
    return "happened"


def subjunctive(verb: Token) -> bool:
    """ "asked that he *withdraw*": a bare form, or one under "should"."""
    return verb.tag_ in {"VB", "VBP"} or "should" in auxiliaries(verb)


def governors(verb: Token) -> Iterator[tuple[Token, str]]:
    """The words that an infinitive, a gerund or an event noun hangs on, outwards, with how it hangs there."""
    node = verb
    for _ in range(4):
        head = node.head
        if head == node:
            return
        if (
            node.dep_ == "xcomp"
            or (node.dep_ in {"advcl", "acl", "ccomp"} and infinitive(node))
            or (node.dep_ == "ccomp" and node.tag_ == "VBG")
        ):
            yield head, "infinitive"
        elif (
            node.dep_ == "advcl"
            and node.tag_ == "VBG"
            and any(c.dep_ == "mark" and c.lower_ in {"without", "from"} for c in node.children)
        ):
            yield head, "without"
        elif node.dep_ == "ccomp" and lemma(head) in MANDATIVE and subjunctive(node):
            yield head, "infinitive"
        elif node.dep_ == "conj" and head.pos_ in {"VERB", "NOUN"} and not own_subjects(node):
            pass
        else:
            return
        node = head


def _governed(governor: Token, link: str) -> str | None:
    """The status that a governing word gives to what hangs on it; None where it leaves it open."""
    word = lemma(governor)
    if link == "without":
        return "denied"
    if word in lexicon.words("modality", "done"):
        aux = set(auxiliaries(governor))
        if negated(governor):
            return "denied"
        return "hypothetical" if aux & lexicon.words("modality", "hypothetical_auxiliaries") else None
    if word in lexicon.words("modality", "denied"):
        return "denied"
    if word in lexicon.words("modality", "planned") or governor.pos_ in {"NOUN", "ADJ"}:
        return "planned"
    return None


def frames(tokens: Iterator[Token]) -> Iterator[Frame]:
    """A frame for every verb and every noun that may be an event; rules choose."""
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"}:
            yield verb_frame(token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield noun_frame(token)
