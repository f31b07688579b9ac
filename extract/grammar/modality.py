"""Whether an act happened: negation, auxiliaries, idioms and governing words say (FactBank, Saurí & Pustejovsky 2009).

A governor passes on what it is itself: "did not refuse to withdraw" happened, "would have managed to leave" is hypothetical.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract import lexicon
from extract.grammar import idioms
from extract.grammar.clauses import infinitive, link, own_subjects
from extract.grammar.frames import Frame
from extract.grammar.labels import ADVERBIAL_MARKS, OBJECT, OBLIQUE, ORDINAL, PASSIVE_SUBJECT, SUBJECT
from extract.grammar.motioned import carried
from extract.grammar.noise import borne
from extract.grammar.particles import particles, preposition
from extract.grammar.reports import leading
from extract.grammar.voice import lemma
from extract.tree import Token

NEGATORS = {"not", "n't", "never", "n’t", "nor", "neither"}
NOBODY = {"nobody", "none", "neither", "nothing", "noone", "nowhere"}
NEGATING = {"advmod", "neg", "det", "cc:preconj", "cc"}
NO = {"no", "neither"}
WAYS = {"point", "stage", "time", "circumstance", "circumstances", "way", "account"}  # "at no *point*", "in no *way*"
BARELY = {"hardly", "scarcely", "barely", "almost", "nearly", "narrowly"}
MAYBE = {"perhaps", "maybe", "possibly", "conceivably"}
# With these "would" looks ahead from within a story that goes on to tell it: "would later walk out".
IN_THE_END = {"later", "eventually", "ultimately", "subsequently", "soon", "finally"}
# Verbs that want something done and do not say that it was: "asked that he withdraw".
MANDATIVE = set("ask demand insist request propose recommend suggest urge move beg".split())
ARGUMENTS = OBJECT | SUBJECT | PASSIVE_SUBJECT | {"obl:agent"}
# "*took the chance* to accuse", "*used her time* to": an occasion that is taken is the act.
OCCASIONS = {"chance", "opportunity", "time", "moment", "occasion", "breath", "turn", "question", "speech", "pretext"}
TAKEN = {"take", "use", "seize", "grab", "spend", "grasp", "exploit", "choose", "find", "have", "get"}
DEPTH = 5  # governors above one another


def negated(verb: Token) -> bool:
    """ "did *not* shout", "*never* walked out", "*nobody* walked out", "*at no point* did he": by the clause's own words."""
    cleft = [c for c in cleft_head(verb).children if c.dep_ == "advmod"] if cleft_head(verb) != verb else []
    own = [c for c in (*verb.children, *cleft) if c.lower_ in NEGATORS and c.dep_ in NEGATING]
    if any(_denies(c) and not (c.i and c.nbor(-1).is_quote) for c in own):  # "shouted '*Never!*'"
        return True
    return any(_none(c) for c in verb.children if c.dep_ in ARGUMENTS) or _at_no_point(verb)


def cleft_head(verb: Token) -> Token:
    """ "It was not *Mr Marlowe* who heckled": what a cleft sentence points at; else the verb itself."""
    head = verb.head
    clefts = verb.dep_ == "acl:relcl" and any(c.dep_ == "cop" for c in head.children)
    return head if clefts and any(c.lower_ == "it" and c.dep_ in SUBJECT for c in head.children) else verb


def _denies(negator: Token) -> bool:
    """Whether a negator denies its verb: not in "*not* only heckled"; a "nor" between two verbs belongs to the second."""
    after = negator.nbor().lower_ if negator.i + 1 < len(negator.doc) else ""
    if negator.dep_ == "cc":
        return negator.lower_ in {"nor", "neither"} and negator.i < negator.head.i
    return after not in {"only", "just", "merely", "simply", "least", "surprisingly", "content", "until", "till", "before"}


