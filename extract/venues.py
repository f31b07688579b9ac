"""Which sentences play at a meeting of another body than a legislature: a union's conference, a court, a workshop, a mock debate.

A paragraph that names such a meeting stays there until it goes in; where the lead names it the article is about it, and stays
there until a paragraph speaks of a legislature again.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.places import holds_any
from extract.tree import Span as Tokens
from extract.tree import Token

SPOKESPERSONS = {"spokesman", "spokeswoman", "spokesperson", "spokesmen"}


def elsewhere(sentences: Iterable[tuple[int, str]], lead: int) -> frozenset[int]:
    """The numbers of the sentences that play there, each given with its paragraph and the words that say where it plays."""
    out: set[int] = set()
    away = -1  # the paragraph that went there
    about = False  # whether the article is about that meeting
    above: list[int] = []  # the paragraph of each sentence so far
    for number, (here, words) in enumerate(sentences):
        if holds_any(words, "elsewhere"):
            if here <= lead and not about:
                out |= {n for n, paragraph in enumerate(above) if paragraph < here}  # the headline
            away, about = here, about or here <= lead
        elif holds_any(words, "inside") or (away != here and holds_any(words, "houses_named")):
            away, about = -1, False
        out |= {number} if away == here or about else set()
        above.append(here)
    return frozenset(out)


def speaks_for(sentence: Tokens) -> bool:
    """Whether one who only speaks for others says it: "a *spokeswoman* for Labour", "*spokesman* Ben Lind"."""
    return any(c.dep_ == "nsubj" and _a_spokesperson(c) for c in sentence.root.children)


def _a_spokesperson(subject: Token) -> bool:
    """One with a charge of his own sits in the House: "Labour's *health spokesman*", "*Treasury* spokeswoman Ann Hale"."""
    first, *rest = (t.lower_ for t in subject.doc[subject.left_edge.i : subject.i + 1] if not t.is_punct)
    return first in SPOKESPERSONS or (first in {"a", "an"} and not SPOKESPERSONS.isdisjoint(rest))


def narrates(sentence: Tokens) -> bool:
    """Whether a sentence tells something new in the simple past: "*Tempers frayed* on Wednesday", not "the levy would cost"."""
    return sentence.root.tag_ == "VBD" and not any(c.dep_.startswith("aux") for c in sentence.root.children)
