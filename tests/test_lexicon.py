"""How rule files are read, and how a verb that the rules know is met in each of its forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import lexicon
from extract.lexicon import LexiconError, parse

TABLE = {"verbs": ["throw out"], "yes": ["Marlowe was thrown out of the House."], "no": ["The court threw out the case."]}


def test_a_rule_that_says_little_has_defaults() -> None:
    rule = parse("throw-out", dict(TABLE), type="ejection")
    assert (rule.name, rule.type, rule.actor, rule.target, rule.scene) == (
        "throw-out",
        "ejection",
        ("agent",),
        ("patient",),
        "sitting",
    )


@pytest.mark.parametrize(
    ("more", "field", "expected"),
    [
        ({"actor": "possessor"}, "actor", ("possessor",)),
        ({"target": ["at", "against"]}, "target", ("at", "against")),
        ({"target": []}, "target", ()),
        ({"target": ""}, "target", ()),
        ({"with": {"from": ["house", "chamber"]}}, "prepositions", (("from", ("house", "chamber")),)),
        ({"needs": ["target"]}, "needs", ("target",)),
    ],
)
def test_a_table_becomes_a_frozen_rule(more: dict[str, object], field: str, expected: object) -> None:
    assert getattr(parse("throw-out", {**TABLE, **more}, type="ejection"), field) == expected


def test_the_message_names_the_rule_the_fault_and_the_menu() -> None:
    with pytest.raises(LexiconError, match=r"\[throw-out\] says patiant; a rule may say .*target.*with"):
        parse("throw-out", {**TABLE, "patiant": "x"}, type="ejection")


@pytest.mark.parametrize("key", ["name", "type", "prepositions"])
def test_what_the_loader_gives_a_table_may_not_say(key: str) -> None:
    with pytest.raises(LexiconError, match=key):
        parse("throw-out", {**TABLE, key: "x"}, type="ejection")


def test_rules_are_read_once() -> None:
    assert lexicon.rules() is lexicon.rules()


@pytest.mark.parametrize(
    ("form", "lemma", "verb"),
    [
        ("heckled", "heckl", "heckle"),
        ("heckling", "heckl", "heckle"),
        ("shouts", "shout", "shout"),
        ("barred", "barr", "bar"),
        ("cried", "cri", "cry"),
        ("pushes", "pushe", "push"),
        ("thrown", "thrown", "throw"),
        ("threw", "threw", "throw"),
        ("left", "left", "leave"),
        ("said", "said", "say"),
        ("gardened", "garden", "garden"),
        ("sing", "sing", "sing"),
        ("tore", "tore", "tear"),
        ("withdrew", "withdrew", "withdraw"),
        ("slammed", "slamm", "slam"),
        ("expelled", "expell", "expel"),
        ("naming", "nam", "name"),
        ("accuses", "accuse", "accuse"),
        ("apologized", "apologiz", "apologize"),
        ("lied", "lie", "lie"),
        ("thing", "thing", "thing"),
        ("red", "red", "red"),
        ("", "", ""),
    ],
)
def test_a_verb_is_met_in_each_of_its_forms(form: str, lemma: str, verb: str) -> None:
    assert lexicon.verb_of(form, lemma) == verb


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("heckled", {"heckle"}),
        ("naming", {"name"}),
        ("barred", {"bar"}),
        ("pushes", {"push"}),
        ("cries", {"cry"}),
        ("shouts", {"shout"}),
        ("bed", {"bed"}),
    ],
)
def test_the_bases_of_a_form_hold_its_verb_and_itself(form: str, bases: set[str]) -> None:
    found = lexicon.bases(form)
    assert found[0] == form
    assert bases <= set(found)


@pytest.mark.parametrize(("form", "stem"), [("king", "k"), ("red", "r"), ("is", "i"), ("sing", "s")])
def test_a_short_word_has_no_stem_of_one_letter(form: str, stem: str) -> None:
    assert stem not in lexicon.bases(form)


@pytest.mark.parametrize(("form", "expected"), [("thrown", True), ("left", True), ("heckled", False), ("throw", False)])
def test_irregular_forms_are_known(form: str, expected: bool) -> None:
    assert lexicon.is_irregular(form) is expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[shout\nverbs = 3", r"heckle\.toml: .*line 1"),
        ("a = 1\na = 2", r"heckle\.toml: "),
        ("verbs = [shout]", r"heckle\.toml: "),
    ],
    ids=["no closing bracket", "a key twice", "a word without marks"],
)
def test_whatever_breaks_a_file_its_name_is_told(tmp_path: Path, text: str, message: str) -> None:
    broken = tmp_path / "heckle.toml"
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        lexicon.load(broken)


@pytest.mark.parametrize("key", ["chairs", "offices", "ranks", "groups"])
def test_phrases_are_found_by_their_first_word(key: str) -> None:
    found = lexicon.phrases("offices", key)
    assert all(phrase[0] == first for first, phrases in found.items() for phrase in phrases)
    assert {" ".join(phrase) for phrases in found.values() for phrase in phrases} == lexicon.words("offices", key)


def test_verbs_stand_without_their_particle() -> None:
    found = lexicon.verbs()
    assert {"throw", "heckle", "say", "threaten", "refuse", "prompt"} <= found
    assert not [verb for verb in found if " " in verb]


@pytest.mark.parametrize("key", ["actor_is", "target_is", "never_actor", "needs"])
def test_a_word_outside_its_vocabulary_is_refused_by_name(key: str) -> None:
    with pytest.raises(LexiconError, match=rf"\[throw-out\] {key}: wizard; may be "):
        parse("throw-out", {**TABLE, key: ["wizard"]}, type="ejection")


def test_no_irregular_form_is_of_two_verbs() -> None:
    table = lexicon.load(lexicon.RULES / "irregular.toml")["forms"]
    forms = [form for forms in table.values() for form in forms]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_word_lists_are_lower_case_and_phrases_longest_first() -> None:
    assert "labour" in lexicon.words("parties", "parties")
    chairs = lexicon.phrases("offices", "chairs")["deputy"]
    assert ("deputy", "speaker") in chairs
    assert [len(phrase) for phrase in chairs] == sorted((len(phrase) for phrase in chairs), reverse=True)


@pytest.mark.parametrize("file", sorted(path.stem for path in lexicon.RULES.glob("*.toml")))
def test_every_file_of_rules_can_be_read(file: str) -> None:
    assert lexicon.load(lexicon.RULES / f"{file}.toml")