def _none(token: Token) -> bool:
    """A phrase that means nobody: "*nobody*", "*no* Labour MP", "*none* of them", "*not one*", "*neither* Hale nor Lind"."""
    if lemma(token) in lexicon.words("modality", "named_by_no"):
        return False
    first = next((t for t in token.subtree if not t.is_quote), token)
    words = [t.lower_ for t in token.doc[first.i : first.i + 2]]
    opens = token.lower_ in NOBODY or any(
        c.lower_ in NO and c.i < token.i and c.dep_ in {"det", "cc:preconj", "advmod", "cc"} for c in token.children
    )
    cried = first.i and first.nbor(-1).is_quote  # "shouted '*No mandate!*'"
    return not cried and (opens or words in (["no", "one"], ["not", "one"], ["not", "a"]))


def _at_no_point(verb: Token) -> bool:
    """ "*At no point* did he shout", "*under no circumstances*": a fronted phrase before its auxiliary."""
    helped = [verb, *(c for c in verb.children if c.dep_ in {"aux", "aux:pass"})]
    fronted = [
        c for v in helped for c in v.children if c.dep_ in OBLIQUE and c.i < verb.i and any(n.lower_ == "no" for n in c.children)
    ]
    return any(f.lower_ in WAYS for f in fronted)


def auxiliaries(verb: Token) -> list[str]:
    """The auxiliaries of a verb, lower case; a coordinated verb of the same form shares those of the first."""
    own = [c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    shares = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not own_subjects(verb)
    if not own and shares and verb.tag_ not in {"VBD", "VBZ"}:
        return auxiliaries(verb.head)
    return own


def pluperfect(verb: Token) -> bool:
    """ "*had* already *walked* out", "*had been shouting*"."""
    aux = auxiliaries(verb)
    return (verb.tag_ in {"VBN", "VBD"} or (verb.tag_ == "VBG" and "been" in aux)) and bool({"had", "'d"} & set(aux))


def looks_back(verb: Token) -> bool:
    """A pluperfect that tells what was before, not "*had he* not *risen*", which says if."""
    had = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "had"), None)
    return pluperfect(verb) and (had is None or not any(c.dep_.startswith("nsubj") and c.i > had.i for c in verb.children))


def status(frame: Frame) -> str:
    """Whether the act happened, is planned, hypothetical or denied."""
    if frame.kind == "verb":
        inner = [c for c in frame.complements if frame.lemma in {"have", "get"}]  # "*have* yet to eject", "had no choice but to"
        said = next((given for c in inner if (given := idioms.status(c)) is not None), None)
        return said or of_verb(frame.governor, frame.token)
    if any(c.lower_ in {"no", "without"} for c in frame.token.children if c.dep_ in {"det", "case"}):
        return "denied"
    return _of_noun(frame)


def of_verb(verb: Token, start: Token, depth: int = 0) -> str:
    """The status of a clause: its own words, the idiom before it, the words that govern it. *start* is where it is named."""
    if (idiom := idioms.status(start)) is not None or carried(start) is not None:
        return idiom or "happened"
    here = _own_status(verb)
    if here != "happened" or depth > DEPTH:
        return here
    for governor, how in governors(verb):
        given = "happened" if idioms.ceased(verb, governor, how) else _governed(governor, how, depth)
        if given is not None:
            return given
    return "happened"


def _own_status(verb: Token) -> str:
    """What the clause itself says of it."""
    aux = set(auxiliaries(verb))
    may = aux & lexicon.words("modality", "hypothetical_auxiliaries")
    will = aux & lexicon.words("modality", "planned_auxiliaries")
    if negated(verb) and conditional(verb) and pluperfect(verb):
        return "happened"  # "and there it would have ended, *had he not risen* again"
    if negated(verb) or (verb.dep_ == "conj" and _shares_negation(verb)):
        refuses = aux & {"would", "will", "wo"} and not aux & {"have", "be"} and not conditional(verb)
        return "hypothetical" if may and not refuses else "denied"
    if conditional(verb) or questioned(verb):
        return "planned" if will else "hypothetical"
    return _ahead(verb, aux, bool(may), bool(will))


