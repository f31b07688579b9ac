"""What may stand between a title and the name it belongs to: a minister's charge, a member's seat.

"Minister *for Health* Ann Hale", "Secretary *of State for Trade* Ann Hale", "MP *for Tamale South* Ama Okoro".
"""

from __future__ import annotations

from dataclasses import dataclass

from extract import lexicon
from extract.lexicon import words

LONGEST_SEAT = 7  # words, "for" among them, that can stand between a rank and a name


@dataclass(frozen=True, slots=True)
class Word:
    """One or more tokens written as one word: "Lees-Galloway"."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()


@lexicon.per_codebook
def given_names() -> frozenset[str]:
    """The given names of many countries."""
    return words("given_names", "female", "male", "either")


def charge(row: list[Word], at: int) -> int:
    """How many words say what a minister is for, where a name follows: "Minister *for Health* Ann Hale"; 0 where none does.

    "Secretary *of State for Trade* Ann Hale", "spokesman *on health* Tom Marlowe".
    """
    end = at
    while end + 2 < len(row) and row[end].lower in {"for", "of", "on"}:
        last = _portfolio(row, end + 1)
        if last == end + 1:
            break
        end = last
    named = at < end < len(row) and row[end].text[0].isupper() and row[end].text.isalpha()
    return end - at if named and (row[at + 1].text[0].isupper() or _begins_name(row, end)) else 0


def _portfolio(row: list[Word], at: int) -> int:
    """Where the words for a charge end that begin at a word: "*foreign affairs and trade*"."""
    end, charges = at, words("offices", "portfolios")
    while end < len(row) and (row[end].lower in charges or (end > at and row[end].lower in {"and", ","})):
        end += 1
    while end > at and row[end - 1].lower in {"and", ","}:
        end -= 1
    return end


def seat(row: list[Word], at: int) -> int:
    """How many words say for what place, or in what House, somebody sits, where a name follows; else 0.

    "MP *for Tamale South* Ama Okoro", "Minority Leader *in the Senate* Kim Lind".
    """
    if at >= len(row) or row[at].lower not in {"for", "in"}:
        return 0
    house = words("offices", "houses") if row[at].lower == "in" else None
    for end in range(at + 1, min(at + LONGEST_SEAT, len(row) - 1)):
        if end > at + 1 and _begins_name(row, end):
            return end - at if house is None or row[end - 1].lower in house else 0
        if not (row[end].text[0].isupper() or row[end].lower in {"and", "of", "the", "upon", "on"}):
            return 0
    return 0


def _begins_name(row: list[Word], at: int) -> bool:
    """Whether a given name, or a title, with a capital behind it stands there."""
    known = row[at].lower in given_names() or row[at].lower in words("offices", "honorifics")
    return known and row[at].text[0].isupper() and at + 1 < len(row) and row[at + 1].text[0].isupper()
