"""Typed words become corrections; what names nothing of the story is one line that says what there is."""

from __future__ import annotations

from argparse import ArgumentParser

import pytest

from extract.commands.options import add_corrections
from extract.commands.saying import said
from extract.commands.streams import Misuse
from extract.corrections import Correction, apply, batches, in_words, kinds
from extract.types import Story

from .test_corrections import log, sitting


def typed(story: Story, *words: str) -> tuple[Correction, ...]:
    parser = ArgumentParser()
    add_corrections(parser)
    return said(story, parser.parse_args([*words, "--by", "Ana Reyes"]))


def done(*words: str) -> Story:
    machine = sitting()
    made = apply(machine, log(machine, *typed(machine, *words)))
    assert not made.unplaced
    return made.story


def test_the_usual_ones() -> None:
    assert done("retype", "e2", "attack").event("e2").type == "attack"
    assert done("status", "e1", "denied", "--source", "tamati").event("e1").source == "tamati"
    assert done("retime", "e1", "2024-03-12").event("e1").date == "2024-03-12"
    bounds = done("retime", "e1", "2024-03-12..2024-03-13").event("e1")
    assert (bounds.date, bounds.earliest, bounds.latest) == (None, "2024-03-12", "2024-03-13")
    assert done("retime", "e1", "..2024-03-13").event("e1").latest == "2024-03-13"
    assert [e.id for e in done("reject", "e2").events] == ["e1", "e3", "e4"]
    moved = done("reorder", "e4", "e3")
    assert moved.event("e4").rank < moved.event("e3").rank
    assert done("rename", "Jo Lind", "Joanna Lind", "--party", "Reform").actor("lind").party == "Reform"


def test_roles_by_id_by_name_and_of_somebody_new() -> None:
    story = done("recast", "e3", "--actors", "Jo Lind", "--actors", "Tam Byrne", "--targets", "vale")
    event = story.event("e3")
    assert [story.actor(a).name for a in (*event.actors, *event.targets)] == ["Jo Lind", "Tam Byrne", "Kim Vale"]
    assert done("recast", "e3", "--actors", "").event("e3").actors == ()
    assert done("recast", "e3", "--actors", "").event("e3").targets == ("okoro",)


def test_what_was_missed_stands_where_its_words_do() -> None:
    new = done("add", "reaction", "Lind later said she had no choice", "--actors", "lind").events[-1]
    assert (new.type, new.actors) == ("reaction", ("lind",))


def test_merging_and_splitting() -> None:
    assert len(done("merge-events", "e1", "e2").events) == 3
    assert done("merge-actors", "okoro", "vale").event("e2").actors == ("okoro",)
    story = done("split-actor", "okoro", "Ben Okoro", "Okoro out")
    assert story.actor(story.event("e3").targets[0]).name == "Ben Okoro"


def test_all_can_be_accepted_at_once() -> None:
    machine = sitting()
    assert len(typed(machine, "accept", "all")) == 4
    assert apply(machine, log(machine, *typed(machine, "accept", "all"))).reviewed


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("retype", "e9", "attack"), "'e9' is no event of this story; there are e1, e2, e3, e4"),
        (("retype", "e1", "brawl"), "'brawl' is no type of event; there are heckle, attack"),
        (("status", "e1", "maybe"), "'maybe' is no status; there are happened, planned"),
        (("recast", "e1"), "recast wants --actors or --targets"),
        (("reorder", "e1", "e1"), "e1 cannot come before itself"),
        (("add", "attack", "never printed"), "“never printed” stands in no article"),
        (("add", "attack", "Okoro"), "“Okoro” stands 2 times in a1; give more of the words"),
        (("add", "attack", "Okoro", "--article", "b7"), "'b7' is no article of this story; there are a1"),
        (("merge-actors", "okoro", "nobody"), "'nobody' is no actor of this story; there are okoro, tamati"),
        (("merge-events", "e1", "e1"), "e1 cannot be merged with itself"),
        (("split-event", "e1", "walked out"), "“walked out” is none of the words that tell e1: “Ama Okoro shouted at"),
        (("split-actor", "okoro", "Ben", "the chair"), "“the chair” is none of the words that mention Ama Okoro"),
    ],
)
def test_what_names_nothing_is_said(words: tuple[str, ...], says: str) -> None:
    with pytest.raises(Misuse) as raised:
        typed(sitting(), *words)
    assert str(raised.value).startswith(says)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("accept", "e3"), "THREE is right"),
        (("reject", "e3"), "THREE tells no such event"),
        (("retype", "e3", "intervention"), "THREE is of the type “Intervention”"),
        (("status", "e3", "denied", "--source", "vale"), "THREE is of the status “Denied”, claimed by Kim Vale"),
        (("recast", "e3", "--actors", "Jo Lind", "--targets", "vale"), "THREE: by Jo Lind, to Kim Vale"),
        (("recast", "e3", "--actors", "", "--targets", ""), "THREE: by nobody"),
        (("retime", "e3", "2024-03-12"), "THREE was on 2024-03-12"),
        (("retime", "e3", "2024-03-12..2024-03-13"), "THREE was on a day from 2024-03-12 until 2024-03-13"),
        (("reorder", "e4", "e3"), "“Labour MPs walked out” came before THREE"),
        (("merge-events", "e4", "e3"), "“Labour MPs walked out” and THREE tell the same act"),
        (("merge-actors", "okoro", "vale"), "Ama Okoro and Kim Vale are the same"),
        (("split-actor", "okoro", "Ben Okoro", "Okoro out"), "“Okoro out” means Ben Okoro, not Ama Okoro"),
        (("rename", "Jo Lind", "Joanna Lind", "--party", "Reform"), "Jo Lind is Joanna Lind: Reform"),
        (("rename", "Jo Lind", "Jo Lind", "--role", "Speaker"), "Jo Lind is known: Speaker"),
    ],
)
def test_the_log_says_it_in_plain_words(words: tuple[str, ...], line: str) -> None:
    assert in_words(typed(sitting(), *words)[0]) == line.replace("THREE", "“ordered Okoro out of the chamber”")


def test_what_was_added_and_undone_in_plain_words() -> None:
    added = typed(sitting(), "add", "reaction", "Lind later said she had no choice", "--actors", "lind", "--status", "planned")
    said = "“Lind later said she had no choice” tells an event: reaction, by Jo Lind, planned or threatened"
    assert in_words(added[0]) == said
    assert in_words(kinds.Undo(7)) == "7 no longer holds"


def test_what_one_person_says_in_one_breath_stands_together() -> None:
    machine = sitting()
    entries = log(machine, *typed(machine, "accept", "all"), *typed(machine, "reject", "e1"))
    assert [len(batch) for batch in batches(entries)] == [4, 1]
