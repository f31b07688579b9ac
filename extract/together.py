"""Who stands in one list with somebody: "Hale, Okoro of Labour and Lind", "Hale, along with Lind", read off the words between.

Parsers lose long lists of names with parties and ages in them; the commas and the closing "and" do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract import grammar
from extract.grammar import Frame
from extract.naming import Cast
from extract.tree import Doc, Token

CLOSING = {"and", "or", "&", "plus", "nor"}
WITH = {"along", "together", "alongside"}  # "along with", "together with"
AT_THE_HEAD = {"lead", "head", "join"}  # "the opposition, *led by* Hale", "*joined by* the Greens"
DIRECTED = {"away", "out", "off", "from", "outside", "back", "to", "past"}  # "Hale, led *away* by guards"
ASIDE = {"of", "from", "for", "representing"}  # what a name is told to be of, before the next: "Okoro *of Labour*"
LONGEST_ASIDE, LONGEST_TITLE = 6, 7
FINITE = {"VBD", "VBZ", "VBP", "MD"}
OWN = {"DET", "ADJ", "PROPN", "NOUN", "PART"}  # what may stand before a name in its own phrase: "her colleague *Hale*"
STOPS = {"VERB", "AUX", "SCONJ"}


class Named(NamedTuple):
    """One item of a list: where its mention begins and ends, and who it is."""

    start: int
    end: int
    id: str


def beside(cast: Cast, token: Token) -> list[str]:
    """All of the list that a token's mention stands in, in the order told; nobody where it stands in none."""
    rows = _mentions(cast, token)
    here = next((n for n, row in enumerate(rows) if row.start <= token.i < row.end), None)
    if here is None:
        return []
    first = last = here
    while first > 0 and _joins(token.doc, rows[first - 1], rows[first]) and _free(token.doc, rows[first - 1], token):
        first -= 1
    while last + 1 < len(rows) and _joins(token.doc, rows[last], rows[last + 1]):
        last += 1
    if any(_acts_itself(token, row) for row in rows[here + 1 : last + 1]):
        last = here  # "when he ejected *Hale*, Okoro and Lind left"
    while last > here and not _closes(token.doc, rows[last - 1], rows[last]):
        last -= 1  # a list ends in "and": what follows the last comma is an apposition
    closed = last > first and _closes(token.doc, rows[last - 1], rows[last])
    return list(dict.fromkeys(row.id for row in rows[first : last + 1])) if closed else []


def with_them(frame: Frame) -> tuple[Token, ...]:
    """ "was led off, *along with* Hale and Lind": those told behind the verb with whom its subject does or suffers it."""
    found = []
    for start in dict.fromkeys((frame.token, frame.governor, *frame.agents, *frame.patients)):
        for child in start.children:
            marks = {t.lower_ for t in child.subtree if t.i <= child.i} | {c.lower_ for c in child.children}
            if child.dep_.startswith(("obl", "nmod", "advcl")) and "with" in marks and marks & WITH:
                found += grammar.coordinated(child)
            elif not (child.dep_ in {"acl", "advcl"} or _trailing(child)):
                continue
            elif _at_the_head(child) and (frame.kind == "verb" or start != frame.token):
                found += grammar.by_phrase(child)
    return (*found, *_in_front(frame))


def _in_front(frame: Frame) -> tuple[Token, ...]:
    """ "*Led by Ann Hale*, about twenty of them walked out": by its words alone, since parsers make names of such an opening."""
    sentence = frame.token.sent
    comma = next((t.i for t in sentence if t.text == ","), sentence.start)
    opens = sentence[0].lower_ in {"led", "headed", "joined", "accompanied"} and len(sentence) > 2 and sentence[1].lower_ == "by"
    first = next((t for t in sentence if t.i > comma and t.tag_ in FINITE and t.pos_ == "VERB"), None)
    if not opens or frame.kind != "verb" or frame.token != first:
        return ()
    inside = sentence[2 : first.i - sentence.start]  # and who does it with them, whom parsers lose too
    return tuple(t for t in inside if t.pos_ in {"PROPN", "NOUN", "NUM"} and not t.dep_.startswith("nmod:poss"))


def _at_the_head(verb: Token) -> bool:
    """ "*led* by Hale", "*joined* by the Greens": they act with those they lead; "led *away* by guards" is another matter."""
    led = grammar.lemma(verb) in AT_THE_HEAD and verb.tag_ in {"VBN", "VBD"}
    return led and not any(t.lower_ in DIRECTED for t in verb.subtree if t.i <= verb.i + 2)


