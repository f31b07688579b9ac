"""Sentences that the parser left without a finite verb: a past form that rules know is taken for it, its arguments by place.

English main clauses have one: where none was found, "Protesters *booed* Ms Hale" was read as a noun phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extract import lexicon
from extract.grammar import clauses, governed
from extract.grammar.ellipsis import echo
from extract.grammar.frames import Frame, gerund_noun, noun_frame, verb_frame
from extract.grammar.motioned import put_through
from extract.grammar.nominals import coordinated
from extract.grammar.verbless import verbless
from extract.tree import Span as Tokens
from extract.tree import Token

FINITE = {"VBD", "VBZ", "VBP", "MD"}
# How a lost main verb hangs in the tree, and the words after it that show it to be one and no participle.
LOST = {"amod", "acl", "nmod", "compound", "ROOT", "appos"}
ACTIVE = {"at", "into", "on", "out", "down", "against", "through", "off", "up", "that", "to", "over"}
# Past forms that are as good as nouns.
NOUNS = {
    "saw",
    "rose",
    "spoke",
    "left",
    "felt",
    "found",
    "read",
    "shot",
    "cut",
    "bit",
    "cast",
    "set",
    "hit",
    "put",
    "bid",
    "shed",
    "spat",
}
PLACES = {"up", "down", "out", "in", "off", "back", "over", "forward", "away"}
NOMINAL = {"NOUN", "PROPN", "PRON"}


def presented(token: Token) -> None:
    """Give a present that was read as a plural its tag, its subject and what it governs: "Tom Brandt *shouts at* Ms Hale"."""
    if present_form(token) or _apposed(token):
        _presented(token)


def bereft(token: Token) -> None:
    """Give a verb's tag to what was read as a noun or an adjective and has a subject: "In protest, the Greens *left*"."""
    if token.pos_ in {"ADJ", "NOUN", "PROPN"} and (tag := _bereft(token)):
        token.pos_, token.tag_ = "VERB", tag


def called(name: Token) -> None:
    """Make whom it is done to of a name behind a verb of naming: "called *Ada Moss* a liar"."""
    if name.dep_ == "xcomp" and name.pos_ == "PROPN" and _is_called(name):
        name.dep_ = "obj"


def _apposed(token: Token) -> bool:
    """A present that was read as standing beside the name that does it: "*Tom Brandt shouts* at the minister"."""
    name = token.head
    if not (token.tag_ == "NNS" and token.dep_ == "appos" and name.pos_ == "PROPN" and name.dep_ == "ROOT"):
        return False
    verb = lexicon.verb_of(token.lower_, "") or token.lower_.removesuffix("s")
    joined = all(t.dep_ == "flat" and t.head == name for t in token.doc[name.i + 1 : token.i])
    return joined and token.i > name.i and verb != token.lower_ and verb in lexicon.verbs()


def _presented(verb: Token) -> None:
    """What was beside it or above it becomes its subject, what stands behind it is governed by it."""
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    if verb.dep_ == "appos":
        name = verb.head
        behind = [c for c in name.children if c.i > verb.i]
        verb.head, verb.dep_ = verb, "ROOT"
        for child in (name, *behind):
            child.head = verb
        name.dep_ = "nsubj"
    for child in verb.children:
        if child.i < verb.i and child.dep_ in {"compound", "amod", "nmod"} and child.pos_ == "PROPN":
            child.dep_ = "nsubj"
        elif child.i > verb.i and child.dep_ in {"nmod", "appos", "flat"}:
            child.dep_ = "obl" if child.dep_ == "nmod" else "obj"


def _is_called(name: Token) -> bool:
    """ "called *Ada Moss* a liar": a name behind such a verb is who is called so, not what, where more of that follows."""
    verb = name.head
    if (
        verb.pos_ != "VERB"
        or name.i < verb.i
        or lexicon.verb_of(verb.lower_, verb.lemma_) not in lexicon.words("hostility", "naming")
    ):
        return False
    before = any(c.dep_ == "obj" and verb.i < c.i < name.i for c in verb.children)
    return not before and any(c.i > name.i and c.dep_ in {"xcomp", "obj", "obl:unmarked", "ccomp"} for c in verb.children)


