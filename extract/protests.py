"""Of protests at what the chair or the House did: whatever they name as their ground came first, wherever it is told.

"He protested against *the decision*", "objected to *a ruling* that he was out of order", "walked out over *the suspension*".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract import lexicon
from extract.events import home
from extract.types import Event, Signal, Span, Why

PROTESTS = {"objection", "walkout"}
GROUNDS = ("ruling", "decision", "ejection")


def grounds(events: tuple[Event, ...], signals: tuple[Signal, ...]) -> Iterator[tuple[str, str, float, Why, Span | None]]:
    """The act that a protest names as its ground, before it: of several the one by whom it is against, else none."""
    acts = [e for e in events if e.status == "happened" and e.place != "outside"]
    for protest in (e for e in acts if e.type in PROTESTS):
        said = set(re.findall(r"[a-z]+", home(protest).span.text.lower()))
        for type in GROUNDS:
            if said & lexicon.words("speech", f"{type}_grounds"):
                done = [e for e in acts if e.type == type and e.date == protest.date]
                theirs = [e for e in done if set(e.actors) & set(protest.targets)] or done
                if len(theirs) == 1:
                    yield theirs[0].id, protest.id, 0.65, "procedure", None
