"""What a story costs as it grows: `python -m benchmarks.growing [ARTICLES ...]` (5 10 20 40 80).

Invented reports of one sitting, each in words of its own, of some of its acts, and every fourth a copy of one before. Prints for
each size the seconds that merging all takes, and that the store takes to keep the last one.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import extract
from extract import language, stories
from extract.reading import from_text
from extract.store import Store
from extract.types import Story
from tests.houses import FIRST, GIVEN, LAST, OUTLETS

SIZES = (5, 10, 20, 40, 80)
ACTS = (
    ("{a} MP {one} shouted “{cry}” at {two}", "“{cry}”, yelled {one} of {a} at {two}", "{two} was heckled by {one}"),
    ("Speaker {chair} warned {one}", "The Speaker told {one} to be quiet", "{one} was warned by Speaker {chair}"),
    ("{two} accused {one} of lying", "{one} was called a liar by {two}", "{two} said {one} had lied"),
    ("The Speaker ordered {one} out of the chamber", "{one} was ejected by the Speaker", "{chair} threw {one} out of the House"),
    ("{a} MPs walked out in protest", "The {a} members left the chamber in protest", "A walkout by {a} MPs followed"),
    ("{three} rose on a point of order", "On a point of order {three} asked for a ruling", "{three} raised a point of order"),
    ("The Speaker ruled {three} out of order", "{three} was ruled out of order", "{chair} rejected {three}'s point of order"),
    ("{three} apologised to the House", "{three} withdrew the remark", "{three} took the words back"),
)
CRIES = ("Shame", "Coward", "Sit down", "Liar", "Resign", "Rubbish")
PARTIES = ("Labour", "Green", "Conservative", "Liberal Democrat")


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each size, with how much longer than the one before it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=int, default=SIZES)
    options = parser.parse_args(argv)
    made = list(told(max(options.articles)))
    sys.stdout.write(f"{'articles':>8} {'events':>7} {'merged in':>10} {'last kept in':>13}, and how many times the line above\n")
    before: tuple[float, float] | None = None
    for size in options.articles:
        start = time.process_time()
        whole = stories.unite(made[:size])
        merged = time.process_time() - start
        last = kept(made[:size])
        times = f"  {merged / before[0]:.1f}, {last / before[1]:.1f}" if before else ""
        sys.stdout.write(f"{size:>8} {len(whole.events):>7} {merged:>8.2f} s {last:>11.2f} s{times}\n")
        before = (merged, last)
        sys.stdout.flush()
    return 0


def kept(made: Sequence[Story]) -> float:
    """The processor time in which a store takes in the last of some stories."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{Path(folder) / 'store.db'}")
        list(store.add(made[:-1]))
        start = time.process_time()
        list(store.add(made[-1:]))
        taken = time.process_time() - start
        store.close()
    return taken


def told(size: int) -> list[Story]:
    """The stories of so many reports."""
    articles = [from_text(text, published="2024-03-13") for text in reports(size)]
    return [one for one in extract._stories(articles, nlp=language.load()) if isinstance(one, Story)]


def reports(size: int) -> list[str]:
    """Reports of one sitting."""
    chance = random.Random(11)
    people = [f"{given} {chance.choice(FIRST)}{chance.choice(LAST)}" for given in GIVEN[:13]]
    rows = [(party, *chance.sample(people[1:], 3), cry) for party, cry in zip(PARTIES, CRIES, strict=False)]
    acts = [(act, row) for row in rows for act in ACTS]
    texts: list[str] = []
    for n in range(size):
        if n % 4 == 3:
            texts.append(f"{texts[-2]}\n{chance.choice(OUTLETS)} reported it on Wednesday as number {n}.")
            continue
        lines = []
        for wordings, (a, one, two, three, cry) in sorted(chance.sample(acts, chance.randint(8, 20)), key=acts.index):
            names = {"a": a, "one": one, "two": two, "three": three, "cry": cry, "chair": people[0]}
            lines.append(chance.choice(wordings).format(**names) + ".")
        texts.append("\n".join(["There was uproar in Parliament on Tuesday, when the House debated the dam.", *lines]))
    return texts


if __name__ == "__main__":
    sys.exit(main())
