"""Heads that the parser hung elsewhere, put right before anything is read: each a construction that reporters use daily.

Words and their order settle what the tree left open; only the relations between tokens change, never the tokens.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import SUBJECT
from extract.tree import Token

FINITE = {"VBD", "VBZ"}
NOMINAL = {"NOUN", "PROPN"}
WITHIN = {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
JOINS = {"of", "'s", "’s", "'", "’"}  # words within somebody's name: "*Labour's* Ann Hale"
ASIDE = 14  # tokens of what stands between two commas behind a subject
LONGEST = 9  # tokens of what stands between "with" and its participle
TELLING = {"tell", "inform", "remind", "assure", "warn", "advise", "notify", "persuade", "convince"}
MOTIONS = {"motion", "motions", "resolution", "petition", "proposal", "bid", "bill", "amendment", "notice", "plan"}
TITLES = ("chairs", "offices", "ranks", "member_groups")
HAVE = {"had", "has", "have", "'d"}
LINKS = {"when", "after", "as", "while", "before", "where", "once", "until", "since"}


def _subject(doer: Token, verb: Token) -> None:
    """Make somebody the doer of a verb: of what hung between them nothing is lost."""
    if verb.head == doer or doer.is_ancestor(verb):
        verb.head = doer.head if doer.head != doer else verb
    if verb.tag_ == "NN":
        verb.tag_, verb.pos_ = "VBG", "VERB"
    if verb.dep_ in {"obl", "obj", "acl", "amod", "nmod"}:
        verb.dep_ = "advcl"
    doer.head, doer.dep_ = verb, "nsubj"
    for opener in (c for c in doer.children if c.lower_ == "with" and c.dep_ == "case"):
        opener.head, opener.dep_ = verb, "mark"


def had_done(had: Token) -> None:
    """ "Ann Hale *had risen* on a point of order", read as if she owned a risen thing."""
    done = had.nbor() if had.lower_ in HAVE and had.i + 1 < len(had.doc) else had
    if done == had or done.head != had or done.dep_ != "obj" or done.tag_ != "VBN":
        return
    for child in list(had.children):
        if child != done:
            child.head = done
    done.dep_, done.pos_ = had.dep_, "VERB"
    done.head = had.head if had.head != had else done
    had.head, had.dep_, had.pos_ = done, "aux", "AUX"


def of_order(order: Token) -> None:
    """ "had risen on a *point of order* to complain", read as a point "of ... complaining": the three words are one thing."""
    if order.lower_ != "order" or order.i < order.sent.start + 2:
        return
    of, point = order.nbor(-1), order.nbor(-2)
    if of.lower_ == "of" and point.lower_ in {"point", "points"} and order.head != point and not order.is_ancestor(point):
        order.head, order.dep_ = point, "nmod"
        of.head, of.dep_ = order, "case"


def motion_to(verb: Token) -> None:
    """ "file a *motion to remove* her", read as filing in order to remove: the motion is for it, nobody is removed."""
    if verb.dep_ != "advcl" or verb.tag_ != "VB" or verb.i < verb.sent.start + 3:
        return
    to, noun = verb.nbor(-1), verb.nbor(-2)
    if to.lower_ == "to" and noun.head == verb.head and noun.dep_ == "obj" and noun.lower_ in MOTIONS:
        verb.head, verb.dep_ = noun, "acl"


def to_do(verb: Token) -> None:
    """ "returned to the House *to apologise*": an infinitive that was read as a place, or as what the House does."""
    if verb.tag_ != "VB":
        return
    mark = next((c for c in verb.children if c.lower_ == "to" and c.dep_ in {"case", "mark"}), None)
    if mark is None:
        return
    if verb.dep_ in {"obl", "nmod"} and mark.dep_ == "case":
        verb.dep_, mark.dep_ = "advcl", "mark"
    place = verb.head
    roomy = place.lower_ in lexicon.words("scene", "rooms") | lexicon.words("offices", "houses")
    if verb.dep_ == "acl" and roomy and place.dep_ in {"obl", "nmod"} and place.head.pos_ == "VERB":
        verb.head, verb.dep_ = place.head, "advcl"


def told_that(verb: Token) -> None:
    """ "told the media *that the Speaker had run*", read as media that he had run."""
    if verb.dep_ != "acl:relcl" or verb.head.dep_ not in {"obj", "iobj"} or verb.head.i > verb.i:
        return
    teller = verb.head.head
    that = next((c for c in verb.children if c.lower_ == "that" and c.i == verb.left_edge.i), None)
    if that is None or lexicon.verb_of(teller.lower_, teller.lemma_) not in TELLING or that.i != verb.head.i + 1:
        return
    if any(c.dep_ in SUBJECT and c != that for c in verb.children):
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
        verb.head, verb.dep_ = teller, "ccomp"


def in_power(word: Token) -> None:
    """ "was hit by *ruling party* deputy Zafer Isik", read as if somebody ruled him."""
    if word.lower_ not in {"ruling", "governing"} or word.tag_ != "VBG" or word.i + 1 >= len(word.doc):
        return
    whom = next((c for c in word.children if c.dep_ == "obj" and c.i > word.i), None)
    if word.nbor().lower_ not in lexicon.words("offices", "in_power") or (whom is None and word.dep_ != "amod"):
        return
    word.pos_, word.tag_ = "ADJ", "JJ"
    if whom is None:
        return
    marks = [c for c in word.children if c != whom and c.dep_ == "mark"]
    by = any(c.lower_ == "by" for c in marks)
    whom.dep_ = "obl:agent" if by else "obl" if marks else "obj"
    whom.head = word.head if word.head != word else whom
    for child in [c for c in word.children if c != whom]:
        child.head, child.dep_ = (whom, "case") if child in marks else (whom.head, child.dep_)
    word.head, word.dep_ = whom, "amod"


def called_out(word: Token) -> None:
    """ "MPs on the left *booed and banged* their desks": the first of two verbs, read as a part of who does them."""
    if word.pos_ not in {"NOUN", "ADJ"} or not word.lower_.endswith("ed") or word.i + 2 >= len(word.doc):
        return
    verb = word.nbor(2)
    known = lexicon.verb_of(word.lower_, "")
    if word.nbor().lower_ != "and" or verb.tag_ != "VBD" or known not in lexicon.verbs():
        return
    doer = next((c for c in verb.children if c.dep_ in SUBJECT and c.i < word.i), None)
    if doer is None or not doer.is_ancestor(word) or word.nbor(-1).dep_ == "det":
        return
    before = word.nbor(-1)
    for child in [c for c in word.children if c != before]:
        child.head = before
    before.head, before.dep_ = doer, "nmod"
    word.head, word.dep_, word.tag_, word.pos_ = verb, "conj", "VBD", "VERB"


def cleft(outer: Token) -> None:
    """ "*It was* after the Speaker ejected Hale that …", read as if somebody was ejected."""
    verb = outer.head
    if outer.dep_ != "nsubj:outer" or outer.lower_ != "it" or not any(c.dep_ == "nsubj" for c in verb.children):
        return
    outer.dep_ = "expl"
    for be in (c for c in verb.children if c.dep_ == "cop"):
        be.dep_ = "discourse"


def second_subject(verb: Token) -> None:
    """ "Two *ushers walked Mr Okoro* out": a name behind a verb that has a subject before it was read as a second one."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb.tag_ in {"VBD", "VBZ", "VBP"} else []
    if len(subjects) != 2 or any(c.dep_ in {"obj", "ccomp"} for c in verb.children):
        return
    before, behind = subjects
    between = verb.doc[verb.i + 1 : behind.i]
    if any(t.is_quote for t in verb.doc[before.i : verb.i]):
        return  # "'*Thief*!' shouted *Ann Hale*": who says it stands behind
    if before.i < verb.i < behind.i and behind.pos_ in NOMINAL and all(t.head == behind for t in between):
        behind.dep_ = "obj"


