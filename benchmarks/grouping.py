"""What it costs to find the stories among many articles, and whether they are found: `python -m benchmarks.grouping [SIZE ...]`.

The articles are made up: stories of one to four reports over one year, each in sentences and in an order of its own, with people
and places of their own beside parties and houses that all name. So four times as many articles are four times as many a day.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from extract.stories import merge
from extract.types import Actor, Article, Event, Span, Story, Telling

SIZES = (1000, 4000)
SEED = 11
SYLLABLES = "ba be bo da de do fa fe go ka ke ko la le lo ma me mo na ne no pa po ra re ro sa se so ta te to va ve vo".split()
VOCABULARY = 3000  # made-up words of which the rest of a sentence is made
COMMON = "Labour National Green Parliament Assembly Budget Treasury Wellington Monday Tuesday".split()
SENTENCES = (
    "{a} shouted at {b} across the chamber over the {x} in {p}",
    "The member for {p}, {a}, was put out after an exchange with {b} on the {x}",
    "{c} told reporters in {p} that the {x} and the {y} had been mismanaged",
    "{k} members left their seats when {b} rose to answer on the {y}",
    "In {p} the {x} has been a sore point since {c} took over from {a}",
    "{k} says the {y} will cost the people of {p} more than {b} admits",
)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grouping")
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), metavar="ARTICLES")
    times = []
    for size in parser.parse_args(argv).sizes:
        seconds, f1 = measured(size)
        times.append(seconds)
        sys.stdout.write(f"{size:6} articles {seconds:7.2f} s   pairwise F1 {f1:.3f}\n")
    if len(times) > 1:
        sys.stdout.write(f"ratio {times[-1] / times[0]:.1f}\n")
    return 0


def measured(size: int) -> tuple[float, float]:
    """Seconds to group and merge so many articles, and the F1 of the pairs put together."""
    rows = list(made(size))
    true = {story.id: place for place, story in rows}
    stories = [story for _, story in rows]
    random.Random(SEED).shuffle(stories)
    start = time.perf_counter()
    found = [[a.id for a in story.articles] for story in merge(stories)]
    seconds = time.perf_counter() - start
    return seconds, _f1(found, true)


def _f1(found: list[list[str]], true: dict[str, int]) -> float:
    """Over the pairs of articles that are together."""
    right = sum(true[a] == true[b] for ids in found for n, a in enumerate(ids) for b in ids[:n])
    said = sum(len(ids) * (len(ids) - 1) // 2 for ids in found)
    sizes = [list(true.values()).count(place) for place in set(true.values())]
    return 2 * right / (said + sum(n * (n - 1) // 2 for n in sizes))


def made(size: int) -> Iterator[tuple[int, Story]]:
    """So many stories of one article, each with the number of what it tells."""
    chance = random.Random(SEED)
    plain = [_name(chance).lower() for _ in range(VOCABULARY)]
    place = told = 0
    while told < size:
        names = {role: " ".join(_name(chance) for _ in range(1 + (role != "p"))) for role in "abcp"}
        things = {role: _name(chance).lower() for role in "xy"}
        day = date(2024, 1, 1) + timedelta(days=chance.randrange(365))
        for _ in range(min(chance.randint(1, 4), size - told)):
            told += 1
            yield place, _report(f"a{told:05}", names | things, day + timedelta(days=chance.randint(0, 1)), plain, chance)
        place += 1


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _report(id: str, words: dict[str, str], day: date, plain: list[str], chance: random.Random) -> Story:
    """One article: the sentences in an order of its own, each with a tail of its own."""
    rows = [s.format(**words, k=chance.choice(COMMON)) for s in chance.sample(SENTENCES, len(SENTENCES))]
    text = "\n".join(f"{row}, {' '.join(chance.choices(plain, k=9))}, {chance.choice(COMMON)} said." for row in rows)
    at = text.index("shouted")
    telling = Telling("heckle", Span(id, at, at + 7, "shouted"), "made-up", at=at, actors=("a",), targets=("b",))
    cast = tuple(Actor(key, words[key], "person") for key in "ab")
    article = Article(id, text, published=day.isoformat(), words=len(text.split()))
    return Story(id, id, (article,), cast, (Event("e1", "heckle", ("a",), ("b",), evidence=(telling,)),))


if __name__ == "__main__":
    sys.exit(main())
