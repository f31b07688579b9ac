"""What stands around a mention and says whose seat, party or former office it is: "Ana Reyes *(Labor)*", "the MP *for Lalor*".

A person is met under a name here and under a seat or a party there; these phrases are what ties the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Document
from extract.lexicon import forms, words
from extract.mention import Mention

FORMER = {"former", "ex", "then", "onetime", "one-time", "erstwhile", "past", "late"}
# Party letters as the press of the United States Congress and of the House of Commons prints them behind a name.
LETTERS = {"r": "Republican", "d": "Democrat", "con": "Conservative", "lab": "Labour", "ld": "Liberal Democrat"}
PLACE = r"(?:[^\W\d_a-z][\w'’.-]*)(?:(?:[ -](?:of|upon|under|on|the|de|la|and the))*[ -][^\W\d_a-z][\w'’-]*)*"
BRACKET = re.compile(r"\s*\(([^()\n]{1,60})\)")
# A seat ends with its sentence: "the MP from the *House. Ms Hale* left" names none.
TOWN = r"(?:(?:St|Mt)\. )?" + PLACE.replace("’.-", "’-", 1)
STATE = re.compile(rf",?\s*\(?\b([RDI])[-–]({TOWN})\)?")
SEAT = re.compile(rf"\s+(?:for|from)\s+(?:the\s+)?({TOWN})")
SITS = re.compile(rf",?\s+who\s+(?:represents|represented|sits\s+for|is\s+the\s+\w+\s+for)\s+({PLACE})")
PRESIDES = re.compile(
    r",?\s+(?:who\s+(?:was|is)\s+)?(?:in\s+the\s+(?:(\w+)['’]s\s+)?chair|presiding|chairing\s+the)\b"
    r"|,?\s+who\s+(?:presides|presided|wields\s+the\s+gavel)\b|['’]s\s+(?:gavel|ruling)\b"
    r"|,?\s+(?:keeping|occupying|filling|warming)\s+the\s+(?:\w+['’]s\s+)?(?:chair|seat)\b"
)
# "the *Lalor MP*", "the member *for Lalor*", "*YB Lalor*"
SEATED = r"\b(?:[Mm]ember for|YB) {0}\b|\b{0} (?:MP|MLA|MPA|TD|member|lawmaker|legislator)\b"
SHORT = re.compile(r"\s*\([A-Z][\w&.-]{1,9}\)\s*")  # "(NDC)"
OWN = re.compile(r",?\s+(?:of|from)\s+(?:the\s+)?$")
SEPARATORS = re.compile(r"[,;/–]|\s-\s")
JOINED = re.compile(r"-(?=[A-ZÀ-Þ])")  # "(Labour-Perth)", not "(Rivière-du-Nord)"


def affiliated(document: Document, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with what is said beside them; the places and parties that only say it are no mentions of their own."""
    out: list[Mention] = []
    until = 0  # the token up to which a phrase has been read as part of the mention before it
    for n, mention in enumerate(found):
        if mention.start < until:
            continue
        mention = replace(mention, former=_former(document, mention))
        if (members := _members(document, mention, found[n + 1 : n + 3])) is not None:
            out.append(members)
            until = members.end
            continue
        if mention.kind == "name":
            mention, until = _named(document, mention)
            follower = found[n + 1] if n + 1 < len(found) else None
            if follower is not None and follower.kind == "party" and not mention.party and _owns(document, mention, follower):
                mention = replace(mention, party=follower.party)
        elif (
            mention.kind == "rank"
            and n + 1 < len(found)
            and found[n + 1].kind == "party"
            and _owns(document, mention, found[n + 1])
        ):
            mention, until = replace(mention, end=found[n + 1].end, party=mention.party or found[n + 1].party), found[n + 1].end
        elif mention.kind == "rank" and (seat := _seat(document, mention)):
            mention, until = _seated(document, mention, seat)
        out.append(mention)
    return tuple(_by_seat(out))


def _by_seat(found: list[Mention]) -> Iterator[Mention]:
    """ "Teh (Lalor) rose. '*YB Lalor*, sit down'": whom an honorific calls by the seat that the article gives somebody."""
    seats = {m.seat.lower() for m in found if m.seat}
    for mention in found:
        name = " ".join(mention.name)
        if name.lower() in seats and not mention.office and mention.text != name:
            mention = replace(mention, kind="rank", office="member", seat=name, name=(), definite=True)
        yield mention


def _members(document: Document, party: Mention, after: tuple[Mention, ...]) -> Mention | None:
    """ "*National Democratic Congress (NDC) MPs*": the people of a party whose short form stands between."""
    group = next((m for m in after if m.kind == "group"), None)
    if group is None or not (party.kind == "party" or (party.kind == "name" and not party.office)):
        return None
    if SHORT.fullmatch(document.text, _end(document, party), document.doc[group.start].idx) is None:
        return None
    text, name = f"{party.text} {group.text}", party.party or party.text
    whole = document.text[document.doc[party.start].idx : _end(document, group)]
    return replace(group, start=party.start, text=text, party=name, modifiers=(party.text,), definite=False, fuller=(whole,))


