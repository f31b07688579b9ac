"""A roster read from a file: columns by any of their names, Popolo in its several dialects, and one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract import roster
from extract.roster import Holding, Unusable


def written(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# tables


@pytest.mark.parametrize(
    "text",
    [
        "name,party,office,constituency,from,to\nAda Quill,Reform,Speaker,Rodney,2017-11-07,2019\n",
        "\ufeffTo,From,Seat,Role,Group,Name\n2019,2017-11-07,Rodney,Speaker,Reform,Ada  Quill\n",
        "name;faction;post;area;start_date;end_date\nAda Quill;Reform;Speaker;Rodney;2017-11-07T00:00:00Z;2019\n\n;;;;;\n",
        (
            "Full name\tParty\tPosition\tElectorate\tStart date\tEnd date\tX\n"
            "Ada Quill\tReform\tSpeaker\tRodney\t2017-11-07\t2019\tx\n"
        ),
    ],
    ids=["ours", "another order, a mark and capitals", "semicolons and Popolo's names", "tabs and a column unheard of"],
)
def test_columns_go_by_many_names(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    assert roster.read(path).holdings == (Holding("Ada Quill", "Reform", "Speaker", "Rodney", "2017-11-07", "2019"),)
    assert roster.read(path).label == str(path)


def test_what_else_a_row_may_say(tmp_path: Path) -> None:
    text = "id,name,gender,aliases,surname\n7,Leung Ka-wai,Female,Kay Leung; K Leung,Leung\n8,Bo Lind,male,,\n9,Cy Voss,,,\n"
    first, second, third = roster.read(written(tmp_path, text)).holdings
    assert (first.aliases, first.gender, first.who) == (("Kay Leung", "K Leung", "Leung"), "f", "7")
    assert (second.gender, third.gender, third.aliases) == ("m", "", ())


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "", "empty, no roster; give a CSV with the column name, or Popolo JSON"),
        ("a.csv", " \n\n", "empty"),
        ("a.csv", "member,party\nAda,X\n", "no column 'name' but member, party; its columns are name and any of party"),
        ("a.csv", "name,party\n", "a heading and no rows"),
        ("a.csv", "name,from\nAda Quill,7/11/2017\n", "line 2: from '7/11/2017' is no date; a date such as 2017-11-07"),
        ("a.csv", "name,to\nAda Quill,2017-02-30\n", "line 2: to '2017-02-30' is no date"),
        ("a.csv", "name,from,to\nAda Quill,2017,2016\n", "line 2: from 2017 is after to 2016; put them right"),
        ("a.csv", "name,party\nAda Quill,X\n,Y\n", "line 3 has no name; give one, or take the line out"),
        ("a.csv", b"name\nTom\xe9\n", "not UTF-8; save the roster as UTF-8"),
        ("a.csv", b"name\0\0\x01", "binary data"),
        ("a.json", "{", "no JSON ("),
        ("a.json", "name\nAda\n", "no JSON ("),
        ("a.json", "[1]", "JSON, but not Popolo; Popolo has the lists persons, memberships and organizations"),
        ("a.json", '{"people": []}', "JSON, but not Popolo"),
        ("a.json", '{"persons": "x"}', "'persons' is no list of objects"),
        ("a.json", '{"persons": [3]}', "'persons' is no list of objects"),
        ("a.json", '{"persons": []}', "no persons with a name"),
        ("a.json", '{"persons": [{"id": 1, "name": "Ada"}]}', "no membership of any of its persons"),
        (
            "a.json",
            '{"persons": [{"id": 1, "name": "A"}], "memberships": [{"person_id": 1, "start_date": "May"}]}',
            "start_date 'May' is no date; a date such as",
        ),
        ("none/a.csv", None, "cannot be read (no such file or directory)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, name: str, text: str | bytes | None, said: str) -> None:
    path = tmp_path / name if text is None else written(tmp_path, text, name)
    with pytest.raises(Unusable) as caught:
        roster.read(path)
    assert str(caught.value).startswith(f"{path}: {said}")
    assert "\n" not in str(caught.value)


def test_a_name_with_a_null_is_no_file() -> None:
    with pytest.raises(Unusable, match="cannot be read"):
        roster.read("a\0.csv")


# Popolo

EVERYPOLITICIAN = {
    "persons": [
        {
            "id": "p1", "name": "Ada Quill", "gender": "female", "family_name": "Quill",
            "other_names": [
                {"name": "Ada Jane Quill", "lang": "en", "note": "multilingual"},
                {"name": "Ада", "lang": "ru"}, {"name": "A. Quill"},
            ],
        },
        {"id": "p2", "name": "Bo Lind"},
    ],
    "organizations": [
        {"id": "party/reform", "classification": "party", "name": "Reform"},
        {"id": "house", "classification": "legislature", "name": "House"},
    ],
    "memberships": [
        {"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "party/reform", "role": "member",
         "area_id": "area/rodney", "legislative_period_id": "term/51"},
        {"person_id": "p1", "organization_id": "house", "role": "Speaker", "start_date": "2017-11-07", "end_date": "9999-12-31"},
        {"person_id": "p2", "organization_id": "party/reform", "role": "leader", "start_date": "2015"},
        {"person_id": "p9", "organization_id": "house"},
        {"id": "m5", "redirect": "m4"},
    ],
    "areas": [{"id": "area/rodney", "name": "Rodney"}],
    "events": [{"id": "term/51", "start_date": "2014-10", "end_date": "2020"}],
}  # fmt: skip
QUILL = {"aliases": ("Ada Jane Quill", "A. Quill", "Quill"), "gender": "f", "person": "p1"}


def test_popolo_as_everypolitician_writes_it(tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps(EVERYPOLITICIAN), "ep-popolo-v1.0.json")
    assert roster.read(path).holdings == (
        Holding("Ada Quill", "Reform", "", "Rodney", "2014-10", "2020", **QUILL),  # type: ignore[arg-type]
        Holding("Ada Quill", "", "Speaker", "", "2017-11-07", "9999-12-31", **QUILL),  # type: ignore[arg-type]
        Holding("Bo Lind", "Reform", "leader", "", "2015", person="p2"),
    )


def test_popolo_as_parlparse_writes_it(tmp_path: Path) -> None:
    """Names in parts, seats as posts with an area inside."""
    data = {
        "persons": [
            {"id": "p1", "other_names": [
                {"note": "Alternate", "given_name": "A", "family_name": "Quill"},
                {"note": "Main", "given_name": "Ada", "family_name": "Quill"},
            ]},
            {"id": "p2", "redirect": "p1"},
        ],
        "posts": [{"id": "c1", "area": {"name": "Rodney"}, "label": "MP for Rodney", "role": "MP", "organization_id": "commons"}],
        "organizations": [{"id": "reform", "name": "Reform"}, {"id": "commons", "name": "House of Commons"}],
        "memberships": [{"person_id": "p1", "post_id": "c1", "on_behalf_of_id": "reform", "start_date": "2015-05-08"}],
    }  # fmt: skip
    held = Holding("Ada Quill", "Reform", "MP", "Rodney", "2015-05-08", aliases=("A Quill",), person="p1")
    assert roster.read(written(tmp_path, json.dumps(data))).holdings == (held,)


def test_popolo_with_objects_inside_objects(tmp_path: Path) -> None:
    membership = {
        "organization": {"name": "Reform", "classification": "Party"},
        "post": {"label": "Whip", "area": {"name": "Rodney"}, "start_date": "2016"},
    }
    data = {"persons": [{"id": 3, "name": "Ada Quill", "memberships": [membership]}]}
    held = Holding("Ada Quill", "Reform", "Whip", "Rodney", "2016", person="3")
    assert roster.read(written(tmp_path, json.dumps(data), "x.json")).holdings == (held,)


# days


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        ("2017-11-07", "", "2017-11-07", True),
        ("2017-11-07", "", "2017-11-06", False),
        ("", "2017-11-06", "2017-11-06", True),
        ("", "2017-11-06", "2017-11-07", False),
        ("2017", "2017", "2017-01-01", True),
        ("2017", "2017", "2017-12-31", True),
        ("2017", "2017", "2018-01-01", False),
        ("2017-02", "2017-02", "2017-02-28", True),
        ("2017-02", "2017-02", "2017-03-01", False),
        ("", "", "1912-05-01", True),
        ("2017", "2018", None, True),
    ],
)
def test_what_was_held_on_a_day(since: str, until: str, day: str | None, held: bool) -> None:
    assert Holding("Ada Quill", since=since, until=until).on(day) is held


@pytest.mark.parametrize(
    ("holding", "said"),
    [
        (Holding("A", "Reform", "Speaker", "", "2017-11-07"), "Speaker since 2017-11-07, Reform"),
        (Holding("A", "Reform", "MP", "Rodney"), "MP for Rodney, Reform"),
        (Holding("A", "Reform", "Leader", "Rodney", "2015"), "Leader and member for Rodney since 2015, Reform"),
        (Holding("A", "", "", "Rodney"), "member for Rodney"),
        (Holding("A"), ""),
    ],
)
def test_a_holding_in_words(holding: Holding, said: str) -> None:
    assert holding.said() == said
