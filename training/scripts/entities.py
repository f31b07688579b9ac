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

LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "PER": "PERSON"}
LABELS |= {label: label for label in ("PERSON", "ORG", "LOC")}
BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<shut>\))?|(?P<close>[^()]+)\)")
NAME_LINKS = {"flat", "compound", "amod", "goeswith"}
TITLE_WORDS = """
mr mrs ms miss dr sir dame lord lady prof professor president senator sen rep congressman congresswoman king queen
prince princess pope saint st emperor empress madam madame prime vice deputy home foreign chair chairman chairwoman
leader judge justice governor gov mayor minister premier chancellor captain general colonel major lieutenant sergeant
rev reverend father mp secretary speaker ambassador director fellow ceo sheriff administrator tsar count earl duke marquis
marquess baron baroness doctor solicitor counsel attorney chief honor honour honourable protector regent inspector manager
commissioner councillor councilman councilwoman deputies gen col lt sgt capt maj whip clerk usher premier commander admiral
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
    marked = _mentions(sentence.words)
    mentions = [m for m in marked if _named(m, sentence.words)]
    names = [_trim(mention, mentions, sentence.words) for mention in mentions]
    names += [name for m in marked if m not in mentions for name in _flat_name(m, sentence.words)]
    names = [name for name in names if _says_a_name(name, sentence.words)]
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
        for bracket in BRACKET.finditer(_value(word, "Entity")):
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


def _value(word: Word, key: str) -> str:
    return next((part.removeprefix(f"{key}=") for part in word.misc.split("|") if part.startswith(f"{key}=")), "")


def _head(mention: Name, words: list[Word]) -> int:
    inside = range(mention.start, mention.end)
    return next((i for i in inside if words[i].head not in inside or words[i].head == i), mention.start)


def _named(mention: Name, words: list[Word]) -> bool:
    """Headed by a proper noun; "the *Belgians*" are no person, and "the *Director* of the school" has an office."""
    head = words[_head(mention, words)]
    if mention.label == "PERSON" and (head.tag == "NNPS" or _is_title(head)):
        return False
    return head.pos == "PROPN"


def _flat_name(mention: Name, words: list[Word]) -> Iterator[Name]:
    """What hangs flat on a common noun or a title: "researcher *Mu Li*", "Tsar *Peter*"."""
    head = _head(mention, words)
    flat = [i for i in range(head + 1, mention.end) if words[i].dep == "flat" and words[i].head == head]
    if mention.label != "PERSON" or not flat or words[flat[0]].tag != "NNP":
        return
    end = flat[0] + 1
    while end < mention.end and (_in_name(end, words) or words[end].dep == "flat"):
        end += 1
    yield _bare(_after_titles(flat[0], end, words), end, mention.label, words)


def _is_title(word: Word) -> bool:
    return word.form.lower().rstrip(".") in TITLES


def _says_a_name(name: Name, words: list[Word]) -> bool:
    """Not the letter of a terminal, nor a person in small letters whom an article makes a kind: "a *whip*"."""
    text = "".join(word.form for word in words[name.start : name.end])
    capital = any(char.isupper() for char in text)
    return sum(map(str.isalnum, text)) > 1 and (capital or name.label != "PERSON" or name.end - name.start > 1)


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
        end = _with_and(_with_of(end, mention, words), start, mention, words)
        start = _with_first(start, mention, mentions, words)
    if mention.label == "PERSON":
        start = _after_titles(start, end, words)
    return _bare(start, end, mention.label, words)


def _bare(start: int, end: int, label: str, words: list[Word]) -> Name:
    """Without hyphens at its edges; a road keeps its number: "I - *95*"."""
    if end < len(words) and words[end - 1].tag == "HYPH" and words[end].tag == "CD":
        end += 1
    while start < end and words[start].tag == "HYPH":
        start += 1
    while start < end and words[end - 1].tag == "HYPH":
        end -= 1
    return Name(start, end, label)


def _after_titles(start: int, end: int, words: list[Word]) -> int:
    """Past "Judiciary Chair" in "Judiciary Chair *Ada Quill*"; past everything when there is nothing else."""
    titles = [i for i in range(start, end) if _is_title(words[i])]
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


def _with_and(end: int, start: int, mention: Name, words: list[Word]) -> int:
    """Takes in what is joined to a part of the name, not to its head: "Ministry of Justice *and Security*"."""
    at = end
    if at + 1 >= mention.end or words[at].form.lower() not in {"and", "&"}:
        return end
    after = at + 1
    while after < mention.end and _in_name(after, words):
        after += 1
    joined = next((words[i].head for i in range(at + 1, after) if words[i].dep == "conj"), start)
    return after if after > at + 1 and start < joined < end and joined != _head(mention, words) else end


def _with_first(start: int, mention: Name, mentions: list[Name], words: list[Word]) -> int:
    """Takes in what the first word is joined to: "*Newfoundland and* Labrador Court of Appeal"."""
    at = start - 2
    if at < mention.start or words[at + 1].form.lower() not in {"and", "&"} or not _in_name(at, words):
        return start
    first = at
    while first > mention.start and _in_name(first - 1, words):
        first -= 1
    inside = words[at].head in range(first, mention.end) and words[start].dep == "conj"
    return first if inside and not any(m.end == at + 1 and m.start == mention.start for m in mentions) else start


def uner_names(path: Path) -> dict[tuple[str, ...], list[Name]]:
    """The names of an IOB2 file by the words of their sentence: its sentences stand in another order than EWT's."""
    blocks = path.read_text(encoding="utf8").strip().split("\n\n")
    tables = [[row for row in map(_cells, block.splitlines()) if row[0].isdigit()] for block in blocks]
    return {tuple(row[1] for row in rows): list(_iob([row[2] for row in rows])) for rows in tables}


def own_names(sentence: Sentence) -> list[Name]:
    """The names of our own sentences: `Name=B-PERSON` in MISC."""
    return list(_iob([_value(word, "Name") or "O" for word in sentence.words]))


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
