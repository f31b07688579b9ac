"""Words that the tree treats as verbs and the tags as nouns, and infinitives that it hangs on a noun."""

from __future__ import annotations

from extract.tree import Token

AUXILIARIES = {"aux", "aux:pass"}
INFINITIVES = {"xcomp", "advcl", "acl", "ccomp"}


def verbal(word: Token) -> None:
    """Make a verb of a participle, "had *risen*", "was up, *shouting*", and of an infinitive, "forced her to *halt* it"."""
    to = next((c for c in word.children if c.lower_ == "to" and (c.tag_ == "TO" or c.dep_ == "mark") and c.i == word.i - 1), None)
    if word.pos_ == "NOUN" and word.tag_ in {"VBN", "VBD"} and {c.dep_ for c in word.children} & AUXILIARIES:
        word.pos_ = "VERB"
    elif word.pos_ == "NOUN" and word.tag_ == "VBG" and word.dep_ in {"advcl", "conj"} and _behind_a_comma(word):
        word.pos_, word.dep_ = "VERB", "advcl"
    elif word.tag_ == "NN" and to is not None and word.dep_ in INFINITIVES:
        word.pos_, word.tag_, to.dep_ = "VERB", "VB", "mark"
    if to is not None and word.dep_ == "acl":
        _spent(word)


def _behind_a_comma(word: Token) -> bool:
    return word.i > word.sent.start and word.nbor(-1).text == ","


def _spent(infinitive: Token) -> None:
    """Hang on the verb what something was used for: "*used* three minutes of public comment *to call* him a liar"."""
    used = next((up for up in infinitive.ancestors if up.pos_ == "VERB"), None)
    if used is not None and used.lemma_ == "use":
        infinitive.head, infinitive.dep_ = used, "advcl"
