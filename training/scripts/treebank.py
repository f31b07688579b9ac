"""CoNLL-U as sentences of words with their true spacing.

Tokens are UD words; the parts of a multiword token (do|n't) have no space between them, so the text comes out as it
was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One UD word; `head` counts words of the sentence from 0 and a root heads itself."""

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    misc: str
    space: bool


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence and where it stands: first of its document, first of its paragraph."""

    words: list[Word]
    meta: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(word.form + " " * word.space for word in self.words).strip()

    @property
    def opens_document(self) -> bool:
        return "newdoc" in self.meta

    @property
    def opens_paragraph(self) -> bool:
        return "newpar" in self.meta


def sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a CoNLL-U file, in order."""
    meta: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta[key.split()[0]] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield Sentence(_words(rows), meta)
            meta, rows = {}, []


def _words(rows: list[list[str]]) -> list[Word]:
    inside = _multiword_spaces(rows)
    plain = [row for row in rows if row[0].isdigit()]
    return [_word(row, i, inside.get(int(row[0]))) for i, row in enumerate(plain)]


def _multiword_spaces(rows: list[list[str]]) -> dict[int, bool]:
    """For the words of `2-3 don't`: no space after 2, after 3 what the line of the whole says."""
    spaces: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces |= dict.fromkeys(range(first, last), False)
            spaces[last] = "SpaceAfter=No" not in row[9]
    return spaces


def _word(row: list[str], index: int, space: bool | None) -> Word:
    _, form, lemma, pos, tag, morph, head, dep, _, misc = row
    root = head == "0"
    return Word(
        form=form,
        lemma=form if lemma == "_" else lemma,
        pos=pos,
        tag=tag,
        morph="" if morph == "_" else morph,
        head=index if root else int(head) - 1,
        dep="ROOT" if root else dep,
        misc=misc,
        space="SpaceAfter=No" not in misc if space is None else space,
    )
