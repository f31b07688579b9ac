"""What is asked across all stories, on SQLite and PostgreSQL alike, against the same counted by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from extract import picks
from extract.corrections import kinds, what
from extract.picks import Pick
from extract.store import Store, exploring, participants, schema
from extract.store.engine import reading, writing
from extract.store.exploring import Filter, narrowed
from extract.tallies import OTHERS, Cell, Ejections, Month, Named, Sum, Tally
from extract.types import Event, Sanction, Story

from . import houses
from .factories import actor, article, event, story, telling

OKORO, TAMATI = actor("okoro", "Ama Okoro", party="the Lantern Party"), actor("tamati", "Piri Tāmati", party="Harbour")
LIND, MPS = actor("lind", "Jo Lind", role="Speaker"), actor("mps", "Harbour MPs", "group", party="Harbour")


def uproar() -> Story:
    """A heckle, the ejection that follows, a walkout that is threatened; the second day is only that of publication."""
    told = article("uproar", outlet="The Wire", published="2024-03-13", title="Uproar")
    words = {"evidence": (telling(source=told),)}
    rule = Sanction("standing order 94", "2024-03-15")
    return story(
        event("e1", "heckle", 1, actors=("okoro",), targets=("tamati",), date="2024-03-12", place="inside", **words),
        event("e2", "ejection", 2, actors=("lind",), targets=("okoro",), quote="Out!", sanction=rule, **words),
        event("e3", "walkout", 3, actors=("mps", "tamati"), targets=("lind",), status="planned", date="2024-04-01", **words),
        id="uproar", title="Uproar", articles=(told,), actors=(OKORO, TAMATI, LIND, MPS),
    )  # fmt: skip


def later() -> Story:
    """The same two once more, one of them written without the accent; and an act without any day."""
    told = article("later", f"{article().text} Weeks later.", outlet="The Post")
    words = {"evidence": (telling(source=told),)}
    return story(
        event("e1", "heckle", 1, actors=("o",), targets=("t",), date="2024-04-20", **words),
        event("e2", "ejection", 2, actors=("s",), targets=("t",), date="2024-04-20", **words),
        event("e3", "heckle", 3, actors=("t",), targets=("o",), **words),
        id="later", title="Later", articles=(told,),
        actors=(actor("o", "AMA OKORO"), actor("t", "Piri Tamati"), actor("s", "Speaker", "office")),
    )  # fmt: skip


def put(store: Store, *stories: Story) -> None:
    """Stories as they are, without asking which of them are one."""
    with writing(store._engine) as connection:
        for one in stories:
            houses.keep(connection, one)


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = Store.open(database)
    put(opened, uproar(), later())
    yield opened
    opened.close()


def test_months_count_the_day_or_else_the_day_of_publication(store: Store) -> None:
    assert store.ask(exploring.months, Filter()) == (
        Month("2024-03", "ejection", 1), Month("2024-03", "heckle", 1),
        Month("2024-04", "ejection", 1), Month("2024-04", "heckle", 1), Month("2024-04", "walkout", 1),
    )  # fmt: skip
    assert store.ask(exploring.count, Filter()) == Sum(events=6, dated=4, undated=1, stories=2)
    days = {(line.story, line.event): (line.day, line.dated) for line in store.ask(exploring.rows, Filter())}
    assert days["uproar", "e2"] == ("2024-03-13", False)
    assert days["uproar", "e1"] == ("2024-03-12", True)
    assert days["later", "e3"] == (None, False)


def test_the_same_name_in_two_stories_is_the_same_person(store: Store) -> None:
    found = store.ask(exploring.pairs, Filter(types=("heckle",)))
    assert found.cells == (Cell("ama okoro", "piri tamati", 2), Cell("piri tamati", "ama okoro", 1))
    assert Named("ama okoro", "Ama Okoro", 2) in found.doers.shown
    assert found.targets.shown[0] == Named("piri tamati", "Piri Tāmati", 2)


def test_an_event_of_several_counts_once_for_those_who_are_not_shown(store: Store) -> None:
    found = store.ask(exploring.pairs, Filter(types=("walkout",)), doers=0)
    assert found.doers == Tally((), others=2, rest=1)
    assert found.cells == (Cell(OTHERS, "jo lind", 1),)


def test_ejections_by_member_chair_and_party(store: Store) -> None:
    found = store.ask(exploring.ejections, Filter())
    assert found.members.shown == (Named("ama okoro", "Ama Okoro", 1), Named("piri tamati", "Piri Tāmati", 1))
    assert found.chairs.shown == (Named("jo lind", "Jo Lind", 1), Named("speaker", "Speaker", 1))
    assert found.parties.shown == (Named("lantern", "Lantern", 1),)
    assert store.ask(exploring.ejections, Filter(types=("heckle",))) == Ejections(Tally(), Tally(), Tally())
    assert store.ask(exploring.ejections, Filter(), most=1).members == Tally(found.members.shown[:1], others=1, rest=1)


@pytest.mark.parametrize(("day", "names"), [("2024-03-12", []), ("2024-03-13", ["Ama Okoro"]), ("2024-03-15", ["Ama Okoro"]),
                                            ("2024-03-16", []), ("2024-04-20", ["Piri Tamati"]), ("2024-04-21", [])])  # fmt: skip
def test_who_is_out_on_a_day(store: Store, day: str, names: list[str]) -> None:
    assert [one.name for one in store.ask(exploring.out, Filter(), on=day)] == names
    assert store.ask(exploring.last_out, Filter()) == "2024-04-20"


def test_who_is_out_says_under_which_rule_and_until_when(store: Store) -> None:
    [one] = store.ask(exploring.out, Filter(), on="2024-03-14")
    assert (one.since, one.until, one.rule, one.assumed) == ("2024-03-13", "2024-03-15", "standing order 94", False)
    assert (one.story, one.event) == ("uproar", "e2")
    assert store.ask(exploring.out, Filter(types=("heckle",)), on="2024-03-14") == ()


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        (Filter(types=("heckle", "walkout")), ["later e1", "uproar e3", "uproar e1", "later e3"]),
        (Filter(statuses=("planned",)), ["uproar e3"]),
        (Filter(outlet="The Post"), ["later e1", "later e2", "later e3"]),
        (Filter(outlet="Nobody"), []),
        (Filter(party="harbour"), ["uproar e3", "uproar e1"]),
        (Filter(actor="jo lind"), ["uproar e3", "uproar e2"]),
        (Filter(doer="jo lind"), ["uproar e2"]),
        (Filter(target="jo lind"), ["uproar e3"]),
        (Filter(target_party="lantern"), ["uproar e2"]),
        (Filter(first="2024-03-13", last="2024-04-01"), ["uproar e3", "uproar e2"]),
        (Filter(words="heckle tamati", first="2024-04-01"), ["later e1"]),
        (Filter(words='" the'), None),
        (Filter(words="'; DROP TABLE events --"), []),
        (Filter(actor="' OR 1=1"), []),
    ],
)
def test_a_filter_leaves_what_it_says(store: Store, filter: Filter, found: list[str] | None) -> None:
    lines = store.ask(exploring.rows, filter)
    if found is not None:
        assert [f"{line.story} {line.event}" for line in lines] == found
    assert store.ask(exploring.count, filter).events == len(lines)
    assert sum(month.number for month in store.ask(exploring.months, filter)) == len([line for line in lines if line.day])


def test_rows_come_in_pages_the_latest_first(store: Store) -> None:
    whole = store.ask(exploring.rows, Filter())
    assert [line.day for line in whole] == ["2024-04-20", "2024-04-20", "2024-04-01", "2024-03-13", "2024-03-12", None]
    assert store.ask(exploring.rows, Filter(), limit=2, offset=2) == whole[2:4]
    assert whole[3].quote == "Out!"
    assert whole[3].caption == "Jo Lind ejects Ama Okoro"


def test_choices_are_what_there_is(store: Store) -> None:
    found = store.ask(exploring.choices)
    assert [(one.key, one.number) for one in found.types] == [("heckle", 3), ("ejection", 2), ("walkout", 1)]
    assert [(one.key, one.number) for one in found.outlets] == [("The Post", 3), ("The Wire", 3)]
    assert [(one.key, one.name, one.number) for one in found.parties] == [("harbour", "Harbour", 2), ("lantern", "Lantern", 2)]
    assert found.actors[:2] == (Named("piri tamati", "Piri Tāmati", 5), Named("ama okoro", "Ama Okoro", 4))
    assert (found.first, found.last) == ("2024-03-12", "2024-04-20")


def test_an_empty_store_answers_nothing(database: str) -> None:
    store = Store.open(database)
    assert store.ask(exploring.count, Filter()) == Sum(0, 0, 0, 0)
    assert store.ask(exploring.months, Filter()) == store.ask(exploring.rows, Filter()) == ()
    assert store.ask(exploring.pairs, Filter()).cells == store.ask(exploring.out, Filter(), on="2024-01-01") == ()
    assert store.ask(exploring.last_out, Filter()) is None
    assert store.ask(exploring.choices).actors == ()


def test_what_was_pointed_at_narrows_the_filter(store: Store) -> None:
    pair = picks.read(picks.pair("ama okoro", "piri tamati"))
    one = narrowed(Filter(types=("heckle",)), pair)
    assert one is not None
    assert store.ask(exploring.count, one).events == 2
    spanned = narrowed(Filter(first="2024-03-13"), picks.read(picks.span("ejection", "2024-03-01", "2024-03-31")))
    assert spanned == Filter(types=("ejection",), first="2024-03-13", last="2024-03-31")
    for kind, key, number in (("member", "ama okoro", 1), ("chair", "speaker", 1), ("party", "lantern", 1)):
        own = narrowed(Filter(), picks.read(f"{kind}|{key}"))
        assert own is not None
        assert store.ask(exploring.count, own).events == number
    assert narrowed(Filter(types=("heckle",)), Pick("member", ("ama okoro",))) is None
    assert narrowed(Filter(types=("heckle",)), None) == Filter(types=("heckle",))


@pytest.mark.parametrize("code", ["", None, "pair", "pair|a", "pair|a|", "pair|<b>|x", "span|heckle|x|y", "member|a|b", "evil|a"])
def test_what_is_no_pick_is_none(code: str | None) -> None:
    assert picks.read(code) is None


def test_what_is_taken_out_is_in_no_count(store: Store) -> None:
    store.delete("uproar")
    assert {line.story for line in store.ask(exploring.rows, Filter())} == {"later"}
    assert [one.key for one in store.ask(exploring.choices).outlets] == ["The Post"]
    assert rows_of(store, "uproar") == 0
    assert rows_of(store, "later") == 9


def rows_of(store: Store, id: str) -> int:
    with reading(store._engine) as connection:
        asked = (sa.select(sa.func.count()).where(table.c.story == id) for table in (schema.participants, schema.tellers))
        return sum(connection.execute(one).scalar_one() for one in asked)


def test_who_is_forgotten_is_in_no_count(store: Store) -> None:
    store.forget("Ama Okoro")
    whole = repr([store.ask(ask, Filter()) for ask in (exploring.pairs, exploring.ejections, exploring.rows)])
    whole += repr(store.ask(exploring.choices))
    assert "okoro" not in whole.lower()
    assert store.ask(exploring.count, Filter(actor="ama okoro")).events == 0
    withheld = [one for one in store.ask(exploring.choices).actors if "█" in one.name]
    assert len(withheld) == 2, "a name that is withheld in two stories may be of two people"


def test_a_correction_is_in_the_counts_at_once_and_the_revision_says_so(store: Store) -> None:
    before = store.revision()
    assert store.revision() == before
    told = store.story("uproar")
    store.correct("uproar", kinds.Reject(what(told, "e1")), by="Ana Reyes")
    assert store.revision() != before
    assert store.ask(exploring.count, Filter(types=("heckle",))).events == 2
    assert rows_of(store, "uproar") == 7


def test_a_backup_brings_all_back(store: Store, database: str, tmp_path: object) -> None:
    store.backup(f"{tmp_path}/b.zip")
    other = Store.open(f"sqlite:///{tmp_path}/other.sqlite")
    other.restore(f"{tmp_path}/b.zip")
    assert other.ask(exploring.rows, Filter()) == store.ask(exploring.rows, Filter())
    assert other.ask(exploring.choices) == store.ask(exploring.choices)
    assert other.revision() != store.revision()


def test_many_events_are_counted_as_by_hand(database: str) -> None:
    told = list(houses.stories(300, years=3, houses=2, seed=5))
    store = Store.open(database)
    put(store, *told)
    pairs, months, out = Counter[tuple[str, str]](), Counter[tuple[str, str]](), set[str]()
    for one in told:
        for act in one.events:
            day = act.date or participants.published(one, act) or ""
            months[day[:7], act.type] += 1
            pairs.update(_pairs(one, act))
            if act.type == "ejection" and act.status == "happened" and day <= "2015-06-01" and _over(act, day):
                out |= {one.actor(id).name for id in act.targets}
    assert {(m.month, m.type): m.number for m in store.ask(exploring.months, Filter())} == months
    cells = store.ask(exploring.pairs, Filter(), doers=100, targets=100).cells
    assert {(cell.doer, cell.target): cell.number for cell in cells} == pairs
    assert {one.name for one in store.ask(exploring.out, Filter(), on="2015-06-01")} == out
    few = store.ask(exploring.pairs, Filter(), doers=5, targets=4)
    assert sum(cell.number for cell in few.cells) == sum(pairs.values())
    assert len(few.cells) <= 30


def _pairs(one: Story, act: Event) -> set[tuple[str, str]]:
    keys = {a.id: participants.key(one, a) for a in one.actors}
    return {(keys[doer], keys[target]) for doer in act.actors for target in act.targets}


def _over(act: Event, day: str) -> bool:
    return act.sanction.until >= "2015-06-01" if act.sanction and act.sanction.until else day == "2015-06-01"
