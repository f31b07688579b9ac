"""A phrase that opens a sentence without a comma, "In the House *Mr Byrne* branded her", is parsed as if it had one.

The treebanks put a comma there; papers of the Commonwealth mostly do not, and the parser then takes the place and the person for
one name. Only such sentences are parsed again, and only the reading in which the person is the subject is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from extract import lexicon
from extract.language.boundaries import PARAGRAPHS

FRONTED = "fronted"
PAST = {"VBD", "VBZ", "VBP", "VBN", "VB"}
NAMED = {"NNP", "NNPS", "NNS", "NN", "POS"}
LONGEST = 9  # tokens that such a phrase and the subject behind it take
OPENERS = {
    "in",
    "at",
    "on",
    "during",
    "from",
    "inside",
    "outside",
    "under",
    "across",
    "after",
    "before",
    "throughout",
    "last",
    "this",
    "within",
}
# What such a phrase ends with, beside the names of houses, days and months.
ENDS = frozenset(
    "question questions time sitting session debate debates house chamber order end reply hall committee council morning "
    "afternoon evening night week month year hearing meeting privilege floor gallery box lobby".split()
)


@Language.factory(FRONTED)
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component: *nlp*'s own parser reads such sentences again."""
    del name

    def mended(doc: Doc) -> Doc:
        for sentence in list(doc.sents):
            if (cut := _cut(sentence)) is not None:
                _reread(nlp, sentence, cut)
        return doc

    return mended


def _cut(sentence: Tokens) -> int | None:
    """How many tokens stand before the missing comma; None where none is missing, or the subject is seen all the same."""
    if sentence[0].lower_ not in OPENERS:
        return None
    verb = next((t for t in sentence[2:LONGEST] if _is_past(t)), None)
    if verb is None or any(t.is_punct and t.lower_ not in {"'", "’"} for t in sentence[: verb.i - sentence.start]):
        return None
    run = verb.i - sentence.start
    cut = _titled(sentence, run) or _ended(sentence, run)
    if not cut or cut >= run:
        return None
    subject = [t for t in sentence[cut:run] if t.head == verb and t.dep_ == "nsubj"]
    seen = any(t.left_edge.i >= sentence.start + cut for t in subject) and verb.dep_ != "acl:relcl"
    return None if seen and all(t.dep_ != "nsubj" for t in sentence[:cut]) else cut


def _is_past(token: Token) -> bool:
    """Whether a word is written as a past form that rules know, behind a name or a noun."""
    verb = lexicon.verb_of(token.lower_, "")
    known = verb in lexicon.verbs() and token.is_lower and (token.lower_.endswith("ed") or lexicon.is_irregular(token.lower_))
    return known and token.nbor(-1).tag_ in NAMED


def _titled(sentence: Tokens, run: int) -> int:
    """Before the first title or article of the subject: "In the House | *Mr* Byrne", "On Tuesday | *the* Speaker"."""
    titles = lexicon.words("offices", "honorifics", "ranks", "offices")
    places = (n for n in range(2, run) if sentence[n].lower_ in titles | {"the"} and sentence[n - 1].tag_ != "IN")
    return next((n for n in places if sentence[n - 1].lower_ != "of"), 0)


def _ended(sentence: Tokens, run: int) -> int:
    """After the last word that ends such a phrase: "In the *Senate* | Green MPs", "On *Tuesday* | Tom Marlowe"."""
    ends = ENDS | lexicon.words("people", "calendar") | lexicon.words("legislatures", "houses")
    found = [
        n + 1 for n in range(1, run - 1) if sentence[n].lower_ in ends or f"{sentence[n - 1].lower_} {sentence[n].lower_}" in ends
    ]
    return found[-1] if found else 0


def _reread(nlp: Language, sentence: Tokens, cut: int) -> None:
    """Parses a sentence with the comma, and takes over what is found where that is a subject of the verb."""
    words, spaces = [t.text for t in sentence], [bool(t.whitespace_) for t in sentence]
    made = Doc(nlp.vocab, [*words[:cut], ",", *words[cut:]], [*spaces[: cut - 1], False, True, *spaces[cut:]])
    for name, component in nlp.pipeline:
        if name == FRONTED:
            break
        if name != PARAGRAPHS:
            made = component(made)
    verb = next(
        (t for t in made[cut + 2 : cut + 1 + LONGEST] if any(c.dep_ == "nsubj" and cut < c.i < t.i for c in t.children)), None
    )
    if verb is not None and verb.pos_ == "VERB" and len(list(made.sents)) == 1:
        _take_over(sentence, made, cut)


def _take_over(sentence: Tokens, made: Doc, cut: int) -> None:
    """Gives the tokens of a sentence the tags and the tree of those of its reading with a comma."""
    doc: Any = sentence.doc
    first = sentence.start
    for n, token in enumerate(sentence):
        other = made[n + (n >= cut)]
        head = other.head.i - (other.head.i > cut)
        token.tag_, token.pos_, token.lemma_, token.morph = other.tag_, other.pos_, other.lemma_, other.morph
        token.head = doc[first + head]
        token.dep_ = other.dep_
