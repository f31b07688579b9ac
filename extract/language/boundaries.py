"""Sentences end with their paragraph: a headline without a full stop must not run into the text below it.

Stands before the parser, which keeps the boundaries that it finds set and decides all others itself.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

PARAGRAPHS = "paragraphs"


@Language.component(PARAGRAPHS, assigns=["token.is_sent_start"])
def paragraphs(doc: Doc) -> Doc:
    """Speaker evicts two ⏎ *The* sitting resumed: the first token after a line break starts a sentence."""
    for token in doc[:-1]:
        after = doc[token.i + 1]
        if "\n" in token.text and not after.is_space:
            after.is_sent_start = True
    return doc
