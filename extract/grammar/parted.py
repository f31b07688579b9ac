"""What small words part: "was *on Tuesday* suspended", "had *last week* called her a liar", "Sinn Féin*'s* Mary Lind".

Reporters of many countries put the day there; parsers take the day for what somebody was or had, and two names for one.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import SUBJECT
from extract.tree import Token

WHEN = {"when", "as", "while", "before", "until"}
HELPS = dict.fromkeys(("was", "were", "is", "are", "been", "'s"), "be") | dict.fromkeys(("has", "have", "had", "'d"), "have")
PARTICIPLES = {"VBN", "VBD"}
LONGEST = 5  # words of time: "early on the Tuesday morning"
NOMINAL = {"NOUN", "PROPN", "NUM"}
INNER = {"ADP": "case", "DET": "det", "ADJ": "amod", "ADV": "advmod", "NUM": "nummod"}


def surname(verb: Token) -> None:
    """Make a name whole whose second word was read as what the first does: "Joe *Lilo* another"; headlines stay as they are."""
    name = verb.head if verb.i == verb.sent.start else verb.nbor(-1)
    if verb.tag_ not in {"VB", "VBP"} or verb.pos_ != "VERB" or not verb.is_title or name.tag_ != "NNP" or name.head is not verb:
        return
    if not name.is_title or name.dep_ != "nsubj" or sum(t.is_title for t in verb.sent) * 2 > len(verb.sent):
        return
    name.head, name.dep_ = (name, "ROOT") if verb.head is verb else (verb.head, verb.dep_)
    for child in [c for c in verb.children if c is not name]:
        child.head = name
    verb.head, verb.dep_, verb.pos_, verb.tag_ = name, "flat", "PROPN", "NNP"


def stand(feet: Token) -> None:
    """Make a clause of "when Lind *was on her feet* with a point of order", read as where something else was done."""
    verb = feet.head
    if not any(c.dep_ == "cop" for c in feet.children):
        return
    if feet.dep_ == "nsubj" and verb.tag_ == "VBG" and verb.i == feet.i + 1:  # "was *on her feet* shouting"
        _before(feet, verb)
    own = [c for c in feet.children if c.i < feet.i]
    if feet.dep_ == "obl" and verb.i < feet.i and any(c.lower_ in WHEN for c in own) and any(c.dep_ == "nsubj" for c in own):
        feet.dep_ = "advcl"
        for child in [c for c in verb.children if c.i > feet.i and c.dep_ in {"obl", "advcl", "xcomp"}]:
            child.head = feet


def _before(said: Token, verb: Token) -> None:
    """Let what somebody was stand where what they did with it stood."""
    said.head, said.dep_ = (said, "ROOT") if verb.head is verb else (verb.head, verb.dep_)
    for child in [c for c in verb.children if c.i < said.i]:
        child.head = said
    verb.head, verb.dep_ = said, "advcl"


def disown(name: Token) -> None:
    """Make two names of "*Sinn Féin's Mary Lind*", read as one: the second is who is meant, the first whose she is."""
    owner = name.head
    if name.dep_ != "flat" or owner.i >= name.i or name.nbor(-1).tag_ != "POS":
        return
    dep, above = owner.dep_, owner.head
    name.head, name.dep_ = (name, "ROOT") if above is owner else (above, dep)
    for child in owner.children:
        if child.i > name.i:
            child.head = name
    owner.head, owner.dep_ = name, "nmod:poss"


def rejoin(helper: Token) -> None:
    """Give a participle that words of time part from its auxiliary what hangs on either: its subject, its place in the tree."""
    name = HELPS.get(helper.lower_, "") if helper.tag_ != "POS" else ""  # "Parliament*'s* last session suspended her"
    time = _time(helper) if name else []
    if not time or any(t.dep_ in SUBJECT for t in time) or time[-1].i + 1 >= helper.sent.end:
        return
    behind = helper.doc[time[-1].i + 1]
    been = [behind] if behind.lower_ == "been" and behind.i + 1 < helper.sent.end else []
    verb = helper.doc[behind.i + 1] if been else behind
    if verb.tag_ in PARTICIPLES and lexicon.verb_of(verb.lower_, verb.lemma_) in lexicon.verbs():
        _rejoined([helper, *been], time, verb, passive=name == "be" or bool(been))


def _time(helper: Token) -> list[Token]:
    """The words of time right behind an auxiliary, as far as they go: "early on Tuesday morning"; a lone adverb parts nothing."""
    known = lexicon.words("modality", "parting_times")
    found: list[Token] = []
    for token in helper.doc[helper.i + 1 : min(helper.i + 1 + LONGEST, helper.sent.end)]:
        if token.lower_ not in known and not (token.like_num and found):  # "had *two* thrown out"
            break
        found.append(token)
    return found if any(t.pos_ in NOMINAL for t in found) else []


def _rejoined(helpers: list[Token], time: list[Token], verb: Token, *, passive: bool) -> None:
    """Hang on the participle what hung on its auxiliaries, and on the words of time what is no part of them."""
    group = [*helpers, *time, verb]
    below = set(verb.subtree)
    top = next(t for t in group if not any(up in group for up in t.ancestors))
    if top is not verb and top.head in below:
        return
    if top is not verb:
        verb.head, verb.dep_ = (verb, "ROOT") if top.head is top else (top.head, top.dep_)
    for child in [c for t in (*helpers, *time) for c in t.children if c not in group]:
        child.head = verb
    for helper in helpers:
        helper.head, helper.dep_ = verb, "aux:pass" if passive and HELPS[helper.lower_] == "be" else "aux"
    day = max((t for t in time if t.pos_ in NOMINAL), key=lambda t: t.i)
    day.head, day.dep_ = verb, "obl"
    for word in time:
        if word is not day:
            word.head, word.dep_ = day, INNER.get(word.pos_, "nmod")
    for child in verb.children:
        if child.dep_.startswith("nsubj") and child.i < helpers[0].i:
            child.dep_ = "nsubj:pass" if passive else "nsubj"
    verb.pos_, verb.tag_ = "VERB", "VBN"
