"""Stories built by hand, with defaults for whatever a test does not care about, and the seed story as a careful coder has it."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from extract.types import EVENT_TYPES, Actor, ActorKind, Article, Edge, Event, EventType, Link, Span, Status, Story, Telling, Why

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


# What a crowded story is made of: long and short names, parties, ties, plans, denials, dates and none.
GIVEN = "Ama Piri Jo Hēnare Siobhán Lwazi Bartholomew Ngozi Ed Aroha Thandiwe Mo Konstantina Uma Wiremu Li".split()
FAMILY = (
    "Okoro|Tāmati|Lind|Featherstonehaugh-Moore|Ng|Vandermeer|Quill|Mbeki-Dlamini|Ó Murchadha|Hale|Marlowe|Te Rangi|Brandt-Iwu|"
    "Sze|Abernathy|Castellanos|Iqbal|Whitcombe|Rao|Fonoti|Stubbs|Achterberg|Nkosi|Pell|Yilmaz|Dubois-Laframboise|Kerr|Moana|"
    "Threlfall|Bassi|Xu|Oyelaran|Penhaligon|Rangihuna|Sato|Duarte|McAllister|Vass|Henare|Lo|Prendergast|Zwane|Kaur|Ashdown"
).split("|")
PARTIES = ("Northern Union", "Reform", "Green Alliance", "Country and Coast", None)
GROUPS = ("Reform MPs", "members of the public", "Northern Union", "the minister's staff", "police")
PLACES = ("entrance", "inside", "inside", "inside", "outside")
WORDS = (
    "shouted across the floor that the minister had misled the House",
    "rose at once",
    "accused the member opposite of hiding the report that the committee had asked for three times since the spring",
    "was told to leave the chamber",
    "left with about a dozen colleagues, some of them holding up copies of the bill",
    "said that he would not take any lectures from a party that “never once opened the books”",
)
SPOKEN: tuple[tuple[Why, str], ...] = (
    ("connective", "after that"),
    ("cause", "which prompted"),
    ("stated time", "ten minutes later"),
)
FIRST_DAY = date(2031, 3, 4)


def crowd_story(events: int = 60, actors: int = 60, seed: int = 1) -> Story:
    """A story of so many events and actors."""
    lot = random.Random(seed)
    cast = _crowd(actors, lot)
    text, told = "", []
    for place in range(events):
        words, sentence = WORDS[lot.randrange(len(WORDS))], f"In {place + 1} turns, "
        _, link = SPOKEN[place % len(SPOKEN)]
        start = len(text) + len(sentence)
        text += f"{sentence}{words}, {link}. "
        told.append((Span("a1", start, start + len(words), words), Span("a1", start + len(words) + 2, len(text) - 2, link)))
    made = tuple(_act(place, events, cast, told[place][0], lot) for place in range(events))
    made = _ranked(made, lot)
    order = tuple(
        _tie(one, other, told[place][1], place) for place, (one, other) in enumerate(pairwise(made)) if one.rank < other.rank
    )
    source = Article("a1", text, title="A long day", outlet="The Ledger", published="2031-03-12", words=len(text.split()))
    return Story("crowd", "A long day", (source,), cast, made, order, links(made))


def _crowd(count: int, lot: random.Random) -> tuple[Actor, ...]:
    made = [Actor("a1", "Konstantina Abernathy", "person", role="Speaker")]
    families = lot.sample(FAMILY, len(FAMILY))
    names = [f"{GIVEN[lot.randrange(len(GIVEN))]} {families[place % len(families)]}" for place in range(count)]
    for place in range(1, count):
        if place % 11 == 5:
            made.append(Actor(f"a{place + 1}", f"{GROUPS[place // 11 % len(GROUPS)]}", "group"))
        else:
            made.append(Actor(f"a{place + 1}", names[place], "person", party=PARTIES[lot.randrange(len(PARTIES))]))
    return tuple(made)


def _act(place: int, count: int, cast: tuple[Actor, ...], words: Span, lot: random.Random) -> Event:
    type = EVENT_TYPES[min(lot.randrange(len(EVENT_TYPES)), lot.randrange(len(EVENT_TYPES)))]
    # Everybody appears where there are as many events as actors; a few are in much of it, as in life.
    first = cast[place % len(cast)].id
    second = cast[int(len(cast) * lot.random() ** 2.2)].id
    actors = (first,) if lot.random() < 0.85 else tuple(dict.fromkeys((first, cast[lot.randrange(len(cast))].id)))
    targets = (second,) if second not in actors and lot.random() < 0.9 else ()
    status: Status = "happened" if lot.random() > 0.14 else ("planned", "denied", "hypothetical")[lot.randrange(3)]
    scene = PLACES[place * len(PLACES) // count]
    day = FIRST_DAY + timedelta(days=place * 8 // count)
    dated = _dates(day, lot)
    telling = Telling(type, words, "made-up", actors=actors, targets=targets, status=status)
    return Event(f"e{place + 1}", type, actors, targets, status, place=scene, evidence=(telling,), confidence=0.8, **dated)  # type: ignore[arg-type]


def _dates(day: date, lot: random.Random) -> dict[str, str | None]:
    draw = lot.random()
    if draw < 0.15:
        return {}
    if draw < 0.3:
        return {"earliest": day.isoformat(), "latest": (day + timedelta(days=lot.randrange(1, 4))).isoformat()}
    return {"date": day.isoformat(), "earliest": day.isoformat(), "latest": day.isoformat()}


def _ranked(made: tuple[Event, ...], lot: random.Random) -> tuple[Event, ...]:
    """Ranks from 1, now and then shared by two or open by a few."""
    ranked, rank = [], 0
    for event in made:
        rank += 0 if ranked and event.status == ranked[-1].status == "happened" and lot.random() < 0.12 else 1
        last = rank + (lot.randrange(1, 4) if lot.random() < 0.15 else 0)
        ranked.append(replace(event, rank=rank, rank_min=rank, rank_max=last))
    return tuple(ranked)


def _tie(one: Event, other: Event, words: Span, place: int) -> Edge:
    if place % 3:
        return Edge(one.id, other.id, 0.4, "telling")
    return Edge(one.id, other.id, 0.9, SPOKEN[place % len(SPOKEN)][0], words)
