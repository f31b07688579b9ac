"""Quotations against news coded by hand: `python -m benchmarks.quotations FOLDER` says how many are found, and whose they are.

FOLDER holds texts (.txt) and brat standoff (.ann, several for a text: their union) whose events join `Content`, `Source` and
`Cue`, as in PolNeAR (Newell, Margolin and Ruths 2018). A direct quotation is a content, or an unbroken part of one, that begins
and ends with a quotation mark: "…," he said, "…" is two. The second figure takes contents whole, and ours with what goes on.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tqdm import tqdm

import extract
from extract import speech
from extract.types import Actor, Quotation

MARKS = frozenset("\"“”„«»‘’'`")
ENOUGH = 0.8  # share of its characters that one of ours must cover for a quotation to count as found
NAMES = {"part": "direct quotations", "whole": "taken whole, with what goes on"}
Part = tuple[int, int]


@dataclass(frozen=True)
class Coded:
    """Words as people coded them: where they are, and the last word of each source that they were given."""

    parts: tuple[Part, ...]
    sources: frozenset[Part]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotations")
    parser.add_argument("folder", type=Path, help="texts and their annotations")
    parser.add_argument("--detail", action="store_true", help="show what was missed, left open or given to somebody else")
    options = parser.parse_args(argv)
    files = [file for file in sorted(options.folder.glob("*.txt")) if annotations(file)]
    if not files:
        sys.stderr.write(f"{options.folder}: no .txt with an .ann beside it; give a folder such as polnear/dev\n")
        return 2
    counts = {unit: Counter[str]() for unit in NAMES}
    for file in tqdm(files, unit="article", file=sys.stderr, disable=None):
        for unit, fate, words in judged(file):
            counts[unit][fate] += 1
            if options.detail and unit == "part" and fate != "right":
                sys.stdout.write(f"{fate}: {file.stem}: {words}\n")
    sys.stdout.write("".join(report(unit, counts[unit]) for unit in NAMES))
    return 0


def report(unit: str, counts: Counter[str]) -> str:
    """One line: how many there are, how many were found, and of those that were given a source, whose speaker is right."""
    found = counts.total() - counts["missed"]
    asked = found - counts["no source"]
    shares = ", ".join(f"{fate} {share(counts[fate], asked)} ({counts[fate]})" for fate in ("right", "open", "wrong"))
    return (
        f"{NAMES[unit]}: {counts.total()}; found {share(found, counts.total())} ({found}); "
        f"speaker of the {asked} found that have a coded source: {shares}\n"
    )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "n/a"


def annotations(file: Path) -> list[Path]:
    """The annotators' files for a text: ID.ann, or ID_ANNOTATOR.ann."""
    return sorted({*file.parent.glob(f"{file.stem}.ann"), *file.parent.glob(f"{file.stem}_*.ann")})


def judged(file: Path) -> Iterator[tuple[str, str, str]]:
    """For each coded quotation of an article, part by part and whole: how it fared, and the words."""
    text = file.read_bytes().decode("utf-8")
    contents = list(coded(text, annotations(file)))
    document, cast = extract._understood(text, None, None)
    actors = cast.actors
    ours = [q for q in speech.quotations(document, cast.names) if q.kind != "indirect"]
    for quote in united(Coded((part,), c.sources) for c in contents for part in unbroken(text, c.parts)):
        if marked(text, quote.parts):
            yield "part", *judge(text, quote, [(q,) for q in ours], actors)
    for quote in united(contents):
        if marked(text, quote.parts):
            yield "whole", *judge(text, quote, utterances(ours), actors)


def coded(text: str, files: list[Path]) -> Iterator[Coded]:
    """The contents of all annotators with the last words of their sources."""
    for file in files:
        rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
        spans = {row[0]: offsets(row[1]) for row in rows if row[0][:1] == "T" and len(row) > 2}
        for row in rows:
            if row[0][:1] == "E":
                roles = [argument.split(":") for argument in row[1].split()]
                sources = {last_word(text, spans[id]) for role, id in roles if role.startswith("Source") and id in spans}
                yield from (Coded(spans[id], frozenset(sources)) for role, id in roles if role[:7] == "Content" and id in spans)


