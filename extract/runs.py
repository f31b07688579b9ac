"""Words → runs of units: names are written as runs of capitals, honorifics and offices; this finds the runs, not who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract import lexicon
from extract.charges import Word, charge, given_names, seat
from extract.document import Document
from extract.lexicon import words
from extract.tree import Doc, Token

SEATING = {"take", "leave", "vacate", "occupy", "assume"}  # one does so with a chair that is a piece of furniture
COMPASS = {"north", "south", "east", "west", "central"}
LETTERS = {"ms", "pm", "cm"}  # titles that are other words too where they stand in small letters
COUNTED = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty-[a-z]+")  # "*Twenty-one* members"
AGED = re.compile(r"\d\d-year-old")
LETTER = re.compile(r"[^\W\d_]")
PARTICLES = set("de van von der den bin binti ibn al el da dos del la le ap wa ole y ben di du mac".split())
FATHERLY = {"ap", "van", "von", "bin", "binti", "ibn"}  # of the particles those that mean nothing else before a capital
LISTS = (
    ("party", "parties", "parties"),
    ("chair", "offices", "chairs"),
    ("office", "offices", "offices"),
    ("group", "offices", "groups"),
    ("rank", "offices", "ranks"),
    ("hon", "offices", "honorifics"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a run of words: a capitalised word, an honorific, or a phrase of an office, rank, group or party."""

    kind: str  # cap | hon | chair | office | rank | group | party
    start: int
    end: int
    text: str


def words_of(document: Document, start: int, end: int) -> Iterator[Word]:
    """Tokens joined where no space stands between them and a hyphen does."""
    tokens, at = document.doc.tokens, start
    while at < end:
        stop = at + 1
        while (
            stop < end
            and not tokens[stop - 1].whitespace_
            and (tokens[stop].text == "-" or (tokens[stop - 1].text == "-" and stop - 1 > at))
            and tokens[stop].text.strip()
        ):
            stop += 1
        yield Word(at, stop, "".join(token.text for token in tokens[at:stop]))
        at = stop


def runs_of(document: Document, row: list[Word]) -> Iterator[list[Unit]]:
    """Maximal runs of units with nothing between them."""
    run: list[Unit] = []
    at = 0
    while at < len(row):
        unit, used = _unit(document, row, at, run) if _may_be_one(row[at]) else (None, 1)
        if unit is None:
            if run:
                yield run
            run, at = [], at + 1
            continue
        run.append(unit)
        at += used
    if run:
        yield run


def _may_be_one(word: Word) -> bool:
    """Whether a word can begin a unit: most words of a text are in small letters and in no list."""
    return not word.text[0].islower() or word.lower in PARTICLES or word.lower in _index()


def _unit(document: Document, row: list[Word], at: int, run: list[Unit]) -> tuple[Unit | None, int]:
    """The unit that begins at a word, and how many words it takes."""
    last = run[-1] if run else None
    for kind, length in _listed(row, at):
        if kind in {"party", "rank"} and (_surname(row[at], last) or _family(row, at, last)):
            continue
        if _fits(document, row, at, length, kind) and (kind != "party" or _partisan(row, at, length)):
            start, end = row[at].start, row[at + length - 1].end
            text = " ".join(document.doc[start:end].text.split())
            length += charge(row, at + length) if text.lower().split()[-1] in words("offices", "charged") else 0
            length += seat(row, at + length) if kind in {"rank", "office"} else 0
            return Unit(kind, start, row[at + length - 1].end, text), length
    word, before = row[at], last.kind if last else ""
    particle = bool(last) and word.lower in PARTICLES and _leads_to_name(row, at)
    surname = before in {"hon", "rank", "cap"} and word.text[0].isupper() and word.lower in words("people", "calendar")
    if capital(document, word) or particle or surname or _named(run, word) or _compass(row, at, before):
        return Unit("cap", word.start, word.end, word.text), 1
    return None, 1


def _named(run: list[Unit], word: Word) -> bool:
    """A capital behind a title or a given name is a name, whatever else the word may be: "Speaker Rose *Hall*"."""
    given = bool(run) and run[-1].kind == "cap" and run[-1].text.lower() in given_names()
    titled = given or any(unit.kind in {"hon", "rank", "chair", "office"} and unit.text[0].isupper() for unit in run)
    return titled and word.text[0].isupper() and word.lower not in words("people", "never_names", "calendar")


def _compass(row: list[Word], at: int, last: str) -> bool:
    """ "the Bexley *North* MP", "*North* Cork TD"."""
    followed = at + 1 < len(row) and row[at + 1].text[0].isupper()
    return row[at].text[0].isupper() and row[at].lower in COMPASS and (last == "cap" or followed)


def _leads_to_name(row: list[Word], at: int) -> bool:
    """Whether only particles stand between a particle and a capital: "Piri *van der* Berg"."""
    rest = next((word for word in row[at:] if word.lower not in PARTICLES), None)
    return rest is not None and rest.text[0].isupper()


