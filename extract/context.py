"""What the rules read from, and whom a phrase stands for: the parsed article, its cast and its quotations together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from extract import dates, grammar, lexicon
from extract.document import Document
from extract.grammar import Frame
from extract.naming import Cast
from extract.speech import Speech

OWNED_BY = ("of", "by", "from")
JOINTS = (("and",), ("along", "with"), ("together", "with"), ("as", "well", "as"))
REACH = 16  # tokens that an object phrase with two titled names takes
TOP = 8  # sentences in which news says when it was


@dataclass(frozen=True)
class Reading:
    """What the rules read from: the parsed article, its cast and its quotations."""

    document: Document
    cast: Cast
    speeches: tuple[Speech, ...]

    @cached_property
    def sitting_date(self) -> str | None:
        """The day of the sitting."""
        return sitting_date(self.document)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames of the article, in reading order."""
        return tuple(grammar.frames(self.document.doc))

    @cached_property
    def by_paragraph(self) -> dict[int, list[int]]:
        """For each paragraph the numbers of its quotations."""
        out: dict[int, list[int]] = {}
        for n, speech in enumerate(self.speeches):
            out.setdefault(self.document.paragraph_of(speech.quote.start), []).append(n)
        return out


def sitting_date(document: Document) -> str | None:
    """The day of the sitting: the first full date that the reporter's own words give near the top."""
    for sentence in document.sentences[:TOP]:
        if found := dates.find(unquoted(document, sentence), published=document.article.published):
            return found[1]
    return None


def unquoted(document: Document, sentence: Tokens) -> str:
    """The reporter's own words of a sentence."""
    return " ".join(t.text for t in sentence if document.quote_at(t.idx) is None)


def who(cast: Cast, token: Token) -> str | None:
    """The actor a phrase stands for: itself, or whose it is: "*Mr Hale's* comments", "the remarks *of Hale*"."""
    if (own := cast.at(token)) is not None:
        return own
    if grammar.lemma(token) in lexicon.words("people", "relations"):
        named = (cast.at(c) for c in token.children if c.dep_ in {"appos", "flat"})
        return next(filter(None, named), None)  # "Mr Hale's *wife*, Ann Hale," is not Mr Hale
    for child in token.children:
        if child.dep_.startswith("nmod:poss") and (owner := cast.at(child)) is not None:
            return owner
    for child in token.children:
        if child.dep_.startswith("nmod") and grammar.preposition(child) in OWNED_BY and (owner := cast.at(child)) is not None:
            return owner
    return None


def standing_for(cast: Cast, token: Token) -> tuple[str, ...]:
    """All that a phrase stands for: the several of a "they", else the one that `who` gives."""
    id = who(cast, token)
    return cast.all_at(token) or ((id,) if id is not None else ())


def joined(cast: Cast, token: Token) -> list[str]:
    """Those joined to a named one where the parse lost it: "from whip *Ann Hale* and co-leader *Kim Lind*", "along with"."""
    ids: list[str] = []
    id, at = cast.at(token), token.i
    while id is not None and not token.dep_.startswith("nsubj"):
        start = _after_joint(token.doc, cast, at)
        other = cast.at(token.doc[start]) if start else None
        if other is None or other in {id, *ids} or _is_subject(token.doc, cast, start):
            break
        ids.append(other)
        at = start
    return ids


def _after_joint(doc: Doc, cast: Cast, at: int) -> int:
    """Where the mention begins that a joint ties to the one at a token; 0 where none does."""
    id = cast.at(doc[at])
    while at + 1 < len(doc) and cast.at(doc[at + 1]) == id:
        at += 1
    words = tuple(t.lower_ for t in doc[at + 1 : at + 4])
    joint = next((joint for joint in JOINTS if words[: len(joint)] == joint), ())
    start = at + 1 + len(joint)
    start += start < len(doc) and doc[start].lower_ == "colleagues"
    return start if joint and start < len(doc) else 0


def _is_subject(doc: Doc, cast: Cast, start: int) -> bool:
    """Whether the mention that begins there does something of its own."""
    id = cast.at(doc[start])
    return any(t.dep_.startswith("nsubj") for t in doc[start : start + REACH] if cast.at(t) == id)
