"""Which sentences play at a meeting of another body than a legislature: a union's conference, a court, a workshop, a mock debate.

A paragraph that names such a meeting stays there until it goes in; where the lead names it the article is about it, and stays
there until a paragraph speaks of a legislature again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract import lexicon
from extract.gate import plainly
from extract.indoors import answered
from extract.places import cues, holds_any
from extract.tree import Span as Tokens
from extract.tree import Token

# Of a court what is only spoken of: "after a row over a *High Court ruling*".
SPOKEN_OF = re.compile(
    r"\bcourt(?: ?'s)? (?:rulings?|judge?ments?|decisions?|orders?|verdicts?|cases?|appeals?|challenges?|nomin\w+|picks?"
    r"|appoint\w+|reforms?|bills?|injunctions?|bid|battle|action)\b"
)
# What a row in the House is about, up to the other body's name: "over a trip to the *Supreme Court*".
QUARREL = re.compile(r"\b(?:over|about|against|protest at)(?: [\w'-]+){0,6} \Z")
# For whom it is held: "a workshop *for women MPs*".
MEANT_FOR = re.compile(r"\bfor (?:[\w-]+ ){0,2}(?:mps|councillors|lawmakers|senators|members of parliament)\b")
# What a member does who is in the House: "*rose* to call the minister a fool".
IN_PERSON = {"rise", "stand", "jump", "leap", "interrupt", "intervene", "heckle", "shout"}
SPOKESPERSONS = {"spokesman", "spokeswoman", "spokesperson", "spokesmen"}


def elsewhere(sentences: Iterable[tuple[int, str]], lead: int) -> frozenset[int]:
    """The numbers of the sentences that play there, each given with its paragraph and the words that say where it plays."""
    out: set[int] = set()
    away = -1  # the paragraph that went there
    about = False  # whether the article is about that meeting
    above: list[int] = []  # the paragraph of each sentence so far
    for number, (here, words) in enumerate(sentences):
        if holds_any(words, "elsewhere") and not _of_a_house().search(plainly(words)):
            if here <= lead and not about and (about := _held(words)):
                out |= {n for n, paragraph in enumerate(above) if paragraph < here}  # the headline
            away = here
        elif holds_any(words, "inside") or (away != here and holds_any(words, "houses_named")):
            away, about = -1, False
        out |= {number} if away == here or about else set()
        above.append(here)
    return frozenset(out)


@lexicon.per_codebook
def _of_a_house() -> re.Pattern[str]:
    """Where one goes from a house, or speaks to it, whatever else is named: "left *the council meeting* over a ruling"."""
    houses = "|".join(re.escape(word) for word in sorted(lexicon.words("scene", "houses_named"), key=len, reverse=True))
    return re.compile(rf"\b(?:out of|left|leaving|inside|told) (?:the )?(?:[\w-]+ )?(?:{houses})\b")


def _held(words: str) -> bool:
    """Whether a lead that names another body's meeting is about that: it names no legislature beside it, nor a mere ruling."""
    plain = plainly(words)
    rest = cues("elsewhere").sub(" ", MEANT_FOR.sub(" ", plain))
    if all(QUARREL.search(plain[: met.start()]) for met in cues("elsewhere").finditer(plain)):
        return False
    return not (SPOKEN_OF.search(plain) or holds_any(rest, "inside") or holds_any(rest, "houses_named"))


def speaks_for(sentence: Tokens) -> bool:
    """Whether one who only speaks for others says it: "a *spokeswoman* for Labour", "*spokesman* Ben Lind".

    One whom the chair answers at once is in the House, and so is who rises.
    """
    root = sentence.root
    if root.lemma_ in IN_PERSON or not any(c.dep_ == "nsubj" and _a_spokesperson(c) for c in root.children):
        return False
    return not answered(sentence)


def _a_spokesperson(subject: Token) -> bool:
    """One with a charge of his own sits in the House: "Labour's *health spokesman*", "*Treasury* spokeswoman Ann Hale"."""
    first, *rest = (t.lower_ for t in subject.doc[subject.left_edge.i : subject.i + 1] if not t.is_punct)
    return first in SPOKESPERSONS or (first in {"a", "an"} and not SPOKESPERSONS.isdisjoint(rest))


def narrates(sentence: Tokens) -> bool:
    """Whether a sentence tells something new in the simple past: "*Tempers frayed* on Wednesday", not "the levy would cost"."""
    return sentence.root.tag_ == "VBD" and not any(c.dep_.startswith("aux") for c in sentence.root.children)
