"""Verbs of short plain lines that the parser took for something else: a surname's verb, a live blog's present, what is seen done.

"Quill then *ordered* Hale out" was read as an ordered Hale, "Mr Hale, on a follow-up, *charges* that" as his charges.
"""

from __future__ import annotations

from extract import lexicon
from extract.grammar.labels import PASSIVE_SUBJECT, SUBJECT
from extract.tree import Token

NOMINAL = {"NOUN", "PROPN"}
SHOWING = {"show", "see", "film", "catch", "watch", "capture", "record", "picture", "photograph", "spot", "depict"}
MARKS = {'"', "''", "”", "’’"}
ACROSS = {"opposite", "behind", "above", "below", "beside", "around"}
DOERS = SUBJECT | PASSIVE_SUBJECT
AGO = {"later", "earlier", "afterwards"}
UNITS = {"second", "moment", "minute", "hour", "day", "week", "month", "year"}
OPENING = 4  # words in which such a time stands at the head of a sentence
NEAR = 12  # words back from a verb to the name that it belongs to


def opened_with(verb: Token) -> None:
    """ "Quill subsequently *ordered* Hale out": nothing but a name and adverbs before it, so that the name does it."""
    whom, before = verb.head, list(verb.doc[verb.sent.start : verb.i])
    if verb.tag_ != "VBD" or verb.dep_ != "amod" or whom.i < verb.i or not before or len(before) > NEAR // 2:
        return
    name = next((t for t in reversed(before) if not (t.tag_ == "RB" and t.text.islower())), None)
    if name is None or any(c.i < verb.i and c.dep_ != "advmod" for c in verb.children):
        return
    if not all(t.text[:1].isupper() for t in before if t.i <= name.i):
        return
    above = whom.head
    for token in (name, whom):
        token.head = verb
    first = name.nbor(-1) if name.i > verb.sent.start else name
    for token in (t for t in before if t.i < name.i):
        token.head, token.dep_ = name, "compound"
    name.dep_, name.pos_, name.tag_ = "nsubj", "PROPN", "NNP"
    whom.dep_ = "obj"
    for child in [c for t in {above, name, first} for c in t.children if c.i > name.i and c != verb]:
        child.head = verb
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"


def reports_that(word: Token) -> None:
    """ "14.49 - Mr Hale, on a follow-up, *charges* that Lind sold it": a plural that says what somebody says."""
    doc = word.doc
    verb = lexicon.verb_of(word.lower_, "")
    if word.dep_ not in {"conj", "appos"} or word.i + 2 >= len(doc) or word.i - word.sent.start < 2 or word.nbor(-1).text != ",":
        return
    if word.nbor().lower_ != "that" or verb not in lexicon.words("speech", "reporting") | {"charge"}:
        return
    name = word.head
    while name.pos_ != "PROPN" and name.head != name:
        name = name.head
    if name.pos_ != "PROPN" or not 0 < word.i - name.i <= NEAR:
        return
    said = next((c for c in word.children if c.dep_ in {"acl", "acl:relcl", "ccomp"} and c.i > word.i), None)
    word.head, word.dep_ = (name.head, "parataxis") if name.head != name else (word, "ROOT")
    name.head, name.dep_ = word, "nsubj"
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", verb
    if said is not None:
        said.dep_ = "ccomp"


def and_exit(word: Token) -> None:
    """ "All of them pick up their tablets *and exit*.": read as one more thing that is picked up."""
    thing, doc = word.head, word.doc
    verb = thing.head
    if word.dep_ != "conj" or thing.dep_ != "obj" or verb.pos_ != "VERB" or doc[word.i - 1].lower_ != "and":
        return
    bare = not any(c.dep_ in {"det", "amod", "nmod:poss", "compound"} for c in word.children)
    after = word.nbor() if word.i + 1 < len(doc) else word
    ends = after.is_punct or after.lower_ in {"the", "in", "by", "through", "together", "as"}
    if bare and ends and verb.i < thing.i < word.i:
        word.head, word.dep_, word.pos_, word.tag_ = verb, "conj", "VERB", verb.tag_


def seen_doing(verb: Token) -> None:
    """ "Footage shows *Hale pulling* Lind off the steps": whoever is shown does it."""
    above = verb.head
    if verb.dep_ not in {"acl", "advcl"} or above.pos_ != "VERB" or above.lemma_ not in SHOWING or verb.i < above.i:
        return
    doer = next((c for c in above.children if c.dep_ in {"obj", "obl:unmarked", "iobj"} and above.i < c.i < verb.i), None)
    if doer is not None and doer.right_edge.i + 1 == verb.i:
        verb.head, verb.dep_, doer.dep_ = doer, "acl", "obj"


