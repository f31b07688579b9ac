"""What people say of a story holds, is told apart from what the machine says, outlives a new extraction, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract, merge, read
from extract.corrections import (
    Corrected,
    Correction,
    Entry,
    Unclear,
    What,
    Who,
    apply,
    dumps,
    holding,
    kinds,
    loads,
    signed,
    what,
    who,
)
from extract.exports import contract
from extract.types import Event, Span, Story

from . import factories
from .factories import ROOT, actor, article, edge, event, exchange, span, story, telling

AT = "2024-03-14T10:00:00+00:00"
TEXT = (
    "Ama Okoro shouted at Piri Tāmati. Kim Vale called him a coward. "
    "The Speaker, Jo Lind, then ordered Okoro out of the chamber. Labour MPs walked out. Lind later said she had no choice."
)


def log(of: Story, *corrections: Correction, by: str = "Ana Reyes") -> list[Entry]:
    return [signed(n, c, of, by=by, at=AT, why="seen on the tape") for n, c in enumerate(corrections, 1)]


def corrected(of: Story, *corrections: Correction) -> Corrected:
    made = apply(of, log(of, *corrections))
    assert not made.unplaced, made.unplaced
    return made


def sitting() -> Story:
    """Four acts in a row, as a machine might have them."""
    source = article("a1", TEXT)

    def told(type: str, words: str, *who: str, whom: tuple[str, ...] = ()) -> dict[str, object]:
        return {"actors": who, "targets": whom, "evidence": (telling(type, words, source, actors=who, targets=whom),)}  # type: ignore[arg-type]

    rows = (
        event("e1", "heckle", 1, **told("heckle", "Ama Okoro shouted at Piri Tāmati", "okoro", whom=("tamati",))),
        event("e2", "heckle", 2, **told("heckle", "Kim Vale called him a coward", "vale", whom=("tamati",))),
        event("e3", "ejection", 3, **told("ejection", "ordered Okoro out of the chamber", "lind", whom=("okoro",))),
        event("e4", "walkout", 4, **told("walkout", "Labour MPs walked out", "labour")),
    )
    cast = (
        actor("okoro", "Ama Okoro", mentions=(span("Ama Okoro", source), span("Okoro out", source))),
        actor("tamati", "Piri Tāmati", mentions=(span("Piri Tāmati", source), span("him", source))),
        actor("vale", "Kim Vale", mentions=(span("Kim Vale", source),)),
        actor("lind", "Jo Lind", role="Speaker", mentions=(span("Jo Lind", source), span("Lind later", source))),
        actor("labour", "Labour MPs", "group", mentions=(span("Labour MPs", source),)),
    )
    order = (edge("e1", "e2"), edge("e2", "e3", "connective", 0.9), edge("e3", "e4"))
    made = story(*rows, actors=cast, order=order)
    return replace(made, articles=(source,), links=factories.links(made.events))


@cache
def seeds() -> Story:
    """The story of both seeds, as the machine has it."""
    return merge(extract(read(path)) for path in sorted((ROOT / "seeds").glob("*.txt")))[0]


def test_an_act_is_of_another_type() -> None:
    machine = sitting()
    made = corrected(machine, kinds.Retype(what(machine, "e2"), "attack"))
    event = made.story.event("e2")
    assert (event.type, event.corrected, event.confidence) == ("attack", True, 1.0)
    assert [e.corrected for e in made.story.events] == [False, True, False, False]
    assert ("vale", "tamati", "attack") in {(link.source, link.target, link.type) for link in made.story.links}
    assert made.reviews["e2"].by == "Ana Reyes"
    assert set(made.reviews) == {"e2"}


def test_a_status_and_who_claims_it() -> None:
    machine = sitting()
    made = corrected(machine, kinds.Restatus(what(machine, "e1"), "denied", who(machine, "tamati")))
    assert (made.story.event("e1").status, made.story.event("e1").source) == ("denied", "tamati")
    assert all(link.events != ("e1",) for link in made.story.links)


def test_others_did_it_and_one_of_them_nobody_had_named() -> None:
    machine = sitting()
    usher = Who("the usher", "office")
    made = corrected(machine, kinds.Recast(what(machine, "e3"), (who(machine, "lind"), usher), (who(machine, "vale"),)))
    event = made.story.event("e3")
    assert [made.story.actor(a).name for a in event.actors] == ["Jo Lind", "the usher"]
    assert event.targets == ("vale",)


def test_a_day_puts_an_act_before_what_happened_later() -> None:
    machine = sitting()
    dated = replace(machine, events=tuple(replace(e, date="2024-03-13") for e in machine.events))
    made = corrected(dated, kinds.Retime(what(dated, "e4"), date="2024-03-12"))
    ranks = {e.id: e.rank for e in made.story.events}
    assert ranks["e4"] < ranks["e1"] < ranks["e2"] < ranks["e3"]
    assert made.story.event("e4").earliest == made.story.event("e4").latest == "2024-03-12"


def test_what_is_said_of_the_order_goes_before_what_was_found_and_takes_nothing_else_away() -> None:
    machine = sitting()
    made = corrected(machine, kinds.Reorder(what(machine, "e4"), what(machine, "e2")))
    edges = {(e.before, e.after): e.why for e in made.story.order}
    assert edges["e4", "e2"] == "correction"
    ranks = {e.id: e.rank for e in made.story.events}
    assert ranks["e1"] < ranks["e4"] < ranks["e2"] < ranks["e3"]  # that e1 came before e4 followed through e2, and still stands


def test_the_last_word_on_the_order_stands() -> None:
    machine = sitting()
    first, last = what(machine, "e1"), what(machine, "e4")
    made = corrected(machine, kinds.Reorder(last, first), kinds.Reorder(first, last))
    ranks = {e.id: e.rank for e in made.story.events}
    assert ranks["e1"] < ranks["e4"]


def test_a_rejected_act_is_gone_with_those_whom_it_alone_named_and_what_it_stood_between_keeps_its_order() -> None:
    machine = sitting()
    made = corrected(machine, kinds.Reject(what(machine, "e2")))
    assert [e.id for e in made.story.events] == ["e1", "e3", "e4"]
    assert "vale" not in {a.id for a in made.story.actors}
    assert ("e1", "e3") in {(e.before, e.after) for e in made.story.order}
    assert [e.rank for e in made.story.events] == [1, 2, 3]


def test_an_act_is_added_where_it_is_told() -> None:
    machine = sitting()
    words = span("Lind later said she had no choice", machine.articles[0])
    made = corrected(machine, kinds.Add(What("reaction", (words,), (who(machine, "lind"),))))
    new = made.story.events[-1]
    assert (new.type, new.actors, new.corrected, new.evidence[0].rule) == ("reaction", ("lind",), True, "correction")
    assert machine.articles[0].text[new.evidence[0].span.start : new.evidence[0].span.end] == words.text


def test_two_acts_are_one_and_one_is_two() -> None:
    machine = sitting()
    one = corrected(machine, kinds.MergeEvents(what(machine, "e1"), (what(machine, "e2"),)))
    assert [e.id for e in one.story.events] == ["e1", "e3", "e4"]
    assert len(one.story.event("e1").evidence) == 2
    assert {(e.before, e.after) for e in one.story.order} == {("e1", "e3"), ("e3", "e4")}
    whole = one.story.event("e1")
    two = corrected(one.story, kinds.SplitEvent(what(one.story, "e1"), (whole.evidence[1].span,)))
    assert len(two.story.events) == 4
    new = next(e for e in two.story.events if e.id not in {"e1", "e3", "e4"})
    assert (new.actors, new.targets) == (("vale",), ("tamati",))


def test_two_actors_are_one() -> None:
    machine = sitting()
    made = corrected(machine, kinds.MergeActors(who(machine, "okoro"), (who(machine, "vale"),)))
    assert made.story.event("e2").actors == ("okoro",)
    assert made.story.actor("okoro").name == "Ama Okoro"
    assert "Kim Vale" in made.story.actor("okoro").aliases


def test_an_actor_is_two() -> None:
    machine = sitting()
    mention = span("Okoro out", machine.articles[0])
    made = corrected(machine, kinds.SplitActor(who(machine, "okoro"), (mention,), "Ben Okoro"))
    other = next(a for a in made.story.actors if a.name == "Ben Okoro")
    assert made.story.event("e3").targets == (other.id,)
    assert made.story.event("e1").actors == ("okoro",)


def test_an_actor_is_called_otherwise() -> None:
    machine = sitting()
    made = corrected(machine, kinds.Rename(who(machine, "lind"), "Joanna Lind", party="Reform"))
    found = made.story.actor("lind")
    assert (found.name, found.party, found.role) == ("Joanna Lind", "Reform", "Speaker")
    assert "Jo Lind" in found.aliases


def test_a_rejection_takes_no_other_act_of_the_same_words() -> None:
    machine = seeds()
    heckle = next(e for e in machine.events if e.type == "heckle")
    said = log(machine, kinds.Reject(what(machine, heckle.id)))
    other = replace(heckle, type="scuffle", evidence=tuple(replace(t, type="scuffle") for t in heckle.evidence))
    newer = replace(machine, events=tuple(other if e.id == heckle.id else e for e in machine.events))
    assert other.id in {e.id for e in apply(newer, said).story.events}


def test_accepting_changes_nothing_but_says_who_looked() -> None:
    machine = sitting()
    made = corrected(machine, *(kinds.Accept(what(machine, e.id)) for e in machine.events))
    assert contract.dumps([made.story]) == contract.dumps([machine])
    assert made.reviewed
    assert {r.by for r in made.reviews.values()} == {"Ana Reyes"}
    assert not apply(machine, ()).reviewed


def test_what_was_accepted_stands_when_the_machine_changes_its_mind() -> None:
    machine = sitting()
    said = log(machine, kinds.Accept(what(machine, "e1")))
    other = replace(machine, events=(replace(machine.events[0], actors=("vale",)), *machine.events[1:]))
    made = apply(other, said)
    assert made.story.events[0].actors == ("okoro",)
    assert made.story.events[0].corrected


def test_the_day_that_was_accepted_stands_too() -> None:
    machine = sitting()
    dated = replace(machine, events=(replace(machine.events[0], date="2024-03-12"), *machine.events[1:]))
    other = replace(machine, events=(replace(machine.events[0], date="2024-03-11"), *machine.events[1:]))
    assert apply(other, log(dated, kinds.Accept(what(dated, "e1")))).story.events[0].date == "2024-03-12"


def test_undoing_is_undone_too() -> None:
    machine = sitting()
    said = log(machine, kinds.Retype(what(machine, "e2"), "attack"), kinds.Undo(1))
    assert apply(machine, said).story is machine
    said += [signed(3, kinds.Undo(2), machine, by="Ana Reyes", at=AT)]
    assert apply(machine, said).story.event("e2").type == "attack"


def test_a_correction_without_a_place_is_said_and_costs_nothing_else() -> None:
    machine = sitting()
    said = log(machine, kinds.Retype(what(machine, "e1"), "attack"), kinds.Retype(what(machine, "e2"), "attack"))
    other = replace(
        machine, articles=(article("a1", TEXT.replace("Ama Okoro shouted at", "Nobody minded")),), events=machine.events[1:]
    )
    made = apply(other, said)
    assert [(u.entry.seq, u.why) for u in made.unplaced] == [(1, "its words no longer stand in the text")]
    assert made.story.event("e2").type == "attack"


def test_corrections_of_other_articles_are_none_of_this_story() -> None:
    machine = sitting()
    said = [replace(e, articles=("a9",)) for e in log(machine, kinds.Reject(what(machine, "e1")))]
    assert apply(machine, said) == Corrected(machine)


def ten(of: Story) -> list[Correction]:
    """Ten things that somebody might say of the seeds, each of another kind."""

    def first(type: str, n: int = 0) -> What:
        return what(of, [e.id for e in of.events if e.type == type][n])

    def called(name: str) -> Who:
        return who(of, next(a.id for a in of.actors if a.name == name))

    text = of.articles[0].text
    start = text.index("the House")
    added = What("reaction", (Span(of.articles[0].id, start, start + 9, "the House"),), (called("David Carter"),))
    walkouts = [e.id for e in of.events if e.type == "walkout"]
    ejected = [e.id for e in of.events if e.type == "ejection"]
    return [
        kinds.Retype(first("heckle"), "attack"),
        kinds.Restatus(first("no_confidence_request"), "planned"),
        kinds.Recast(what(of, walkouts[0]), (called("Labour MPs"), called("Andrew Little")), ()),
        kinds.Retime(what(of, ejected[0]), date="2015-11-10"),
        kinds.Reorder(what(of, walkouts[0]), what(of, ejected[0])),
        kinds.Reject(first("attack", 1)),
        kinds.Add(added),
        kinds.Rename(called("Andrew Little"), "Andrew James Little"),
        kinds.MergeActors(called("Labour MPs"), (called("Labour Party"),)),
        kinds.Accept(first("scuffle")),
    ]


def holds_all(made: Corrected) -> None:
    """That the ten things are so."""
    assert [u.why for u in made.unplaced] == []
    assert len(made.applied) == 10
    whole = made.story
    names = {a.id: a.name for a in whole.actors}
    assert [c.correction.action for c in made.applied] == [c.action for c in ten(seeds())]
    by_type: dict[str, list[Event]] = {}
    for e in whole.events:
        by_type.setdefault(e.type, []).append(e)
    assert any(e.corrected and "Kelvin Davis" in {names[a] for a in e.actors} for e in by_type["attack"])
    assert by_type["no_confidence_request"][0].status == "planned"
    walkout, ejection = by_type["walkout"][0], next(e for e in by_type["ejection"] if e.date == "2015-11-10")
    assert {names[a] for a in walkout.actors} == {"Labour MPs", "Andrew James Little"}
    assert walkout.rank < ejection.rank
    assert walkout.rank_max < ejection.rank_max
    assert any(e.evidence[0].span.text == "the House" for e in by_type["reaction"])
    assert "Labour Party" not in names.values()
    assert made.reviews[by_type["scuffle"][0].id].by == "Ana Reyes"


def test_ten_corrections_hold_and_hold_again_when_the_articles_are_read_again() -> None:
    machine = seeds()
    said = log(machine, *ten(machine))
    once = apply(machine, said)
    holds_all(once)
    again = merge(extract(read(path)) for path in sorted((ROOT / "seeds").glob("*.txt")))[0]
    assert contract.dumps([apply(again, said).story]) == contract.dumps([once.story])


def renumbered(of: Story) -> Story:
    """As other rules might give it: other ids, events numbered backwards."""
    ids = {e.id: f"n{len(of.events) - n}" for n, e in enumerate(of.events)}
    people = {a.id: f"who-{n}" for n, a in enumerate(reversed(of.actors))}
    text = contract.to_dict([of])

    def new(value: object) -> object:
        if isinstance(value, dict):
            return {k: v if k in {"text", "name", "article", "title"} else new(v) for k, v in value.items()}
        if isinstance(value, list):
            return [new(v) for v in value]
        return ids.get(value, people.get(value, value)) if isinstance(value, str) else value

    return contract.loads(json.dumps(new(text)))[0]


def without_a_rule(of: Story) -> Story:
    """As if a rule had gone: neither the heckle nor the walkout is found any more."""
    gone = {next(e.id for e in of.events if e.type == type) for type in ("heckle", "walkout")}
    order = tuple(e for e in of.order if not {e.before, e.after} & gone)
    return replace(of, events=tuple(e for e in of.events if e.id not in gone), order=order)


def clauses_cut_otherwise(of: Story) -> Story:
    """As if each telling ended a word sooner, and a rule had another name."""

    def cut(e: Event) -> Event:
        told = []
        for t in e.evidence:
            shorter = t.span.text.rsplit(" ", 1)[0]
            told.append(replace(t, span=replace(t.span, end=t.span.start + len(shorter), text=shorter), rule="newer"))
        return replace(e, evidence=tuple(told))

    return replace(of, events=tuple(map(cut, of.events)))


@pytest.mark.parametrize("otherwise", [renumbered, without_a_rule, clauses_cut_otherwise])
def test_ten_corrections_hold_when_newer_rules_read_the_articles(otherwise: Callable[[Story], Story]) -> None:
    machine = seeds()
    holds_all(apply(otherwise(machine), log(machine, *ten(machine))))


def test_a_new_version_of_an_article_keeps_them_where_its_words_still_stand() -> None:
    machine = seeds()
    said = log(machine, *ten(machine))
    shift = "Updated. "
    texts = {a.id: shift + a.text for a in machine.articles}
    newer = merge(extract(replace(a, text=texts[a.id])) for a in machine.articles)[0]
    made = apply(newer, said)
    assert len(made.applied) == 10
    assert not made.unplaced


def test_undoing_all_gives_the_machines_story_again_byte_for_byte() -> None:
    machine = seeds()
    said = log(machine, *ten(machine))
    said += [signed(n + 10, kinds.Undo(n), machine, by="Ana Reyes", at=AT) for n in range(1, 11)]
    assert holding(said) == ()
    assert contract.dumps([apply(machine, said).story]) == contract.dumps([machine])


def test_the_log_is_json_and_back() -> None:
    machine = seeds()
    for correction in (*ten(machine), kinds.Undo(3)):
        assert loads(json.loads(json.dumps(dumps(correction)))) == correction
    with pytest.raises(Unclear, match="no correction of this version"):
        loads({"action": "retype", "type": "attack"})


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (lambda s: kinds.Retype(what(s, "e1"), "Big Row!"), "is no type of event"),
        (lambda s: kinds.Rename(who(s, "lind"), "  "), "a name is wanted"),
        (lambda s: kinds.Retime(what(s, "e1"), date="last week"), "'last week' is no date"),
        (lambda s: kinds.Retime(what(s, "e1"), date="2024-W11-3"), "'2024-W11-3' is no date"),
        (lambda s: kinds.Retime(what(s, "e1")), "a date is wanted"),
        (lambda s: kinds.Retime(what(s, "e1"), earliest="2024-03-02", latest="2024-03-01"), "lies before"),
        (lambda s: kinds.Add(What("attack", ())), "wants the words"),
    ],
)
def test_what_cannot_be_kept_is_said(correction: Callable[[Story], Correction], says: str) -> None:
    with pytest.raises(Unclear, match=says):
        signed(1, correction(sitting()), sitting(), by="Ana Reyes", at=AT)


def test_nobody_corrects_without_a_name() -> None:
    with pytest.raises(Unclear, match="name of whoever makes it"):
        signed(1, kinds.Undo(1), exchange(), by=" ", at=AT)


def some_correction(draw: st.DrawFn, of: Story) -> Correction:
    acts, people = [what(of, e.id) for e in of.events], [who(of, a.id) for a in of.actors]
    act, other = draw(st.permutations(acts))[:2]
    one, two = draw(st.permutations(people))[:2]
    made: list[Correction] = [
        kinds.Retype(act, draw(st.sampled_from(["attack", "ruling", "heckle"]))),
        kinds.Restatus(act, draw(st.sampled_from(["happened", "denied", "planned"])), one),
        kinds.Recast(act, (one,), (two,)),
        kinds.Retime(act, date=draw(st.sampled_from(["2024-03-11", "2024-03-12", "2024-03-13"]))),
        kinds.Reorder(act, other),
        kinds.Reject(act),
        kinds.Add(replace(act, type="objection")),
        kinds.Accept(act),
        kinds.MergeEvents(act, (other,)),
        kinds.SplitEvent(act, act.tellings[:1]),
        kinds.MergeActors(one, (two,)),
        kinds.SplitActor(one, one.mentions[:1], "Somebody Else"),
        kinds.Rename(one, "Renamed Person"),
    ]
    return draw(st.sampled_from(made))


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    machine = sitting()
    return log(machine, *(some_correction(draw, machine) for _ in range(draw(st.integers(1, 8)))))


@given(logs())
@settings(max_examples=150, deadline=None)
def test_whatever_is_said_the_story_stays_whole(said: list[Entry]) -> None:
    machine = sitting()
    made = apply(machine, said)
    whole = made.story
    assert len(made.applied) + len(made.unplaced) == len(said)
    assert contract.loads(contract.dumps([whole]))[0] == whole
    ids = {a.id for a in whole.actors}
    assert all({*e.actors, *e.targets, *filter(None, [e.source])} <= ids for e in whole.events)
    assert len({e.id for e in whole.events}) == len(whole.events)
    assert set(made.reviews) <= {e.id for e in whole.events}
    ranks = {e.id: e.rank for e in whole.events}
    assert all(ranks[e.before] < ranks[e.after] for e in whole.order)
    assert sorted(set(ranks.values())) == list(range(1, len(set(ranks.values())) + 1))
    assert apply(machine, said) == made
    undone = [*said, *(signed(e.seq + 100, kinds.Undo(e.seq), machine, by="A", at=AT) for e in said)]
    assert apply(machine, undone).story is machine


@given(logs())
@settings(max_examples=50, deadline=None)
def test_edges_never_go_round(said: list[Entry]) -> None:
    whole = apply(sitting(), said).story
    before = {(e.before, e.after) for e in whole.order}
    assert nx.is_directed_acyclic_graph(nx.DiGraph(list(before)))