@lexicon.per_codebook
def _index() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Listed phrases by their first word, longest first: kind, capitals asked for, all in lower case; without spaces."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for kind, file, key in LISTS:
        for form in lexicon.forms(file, key):
            joined, first = form.replace(" ", ""), form.split()[0].lower()
            for word in {first, first.rstrip(")"), re.split(r"\W", first)[0] or first}:  # "people" of "People's National Party"
                found.setdefault(word, []).append((kind, joined if kind == "party" else joined.lower(), joined.lower()))
    return {word: tuple(sorted(phrases, key=lambda p: -len(p[2]))) for word, phrases in found.items()}


def _listed(row: list[Word], at: int) -> Iterator[tuple[str, int]]:
    """Which lists hold the words from here on, the longest phrase first; "the *54-year-old*" is a rank too."""
    if AGED.fullmatch(row[at].text):
        yield "rank", 1
    for kind, written, phrase in _index().get(row[at].lower, ()):
        text, length = row[at].text, 1
        if written[0].isupper() and not text[0].isupper():
            continue
        while len(text) < len(phrase) and at + length < len(row):
            text, length = text + row[at + length].text, length + 1
        if text.lower() == phrase and all(c.isupper() for c, capital in zip(text, written, strict=True) if capital.isupper()):
            yield kind, length


def _partisan(row: list[Word], at: int, length: int) -> bool:
    """Whether a form that is another word too is meant as a party: "*Green* MP", "*National*'s Ann Hale"."""
    form = " ".join(word.text for word in row[at : at + length])
    ahead = [word.text for word in row[at + length : at + length + 2]]
    if form not in lexicon.forms("parties", "common"):
        return not (length > 1 and ahead[:1] == ["of"] and ahead[1:2] and ahead[1][0].isupper())  # "National Union of Teachers"
    if ahead and ahead[0].lower() in _beside():
        return True
    owns = ahead[:1] == ["'s"] and len(ahead) > 1 and ahead[1][0].isupper()
    return owns and form not in lexicon.forms("parties", "surnames")


def _surname(word: Word, last: Unit | None) -> bool:
    """Whether a form of a party stands where a surname does: "Mayor John *Tory*"."""
    titled = last is not None and last.kind in {"cap", "hon", "rank", "chair", "office"} and last.text[0].isupper()
    return titled and word.text in lexicon.forms("parties", "surnames")


def _family(row: list[Word], at: int, last: Unit | None) -> bool:
    """Whether a short title stands where a surname does: "Kakoli *Sen*", "Mr *Sen*", not "Florida *Sen* Ann Hale"."""
    if last is None or last.kind not in {"cap", "hon", "rank"} or not last.text[0].isupper() or not row[at].text.istitle():
        return False
    more = at + 1 < len(row) and row[at + 1].text[0].isupper() and last.text.lower() not in given_names()
    return not more and row[at].lower in words("people", "titles_as_surnames")


@lexicon.per_codebook
def _beside() -> frozenset[str]:
    """What a party's name stands before: titles of members and posts, and their plurals."""
    titles = words("legislatures", "members", "upper", "posts")
    return titles | {lexicon.plural(title) for title in titles} | words("legislatures", "beside")


def _fits(document: Document, row: list[Word], at: int, length: int, kind: str) -> bool:
    """Whether a listed phrase is meant as such here: a verb that opens a sentence is no party, "may" a rank only as a noun."""
    first, last = row[at], document.doc[row[at + length - 1].end - 1]
    if kind == "party":
        return not (first.start == document.doc[first.start].sent.start and last.pos_ in {"VERB", "ADV", "ADP"})
    if kind == "hon":
        return (
            first.text[0].isupper()
            and at + length < len(row)
            and (row[at + length].text[0].isupper() or row[at + length].text == "." or _descends(row, at + length))
        )
    if AGED.fullmatch(first.text):
        before, after = document.doc[max(0, first.start - 1)], document.doc[min(first.end, len(document.doc) - 1)]
        return before.lower_ == "the" and after.pos_ not in {"NOUN", "PROPN", "ADJ"}
    if last.lower_ in LETTERS:
        return last.text.isupper()
    if kind in {"chair", "office"} and at + length < len(row) and row[at + length].lower in {"'s", "'"}:
        follower = row[at + length + 1].lower if at + length + 1 < len(row) else ""
        return not follower.startswith("question")
    if kind == "rank" and last.lower_ in {"man", "woman"}:
        return at > 0 and row[at - 1].text[0].isupper() and row[at - 1].lower not in {"the", "a", "an"}
    if kind == "rank" and last.pos_ == "ADJ" and first.lower in words("offices", "partisans"):
        return first.text[0].isupper()  # "a *liberal* Britain" is nobody
    used = last.pos_ not in {"VERB", "AUX", "ADV", "ADP"} or last.dep_ in {"obl", "obl:agent"}  # "from the *backbenches*"
    return used or first.text[0].isupper()


