"""Many articles out of some: sentences change places among articles of one section, and people get names of their own.

An article that the gate lets through is made of sentences of such articles, and passes; so the share that passes is that of
the corpus. The same file, size and seed give the same articles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from extract import gate, lexicon

SEED = 7
TRIES = 10  # mixtures that are tried before an article keeps its own sentences
KEPT = 0.5  # of its own sentences
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo za bren dal fos gar hol kin mar nor pel rist".split()
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]{2,})\b")


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the corpus: its section, whether it passes the gate, and its sentences."""

    section: str
    passes: bool
    sentences: tuple[str, ...]


def sources(file: Path) -> list[Source]:
    """The articles of a JSON Lines file."""
    rows = [orjson.loads(line) for line in file.read_bytes().splitlines() if line.strip()]
    return [Source(row.get("section") or "", gate.passes(row["text"]), tuple(SENTENCE.split(row["text"]))) for row in rows]


def articles(given: Sequence[Source], size: int, *, seed: int = SEED) -> Iterator[str]:
    """So many articles, no two alike."""
    chance = random.Random(seed)
    pools: dict[tuple[str, bool], list[str]] = {}
    for one in given:
        pools.setdefault((one.section, one.passes), []).extend(one.sentences)
    order: list[Source] = []
    seen: set[int] = set()
    for _ in range(size):
        if not order:
            order = chance.sample(given, len(given))  # all of them before any again: so each kind keeps its share
        one = order.pop()
        text = renamed(_mixed(one, pools[one.section, one.passes], chance), chance)
        while hash(text) in seen:
            text += f"\n{_invented(chance)} {_invented(chance)} was there."
        seen.add(hash(text))
        yield text


def _mixed(one: Source, pool: Sequence[str], chance: random.Random) -> str:
    """An article with half of its sentences from others like it, which passes the gate where it does."""
    for _ in range(TRIES):
        rows = [own if chance.random() < KEPT else chance.choice(pool) for own in one.sentences]
        text = "\n".join(rows)
        if gate.passes(text) == one.passes:
            return text
    return "\n".join(one.sentences)


def renamed(text: str, chance: random.Random) -> str:
    """A text whose people have surnames that nobody has."""
    given = lexicon.words("given_names", "female") | lexicon.words("given_names", "male")
    for surname in sorted({last for first, last in NAME.findall(text) if first.lower() in given}):
        text = re.sub(rf"\b{surname}\b", _invented(chance), text)
    return text


def _invented(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()
