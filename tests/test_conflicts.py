"""On what the articles of a story differ, what the story then holds, who is silent, and how that is said."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from extract import extract, outlets
from extract.stories import silent, sources, told_by, unite
from extract.types import Conflict, Edge, Event, Span, Story, Telling, Value, Why
from tests.factories import actor, article
from tests.factories import story as made

CAST = (
    actor("okoro", "Ama Okoro"), actor("hale", "Ann Hale"), actor("tamati", "Piri Tamati"),
    actor("lind", "Jo Lind", role="Speaker"),
    actor("three", "Three MPs", "group"), actor("five", "Five MPs", "group"),
)  # fmt: skip
TEXTS = {
    "wire": "Ama Okoro yelled traitor at the front bench over the Ansel ferries.\nThe rest of the sitting was calm enough.",
    "post": "A cry of traitor rang out when the ferries came up, and the chair rose.\nNobody was proud of it, they said.",
    "bugle": "It was traitor this and traitor that in the debate, as ferries do to people.\nTea was served in the long room.",
}


def told(id: str, *acts: dict[str, Any], why: Why = "telling") -> Story:
    """One article's story; its acts, all with the same quotation, in the order given."""
    events = []
    for n, act in enumerate(acts):
        text, given = TEXTS[id], {"type": "heckle", "actors": ("okoro",), "targets": ("hale",), "quote": f"traitor {n}"} | act
        words = {"status": "happened", "time_text": None, "date": None} | {
            k: given[k] for k in ("status", "time_text", "date") if k in given
        }
        span = Span(id, 10 * n, 10 * n + 8, text[10 * n : 10 * n + 8])
        roles = {"actors": given["actors"], "targets": given["targets"], "quote": given["quote"]}
        telling = Telling(given["type"], span, "made-up", at=10 * n, **roles, **words)
        fields = {**roles, "status": words["status"], "date": words["date"]}
        events.append(
            Event(f"e{n + 1}", given["type"], rank=n + 1, rank_min=n + 1, rank_max=n + 1, evidence=(telling,), **fields)
        )
    order = tuple(Edge(a.id, b.id, 0.4 if why == "telling" else 0.9, why) for a, b in itertools.pairwise(events))
    return replace(
        made(*events, id=id, actors=CAST, order=order),
        articles=(article(id, TEXTS[id], outlet=f"The {id.title()}", published="2024-03-12"),),
    )


def conflicts(story: Story) -> dict[str, dict[str, tuple[str, ...]]]:
    (event,) = [e for e in story.events if e.quote == "traitor 0"]
    return {c.field: {v.value: v.articles for v in c.values} for c in event.conflicts}


def test_articles_that_agree_or_say_less_are_in_no_conflict() -> None:
    assert conflicts(unite([told("wire", {}), told("post", {}), told("bugle", {"targets": ()})])) == {}


def test_whom_they_differ_on_is_kept_and_most_articles_win() -> None:
    whole = unite([told("wire", {"targets": ("tamati",)}), told("post", {}), told("bugle", {})])
    assert conflicts(whole) == {"targets": {"hale": ("bugle", "post"), "tamati": ("wire",)}}
    assert whole.events[0].targets == ("hale",)


def test_how_many_when_and_whether() -> None:
    three = {"actors": ("three",), "time_text": "on Monday", "date": "2024-03-11"}
    five = {"actors": ("five",), "time_text": "on Tuesday", "date": "2024-03-12"}
    assert set(conflicts(unite([told("wire", three), told("post", five)]))) >= {"count", "date"}
    denied = conflicts(unite([told("wire", {}), told("post", {"status": "denied"})]))
    assert denied == {"status": {"happened": ("wire",), "denied": ("post",)}}


@pytest.mark.parametrize(
    ("headline", "one", "other", "said"),
    [
        ("Meadow Party MPs walk out over land bill", "Nine", "six", {"6", "9"}),
        ("Meadow Party MPs leave", "Four", "six", {"4", "6"}),
        ("Uproar in the House", "12", "six", {"12", "6"}),
        ("Meadow Party MPs leave", "Six", "six", set()),
        ("Meadow Party MPs leave", "The", "six", set()),
    ],
)
def test_how_many_by_the_words_where_the_name_of_a_group_leaves_it_open(
    headline: str, one: str, other: str, said: set[str]
) -> None:
    rest = "Meadow Party MPs walked out of the House of Assembly on Tuesday after Speaker Ruth Adeyi refused a debate on land."
    post = f"House in uproar\n\nSpeaker Ruth Adeyi would hear nothing of the land bill, and {other} Meadow Party MPs walked out."
    first = extract(article(id="a", text=f"{headline}\n\n{one} {rest}", title=headline, published="2024-03-13"))
    second = extract(article(id="b", text=post, title="House in uproar", published="2024-03-13"))
    (walkout,) = [e for e in unite([first, second]).events if e.type == "walkout"]
    assert {v.value for c in walkout.conflicts if c.field == "count" for v in c.values} == said


