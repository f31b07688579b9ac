"""Named entities as word spans: from GUM's nested mention brackets and from UNER's IOB2 columns.

GUM marks whole mentions ("Senator Ada Quill of Perth, who left"); UNER marks names. The names inside GUM's mentions
are what is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from treebank import Sentence, Word

LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<shut>\))?|(?P<close>[^()]+)\)")
NAME_LINKS = {"flat", "compound", "amod", "goeswith"}
TITLE_WORDS = """
mr mrs ms miss dr sir dame lord lady prof professor president senator sen rep congressman congresswoman king queen
prince princess pope saint st emperor empress madam madame prime vice deputy home foreign chair chairman chairwoman
leader judge justice governor gov mayor minister premier chancellor captain general colonel major lieutenant sergeant
rev reverend father mp secretary speaker ambassador
"""
TITLES = frozenset(TITLE_WORDS.split())


@dataclass(frozen=True)
class Name:
    """A named entity: words `start` up to `end` of its sentence."""

    start: int
    end: int
    label: str


def gum_names(sentence: Sentence) -> list[Name]:
    """The outermost names of a GUM sentence: of "*Durham University*" the university, not the town in it."""
    mentions = [m for m in _mentions(sentence.words) if _named(m, sentence.words)]
    names = [_trim(mention, mentions, sentence.words) for mention in mentions]
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        if name.start < name.end and all(name.end <= k.start or k.end <= name.start for k in kept):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def _mentions(words: list[Word]) -> list[Name]:
    """Every bracketed mention that opens and closes in this sentence and has one of the three types."""
    stack: list[tuple[str, str, int]] = []
    found: list[Name] = []
    for i, word in enumerate(words):
        for bracket in BRACKET.finditer(_entity(word)):
            if bracket["open"]:
                number, kind = bracket["open"].split("-")[:2]
                stack.append((number, kind, i))
            if bracket["shut"] or bracket["close"]:
                number = (bracket["close"] or stack[-1][0]).split("-")[0]
                at = next((k for k in reversed(range(len(stack))) if stack[k][0] == number), None)
                if at is not None:
                    _, kind, start = stack.pop(at)
                    found.append(Name(start, i + 1, kind))
    return [Name(m.start, m.end, LABELS[m.label]) for m in found if m.label in LABELS]


def _entity(word: Word) -> str:
    return next((part[7:] for part in word.misc.split("|") if part.startswith("Entity=")), "")


def _head(mention: Name, words: list[Word]) -> int:
    inside = range(mention.start, mention.end)
    return next((i for i in inside if words[i].head not in inside or words[i].head == i), mention.start)


def _named(mention: Name, words: list[Word]) -> bool:
    """Headed by a proper noun; "the *Belgians*" are no person."""
    head = words[_head(mention, words)]
    return head.pos == "PROPN" and not (mention.label == "PERSON" and head.tag == "NNPS")


def _trim(mention: Name, mentions: list[Name], words: list[Word]) -> Name:
    """The name round the mention's head: "Perth's Senator *Ada Quill*, who left"."""
    head = _head(mention, words)
    walls = _other_names(mention, mentions) if mention.label == "PERSON" else set()
    start, end = head, head + 1
    while start > mention.start and start - 1 not in walls and _in_name(start - 1, words):
        start -= 1
    while end < mention.end and end not in walls and _in_name(end, words):
        end += 1
    if mention.label != "PERSON":
        end = _with_of(end, mention, words)
    if mention.label == "PERSON":
        start = _after_titles(start, end, words)
    return Name(start, end, mention.label)


def _after_titles(start: int, end: int, words: list[Word]) -> int:
    """Past "Judiciary Chair" in "Judiciary Chair *Ada Quill*"; past everything when there is nothing else."""
    titles = [i for i in range(start, end) if words[i].form.lower().rstrip(".") in TITLES]
    inner = [i for i in titles if i < end - 1]
    only = len(titles) == end - start
    return end if only else max(inner, default=start - 1) + 1


def _other_names(mention: Name, mentions: list[Name]) -> set[int]:
    within = [m for m in mentions if m != mention and mention.start <= m.start and m.end <= mention.end and m.label != "PERSON"]
    return {i for m in within for i in range(m.start, m.end)}


def _in_name(i: int, words: list[Word]) -> bool:
    """A proper noun, or what stands inside one: "*United* States", "Kung *-* fu", "John *F.* Low"."""
    word = words[i]
    inner_hyphen = word.tag == "HYPH" and i > 0 and not (words[i - 1].space or word.space)
    return word.pos == "PROPN" or word.tag == "NNP" or inner_hyphen or (word.form[:1].isupper() and word.dep in NAME_LINKS)


def _with_of(end: int, mention: Name, words: list[Word]) -> int:
    """Takes in "of …": "Ministry *of Defence*", "University *of the Pacific*"."""
    at = end
    if at < mention.end and words[at].form.lower() in {"of", "for"}:
        at += 1
        at += at < mention.end and words[at].form.lower() == "the"
        after = at
        while after < mention.end and _in_name(after, words):
            after += 1
        if after > at:
            return after
    return end


def uner_names(path: Path) -> dict[tuple[str, ...], list[Name]]:
    """The names of an IOB2 file by the words of their sentence: its sentences stand in another order than EWT's."""
    blocks = path.read_text(encoding="utf8").strip().split("\n\n")
    tables = [[row for row in map(_cells, block.splitlines()) if row[0].isdigit()] for block in blocks]
    return {tuple(row[1] for row in rows): list(_iob([row[2] for row in rows])) for rows in tables}


def _cells(line: str) -> list[str]:
    return line.split("\t")


def _iob(tags: list[str]) -> Iterator[Name]:
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and not tag.startswith("I-"):
            yield Name(start, i, label)
            label = ""
        if tag.startswith("B-"):
            start, label = i, LABELS.get(tag[2:], "")
