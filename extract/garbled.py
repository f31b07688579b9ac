"""Marks that went through two encodings, "the ministerâ€™s", read as marks: one of three code points, so that offsets stay.

Old archives are full of them. The two code points too many become blanks, on the side where no word is torn apart.
"""

from __future__ import annotations

import re

# UTF-8 read as Windows-1252; what that leaves undefined stands as a control or as a sign of replacement.
_THIRD = {"˜": "‘", "™": "’", "œ": "“", "\x9d": "”", "\ufffd": "”", "“": "–", "”": "—", "¦": "…"}
MARK = re.compile(rf"â€([{''.join(_THIRD)}])")
CUT = re.compile(r"â€(?=[\s.,;:!?)]|$)", re.MULTILINE)  # its third code point was taken for nothing and left out
ONE = re.compile(r"\b([^\W\d_])â€™([^\W\d_]{2,})")  # "Oâ€™Brien" is one word
NOT = re.compile(r"nâ€™t\b", re.IGNORECASE)
OPENING, CLOSING = {"‘", "“"}, {"’", "”"}


def legible(text: str) -> str:
    """A text with such marks put right, as long as it was."""
    if "â€" not in text:
        return text
    text = ONE.sub(lambda found: f"{found[1]}’{found[2]}  ", text)
    return CUT.sub("” ", MARK.sub(_mark, NOT.sub(lambda found: f"  {found[0][0]}’{found[0][-1]}", text)))


def _mark(found: re.Match[str]) -> str:
    """ "  ‘I", "I’  ", and "the minister  ’s"."""
    mark = _THIRD[found[1]]
    glued = found.string[found.end() : found.end() + 1].isalpha()
    if mark in OPENING or (mark in CLOSING and glued):
        return f"  {mark}"
    return f"{mark}  " if mark in CLOSING else f" {mark} "
