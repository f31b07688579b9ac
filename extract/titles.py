"""Offices as texts and rosters write them, brought to one form: "finance minister" is "Minister of Finance".

Strings only: whether two wordings are one office, one party, one seat.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from extract import lexicon
from extract.lexicon import words
from extract.roster import Holding

OF = re.compile(r"^(?P<office>.+?) (?:of|for|in|to) (?:the )?(?P<of>.+)$")
SEAT = re.compile(r"^(?P<office>.+?) (?:for|from) (?:the )?(?P<of>.+)$")
CAPITAL = r"(?:St\.|[^\W\d_a-zà-ÿ][\w'’-]*)"
AFTER = re.compile(rf"^ (?:for|of) (?:the )?({CAPITAL}(?:(?: and| of| upon| on| the)* {CAPITAL})*)")
LEADS = {"leader", "co-leader", "whip", "president"}  # of a party, who holds what the roster may only call "Leader"
LISTS = ("chairs", "offices", "ranks")


@dataclass(frozen=True, slots=True)
class Title:
    """An office in lower case, and the place, portfolio or party that it is of."""

    office: str
    of: str = ""
    party: str = ""


def parse(name: str, party: str) -> Title | None:
    """ "the *Perth MP*", "the *Labour leader*", "the *Speaker*": the listed title that ends a name, and what precedes it."""
    parts = name.lower().split()
    at = next((n for n in range(len(parts)) if " ".join(parts[n:]) in _titles()), None)
    if at is None and party and (whose := OF.match(name.lower())) and same_party(whose["of"], party):
        return parse(whose["office"], party)  # "the *leader of the Labour Party*"
    if at is None:
        seat = SEAT.match(name.lower())
        found = parse(seat["office"], party) if seat else None
        return replace(found, of=seat["of"]) if seat and found and seated(found) and not found.of else None
    before = [w for w in parts[:at] if w not in words("offices", "honorifics") | {"mr", "madam", "madame"}]
    of = " ".join(before)
    if party and same_party(of, party):
        of = ""
    elif party and of.startswith(party.lower() + " "):
        of = of[len(party) + 1 :]
    office, house = _of_house(" ".join(parts[at:]).removeprefix("party "))
    return Title(office, of or house, party)


def _of_house(office: str) -> tuple[str, str]:
    """ "speaker of the house" as "speaker", "house"."""
    of = OF.match(office)
    return (of["office"], of["of"]) if of and of["of"] in words("offices", "houses") else (office, "")


def bearing(title: Title, holding: Holding) -> bool:
    """Whether the bearer of a title can be who holds that: the same seat, or the same office of the same thing."""
    if seated(title):
        same = bool(title.of) and same_place(title.of, holding.constituency)
        return same and not (title.party and holding.party and not same_party(title.party, holding.party))
    return same_office(title, holding.office, holding.party)


def seated(title: Title) -> bool:
    """Whether it is the title of somebody who sits for a place."""
    return title.office in words("offices", "seats")


def sole(title: Title) -> bool:
    """Whether one person holds it in one legislature."""
    return title.office in words("offices", "chairs", "offices")


def same_office(title: Title, office: str, party: str) -> bool:
    """ "Speaker" is "Speaker of the House of Representatives", never "Deputy Speaker"; "Labour leader" the "Leader" of Labour."""
    held = office.lower().strip().removeprefix("party ")
    if not held:
        return False
    explicit = OF.match(held.replace("secretary of state", "secretary"))
    if title.office == held:
        return _of_fits(title, "", party)
    if explicit and title.office == explicit["office"]:
        return _of_fits(title, explicit["of"], party)
    return any(
        head == other and mine and of_same(mine, theirs)
        for head, mine in _forms(title)
        for other, theirs in (_forms(Title(held)) + ([(explicit["office"], explicit["of"])] if explicit else []))
    )


def _of_fits(title: Title, of: str, party: str) -> bool:
    """What the two are of, where only one says it: an office that one person holds, of a house; a leader, of the own party."""
    if sole(title):
        return not title.of or (of_same(title.of, of) if of else title.of.lower() in words("offices", "houses"))
    mine = title.of or title.party
    if title.office.split()[-1] in LEADS and mine and same_party(mine, of or party):
        return True
    return bool(of) and of_same(mine, of)


def _forms(title: Title) -> list[tuple[str, str]]:
    """ "opposition leader" as "leader", "opposition"; with what stands before or behind a title taken for what it is of."""
    *first, last = title.office.split()
    of = OF.match(title.office)
    split = [(of["office"], of["of"])] if of else [(last, " ".join(first))] if first else []
    return [*split, *([(title.office, title.of)] if title.of else []), *([(title.office, title.party)] if title.party else [])]


def of_same(mine: str, theirs: str) -> bool:
    """ "health" is "health and social care"; never "mental health"."""
    short, long = mine.lower().strip(), theirs.lower().strip()
    return bool(short) and (short == long or long.startswith((f"{short} and ", f"{short}, ", f"{short} of ", f"{short} party")))


def same_party(one: str, other: str) -> bool:
    """ "Labour" is "New Zealand Labour Party", "Tory" is "Conservative", and of a party unheard of its initials are one name."""
    if not one or not other:
        return False
    if lexicon.party(one) == lexicon.party(other):
        return True
    short, long = sorted((_party(one), _party(other)), key=len)
    initials = {"".join(w[0] for w in name.lower().split() if w != "of") for name in (one, other) if len(name.split()) > 1}
    return bool(short) and (short == long[-len(short) :] or bool(initials & {one.lower(), other.lower()}))


def _party(name: str) -> list[str]:
    """The words of a party without "the", "Party" and what stands behind "of"."""
    return lexicon.party(re.sub(r"^the |( party)?( of .*)?$", "", name.lower().strip())).split()


def same_place(one: str, other: str) -> bool:
    """Whether two constituencies are one: accents, marks and case aside."""
    return bool(other) and folded(one.replace("-", " ")) == folded(other.replace("-", " "))


def place_after(text: str) -> str:
    """The place or portfolio that goes on a title: "the member* for Lalor*", "the Speaker* of the House*"."""
    found = AFTER.match(text)
    return re.sub(r"['’]s$", "", found[1]).rstrip("'’") if found else ""


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, stops and capitals: newspapers write "Tamati" for "Tāmati"."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return tuple("".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "").split())


def only_title(name: str) -> bool:
    """Whether a name is none but a title: "a Labour MP" is nobody's name."""
    return parse(name, "") is not None


def named_in(form: str) -> set[str]:
    """The titles in a form of a name, each as long as it can be: "Deputy Speaker Jo Lind" holds no "speaker"."""
    parts, at = form.lower().replace(",", " ").split(), 0
    found: set[str] = set()
    while at < len(parts):
        end = next((n for n in range(len(parts), at, -1) if " ".join(parts[at:n]) in _titles()), at + 1)
        title = " ".join(parts[at:end])
        found |= {_of_house(title)[0]} if title in _titles() else set()
        at = end
    return found


def presides(office: str) -> bool:
    """Whether an office of a roster is that of who presides over the house: no deputy, and no committee's chair."""
    held = office.lower()
    of = OF.match(held)
    if "committee" in held or held.startswith(("deputy", "assistant", "acting")):
        return False
    return held in words("offices", "chairs") or bool(of and of["office"] in words("offices", "chairs"))


@lexicon.per_codebook
def _titles() -> frozenset[str]:
    return frozenset().union(*(words("offices", key) for key in LISTS))
