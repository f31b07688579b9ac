"""Tellings from factories → events: what is one act told twice, and what are two acts. No parser."""

from __future__ import annotations

import time
from typing import Any

import pytest

from extract import extract
from extract.events import home, merge, shared_words, stems
from extract.types import EVENT_TYPES, Event, EventType, Span, Telling


def told(at: int, type: EventType = "heckle", words: str = "", **given: Any) -> Telling:
    """A telling at an offset; its words are its own unless given."""
    text = words or f"{at} {chr(ord('a') + at // 7 % 26) * 30}"
    given = {"actors": ("okoro",), "targets": ("hale",), **given}
    return Telling(type, Span("a1", at, at + len(text), text), "made-up", at=at, **given)


def day(iso: str) -> dict[str, str]:
    """The window of one day."""
    return {"earliest": iso, "latest": iso}


def sizes(events: tuple[Event, ...]) -> list[int]:
    return [len(event.evidence) for event in events]


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [
        ([told(0, "ejection"), told(3000, "ejection")], [2]),
        ([told(0, "walkout", targets=()), told(3000, "walkout")], [2]),
        ([told(0), told(60)], [2]),
        ([told(0, targets=()), told(60)], [2]),
        ([told(0, actors=()), told(60)], [2]),
        ([told(0, words="Okoro shouted at Hale"), told(5000, words="Okoro shouted at Hale.")], [2]),
        ([told(0, words="Okoro shouted at Hale"), told(5000, words="Okoro shouted at Hale", actors=("lind",))], [1, 1]),
        # near misses
        ([told(0, "ejection"), told(60, "heckle")], [1, 1]),
        ([told(0, "ejection"), told(60, "ejection", targets=("lind",))], [1, 1]),
        ([told(0, "ejection"), told(60, "ejection", actors=("lind",))], [1, 1]),
        ([told(0, "ejection"), told(60, "ejection", again=True)], [1, 1]),
        ([told(0, "ejection"), told(60, "ejection", status="denied")], [1, 1]),
        ([told(0), told(3000)], [1, 1]),
        ([told(0), told(60, "attack", actors=("hale",), targets=("okoro",)), told(120)], [1, 1, 1]),
        ([told(0), told(60, again=True)], [1, 1]),
        ([told(0, "ejection", status="planned"), told(60, "ejection")], [1]),
        ([told(0, "ejection"), told(60, "ejection", status="planned")], [1, 1]),
        ([told(0, "ejection", **day("2024-03-11")), told(60, "ejection", **day("2019-05-02"), time_text="in 2019")], [1, 1]),
        ([told(0, sentence=1), told(60, targets=("lind",), sentence=1)], [2]),
        ([told(0, sentence=1), told(60, targets=("lind",), sentence=2)], [1, 1]),
        ([told(0, "ruling"), told(60, "ruling")], [2]),
        ([told(0, "ruling"), told(900, "ruling")], [1, 1]),
        ([told(0, "ruling"), told(60, "objection"), told(120, "ruling")], [1, 1, 1]),
    ],
    ids=[
        "once only", "once only, target learnt", "near", "target learnt", "actor learnt", "copied clause", "copied, of another",
        "two types", "two targets", "two actors", "again", "done and denied", "far apart", "interrupted", "a further one",
        "threatened and done", "done and threatened again", "another year", "one breath", "two breaths",
        "ruling at once", "ruling later", "ruling after an answer",
    ],
)  # fmt: skip
def test_one_act_or_two(tellings: list[Telling], expected: list[int]) -> None:
    assert sizes(merge(tellings)) == expected


def test_a_lead_goes_to_the_act_that_it_sums_up() -> None:
    lead = told(0, "attack", lead=True, quote="You backed the rapists of this country")
    plain = told(400, "attack", quote="You have no shame at all")
    quoted = told(2000, "attack", quote="backed rapists")
    events = merge([lead, plain, quoted])
    assert [[t.at for t in e.evidence] for e in events] == [[400], [0, 2000]]


def test_a_lead_without_words_goes_to_the_first_a_recap_to_the_last_before_it() -> None:
    lead, recap = told(0, lead=True), told(9000, recap=True)
    events = merge([lead, told(400), told(3000), recap])
    assert [[t.at for t in e.evidence] for e in events] == [[0, 400], [3000, 9000]]


def test_a_recap_of_nothing_told_is_an_act_of_its_own() -> None:
    assert sizes(merge([told(0, "ejection", recap=True)])) == [1]


def test_the_clause_in_the_body_is_home_not_the_lead() -> None:
    (event,) = merge([told(0, "ejection", lead=True), told(500, "ejection"), told(900, "ejection", recap=True)])
    assert home(event).at == 500
    assert [t.at for t in event.evidence] == [0, 500, 900]


def test_what_the_paragraph_under_the_lead_sums_up_is_at_home_where_it_is_first_told_below() -> None:
    rows = [told(at, "ejection", depth=depth) for at, depth in ((500, 1), (900, 3), (2000, 6))]
    assert home(merge(rows)[0]).at == 900
    assert home(merge(rows[:1])[0]).at == 500


