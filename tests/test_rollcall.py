"""The roll called over a cast: who of a roster a vague head can be, who it cannot, and that nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extract import extract, rollcall, titles
from extract.captions import from_roster
from extract.exports.parts import facts
from extract.naming import Cast
from extract.roster import Holding, Roster
from extract.stories import same_actor
from extract.titles import Title
from extract.types import Actor, Article, Span, Story

DAY = "2018-03-01"
HOUSE = (
    Holding("Ada Quill", "Reform", "Speaker", "", "2017-11-07", gender="f"),
    Holding("Ada Quill", "Reform", "", "Rodney", "2014", gender="f"),
    Holding("Bo Lind", "Reform", "Speaker", "", "2014", "2017-11-06", gender="m"),
    Holding("Tom Marlowe", "Labour", "", "Hutt South", "2011", gender="m"),
    Holding("Carl Hale", "Labour", "Leader", "Perth", "2015"),
    Holding("Dee Voss", "Green", "Co-leader", "", "2015", gender="f"),
    Holding("Ed Voss", "Green", "Co-leader", "", "2015", gender="m"),
    Holding("Flo Tāmati", "Reform", "Minister of Finance", "", "2016"),
    Holding("Guy Okoro", "Reform", "Leader of the House", "Lalor", "2016"),
    Holding("Leung Ka-wai", "Reform", "Prime Minister", "", "2016", aliases=("Leung",)),
)
ROSTER = Roster("house.csv", HOUSE)


def read(nlp: Language, text: str, *, holdings: tuple[Holding, ...] = HOUSE, day: str | None = DAY) -> tuple[Story, list[str]]:
    """The story of a text and the lines that were said of the roster."""
    said: list[str] = []
    return extract(text, published=day, nlp=nlp, roster=Roster("house.csv", holdings), note=said.append), said


def doers(story: Story) -> list[str]:
    """Who acts and who is acted on, in order."""
    ids = dict.fromkeys(id for event in story.events for id in (*event.actors, *event.targets))
    return [story.actor(id).name for id in ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms Lee heckled the Speaker in the House.", ["Lee", "Ada Quill"]),
        ("Madam Speaker threw Ms Lee out of the House.", ["Ada Quill", "Lee"]),
        ("The Speaker of the House threw Ms Lee out of the chamber.", ["Ada Quill", "Lee"]),
        ("Ms Lee was thrown out of the House.", ["Ada Quill", "Lee"]),
        ("The Perth MP heckled Ms Lee in the House.", ["Carl Hale", "Lee"]),
        ("The member for Perth heckled Ms Lee in the House.", ["Carl Hale", "Lee"]),
        ("The Labour MP for Perth heckled Ms Lee in the House.", ["Carl Hale", "Lee"]),
        (
            "The Speaker ordered the Perth MP from the House. Ms Lee left the chamber in protest.",
            ["Ada Quill", "Carl Hale", "Lee"],
        ),
        ("The Labour leader heckled Ms Lee in the House.", ["Carl Hale", "Lee"]),
        ("Labour's leader heckled Ms Lee in the House.", ["Carl Hale", "Lee"]),
        ("The leader of the Labour Party heckled Ms Lee in the House.", ["Carl Hale", "Lee"]),
        ("The finance minister heckled Ms Lee in the House.", ["Flo Tāmati", "Lee"]),
        ("The Minister of Finance heckled Ms Lee in the House.", ["Flo Tāmati", "Lee"]),
        ("The leader of the House heckled Ms Lee in the chamber.", ["Guy Okoro", "Lee"]),
        ("The prime minister heckled Ms Lee in the House.", ["Leung Ka-wai", "Lee"]),
        ("Mr Marlowe heckled Ms Lee in the House.", ["Tom Marlowe", "Lee"]),
        ("Labour MP Marlowe heckled Ms Lee in the House.", ["Tom Marlowe", "Lee"]),
        ("Mr Tamati heckled Ms Lee in the House.", ["Flo Tāmati", "Lee"]),
        ("Mr Leung heckled Ms Lee in the House.", ["Leung Ka-wai", "Lee"]),
        ("Speaker Quill threw Ms Lee out of the House.", ["Ada Quill", "Lee"]),
    ],
)
def test_a_vague_head_is_the_one_it_can_be(nlp: Language, text: str, expected: list[str]) -> None:
    story, said = read(nlp, text)
    assert doers(story) == expected
    assert said
    assert all(line.startswith("roster house.csv: ") for line in said)


@pytest.mark.parametrize(
    "text",
    [
        "The Deputy Speaker threw Ms Lee out of the House.",
        "The acting Speaker threw Ms Lee out of the House.",
        "Former Speaker Quill heckled Ms Lee in the House.",
        "The former Speaker heckled Ms Lee in the House.",
        "The Greens co-leader heckled Ms Lee in the House.",
        "Voss heckled Ms Lee in the House.",
        "The Green leader heckled Ms Lee in the House.",
        "The deputy leader of Labour heckled Ms Lee in the House.",
        "The National leader heckled Ms Lee in the House.",
        "The health minister heckled Ms Lee in the House.",
        "The National MP for Perth heckled Ms Lee in the House.",
        "The member for Perth North heckled Ms Lee in the House.",
        "The Hutt North MP heckled Ms Lee in the House.",
        "A Labour MP heckled Ms Lee in the House.",
        "National's Marlowe heckled Ms Lee in the House.",
        "Ms Marlowe heckled Mr Lee in the House.",
        "Ann Marlowe heckled Ms Lee in the House.",
        "Spokesman Marlowe heckled Ms Lee in the House.",
        "Senator Marlowe heckled Ms Lee in the House.",
        "The Queensland premier heckled Ms Lee in the House.",
        "The Australian prime minister heckled Ms Lee in the House.",
        "Australia's prime minister heckled Ms Lee in the House.",
        "Prime Minister Marlowe heckled Ms Lee in the House.",
        "The minister heckled Ms Lee in the House.",
    ],
)
def test_in_doubt_it_is_nobody(nlp: Language, text: str) -> None:
    plain = extract(text, published=DAY, nlp=nlp)
    story, said = read(nlp, text, holdings=tuple(h for h in HOUSE if h.office != "Speaker" or "Speaker" in text))
    assert story == plain
    assert said == []


@pytest.mark.parametrize(
    ("day", "name"), [("2017-11-06", "Bo Lind"), ("2017-11-07", "Ada Quill"), ("2013-01-01", "Speaker"), (None, "Speaker")]
)
def test_the_day_decides(nlp: Language, day: str | None, name: str) -> None:
    assert doers(read(nlp, "The Speaker threw Ms Lee out of the House.", day=day)[0])[0] == name


def test_without_a_day_of_publication_that_of_the_sitting_decides(nlp: Language) -> None:
    text = "On 3 May 2016 the Speaker threw Ms Lee out of the House."
    assert doers(read(nlp, text, day=None)[0])[0] == "Bo Lind"


@pytest.mark.parametrize("again", ["the Speaker", "the Speaker of the House", "Mr Speaker"])
@pytest.mark.parametrize("title", ["The Speaker, Jo Smith,", "Speaker of the House Jo Smith", "Speaker Jo Smith"])
def test_the_article_is_never_overruled(nlp: Language, title: str, again: str) -> None:
    text = f"{title} threw Ms Lee out of the House. Later {again} threw her out of the chamber."
    story, said = read(nlp, text)
    assert "Ada Quill" not in doers(story)
    assert said == []


def test_whom_the_article_names_in_full_is_one_actor_with_the_office(nlp: Language) -> None:
    text = "Ada Quill opened the sitting of Parliament. The Speaker then threw Ms Lee out of the House."
    story, said = read(nlp, text)
    (quill,) = [a for a in story.actors if a.name == "Ada Quill"]
    assert (quill.kind, quill.party, [m.text for m in quill.mentions]) == ("person", "Reform", ["Ada Quill", "Speaker"])
    assert quill.role == "Speaker (party and office from the roster)"
    assert said == ["roster house.csv: 'the Speaker' read as Ada Quill (Speaker since 2017-11-07, Reform)"]


def test_two_in_one_sentence_are_two(nlp: Language) -> None:
    """The roster may be out of date; the article would have said that they are one."""
    story, said = read(nlp, "The Speaker threw Ada Quill out of the House.")
    assert doers(story) == ["Speaker", "Ada Quill"]
    assert said == []


def test_nobody_throws_herself_out(nlp: Language) -> None:
    """Whoever is thrown out is not the chair whom the article leaves unsaid."""
    assert doers(read(nlp, "Labour MP Ada Quill was thrown out of the House.")[0]) == ["Speaker", "Ada Quill"]
    assert doers(read(nlp, "Reform MP Ada Quill was thrown out of the House.")[0]) == ["Speaker", "Ada Quill"]
    assert doers(read(nlp, "Ms Quill was thrown out of the House.")[0]) == ["Ada Quill"]


def test_another_of_that_surname_in_the_article(nlp: Language) -> None:
    text = "Ann Marlowe and Jim Marlowe spoke in the House. Marlowe then heckled the Prime Minister in the House."
    assert "Tom Marlowe" not in doers(read(nlp, text)[0])


def test_a_person_in_full_takes_party_and_office(nlp: Language) -> None:
    story, said = read(nlp, "Carl Hale heckled Ms Lee in the House.")
    assert (story.actors[0].name, story.actors[0].party) == ("Carl Hale", "Labour")
    assert story.actors[0].role == "Leader (party and office from the roster)"
    assert said == [
        "roster house.csv: party and office of Carl Hale read from it (Leader and member for Perth since 2015, Labour)"
    ]


def test_the_article_has_its_own_word_for_a_party(nlp: Language) -> None:
    holdings = (Holding("Tom Marlowe", "New Zealand Labour Party"),)
    story, _ = read(nlp, "Mr Marlowe heckled Ms Lee in the House. Labour MPs then walked out of the chamber.", holdings=holdings)
    assert {a.party for a in story.actors if a.party} == {"Labour"}


def test_a_reader_sees_whose_word_a_name_is(nlp: Language) -> None:
    story, said = read(nlp, "The Speaker threw Ms Lee out of the House.")
    assert said == ["roster house.csv: 'the Speaker' read as Ada Quill (Speaker since 2017-11-07, Reform)"]
    (event,) = story.events
    assert story.actor(event.actors[0]).aliases == ("Speaker",)
    line = "Ada Quill: Speaker (name and party from the roster), in the text “Speaker”"
    assert from_roster(story, event) == line
    assert ("Roster", line) in facts(story, event)
    assert "Roster" not in dict(facts(extract("The Speaker threw Ms Lee out of the House.", nlp=nlp), event))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Madam Speaker threw Ms Lee out of the House.", "'Madam Speaker'"),
        ("Then the Speaker threw Ms Lee out of the House.", "'the Speaker'"),
    ],
)
def test_the_line_has_the_words_of_the_article(nlp: Language, text: str, wording: str) -> None:
    assert read(nlp, text)[1][0].startswith(f"roster house.csv: {wording} read as Ada Quill (Speaker since")


def test_a_senator_is_a_senator_of_the_roster(nlp: Language) -> None:
    holdings = (Holding("Tom Marlowe", "Labour", "Senator for Queensland"), Holding("Tim Marlowe", "Labour", "MP", "Perth"))
    text = "Senator Marlowe heckled Ms Lee in the Senate."
    assert doers(read(nlp, text, holdings=holdings[:1])[0])[0] == "Tom Marlowe"
    assert doers(read(nlp, text, holdings=holdings)[0])[0] == "Tom Marlowe"
    assert doers(read(nlp, text, holdings=holdings[1:])[0])[0] == "Marlowe"


def test_a_chair_left_unsaid_is_said_to_be(nlp: Language) -> None:
    _, said = read(nlp, "Ms Lee was thrown out of the House.")
    assert said[0].startswith("roster house.csv: the Speaker whom the article leaves unsaid read as Ada Quill")


# wordings

OFFICES = [
    (Title("speaker"), "Speaker of the House of Representatives", "", True),
    (Title("speaker"), "Deputy Speaker", "", False),
    (Title("speaker"), "Speaker", "", True),
    (Title("speaker", "house"), "Speaker", "", True),
    (Title("speaker", "malta"), "Speaker", "", False),
    (Title("deputy speaker"), "Speaker", "", False),
    (Title("prime minister"), "Deputy Prime Minister", "", False),
    (Title("prime minister"), "Minister assisting the Prime Minister", "", False),
    (Title("prime minister"), "Parliamentary Private Secretary to the Prime Minister", "", False),
    (Title("prime minister", "malta"), "Prime Minister of Malta", "", True),
    (Title("health minister"), "Minister for Health", "", True),
    (Title("minister", "Health"), "health minister", "", True),
    (Title("health minister"), "Minister for Mental Health", "", False),
    (Title("health minister"), "Minister of State for Health", "", False),
    (Title("minister", "Health"), "Minister for Mental Health", "", False),
    (Title("health secretary"), "Secretary of State for Health and Social Care", "", True),
    (Title("foreign secretary"), "Secretary of State for Foreign, Commonwealth and Development Affairs", "", True),
    (Title("opposition leader"), "Leader of the Opposition", "", True),
    (Title("leader of the opposition"), "Opposition Leader", "", True),
    (Title("leader", "", "Labour"), "Leader", "New Zealand Labour Party", True),
    (Title("leader", "", "Labour"), "Leader of the Labour Party", "", True),
    (Title("leader", "", "Labour"), "Leader of the Opposition", "Labour", False),
    (Title("leader", "", "Labour"), "Party leader", "Labour", True),
    (Title("leader", "", "Labour"), "Deputy leader", "Labour", False),
    (Title("leader", "", "Labour"), "Leader", "Green", False),
    (Title("leader"), "Leader", "Labour", False),
    (Title("minister"), "Minister", "", False),
    (Title("speaker"), "", "", False),
]


@pytest.mark.parametrize(("title", "office", "party", "same"), OFFICES)
def test_two_wordings_of_an_office(title: Title, office: str, party: str, same: bool) -> None:
    assert titles.same_office(title, office, party) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Labour", "New Zealand Labour Party", True),
        ("the Greens", "Green Party of Aotearoa", True),
        ("BJP", "Bharatiya Janata Party", True),
        ("Australian Labor Party", "ALP", True),
        ("Liberal", "Liberal Democrats", False),
        ("Tory", "Conservatives", True),
        ("Amber League", "AL", True),
        ("Amber League", "Azure League", False),
        ("Labour", "", False),
    ],
)
def test_two_names_of_a_party(one: str, other: str, same: bool) -> None:
    assert titles.same_party(one, other) is same


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("Quill", True),
        ("Ada Quill", True),
        ("Ada Jane Quill", True),
        ("Jane Quill", True),
        ("ADA QUILL", True),
        ("Ada", False),
        ("Bo Quill", False),
        ("Quill-Lind", False),
        ("", False),
    ],
)
def test_who_can_be_called_so(name: str, goes: bool) -> None:
    assert rollcall.goes_by(name, Holding("Ada Jane Quill")) is goes


@pytest.mark.parametrize(
    ("after", "place"),
    [
        (" for Hutt South shouted", "Hutt South"),
        (" for Lalor's seat", "Lalor"),
        (" of the House. Then", "House"),
        (" for Kingston and St Andrew said", "Kingston and St Andrew"),
        (" for years", ""),
        (", of Perth", ""),
    ],
)
def test_the_place_behind_a_title(after: str, place: str) -> None:
    assert titles.place_after(after) == place


@pytest.mark.parametrize(
    ("office", "chairs"),
    [
        ("Speaker", True),
        ("Speaker of the House", True),
        ("President of the Senate", True),
        ("Deputy Speaker", False),
        ("Chair of the Finance Committee", False),
        ("Leader", False),
    ],
)
def test_who_presides(office: str, chairs: bool) -> None:
    assert titles.presides(office) is chairs


# whatever the cast and the roster

NAMES = (
    "Quill",
    "Ada Quill",
    "Bo Quill",
    "Ada Jane Quill",
    "Speaker",
    "Perth MP",
    "Labour leader",
    "Hale",
    "Carl Hale",
    "Labour MP",
)
TEXT = " ".join(f"the {name} spoke." for name in NAMES)
actors = st.lists(st.sampled_from(NAMES), min_size=1, max_size=7, unique=True)
kinds = st.sampled_from(("person", "office", "group"))
persons = st.builds(
    Holding,
    name=st.sampled_from(("Ada Quill", "Ada Jane Quill", "Bo Quill", "Carl Hale")),
    party=st.sampled_from(("", "Labour", "Reform")),
    office=st.sampled_from(("", "Speaker", "Leader", "Deputy Speaker")),
    constituency=st.sampled_from(("", "Perth")),
    since=st.sampled_from(("", "2017", "2019")),
    person=st.sampled_from(("", "", "7")),
)


def cast_of(names: list[str], kind: list[str], parties: list[str]) -> Cast:
    cast = []
    for n, name in enumerate(names):
        at = TEXT.index(f"the {name} ") + 4
        span = Span("a1", at, at + len(name), name)
        cast.append(Actor(f"a{n}", name, kind[n], party=parties[n] or None, mentions=(span,)))  # type: ignore[arg-type]
    return Cast(tuple(cast), {n: a.id for n, a in enumerate(cast)}, frozenset({"a0"}), {a.id: "" for a in cast})


@given(
    actors,
    st.lists(kinds, min_size=7, max_size=7),
    st.lists(st.sampled_from(("", "", "Labour")), min_size=7, max_size=7),
    st.lists(persons, max_size=6),
    st.booleans(),
)
def test_no_mention_is_invented_and_no_two_full_names_become_one(
    names: list[str], kind: list[str], parties: list[str], holdings: list[Holding], apart: bool
) -> None:
    cast = cast_of(names, kind, parties)
    roster = Roster("r", tuple(holdings))
    called = rollcall.call(cast, roster, Article("a1", TEXT), day=DAY, apart=lambda one, other: apart)
    spans = sorted(span for actor in cast.actors for span in actor.mentions)
    assert sorted(span for actor in called.cast.actors for span in actor.mentions) == spans
    assert set(called.cast.by_token.values()) == {a.id for a in called.cast.actors}
    assert called.cast.chairs <= {a.id for a in called.cast.actors}
    assert {called.ids.get(a.id, a.id) for a in cast.actors} == {a.id for a in called.cast.actors}
    for actor in called.cast.actors:
        old = [a for a in cast.actors if called.ids.get(a.id, a.id) == actor.id]
        full = {a.name for a in old if a.kind == "person" and len(a.name.split()) > 1 and not titles.only_title(a.name)}
        assert len(full) <= 1
        assert full <= {actor.name}
        assert {a.name for a in old} <= {actor.name, *actor.aliases}
        assert len(old) == 1 or not apart
        assert (actor.id in called.lines) == ("from the roster" in (actor.role or ""))
    again = rollcall.call(called.cast, roster, Article("a1", TEXT), day=DAY, apart=lambda one, other: apart)
    assert again.cast.actors == called.cast.actors or len(again.cast.actors) < len(called.cast.actors)


def test_a_name_of_the_roster_merges_over_articles() -> None:
    """One article calls her the Speaker, one by name: with the roster both are one actor of the merged story."""
    one = Actor("speaker", "Ada Quill", "person", ("Speaker",), "Speaker (name from the roster)")
    assert same_actor(one, Actor("quill", "Ada Quill", "person"))
    assert same_actor(one, Actor("speaker", "Speaker", "office"))
