"""Trees with ClearNLP's labels, as spaCy's own English pipelines write them, rewritten as Universal Dependencies.

Once, at the border: prepositions hang on their nouns, copulas on what they link, and whoever reads the tree knows one dialect.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

CLEARNLP = "clearnlp"
MARKS = {"pobj", "nsubjpass"}  # labels that ClearNLP has and Universal Dependencies has not
# What only changes its name.
NAMES = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "prt": "compound:prt",
    "poss": "nmod:poss",
    "possessive": "case",
    "relcl": "acl:relcl",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "neg": "advmod",
    "quantmod": "advmod",
    "prep": "advmod",
    "agent": "advmod",
    "pobj": "obl",
    "pcomp": "advcl",
    "npadvmod": "obl:unmarked",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "meta": "discourse",
}
MODIFIERS = {"nmod": "compound"}  # a premodifier there, a phrase with a preposition here
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
BE = {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"}
NOMINATIVE = {"i", "he", "she", "we", "they"}


@Language.component(CLEARNLP, assigns=["token.dep", "token.head"], requires=["token.dep", "token.pos", "token.tag"])
def clearnlp(doc: Doc) -> Doc:
    """ "ejected *by*/agent the *Speaker*/pobj" becomes "ejected by/case the *Speaker*/obl:agent"."""
    tree = Tree(doc)
    for rule in (phrases, existentials, copulas, raised, coordinations, names, labels):
        rule(tree)
    return tree.written()


class Tree:
    """The heads and labels of a document while they change."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.deps = [MODIFIERS.get(token.dep_, token.dep_) for token in doc]
        self.below: list[set[int]] = [{child.i for child in token.children} for token in doc]

    def children(self, head: int, *deps: str) -> list[int]:
        """The words that hang on one, in reading order; only those with one of some labels, if any are named."""
        return sorted(i for i in self.below[head] if not deps or self.deps[i] in deps)

    def attach(self, i: int, head: int, dep: str) -> None:
        """Hang a word on another, or on nothing where the two are one."""
        self.below[self.heads[i]].discard(i)
        self.heads[i], self.deps[i] = head, "ROOT" if i == head else dep
        if i != head:
            self.below[head].add(i)

    def replace(self, old: int, new: int) -> None:
        """Put a word where one above it hangs, with all that hangs on that; the old one still has to be attached to it."""
        head, dep = self.heads[old], self.deps[old]
        self.attach(new, new if head == old else head, dep)
        for child in self.children(old):
            self.attach(child, new, self.deps[child])

    def written(self) -> Doc:
        """The document with what has changed."""
        array: Any = self.doc.to_array(["HEAD", "DEP"])
        for i, (head, dep) in enumerate(zip(self.heads, self.deps, strict=True)):
            array[i] = (head - i) % (1 << 64), self.doc.vocab.strings.add(dep)
        return self.doc.from_array(["HEAD", "DEP"], array)


# prepositions


def phrases(tree: Tree) -> None:
    """ "thrown *out of the House*", "shouted *at him*", "ejected *for shouting*": the preposition hangs on what it introduces."""
    for token in tree.doc:
        dep = tree.deps[token.i]
        if dep in {"prep", "agent"} or (token.pos_ in {"ADP", "SCONJ"} and dep in {"dative", "pcomp"}):
            _phrase(tree, token.i, dep)


def _phrase(tree: Tree, i: int, dep: str) -> None:
    """Turn one preposition and its object round; one without an object is an adverb."""
    head = tree.heads[i]
    inner = [c for c in tree.children(i, "pcomp") if tree.doc[c].pos_ == "ADP"]
    deeper = tree.children(i, "prep") or [c for c in inner if tree.children(c, "pobj", "pcomp")]
    shared = [c for other in tree.children(i, "conj") for c in tree.children(other, "pobj")]
    found = [*tree.children(i, "pobj"), *tree.children(i, "pcomp"), *shared]
    found = [c for c in found if c not in inner]
    if found:
        _turn(tree, i, found[0], _label(tree, dep, head, tree.doc[found[0]]))
    elif deeper:  # "*out* of the House"
        tree.attach(i, head, "advmod")
        for other in deeper:
            tree.attach(other, head, "prep")
    else:
        tree.attach(i, head, "advmod")


def _label(tree: Tree, dep: str, head: int, thing: Token) -> str:
    """What a phrase is of its head: a clause for a verb, who does it, or a phrase of a verb or of a noun."""
    nominal = tree.doc[head].pos_ in NOMINAL
    if tree.deps[thing.i] == "pcomp" and thing.pos_ in {"VERB", "AUX"}:
        return "acl" if nominal else "advcl"
    return "obl:agent" if dep == "agent" else "nmod" if nominal else "obl"