def test_who_gives_and_takes_is_both_doer_and_target_of_one_event() -> None:
    """CODEBOOK, hard case 3: insults traded are one heckle, both sides its actors and its targets."""
    (event,) = merge([told(0, "heckle", actors=("okoro", "hale"), targets=("okoro", "hale"))])
    assert event.actors == event.targets == ("okoro", "hale")


def test_an_event_unites_what_its_tellings_say() -> None:
    (event,) = merge(
        [
            told(0, "ejection", actors=("lind",), targets=(), date="2024-03-13", confidence=0.7),
            told(500, "ejection", actors=("lind", "hale"), targets=("okoro", "hale"), quote="Leave!", time_text="on Wednesday"),
        ]
    )
    assert (event.actors, event.targets) == (("lind", "hale"), ("okoro",))
    assert (event.date, event.time_text, event.quote, event.confidence) == ("2024-03-13", "on Wednesday", "Leave!", 1.0)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [(("lind", "lind"), "lind"), (("lind", None), None), (("lind", "hale"), None), ((None, None), None)],
)
def test_a_claim_told_by_the_reporter_too_needs_no_source(sources: tuple[str | None, str | None], expected: str | None) -> None:
    one, two = sources
    (event,) = merge([told(0, "ejection", source=one), told(500, "ejection", source=two)])
    assert event.source == expected


@pytest.mark.parametrize(
    ("reaction", "kept"),
    [
        (told(900, "reaction", actors=("lind",), targets=("okoro",)), True),
        (told(900, "reaction", words="Lind condemned the walk-out", actors=("lind",), targets=()), True),
        (told(900, "reaction", words="Lind condemned the weather", actors=("lind",), targets=("tamati",)), False),
    ],
    ids=["of who took part", "of the incident", "of the weather"],
)
def test_a_statement_is_a_reaction_only_to_the_incident(reaction: Telling, kept: bool) -> None:
    assert ("reaction" in {e.type for e in merge([told(0, "walkout"), reaction])}) is kept


def test_all_that_one_person_says_afterwards_is_one_reaction() -> None:
    said = [
        told(900, "reaction", actors=("lind",), targets=("okoro",)),
        told(2900, "reaction", words="Lind said the walkout was a stunt", actors=("lind",), targets=()),
        told(4900, "reaction", actors=("tamati",), targets=("hale",)),
        told(6900, "reaction", words="Nor did the protest help, Lind said", actors=("lind",), targets=("hale",)),
    ]
    reactions = [e for e in merge([told(0, "walkout"), *said]) if e.type == "reaction"]
    assert [(e.actors, e.targets, len(e.evidence)) for e in reactions] == [
        (("lind",), ("okoro", "hale"), 3),
        (("tamati",), ("hale",), 1),
    ]


def test_a_long_text_is_merged_in_no_time() -> None:
    words = [f"member {n} shouted {chr(97 + n % 26) * 20} at the other {chr(97 + n // 26) * 30}" for n in range(300)]
    began = time.process_time()
    assert len(merge(told(n * 1000, words=text, actors=(f"a{n}",)) for n, text in enumerate(words))) == 300
    assert time.process_time() - began < 1


def test_a_statement_alone_is_no_reaction() -> None:
    assert merge([told(0, "reaction", words="Lind condemned the attack")]) == ()


def test_ids_follow_the_text() -> None:
    events = merge([told(3000, "walkout"), told(0), told(900, "ejection")])
    assert [(e.id, e.type) for e in events] == [("e1", "heckle"), ("e2", "ejection"), ("e3", "walkout")]


@pytest.mark.parametrize("type", EVENT_TYPES)
def test_nothing_told_is_nothing_happened_and_one_telling_at_most_one_event(type: EventType) -> None:
    assert merge([]) == ()
    events = merge([told(0, type)])
    assert len(events) == (type != "reaction")
    assert all((e.actors, e.targets, e.evidence) == (("okoro",), ("hale",), (told(0, type),)) for e in events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("You backed rapists!", {"back", "rapist"}), ("The minister's lies", {"minister", "li"}), ("of it", set())],
)
def test_content_words_lose_their_endings(text: str, expected: set[str]) -> None:
    assert stems(text) == expected


def test_words_are_shared_between_quotations() -> None:
    one, two = told(0, quote="You backed rapists"), told(500, quote="Labour is backing the rapist")
    assert shared_words(one, [two]) == 2
    assert shared_words(one, [told(900)]) == 0


def test_like_clauses_about_two_people_are_two_acts():
    """ "The Speaker ejected Ms Verro" and "... Ms Perro" share nine letters in ten, and are no copies of one line."""
    told = extract(
        "The House sat on Tuesday. Una Verro shouted at the minister. The Speaker ejected Ms Verro. "
        "Later Ida Perro shouted at the minister. The Speaker ejected Ms Perro."
    )
    put_out = [[told.actor(id).name for id in event.targets] for event in told.events if event.type == "ejection"]
    assert put_out == [["Una Verro"], ["Ida Perro"]]