def _trailing(verb: Token) -> bool:
    """ "left the chamber, *led by* Hale": joined by the parser without an "and", it says who went at their head."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.i > verb.head.i and verb.nbor(-1).text == ","
    return joined and not any(c.dep_ == "cc" or c.dep_.startswith(("nsubj", "aux")) for c in verb.children)


def _mentions(cast: Cast, token: Token) -> list[Named]:
    """The mentions of a token's sentence, in reading order."""
    rows: list[Named] = []
    for word in token.sent:
        id = cast.at(word)
        if id is not None and rows and rows[-1].id == id and rows[-1].end == word.i:
            rows[-1] = rows[-1]._replace(end=word.i + 1)
        elif id is not None:
            rows.append(Named(word.i, word.i + 1, id))
    return list(_whole(token.doc, rows))


def _whole(doc: Doc, rows: list[Named]) -> Iterator[Named]:
    """Without the parties and places that only tell whose or whence the next or the last is: "*her* MPs", "of *Labour*"."""
    for n, row in enumerate(rows):
        owns = (row.end < len(doc) and doc[row.end].tag_ == "POS") or doc[row.start].tag_ == "PRP$"  # "Hale and *his* friend"
        owner = owns and n + 1 < len(rows)
        told = row.start > 0 and any(t.lower_ in ASIDE for t in doc[max(0, row.start - 2) : row.start]) and n > 0
        if not (owner or told or _bracketed(doc, row)):
            yield row


def _bracketed(doc: Doc, row: Named) -> bool:
    """Whether a mention stands in brackets: "Ann Hale (*Unity*-Perth) and Lind"."""
    before = [t.text for t in doc[max(0, row.start - LONGEST_ASIDE) : row.start]]
    return "(" in before and ")" not in before[before.index("(") :]


def _between(doc: Doc, one: Named, other: Named) -> list[Token]:
    """The words between two mentions, without what the first is told to be of and what stands in brackets."""
    words = list(doc[one.end : other.start])
    if words and words[0].text == "(":
        closing = next((n for n, t in enumerate(words) if t.text == ")"), len(words) - 1)
        words = words[closing + 1 :]
    if words and words[0].lower_ in ASIDE:
        length = next((n for n, t in enumerate(words) if t.text == "," or t.lower_ in CLOSING), len(words))
        words = words[length:] if length <= LONGEST_ASIDE else words
    if len(words) > 2 and words[0].text == "," and words[1].like_num and words[2].text == ",":
        words = words[2:]  # ", 41,"
    return words


def _joins(doc: Doc, one: Named, other: Named) -> bool:
    """Whether only a comma or an "and" and a title stand between two mentions."""
    words = _between(doc, one, other)
    if not words or len(words) > LONGEST_TITLE or any(t.pos_ in STOPS or t.text in {";", ":", '"', "-"} for t in words):
        return False
    joint = 1 + (len(words) > 1 and words[0].text == "," and words[1].lower_ in CLOSING)
    opens = words[0].text == "," or words[0].lower_ in CLOSING
    return opens and not any(t.pos_ == "ADP" or t.text == "," for t in words[joint:])


def _closes(doc: Doc, one: Named, other: Named) -> bool:
    """Whether an "and" stands between two mentions."""
    return any(t.lower_ in CLOSING for t in _between(doc, one, other)[:2])


def _free(doc: Doc, row: Named, last: Token) -> bool:
    """Whether an earlier item is no part of something else: no object of an earlier verb, behind no preposition, no subject."""
    head = next((t for t in doc[row.start : row.end] if not row.start <= t.head.i < row.end or t.head == t), doc[row.start])
    if head.dep_ == "compound" and head.head == last:
        return True  # "with *ruling* and opposition members shouting"
    if grammar.preposition(head):
        return grammar.preposition(head) in {"as", "while"}  # "as *Hale* and Lind traded insults", read as a preposition
    if (
        head.dep_ in {"obj", "iobj", "obl", "nmod"}
        and last.dep_.startswith("nsubj")
        and last.head.i > last.i
        and head != last.head
    ):
        return False  # "charged them with robbing *the nurses*, and *Hale* rose"
    before = doc[row.start - 1] if row.start > head.sent.start else None
    if before is None or before.is_space or before.dep_ == "mark":
        return True  # "as *Labour* and Green MPs left"
    return before.text in {",", ":", "-", '"'} or before.lower_ in CLOSING or before.pos_ in OWN


def _acts_itself(token: Token, row: Named) -> bool:
    """Whether the next name is the subject of what follows, while this one is not: "ejected Hale and *Okoro left*"."""
    first = token.head if token.dep_ in {"appos", "conj"} else token  # "*Hale*, Okoro and Lind left", the second read as apposed
    if first.dep_.startswith(("nsubj", "dislocated", "vocative")):
        return False
    heads = [word.head for word in token.doc[row.start : row.end] if word.dep_.startswith("nsubj") and word.head.i > word.i]
    return bool(heads) or acts_next(token.doc, row.end)


def acts_next(doc: Doc, end: int) -> bool:
    """Whether a verb with a tense stands right behind a name: "and Kim Lind *walked* out"."""
    return end < len(doc) and doc[end].tag_ in FINITE and doc[end].pos_ in {"VERB", "AUX"}
