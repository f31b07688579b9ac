"""The main job with nothing stood in for: the seed articles go in at the command line, and what comes out is checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from extract.exports import contract
from extract.language import PIPELINE
from extract.types import Story
from tests.test_contract import spans_of

ROOT = Path(__file__).parent.parent
SEEDS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "seeds").glob("*.txt"))
SCHEMA = json.loads((ROOT / "extract" / "exports" / "story.schema.json").read_text(encoding="utf-8"))
MERGED = json.loads((ROOT / "tests" / "gold" / "seeds" / "merged" / "story.json").read_text(encoding="utf-8"))


def module(*argv: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error::SyntaxWarning", "-m", "extract", *argv]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that one run writes."""
    folder = tmp_path_factory.mktemp("made")
    files = ["--json", str(folder / "story.json"), "--html", str(folder / "story.html"), "--each", str(folder / "each")]
    left = module("run", *SEEDS, "--published", "2015-11-10", *files)
    assert left.returncode == 0, left.stderr
    assert left.stderr == ""
    (folder / "table.txt").write_text(left.stdout, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def story(made: Path) -> Story:
    stories = contract.loads((made / "story.json").read_bytes())
    assert len(stories) == 1, "the two seeds tell one story"
    return stories[0]


def test_the_story_is_as_the_contract_has_it(made: Path) -> None:
    for file in [made / "story.json", *(made / "each").iterdir()]:
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(file.read_text(encoding="utf-8")))
    assert sorted(file.stem for file in (made / "each").iterdir()) == [Path(seed).stem for seed in SEEDS]


def test_every_span_is_its_words(made: Path, story: Story) -> None:
    texts = {article.id: article.text for article in story.articles}
    for file in [made / "story.json", *(made / "each").iterdir()]:
        for span in spans_of(json.loads(file.read_text(encoding="utf-8"))["stories"]):
            assert span["text"] == texts[span["article"]][span["start"] : span["end"]]


def test_whoever_is_named_is_there(story: Story) -> None:
    cast = {actor.id for actor in story.actors}
    events = {event.id: event for event in story.events}
    for event in story.events:
        assert event.evidence, f"{event.id} has no words to prove it"
        assert {*event.actors, *event.targets, *filter(None, [event.source])} <= cast
        assert event.rank_min <= event.rank <= event.rank_max
    assert {edge.before for edge in story.order} | {edge.after for edge in story.order} <= events.keys()
    assert all(events[edge.before].rank < events[edge.after].rank for edge in story.order)
    assert sorted({event.rank for event in story.events}) == list(range(1, max(event.rank for event in story.events) + 1))


def test_the_seeds_are_one_story_told_by_the_articles_that_tell_it(story: Story) -> None:
    """Cell by cell: each act of the coded story, of every type, with who does it and which articles tell it."""
    names = {actor["id"]: actor["name"] for actor in MERGED["actors"]}
    acts = [(e["rank"], e["type"], sorted(names[a] for a in e["actors"]), e["told_by"]) for e in MERGED["events"]]
    told_by = [
        (e.rank, e.type, sorted(story.actor(a).name for a in e.actors), sorted({t.span.article[:3] for t in e.evidence}))
        for e in story.events
        if e.status == "happened"
    ]
    assert sorted(told_by) == sorted(acts)


def test_the_table_shows_each_event(made: Path, story: Story) -> None:
    table = (made / "table.txt").read_text(encoding="utf-8")
    assert table.count(" → ") + table.count(" →\n") >= len(story.events) // 2
    assert max(map(len, table.splitlines())) <= max(100, len(story.title))
    assert table.rstrip().endswith("Machine-coded, not reviewed.")


