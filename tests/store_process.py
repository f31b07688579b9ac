"""One process of several in a test: it writes articles and says each that is kept, or reads what there is, until time is up."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import replace

from extract.corrections import kinds, what
from extract.reading import from_text
from extract.store import Store
from extract.store.encoding import rewritten, with_article
from extract.types import Story

from . import factories

NAMES = ("Okoro", "Tāmati", "Lind", "Ama", "Piri", "Jo")


def called(name: str, row: int) -> str:
    """Another name as long, of its own for each of many rows."""
    letters = "abdefgiklmnoprstuvz"
    out = "".join(letters[(ord(c) * 7 + row * (n + 3) + row // 19 * (n + 1)) % len(letters)] for n, c in enumerate(name))
    return out.capitalize()


def made(name: str, turn: int) -> Story:
    """A story of one article that nobody else writes; three turns of each process are one row, and one story."""
    row = turn // 3
    names = {old: called(old, row) for old in NAMES}

    def change(text: str) -> str:
        return re.sub("|".join(NAMES), lambda m: names[m[0]], text)

    story = rewritten(factories.exchange(), change)
    one, two, three = (called(word, row) for word in ("Marlowe", "Quillon", "Byrnes"))
    shared = f"{one} of {two} had asked {three} what had become of the money for the dam on the upper river near {two} by then."
    last = f"Nobody answered {one} in the whole of that long and loud afternoon of {three}. {name} {turn}."
    text = f"{change(factories.TEXT)} {shared} {last}"
    return with_article(replace(story, id="a1", articles=(replace(from_text(text), id="a1"),)), f"{name}-{turn}")


def write(database: str, name: str, seconds: float) -> None:
    store, end, turn = Store.open(database), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        for kept in store.add([made(name, turn)]):
            print("kept", kept.article, flush=True)  # noqa: T201
        if turn % 5 == 0:
            story = store.story(kept.story)
            store.correct(story.id, kinds.Accept(what(story, story.events[0].id)), by=name)
        turn += 1


def read(database: str, seconds: float) -> None:
    store, end, times = Store.open(database), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        for row in store.stories()[:5]:
            story = store.story(row.id)
            assert len(story.articles) >= row.articles
            store.search("shouted chamber", limit=3)
        times += 1
    print("read", times, flush=True)  # noqa: T201


if __name__ == "__main__":
    role, address, *rest = sys.argv[1:]
    if role == "write":
        write(address, rest[0], float(rest[1]))
    elif role == "read":
        read(address, float(rest[0]))
    else:
        print("begun", flush=True)  # noqa: T201
        Store.open(address).backup(rest[0])
