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

REPORT, SKIPPED, NOTES = "report.json", "skipped.txt", "notes.txt"
SAID = 20  # notes that stand in the report, and lines of either file that are said at the end


@dataclass(frozen=True, slots=True)
class Report:
    """``read`` articles, of which ``parsed`` passed the gate; ``skipped`` and ``failed`` ones are in skipped.txt, each with why.

    ``seconds`` and ``articles_per_second`` are those of this run alone, ``parts_before`` the parts that it found done; ``notes``
    are the first of ``notes_in_all``, each of which has its line in notes.txt.
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
    notes_in_all: int = 0


def write(source: str, out: Path, done: Done) -> Report:
    """Adds up, writes report.json and skipped.txt, and takes out what is of no part of the run."""
    outcomes, events, notes = Counter[str](), Counter[str](), list(done.notes)
    with (out / SKIPPED).open("w", encoding="utf-8") as lines, (out / NOTES).open("w", encoding="utf-8") as remarks:
        remarks.writelines(map(_one_line, done.notes))
        count = len(done.notes)
        for record in records.every(out, done.parts):
            outcomes.update(record.outcomes)
            events.update(record.events)
            remarks.writelines(map(_one_line, record.notes))
            notes, count = [*notes, *record.notes][:SAID], count + len(record.notes)
            lines.writelines(_line(*row) for row in record.skipped)
        lines.writelines(_line(*row) for row in done.failed)
    report = _report(source, outcomes, events, done, (tuple(notes[:SAID]), count))
    records.whole(out / REPORT, orjson.dumps(asdict(report), option=orjson.OPT_INDENT_2))
    for stray in records.leftover(out, {*done.parts, "input"}):
        stray.unlink(missing_ok=True)
    return report


def _line(what: str, why: str) -> str:
    return _one_line(f"{what}: {why}")


def _one_line(told: str) -> str:
    return " ".join(without_controls(told).split()) + "\n"


def _report(source: str, outcomes: Counter[str], events: Counter[str], done: Done, notes: tuple[tuple[str, ...], int]) -> Report:
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
        notes=notes[0],
        notes_in_all=notes[1],
    )
