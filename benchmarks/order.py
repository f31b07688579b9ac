"""What each sieve of the order is worth: `python -m benchmarks.order [--gold DIR ...] [--detail ID]`, against the gold ranks.

Counted are pairs of happened events that the scorer matches with coded ones. A pair that the story's edges join rests on the
weakest edge of its best path (the one whose weakest edge is strongest): that edge's sieve answers for it. `tied` are pairs
that the gold leaves open. Articles named in unread.txt are counted and never shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from pathlib import Path
from typing import Any, NamedTuple

import networkx as nx

from benchmarks.gold import GOLD, coded
from extract import extract, read
from extract.exports import contract
from tests import score

SETS = (GOLD / "seeds", GOLD / "public")
VERDICTS = ("right", "wrong", "tied")
OPEN = "nothing"


class Pair(NamedTuple):
    """Two matched events as we order them: the sieve that answers, whether by one edge, whether neighbours, and the verdict."""

    article: str
    why: str
    direct: bool
    adjacent: bool
    verdict: str
    early: str
    late: str


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.order")
    parser.add_argument(
        "--gold", type=Path, action="append", metavar="DIR", help="coded articles (default: those of the project)"
    )
    parser.add_argument("--detail", metavar="ID", help="the pairs of one article that may be read")
    options = parser.parse_args(argv)
    places = options.gold or list(SETS)
    if options.detail:
        if any(options.detail in unread(place) for place in places):
            parser.error(f"{options.detail} is kept unread")
        shown = [p for place in places for p in pairs(place, only=options.detail) if p.verdict != "right"]
        print("\n".join(f"{p.verdict:5} {p.why:12} {p.early}  <  {p.late}" for p in shown))  # noqa: T201
        return 0
    print(table([pair for place in places for pair in pairs(place)]))  # noqa: T201
    return 0


def unread(place: Path) -> set[str]:
    """The articles of a folder that nobody who writes rules may look at."""
    names = place / "unread.txt"
    return set(names.read_text().split()) if names.exists() else set()


def pairs(place: Path, *, only: str | None = None) -> Iterator[Pair]:
    """All pairs of matched events of the coded articles of a folder (of its folders where it has no articles itself)."""
    files = [file for folder in (place, *(d for d in place.iterdir() if d.is_dir())) for file in coded(folder)]
    for file in (f for f in files if only in {None, f.stem}):
        gold = json.loads(file.read_text(encoding="utf-8"))
        article = read(file.with_suffix(".txt"), published=gold["published"])
        story = contract.to_dict([extract(article)])["stories"][0]
        yield from judged(file.stem, gold, story, article.text)


def judged(name: str, gold: dict[str, Any], story: dict[str, Any], text: str) -> Iterator[Pair]:
    """The pairs of one story, each with the sieve that answers for it and what the gold says."""
    mapping = score.align_actors(gold, story)
    theirs = [e for e in gold["events"] if e["status"] == "happened"]
    ours = [e for e in (score.normal(e, mapping) for e in story["events"]) if e["status"] == "happened"]
    cues = {e["id"]: (at, at + len(e["cue"])) for e in theirs if e.get("cue") and (at := text.find(e["cue"])) >= 0}
    rows = {e["id"]: n for n, e in enumerate(sorted(ours, key=lambda e: e["rank"]))}
    why = reasons(story["order"])
    for (g1, p1), (g2, p2) in combinations(score.match(theirs, ours, cues), 2):
        one, other = p1["id"], p2["id"]
        early, late, flipped = (one, other, False) if (one, other) in why else (other, one, True)
        sieve, direct = why.get((early, late), (OPEN, False))
        wanted = (g1["rank"] < g2["rank"]) != flipped
        verdict = "tied" if g1["rank"] == g2["rank"] else "right" if wanted and sieve != OPEN else "wrong"
        told = (g2, g1) if flipped else (g1, g2)
        words = [f"{e['type']} ({e.get('cue') or '?'})" for e in told]
        yield Pair(name, sieve, direct, abs(rows[one] - rows[other]) == 1, verdict, *words)


def reasons(order: Iterable[dict[str, Any]]) -> dict[tuple[str, str], tuple[str, bool]]:
    """For each pair that a path joins: the sieve of the weakest edge of its best path, and whether the path is one edge."""
    edges = {(e["before"], e["after"]): e for e in order}
    out = {pair: (e["why"], True) for pair, e in edges.items()}
    sure: nx.DiGraph[str] = nx.DiGraph()
    for (_, why), some in groupby(sorted(edges.values(), key=_sureness), key=_sureness):
        sure.add_edges_from((e["before"], e["after"]) for e in some)
        for pair in nx.transitive_closure(sure).edges:
            out.setdefault(pair, (why, False))
    return out


def _sureness(edge: dict[str, Any]) -> tuple[float, str]:
    return -edge["strength"], edge["why"]


def table(found: list[Pair]) -> str:
    """Right, wrong and tied for each sieve, as one edge and as the weakest edge of a path; and the sums."""
    rows = [f"{'sieve':14}{'as an edge':>22}{'in a path':>24}{'precision':>12}", f"{'':14}" + "  right wrong  tied " * 2]
    for sieve in (*sorted({p.why for p in found} - {OPEN}), OPEN):
        counts = [Counter(p.verdict for p in found if p.why == sieve and p.direct is direct) for direct in (True, False)]
        right, wrong = (sum(c[v] for c in counts) for v in VERDICTS[:2])
        share = f"{right / (right + wrong):>10.3f}" if right + wrong and sieve != OPEN else ""
        rows.append(f"{sieve:14}" + " ".join(f"{c[v]:6}" for c in counts for v in VERDICTS) + share)
    return "\n".join([*rows, *sums(found)])


def sums(found: list[Pair]) -> list[str]:
    """What part of the pairs is joined and right, and what part of the neighbours rests on the order of telling alone."""
    ordered = [p for p in found if p.verdict != "tied"]
    joined = [p for p in ordered if p.why != OPEN]
    right = sum(p.verdict == "right" for p in joined)
    beside = [p for p in found if p.adjacent and p.why != OPEN]
    telling = sum(p.why == "telling" for p in beside)
    return [
        f"joined {len(joined)} of {len(ordered)} ordered pairs, {right} right ({right / max(1, len(joined)):.3f})",
        f"neighbours that rest on order of telling alone: {telling} of {len(beside)} ({telling / max(1, len(beside)):.3f})",
    ]


if __name__ == "__main__":
    raise SystemExit(main())
