"""Each entry of the gazetteers is found in a sentence as what it is, and what only looks like one is not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import spacy
from spacy.language import Language

from extract import document, gate, lexicon, mentions, roles, runs
from extract.naming import Cast, party_key
from extract.types import Actor, Article

PARTIES = lexicon.load(lexicon.RULES / "parties.toml")
LEGISLATURES = lexicon.load(lexicon.RULES / "legislatures.toml")
COUNTRIES = PARTIES["country"]
PLACES = [
    {"name": "everywhere", **{key: LEGISLATURES[key] for key in LEGISLATURES if key != "country"}},
    *LEGISLATURES["country"],
]
by_name: dict[str, Any] = {"ids": lambda row: row["name"]}


@pytest.fixture(scope="module")
def plain() -> Language:
    """Words and full stops only: the gazetteers are looked up without a parse."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": ["\n"]})
    return nlp


def kinds(nlp: Language, text: str) -> set[tuple[str, str]]:
    """The kind and the text of each unit of a sentence."""
    made = document.read_document(Article("a1", text), nlp=nlp)
    row = list(runs.words_of(made, 0, len(made.doc)))
    return {(unit.kind, unit.text) for run in runs.runs_of(made, row) for unit in run}


def written(word: str) -> str:
    """A word of a list as a desk writes it: "MLA", "Deputy Speaker"."""
    return word.upper() if len(word) < 4 else word.title().replace("'S", "'s")


# parties


@pytest.mark.parametrize("country", COUNTRIES, **by_name)
def test_each_form_of_a_party_is_found_as_one(plain: Language, country: dict[str, Any]) -> None:
    forms = [form for party in country["parties"] for form in party]
    assert [form for form in forms if ("party", form) not in kinds(plain, f"Then the {form} MP Ann Hale shouted")] == []


@pytest.mark.parametrize("country", COUNTRIES, **by_name)
def test_all_forms_of_a_party_are_one_party_and_no_two_parties_of_a_country_are(country: dict[str, Any]) -> None:
    keys = [{party_key(form) for form in party} for party in country["parties"]]
    assert [party for party, key in zip(country["parties"], keys, strict=True) if len(key) > 1] == []
    assert [key for key, count in Counter(key for row in keys for key in row).items() if count > 1] == []


@pytest.mark.parametrize("country", COUNTRIES, **by_name)
def test_a_country_says_which_public_list_its_parties_are_from(country: dict[str, Any]) -> None:
    assert country["source"]
    assert country["register"]


@pytest.mark.parametrize("key", ["common", "surnames"])
def test_what_is_another_word_too_is_a_form_of_a_party(key: str) -> None:
    assert set(PARTIES[key]) <= {form for country in COUNTRIES for party in country["parties"] for form in party}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("BJP", "Bharatiya Janata Party", True),
        ("Tory", "Conservatives", True),
        ("Labour", "the Labour Party".removeprefix("the "), True),
        ("Greens", "Green", True),
        ("Sinn Fein", "Sinn Féin", True),
        ("Democrat", "Democratic Party", True),
        ("Lib Dems", "Liberal Democrat", True),
        ("National", "National Party", True),
        ("National", "New Zealand First", False),
        ("Labour", "Liberals", False),
        ("ANC", "Democratic Alliance", False),
        ("Fine Gael", "Fianna Fáil", False),
        ("Orchard Party", "Orchard", True),  # no party of the gazetteer
    ],
)
def test_two_forms_are_of_one_party(one: str, other: str, same: bool) -> None:
    assert (party_key(one) == party_key(other)) is same


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Green MP Ann Hale shouted.", "Green"),
        ("National MP Tom Marlowe shouted.", "National"),
        ("Congress leader Ann Hale shouted.", "Congress"),
        ("Democratic Sen. Ann Hale shouted.", "Democratic"),
        ("National's Ann Hale shouted.", "National"),
        ("ACT leader Ann Hale shouted.", "ACT"),
        ("Scottish Tory MSP Ann Hale shouted.", "Tory"),
        ("MCA president Tom Marlowe shouted.", "MCA"),
        ("Ra'am MK Ann Hale shouted.", "Ra'am"),
        # near misses
        ("Green Lane MP Ann Hale shouted.", ""),
        ("MCA Tom Marlowe shouted.", ""),
        ("Senator Green shouted.", ""),
        ("Mayor John Tory shouted.", ""),
        ("Mr Cope shouted.", ""),
        ("National Museum director Ann Hale shouted.", ""),
        ("The national MP training scheme began.", ""),
    ],
)
def test_whose_member_somebody_is(nlp: Language, text: str, party: str) -> None:
    made = mentions.find_mentions(document.read_document(Article("a1", text), nlp=nlp))
    assert {m.party for m in made if m.kind != "party"} == {party}


@pytest.mark.parametrize(
    "text",
    [
        "He moved to the ACT.",
        "Congress adjourned.",
        "They act for the people.",
        "Reform is needed.",
        "The alliance collapsed.",
        "A National Union of Gardeners badge was found.",
        "Da is here.",
        "The Green Room was full.",
    ],
)
def test_a_common_word_is_no_party(nlp: Language, text: str) -> None:
    made = mentions.find_mentions(document.read_document(Article("a1", text), nlp=nlp))
    assert [m.text for m in made if m.party] == []


