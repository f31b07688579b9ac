"""Words that the tree treats as verbs and the tags as nouns, and infinitives that it hangs on a noun."""

from __future__ import annotations

from extract.tree import Token

AUXILIARIES = {"aux", "aux:pass"}
INFINITIVES = {"xcomp", "advcl", "acl", "ccomp"}


def participle(word: Token) -> None:
    """Make a verb of a participle: "had *risen*", "was up, *shouting*"."""
    if word.pos_ != "NOUN":
        return
    if word.tag_ in {"VBN", "VBD"} and {c.dep_ for c in word.children} & AUXILIARIES:
        word.pos_ = "VERB"
    elif word.tag_ == "VBG" and word.dep_ in {"advcl", "conj"} and _behind_a_comma(word):
        word.pos_, word.dep_ = "VERB", "advcl"


def infinitive(word: Token) -> None:
    """Make a verb of an infinitive: "forced her to *halt* it"."""
    if word.tag_ == "NN" and word.dep_ in INFINITIVES and (to := _to(word)) is not None:
        word.pos_, word.tag_, to.dep_ = "VERB", "VB", "mark"


def spent(word: Token) -> None:
    """Hang on the verb what something was used for: "*used* three minutes of public comment *to call* him a liar"."""
    if word.dep_ != "acl" or _to(word) is None:
        return
    used = next((up for up in word.ancestors if up.pos_ == "VERB"), None)
    if used is not None and used.lemma_ == "use":
        word.head, word.dep_ = used, "advcl"


def _to(word: Token) -> Token | None:
    """The "to" right before a word that hangs on it."""
    marks = (c for c in word.children if c.i == word.i - 1 and c.lower_ == "to")
    return next((c for c in marks if c.tag_ == "TO" or c.dep_ == "mark"), None)


def _behind_a_comma(word: Token) -> bool:
    return word.i > word.sent.start and word.nbor(-1).text == ","