def cried_down(particle: Token) -> None:
    """ "shouted *down* the Speaker": the particle of a verb that rules know, read as the way that somebody's words went."""
    whom = particle.head
    if (particle.tag_, particle.dep_) != ("RP", "case") or whom.dep_ != "obl" or particle.nbor(-1) != whom.head:
        return
    phrase = f"{lexicon.verb_of(whom.head.lower_, whom.head.lemma_)} {particle.lower_}"
    titled = any(whom.lower_ in lexicon.words("offices", key) for key in TITLES)
    if phrase in lexicon.phrasal_verbs() and (titled or whom.pos_ == "PROPN"):
        particle.head, particle.dep_, whom.dep_ = whom.head, "compound:prt", "obj"


def suffering(name: Token) -> None:
    """ "Democrats *booed Wilkins*": whom a verb with a subject is done to, read as the rest of a name."""
    verb = name.head
    if (name.dep_, name.pos_, verb.pos_) != ("flat", "PROPN", "VERB") or name.i != verb.i + 1 or verb.text.istitle():
        return
    if any(c.dep_ == "obj" for c in verb.children) or not any(c.dep_ in SUBJECT and c.i < verb.i for c in verb.children):
        return
    for rest in [c for c in verb.children if c.dep_ == "flat" and c != name]:
        rest.head = name
    name.dep_ = "obj"


def done_with(verb: Token) -> None:
    """Give a participle behind "with" the doer that stands before it."""
    if (doer := _with_doer(verb)) is not None:
        _subject(doer, verb)


def _with_doer(verb: Token) -> Token | None:
    """ "walked out, *with Ann Hale accusing* the Speaker of bias": who does what a participle behind "with" says."""
    if verb.tag_ not in {"VBG", "NN"} or not verb.lower_.endswith("ing") or verb.i <= verb.sent.start + 1:
        return None
    if verb.tag_ == "NN" and not lexicon.verb_of(verb.lower_, ""):
        return None
    at = verb.i - 1
    while at > verb.sent.start and verb.i - at < LONGEST and (verb.doc[at].pos_ in WITHIN or verb.doc[at].lower_ in JOINS):
        at -= 1
    opener, nominals = verb.doc[at], [t for t in verb.doc[at + 1 : verb.i] if t.pos_ in NOMINAL]
    if not nominals or verb.nbor(-1).pos_ not in NOMINAL or not (_apart(opener) or _one_more(opener)):
        return None
    head = nominals[-1]
    while head.head in nominals and head.head != head:
        head = head.head
    return head if head != verb else None


