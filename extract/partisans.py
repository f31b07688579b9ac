"""Parties that no list knows: by what the article says of them. "The Unity Congress (*UC*)", "*UC* lawmakers", then "the *UC*".

And words that are parties in one article and something else in the next: *National*, the *Congress*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extract import lexicon
from extract.document import Document
from extract.lexicon import words
from extract.mention import Mention

CAPITAL = r"[^\W\d_a-zà-ÿ][\w'’-]*"
NAME = rf"{CAPITAL}(?:\s+(?:(?:of|for|and|the|de)\s+){{0,2}}{CAPITAL})+['’]?"
EXPANDED = re.compile(rf"({NAME})\s*\(([A-Z][A-Za-z]{{1,6}})\)")
OWNED = re.compile(
    rf"((?:{CAPITAL}\s+){{0,3}}{CAPITAL}(?:['’]s|s['’])\s+(?:{CAPITAL}\s+){{0,2}}(?:Party|Alliance|Front|Movement|League|Union))\b"
)
SIDED = re.compile(r"^(?:opposition|ruling|governing)\s+", re.IGNORECASE)
SHORT = re.compile(r"[A-Z]{2,6}")
SHORTS = re.compile(r"(?<![\w.-])[A-Z]{2,6}(?![\w-])")
# "*members* of the opposition *Civic Renewal Party*"
SITTING = re.compile(
    rf"\b(\w+)\s+(?:of|from)\s+(?:the\s+)?(?:(?:opposition|ruling|governing|main|minority|majority)\s+)?({NAME})"
)
SIDES = re.compile(r"\b(?:opposition|ruling|governing|party)\s+(?:the\s+)?$", re.IGNORECASE)


def partisan(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """The mentions with all parties told of: those that are other words elsewhere, and those that only the article names."""
    yield from _spelled(document, [*_common(document, found)])


def _common(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """The *Congress* whose leaders and MPs the article names is a party, not a house; so is *National*, no name."""
    common = set(lexicon.forms("parties", "common")) - set(lexicon.forms("parties", "surnames"))
    parties = {m.party for m in found if m.party} | _beside_parties(document, found)
    parties &= common
    alone = [m for m in found if m.kind in {"name", "house", "group"} and m.text in parties]
    bare = {m.start for m in alone}
    taken = {n for m in found if m not in alone for n in range(m.start, m.end)}
    yield from (m for m in found if m not in alone)
    for token in (t for t in document.doc if t.text in parties and t.i not in taken) if parties else ():
        beside = [t for t in document.doc[max(token.i - 1, 0) : token.i + 2] if t.i != token.i and t.pos_ == "PROPN"]
        if token.i in bare or not any(t.text[0].isupper() for t in beside):
            definite = token.i > 0 and document.doc[token.i - 1].lower_ == "the"
            yield Mention("party", token.i, token.i + 1, token.i, token.text, party=token.text, definite=definite)


def _beside_parties(document: Document, found: list[Mention]) -> set[str]:
    """Names in one row with parties: "Labour and *National*"."""
    row = sorted(found, key=lambda m: m.start)
    pairs = [pair for pair in pairwise(row) if sum(m.kind == "party" for m in pair) == 1]
    joined = [(a, b) for a, b in pairs if {t.lower_ for t in document.doc[a.end : b.start]} <= {",", "and", "or", "the"}]
    return {m.text for pair in joined for m in pair if m.kind in {"name", "group"}}


def _spelled(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """The mentions with every place where a party is named that the article itself makes known, under its full name."""
    full = {**{short: short for short in _shorts(found)}, **_spelled_out(document, found), **_expanded(document, found)}
    whole = {" ".join(m[1].removeprefix("The ").split()) for m in OWNED.finditer(document.text)} | set(_sitting(document))
    names = {form: full.get(form, form) for form in {*full, *full.values(), *whole}}
    places = [*_places(document, names)]
    found = [_named_in_full(m, full) for m in found]
    ends = {start: end for start, end, _ in places}
    wider = [any(_holds(m, at, ends[at]) for at in range(m.start, m.end) if at in ends) for m in found]
    covered = {n for a, b, _ in places for n in range(a, b)}
    taken = {n for m, wide in zip(found, wider, strict=True) if wide for n in range(m.start, m.end)}
    yield from (m for m, wide in zip(found, wider, strict=True) if wide or covered.isdisjoint(range(m.start, m.end)))
    for start, end, party in places:
        if taken.isdisjoint(range(start, end)):
            span = document.doc[start:end]
            definite = start > 0 and document.doc[start - 1].lower_ == "the"
            yield Mention("party", start, end, span.root.i, " ".join(span.text.split()), party=party, definite=definite)


def _holds(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention says a party's name and more, or names the party itself."""
    return end <= mention.end and bool(mention.party or mention.end - mention.start > end - start)


