"""Who holds an office by how the article introduces him: "*Kim Lind, minister for finance and planning,*" is finance minister.

A title before a name is known of it at once; what stands behind the name, or with "is", is read here, where no title answers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part
from extract.state import State

NEAR = 90  # characters about a name in which it is said what somebody is
LEADING = {"leader"}
NOT_HELD = r"(?<!deputy )(?<!former )(?<!shadow )(?<!assistant )(?<!acting )(?<!ex-)"
# What may stand between a name and what somebody is.
IS = (
    r",? ?(?:who )?(?:is |was |as |has been |serves as |became )?(?:also |now |both )?(?:the |our |its |their )?"
    r"(?:[\w-]+ (?:[\w-]+ )?and )?"
)


def holder(state: State, mention: Mention) -> list[Part]:
    """The one named person whom the article introduces as who holds an office that no title gives anybody; else nobody."""
    text = mention.text.lower().removeprefix("the ")
    if not mention.definite or mention.party or not text:
        return []
    found: Iterable[Part] = ()
    if text in LEADING and mention.text[0].isupper():  # "Opposition *Leader* Ann Hale ... the *Leader*"
        found = (p for p in state.parts.values() if any(t.split()[-1] in LEADING for t, _ in p.titles))
    elif (told := _wordings(text, mention.office.lower())) is not None:
        found = _called(state, told)
    people = [p for p in found if p.kind == "person" and p.names]
    return people if len(people) == 1 else []


def _wordings(text: str, office: str) -> str | None:
    """An office as a pattern: "finance minister", "minister of finance", "minister for finance and planning"."""
    *of, head = text.split()
    if of and head in {"minister", "secretary", "spokesman", "spokeswoman", "spokesperson"} and of[0] not in {"prime", "chief"}:
        shadow = r"shadow " if of[0] == "shadow" else ""
        portfolio = re.escape(" ".join(of[bool(shadow) :]))
        if not portfolio:
            return None
        held = rf"{shadow}{head}(?: of state)? (?:of|for|in charge of|responsible for) (?:the )?(?:[\w-]+ and )?{portfolio}\b"
        return rf"(?:{held}|{shadow}{portfolio} {head}\b)"
    listed = office in words("offices", "offices") or office in words("offices", "ranks")
    return rf"{re.escape(text)}\b" if of and listed else None


def _called(state: State, told: str) -> list[Part]:
    """Those behind whose name an office stands as what they are, or before it: "*Minister of Finance* Kim Lind"."""
    if told not in state.introduced:
        ids = dict.fromkeys(id for hit in re.finditer(NOT_HELD + told, state.document.text, re.I) for id in _beside(state, hit))
        state.introduced[told] = [state.parts[id] for id in ids]
    return state.introduced[told]


def _beside(state: State, hit: re.Match[str]) -> Iterator[str]:
    """The bearers of the names right before and right behind an office, or that begin with it."""
    text, names = state.document.text, state.named
    n = bisect_left(names, (hit.start(),))
    if n and names[n - 1][1] <= hit.start() and re.fullmatch(IS, text[names[n - 1][1] : hit.start()][:NEAR], re.I):
        yield names[n - 1][2]
    if n < len(names) and names[n][0] == hit.start():
        yield names[n][2]
    after = bisect_left(names, (hit.end(),))
    if after < len(names) and re.fullmatch(r"(?: and [\w-]+)?,? ", text[hit.end() : names[after][0]][:NEAR], re.I):
        yield names[after][2]