def test_a_bare_word_is_the_party_whose_members_the_article_names(nlp: Language) -> None:
    text = "National MP Tom Marlowe shouted. Later National walked out. The National Museum was closed."
    made = mentions.find_mentions(document.read_document(Article("a1", text), nlp=nlp))
    assert [(m.kind, m.text) for m in made if m.party] == [("name", "National MP Tom Marlowe"), ("party", "National")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Labour and National voted for it.", ["Labour", "National"]),
        ("The bill has the votes of Sinn Féin, Alliance and the SDLP.", ["Sinn Féin", "Alliance", "SDLP"]),
        ("Labour and Marlowe voted for it.", ["Labour"]),
        ("Labour and Green voted for it.", ["Labour"]),
    ],
)
def test_a_common_word_in_a_row_with_parties_is_one(nlp: Language, text: str, parties: list[str]) -> None:
    made = mentions.find_mentions(document.read_document(Article("a1", text), nlp=nlp))
    assert [m.text for m in made if m.kind == "party"] == parties


# legislatures


@pytest.mark.parametrize(
    ("key", "kind"), [("members", "rank"), ("upper", "rank"), ("posts", "rank"), ("chairs", "chair"), ("offices", "office")]
)
@pytest.mark.parametrize("place", PLACES, **by_name)
def test_each_title_is_found_as_one(plain: Language, place: dict[str, Any], key: str, kind: str) -> None:
    titles = [written(word) for word in place.get(key, ())]
    assert [title for title in titles if (kind, title) not in kinds(plain, f"Then the {title} Ann Hale shouted")] == []


@pytest.mark.parametrize("key", ["members", "upper"])
@pytest.mark.parametrize("place", PLACES, **by_name)
def test_several_of_a_title_are_a_group(plain: Language, place: dict[str, Any], key: str) -> None:
    several = [lexicon.plural(word) for word in place.get(key, ()) if "." not in word and " of " not in word]
    several = [word for word in several if word not in {"mss", "sens"}]
    assert [word for word in several if ("group", word.title()) not in kinds(plain, f"Then {word.title()} shouted")] == []


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        ("The Lok Sabha adjourned.", ["Lok Sabha"]),
        ("The National Assembly voted.", ["National Assembly"]),
        ("The city council voted.", ["city council"]),
        ("The House of Commons voted.", ["House"]),
        ("He bought a state house.", []),
        ("National pride and an assembly line made it.", []),
    ],
)
def test_a_house_of_several_words_is_one(nlp: Language, text: str, houses: list[str]) -> None:
    made = mentions.find_mentions(document.read_document(Article("a1", text), nlp=nlp))
    assert [m.text for m in made if m.kind == "house"] == houses


@pytest.mark.parametrize("key", ["houses", "buildings"])
@pytest.mark.parametrize("place", PLACES, **by_name)
def test_each_house_makes_the_scene(place: dict[str, Any], key: str) -> None:
    assert [word for word in place.get(key, ()) if not gate.legislative(f"They met at {written(word)} today.")] == []


@pytest.mark.parametrize("place", PLACES, **by_name)
def test_who_keeps_order_is_a_servant_of_the_chair(place: dict[str, Any]) -> None:
    for word in place.get("servants", ()):
        assert roles.is_servant(Cast((Actor("a", f"Two {word}", "group", (), None, None, ()),), {}), "a"), word


@pytest.mark.parametrize("list", ["chairs", "offices", "ranks", "groups", "houses", "servants"])
def test_nothing_is_said_twice(list: str) -> None:
    table = lexicon.load(lexicon.RULES / "offices.toml")
    joined = {word for name in table["from"].get(list, ()) for word in lexicon.forms("legislatures", name)}
    joined |= {lexicon.plural(word) for name in table["plural"].get(list, ()) for word in lexicon.forms("legislatures", name)}
    assert [word for word in table.get(list, ()) if word in joined] == []


@pytest.mark.parametrize(
    ("word", "several"), [("mp", "mps"), ("deputy", "deputies"), ("assemblyman", "assemblymen"), ("rep.", "reps."), ("td", "tds")]
)
def test_the_plural_of_a_title(word: str, several: str) -> None:
    assert lexicon.plural(word) == several


@pytest.mark.parametrize("text", ["They met at the mill.", "A house burned down.", "The counsellor's garden is open."])
def test_what_is_no_house_makes_no_scene(text: str) -> None:
    assert not gate.legislative(text)


# honorifics


def test_each_honorific_is_found_as_one(plain: Language) -> None:
    titles = [word.title().replace("'S", "'s").replace("'B", "'b") for word in lexicon.forms("offices", "honorifics")]
    assert [title for title in titles if ("hon", title) not in kinds(plain, f"Then {title} Okoro shouted")] == []


@pytest.mark.parametrize("key", ["male", "female"])
def test_nobody_is_both(key: str) -> None:
    assert lexicon.words("offices", "male") & lexicon.words("offices", "female") == set()
    assert lexicon.words("offices", key) <= lexicon.words("offices", "honorifics") | {
        word for word in lexicon.words("offices", key) if word.endswith(("man", "madam", "madame"))
    }
