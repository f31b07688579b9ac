"""Who holds an office by how the article introduces him: "*Kim Lind, minister for finance and planning,*" is finance minister.

A title before a name is known of it at once; what stands behind the name, or with "is", is read here, where no title answers.
"""

from __future__ import annotations

import re

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
    people = [p for p in state.parts.values() if p.kind == "person" and p.names]
    if text in LEADING and mention.text[0].isupper():  # "Opposition *Leader* Ann Hale ... the *Leader*"
        found = [p for p in people if any(t.split()[-1] in LEADING for t, _ in p.titles)]
    elif (told := _wordings(text, mention.office.lower())) is not None:
        found = [p for p in people if any(_called(state, m, told) for m in p.mentions if m.name)]
    else:
        return []
    return found if len(found) == 1 else []


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


def _called(state: State, mention: Mention, told: str) -> bool:
    """Whether an office stands right behind a name as what somebody is, or right before it: "*Minister of Finance* Kim Lind"."""
    doc, text = state.document.doc, state.document.text
    start, last = doc[mention.start].idx, doc[mention.end - 1]
    end = last.idx + len(last)
    behind, before = text[end : end + NEAR].lower(), text[max(0, start - NEAR) : start].lower()
    ahead = re.search(NOT_HELD + told + r"(?: and [\w-]+)?,? $", before) or re.match(told, mention.text.lower())
    return ahead is not None or re.match(IS + NOT_HELD + told, behind) is not None