def _former(document: Document, mention: Mention) -> bool:
    """ "the *former* Speaker", "*ex*-minister Hale", "the *then* Speaker"."""
    before = [t.lower_ for t in document.doc[max(0, mention.start - 2) : mention.start] if t.text != "-"]
    return bool(mention.office) and bool(FORMER & {*before[-1:], *(m.lower() for m in mention.modifiers[:1])})


def _end(document: Document, mention: Mention) -> int:
    last = document.doc[mention.end - 1]
    return last.idx + len(last)


def _until(document: Document, mention: Mention, offset: int) -> int:
    """The first token behind an offset."""
    return next((t.i for t in document.doc[mention.end :] if t.idx >= offset), len(document.doc))


def _named(document: Document, mention: Mention) -> tuple[Mention, int]:
    """A name with its bracket, its state or its seat: "Kate Ferris *(Lalor, Labor)*", "Rep. Tom Alder, *R-Ohio*,"."""
    text, end = document.text, _end(document, mention)
    if state := STATE.match(text, end):
        party = LETTERS.get(state[1].lower(), "Independent")
        return replace(mention, party=mention.party or party, seat=state[2], sure=True), _until(document, mention, state.end())
    if bracket := BRACKET.match(text, end):
        party, seat = _bracketed(bracket[1], text)
        if party or (seat and mention.sure):
            mention = replace(mention, party=mention.party or party, seat=mention.seat or seat, sure=True)
            return mention, _until(document, mention, bracket.end())
    if sits := SITS.match(text, end):
        return replace(mention, seat=sits[1], sure=True), _until(document, mention, sits.end())
    if (presides := PRESIDES.match(text, end)) and not mention.office:
        return replace(mention, office=presides[1] or "chair"), 0
    return mention, 0


def _bracketed(inside: str, text: str) -> tuple[str, str]:
    """The party and the seat among the pieces between brackets; of two strange names the seat is that which the text calls so."""
    party, seats = "", []
    split = SEPARATORS.split(inside)
    for piece in map(str.strip, split if len(split) > 1 or re.search(r"-[a-z]", inside) else JOINED.split(inside)):
        known = LETTERS.get(piece.lower().rstrip("."), "")
        if piece in forms("parties", "parties") or known:
            party = party or known or piece
        elif re.fullmatch(PLACE, piece) and not piece.isupper():
            seats.append(piece)
    called = (s for s in seats if len(seats) > 1 and re.search(SEATED.format(re.escape(s)), text))
    seat = next(called, seats[0] if seats else "")
    rest = [s for s in seats if s != seat and s.split()[-1].lower() in words("parties", "nouns")]
    return party or next(iter(rest), ""), seat


def _owns(document: Document, mention: Mention, party: Mention) -> bool:
    """ "Tim Ross *of the National Party*"."""
    return OWN.fullmatch(document.text[_end(document, mention) : document.doc[party.start].idx]) is not None


def _seat(document: Document, mention: Mention) -> re.Match[str] | None:
    """The place that a rank sits for; nobody sits for the House that he is put out of."""
    seat = SEAT.match(document.text, _end(document, mention))
    return None if seat is None or seat[1].split()[0].lower() in words("offices", "houses") else seat


def _seated(document: Document, mention: Mention, seat: re.Match[str]) -> tuple[Mention, int]:
    """ "the member *for Lalor*": the seat belongs to the mention."""
    until = _until(document, mention, seat.end())
    text = document.text[document.doc[mention.start].idx : seat.end()]
    return replace(mention, seat=seat[1], text=text, end=until), until


def seats_of(mention: Mention) -> Iterator[str]:
    """The seats that a mention names: "the member for *Lalor*", "the *Lalor* MP"."""
    if mention.seat:
        yield mention.seat.lower()
    elif not mention.party and mention.office.lower() in words("offices", "ranks"):
        caps = [m for m in mention.modifiers if m[:1].isupper()]
        if caps:
            yield " ".join(caps).lower()


def past_the_office(between: list[str]) -> list[str]:
    """The words behind what a title is of: "the speaker *of the lower house, Ann Hale*", "the minister *for health, Lind*"."""
    comma = between.index(",") if "," in between else 0
    charged = between[:1] == ["for"] and set(between[1:comma]) <= words("offices", "portfolios") | {"and", "the"}
    housed = between[:1] == ["of"] and between[comma - 1] in words("offices", "houses")
    return between[comma:] if charged or housed else between