def offsets(column: str) -> tuple[Part, ...]:
    """The fragments in "Content 10 20;30 40"."""
    return tuple((int(start), int(end)) for start, end in re.findall(r"(\d+) (\d+)", column))


def last_word(text: str, parts: tuple[Part, ...]) -> Part:
    """Where the last word of a source stands."""
    start, end = parts[0][0], parts[-1][1]
    words = [m.span() for m in re.finditer(r"\w+", text[start:end])] or [(0, end - start)]
    return start + words[-1][0], start + words[-1][1]


def unbroken(text: str, parts: tuple[Part, ...]) -> Iterator[Part]:
    """The stretches of a content: fragments joined where only white space parts them, and no mark closes before it."""
    start = parts[0][0]
    for (_, end), (following, _) in pairwise(parts):
        if text[end:following].strip() or (text[end - 1] in MARKS and text[following] in MARKS):
            yield start, end
            start = following
    yield start, parts[-1][1]


def united(quotes: Iterator[Coded] | list[Coded]) -> list[Coded]:
    """Each once, with the sources of all annotators who marked just these words."""
    found: dict[tuple[Part, ...], frozenset[Part]] = {}
    for quote in quotes:
        found[quote.parts] = found.get(quote.parts, frozenset()) | quote.sources
    return [Coded(parts, sources) for parts, sources in sorted(found.items())]


def marked(text: str, parts: tuple[Part, ...]) -> bool:
    """Whether words begin and end with a quotation mark."""
    return len(text[parts[0][0] : parts[-1][1]]) > 2 and text[parts[0][0]] in MARKS and text[parts[-1][1] - 1] in MARKS


def utterances(ours: list[Quotation]) -> list[tuple[Quotation, ...]]:
    """Our quotations, each with those that go on with it; what is quoted inside another stays alone."""
    out: list[list[Quotation]] = []
    inner: list[tuple[Quotation, ...]] = []
    for quote in ours:
        if out and out[-1][-1].content.holds(quote.content):
            inner.append((quote,))
        elif quote.continued and out:
            out[-1].append(quote)
        else:
            out.append([quote])
    return [*map(tuple, out), *inner]


def judge(text: str, quote: Coded, ours: list[tuple[Quotation, ...]], actors: tuple[Actor, ...]) -> tuple[str, str]:
    """Missed, without a source, open, wrong or right; and the words."""
    words = " ".join(text[quote.parts[0][0] : quote.parts[-1][1]].split())
    near = [group for group in ours if group[0].content.start < quote.parts[-1][1]]
    best = max(near, key=lambda group: covered(quote.parts, group), default=())
    parts = [bare(text, part) for part in quote.parts]
    if not best or covered(parts, best) < ENOUGH * sum(end - start for start, end in parts):
        return "missed", words
    if not quote.sources:
        return "no source", words
    words += " --- " + " | ".join(text[start:end] for start, end in sorted(quote.sources))
    speaker = best[0].speaker
    if speaker is None:
        return "open", words
    places = [speaker, *(m for a in actors if a.name == best[0].name for m in a.mentions)]
    right = any(place.start < end and start < place.end for place in places for start, end in quote.sources)
    return "right" if right else "wrong", f"{words} --- {speaker.text} ({best[0].name})"


def bare(text: str, part: Part) -> Part:
    """A part without the marks at its ends: ours are told without them."""
    start, end = part
    while start < end - 1 and text[start] in MARKS:
        start += 1
    while end > start + 1 and text[end - 1] in MARKS:
        end -= 1
    return start, end


def covered(parts: Sequence[Part], group: tuple[Quotation, ...]) -> int:
    """How many characters some of ours cover."""
    return sum(max(0, min(end, q.content.end) - max(start, q.content.start)) for start, end in parts for q in group)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