def _ahead(verb: Token, aux: set[str], may: bool, will: bool) -> str:
    """What auxiliaries say of a clause that is neither negated nor a condition."""
    if any(c.lower_ in BARELY and c.dep_ == "advmod" for c in verb.children) and not idioms.just_done(verb):
        return "denied"
    later = any(c.lower_ in IN_THE_END for c in verb.children) or (lemma(verb) == "go" and "on" in particles(verb))
    due = aux & {"is", "are", "was", "were", "'s", "'re"} and infinitive(verb) and verb.dep_ not in {"xcomp", "advcl", "acl"}
    if will or due:
        return "happened" if later and aux & {"was", "were"} else "planned"
    if may and "would" in aux and "have" not in aux:
        told = announced(verb)  # "said her party *would soon move* it" looks ahead for whoever says so
        return "planned" if told else "happened" if later else "hypothetical"
    if may or any(c.lower_ in MAYBE and c.dep_ == "advmod" and c.i < verb.i for c in verb.children):
        return "hypothetical"
    return "happened"


def _shares_negation(verb: Token) -> bool:
    """ "did not shout *or walk* out": with "or" the second verb shares the "not" of the first."""
    either = any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in verb.children)
    return either and not own_subjects(verb) and verb.head.pos_ == "VERB" and negated(verb.head)


def conditional(verb: Token) -> bool:
    """ "*if* he walks out", "*whether* he did", "*had* the Speaker ejected him", "*were* they to leave", "in the event that"."""
    marks = lexicon.words("modality", "conditionals")
    if any(c.dep_ in {"mark", "advmod"} and c.lower_ in marks and c.i < verb.i for c in verb.children):
        return True
    subject = next((c for c in verb.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT), None)
    return subject is not None and any(
        c.dep_ in {"aux", "aux:pass", "cop"} and c.lower_ in {"had", "were", "should"} and c.i < subject.i and _opens(c)
        for c in verb.children
    )


def _opens(token: Token) -> bool:
    """Whether a word opens its clause, and its sentence asks nothing."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    first = before is None or before.is_punct or before.dep_ == "cc" or before.is_space
    return first and all(t.text != "?" for t in token.sent)


def questioned(verb: Token) -> bool:
    """ "*Was* Mr Marlowe thrown out?": the auxiliary before its subject, and a question mark."""
    if all(t.text != "?" for t in verb.sent[-2:]):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT), None)
    return subject is not None and any(c.dep_ in {"aux", "aux:pass"} and c.i < subject.i for c in verb.children)


def announced(verb: Token) -> bool:
    """ "said she *would move* a motion", "gave notice that he would": somebody's word for what is to come."""
    node = verb
    while node.dep_ == "conj" and not own_subjects(node) and node.head.pos_ == "VERB":
        node = node.head
    head = node.head
    return link(node) in {"ccomp", "acl", "parataxis"} and lemma(head) in lexicon.words("modality", "announcing")


def governors(verb: Token) -> Iterator[tuple[Token, str]]:
    """The word that an infinitive, a gerund or a clause hangs on, with how it hangs there."""
    node = verb
    while node.dep_ == "conj" and node.head.pos_ in {"VERB", "NOUN"} and not own_subjects(node):
        node = node.head
    head, how = node.head, link(node)
    if head == node or (how == "acl:relcl" and leading(head)) or (lemma(node) == "know" and lemma(head) == "want"):
        return  # "*wanted to know* whether" is asking
    marks = {c.lower_ for c in node.children if c.dep_ in {"mark", "case"}}
    gerund = node.tag_ == "VBG"
    bare = node.tag_ in {"VBN", "VBD"} and how == "ccomp" and not {"that"} & marks  # "wanted him *thrown out*"
    if gerund and how in {"advcl", "acl", "obl", "nmod"} and "without" in marks:
        yield head, "without"
    elif node.dep_ == "xcomp" or infinitive(node) or (how == "ccomp" and gerund) or (bare and lemma(head) == "want"):
        yield head, "infinitive"
    elif gerund and how in {"advcl", "acl", "obl", "nmod"} and marks & {"from", "of", "against", "at", "in"}:
        yield head, "gerund"
    elif how in {"ccomp", "acl"} and lemma(head) in MANDATIVE and subjunctive(node):
        yield head, "infinitive"
    elif how in {"ccomp", "acl", "csubj", "acl:relcl"} and not (gerund and marks & ADVERBIAL_MARKS):  # "*before naming* him"
        yield head, "report"


