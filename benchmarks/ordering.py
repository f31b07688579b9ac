"""Order for given triggers against timelines coded by hand: `python -m benchmarks.ordering --folder FOLDER`, sieve by sieve.

FOLDER holds texts (.txt) and brat standoff (.ann) with `event` triggers, `AFTER` (the first happened before the second) and
`COEX` (at the same time), as in TimeSET (Hasegawa et al. 2024). Asked are the pairs of the transitive closure, simultaneous
events taken as one; a pair that the coding puts both ways is not. The day of publication is read from the second line.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import networkx as nx
from tqdm import tqdm

import extract
from extract import dates, order, standings
from extract.types import Event, Signal

Span = tuple[int, int]
TELLING = "order of telling alone"


@dataclass(frozen=True)
class Coded:
    """A text, its triggers by id, and the pairs of them of which the first is coded as the earlier."""

    text: str = field(repr=False)
    triggers: dict[str, Span]
    pairs: frozenset[tuple[str, str]]

    @property
    def published(self) -> str | None:
        """The day in the line under the headline."""
        found = dates.find("".join(self.text.split("\n")[1:2]), published=None)
        return found[1] if found else None


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ordering")
    parser.add_argument("--folder", type=Path, required=True, help="texts and their annotations")
    parser.add_argument("--detail", action="store_true", help="show each pair that is put wrong or left open")
    options = parser.parse_args(argv)
    files = [file for file in sorted(options.folder.glob("*.txt")) if file.with_suffix(".ann").is_file()]
    if not files:
        sys.stderr.write(f"{options.folder}: no .txt with an .ann beside it; give a folder such as timeset-dev\n")
        return 2
    counts: dict[str, Counter[str]] = {}
    for file in tqdm(files, unit="article", file=sys.stderr, disable=None):
        coded = read(file)
        for name, placed in judged(coded):
            counts.setdefault(name, Counter()).update(placed.values())
        if options.detail:
            sys.stdout.writelines(f"{file.stem}: {line}\n" for line in details(coded, placed))
    sys.stdout.writelines(report(name, tally) for name, tally in counts.items())
    return 0


def read(file: Path) -> Coded:
    """A text (.txt) and what the .ann beside it says of its events."""
    rows = [line.split("\t") for line in file.with_suffix(".ann").read_text(encoding="utf-8").splitlines()]
    spans = {row[0]: offsets(row[1]) for row in rows if row[0].startswith("T")}
    triggers = {row[0]: spans[row[1].split()[0].partition(":")[2]] for row in rows if row[0].startswith("E")}
    ties = [row[1].split() for row in rows if row[0].startswith("R")]
    sides = [(kind, one.partition(":")[2], other.partition(":")[2]) for kind, one, other, *_ in ties]
    after, same = ([(a, b) for kind, a, b in sides if kind == wanted] for wanted in ("AFTER", "COEX"))
    return Coded(file.read_bytes().decode("utf-8"), triggers, closed(triggers, after, same))


def offsets(words: str) -> Span:
    """ "event 12 17" or "event 12 14;15 17" as where it begins and ends."""
    numbers = words.replace(";", " ").split()[1:]
    return int(numbers[0]), int(numbers[-1])


def closed(ids: Iterable[str], after: Iterable[tuple[str, str]], same: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The pairs that follow from the coded ones, what is at the same time taken as one; none that follow both ways."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ids)
    together: nx.Graph[str] = nx.Graph()
    together.add_nodes_from(graph)
    together.add_edges_from(same)
    of = {id: min(group) for group in nx.connected_components(together) for id in group}
    graph.add_edges_from((of[a], of[b]) for a, b in after)
    whole = nx.transitive_closure(graph)
    pairs = {(a, b) for a in of for b in of if whole.has_edge(of[a], of[b])}
    return frozenset((a, b) for a, b in pairs if (b, a) not in pairs)


def judged(coded: Coded) -> Iterator[tuple[str, dict[tuple[str, str], str]]]:
    """How each coded pair fares: in the order of telling, and with one sieve more each time, down to all of them."""
    start = coded.triggers
    yield TELLING, {(a, b): "right" if start[a] < start[b] else "wrong" for a, b in coded.pairs}
    spans = tuple(coded.triggers.values())
    placed = extract._placed(coded.text, spans, coded.published)
    names = dict(zip((f"t{n}" for n in range(1, len(spans) + 1)), coded.triggers, strict=True))
    for sieves in accumulate((sieve,) for sieve in standings.SIEVES):
        known = {(names[a], names[b]) for a, b in before(*placed, sieves)}
        fates = {p: "right" if p in known else "wrong" if p[::-1] in known else "open" for p in coded.pairs}
        yield f"down to {sieves[-1].__name__.replace('_', ' ')}", fates


def before(events: tuple[Event, ...], signals: tuple[Signal, ...], sieves: tuple[order.Sieve, ...]) -> set[tuple[str, str]]:
    """All pairs of which some sieves put the first before the second."""
    _, edges = order.ordered(events, signals, sieves=sieves)
    return set(nx.transitive_closure(nx.DiGraph([(e.before, e.after) for e in edges])).edges)


def details(coded: Coded, fates: dict[tuple[str, str], str]) -> Iterator[str]:
    """A line for each pair that is not right, its words in the order that is coded."""
    words = {id: f"{coded.text[slice(*span)]}@{span[0]}" for id, span in coded.triggers.items()}
    yield from (f"{fate}: {words[a]} < {words[b]}" for (a, b), fate in sorted(fates.items()) if fate != "right")


def report(name: str, tally: Counter[str]) -> str:
    """One line: the pairs put right, wrong and left open, the share decided and, of those, the share put right."""
    decided = tally["right"] + tally["wrong"]
    counts = ", ".join(f"{tally[fate]} {fate}" for fate in ("right", "wrong", "open"))
    return f"{name:32} {counts}; decided {share(decided, tally.total())}, right of those {share(tally['right'], decided)}\n"


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "n/a"


if __name__ == "__main__":
    sys.exit(main())
