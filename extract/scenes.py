"""Where a rule can be meant: in a sitting, on its floor, inside the chamber, or outside it afterwards."""

from __future__ import annotations

from extract import lexicon, matching
from extract.document import Document
from extract.lexicon import Rule
from extract.types import Place

TOLD = {
    "sitting": "at a sitting of a legislature",
    "floor": "on the floor of a sitting",
    "inside": "inside the chamber",
    "outside": "outside the chamber",
}


def plays(document: Document, sentence: int, rule: Rule) -> bool:
    """Whether a sentence plays where a rule can be meant."""
    return _plays(rule, document.places[sentence], sentence in document.elsewhere, document.sitting)


def played(document: Document, sentence: int) -> frozenset[int]:
    """The numbers of the rules that can be meant where a sentence plays."""
    return _played(document.places[sentence], sentence in document.elsewhere, document.sitting)


@lexicon.per_codebook
def _played(place: Place | None, elsewhere: bool, sits: bool) -> frozenset[int]:
    return frozenset(n for n, rule in enumerate(matching.sorted_rules()) if _plays(rule, place, elsewhere, sits))


def _plays(rule: Rule, place: Place | None, elsewhere: bool, sits: bool) -> bool:
    """At a meeting of another body only what is said of it afterwards."""
    if elsewhere and rule.type != "reaction":
        return False
    return {
        "any": True,
        "sitting": sits,
        "floor": sits and place != "outside",
        "inside": place in {"inside", "entrance"},
        "outside": place == "outside",
    }[rule.scene]
