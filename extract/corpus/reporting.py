"""What came of a run as a whole: counts added up from the records of its parts, a line for each row that was not read."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from extract.corpus import records
from extract.corpus.columns import OUTCOMES
from extract.corpus.running import Done
from extract.reading.about import spelt, without_controls

REPORT, SKIPPED = "report.json", "skipped.txt"


@dataclass(frozen=True, slots=True)
class Report:
    """``read`` articles, of which ``parsed`` passed the gate; ``skipped`` and ``failed`` ones are in skipped.txt, each with why.

    ``seconds`` and ``articles_per_second`` are those of this run alone, ``parts_before`` the parts that it found done.
    """

    input: str
    read: int
    parsed: int
    told: int
    skipped: int
    failed: int
    events: dict[str, int]
    parts: int
    parts_before: int
    parts_failed: int
    seconds: float
    articles_per_second: float
    notes: tuple[str, ...] = ()


def write(source: str, out: Path, done: Done) -> Report:
    """Adds up, writes report.json and skipped.txt, and takes out what is of no part of the run."""
    outcomes, events, notes = Counter[str](), Counter[str](), dict.fromkeys(done.notes)
    with (out / SKIPPED).open("w", encoding="utf-8") as lines:
        for record in records.every(out, done.parts):
            outcomes.update(record.outcomes)
            events.update(record.events)
            notes.update(dict.fromkeys(record.notes))
            lines.writelines(_line(*row) for row in record.skipped)
        lines.writelines(_line(*row) for row in done.failed)
    report = _report(source, outcomes, events, done, tuple(notes))
    records.whole(out / REPORT, orjson.dumps(asdict(report), option=orjson.OPT_INDENT_2))
    for stray in records.leftover(out, {*done.parts, "input"}):
        stray.unlink(missing_ok=True)
    return report


def _line(what: str, why: str) -> str:
    return " ".join(without_controls(f"{what}: {why}").split()) + "\n"


def _report(source: str, outcomes: Counter[str], events: Counter[str], done: Done, notes: tuple[str, ...]) -> Report:
    read = sum(outcomes[one] for one in OUTCOMES if one != "skipped")
    return Report(
        input=spelt(source),
        read=read,
        parsed=read - outcomes["passed over"],
        told=outcomes["told"],
        skipped=outcomes["skipped"],
        failed=outcomes["failed"],
        events=dict(events.most_common()),
        parts=len(done.parts),
        parts_before=done.before,
        parts_failed=len(done.failed),
        seconds=round(done.seconds, 1),
        articles_per_second=round(done.articles / done.seconds, 1) if done.seconds else 0.0,
        notes=notes,
    )
