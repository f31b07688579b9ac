"""Whether a verb form is passive, and who has it done: participles, causatives, shared auxiliaries and headlines."""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import BE, CAUSATIVE, FINITE_MARKS, MOVING, OBJECT, PASSIVE_SUBJECT, RELATIVE, RESULTING, SUBJECT
from extract.grammar.remembered import remembered
from extract.tree import Token

UNSUFFERED = {"go", "come", "do", "rise", "arise", "finish", "retire", "leave"}  # "was gone", "MPs left": nobody suffers these
# Irregular verbs whose past is their participle too.
SAME_FORM = set("sent led told put cut hit held made bid shut brought caught".split())


@remembered
def lemma(token: Token) -> str:
    """The dictionary form, lower case; a verb that rules know is met in each of its forms."""
    model = token.lemma_.lower()
    return lexicon.verb_of(token.lower_, model) if token.pos_ in {"VERB", "AUX"} else model


@remembered
def is_passive(verb: Token) -> bool:
    """ "was thrown out", "the member *named* by the chair", "had him *ejected*", "warned, then *ejected*"."""
    if any(c.dep_ in {"aux:pass"} | PASSIVE_SUBJECT for c in verb.children):
        return True
    if not participle(verb) or (lemma(verb) in MOVING and not been(verb) and verb.dep_ in {"acl", "acl:relcl"}):
        return False
    if any(c.dep_ == "obl:agent" for c in verb.children) and not any(c.dep_ in OBJECT | SUBJECT for c in verb.children):
        return True  # "was booed and *jeered by* the gallery", whatever the parser made of the first of the two
    if been(verb) or seen(verb) or bare(verb) or shared(verb) or parted(verb):
        return True
    return caused(verb) or causer(verb) is not None or accompanying(verb) or headline(verb)


def participle(verb: Token) -> bool:
    """A form that may be a past participle: parsers take "ejected" for a past tense now and then."""
    formed = verb.lower_.endswith(("ed", "wn", "en")) or verb.lower_ in SAME_FORM
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and formed)


def bare(verb: Token) -> bool:
    """ "the member *named* by the chair", "*Ejected* by the Speaker, he went", "Also *ejected* was Hale"."""
    mistaken = verb.dep_ == "acl" and participle(verb) and not any(c.dep_ in OBJECT for c in verb.children)
    hangs = (verb.dep_ in {"acl", "acl:relcl", "advcl", "csubj"} and verb.tag_ == "VBN") or mistaken
    if not hangs or any(c.dep_ == "mark" and c.lower_ in FINITE_MARKS for c in verb.children):
        return False
    return not any(c.dep_ in SUBJECT | {"aux"} for c in verb.children)


def parted(verb: Token) -> bool:
    """ "Hale, *told* to leave, took her time": a comma parts it from what the parser took for its subject."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    alone = not any(c.dep_ in OBJECT | {"aux", "aux:pass", "cop"} for c in verb.children)
    led = any(c.dep_ in SUBJECT and c.right_edge.i == verb.i - 2 for c in verb.children)
    return verb.tag_ == "VBN" and before.text == "," and alone and led


def been(verb: Token) -> bool:
    """ "*Was* he thrown out?", "nor *was* he named": with a form of "be" a past form is a participle, whatever its label."""
    be = any(c.dep_ in {"aux", "cop"} and c.lower_ in BE for c in verb.children)
    return be and lemma(verb) not in UNSUFFERED


def seen(verb: Token) -> bool:
    """ "wanted him *thrown out*": under a verb of wanting a bare past form is a participle."""
    alone = not any(c.dep_ in {"mark", "aux"} | OBJECT for c in verb.children) and verb.i > verb.head.i
    return alone and verb.dep_ == "ccomp" and lemma(verb.head) in RESULTING


def shared(verb: Token) -> bool:
    """ "was first warned, then *ejected*": a participle that shares the auxiliary of the one it is joined to."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and is_passive(verb.head)
    return joined and not any(c.dep_ in SUBJECT | OBJECT | {"aux"} for c in verb.children)


def caused(verb: Token) -> bool:
    """ "got him *ejected*", "saw herself *suspended*", "ended up *ejected*"."""
    return verb.dep_ == "xcomp" and lemma(verb.head) in RESULTING and not any(c.dep_ in OBJECT for c in verb.children)


def causer(verb: Token) -> Token | None:
    """ "*the Speaker* had him ejected": who has it done, where the parser took "had" for an auxiliary."""
    had = next((c for c in verb.children if c.dep_ == "aux" and lemma(c) in CAUSATIVE and c.i < verb.i), None)
    if had is None or not any(c.dep_ in SUBJECT and c.i > had.i for c in verb.children):
        return None
    return next((c for c in had.children if c.dep_ in SUBJECT and c.lower_ not in RELATIVE), None)


def accompanying(verb: Token) -> bool:
    """ "with Hale *ejected*, the debate went on"."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECT]
    with_ = any(c.dep_ == "case" and c.lower_ in {"with", "without"} for s in subjects for c in s.children)
    return with_ and not any(c.dep_ in OBJECT for c in verb.children)


def headline(verb: Token) -> bool:
    """ "MP *ejected* from House after shouting match": no stop ends the line, and nothing but a subject stands with the verb."""
    subject = any(c.dep_ in SUBJECT for c in verb.children)
    last = next((t for t in reversed(verb.sent) if not t.is_space), verb)  # a line break ends a paragraph's last sentence
    broken_off = last.i + 1 < len(verb.doc) and not verb.doc[last.i + 1].is_space and bool(last.whitespace_)
    if verb.dep_ not in {"ROOT", "conj", "parataxis"} or last.is_punct or broken_off or not subject or lemma(verb) in UNSUFFERED:
        return False
    calls = lemma(verb) in lexicon.words("speech", "shout", "say")
    return not calls and not any(c.dep_ in OBJECT | {"aux", "compound:prt", "xcomp", "ccomp"} for c in verb.children)