def doer_behind(verb: Token) -> None:
    """Who does what opens with where to, read as an object: "Up jumped *Ms Lind*", "Out went *Mr Okoro*"."""
    opens = verb.dep_ == "ROOT" and verb.i == verb.sent.start + 1 and verb.nbor(-1).lower_ in PLACES
    if not opens or verb.tag_ not in {"VBD", "VBZ", "VBN"} or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    after = (c for c in verb.children if c.i > verb.i and c.pos_ in {"PROPN", "NOUN", "PRON"})
    if (doer := next((c for c in after if not any(k.dep_ == "case" for k in c.children)), None)) is not None:
        doer.dep_ = "nsubj"


def _bereft(token: Token) -> str:
    """The tag that a word with a subject and no copula ought to have; empty where it is what it was read as."""
    subject = any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
    if not subject or {c.dep_ for c in token.children} & {"cop", "aux", "aux:pass", "det", "case", "nmod:poss", "amod", "nummod"}:
        return ""
    if past_form(token):
        return "VBD"
    governs = any(c.dep_ == "obj" for c in token.children)
    carries = governs or follows(token) in ACTIVE  # "Opposition *stages* walkout", "Greens *storm* out"
    known = token.pos_ != "ADJ" and lexicon.verb_of(token.lower_, "") in lexicon.verbs()
    return ("VBZ" if token.lower_.endswith("s") else "VBP") if carries and known else ""


def repaired(sentence: Tokens) -> Iterator[Frame]:
    """The frame of the lost main verb; nothing for a sentence that has one."""
    root = sentence.root
    if finite(root) or (root.tag_ == "VBN" and any(c.dep_ == "nsubj" for c in root.children)):
        return  # what has a subject of its own is only tagged as a participle
    verb = next((t for t in sentence if past_form(t) and t.dep_ in LOST and t.i > sentence.start), None)
    if verb is None or verb.nbor(-1).pos_ in {"AUX", "DET", "ADJ", "ADP"} or gerund_noun(verb):
        return
    first, after = subject_before(sentence, verb), object_after(sentence, verb)
    if not first:
        return
    word = lexicon.verb_of(verb.lower_, "")
    calls = word in lexicon.words("speech", "shout") and not governed.by_phrase(verb)
    if after or calls or follows(verb) in ACTIVE:
        yield Frame(verb, word, "verb", "active", first, after, verb, mended=True)
    else:  # a headline: "MP *ejected* from the House"
        doer = tuple(governed.by_phrase(verb))
        yield Frame(verb, word, "verb", "passive" if doer else "agentless", doer, first, verb, mended=True)


def present_form(token: Token) -> bool:
    """ "*Montague asks* for that to be withdrawn": a present of a verb that rules know, read as a plural behind a name."""
    if token.tag_ != "NNS" or token.dep_ != "ROOT":
        return False
    verb = lexicon.verb_of(token.lower_, "") or token.lower_.removesuffix("s")
    before = token.nbor(-1) if token.i > token.sent.start else None
    whole = before.head if before is not None and before.dep_ == "flat" else before  # "*Tom Brandt* shouts"
    named = whole is not None and whole.pos_ == "PROPN" and whole.head == token and whole.dep_ in {"compound", "amod", "nmod"}
    groups = token.lower_ in lexicon.words("offices", "member_groups")
    return named and not groups and verb != token.lower_ and verb in lexicon.verbs()


def misread(token: Token) -> bool:
    """A past form between a name and what follows a verb, read as a noun: "when Raphael Hale *tore* into Ann Lind"."""
    if _aged(token) and past_form(token) and not any(c.dep_.startswith("nsubj") for c in token.children):
        return True
    if token.pos_ not in {"NOUN", "PROPN"} or not token.i or not past_form(token) or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor()
    return before.pos_ in {"PROPN", "PRON"} and after.pos_ in {"ADP", "DET", "PROPN", "PRON"} and token.lower_ not in NOUNS


def _aged(token: Token) -> bool:
    """ "the 54-year-old *accused*": a verb behind an age, which parsers take for a noun with it."""
    old = token.i > 2 and token.nbor(-1).lower_ == "old" and token.nbor(-2).text == "-"
    return old and token.i - token.sent.start > 2


def beside(token: Token) -> Frame:
    """The frame of a misread verb: who stands before it does it."""
    word = lexicon.verb_of(token.lower_, "")
    return Frame(token, word, "verb", "active", (token.nbor(-1),), object_after(token.sent, token), token, mended=True)


def afloat(token: Token) -> bool:
    """A gerund behind a phrase, read as its noun: "rushed to the well *shouting* 'Shame'", "was heard *yelling* 'No'"."""
    if token.tag_ != "NN" or not token.lower_.endswith("ing") or not token.i or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor()
    behind = before.tag_ in {"NN", "NNS", "JJ"} and token.dep_ == "obl" and any(c.dep_ == "det" for c in token.children)
    spoken = after.is_quote and (behind or before.pos_ == "VERB")
    aimed = behind and after.lower_ in {"at", "that", "against"}
    return (spoken or aimed) and gerund_of(token) in lexicon.verbs()