def _named_in_full(mention: Mention, full: dict[str, str]) -> Mention:
    """ "*JSD* member Ann Hale" is of the party that the article writes out; "*Opposition Jan Sewa Dal*" is that party."""
    if mention.kind == "party" and (bare := SIDED.sub("", mention.party)) in full.values():
        return replace(mention, party=bare, text=SIDED.sub("", mention.text))
    short = mention.party or next(iter(mention.modifiers), "")
    return replace(mention, party=full[short]) if short in full else mention


def _expanded(document: Document, found: list[Mention]) -> dict[str, str]:
    """The parties whose short form the article gives in brackets: "Jan Sewa Dal (*JSD*)"."""
    shorts, known = _shorts(found), set(lexicon.forms("parties", "parties"))
    full: dict[str, str] = {}
    for match in EXPANDED.finditer(document.text):
        parts, short = match[1].split(), match[2]
        rows = (parts[n:] for n in range(len(parts) - 1))
        name = next((row for row in rows if "".join(w[0] for w in row if w[0].isupper()) == short.upper()), None)
        if name is None or short in known or " ".join(name) in known:
            continue
        before = document.text[: match.start(1)] + match[1][: len(match[1]) - len(" ".join(name))]
        if short in shorts or {w.lower() for w in name} & words("parties", "nouns") or SIDES.search(before):
            full[short] = " ".join(name)
    return full


def _spelled_out(document: Document, found: list[Mention]) -> dict[str, str]:
    """The parties whose short form stands elsewhere than beside the name: "Members of the *Jan Sewa Dal* ... *JSD* MPs"."""
    shorts, known = _shorts(found), set(lexicon.forms("parties", "parties")) | words_as_written()
    told = {m[0] for m in SHORTS.finditer(document.text)} - known
    runs = {tuple(m[0].split()) for m in re.finditer(NAME, document.text)} if told else set()
    initialled = _initialled(runs)
    full: dict[str, str] = {}
    for short in told:
        rows = initialled.get(short, set())
        partial = {row for row in rows if short in shorts or _party_noun(row)}
        if len(rows) == 1 and partial and not rows & known:
            full[short] = rows.pop()
    return full


def _initialled(runs: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """The words at the end, or all, of runs of names, by their first letters; of one run the longest of the same letters."""
    rows: dict[str, set[str]] = {}
    for run in runs:
        own: dict[str, str] = {}
        for n in range(len(run) - 1):
            own.setdefault("".join(w[0] for w in run[n:] if w[0].isupper()), " ".join(run[n:]))
        for short, row in own.items():
            rows.setdefault(short, set()).add(row)
    return rows


def _party_noun(name: str) -> bool:
    """Whether the last word of a name says that it is a party's: "Jan Sewa *Dal*"."""
    return name.split()[-1].lower() in words("parties", "nouns")


def _sitting(document: Document) -> Iterator[str]:
    """Parties by those who sit for them: "lawmakers from the governing *Island Democrats*"."""
    for match in SITTING.finditer(document.text):
        if match[1].lower() in words("offices", "member_groups") and _party_noun(name := " ".join(match[2].split())):
            yield name


def _shorts(found: list[Mention]) -> set[str]:
    """Short forms that stand before members, leaders or benches: "*JSD* legislators", "the *JSD* whip"."""
    titled = [m for m in found if m.kind in {"group", "rank", "name"} and m.modifiers]
    told = {m.modifiers[0] for m in titled if m.kind != "group" or m.office in words("offices", "groups")}
    return {w for w in told if SHORT.fullmatch(w) and w not in words_as_written()} - set(lexicon.forms("parties", "parties"))


def words_as_written() -> frozenset[str]:
    """Short forms of countries, states and bodies that are no parties."""
    return frozenset(lexicon.forms("parties", "never"))


def _places(document: Document, names: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where those names stand, as tokens, with the party that each means; the longest first, none in another."""
    if not names:
        return
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{either})(?![\w-])", document.text):
        span = document.doc.char_span(*match.span())
        if span is not None:
            yield span.start, span.end, names[" ".join(match[0].split())]
