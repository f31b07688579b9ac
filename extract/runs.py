"""Words → runs of units: names are written as runs of capitals, honorifics and offices; this finds the runs, not who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.document import Document
from extract.lexicon import phrases, words

COMPASS = {"north", "south", "east", "west", "central"}
PARTICLES = {
    "de",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "binti",
    "ibn",
    "al",
    "el",
    "da",
    "dos",
    "del",
    "la",
    "le",
    "ap",
    "wa",
    "ole",
    "y",
    "ben",
    "di",
    "du",
    "mac",
}
LISTS = (
    ("party", "parties", "names"),
    ("chair", "offices", "chairs"),
    ("office", "offices", "offices"),
    ("group", "offices", "groups"),
    ("rank", "offices", "ranks"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One or more tokens written as one word: "Lees-Galloway"."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a run of words: a capitalised word, an honorific, or a phrase of an office, rank, group or party."""

    kind: str  # cap | hon | chair | office | rank | group | party
    start: int
    end: int
    text: str


def words_of(document: Document, start: int, end: int) -> Iterator[Word]:
    """Tokens joined where no space stands between them and a hyphen does."""
    doc, at = document.doc, start
    while at < end:
        stop = at + 1
        while (
            stop < end
            and not doc[stop - 1].whitespace_
            and (doc[stop].text == "-" or (doc[stop - 1].text == "-" and stop - 1 > at))
            and doc[stop].text.strip()
        ):
            stop += 1
        yield Word(at, stop, document.doc[at:stop].text)
        at = stop


def runs_of(document: Document, row: list[Word]) -> Iterator[list[Unit]]:
    """Maximal runs of units with nothing between them."""
    run: list[Unit] = []
    at = 0
    while at < len(row):
        unit, used = _unit(document, row, at, run[-1].kind if run else "")
        if unit is None:
            if run:
                yield run
            run, at = [], at + 1
            continue
        run.append(unit)
        at += used
    if run:
        yield run


def _unit(document: Document, row: list[Word], at: int, last: str) -> tuple[Unit | None, int]:
    """The unit that begins at a word, and how many words it takes."""
    for kind, length in _listed(row, at):
        if _fits(document, row, at, length, kind):
            return Unit(kind, row[at].start, row[at + length - 1].end, " ".join(w.text for w in row[at : at + length])), length
    word = row[at]
    if (
        word.lower in words("offices", "honorifics")
        and word.text[0].isupper()
        and at + 1 < len(row)
        and (row[at + 1].text[0].isupper() or row[at + 1].text == ".")
    ):
        return Unit("hon", word.start, word.end, word.text), 1
    particle = bool(last) and word.lower in PARTICLES and _leads_to_name(row, at)
    surname = last in {"hon", "rank", "cap"} and word.text[0].isupper() and word.lower in words("people", "calendar")
    compass = last == "cap" and word.text[0].isupper() and word.lower in COMPASS  # "the Bexley *North* MP"
    if capital(document, word) or particle or surname or compass:
        return Unit("cap", word.start, word.end, word.text), 1
    return None, 1


def _leads_to_name(row: list[Word], at: int) -> bool:
    """Whether only particles stand between a particle and a capital: "Piri *van der* Berg"."""
    rest = next((word for word in row[at:] if word.lower not in PARTICLES), None)
    return rest is not None and rest.text[0].isupper()


def _listed(row: list[Word], at: int) -> Iterator[tuple[str, int]]:
    """Which lists hold the words from here on, the longest phrase first."""
    found = []
    for kind, file, key in LISTS:
        for phrase in phrases(file, key).get(row[at].lower, ()):
            if len(phrase) <= len(row) - at and all(row[at + n].lower == part for n, part in enumerate(phrase)):
                found.append((len(phrase), kind))
                break
    yield from ((kind, length) for length, kind in sorted(found, key=lambda f: -f[0]))


def _fits(document: Document, row: list[Word], at: int, length: int, kind: str) -> bool:
    """Whether a listed phrase is meant as such here: a party is capitalised, "may" a rank only as a noun."""
    first, last = row[at], document.doc[row[at + length - 1].end - 1]
    if kind == "party":
        return first.text[0].isupper() and not (
            first.start == document.doc[first.start].sent.start and last.pos_ in {"VERB", "ADV", "ADP"}
        )
    if row[at + length - 1].lower == "ms":
        return first.text == "MS"
    if kind in {"chair", "office"} and at + length < len(row) and row[at + length].lower in {"'s", "'"}:
        follower = row[at + length + 1].lower if at + length + 1 < len(row) else ""
        return not follower.startswith("question")
    return last.pos_ in {"NOUN", "PROPN", "ADJ"} or first.text[0].isupper()


def capital(document: Document, word: Word) -> bool:
    """Whether a word is capitalised as a name is, not as the first word of a sentence is."""
    token = document.doc[word.start]
    follower = document.doc[word.end].lower_ if word.end < len(document.doc) else ""
    titled = follower in words("offices", "groups") | words("offices", "ranks")
    if titled and word.text[0].isupper() and word.lower in words("parties", "ambiguous"):
        return True
    if not word.text[0].isupper() or word.lower in words("people", "not_names") | words("people", "calendar"):
        return False
    if not re.match(r"^[^\W\d_]", word.text):
        return False
    if titled:
        return True
    opens = token.is_sent_start or (token.i and document.doc[token.i - 1].text in {'"', "'", ":"})
    return token.pos_ == "PROPN" or bool(token.ent_type_) or not opens
