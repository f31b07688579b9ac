"""One article's story from factories: who takes part, who did what to whom, and what it is called."""

from __future__ import annotations

import pytest

from extract.story import TITLE, compose, first_words, links
from extract.types import Link
from tests.factories import actor, article, edge, event, span

CAST = (
    actor("okoro", "Ama Okoro", mentions=(span("Ama Okoro"),)),
    actor("lind", "Jo Lind", mentions=(span("Jo Lind"),)),
    actor("hale", "Ann Hale"),
    actor("tamati", "Piri Tāmati", mentions=(span("Piri Tāmati"),)),
)


def test_only_who_takes_part_is_in_the_cast_in_order_of_mention() -> None:
    events = (event("e1", actors=("lind",), targets=("okoro",), source="tamati"),)
    assert [a.id for a in compose(article(), CAST, events, ()).actors] == ["okoro", "tamati", "lind"]


def test_a_story_keeps_its_article_its_events_and_its_order() -> None:
    events = (event("e1", actors=("okoro",)), event("e2", rank=2, actors=("lind",)))
    order = (edge("e1", "e2"),)
    made = compose(article("a7"), CAST, events, order)
    assert (made.id, made.articles[0].id, made.events, made.order) == ("a7", "a7", events, order)
    assert made.event("e2") is events[1]
    assert made.actor("lind").name == "Jo Lind"


def test_whom_a_story_does_not_know_it_does_not_make_up() -> None:
    made = compose(article(), CAST, (), ())
    with pytest.raises(KeyError):
        made.actor("hale")
    with pytest.raises(KeyError):
        made.event("e1")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((event("e1", actors=("okoro",), targets=("hale",)),), (Link("okoro", "hale", "heckle", ("e1",)),)),
        (
            (event("e1", actors=("okoro",), targets=("hale",)), event("e2", actors=("okoro",), targets=("hale",))),
            (Link("okoro", "hale", "heckle", ("e1", "e2")),),
        ),
        (
            (event("e1", actors=("okoro", "lind"), targets=("hale",)),),
            (Link("okoro", "hale", "heckle", ("e1",)), Link("lind", "hale", "heckle", ("e1",))),
        ),
        (
            (event("e1", actors=("okoro",), targets=("hale",)), event("e2", "attack", actors=("okoro",), targets=("hale",))),
            (Link("okoro", "hale", "heckle", ("e1",)), Link("okoro", "hale", "attack", ("e2",))),
        ),
        ((event("e1", actors=("okoro",)),), ()),
        ((event("e1", targets=("hale",)),), ()),
        ((event("e1", actors=("okoro",), targets=("hale",), status="planned"),), ()),
        ((event("e1", actors=("okoro",), targets=("hale",), status="denied"),), ()),
    ],
    ids=["one", "twice", "together", "two types", "no target", "no actor", "planned", "denied"],
)
def test_links_count_what_happened(events: tuple, expected: tuple[Link, ...]) -> None:  # type: ignore[type-arg]
    assert links(events) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Okoro ejected\nThe Speaker ordered her out.", "Okoro ejected"),
        ("\n\n  The Speaker   ordered her out.\n", "The Speaker ordered her out"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_the_first_line_is_the_title(text: str, title: str) -> None:
    assert first_words(text) == title


def test_a_long_title_is_cut_at_a_word() -> None:
    title = first_words("The honourable member, " * 20)
    assert len(title) <= TITLE + 2
    assert title.endswith(" …")
    assert "The honourable member, The honourable member" in title
    assert not title.removesuffix(" …").endswith((",", " ", "membe"))


def test_a_title_that_was_given_stands() -> None:
    assert compose(article(title="Uproar"), (), (), ()).title == "Uproar"
