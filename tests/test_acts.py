"""Which act of one article is which of another, from factories: what speaks for it, and near misses."""

from __future__ import annotations

from typing import Any

import pytest

from extract.company import Company
from extract.stories.acts import pairing
from extract.types import Event, Span, Telling
from tests.factories import actor, event

CAST = Company.of(
    [
        actor("okoro", "Ama Okoro", party="Labour"), actor("hale", "Ann Hale", role="Prime Minister"),
        actor("tamati", "Piri Tāmati"), actor("lind", "Jo Lind", role="Speaker"),
        actor("labour", "Labour MPs", "group", party="Labour"), actor("house", "House", "group"),
        actor("mps", "MPs", "group"), actor("greens", "Green MPs", "group", party="Green"),
    ],
    chairs=["lind"],
)  # fmt: skip


def act(id: str, type: str, words: str, *, quote: str | None = None, time: str | None = None, **given: Any) -> Event:
    """An act told in these words; it has an article of its own."""
    day = {key: given.get(key) for key in ("date", "earliest", "latest")}
    telling = Telling(
        type, Span(id, 0, len(words), words), "made-up", actors=given.get("actors", ()), targets=given.get("targets", ()),
        quote=quote, time_text=time, **day,
    )  # fmt: skip
    return event(id, type, evidence=(telling,), quote=quote, **given)  # type: ignore[arg-type]


def paired(one: Event, other: Event) -> bool:
    return pairing([one], [other], CAST) == {other.id: one.id}


FURY = act("a", "heckle", "Okoro shouted in fury across the floor", actors=("okoro",), targets=("hale",))
SAT = "the Speaker sent her out for the rest of the day"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FURY, act("b", "heckle", "the shout at the premier", actors=("okoro",), targets=("hale",))),
        (FURY, act("b", "heckle", "Labour members shouted", actors=("labour",), targets=("hale",))),
        (FURY, act("b", "heckle", "Okoro shouted in fury across the floor", actors=("tamati",))),
        (
            act("a", "ejection", SAT, actors=("lind",), targets=("okoro",)),
            act("b", "ejection", "x", actors=("house",), targets=("okoro",)),
        ),
        (act("a", "walkout", "they left", actors=("labour",)), act("b", "walkout", "members filed out", actors=("mps",))),
        (act("a", "adjournment", "the sitting rose"), act("b", "adjournment", "it was suspended", actors=("lind",))),
        (
            act("a", "scuffle", "he grabbed her arm", actors=("okoro",), targets=("hale",)),
            act("b", "scuffle", "she pushed him off", actors=("hale",), targets=("okoro",)),
        ),
        (
            act("a", "no_confidence_request", "x", time="on Monday", date="2024-03-11", actors=("okoro",), targets=("lind",)),
            act("b", "no_confidence_request", "y", time="on Tuesday", date="2024-03-12", actors=("okoro",), targets=("lind",)),
        ),
        (
            act("a", "heckle", "x", actors=("okoro",), targets=("hale",)),
            act("b", "heckle", "y", status="denied", actors=("okoro",), targets=("hale",)),
        ),
    ],
    ids=[
        "in other words",
        "her party",
        "copied clause",
        "who names and who votes",
        "vague",
        "nobody",
        "who began",
        "a day",
        "denied",
    ],
)
def test_one_act_in_two_articles(one: Event, other: Event) -> None:
    assert paired(one, other)
    assert paired(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FURY, act("b", "attack", "Okoro shouted in fury across the floor", actors=("okoro",), targets=("hale",))),
        (FURY, act("b", "heckle", "a jibe at the bench", actors=("tamati",), targets=("hale",))),
        (FURY, act("b", "heckle", "it was an idea", status="planned", actors=("okoro",), targets=("hale",))),
        (FURY, act("b", "heckle", "nothing of the sort", status="denied", actors=("labour",), targets=("hale",))),
        (
            act("a", "ejection", "put out", actors=("lind",), targets=("okoro",)),
            act("b", "ejection", "shown the door", actors=("lind",), targets=("tamati",)),
        ),
        (
            act("a", "ejection", "sent off", actors=("lind",), targets=("okoro",), date="2024-03-11", time="on Monday"),
            act("b", "ejection", "out", actors=("lind",), targets=("okoro",), earliest="2019-01-01", latest="2019-12-31"),
        ),
        (act("a", "walkout", "they left", actors=("labour",)), act("b", "walkout", "others went", actors=("greens",))),
    ],
    ids=["another kind", "another doer", "planned", "somebody else's denial", "another victim", "another year", "another party"],
)  # fmt: skip
def test_two_acts_however_like(one: Event, other: Event) -> None:
    assert not paired(one, other)
    assert not paired(other, one)


def test_each_act_is_one_other_and_the_words_say_which() -> None:
    first = act(
        "a1", "attack", "called the premier a coward over the harbour", quote="a coward", actors=("okoro",), targets=("hale",)
    )
    second = act("a2", "attack", "said that she sold the ferries", quote="sold the ferries", actors=("okoro",), targets=("hale",))
    later = act(
        "b1", "attack", "she had sold our ferries, said Okoro", quote="sold our ferries", actors=("okoro",), targets=("hale",)
    )
    other = act("b2", "attack", "“Coward,” she said of the premier", quote="Coward", actors=("okoro",), targets=("hale",))
    assert pairing([first, second], [later, other], CAST) == {"b1": "a2", "b2": "a1"}
    assert pairing([first, second], [other], CAST) == {"b2": "a1"}
