"""What a sentence holds at all, asked once of it: most of what is looked for in each of its clauses stands nowhere in it."""

from __future__ import annotations

from extract.grammar import phrases
from extract.grammar.remembered import remembered
from extract.tree import Span as Tokens


@remembered
def words(sentence: Tokens) -> frozenset[str]:
    """The words of a sentence, in small letters."""
    return frozenset(t.lower_ for t in sentence)


@remembered
def may_say(sentence: Tokens, file: str, *keys: str) -> bool:
    """Whether all words of a phrase of some lists stand in a sentence, if not side by side."""
    return phrases.may_say(phrases.line(sentence), file, *keys)
