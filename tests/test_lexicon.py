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


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "heckle.toml"
    broken.write_text("[shout\nverbs = 3", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"heckle\.toml: .*line 1"):
        lexicon.load(broken)


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
    ],
)
def test_a_verb_is_met_in_each_of_its_forms(form: str, lemma: str, verb: str) -> None:
    assert lexicon.verb_of(form, lemma) == verb


def test_no_irregular_form_is_of_two_verbs() -> None:
    table = lexicon.load(lexicon.RULES / "irregular.toml")["forms"]
    forms = [form for forms in table.values() for form in forms]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_word_lists_are_lower_case_and_phrases_longest_first() -> None:
    assert "labour" in lexicon.words("parties", "names")
    chairs = lexicon.phrases("offices", "chairs")["deputy"]
    assert ("deputy", "speaker") in chairs
    assert [len(phrase) for phrase in chairs] == sorted((len(phrase) for phrase in chairs), reverse=True)


@pytest.mark.parametrize("file", sorted(path.stem for path in lexicon.RULES.glob("*.toml")))
def test_every_file_of_rules_can_be_read(file: str) -> None:
    assert lexicon.load(lexicon.RULES / f"{file}.toml")