def subjunctive(verb: Token) -> bool:
    """ "asked that he *withdraw*", "that he *be* ejected": a bare form, or one under "should"."""
    aux = auxiliaries(verb)
    return verb.tag_ in {"VB", "VBP"} or verb.lower_ == lemma(verb) or bool({"should", "be"} & set(aux))


def _governed(governor: Token, how: str, depth: int) -> str | None:
    """The status that a governing word gives to what hangs on it; None where it leaves it open."""
    if how == "without":
        return "denied"
    if how == "report":
        return _reported(governor)
    word = lemma(governor)
    if word in lexicon.words("modality", "hypothetical") or (word == "dare" and any(c.dep_ in OBJECT for c in governor.children)):
        return "hypothetical"
    own = of_verb(governor, governor, depth + 1)
    if how == "gerund" and word not in lexicon.words("modality", "denied", "planned_nouns"):
        return None
    if word in lexicon.words("modality", "done") or (word in OCCASIONS and lemma(governor.head) in TAKEN):
        return own if own != "happened" else None
    if word in lexicon.words("modality", "denied"):
        return "happened" if own == "denied" else "denied" if own == "happened" else own
    if governor.pos_ == "NOUN" and any(c.lower_ in ORDINAL for c in governor.children):
        return None  # "the second MP to be ejected"
    if word in lexicon.words("modality", "planned") or governor.pos_ in {"NOUN", "ADJ"}:
        return own if own in {"denied", "hypothetical"} else _unless_done(governor)
    return None


def _reported(governor: Token) -> str | None:
    """ "*denied* that he had shouted", "rejected *claims* that he had", "it is *not true* that he had"."""
    if lemma(governor) in lexicon.words("modality", "truth"):
        false = (lemma(governor) in {"true", "correct"}) == negated(governor)
        return "denied" if false else None
    if lemma(governor) in lexicon.words("modality", "perhaps") and not negated(governor):
        return "hypothetical"
    above = governor.head if lemma(governor) in lexicon.words("modality", "claims") and governor.dep_ in OBJECT else governor
    if lemma(above) in lexicon.words("modality", "denying"):
        return None if negated(above) else "denied"
    return None


def _unless_done(governor: Token) -> str:
    """ "threatened to walk out, and *did so*": a plan that its own sentence carries out."""
    kept = any(c.dep_ == "conj" and c.lower_ == "did" and not negated(c) for c in governor.children)
    return "happened" if kept else "planned"


def _of_noun(frame: Frame) -> str:
    """The status of an act told by a noun: that of its light verb, or what the word above makes of it."""
    noun, verb = frame.token, frame.governor
    if (idiom := idioms.status(noun)) is not None:
        return idiom
    above = noun.head
    if noun.dep_ in OBLIQUE and above.pos_ == "NOUN" and lemma(above) in lexicon.words("modality", "planned_nouns"):
        return "planned"
    if verb == noun:
        return "happened"
    word = lemma(verb)
    if noun.dep_ in OBJECT | PASSIVE_SUBJECT | OBLIQUE and above == verb:
        if (word in lexicon.words("modality", "planned_of") and not borne(noun, word)) or (
            preposition(noun) == "for" and word in {"call", "push", "press"}
        ):
            return "planned" if of_verb(verb, verb) == "happened" else of_verb(verb, verb)
        if word in lexicon.words("modality", "denied_of"):
            return "happened" if negated(verb) else "denied"
    known = frame.voice == "nominal" and (
        bool(frame.possessors) or any(c.lower_ in {"the", "this", "that", "these"} for c in noun.children)
    )
    occurs = noun.dep_ in SUBJECT and word in lexicon.words("modality", "occurring")
    told = of_verb(verb, verb)
    holds = known and not occurs and (noun.dep_ in SUBJECT | PASSIVE_SUBJECT or told == "denied")  # "did not regret the walkout"
    return "happened" if holds else told
