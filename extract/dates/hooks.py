"""What a passage must hold for a way of saying when to be worth looking for: one pass over it instead of a pattern for each.

Most sentences say no time at all, and sixty patterns found that out sixty times.
"""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

from extract import lexicon
from extract.dates import calendar
from extract.dates.expressions import MONTH, Expression, expressions

HOLES = {
    "{weekday}": tuple(calendar.WEEKDAYS),
    "{month}": tuple(sorted({name.lower()[:3] for name in MONTH.split("|")})),
    "{year}": ("19", "20"),
}
# Innermost brackets: what need not stand there, and what stands there in one of several wordings.
OPTIONAL = re.compile(r"\((?:\?(?:[:=!]|<[=!]))?[^()]*\)(?:\?|\{0,\d+\}\??)|\(\?(?:[=!]|<[=!])[^()]*\)")
ONE_OF = re.compile(r"\((?:\?:)?([^()]*)\)")
GAP, OPEN, SHUT = "\0", "\1", "\2"


def worth(text: str) -> list[Expression]:
    """The expressions that a passage can hold, in the order in which they are asked."""
    words, rows, free = _hooks()
    hooked = {row for hook, _, _ in words.find_matches_as_indexes(text.lower(), overlapping=True) for row in rows[hook]}
    every = expressions()
    return [every[row] for row in sorted(hooked | free)]


def hooks(says: str) -> tuple[str, ...]:
    """Pieces of which one stands in all that a pattern of times.toml finds: "week ago" of "(a|one) week ago"."""
    text, groups = _flat(says)
    if held := next((filled for hole, filled in HOLES.items() if hole in text), None):
        return held
    wordings = [_pieces(text), *(_pieces(group) for n, group in enumerate(groups) if f"{OPEN}{n}{SHUT}" in text)]
    return max(wordings, key=lambda pieces: min(len(piece.strip()) for piece in pieces))


def _flat(says: str) -> tuple[str, list[str]]:
    """A pattern without what need not stand there, a number in the place of each choice, and the choices."""
    text = says
    groups: list[str] = []
    while (bare := OPTIONAL.sub(GAP, text)) != text or ONE_OF.search(bare):
        group = ONE_OF.search(bare) if bare == text else None
        text = f"{bare[: group.start()]}{OPEN}{len(groups)}{SHUT}{bare[group.end() :]}" if group else bare
        groups += [group[1]] if group else []
    return text, groups


def _pieces(choice: str) -> tuple[str, ...]:
    """Of each of several wordings the longest run of plain letters and spaces. A letter that need not stand there ends one."""
    plain = re.sub(r"\{\w+\}|\\.|\[[^\]]*\]|.\?", GAP, choice)
    return tuple(max(re.split(r"[^a-z' |]+", words), key=len) for words in plain.split("|"))


@lexicon.per_codebook
def _hooks() -> tuple[AhoCorasick, tuple[tuple[int, ...], ...], frozenset[int]]:
    """All pieces, and for each the rows of the expressions that it stands for; and the rows that have none to look for."""
    rows: dict[str, list[int]] = {}
    for row, expression in enumerate(expressions()):
        for piece in dict.fromkeys(piece for says in expression.says for piece in hooks(says)):
            rows.setdefault(piece, []).append(row)
    free = frozenset(rows.pop("", ()))
    return AhoCorasick(list(rows)), tuple(map(tuple, rows.values())), free
