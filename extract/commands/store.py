"""`python -m extract store`: what is kept, found, corrected and taken out again, in the store that the desk shares."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from .. import captions
from ..corrections import Corrected, Entry, Unclear, gold, holding, in_words, kinds
from ..exports import contract
from ..types import Event, Story
from . import saying
from .intake import extracted, extracts, taken_in
from .streams import Misuse, out, plain, remark, write_file, write_json
from .table import table, width

if TYPE_CHECKING:
    from ..store import Hit, Row, Store


def store(options: Namespace) -> int:
    """Carries out an action of the store; the exit code says how it went."""
    for word in vars(options).values():
        if isinstance(word, str) and not word.isprintable() and any("\ud800" <= c <= "\udfff" for c in word):
            raise Misuse(f"{word!r} is no UTF-8; type it in another way")
    return ACTIONS[options.does](options)


@contextmanager
def _opened(options: Namespace) -> Iterator[Store]:
    """The store, closed at the end; what is wrong with it, or with what is said to it, in one line."""
    from ..store import Store, Unusable

    try:
        store = Store.open(options.store)
        try:
            yield store
        finally:
            store.close()
    except (Unusable, Unclear) as error:
        raise Misuse(str(error)) from None


def _add(options: Namespace) -> int:
    """0: all kept; 1: some skipped; 2: nothing read."""
    skipped: list[str] = []
    with _opened(options) as store:
        kept = 0
        for one in store.add(taken_in(options, skipped), replaces=options.replaces):
            kept += 1
            out(f"{one.article}: {one.outcome}, in the story {one.story}" if one.story else f"{one.article}: {one.outcome}")
    return 2 if not kept else 1 if skipped else 0


def _again(options: Namespace) -> int:
    skipped: list[str] = []
    read = extracts(options)
    with _opened(options) as store:
        made = store.again(lambda article: extracted(read, article, skipped), story=options.story)
        for one in tqdm(made, delay=1, disable=None, leave=False, unit="article", file=sys.stderr):
            out(f"{one.article}: {'as before' if one.outcome == 'known' else one.outcome}")
    return 1 if skipped else 0


def _list(options: Namespace) -> int:
    with _opened(options) as store:
        rows: Iterable[Any] = store.articles() if options.articles else store.stories()
    if options.json:
        _out_json([asdict(row) for row in rows])
    elif options.articles:
        for row in rows:
            state = f"in {row.story}" if row.story else f"replaced by {row.replaced_by}"
            out(plain("  ".join(filter(None, (row.id, row.outlet, row.published, row.title, state)))))
    else:
        for row in rows:
            out(plain(_row(row)))
    return 0


def _row(row: Row) -> str:
    """ "wire  2024-03-13..2024-03-14  3 articles  12 events, 4 reviewed  Vale ordered out"."""
    days = row.first or "no date"
    days += f"..{row.last}" if row.last and row.last != row.first else ""
    seen = f", {row.reviewed} reviewed" if row.reviewed else ""
    return f"{row.id}  {days}  {_number(row.articles, 'article')}  {_number(row.events, 'event')}{seen}  {row.title}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _search(options: Namespace) -> int:
    """0: found; 1: nothing."""
    with _opened(options) as store:
        hits = store.search(" ".join(options.words), limit=options.limit, kind=options.kind)
    if options.json:
        _out_json([asdict(hit) for hit in hits])
    else:
        for hit in hits:
            out(plain(_hit(hit)))
        if not hits:
            remark("nothing holds all of these words")
    return 0 if hits else 1


def _hit(hit: Hit) -> str:
    place = f" [{hit.span.start}:{hit.span.end}]" if hit.span else ""
    return f"{hit.story}  {hit.kind} {hit.ref}{place}  {hit.snippet}"


def _out_json(rows: Any) -> None:
    out(json.dumps(rows, ensure_ascii=False, indent=2))


def _show(options: Namespace) -> int:
    with _opened(options) as store:
        made = Corrected(store.machine_story(options.story)) if options.machine else store.corrected(options.story)
    for lost in made.unplaced:
        remark(f"note: {_said(lost.entry)}: could not be placed, since {lost.why}")
    if options.json:
        write_json(contract.dumps([made.story]), options.json)
    if options.html:
        from ..exports.page import page

        write_file(Path(options.html), page(made.story, reviewed=made.reviews))
    if options.json != "-":
        out(table(made.story, width=width(), reviewed=made.reviews, ids=True))
    return 0


def _changes(options: Namespace) -> int:
    with _opened(options) as store:
        older, newer = store.versions(options.article)
        diff = store.changes(options.article)
    for sign, story, events in (("+", newer, diff.added), ("-", older, diff.gone)):
        for event in events:
            out(plain(f"{sign} {_event(story, event)}"))
    for change in diff.changed:
        out(plain(f"~ {_event(newer, change.after)}: {', '.join(change.fields)}"))
    if not diff:
        out("no event is told otherwise")
    return 0


def _event(story: Story, event: Event) -> str:
    return (
        f"{captions.caption(story, event)} (“{captions.shortened(event.evidence[0].span.text)}”)" if event.evidence else event.id
    )


def _correct(options: Namespace) -> int:
    with _opened(options) as store:
        said = saying.said(store.story(options.story), options)
        for entry in store.say(options.story, said, by=options.by, why=options.why):
            out(plain(_said(entry)))
        for lost in store.corrected(options.story).unplaced:
            remark(f"note: {_said(lost.entry)}: could not be placed, since {lost.why}")
    return 0


def _undo(options: Namespace) -> int:
    if not options.number.isdecimal():
        raise Misuse(f"{options.number!r} is no number of a correction; `store log` shows them")
    with _opened(options) as store:
        before = _told(store.story(options.story))
        out(plain(_said(store.correct(options.story, kinds.Undo(int(options.number)), by=options.by, why=options.why))))
        if _told(store.story(options.story)) == before:
            remark("note: the story is as before, since what is left of the log says the same; `store log` shows it")
    return 0


def _told(story: Story) -> list[tuple[str, str, str | None, int]]:
    """What a story says, in words: whoever is new has another id each time."""
    return [(captions.caption(story, e), e.status, e.date, e.rank) for e in story.events]


def _log(options: Namespace) -> int:
    with _opened(options) as store:
        entries = store.log(options.story)
    stand = {e.seq for e in holding(entries)}
    for entry in entries:
        undone = "" if entry.seq in stand or isinstance(entry.correction, kinds.Undo) else "  (undone)"
        out(plain(_said(entry) + undone))
    return 0


def _said(entry: Entry) -> str:
    """ "12  2024-03-14T10:00:00+00:00  Ana Reyes  “shouted at him” is of the type “Attack”  (seen on the tape)"."""
    why = f"  ({entry.why})" if entry.why else ""
    return f"{entry.seq}  {entry.at}  {entry.by}  {in_words(entry.correction)}{why}"


def _gold(options: Namespace) -> int:
    """Writes <article>.json and <article>.txt for each article, and story.json into the folder `merged` for several."""
    folder = Path(options.dir)
    with _opened(options) as store:
        story, log = store.story(options.story), store.log(options.story)
    try:
        (folder / "merged").mkdir(parents=True, exist_ok=True) if len(story.articles) > 1 else folder.mkdir(
            parents=True, exist_ok=True
        )
    except OSError as error:
        raise Misuse(f"{folder}: cannot be made a folder ({error.strerror}); give another place") from None
    for article in story.articles:
        coded = gold.coded(story, holding(log))[article.id]
        write_file(folder / f"{article.id}.json", json.dumps(coded, ensure_ascii=False, indent=1) + "\n")
        write_file(folder / f"{article.id}.txt", article.text)
    if len(story.articles) > 1:
        write_file(folder / "merged" / "story.json", json.dumps(gold.whole(story), ensure_ascii=False, indent=1) + "\n")
    out(f"{folder}: {_number(len(story.articles), 'coded article')}")
    return 0


def _delete(options: Namespace) -> int:
    _ask(options, options.id, "takes out {!r} and what was said of it")
    with _opened(options) as store:
        gone = store.delete(options.id, only=options.only)
    out(f"taken out: {', '.join(gone.articles)}; {_entries(gone.entries)} of the log with it")
    return 0


def _ask(options: Namespace, what: str, does: str) -> None:
    """Lets what cannot be undone be typed once more. Raises Misuse where something else is typed."""
    if not options.yes:
        remark(f"This {does.format(what)}, and cannot be undone. Type it again:")
        if sys.stdin.readline().strip() != what:
            raise Misuse("something else was typed, and nothing was changed; type it again, or give --yes")


def _forget(options: Namespace) -> int:
    """0: withheld; 1: it stands nowhere."""
    _ask(
        options, options.name, "withholds {!r} in every text, title and correction, and the surname where that person takes part"
    )
    with _opened(options) as store:
        gone = store.forget(options.name)
    if not gone.articles and not gone.entries:
        remark(f"{options.name!r} stands nowhere in the store, and will be withheld in what comes later; check how it is written")
        return 1
    out(f"withheld in {_number(len(gone.articles), 'article')} and {_entries(gone.entries)} of the log, and in what comes later")
    remark("note: backups made before, exported pages and files of articles still hold the name; delete them too")
    return 0


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _backup(options: Namespace) -> int:
    with _opened(options) as store:
        out(f"{options.file}: {_number(store.backup(options.file), 'article')}")
    return 0


def _restore(options: Namespace) -> int:
    with _opened(options) as store:
        out(f"restored: {_number(store.restore(options.file), 'article')}")
    return 0


ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "add": _add, "list": _list, "search": _search, "show": _show, "changes": _changes, "again": _again, "correct": _correct,
    "undo": _undo, "log": _log, "gold": _gold, "delete": _delete, "forget-person": _forget, "backup": _backup,
    "restore": _restore,
}  # fmt: skip
