"""What the gate costs and saves: `python -m benchmarks.gate --corpus FILE.jsonl [--section NAME] [--without NAME]`.

The same articles are extracted with the gate before the parse and without it, side by side: the events must be the same. Rates
are of one process and its processor time, the pipeline loaded.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import orjson

import extract
from extract import gate, language
from extract.reading import from_text
from extract.types import Article, Story


def main(argv: Sequence[str] | None = None) -> int:
    """Prints how many pass, both rates and their ratio; 1 where the gate loses an event, each on a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_corpus(parser)
    options = parser.parse_args(argv)
    articles = read(options)
    if not articles:
        sys.stderr.write("no article of that section; choose another\n")
        return 2
    list(extract._stories(articles[:1], nlp=language.load()))
    gate.passes(articles[0].text)
    start = time.process_time()
    passed = [article for article in articles if gate.passes(article.text)]
    asked = time.process_time() - start
    through, with_it = told(passed)
    rest, more = told([article for article in articles if article not in set(passed)])
    whole, part = with_it + more, with_it + asked
    sys.stdout.write(f"{len(articles)} articles, {len(passed)} pass ({len(passed) / len(articles):.1%})\n")
    sys.stdout.write(f"events: {count(through)} with the gate, {count(through) + count(rest)} without\n")
    sys.stdout.write(f"the gate alone: {len(articles) / asked:,.0f} articles a second\n")
    sys.stdout.write(f"without {len(articles) / whole:.1f}, with {len(articles) / part:.1f} a second: {whole / part:.1f} times\n")
    for story in rest:
        for event in story.events:
            sys.stdout.write(f"lost: {story.articles[0].id}: {event.type} at {event.evidence[0].span.start}\n")
    return 1 if count(rest) else 0


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """Which articles are taken."""
    parser.add_argument("--corpus", type=Path, required=True, metavar="FILE", help="JSON Lines with a text each")
    parser.add_argument("--section", metavar="NAME", help="only the articles of this section")
    parser.add_argument("--without", metavar="NAME", help="all but those of this section")
    parser.add_argument("--articles", type=int, metavar="N", help="only N of them, from all over the file")


def read(options: argparse.Namespace) -> list[Article]:
    rows = [orjson.loads(line) for line in options.corpus.read_bytes().splitlines()]
    kept = [
        row for row in rows
        if (not options.section or row.get("section") == options.section)
        and (not options.without or row.get("section") != options.without)
    ]  # fmt: skip
    step = max(1, len(kept) // (options.articles or len(kept) or 1))
    return [from_text(row["text"]) for row in kept[::step][: options.articles]]


def told(articles: Sequence[Article]) -> tuple[list[Story], float]:
    """The stories of articles and the processor time that they take."""
    start = time.process_time()
    stories = [one for one in extract._stories(articles, nlp=language.load()) if not isinstance(one, Exception)]
    return stories, time.process_time() - start


def count(stories: Iterable[Story]) -> int:
    return sum(len(story.events) for story in stories)


if __name__ == "__main__":
    sys.exit(main())
