"""Marks that went through two encodings, "the ministerâ€™s", read as marks: one of three code points, so that offsets stay.

Old archives are full of them. The two code points too many are filled up beside the mark, where no word is torn apart: with
blanks to be read, with `FILLER` to be parsed, which a parser does not get to see.
"""

from __future__ import annotations

import re

FILLER, JOINER = "\u2060", "\u200d"  # both join words and show nothing
# UTF-8 read as Windows-1252; what that leaves undefined stands as a control or as a sign of replacement.
_THIRD = {"˜": "‘", "™": "’", "œ": "“", "\x9d": "”", "\ufffd": "”", "“": "–", "”": "—", "¦": "…"}
MARK = re.compile(rf"(?P<space>\s?)â€(?P<third>[{''.join(_THIRD)}])")
CUT = re.compile(r"â€(?=[\s.,;:!?)]|$)", re.MULTILINE)  # its third code point was taken for nothing and left out
ONE = re.compile(r"\b([^\W\d_])â€™([^\W\d_]{2,})")  # "Oâ€™Brien" is one word
NOT = re.compile(r"nâ€™t\b", re.IGNORECASE)
OPENING, CLOSING = {"‘", "“"}, {"’", "”"}


def legible(text: str, filler: str = " ") -> str:
    """A text with such marks put right, as long as it was."""
    text = text.replace(FILLER, JOINER)  # an article's own stays where it is
    if "â€" not in text:
        return text
    fill = filler * 2
    text = ONE.sub(lambda found: f"{found[1]}’{found[2]}{fill}", text)
    text = NOT.sub(lambda found: f"{fill}{found[0][0]}’{found[0][-1]}", text)
    return CUT.sub(f"”{filler}", MARK.sub(lambda found: _mark(found, fill), text))


def _mark(found: re.Match[str], fill: str) -> str:
    """A mark with what fills it up: " …‘I", "I’… ", and "the minister…’s"."""
    space, mark = found["space"], _THIRD[found["third"]]
    glued = found.string[found.end() : found.end() + 1].isalpha()
    if (mark in OPENING and space) or (mark in CLOSING and glued):
        return f"{space}{fill}{mark}"
    return f"{space}{mark}{fill}" if mark in OPENING | CLOSING else f"{space}{fill[0]}{mark}{fill[0]}"
