"""Two mentions of one person side by side: "Okoro, the ACT leader," and "the Speaker, Jane Hale,"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.affiliations import past_the_office
from extract.document import Document
from extract.grammar import preposition
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import identified

FINITE = {"VBD", "VBZ", "VBP", "MD"}
STILL = {"for", "still", "now", "again", "currently", "then", "today", "yesterday", "presently"}
OWNERS = {"their", "its", "our", "his", "her"}  # "Hale, *their* deputy leader,"
CHAMBERS = {"upper", "lower", "state", "national", "federal", "provincial"}  # before "house": "the *upper* house"
TIME = 8  # words between a name and its office, with how long it is held


def apposed(document: Document, mentions: Sequence[Mention], n: int) -> tuple[int, int] | None:
    """The indices of a name and of the title beside it, where a mention and the next are such."""
    if not 0 <= n < len(mentions) - 1:
        return None
    owned = mentions[n + 1].text.lower() in OWNERS and mentions[n + 2 :][:1] and mentions[n + 1].end == mentions[n + 2].start
    of_it = owned or mentions[n + 1].kind == "house" or _placed(document, mentions[n], mentions[n + 1])
    behind = n + 1 + bool(of_it and n + 2 < len(mentions))  # "the Speaker of *it*, Hale", "the mayor of *Carrow*, Hale"
    first, second = mentions[n], mentions[behind]
    index, other = (n, behind) if first.kind == "name" else (behind, n)
    name, title = mentions[index], mentions[other]
    fits = name.kind == "name" and title.kind in {"office", "rank", "someone"} and not title.plural
    if of_it and not owned and _says(document, name):
        return None  # "denounced the mayor of Carrow, *Ann Hale said*"
    if not fits or not (_beside(document, first, second) or (first is title and identified(document, first, second))):
        return None
    return index, other


def entitled(document: Document, mentions: Sequence[Mention], n: int) -> bool:
    """Whether a title beside a bare name of two words makes it a person's: "*Zoe Parr*, the health secretary,"."""
    pairs = (apposed(document, mentions, k) for k in (n - 2, n - 1, n))
    return len(mentions[n].name) > 1 and any(pair is not None and pair[0] == n for pair in pairs)


def _of_a_house(between: list[str]) -> bool:
    """Whether only the house that an office is of stands before the name: "opposition leader *in the upper house* Ann Hale"."""
    if not 2 < len(between) < 5 or between[0] not in {"in", "of"} or between[1] != "the":
        return False
    return between[-1] in words("offices", "houses") and set(between[2:-1]) <= CHAMBERS


def _beside(document: Document, first: Mention, second: Mention) -> bool:
    """Whether only a comma and an article stand between two mentions, and the second ends its phrase."""
    doc = document.doc
    placed = _place([t.text for t in doc[first.end : second.start]])
    if second.kind == "name" and _of_a_house([t.lower_ for t in doc[first.end : second.start]]):
        return True
    between = _without_time(past_the_office([t.lower_ for t in doc[first.end + placed : second.start]]))
    after = doc[second.end].lower_ if second.end < len(doc) else "."
    if not between or between[0] not in {",", "(", "-"} or len(between) > 3:
        return False
    if not set(between[1:]) <= {"the", "a", "an", "then", "former", "'s"} | OWNERS:
        return False
    if after in {",", ".", ")", "-", "for", "of", "who", "from", ";", "in"}:
        return True
    # "Speaker, Ann Hale" opens a clause; "Ejected by the Speaker, *Tom Marlowe* went home" goes on with another's, and so does
    # "After two warnings from the Speaker, *Tom Marlowe* was named"
    ahead = {t.pos_ for t in doc[max(0, first.start - 2) : first.start] if not t.is_punct}  # "closed *round the* President"
    fronted = bool(preposition(doc[first.head]) or "ADP" in ahead) and doc[second.end].tag_ in FINITE
    return second.kind == "name" and first.definite and doc[first.head].head.dep_ != "advcl" and not fronted


def _says(document: Document, name: Mention) -> bool:
    """Whether a name does what stands right behind it: "*Ann Hale* told the House"."""
    after = document.doc[name.end] if name.end < len(document.doc) else None
    return after is not None and after.tag_ in {"VBD", "VBZ", "VBP"} and document.doc[name.head].head == after


def _placed(document: Document, office: Mention, place: Mention) -> bool:
    """Whether a name is the place that an office is of."""
    between = [t.lower_ for t in document.doc[office.end : place.start]]
    return office.kind != "name" and place.kind == "name" and between in (["of"], ["of", "the"])


def _place(between: Sequence[str]) -> int:
    """How many words before a comma say of what place somebody holds an office: "the mayor *of Carrow*, Ann Hale,"."""
    comma = between.index(",") if "," in between else 0
    named = all(word.istitle() or word in {"the", "and", "of"} for word in between[1:comma])
    return comma if comma > 1 and between[0] == "of" and named else 0


def _without_time(between: list[str]) -> list[str]:
    """What stands between a name and its office, less how long it is held: "Levin, *for a few more hours* the Speaker"."""
    timed = between[:1] == [","] and between[1:2] and between[1] in STILL and between[-1] == "the" and len(between) <= TIME
    return [",", "the"] if timed and "," not in between[1:] else between