def _descends(row: list[Word], at: int) -> bool:
    """ "Mr *ap* Huw", "Ms *van der* Berg": a surname that a particle opens."""
    return row[at].text in FATHERLY and _leads_to_name(row, at)


def no_one(document: Document, units: list[Unit]) -> bool:
    """Whether words for people mean none here: "was *in the chair*", "*took the chair*", "the House *of Representatives*"."""
    start, word = units[0].start, units[-1].text.lower()
    if word in words("people", "anybody"):  # "*everyone* in the gallery", "sent *everyone* out": those who sit there
        last = document.doc[units[-1].end - 1]
        placed = last.i + 1 < len(document.doc) and last.nbor().lower_ in {"in", "on", "at", "from"}
        return last.dep_ not in {"obj", "nsubj:pass"} and not placed
    if len(units) > 1 or start < 2:
        return False
    one, two = document.doc[start - 2], document.doc[start - 1]
    if word == "chair" and two.lower_ == "the":
        return one.lower_ in {"in", "into"} or (one.pos_ == "VERB" and one.lemma_ in SEATING)
    return units[-1].kind == "group" and two.lower_ == "of" and one.lower_ in {"house", "chamber"} and units[-1].text[0].isupper()


def houses_of(document: Document) -> Iterator[tuple[int, int]]:
    """Where the text names a house by several words: "the *Lok Sabha*"; one that "House" begins is found by that."""
    doc, single, phrases = document.doc, words("offices", "houses"), lexicon.phrases("offices", "houses")
    for token in doc:
        for phrase in phrases.get(token.lower_, ()):
            end = token.i + len(phrase)
            named = token.text[0].isupper() or (token.i > 0 and doc[token.i - 1].lower_ == "the")
            if len(phrase) > 1 and phrase[0] not in single and named and [t.lower_ for t in doc[token.i : end]] == [*phrase]:
                yield token.i, end
                break


@lexicon.per_codebook
def _titles() -> frozenset[str]:
    """Words for members and groups of them."""
    return words("offices", "groups", "ranks")


def _before_surname(document: Document, word: Word) -> bool:
    """Whether a word that is mostly no name is a given name here: "*Bill* Marlowe", "*June* Hale", not "the *Bill* Committee"."""
    if word.lower not in given_names() or word.end >= len(document.doc):
        return False
    token, after = document.doc[word.start], document.doc[word.end]
    led = word.start > 0 and document.doc[word.start - 1].lower_ in {"the", "a", "an", "this", "that"}
    joined = (after.head == token and after.dep_ == "flat") or token.ent_type_ == after.ent_type_ == "PERSON"
    return joined and after.is_title and after.is_alpha and not led


def _things(document: Document, token: Token) -> bool:
    """ "suspended *Sittings*", "*Hostilities* resumed": a plural that house style writes with a capital, and nobody's surname."""
    if (token.tag_, token.pos_) != ("NNS", "NOUN") or token.lower_ in given_names() or token.dep_ in {"compound", "flat"}:
        return False
    around = (*token.doc[max(0, token.i - 1) : token.i], *token.doc[token.i + 1 : token.i + 2])
    named = any(t.text[0].isupper() and t.pos_ == "PROPN" for t in around)
    return not (named or token.lower_ in _titles() or token.text.isupper() or token.text in _surnames(document.doc))


@lru_cache(maxsize=1)
def _surnames(doc: Doc) -> frozenset[str]:
    """The words that the article writes behind a given name or a title: "Simon *Bridges*", "Mr *Banks*"."""
    known = given_names() | words("offices", "honorifics")
    return frozenset(b.text for a, b in pairwise(doc) if b.text[0].isupper() and a.text[0].isupper() and a.lower_ in known)


def capital(document: Document, word: Word) -> bool:
    """Whether a word is capitalised as a name is, not as the first word of a sentence is."""
    if not word.text[0].isupper() or LETTER.match(word.text) is None or COUNTED.fullmatch(word.lower):
        return False
    if word.lower in words("people", "not_names", "calendar") and not _before_surname(document, word):
        return False
    token = document.doc[word.start]
    if word.lower in words("people", "owned") or _things(document, token):
        return False
    after = document.doc[word.end].text if word.end < len(document.doc) else ""
    if after.lower() in _titles() or (after in FATHERLY and document.doc[word.end + 1 :][:1].text[:1].isupper()):
        return True
    if word.lower in given_names() and token.tag_ != "MD" and (after[:1].isupper() or after in PARTICLES):
        return True
    if (
        (quoted := token.i > 0 and token.nbor(-1).text in {'"', "'"})
        and after.lower() in words("people", "told")
        and word.lower in lexicon.verbs()
    ):
        return False  # "'*Expel* him!'"
    opens = token.is_sent_start or quoted or (token.i and document.doc[token.i - 1].text in {'"', "'", ":"})
    return token.pos_ == "PROPN" or bool(token.ent_type_) or not opens or word.text in document.proper
