"""British and South Asian spellings read as the American ones of the treebanks, and hyphened event nouns as one word.

Only the norm that the model looks at changes; text, offsets and lemmas stay the article's own.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

SPELLING = "spelling"
SAME_SORT = "bob"  # a given name that is nothing else
TITLES = {"Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "Lord", "Lady", "The", "Prime", "President", "Speaker", "Parliament"}
TABLE = Path(__file__).with_name("spelling.toml")


@cache
def american() -> dict[str, str]:
    """British form → American form, for every inflection of the listed words."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    forms = dict(table["words"])
    for stem in table["ise"]:
        for ending in ("e", "es", "ed", "ing", "er", "ers", "ation", "ations"):
            forms[f"{stem}is{ending}"] = f"{stem}iz{ending}"
    for stem in table["our"]:
        for ending in ("", "s", "ed", "ing", "able", "ably", "ite", "ites"):
            forms[f"{stem}our{ending}"] = f"{stem}or{ending}"
    return forms


@Language.component(SPELLING)
def spelling(doc: Doc) -> Doc:
    """ "apologised" is read as "apologized"."""
    table = american()
    for token in doc:
        if (form := table.get(token.lower_)) is not None:
            token.norm_ = form
        elif token.text == "Will" and _is_somebody(doc, token.i):
            token.norm_ = SAME_SORT
    return doc


def _is_somebody(doc: Doc, i: int) -> bool:
    """ "*Will* Marlowe", which the model takes for the auxiliary: inside a sentence, or where what it opens asks nothing."""
    after = doc[i + 1 : i + 2].text
    if not (after.istitle() and after.isalpha()) or after in TITLES:
        return False
    before = doc[i - 1].text if i else "."
    if before[-1].isalnum() or before in {",", "'s", "’s"}:
        return True
    ends = next((t.text for t in doc[i:] if t.text in {".", "?", "!"} or "\n" in t.text), "")
    return ends != "?" and any(t.lower_.endswith("ed") or t.text == "," for t in doc[i + 2 : i + 4])


def add_compounds(nlp: Language) -> None:
    """Teach the tokenizer that "walk-out" is one word; the treebanks would split it into a noun, a mark and a particle."""
    for first, second in tomllib.loads(TABLE.read_text(encoding="utf-8"))["compounds"]:
        for one in (first, first.capitalize()):
            for ending in ("", "s"):
                written = f"{one}-{second}{ending}"
                norm = f"{first}{second}{ending}".lower()
                nlp.tokenizer.add_special_case(written, [{"ORTH": written, "NORM": norm}])  # type: ignore[union-attr]
    for non in ("non", "Non"):  # Ottawa's word for "no-confidence", which is three tokens
        parts = [{"ORTH": non, "NORM": "no"}, {"ORTH": "-"}, {"ORTH": "confidence"}]
        nlp.tokenizer.add_special_case(f"{non}-confidence", parts)  # type: ignore[union-attr]
