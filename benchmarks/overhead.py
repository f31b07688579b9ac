"""What extraction takes beyond the bare parse: `python -m benchmarks.overhead --corpus FILE.jsonl [--section NAME] [--rounds K]`.

Both read the same articles, those that pass the gate, in turns; the ratio is the median of the rounds, of processor time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence

from benchmarks.gate import add_corpus, read, told
from extract import gate, language
from extract.types import Article


def main(argv: Sequence[str] | None = None) -> int:
    """Prints both times an article for each round, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_corpus(parser)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(argv)
    articles = [article for article in read(options) if gate.passes(article.text)]
    if not articles:
        sys.stderr.write("no article passes the gate; choose another section\n")
        return 2
    told(articles)  # what is made once is made
    rows = [(parsed(articles), told(articles)[1]) for _ in range(options.rounds)]
    for parse, whole in rows:
        each = 1000 / len(articles)
        sys.stdout.write(f"parse {parse * each:.0f} ms, extraction {whole * each:.0f} ms an article: {whole / parse:.2f}\n")
    sys.stdout.write(f"median: {statistics.median(whole / parse for parse, whole in rows):.2f} times the parse\n")
    return 0


def parsed(articles: Sequence[Article]) -> float:
    """The processor time of the bare parse."""
    nlp, start = language.load(), time.process_time()
    for _ in nlp.pipe(article.text for article in articles):
        pass
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