def test_the_page_is_a_page_that_works_alone(made: Path) -> None:
    page = (made / "story.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert 'lang="en"' in page


def test_the_same_input_gives_the_same_bytes(made: Path) -> None:
    left = module("run", *SEEDS, "--published", "2015-11-10", "--json", "-")
    assert left.returncode == 0
    assert left.stdout == (made / "story.json").read_text(encoding="utf-8")


def test_what_was_found_can_be_explained(made: Path, story: Story) -> None:
    first, last = story.events[0].id, story.events[-1].id
    left = module("explain", str(made / "story.json"), first, last)
    assert left.returncode == 0, left.stderr
    assert f"rule {story.events[0].evidence[0].rule}" in left.stdout
    assert "comes before" in left.stdout or "the text does not say" in left.stdout


def test_a_sentence_can_be_explained() -> None:
    left = module("explain", "--text", "The Speaker ejected Ms Lind from the House.")
    assert left.returncode == 0, left.stderr
    assert "Ejection" in left.stdout
    assert "Lind" in left.stdout


def test_bad_input_does_not_stop_the_good(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "long.txt").write_text("The Speaker ordered the member out of the House.\n" * 110_000, encoding="utf-8")
    bad = [str(tmp_path / name) for name in ("none.txt", "empty.txt", "binary.txt", "long.txt")]
    left = module("run", *bad, SEEDS[1], "--json", "-")
    assert left.returncode == 1
    assert [line.split(": ")[0] for line in left.stderr.splitlines()] == bad
    assert len(contract.loads(left.stdout)[0].articles) == 1


def test_kinds_of_every_sort_are_one_story(tmp_path: Path) -> None:
    """The same article in each kind, told once; a second beside it."""
    folder = ROOT / "tests" / "reading" / "good"
    left = module("run", str(folder), "--json", str(tmp_path / "story.json"))
    assert left.returncode == 0, left.stderr
    assert "read once" in left.stderr
    stories = contract.loads((tmp_path / "story.json").read_bytes())
    data = json.loads((tmp_path / "story.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    texts = {article["id"]: article["text"] for story in data["stories"] for article in story["articles"]}
    assert all(span["text"] == texts[span["article"]][span["start"] : span["end"]] for span in spans_of(data["stories"]))
    first = next(story for story in stories if any(event.type == "ejection" for event in story.events))
    assert {article.outlet for article in first.articles} == {"The Harbour Courier"}
    assert {event.type for event in first.events} >= {"ejection", "walkout"}
    assert not {"Ruth Sele", "Ben Pell"} & {actor.name for actor in first.actors}, "the byline and the credit are nobody's acts"


TOLD = "The Speaker threw Ms Lee out of the House on Tuesday. Mr Marlowe then heckled the Perth MP in the House.\n"
HOUSE = {
    "house.csv": (
        "name,party,office,constituency,from,to\nAda Quill,National,Speaker,,2017-11-07,\nBo Lind,National,Speaker,,,2017-11-06\n"
        "Tom Marlowe,Labour,,Hutt South,2011,\nCarl Hale,Labour,,Perth,2015,\n"
    ),
    "house.json": json.dumps(
        {
            "persons": [{"id": n, "name": name} for n, name in enumerate(("Ada Quill", "Bo Lind", "Tom Marlowe", "Carl Hale"))],
            "organizations": [
                {"id": "n", "name": "National", "classification": "party"},
                {"id": "l", "name": "Labour", "classification": "party"},
            ],
            "memberships": [
                {"person_id": 0, "on_behalf_of_id": "n", "role": "Speaker", "start_date": "2017-11-07"},
                {"person_id": 1, "on_behalf_of_id": "n", "role": "Speaker", "end_date": "2017-11-06"},
                {"person_id": 2, "on_behalf_of_id": "l", "area_id": "a1", "start_date": "2011"},
                {"person_id": 3, "on_behalf_of_id": "l", "area_id": "a2", "start_date": "2015"},
            ],
            "areas": [{"id": "a1", "name": "Hutt South"}, {"id": "a2", "name": "Perth"}],
        }
    ),
}


@pytest.mark.parametrize("name", list(HOUSE))
def test_a_roster_names_whom_the_article_leaves_vague_and_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "told.txt").write_text(TOLD, encoding="utf-8")
    file = tmp_path / name
    file.write_text(HOUSE[name], encoding="utf-8")
    made, page = tmp_path / "story.json", tmp_path / "story.html"
    files = [str(tmp_path / "told.txt"), "--published", "2018-03-01", "--json", str(made), "--html", str(page)]
    left = module("run", *files, "--roster", str(file))
    assert left.returncode == 0, left.stderr
    assert left.stderr.splitlines() == [
        f"roster {file}: 'the Speaker' read as Ada Quill (Speaker since 2017-11-07, National)",
        f"roster {file}: 'Marlowe' read as Tom Marlowe (member for Hutt South since 2011, Labour)",
        f"roster {file}: 'the Perth MP' read as Carl Hale (member for Perth since 2015, Labour)",
    ]
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(made.read_text(encoding="utf-8")))
    (story,) = contract.loads(made.read_bytes())
    roles = {actor.name: actor.role for actor in story.actors}
    assert roles["Ada Quill"] == "Speaker (name and party from the roster)"
    assert roles["Tom Marlowe"] == "member for Hutt South (name, party and office from the roster)"
    assert "Ada Quill: Speaker (name and party from the roster), in the text “Speaker”" in page.read_text(encoding="utf-8")
    told = module("explain", str(made), "e1").stdout
    assert "roster   Ada Quill: Speaker (name and party from the roster), in the text “Speaker”" in told


def test_a_wrong_roster_is_one_line_and_two(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("member\nAda Quill\n", encoding="utf-8")
    left = module("run", *SEEDS, "--roster", str(file))
    assert (left.returncode, left.stdout) == (2, "")
    assert left.stderr.startswith(f"--roster {file}: no column 'name' but member; its columns are name and any of ")
    assert left.stderr.count("\n") == 1


def test_a_roster_of_others_changes_nothing(made: Path, tmp_path: Path) -> None:
    file = tmp_path / "others.csv"
    file.write_text("name,office\nXan Yarrow,Ombudsman\n", encoding="utf-8")
    left = module("run", *SEEDS, "--published", "2015-11-10", "--json", "-", "--roster", str(file))
    assert (left.returncode, left.stderr) == (0, "")
    assert left.stdout == (made / "story.json").read_text(encoding="utf-8")


def test_another_pipeline_in_the_place_of_ours(made: Path) -> None:
    """Our own, named as a stranger's would be."""
    left = module("run", *SEEDS, "--published", "2015-11-10", "--json", "-", "--pipeline", str(PIPELINE))
    assert (left.returncode, left.stderr) == (0, "")
    assert left.stdout == (made / "story.json").read_text(encoding="utf-8")
    told = module("explain", "--text", "The Speaker threw Ms Lind out of the House.", "--pipeline", str(PIPELINE))
    assert told.stdout.startswith("e1  Speaker ejects Lind")


@pytest.mark.parametrize("command", [["run", *SEEDS], ["explain", "--text", "The Speaker threw Ms Lind out."]])
def test_a_pipeline_that_is_not_there_is_one_line_and_two(command: list[str]) -> None:
    left = module(*command, "--pipeline", "no_such_pipeline")
    assert (left.returncode, left.stdout) == (2, "")
    line = "--pipeline: No language pipeline 'no_such_pipeline' (give the folder of a spaCy pipeline, or the name of an "
    assert left.stderr.startswith(line)
    assert left.stderr.count("\n") == 1
