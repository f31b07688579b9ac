"""A codebook of one's own: it adds or replaces types of event, its examples are its tests; a fault is one clear line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import extract
from extract import lexicon
from extract.__main__ import main
from extract.exports import contract
from extract.exports.page import page

COURT = Path(__file__).parent / "codebooks" / "courtroom"
TRIAL = (
    "The trial of Tom Marlowe stopped twice on Tuesday.\n\n"
    "Mr Marlowe shouted at Judge Ann Hale in the courtroom as a witness spoke. The judge warned him. "
    '"Take him down," she said when he began again.\n\n'
    "Minutes later his brother, Jim Okoro, was led out of the public gallery after a tirade against the jury.\n"
)
MARCH = """
[march]
verbs = ["march"]
actor = "agent"
target = ["against"]
scene = "any"
needs = ["actor"]
yes = [{text = "Farmers marched against the minister.", who = ["Farmers"]}]
no = ["The Speaker adjourned the House."]
"""


def folder(place: Path, **files: str) -> Path:
    for name, text in files.items():
        (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return place


def test_another_field_is_told_by_its_own_rules_alone() -> None:
    story = extract.extract(TRIAL, published="2024-03-13", codebook=COURT)
    told = [(event.type, event.actors, event.targets) for event in story.events]
    assert told == [
        ("outburst", ("marlowe",), ("hale",)),
        ("removal", ("hale",), ("marlowe",)),
        ("removal", ("hale",), ("okoro",)),
    ]
    assert contract.loads(contract.dumps([story])) == (story,)
    assert "Outburst" in page(story)


def test_without_it_nothing_of_the_kind_is_told_and_nothing_stays_behind() -> None:
    extract.extract(TRIAL, codebook=COURT)
    assert extract.extract(TRIAL).events == ()
    assert lexicon.types() == extract.types.EVENT_TYPES


def test_a_type_is_added_beside_ours(tmp_path: Path) -> None:
    own = folder(tmp_path, march=MARCH)
    text = "Parliament sat. Labour MPs marched against Ann Hale. The Speaker ejected Tom Marlowe."
    assert {event.type for event in extract.extract(text, codebook=own).events} == {"march", "ejection"}


def test_a_file_named_after_one_of_ours_replaces_it(tmp_path: Path) -> None:
    own = folder(tmp_path, ejection=MARCH)
    text = "Parliament sat. Labour MPs marched against Ann Hale. The Speaker ejected Tom Marlowe."
    assert [(event.type, event.evidence[0].rule) for event in extract.extract(text, codebook=own).events] == [
        ("ejection", "ejection/march")
    ]


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({}, "no rules in it"),
        ({"codebook": "adds = 3"}, "may say adds = true or false"),
        ({"march": "[march]\nverbs = ['march']"}, "march.toml: [march] wants examples"),
        ({"march": "march = 3"}, "march is no table"),
        ({"march": "[march"}, "march.toml"),
        ({"Road-Block": MARCH}, "small letters and underscores"),
    ],
)
def test_a_faulty_codebook_is_one_line_that_names_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], fault: str
) -> None:
    own = folder(tmp_path, **({"codebook": "adds = false"} | files))
    assert main(["explain", "--text", "Parliament sat.", "--codebook", str(own)]) == 2
    said = capsys.readouterr().err
    assert fault in said
    assert said.count("\n") == 1


def test_the_examples_of_a_codebook_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--codebook", str(COURT)]) == 0
    assert capsys.readouterr().out.endswith("as they say, 0 not\n")
    own = folder(tmp_path, codebook="adds = false", march=MARCH.replace('["Farmers"]', '["Nobody"]'))
    assert main(["explain", "--codebook", str(own)]) == 1
    assert "march/march: tells “Farmers marched against the minister.” as" in capsys.readouterr().out


def test_run_takes_a_codebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "trial.txt").write_text(TRIAL, encoding="utf-8")
    assert main(["run", str(tmp_path / "trial.txt"), "--codebook", str(COURT), "--json", "-"]) == 0
    assert {e["type"] for s in json.loads(capsys.readouterr().out)["stories"] for e in s["events"]} == {"outburst", "removal"}