def _turn(tree: Tree, i: int, thing: int, label: str) -> None:
    """Hang a phrase by its noun or verb, and on that its preposition and whatever hung on the preposition."""
    clause = label in {"acl", "advcl"}
    tree.attach(thing, tree.heads[i], label)
    for child in tree.children(i):
        fixed = tree.deps[child] == "pcomp"  # "because *of*"
        own = tree.children(child, "pobj") if tree.deps[child] == "conj" else []
        if fixed:
            tree.deps[child] = "fixed"
        elif own:  # "in the House *and outside the chamber*"
            _turn(tree, child, own[0], "conj")
            tree.attach(own[0], thing, "conj")
        else:
            tree.attach(child, thing, "case" if tree.deps[child] == "conj" else tree.deps[child])
    tree.attach(i, thing, "mark" if clause else "case")


# clauses


def existentials(tree: Tree) -> None:
    """ "There was *uproar*": what there is, is the subject."""
    for token in tree.doc:
        if tree.children(token.i, "expl"):
            for thing in tree.children(token.i, "attr"):
                tree.attach(thing, token.i, "nsubj")


def copulas(tree: Tree) -> None:
    """ "Hale was *angry*", "is the *leader*", "was in the *House*": the predicate is what the copula links to."""
    for token in tree.doc:
        be = token.lower_ in BE and token.pos_ in {"AUX", "VERB"} and tree.deps[token.i] not in {"aux", "auxpass"}
        if not be or tree.children(token.i, "expl"):
            continue
        linked = tree.children(token.i, "attr", "acomp")
        if not linked and tree.children(token.i, "nsubj") and not tree.children(token.i, "xcomp", "ccomp", "advmod"):
            linked = [c for c in tree.children(token.i, "obl") if c > token.i]
        if linked:
            tree.replace(token.i, linked[0])
            tree.attach(token.i, linked[0], "cop")


def raised(tree: Tree) -> None:
    """ "wanted *Hale* to leave", "had *him* removed": the subject of a bare clause is the object of the verb above it."""
    for token in tree.doc:
        if tree.deps[token.i] != "ccomp" or not _bare(tree, token):
            continue
        head = tree.heads[token.i]
        subject = tree.children(token.i, "nsubj", "nsubjpass")[:1]
        if subject and head < subject[0] < token.i and tree.doc[subject[0]].lower_ not in NOMINATIVE:
            tree.attach(subject[0], head, "obj")
            tree.attach(token.i, head, "xcomp")


def _bare(tree: Tree, verb: Token) -> bool:
    """Whether a clause has no tense: an infinitive or a participle without a conjunction."""
    helpers = [tree.doc[i] for i in tree.children(verb.i, "aux", "auxpass", "cop")]
    if tree.children(verb.i, "mark"):
        return False
    return any(t.tag_ == "TO" for t in helpers) or (not helpers and verb.tag_ in {"VB", "VBG", "VBN"})


def coordinations(tree: Tree) -> None:
    """ "Hale, Lind *and* Okoro": all hang on the first, and the conjunction on what follows it."""
    for i in _of(tree, "cc"):
        after = [c for c in tree.children(tree.heads[i], "conj") if c > i]
        if after:
            tree.attach(i, after[0], "cc")
    for i in _of(tree, "conj"):
        if tree.deps[tree.heads[i]] == "conj":
            tree.attach(i, tree.heads[tree.heads[i]], "conj")


def names(tree: Tree) -> None:
    """ "*Ann* Hale": a person's name hangs by its first word."""
    for span in tree.doc.ents:
        first, rest = span.start, range(span.start + 1, span.end)
        last = span.end - 1
        joined = all(tree.deps[i] == "compound" and span.start <= tree.heads[i] < span.end for i in range(first, last))
        above = tree.heads[last]
        if span.label_ == "PERSON" and rest and joined and not first <= above < last:
            tree.attach(first, last, "compound")
            tree.replace(last, first)
            for i in rest:
                tree.attach(i, first, "flat")


def labels(tree: Tree) -> None:
    """The names of what hangs where it should; "to" before a verb is a mark."""
    for token in tree.doc:
        dep = tree.deps[token.i]
        infinitive = dep == "aux" and token.tag_ == "TO"
        tree.deps[token.i] = "mark" if infinitive else NAMES.get(dep, dep)


def _of(tree: Tree, dep: str) -> Iterator[int]:
    return (i for i, label in enumerate(tree.deps) if label == dep)
