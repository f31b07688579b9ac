"""Who in one article is who in another: pairs that are one, and the near misses that must stay two."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.stories import deeds
from extract.stories.casts import fuller, same_actor, united
from extract.stories.sorts import side, sort
from extract.types import Actor, ActorKind, Event
from tests.factories import actor, event


def person(name: str, *aliases: str, role: str | None = None, party: str | None = None) -> Actor:
    return actor(name.lower().replace(" ", "-"), name, aliases=aliases, role=role, party=party)


def group(name: str, party: str | None = None) -> Actor:
    return actor(name.lower().replace(" ", "-"), name, "group", party=party)


def office(name: str, *aliases: str) -> Actor:
    return actor(name.lower().replace(" ", "-"), name, "office", aliases=aliases, role=name)


ONE = [
    (person("Joan Lind"), person("Lind", "Ms Lind")),
    (person("Sadiq Chaudhry"), person("Sadiq Chowdhury")),
    (person("Yusuf Rahimi"), person("Jussuf Rahimi")),
    (person("Ann Lawes-Whyte"), person("Lawes Whyte", "Ms Lawes Whyte")),
    (person("Grace Wanjiru"), person("Grace Wanjiru Odera")),
    (person("Dida Halima"), person("Halima Dida")),
    (person("J Marlowe"), person("Jonathan Marlowe")),
    (person("Azlan bin Rahim"), person("Azlan", "Datuk Azlan")),
    (person("Lim Guan Wei"), person("Lim", "Mr Lim")),
    (person("Máire Ní Bhriain"), person("Ni Bhriain")),
    (person("Pat O'Hara"), person("O’Hara")),
    (person("Joan Lind", "the Speaker", role="Speaker"), office("Speaker")),
    (office("Minister for Health"), office("Health Minister")),
    (person("Ann Hale", "Health Minister Ann Hale"), office("Minister for Health")),
    (office("member for North Perth"), office("North Perth MP")),
    (office("chair"), person("Joan Lind", role="Speaker")),
    (office("minister"), person("Ann Hale", role="Health Minister")),
    (group("ODM members", "ODM"), group("Orange legislators", "Orange")),
    (group("three Labour MPs", "Labour"), group("Labour members", "Labour Party")),
    (group("opposition benches"), group("minority lawmakers")),
    (group("overflow crowd"), group("audience")),
    (group("security guards"), group("ushers")),
    (group("the council"), group("Port Ansel City Council")),
]
TWO = [
    (person("Ann Smith"), person("Ben Smith")),
    (person("Ann Smith"), person("Anna Smith")),
    (person("Tom Marlowe Jr"), person("Tom Marlowe Sr")),
    (person("Hale", "Mr Hale"), person("Hale", "Mrs Hale")),
    (person("Sam Hale", party="Labour"), person("Sam Hale", party="National")),
    (person("Ann Marlowe"), person("Ann Lind")),
    (person("Ann Marlowe"), person("Ann")),
    (office("Speaker"), office("Deputy Speaker")),
    (person("Joan Lind", role="Speaker"), office("Deputy Speaker")),
    (office("Health Minister"), office("Transport Minister")),
    (office("minister"), person("Ann Hale", role="MP")),
    (office("MP"), person("Ann Hale", role="MP")),
    (office("member for North Perth"), office("member for South Perth")),
    (group("Labour MPs", "Labour"), group("National MPs", "National")),
    (group("Labour", "Labour"), group("Labour MPs", "Labour")),
    (group("opposition MPs"), group("government MPs")),
    (group("ushers"), group("protesters")),
    (group("MPs"), group("protesters")),
    (group("Senate"), group("National Assembly")),
    (group("Liberal MPs", "Liberal"), group("Liberal Democrat MPs", "Liberal Democrats")),
    (group("Greens", "Green"), person("Green")),
]


@pytest.mark.parametrize(("one", "other"), ONE, ids=lambda a: a.name)
def test_one_actor_in_two_articles(one: Actor, other: Actor) -> None:
    assert same_actor(one, other)
    assert same_actor(other, one)


@pytest.mark.parametrize(("one", "other"), TWO, ids=lambda a: a.name)
def test_two_actors_whatever_they_share(one: Actor, other: Actor) -> None:
    assert not same_actor(one, other)
    assert not same_actor(other, one)


def names(base: list[Actor], other: list[Actor]) -> list[str]:
    return sorted(a.name for a in united(base, other)[0])


def test_a_surname_that_two_share_is_neither() -> None:
    assert names([person("Ann Smith"), person("Ben Smith")], [person("Smith")]) == ["Ann Smith", "Ben Smith", "Smith"]
    assert names([person("Ann Smith"), person("Ben Smith")], [person("Smith"), person("Ann Smith")]) == ["Ann Smith", "Ben Smith"]


def test_father_and_son_are_two_where_an_article_names_both() -> None:
    both = [person("Tom Marlowe Jr"), person("Tom Marlowe")]
    assert names(both, [person("Tom Marlowe Jr"), person("Tom Marlowe")]) == ["Tom Marlowe", "Tom Marlowe Jr"]


def test_whom_one_article_splits_the_other_heals() -> None:
    split, whole = [person("Dida Halima"), person("Halima", "Mr Halima")], [person("Dida Halima")]
    assert names(split, whole) == names(whole, split) == ["Dida Halima"]
    assert names(split, []) == ["Dida Halima", "Halima"]


def test_an_office_beside_its_holder_is_the_holder_that_the_other_article_names() -> None:
    assert names([office("Speaker"), person("Lind")], [person("Joan Lind", role="Speaker")]) == ["Joan Lind"]
    two = [person("Joan Lind", role="Speaker"), person("Ann Hale", role="Speaker")]
    assert "Speaker" in names([office("Speaker")], two)


def test_government_members_are_those_of_the_ministers_party() -> None:
    hale = person("Ann Hale", role="Prime Minister", party="Labour")
    mine, theirs = [hale, group("Labour MPs", "Labour"), group("National MPs", "National")], [group("government MPs"), hale]
    assert "government MPs" not in names(mine, theirs)
    assert "government MPs" in names(
        [group("Labour MPs", "Labour"), group("National MPs", "National")], [group("government MPs")]
    )


def test_the_fuller_name_stays_with_all_its_forms() -> None:
    one = fuller(person("Lind", "Ms Lind", role="Speaker"), person("Joan Lind", party="Labour"))
    assert (one.id, one.name, one.role, one.party, set(one.aliases)) == (
        "lind",
        "Joan Lind",
        "Speaker",
        "Labour",
        {"Ms Lind", "Lind"},
    )
    assert fuller(group("opposition MPs"), group("Greens", "Green")).name == "Greens"


@pytest.mark.parametrize(
    ("name", "party", "expected"),
    [
        ("Labour MPs", "Labour", "members"), ("members of the public", None, "public"),
        ("people on the opposition benches", None, "members"),
        ("security staff", None, "servants"), ("the House", None, "house"), ("members of the House", None, "members"),
        ("Labour", "Labour", "party"), ("opposition", None, "members"),
        ("two women", None, "public"), ("bystanders", None, "public"),
        ("lamps", None, ""),
    ],
)  # fmt: skip
def test_of_what_sort_a_group_is(name: str, party: str | None, expected: str) -> None:
    assert sort(group(name, party)) == expected


def test_on_which_side_a_group_is() -> None:
    assert [side(group(name)) for name in ("Treasury benches", "Opposition MPs", "Labour MPs")] == ["governing", "opposing", ""]


# by deeds


def deed(id: str, type: str = "ejection", who: tuple[str, ...] = ("lind",), whom: tuple[str, ...] = ()) -> Event:
    return event(id, type, actors=who, targets=whom)  # type: ignore[arg-type]


LIND, MARLOWE, VAGUE = person("Lind"), person("Tom Marlowe"), office("MP")


def meant(named: Actor, vague: Actor, *, who: tuple[str, ...] = ("lind",)) -> dict[str, str]:
    cast = [LIND, named, vague]
    return deeds.meant(cast, [deed("a", whom=(named.id,))], [deed("b", who=who, whom=(vague.id,))], {"b": "a"})


def test_whoever_stands_in_the_place_of_somebody_named_is_meant() -> None:
    assert meant(MARLOWE, VAGUE) == {"mp": "tom-marlowe"}
    assert meant(person("Tom Marlowe", role="MP", party="Labour"), VAGUE) == {"mp": "tom-marlowe"}


@pytest.mark.parametrize(
    ("named", "vague"),
    [
        (MARLOWE, person("Ann Hale")),
        (person("Marlowe"), person("Hale")),
        (person("Tom Marlowe", role="Premier"), office("Speaker")),
        (person("Tom Marlowe", party="Labour"), actor("mp", "Green MP", role="MP", party="Green")),
        (MARLOWE, group("MPs")),
    ],
    ids=["two full names", "two surnames", "two offices", "two parties", "a group"],
)
def test_a_name_of_ones_own_is_nobody_else(named: Actor, vague: Actor) -> None:
    assert meant(named, vague) == {}


def test_whoever_would_be_two_people_is_nobody() -> None:
    cast, hale = [LIND, MARLOWE, VAGUE], person("Ann Hale")
    base = [deed("a", whom=("tom-marlowe",)), deed("c", "heckle", whom=("ann-hale",))]
    other = [deed("b", whom=("mp",)), deed("d", "heckle", whom=("mp",))]
    assert deeds.meant([*cast, hale], base, other, {"b": "a", "d": "c"}) == {}


def test_one_without_a_name_leads_to_one_with_a_name() -> None:
    cast, ids = deeds.followed([MARLOWE, VAGUE, office("lawmaker")], {"lawmaker": "mp", "mp": "tom-marlowe"})
    assert [a.name for a in cast] == ["Tom Marlowe"]
    assert ids == {"lawmaker": "tom-marlowe", "mp": "tom-marlowe"}


# what holds of every cast

PEOPLE = st.sampled_from([a for pair in (*ONE, *TWO) for a in pair])
KINDS: tuple[ActorKind, ...] = ("person", "group", "office")


@given(st.lists(PEOPLE, max_size=6, unique_by=lambda a: a.id), st.lists(PEOPLE, max_size=6, unique_by=lambda a: a.id))
def test_everybody_is_one_of_the_united_cast(base: list[Actor], other: list[Actor]) -> None:
    cast, mine, theirs = united(base, other)
    ids = [a.id for a in cast]
    assert len(ids) == len(set(ids))
    assert set(mine) == {a.id for a in base}
    assert set(theirs) == {a.id for a in other}
    assert {*mine.values(), *theirs.values()} == set(ids)


@given(st.lists(PEOPLE, max_size=6, unique_by=lambda a: a.id))
def test_a_cast_united_with_itself_is_itself(cast: list[Actor]) -> None:
    whole, mine, theirs = united(cast, cast)
    for one, other in itertools.combinations(cast, 2):
        assert (mine[one.id] == mine[other.id]) == (theirs[one.id] == theirs[other.id])
    assert len(whole) <= len(cast)
