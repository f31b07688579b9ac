"""What a worker does with a part: reads it, extracts what the gate lets through, and writes all of it down."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import extract
from extract import gate, lexicon, roster
from extract.corpus import columns, records
from extract.corpus.job import Job
from extract.corpus.records import Record
from extract.exports import contract
from extract.reading import Unreadable, read_part
from extract.reading.about import spelt
from extract.reading.parts import Part
from extract.roster import Roster
from extract.types import Article, Story

if TYPE_CHECKING:
    from spacy.language import Language

# A cluster may give a process several threads; a parse takes one, and word lists and cells are of the process.
_ONE = threading.Lock()


def work(part: Part, name: str, job: Job) -> Record:
    """Does a part, unless it is done; what comes back are counts, and no text."""
    with _ONE:
        return records.find(Path(job.out), name) or _done(part, name, job)


def _done(part: Part, name: str, job: Job) -> Record:
    start, notes = time.perf_counter(), dict[str, None]()

    def note(line: str) -> None:
        notes[spelt(line)] = None

    read = read_part(part, published=job.published, outlet=job.outlet, max_chars=job.max_chars, note=note)
    passed, rows = _sorted(read, job)
    stories = _told(passed, rows, job)
    out = Path(job.out)
    records.table(out, "articles", name, columns.table((rows[n] for n in sorted(rows)), columns.ARTICLES))
    records.table(out, "events", name, columns.table((row for s in stories for row in columns.events(s)), columns.EVENTS))
    if job.stories and stories:
        records.whole(out / records.STORIES / f"{name}.json", contract.dumps(stories).encode())
    record = _record(name, list(rows.values()), stories, tuple(notes), time.perf_counter() - start)
    records.write(out, record)
    return record


def _sorted(read: Iterator[Article | Unreadable], job: Job) -> tuple[dict[int, Article], dict[int, columns.Row]]:
    """By their number in the part the articles that pass the gate, and the rows of the others."""
    passed: dict[int, Article] = {}
    rows: dict[int, columns.Row] = {}
    with lexicon.using(job.codebook):
        for n, one in enumerate(read):
            if isinstance(one, Unreadable):
                rows[n] = columns.unread(spelt(one.path), spelt(f"{one.wrong}; {one.remedy}"))
            elif job.gate and not gate.passes(one.text):
                rows[n] = columns.article(one, "passed over")
            else:
                passed[n] = one
    return passed, rows


def _told(passed: dict[int, Article], rows: dict[int, columns.Row], job: Job) -> list[Story]:
    """The stories with events; each article gets its row."""
    if not passed:
        return []
    made = extract._stories(passed.values(), nlp=_pipeline(job.pipeline), roster=_roster(job.roster), codebook=job.codebook)
    out = []
    for (n, one), story in zip(passed.items(), made, strict=True):
        if isinstance(story, Unreadable):  # it asks more of the rules than prose does
            rows[n] = columns.article(one, "skipped", reason=f"{story.wrong}; {story.remedy}")
        elif isinstance(story, Exception):
            rows[n] = columns.article(one, "failed", reason=f"the extraction failed ({type(story).__name__}); please report it")
        else:
            rows[n] = columns.article(one, "told" if story.events else "silent", events=len(story.events))
            out += [story] if story.events else []
    return out


def _record(name: str, rows: list[columns.Row], stories: list[Story], notes: tuple[str, ...], seconds: float) -> Record:
    return Record(
        part=name,
        outcomes=dict(Counter(row["outcome"] for row in rows)),
        events=dict(Counter(event.type for story in stories for event in story.events)),
        skipped=tuple((row["article"], row["reason"]) for row in rows if row["reason"]),
        notes=notes,
        seconds=round(seconds, 3),
    )


@cache
def _pipeline(name: str | None) -> Language:
    return extract._pipeline(name)


@cache
def _roster(file: str | None) -> Roster | None:
    return roster.read(file) if file else None
