"""A store of many invented stories, the same on every machine: houses of members who shout at each other for years."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import sqlalchemy as sa

from extract.store import Store, keeping, schema
from extract.store.encoding import encode
from extract.store.engine import writing
from extract.types import Actor, Article, Event, Sanction, Span, Story, Telling

from .factories import links

TYPES = {"heckle": 8, "attack": 9, "ejection": 3, "walkout": 2, "point_of_order": 4, "no_confidence_request": 1,
         "intervention": 4, "ruling": 2, "objection": 3, "decision": 2, "withdrawal": 2, "scuffle": 1, "adjournment": 1,
         "reaction": 3}  # fmt: skip
BY_CHAIR = {"ejection", "intervention", "ruling", "adjournment"}
GIVEN = "Ama Piri Ines Tomas Lena Oskar Mina Davit Rosa Emeka Nadia Joris Tala Bruno Ilse Kofi Vera Anton Salma Yusuf".split()
FIRST, LAST = "Ok Lin Mar Tā Quil Ber Vas Dor Han Fel".split(), "oro low mati den ley nitz ström ago berg rova".split()
PARTIES = ("Harbour", "Meadow", "the Lantern Party", "River")
OUTLETS = ("The Courier", "The Bugle", "Morning Post", "The Wire", "Evening Star", "The Tribune")
RULES = (("standing order 94", 1), ("standing order 34", 7), (None, 1), ("rule 374A", 28))
FIRST_DAY = date(2014, 1, 1)
PER_STORY = 10


def fill(store: Store, events: int, *, years: int = 12, houses: int = 8, seed: int = 1) -> None:
    """Puts some number of events into a store, ten a story."""
    with writing(store._engine) as connection:
        for story in stories(events, years=years, houses=houses, seed=seed):
            keep(connection, story)


def keep(connection: sa.Connection, story: Story) -> None:
    """A story of one article as it is, without asking which other it might be one with."""
    [a], packed = story.articles, encode(story)
    row = {"title": a.title, "outlet": a.outlet, "published": a.published, "story": story.id, "added": "2026-01-01"}
    connection.execute(sa.insert(schema.articles).values(id=a.id, sha256=a.id, machine=packed, **row))
    days = {"first": a.published, "last": a.published}
    connection.execute(sa.insert(schema.stories).values(id=story.id, title=story.title, machine=packed, **days))
    keeping.publish(connection, story)


def stories(events: int, *, years: int, houses: int, seed: int) -> Iterator[Story]:
    chance = random.Random(seed)
    casts = [_cast(chance, house) for house in range(houses)]
    for number in range(-(-events // PER_STORY)):
        day = FIRST_DAY + timedelta(chance.randrange(365 * years))
        yield _story(chance, number, day, chance.choice(casts), min(PER_STORY, events - number * PER_STORY))


def _cast(chance: random.Random, house: int) -> list[Actor]:
    """A chair, and members of whom some speak far more often than others."""
    names: dict[str, None] = {}
    while len(names) < 40:
        names[f"{chance.choice(GIVEN)} {chance.choice(FIRST)}{chance.choice(LAST)}"] = None
    chair, *others = names
    members = [Actor(f"m{n}", name, "person", party=chance.choice(PARTIES), role="MP") for n, name in enumerate(others)]
    return [Actor("chair", chair, "person", ("Speaker",), role="Speaker"), *members]


def _story(chance: random.Random, number: int, day: date, cast: list[Actor], size: int) -> Story:
    text = f"The house sat on the bill of the {number}th dam. There was shouting, and somebody had to leave the chamber."
    published = (day + timedelta(1)).isoformat()
    outlet = chance.choice(OUTLETS)
    article = Article(f"text-{number}", text, title=f"Uproar over dam {number}", outlet=outlet, published=published)
    events = tuple(_event(chance, n, day, cast, article) for n in range(1, size + 1))
    present = {id for event in events for id in (*event.actors, *event.targets)}
    actors = tuple(actor for actor in cast if actor.id in present)
    return Story(f"story-{number}", f"Uproar over dam {number}", (article,), actors, events, (), links(events))


def _event(chance: random.Random, rank: int, day: date, cast: list[Actor], article: Article) -> Event:
    [type] = chance.choices(list(TYPES), list(TYPES.values()))
    members = cast[1:]
    one, other = (members[min(int(chance.expovariate(0.12)), len(members) - 1)].id for _ in range(2))
    doer = ("chair",) if type in BY_CHAIR else (one,)
    other = members[len(members) - 1 - int(one[1:])].id if other == one else other
    [status] = chance.choices(["happened", "planned", "denied"], [20, 2, 1])
    rule, days = chance.choice(RULES)
    until = (day + timedelta(days - 1)).isoformat()
    words = article.text[article.text.index("There was shouting") :]
    at = article.text.index(words)
    told = Telling(type, Span(article.id, at, len(article.text), words), f"{type}/made-up", actors=doer, targets=(other,))
    return Event(
        f"e{rank}",
        type,
        doer,
        () if type in {"walkout", "adjournment"} else (other,),
        status,  # type: ignore[arg-type]
        rank=rank,
        rank_min=rank,
        rank_max=rank,
        date=day.isoformat() if chance.random() < 0.7 else None,
        place="inside",
        quote="Sit down!" if chance.random() < 0.3 else None,
        sanction=Sanction(rule, until, assumed=rule is None) if type == "ejection" and chance.random() < 0.7 else None,
        confidence=round(chance.uniform(0.5, 1), 2),
        evidence=(told,),
    )