def _apart(word: Token) -> bool:
    """Whether a "with" opens a clause of its own: behind a comma, or first in its sentence."""
    return word.lower_ == "with" and (word.i == word.sent.start or word.nbor(-1).text in {",", "-", "–", "—", ";"})


def _one_more(word: Token) -> bool:
    """Whether an "and" joins one more such clause: "with Ann Hale accusing the Speaker *and* Kim Lind *calling* for order"."""
    before = word.doc[max(word.sent.start, word.i - LONGEST * 2) : word.i]
    return word.lower_ == "and" and any(t.lower_ == "with" and t.dep_ == "mark" and t.head.tag_ == "VBG" for t in before)


def done_behind(verb: Token) -> None:
    """Give a verb behind an aside the doer that stands before it."""
    if (doer := _parted_doer(verb)) is not None:
        _subject(doer, verb)


def _parted_doer(verb: Token) -> Token | None:
    """ "when *Okoro*, speaking for the Greens, *raised* it": who stands before the aside behind which a finite verb goes on."""
    parts = {c.dep_ for c in verb.children} if verb.tag_ in FINITE or verb.tag_ == "VBN" else set()
    joined = verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ in FINITE and not parts & {"aux", "aux:pass"}
    if verb.tag_ not in FINITE and not joined:
        return None
    if verb.i <= verb.sent.start + 3 or parts & SUBJECT:
        return None
    closed = verb.nbor(-1) if verb.nbor(-1).pos_ != "ADV" else verb.nbor(-2)
    if closed.text != ",":
        return None
    before = verb.doc[max(verb.sent.start, closed.i - ASIDE) : closed.i]
    opened = next((t for t in reversed(before) if t.text == ","), None)
    if opened is None or opened.i == verb.sent.start or opened.nbor().tag_ not in {"VBG", "VBN"}:
        return None
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in verb.doc[opened.i + 1 : closed.i]):
        return None
    name = opened.nbor(-1)
    while name.dep_ == "flat" and name.head.i < name.i and name.head.pos_ == "PROPN":
        name = name.head
    first = name.i
    while first > verb.sent.start and verb.doc[first].pos_ in WITHIN:
        first -= 1
    free = name.dep_ not in SUBJECT or name.head == opened.nbor() or name.head.lower_ in LINKS  # "*Hale, reading* it, alleged"
    return name if name.pos_ == "PROPN" and free and verb.doc[first].lower_ in LINKS else None


def done_by_one(verb: Token) -> None:
    """Make what one of some did a clause of its own."""
    if (doer := _one_of_them(verb)) is not None:
        _told_apart(doer, verb)


def _one_of_them(verb: Token) -> Token | None:
    """ "MPs had jeered, and *one, Peter Wragg, shouted*": who is named between the commas, read as part of a list before it."""
    if verb.tag_ not in {"VBD", "VBZ", "VBN"} or verb.pos_ != "VERB" or verb.i < verb.sent.start + 4:
        return None
    closed = verb.nbor(-1) if verb.nbor(-1).pos_ != "ADV" else verb.nbor(-2)
    before = verb.doc[max(verb.sent.start, closed.i - ASIDE) : closed.i]
    opened = next((t for t in reversed(before) if t.text == ","), None)
    if closed.text != "," or opened is None or opened.i <= verb.sent.start:
        return None
    one = opened.nbor(-3) if opened.nbor(-1).lower_ == "them" and opened.i > verb.sent.start + 2 else opened.nbor(-1)
    starts = one.i == verb.sent.start or one.nbor(-1).lower_ in {"and", "but", ";", "while", "as", "when"}
    inside = verb.doc[opened.i + 1 : closed.i]
    if one.lower_ not in {"one", "another"} or not starts or any(t.pos_ in {"VERB", "AUX"} for t in inside):
        return None
    if any(c.dep_ in SUBJECT and c.i >= one.i for c in verb.children):
        return None
    within = {t.i for t in inside}
    name = next((t for t in inside if t.pos_ == "PROPN" and t.head.i not in within), None)
    return name if name is not None and name.dep_ not in SUBJECT else None


def among_them(verb: Token) -> None:
    """ "MPs jeered, among them *Ann Hale, who shouted*": what one did, read as what all did."""
    them = verb.head
    if verb.dep_ != "acl:relcl" or them.lower_ not in {"them", "those"}:
        return
    name = next((c for c in them.children if c.pos_ == "PROPN" and them.i < c.i < verb.i), None)
    if name is not None and any(c.lower_ in {"among", "including"} for c in them.children):
        verb.head = name


def _told_apart(doer: Token, verb: Token) -> None:
    """Make what one of them did a clause of its own, beside that of all."""
    above = next((up for up in verb.ancestors if up.pos_ == "VERB"), None)
    _subject(doer, verb)
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    if above is not None:
        verb.head, verb.dep_ = above, "conj"