def test_a_day_that_is_only_that_of_the_sitting_is_no_conflict() -> None:
    assert conflicts(unite([told("wire", {"date": "2024-03-11"}), told("post", {"date": "2024-03-12"})])) == {}


OTHER = {"type": "attack", "targets": ("tamati",)}


def test_an_order_stated_against_the_storys_is_kept_under_its_ids() -> None:
    forth = told("wire", {}, OTHER, {"type": "walkout", "targets": ()}, why="connective")
    back = told("post", OTHER | {"quote": "traitor 1"}, {"quote": "traitor 0"}, why="connective")
    whole = unite([forth, back])
    (event,) = [e for e in whole.events if any(c.field == "order" for c in e.conflicts)]
    (conflict,) = [c for c in event.conflicts if c.field == "order"]
    heckle, attack = (next(e for e in whole.events if e.type == type) for type in ("heckle", "attack"))
    assert event == attack
    assert {v.value: v.articles for v in conflict.values} == {f"before {heckle.id}": ("post",), f"after {heckle.id}": ("wire",)}
    again = unite([whole, told("bugle", {"type": "ejection", "actors": ("lind",), "quote": None}, {})])
    assert sum(c.field == "order" for e in again.events for c in e.conflicts) == 1


def test_an_order_that_is_only_told_is_no_conflict_and_gives_way() -> None:
    told_so = told("wire", {}, OTHER, {"type": "walkout", "targets": ()})
    stated = told("post", OTHER | {"quote": "traitor 1"}, {"quote": "traitor 0"}, why="connective")
    whole = unite([told_so, stated])
    assert not any(e.conflicts for e in whole.events)
    assert [e.type for e in whole.events][:2] == ["attack", "heckle"]


def copied() -> Story:
    whole = unite([told("wire", {}, OTHER), told("post", {}), told("bugle", {})])
    return replace(whole, articles=tuple(replace(a, copy_of="wire" if a.id == "bugle" else None) for a in whole.articles))


def test_who_tells_an_event_who_is_silent_and_how_many_sources_that_is() -> None:
    whole = copied()
    heckle, attack = (next(e for e in whole.events if e.type == type) for type in ("heckle", "attack"))
    assert set(told_by(whole, heckle)) == {"wire", "post", "bugle"}
    assert silent(whole, heckle) == ()
    assert set(sources(whole, heckle)) == {"wire", "post"}
    assert (told_by(whole, attack), set(silent(whole, attack))) == (("wire",), {"post", "bugle"})


def test_it_is_said_in_words() -> None:
    whole = copied()
    attack = next(e for e in whole.events if e.type == "attack")
    assert outlets.tellers(whole, attack) == "told by The Wire; not by The Bugle (a copy of The Wire) and The Post"
    assert outlets.tellers(told("wire", {}), told("wire", {}).events[0]) == ""
    differing = unite([told("wire", {"targets": ("tamati",)}), told("post", {}), told("bugle", {})])
    assert list(outlets.differences(differing, differing.events[0])) == [
        "to whom: Ann Hale (The Bugle and The Post); Piri Tamati (The Wire)"
    ]
    assert list(outlets.footer(differing)) == [
        "Told by The Bugle, The Post and The Wire: 1 heckle.",
        "They differ on 1 heckle, to whom: Ann Hale (The Bugle and The Post); Piri Tamati (The Wire).",
    ]
    assert list(outlets.footer(told("wire", {}))) == []


def test_an_order_and_a_denial_are_said_in_words() -> None:
    first, second = told("wire", {}, OTHER).events
    rows = (Conflict("order", ()), Conflict("status", ()))
    story = told("wire", {}, OTHER)
    values = ((Value("before e2", ("wire",)), Value("after e2", ("x",))), (Value("happened", ("wire",)), Value("denied", ("x",))))
    event = replace(first, conflicts=tuple(replace(c, values=v) for c, v in zip(rows, values, strict=True)))
    assert second.id == "e2"
    assert list(outlets.differences(story, event)) == [
        "in which order: before “Ama Okoro attacks Piri Tamati” (The Wire); after “Ama Okoro attacks Piri Tamati” (x)",
        "whether: happened (The Wire); denied (x)",
    ]
