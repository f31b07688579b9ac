"""Lines whose capitals are lost, as archives keep them in small letters and wires in capitals: put back where names stand.

All else reads who is who by capitals. One letter for one, so that every offset stays the article's own; what was a name and what
a word is told by lists of both (`known_words`, `lemmas`), by titles and initials before it, and by nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, Protocol

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language

from extract import lexicon

Sort = Literal["name", "either", "word", "initials"]
KNOWN, LEMMAS = "known_words", "lemmas"  # the parts of a pipeline that have the lists

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FEWEST = 12  # words of a line in small letters that show its capitals to be lost; a headline in capitals shows it with fewer
SHOUTED = 4
LONGEST_RANK = 5  # letters of a rank in initials
SHORTEST = 3  # letters of a name; shorter ones stand behind a title or an initial
ONE_IN = 40  # words of such a line that can have a capital: "I", what a desk put in
STOPS = re.compile(r"""[.!?]["'”’)]*\s*\Z""")
BESIDE = re.compile(r"\.?[ -]\Z|\A\.?[ -]\Z")
VOWELS = set("aeiouy")
INITIALS = re.compile(r"(?:[. ]+[^\W\d_]){0,3}[. ]+([^\W\d_]{2,})")  # up to three more, and what they lead to
PREFIXES = {"o", "d"}  # of "O'Brien", "D'Souza"
DAY = re.compile(r"\s\d")
MONTHS_TOO = {"may", "march"}  # that are verbs as well


def restored(text: str, nlp: Language) -> str:
    """A text with capitals in the lines that have lost them; as it is where a pipeline has no lists to tell names by."""
    if not {KNOWN, LEMMAS} <= set(getattr(nlp, "pipe_names", ())) or not any(map(lost, LINE.findall(text))):
        return text
    return LINE.sub(lambda line: _recased(line[0], _names(nlp)) if lost(line[0]) else line[0], text)


def lost(line: str) -> bool:
    """Whether a line has lost its capitals: it has hardly one, or nothing else."""
    words, capitals = len(line.split()), sum(map(str.isupper, line))
    if words >= SHOUTED and line.isupper():
        return len(line.lower()) == len(line)
    return words >= FEWEST and capitals * ONE_IN <= words


class Lists(Protocol):
    """A list of names: for a word with a capital a letter for each sort of name that it is, and e for an everyday word."""

    def of(self, word: str) -> str: ...


class Dictionary(Protocol):
    """A list of words: whether it holds one in any form, and whether that can be the past of a verb."""

    def holds(self, word: str) -> bool: ...

    def is_past(self, word: str) -> bool: ...


class Names:
    """What a word in small letters can be, by the lists of a pipeline."""

    def __init__(self, known: Lists, words: Dictionary) -> None:
        self.known, self.words = known, words
        self.sort = lru_cache(4096)(self._sort)

    def kinds(self, word: str) -> str:
        """The lists that a word with a capital stands in."""
        return self.known.of(word.capitalize())

    def _sort(self, word: str) -> Sort:
        """A name, an everyday word, or what can be either."""
        if word in STOP_WORDS or len(word) < SHORTEST:
            return "word"
        kinds, common = self.kinds(word), self.words.holds(word)
        if not kinds:
            shortened = len(word) <= 5 and not VOWELS & set(word)
            return "initials" if shortened and not common else "word" if common else "name"
        if "e" not in kinds and (not common or set("cp") & set(kinds)):
            return "name"
        return "either"

    def may_be_somebody(self, word: str) -> bool:
        """Whether what can be either is a name beside one: no form of a verb that tells what somebody did, and no office."""
        told = word.endswith(("ed", "ing")) or self.words.is_past(word)
        return not told and word not in _posts() and bool(set("gs") & set(self.kinds(word)))


@lru_cache(4)
def _names(nlp: Language) -> Names:
    return Names(nlp.get_pipe(KNOWN), nlp.get_pipe(LEMMAS))  # type: ignore[arg-type]


