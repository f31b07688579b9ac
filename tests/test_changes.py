"""What a later version of an article tells otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extract import extract
from extract.reading import from_text
from extract.stories import Changes, changes
from extract.types import Event, Story
from tests.factories import actor, event, story
from tests.test_acts import act

CAST = (actor("okoro", "Okoro"), actor("tamati", "Piri Tamati"), actor("lind", "Jo Lind", role="Speaker"))
SHOUT = act("e1", "heckle", "shouted at him", actors=("okoro",), targets=("tamati",))
OUT = replace(act("e2", "ejection", "ordered her out", actors=("lind",), targets=("okoro",)), rank=2)
LEFT = replace(act("e3", "walkout", "the others left", actors=("okoro",)), rank=3)


def version(*events: Event) -> Story:
    return story(*events, actors=CAST)


OLD = version(SHOUT, OUT)


def test_the_same_version_changes_nothing() -> None:
    assert changes(OLD, OLD) == Changes()
    assert not changes(OLD, OLD)


def test_what_is_added_and_what_is_gone() -> None:
    assert changes(OLD, version(SHOUT, OUT, LEFT)) == Changes(added=(LEFT,))
    assert changes(version(SHOUT, OUT, LEFT), OLD) == Changes(gone=(LEFT,))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"targets": ("lind",)}, ("targets",)),
        ({"status": "denied"}, ("status",)),
        ({"source": "tamati"}, ("source",)),
        ({"date": "2024-03-12", "place": "inside"}, ("date", "place")),
        ({"quote": "traitor"}, ("quote",)),
    ],
)
def test_which_fields_of_an_act_are_told_otherwise(fields: dict[str, Any], expected: tuple[str, ...]) -> None:
    now = replace(SHOUT, **fields)
    (change,) = changes(OLD, version(now, OUT)).changed
    assert (change.before, change.after, change.fields) == (SHOUT, now, expected)


def test_another_order_changes_both_acts() -> None:
    found = changes(OLD, version(replace(OUT, rank=1), replace(SHOUT, rank=2)))
    assert [(c.after.type, c.fields) for c in found.changed] == [("ejection", ("order",)), ("heckle", ("order",))]


def test_a_fuller_name_is_nobody_else() -> None:
    full = replace(OLD, actors=(actor("ama-okoro", "Ama Okoro"), *CAST[1:]))
    renamed = tuple(
        replace(
            e,
            actors=tuple("ama-okoro" if a == "okoro" else a for a in e.actors),
            targets=tuple("ama-okoro" if a == "okoro" else a for a in e.targets),
        )
        for e in OLD.events
    )
    assert not changes(OLD, replace(full, events=renamed))


def test_two_versions_of_a_text() -> None:
    first = "Ama Okoro shouted at Piri Tamati in the House on Tuesday. The Speaker, Jo Lind, ordered her out of the chamber."
    later = first.replace("Piri Tamati", "Ruth Quill") + " Labour MPs walked out in protest."
    old, new = (extract(from_text(text, published="2024-03-13")) for text in (first, later))
    found = changes(old, new)
    assert [e.type for e in found.added] == ["walkout"]
    assert found.gone == ()
    assert [(c.after.type, c.fields) for c in found.changed] == [("heckle", ("targets",))]


def test_events_without_words_are_compared_too() -> None:
    bare = story(event("e1", "heckle", actors=("okoro",), evidence=()), actors=CAST)
    assert not changes(bare, bare)
