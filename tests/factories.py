"""Stories built by hand, with defaults for whatever a test does not care about, and the seed story as a careful coder has it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from extract.types import Actor, ActorKind, Article, Edge, Event, EventType, Link, Span, Story, Telling, Why

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold" / "seeds"
TEXT = "Ama Okoro shouted at Piri Tāmati. The Speaker, Jo Lind, then ordered her out of the chamber."
# The words of the gold story's acts as each article has them, where they differ from the gold's own cue.
SECOND_TELLINGS = {
    "e3": {"001": "went on a furious offensive"},
    "e5": {"000": 'accused the Labour Party of "backing rapists"', "001": 'accused the Labour Party of "backing rapists"'},
}


def article(id: str = "a1", text: str = TEXT, **given: object) -> Article:
    return replace(Article(id, text, words=len(text.split())), **given)  # type: ignore[arg-type]


def actor(id: str, name: str | None = None, kind: ActorKind = "person", **given: object) -> Actor:
    return replace(Actor(id, name or id.title(), kind), **given)  # type: ignore[arg-type]


def span(words: str, source: Article | None = None) -> Span:
    source = source or article()
    start = source.text.index(words)
    return Span(source.id, start, start + len(words), words)


def telling(type: EventType = "heckle", words: str = "shouted at", source: Article | None = None, **given: object) -> Telling:
    return replace(Telling(type, span(words, source), "made-up"), **given)  # type: ignore[arg-type]


def event(id: str = "e1", type: EventType = "heckle", rank: int = 1, **given: object) -> Event:
    return replace(Event(id, type, rank=rank, rank_min=rank, rank_max=rank), **given)  # type: ignore[arg-type]


def edge(before: str, after: str, why: Why = "telling", strength: float = 0.5, evidence: Span | None = None) -> Edge:
    return Edge(before, after, strength, why, evidence)


def story(*events: Event, **given: object) -> Story:
    """A story of these events; actors nobody declared are persons named after their ids."""
    cast = given.pop("actors", None) or tuple(
        actor(id) for id in dict.fromkeys(id for item in events for id in (*item.actors, *item.targets))
    )
    made = Story("s1", "A made-up story", (article(),), cast, events, (), links(events))  # type: ignore[arg-type]
    return replace(made, **given)  # type: ignore[arg-type]


def links(events: tuple[Event, ...]) -> tuple[Link, ...]:
    made: dict[tuple[str, str, EventType], list[str]] = {}
    for item in events:
        for source in item.actors:
            for target in item.targets:
                made.setdefault((source, target, item.type), []).append(item.id)
    return tuple(Link(*key, tuple(ids)) for key, ids in made.items())


def exchange() -> Story:
    """Two acts, one article: a heckle and the ejection that follows it."""
    first = event("e1", "heckle", 1, actors=("okoro",), targets=("tamati",), place="inside", evidence=(telling(),))
    words = telling("ejection", "ordered her out of the chamber", actors=("lind",), targets=("okoro",))
    second = event("e2", "ejection", 2, actors=("lind",), targets=("okoro",), place="inside", evidence=(words,))
    cast = (actor("okoro", "Ama Okoro"), actor("tamati", "Piri Tāmati"), actor("lind", "Jo Lind", role="Speaker"))
    return story(first, second, actors=cast, order=(edge("e1", "e2", "connective", 0.9, span("then")),))


def seed_story() -> Story:
    """The two seed articles as one story, as the gold has it; reasons for the order are made up from the ranks."""
    gold = json.loads((GOLD / "merged" / "story.json").read_text(encoding="utf-8"))
    texts = [
        article(path.stem, path.read_text(encoding="utf-8"), outlet="NZ Herald", path=f"seeds/{path.name}")
        for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    cast = tuple(
        Actor(item["id"], item["name"], item["kind"], tuple(item["aliases"]), item["role"], item["party"])
        for item in gold["actors"]
    )
    events = tuple(_gold_event(item, texts) for item in gold["events"])
    return Story("seeds", "Key accuses Labour of “backing rapists”", tuple(texts), cast, events, _chain(events), links(events))


def _gold_event(item: dict[str, object], texts: list[Article]) -> Event:
    found = []
    for source in texts:
        if source.id[:3] not in item["told_by"]:  # type: ignore[operator]
            continue
        words = SECOND_TELLINGS.get(str(item["id"]), {}).get(source.id[:3])
        cues = [str(item["cue"])] if item["cue"] in source.text else []  # type: ignore[operator]
        found += [_evidence(item, cue, source) for cue in dict.fromkeys([*cues, *([words] if words else [])])]
    rank = int(item["rank"])  # type: ignore[call-overload]
    place = "entrance" if rank <= 2 else "outside" if rank == 15 else "inside"
    return Event(
        str(item["id"]),
        item["type"],
        tuple(item["actors"]),
        tuple(item["targets"]),
        rank=rank,  # type: ignore[arg-type]
        rank_min=rank,
        rank_max=rank,
        place=place,
        confidence=0.9,
        evidence=tuple(found),  # type: ignore[arg-type]
    )


def _evidence(item: dict[str, object], cue: str, source: Article) -> Telling:
    at = source.text.index(cue)
    return Telling(
        item["type"],
        Span(source.id, at, at + len(cue), cue),
        f"{item['type']}/{cue.split()[0]}",  # type: ignore[arg-type]
        actors=tuple(item["actors"]),
        targets=tuple(item["targets"]),  # type: ignore[arg-type]
    )


def _chain(events: tuple[Event, ...]) -> tuple[Edge, ...]:
    edges = []
    for before in events:
        for after in events:
            if after.rank == before.rank + 1:
                why: Why = "place" if before.place != after.place else "telling"
                edges.append(Edge(before.id, after.id, 0.8 if why == "place" else 0.3, why))
    return tuple(edges)
