"""How wide a text will be, without a browser: advance widths of Inter, measured once, so that no label needs to overlap.

Inter is wider than the fonts a browser falls back to, so a layout that fits here fits there.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

REGULAR, BOLD = 400, 700
# Letters the table does not hold: Han, kana and hangul fill the em, others were never seen wider than this.
FULL_EM, UNKNOWN = 1000, 760
SOFT_HYPHEN = "\u00ad"


@cache
def _widths() -> dict[str, tuple[int, int]]:
    rows = json.loads(Path(__file__).with_name("widths.json").read_text(encoding="utf-8"))
    return {letter: (regular, bold) for regular, bold, letters in rows for letter in letters}


def width(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of the text in pixels at a font size in pixels."""
    share = (min(max(weight, REGULAR), BOLD) - REGULAR) / (BOLD - REGULAR)
    return sum(_advance(letter, share) for letter in text.replace(SOFT_HYPHEN, "")) * size / 1000


def _advance(letter: str, share: float) -> float:
    if letter in _widths():
        regular, bold = _widths()[letter]
        return regular + (bold - regular) * share
    if unicodedata.combining(letter):
        return 0
    return FULL_EM if unicodedata.east_asian_width(letter) in "WF" else UNKNOWN


def wrap(text: str, room: float, size: float, weight: int = REGULAR, *, lines: int | None = None) -> list[str]:
    """The text in lines no wider than *room*; a word breaks at its hyphens, hard or soft, only where it must."""
    made: list[str] = []
    for word in text.split():
        joined = f"{made[-1]} {word}" if made else word
        if made and width(joined, size, weight) <= room:
            made[-1] = joined
        else:
            made += _broken(word, room, size, weight)
    if lines and len(made) > lines:
        made = [*made[: lines - 1], clip(f"{made[lines - 1]}…", room, size, weight, cut=True)]
    return [line.replace(SOFT_HYPHEN, "") for line in made]


def _broken(word: str, room: float, size: float, weight: int) -> list[str]:
    if width(word, size, weight) <= room:
        return [word]
    made: list[str] = []
    for part in re.findall(rf"[^-{SOFT_HYPHEN}]+[-{SOFT_HYPHEN}]?", word) or [word]:
        shown = made[-1].replace(SOFT_HYPHEN, "") + part if made else part
        if made and width(shown, size, weight) <= room:
            made[-1] = shown
        else:
            made.append(part)
    return [line.replace(SOFT_HYPHEN, "-") if line.endswith(SOFT_HYPHEN) else line for line in made]


def clip(text: str, room: float, size: float, weight: int = REGULAR, *, cut: bool = False) -> str:
    """The text, or as much of its beginning as fits with an ellipsis; *cut* when it already is a part."""
    if width(text, size, weight) <= room:
        return text
    kept = text.rstrip("…") if cut else text
    while kept and width(f"{kept}…", size, weight) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def fitted(text: str, room: float, size: float, weight: int = REGULAR, *, lines: int | None = None) -> tuple[str, ...]:
    """The text in lines of which none is wider than *room*, not even for a word that cannot be broken."""
    return tuple(clip(line, room, size, weight) for line in wrap(text, room, size, weight, lines=lines))


def widest(texts: Iterable[str], size: float, weight: int = REGULAR) -> float:
    """The width of the widest text; 0 for none."""
    return max((width(text, size, weight) for text in texts), default=0)


def narrowest_room(text: str, size: float, weight: int = REGULAR) -> float:
    """The least width in which every piece of the text stays whole when it is wrapped."""
    pieces = [piece for word in text.split() for piece in re.findall(rf"[^-{SOFT_HYPHEN}]+-?", f"{word}")]
    return widest((f"{piece}-" if SOFT_HYPHEN in text and piece[-1] != "-" else piece for piece in pieces), size, weight)
