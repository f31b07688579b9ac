"""Who holds the rank that a text names without a name: "the *MP*", "the *Labour leader*", "the *veteran*"."""

from __future__ import annotations

from collections.abc import Iterable

from extract.affiliations import seats_of
from extract.lexicon import words
from extract.mention import Mention
from extract.naming import Part, comes_back, party_key

MEMBERS = words("legislatures", "members") | {"politician", "veteran", "firebrand", "man", "woman"}
LEADERS = {"leader", "co-leader", "party leader"}


def of_rank(parts: Iterable[Part], mention: Mention) -> list[Part]:
    """The people who are known to hold the rank that a mention names, in the party that it names."""
    rank, seats = rank_of(mention), frozenset(seats_of(mention))
    party = mention.party or ("" if mention.seat else next((m for m in mention.modifiers if m[0].isupper()), ""))
    mine = (p for p in parts if not party or _in_party(p, party) or seats & p.seats)
    return [part for part in mine if _has_rank(part, mention, rank, seats)]


def _has_rank(part: Part, mention: Mention, rank: str, seats: frozenset[str]) -> bool:
    """Whether a person is known to hold a rank, for one of these seats where the mention names one."""
    titles = {t for t, _ in part.titles}
    if rank in MEMBERS:
        seated = seats & part.seats if mention.seat else part.seats
        return (
            bool(seated)
            or (not mention.seat and bool(titles & MEMBERS))
            or (not mention.seat and bool(part.party) and not titles & words("offices", "chairs"))
        )
    if party_key(rank) == party_key(part.party):
        return True
    if rank in LEADERS:
        whole = not (mention.party or mention.modifiers)  # "the *Leader*" of the Opposition
        return bool(titles & (LEADERS | {rank})) or (whole and any("leader" in t.split() for t in titles))
    if rank == "minister" and any(t.split()[-1] in words("offices", "ministers") for t in titles):
        return True
    return any(t == rank or t.endswith(f" {rank}") for t in titles)


def charges_of(part: Part) -> set[str]:
    """The posts of somebody, each with what it is of: "water minister"."""
    return {" ".join((*modifiers, title)).lower() for title, modifiers in part.titles}


def _in_party(part: Part, party: str) -> bool:
    said = {party_key(part.party)} | {m for _, modifiers in part.titles for m in modifiers}
    return party_key(party) in said or party.lower() in said


def rank_of(mention: Mention) -> str:
    """The rank that a mention names; what only comes back to somebody names no more than "the *veteran*" does."""
    return "veteran" if comes_back(mention) else mention.office.lower()


def plain(mention: Mention) -> bool:
    """ "the *member*", "the *MP*": a rank that any of those in the House holds, of no party or place."""
    return rank_of(mention) in MEMBERS and not mention.party and not mention.seat and not mention.modifiers