def _recased(line: str, names: Names) -> str:
    """A line with its capitals."""
    line = line.lower() if line.isupper() else line
    out, last = list(line), ""  # the word before it, where nothing parts them, if it is a name or leads to one
    found = list(WORD.finditer(line))
    for n, match in enumerate(found):
        word, start = re.split("['’]", match[0])[0], match.start()
        if word in PREFIXES and len(match[0]) > SHORTEST:
            word = match[0]
        if match[0][-2:] in {"'t", "’t"}:
            last = ""
            continue  # "don't"
        between = line[found[n - 1].end() : start] if n else ""
        behind = found[n + 1] if n + 1 < len(found) else None
        beside = behind[0] if behind is not None and _joins(line[match.end() : behind.start()]) else ""
        before = last if n and _joins(between) else ""
        made = _written(word, before, beside, names, line, match.end())
        opens = not n or (STOPS.search(between) is not None and not (len(last) == 1 or last in _honorifics()))
        if opens and made == word:
            made = word.capitalize() if len(word.capitalize()) == len(word) else word
        made = made if len(made) == len(word) else word  # "ﬁ" is two letters in capitals
        out[start : start + len(word)] = made
        named = made == word.capitalize() != word and not (opens and names.sort(word) == "word")
        last = word if named or word in _honorifics() | _posts() else ""
    return "".join(out)


def _joins(between: str) -> bool:
    return between in {" ", ". ", "-", "."}


def _written(word: str, before: str, beside: str, names: Names, line: str, end: int) -> str:
    """A word as it is written where it stands: behind the name or the honorific *before* it, with the word *beside* it."""
    if word in _cased():
        return _cased()[word]
    if word[:1] in PREFIXES and word[1:2] in {"'", "’"}:
        rest = _bare(word)
        return word[:2].upper() + rest.capitalize() + word[2 + len(rest) :]
    if word in _ranks() - _honorifics() and not (VOWELS & set(word) and names.words.holds(word)):
        return f"{word[:-1].upper()}s" if word.endswith("s") else word.upper()
    if word in _honorifics() and beside and names.sort(beside) != "word":
        return word.capitalize()
    sort = names.sort(word)
    if sort == "initials":
        return word.upper()
    if len(word) == 1:
        to = INITIALS.match(line, end) if word != "a" or line.startswith(".", end) else None
        return word.upper() if word == "i" or (to is not None and names.sort(to[1]) == "name") else word
    named = sort == "name" or (before in _honorifics() and word not in STOP_WORDS)
    if sort == "either":
        posted = before in _posts()  # "minister *Mark Hope*"
        follows = before != "" and not posted and before not in _honorifics()
        surname = names.sort(beside) == "name" or (posted and "s" in names.kinds(beside) and names.may_be_somebody(beside))
        named |= (("g" in names.kinds(word) and surname) or follows) and names.may_be_somebody(word)
    if word in MONTHS_TOO:
        named = DAY.match(line, end) is not None
    return word.capitalize() if named and len(word.capitalize()) == len(word) else word


@lexicon.per_codebook
def _honorifics() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in lexicon.words("offices", "honorifics"))


def _bare(word: str) -> str:
    """What follows the prefix of a name, without the owner's mark."""
    return word[2:].removesuffix("'s").removesuffix("’s")


@lexicon.per_codebook
def _ranks() -> frozenset[str]:
    """Ranks and offices in initials: "mp", "mps", "mla", "pm"."""
    told = lexicon.words("offices", "ranks", "member_groups", "offices")
    return frozenset(word for word in told if word.isalpha() and len(word) <= LONGEST_RANK)


@lexicon.per_codebook
def _posts() -> frozenset[str]:
    """The words of offices, ranks and groups: "floor *leader* Owaisi"."""
    lists = ("offices", "chairs", "ministers", "ranks", "groups", "member_groups", "houses", "portfolios")
    return frozenset(part for phrase in lexicon.words("offices", *lists) for part in phrase.split())


@lexicon.per_codebook
def _cased() -> dict[str, str]:
    """Words that are always written with capitals: days and months."""
    days = "monday tuesday wednesday thursday friday saturday sunday".split()
    months = [month for month in lexicon.forms("people", "calendar") if month not in MONTHS_TOO]
    return {word: word.capitalize() for word in (*days, *months)}