def gerund_of(token: Token) -> str:
    """The verb of a gerund."""
    return lexicon.verb_of(token.lower_, token.lower_.removesuffix("ing"))


def floating(token: Token) -> Frame:
    """The frame of a gerund afloat: done by whoever does what stands before it."""
    above = next((up for up in token.ancestors if up.pos_ == "VERB"), token)
    doers = [t for head in clauses.subjects(above) for t in coordinated(head)]
    return Frame(token, gerund_of(token), "verb", "active", tuple(doers), (), above, mended=True)


def finite(verb: Token) -> bool:
    """Whether a word has a tense of its own, or an auxiliary or copula that has."""
    return verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"})


def follows(verb: Token) -> str:
    """The word after a verb."""
    return verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""


def past_form(token: Token) -> bool:
    """Whether a word is written as the past of a verb that rules know."""
    verb = lexicon.verb_of(token.lower_, "")
    return (
        token.lower_ != verb and verb in lexicon.verbs() and (token.lower_.endswith("ed") or lexicon.is_irregular(token.lower_))
    )


def subject_before(sentence: Tokens, verb: Token) -> tuple[Token, ...]:
    """The first nominal before the verb that no preposition introduces: "*Protesters* in the gallery booed"."""
    introduced = False
    for token in sentence:
        if token.i >= verb.i:
            return ()
        if token.pos_ == "ADP" or token.is_punct:
            introduced = token.pos_ == "ADP"
        elif token.pos_ in NOMINAL and not introduced and not _aside(token):
            last = token
            while last.i + 1 < verb.i and last.nbor().pos_ in NOMINAL:
                last = last.nbor()
            if last.nbor().tag_ == "POS":
                continue  # an owner: "*Labor's* Ann Poe, who represents Perth, called"
            return (last,)
    return ()


def _aside(token: Token) -> bool:
    """Whether a nominal belongs to a clause that is put in front: "As the *doors* were being closed, MPs rushed in"."""
    return any(t.dep_ == "advcl" and t.pos_ in {"VERB", "AUX"} for t in (token.head, *token.head.ancestors))


def object_after(sentence: Tokens, verb: Token) -> tuple[Token, ...]:
    """The nominal that follows the verb before anything but its own modifiers."""
    found: Token | None = None
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if token.pos_ in NOMINAL:
            found = token
        elif found is not None or token.pos_ not in {"DET", "ADJ", "NUM", "ADV"}:
            break
    return (found,) if found is not None else ()


def titled(token: Token) -> bool:
    """ "the horror movie *Cursed*": a verb with a capital inside a sentence of small letters is a part of a title or a name."""
    if token.pos_ != "VERB" or not token.is_title or token.i == token.sent.start or token.nbor(-1).is_punct:
        return False
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return sum(t.is_title for t in words) * 2 < len(words)


def frames(sentences: Iterable[Tokens], wanted: Callable[[Token], bool] | None = None) -> Iterator[Frame]:
    """A frame for every verb and every noun that may be an event, in reading order; rules choose. Only of *wanted* tokens."""
    for sentence in sentences:
        asked = [token for token in sentence if wanted is None or wanted(token)]
        mended = {frame.token.i: frame for frame in repaired(sentence)} if asked else {}
        for token in asked:
            if not titled(token) and (frame := mended.get(token.i) or _frame(token)) is not None:
                yield frame


def _frame(token: Token) -> Frame | None:
    if misread(token):
        return beside(token)
    if afloat(token):
        return floating(token)
    if (echoed := echo(token)) is not None:
        return echoed
    if token.pos_ in {"VERB", "AUX"} and not gerund_noun(token):
        return put_through(verb_frame(token))
    if token.pos_ in {"NOUN", "PROPN", "VERB"}:
        return noun_frame(token)
    return verbless(token)


@lexicon.per_codebook
def words_of(form: str, lemma: str) -> frozenset[str]:
    """The words that a frame of a token can go by: what it is written as, and what it is taken to be a form of."""
    own = lemma.lower()
    verbs = (lexicon.verb_of(form, word) for word in (own, "", form.removesuffix("ing")))
    return frozenset(made for word in (form, own, *verbs) for made in (word, word.replace("-", "")))
