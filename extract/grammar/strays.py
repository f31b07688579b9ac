"""Subjects that the parser took for a part of something else, found by the marks between the words."""

from __future__ import annotations

from extract.tree import Token

# What ends an apposition; the end of the sentence does too: "said Rep. Ann Hale, *D-Carrow*."
CLOSING = {",", ")", "-", "'s", ".", ":", ";", "!", "?"}


def unclosed(subject: Token) -> Token:
    """An apposition closes with a comma; one that does not is the subject: "Under questioning by Ann Lind, *Mr Hale* went on"."""
    doc = subject.doc
    named = [c for c in subject.children if c.dep_ in {"appos", "flat"} and c.pos_ == "PROPN"]
    if (
        named
        and named[-1].dep_ == "appos"
        and any(c.dep_ == "mark" and c.lower_ in {"during", "amid", "throughout"} for c in subject.head.children)
    ):
        return named[-1]  # no conjunctions: "During the debate *Senator Lind* was denounced"
    for child in named:
        last = max([child.i, *(c.i for c in child.children if c.dep_ == "flat")])
        opened = any(t.text == "," for t in doc[subject.i + 1 : child.i])
        if opened and last + 1 < len(doc) and doc[last + 1].text not in CLOSING:
            return child
    return subject
