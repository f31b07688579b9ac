"""What an article costs as it gets longer: `python -m benchmarks.length --corpus FILE.jsonl [--characters N ...]`.

Articles of the corpus that pass the gate are joined to one as long as the longest asked for; articles of a lesser length are cut
out of it, at even distances, 20 of them or as many as make 200,000 characters, whichever is more. So every line reads the same
kinds of pages: the first pages alone are quieter than the rest, and a short article would look cheap.
The parse and the rest are timed apart. Where twice the characters take much more than twice the time, a step is quadratic: the
last column would grow.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

import extract
from benchmarks.gate import add_corpus, read
from extract import actors, document, gate, language, lexicon, mentions
from extract.reading import from_text

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints a line for each length: seconds of the parse and of the rest, milliseconds for 1,000 characters, and their ratio.

    The ratio is that to the cheapest thousand so far: 1.00 where time grows with the length, or slower.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    add_corpus(parser)
    parser.add_argument("--characters", type=int, nargs="+", default=LENGTHS)
    options = parser.parse_args(argv)
    texts = [article.text for article in read(options) if gate.passes(article.text)]
    extract.extract(texts[0])
    sys.stdout.write(f"{'characters':>10} {'parse':>8} {'rest':>8} {'ms/1000':>8} {'times':>6}\n")
    cheapest = float("inf")
    longest = max(options.characters)
    whole = "\n".join(texts * (1 + longest // sum(map(len, texts))))[:longest]
    for size in options.characters:
        spent = [timed(piece) for piece in pieces(whole, size)]
        parse, rest = (sum(seconds) / len(spent) for seconds in zip(*spent, strict=True))
        each = (parse + rest) * 1e6 / size
        cheapest = min(cheapest, each)
        sys.stdout.write(f"{size:>10,} {parse:8.2f} {rest:8.2f} {each:8.1f} {each / cheapest:6.2f}\n")
        sys.stdout.flush()
    return 0


def pieces(whole: str, size: int) -> list[str]:
    """Articles of one length, cut out of a text at even distances."""
    fit = len(whole) // size
    some = min(fit, max(20, 200_000 // size))
    return [whole[n * fit // some * size :][:size] for n in range(some)]


def timed(text: str) -> tuple[float, float]:
    """The processor time of the parse of a text, and of all that follows."""
    nlp, article = language.load(), from_text(text)
    start = time.process_time()
    parsed = document.read_document(article, nlp=nlp)
    between = time.process_time()
    with lexicon.using(None):
        extract._composed(parsed, actors.resolve(mentions.find_mentions(parsed), parsed), None, None)
    return between - start, time.process_time() - between


if __name__ == "__main__":
    sys.exit(main())
