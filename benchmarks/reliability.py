"""Does confidence mean something? `python -m benchmarks.reliability [--gold DIR ...]`: of events said at 0.9, how many are right.

An event is right when the scorer matches it with a coded one (type, and at least one actor). `--fit` writes the weights of
rules/confidence.toml from the articles that may be read; those named in unread.txt are only measured.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.gold import GOLD, ROOT, coded
from extract import confidence, extract, read
from extract.exports import contract
from extract.types import CORE_TYPES
from tests import score

WEIGHTS = ROOT / "extract" / "rules" / "confidence.toml"
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
RIDGE, LOOSE, ROUNDS = 2.0, 1e-6, 30
FEWEST = 20  # held-out events on which a bound can rest


class Row(NamedTuple):
    """One event of ours: its article, whether that may be read, what it shows, how sure we are, and whether it is right."""

    article: str
    readable: bool
    core: bool
    features: dict[str, float]
    confidence: float
    right: bool


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reliability")
    parser.add_argument(
        "--gold", type=Path, action="append", metavar="DIR", help="coded articles (default: those of the project)"
    )
    parser.add_argument("--fit", action="store_true", help="fit the weights on the articles that may be read, and write them")
    options = parser.parse_args(argv)
    found = [row for place in options.gold or [GOLD / "public"] for row in rows(place)]
    readable = [row for row in found if row.readable]
    if options.fit:
        write(fitted(readable), sure(readable))
        return 0
    for name, some in (("READ", True), ("UNREAD", False)):
        for kind, core in (("core", True), ("all", False)):
            print(table(f"{name} {kind}", [r for r in found if r.readable is some and (r.core or not core)]))  # noqa: T201
    return 0


def rows(place: Path) -> Iterator[Row]:
    """All events that are found in the articles of a folder."""
    unread = place / "unread.txt"
    hidden = set(unread.read_text().split()) if unread.is_file() else set()
    for file in coded(place):
        gold = json.loads(file.read_text(encoding="utf-8"))
        story = extract(read(file.with_suffix(".txt"), published=gold["published"]))
        right = matched(gold, contract.to_dict([story])["stories"][0], file.with_suffix(".txt").read_text(encoding="utf-8-sig"))
        known = {actor.id: actor for actor in story.actors}
        for event in story.events:
            if event.status == "happened":
                shown = confidence.features(event, known, story.events)
                yield Row(
                    file.stem, file.stem not in hidden, event.type in CORE_TYPES, shown, event.confidence, event.id in right
                )


def matched(gold: dict[str, Any], told: dict[str, Any], text: str) -> set[str]:
    """The ids of the events of ours that the scorer matches with coded ones."""
    mapping = score.align_actors(gold, told)
    ours = [score.normal(e, mapping) for e in told["events"] if e["status"] == "happened"]
    theirs = [e for e in gold["events"] if e["status"] == "happened"]
    cues = {e["id"]: (at, at + len(e["cue"])) for e in theirs if e.get("cue") and (at := text.find(e["cue"])) >= 0}
    return {event["id"] for _, event in score.match(theirs, ours, cues)}


def table(title: str, found: list[Row]) -> str:
    """How many events are said and right in each band of confidence."""
    lines = [f"{title}: {len(found)} events", "  confidence   said  right  share right"]
    for low, high in pairwise(BANDS):
        band = [row for row in found if low <= row.confidence < high]
        right = sum(row.right for row in band)
        lines.append(f"  {low:.1f} to {min(high, 1):.1f}  {len(band):5}  {right:5}  {right / len(band) if band else 0:.2f}")
    return "\n".join(lines)


def fitted(found: list[Row]) -> dict[str, float]:
    """The weights of a logistic regression with a ridge, by Newton's method: the same rows give the same weights."""
    names = sorted({name for row in found for name in row.features})
    shown = np.array([[row.features.get(name, 0.0) for name in names] for row in found])
    right = np.array([float(row.right) for row in found])
    weights = np.zeros(len(names))
    held = np.array([LOOSE if name == "any" else RIDGE for name in names])
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-shown @ weights))
        slope = shown.T @ (said - right) + held * weights
        weights -= np.linalg.solve((shown.T * (said * (1 - said))) @ shown + np.diag(held), slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def sure(found: list[Row]) -> float:
    """The score from which nine in ten were right among events of articles that the weights were not fitted on; 1 if none is."""
    scored: list[tuple[float, bool]] = []
    for article in sorted({row.article for row in found}):
        weights = fitted([row for row in found if row.article != article])
        held = [row for row in found if row.article == article]
        scored += [(score_of(row, weights), row.right) for row in held]
    scored.sort(reverse=True)
    right, least = 0, 1.0
    for said, (share, so) in enumerate(scored, start=1):
        right += so
        if said >= FEWEST and right >= confidence.SURE * said:
            least = share
    return round(least, 2)


def score_of(row: Row, weights: dict[str, float]) -> float:
    """What weights say of an event."""
    return float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) * value for name, value in row.features.items()))))


def write(weights: dict[str, float], least: float) -> None:
    """Weights and bound into their file, under the head that it has."""
    head = WEIGHTS.read_text(encoding="utf-8").split("[held_out]")[0]
    lines = [f"{json.dumps(name)} = {weight}" for name, weight in weights.items()]
    WEIGHTS.write_text(f"{head}[held_out]\nsure = {least}\n\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
