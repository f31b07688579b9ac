"""The gate lets through whatever could tell an event: each example of each rule, in each form, and nothing without its words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import gate as measure
from extract import gate, lexicon
from extract.lexicon import Example, Rule, parse
from tests.examples import EXAMPLES

COURT = Path(__file__).parent / "codebooks" / "courtroom"
TABLES = Path(__file__).parent.parent / "extract" / "language" / "pipeline" / "lemmas" / "tables.json"
TOLD = [(rule, example) for rule, example, hit in EXAMPLES if hit]
CUES = sorted(lexicon.words("scene", "legislature"))


def in_house(example: Example) -> str:
    return (lexicon.preface(example) or "The House sat at two.\n") + example.text


@pytest.mark.parametrize(
    "written",
    [str, str.upper, lambda text: text.replace("'", "’"), lambda text: text.replace(" ", "\u00a0")],
    ids=["as it is", "in capitals", "curly", "unbroken"],
)
def test_every_example_of_every_rule_passes(written: type[str]) -> None:
    assert [text for text in (in_house(e) for _, e in TOLD) if not gate.passes(written(text))] == []


@pytest.mark.parametrize("rule", lexicon.rules(), ids=lambda rule: f"{rule.type}/{rule.name}")
def test_a_rule_is_known_by_words_of_its_own_examples(rule: Rule) -> None:
    words = set(gate.triggers(rule))
    texts = (gate.plainly(in_house(example)).replace("-", "").replace("/", "") for example in rule.yes)
    assert all(any(word in text for word in words) for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker rose in Parliament.\nMr Okoro heck-\nled her.",
        "THE SPEAKER ADJOURNED THE SITTING",
        "MPs staged a walk–out of the House.",
        "In the Sen\u00adate MPs jeered the Speaker.",
        "It was QUESTION\n\nTIME, and they'd thrown him out.",
        "The Dail heard boos.",
        "mps_ left\tthe\thouse",
    ],
)
def test_what_could_tell_an_event_passes(text: str) -> None:
    assert gate.passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The court threw out the case.",  # no legislature
        "The parliamentarianism of the loudspeaker",
        "A warehouse party: the housemates left.",
        "The Dáil: 7 pm",  # no act
        "MPs attacked the plan in a letter.",  # no sitting
    ],
)
def test_what_could_tell_none_is_turned_away(text: str) -> None:
    assert not gate.passes(text)


@given(st.lists(st.sampled_from([*CUES, "x", "_", ".", "'", " ", "-", "\n", "S", "é", "9"]), max_size=6).map("".join))
def test_a_word_of_a_legislature_is_met_as_a_whole_word_only(text: str) -> None:
    plain = gate.plainly(text)
    assert gate.legislative(text) is any(re.search(rf"\b{re.escape(cue)}\b", plain) is not None for cue in CUES if cue in plain)


def test_a_word_is_met_in_each_form_that_the_lemmatizer_knows() -> None:
    known = json.loads(TABLES.read_text(encoding="utf-8"))["irregular"]
    verbs = {verb.split()[0] for rule in lexicon.rules() for verb in rule.verbs}
    nouns = {noun for rule in lexicon.rules() for noun in rule.nouns}
    missed = {
        (form, word)
        for kind, words in (("verb", verbs), ("noun", nouns))
        for form, word in known[kind].items()
        if word in words and not lexicon.is_form(form, word)
    }
    assert missed == {("curst", "curse"), ("addrest", "address")}  # of old poems


@pytest.mark.parametrize(
    ("written", "word", "expected"),
    [
        ("threw", "throw", True),
        ("barred", "bar", True),
        ("cried", "cry", True),
        ("lying", "lie", True),
        ("walk-outs", "walkout", True),
        ("re-established", "re-establish", True),
        ("melees", "melee", True),
        ("sped", "speed", True),
        ("drought", "drink", False),
        ("outwalk", "walk", False),
    ],
)
def test_how_a_word_can_be_written(written: str, word: str, expected: bool) -> None:
    assert lexicon.is_form(written, word) is expected


def test_the_gate_is_made_of_the_rules_in_use() -> None:
    trial = "In the courtroom the judge had him taken down."
    assert not gate.passes(trial)
    with lexicon.using(COURT):
        assert gate.passes(trial)
    assert not gate.passes(trial)


def test_quoted_words_of_which_none_stands_fast_shut_no_text_out(tmp_path: Path) -> None:
    rule = parse("told", {"said": ["=leave =go"], "yes": ["a"], "no": ["b"]}, type="ejection")
    assert set(gate.triggers(rule)) == {""}
    table = '[told]\nsaid = ["=leave =go"]\nyes = ["“Leave, go!” he said."]\nno = ["He left."]\n'
    (tmp_path / "plea.toml").write_text(table, encoding="utf-8")
    with lexicon.using(tmp_path):
        assert gate.passes("The Dáil sat: 7 pm")


def test_the_measure_lists_what_a_gate_would_lose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ("The Speaker ordered Tom Marlowe out of the House.", "The court threw out the case of Ann Hale.")
    corpus = tmp_path / "news.jsonl"
    corpus.write_text("".join(json.dumps({"text": text, "section": "x"}) + "\n" for text in texts), encoding="utf-8")
    assert measure.main(["--corpus", str(corpus), "--section", "x"]) == 0
    told = capsys.readouterr().out
    assert "2 articles, 1 pass (50.0%)" in told
    assert "events: 1 with the gate, 1 without" in told
    monkeypatch.setattr(gate, "passes", lambda text: "court" in text)
    assert measure.main(["--corpus", str(corpus)]) == 1
    assert "lost: the-speaker-ordered-tom-marlowe" in capsys.readouterr().out
    assert measure.main(["--corpus", str(corpus), "--section", "y"]) == 2