def they_sang(verb: Token) -> None:
    """ "'Dictator!' *sang* a chorus of Labour MPs", read as a song: behind the marks stands who cries."""
    cries = lexicon.words("speech", "shout") | {"sing", "chorus", "go", "intone"}
    if verb.lemma_ not in cries or verb.i == 0 or verb.nbor(-1).text not in MARKS:
        return
    outside = [c for c in verb.children if c.dep_ in SUBJECT and c.i > verb.i]
    doer = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ in NOMINAL), None)
    if doer is None or outside:
        return
    for child in [c for c in verb.children if c.dep_ in SUBJECT and c.i < verb.i]:
        child.dep_ = "ccomp"
    doer.dep_ = "nsubj"


def across_from(place: Token) -> None:
    """ "when the benches *opposite* him struck up with": a place that was taken for what they did."""
    doers = [c for c in place.children if c.dep_ in SUBJECT and c.i < place.i] if place.lower_ in ACROSS else []
    verb = next((c for c in place.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ in {"VBD", "VBN"} and c.i > place.i), None)
    if verb is None or len(doers) != 1 or doers[0].i + 1 != place.i:
        return
    verb.head, verb.dep_, verb.tag_ = (place.head, place.dep_, "VBD") if place.head != place else (verb, "ROOT", "VBD")
    for child in [c for c in place.children if c != verb]:
        near = place.i < child.i < verb.i
        child.head, child.dep_ = (doers[0], "nmod") if near else (verb, child.dep_)
    doers[0].head, doers[0].dep_ = verb, "nsubj"
    place.head, place.dep_ = doers[0], "advmod"


def duly(word: Token) -> None:
    """ "asked him to withdraw it, which he *duly* did": an adverb, whatever the parser takes it for."""
    verb = next((t for t in word.doc[word.i + 1 : min(word.i + 3, word.sent.end)] if t.pos_ in {"VERB", "AUX"}), None)
    if word.lower_ != "duly" or verb is None or (word.dep_, word.head) == ("advmod", verb):
        return
    if verb.head == word or word.is_ancestor(verb):
        return
    for child in [*word.children]:
        child.head = verb
    which = next((t for t in word.doc[max(word.sent.start, word.i - 3) : word.i] if t.lower_ == "which" and t.head == verb), None)
    if which is not None:
        which.dep_, verb.dep_ = "obj", "advcl:relcl"
    word.head, word.dep_, word.tag_, word.pos_ = verb, "advmod", "RB", "ADV"


def later_did(word: Token) -> None:
    """ "*A minute later* Mr Hale *called* out": the time was read as what is told, or as who does it."""
    if word.lower_ not in AGO or word.i < 1 or not word.sent.start < word.i <= word.sent.start + OPENING:
        return
    unit = word.nbor(-1)
    if unit.lower_.rstrip("s") not in UNITS or not (unit.dep_ in {"ROOT", *DOERS} or word.dep_ == "ROOT"):
        return
    verb = unit.head
    between = (c for t in (verb, unit) for c in t.children if word.i < c.i < verb.i)
    doer = next((c for c in between if c.dep_ in {*DOERS, "nmod"}), None)
    if unit.dep_ in DOERS and doer is not None:
        doer.head, doer.dep_ = verb, unit.dep_ if doer.dep_ == "nmod" else doer.dep_
        _at_a_time(unit, word, verb)
        return
    names = list(word.doc[word.i + 1 : word.sent.end])
    length = next((n for n, t in enumerate(names) if not (t.pos_ == "PROPN" or t.dep_ == "nmod:desc")), 0)
    found = next((t for t in names[length : length + 2] if t.tag_ in {"VBD", "VBN"}), None)
    if not length or found is None:
        return
    doer = next((t for t in names[:length] if t.dep_ not in {"flat", "nmod:desc", "compound"}), names[length - 1])
    for child in [c for t in {unit, word} if t.dep_ == "ROOT" for c in t.children if c.i > word.i and c not in (found, doer)]:
        child.head = found
    found.head, found.dep_, found.tag_, found.pos_ = found, "ROOT", "VBD", "VERB"
    doer.head, doer.dep_ = found, "nsubj"
    _at_a_time(unit, word, found)


def _at_a_time(unit: Token, word: Token, verb: Token) -> None:
    unit.head, unit.dep_ = verb, "obl:unmarked"
    word.head, word.dep_ = verb, "advmod"


SO_MANY = {"about", "around", "over"}


def about_so_many(about: Token) -> None:
    """ "accused him of hiding *facts about 18 people*", read as some 18 that he was accused: they belong to the facts."""
    if about.lower_ not in SO_MANY or about.i == 0:
        return
    number, before = about.head, about.nbor(-1)
    people = number.head
    if about.dep_ != "advmod" or number.dep_ != "nummod" or before.pos_ != "NOUN" or people.dep_ not in {"obj", "conj"}:
        return
    verb = people.head
    first = (c for c in verb.children if c.dep_ in {"obj", "iobj"} and c.i < before.i)
    if verb.pos_ == "VERB" and any(c != before for c in first):
        about.dep_, about.head = "case", people
        people.dep_, people.head = "nmod", before
