"""The stories' gold holds together: a cue that a later edit of a text broke would silently turn a hit into a miss."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "stories"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/story.json"))
TYPES = set(
    "heckle attack ejection walkout point_of_order no_confidence_request intervention ruling objection decision "
    "withdrawal scuffle adjournment reaction".split()
)
KINDS = {(kind, status) for kind in TYPES for status in ("happened", "planned", "hypothetical", "denied")}
FIELDS = {"actors", "targets", "date", "order", "count"}

Story = tuple[dict[str, Any], dict[str, str]]


@pytest.fixture(params=NAMES)
def told(request: pytest.FixtureRequest) -> Story:
    """One story's gold and its articles' texts, by letter."""
    folder = FOLDER / request.param
    story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
    assert story["id"] == request.param
    return story, {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}


def test_every_folder_holds_three_articles_with_a_headline_a_day_and_an_outlet(told: Story) -> None:
    story, texts = told
    assert set(texts) == set(story["published"]) == set(story["outlet"]) == set("abc")
    for letter, text in texts.items():
        date.fromisoformat(story["published"][letter])
        headline, _, body = text.partition("\n\n")
        assert all(part.strip() for part in (headline, body)), letter


def test_each_cue_stands_once_in_its_article(told: Story) -> None:
    story, texts = told
    for event in story["events"]:
        assert event["cues"], event["id"]
        for letter, cue in event["cues"].items():
            assert (texts[letter].count(cue), len(cue.split()) <= 6) == (1, True), (event["id"], letter, cue)


def test_the_forms_of_a_name_stand_in_their_articles(told: Story) -> None:
    story, texts = told
    for actor in story["actors"]:
        assert any(actor["forms"].values()), actor["id"]
        assert all(form in texts[letter] for letter, forms in actor["forms"].items() for form in forms), actor["id"]


def test_ids_are_unique_and_resolve(told: Story) -> None:
    story, _ = told
    actors, events = ([item["id"] for item in story[kind]] for kind in ("actors", "events"))
    assert (len(set(actors)), len(set(events))) == (len(actors), len(events))
    assert all(actor["kind"] in {"person", "group", "office"} for actor in story["actors"])
    for event in story["events"]:
        cited = {*event["actors"], *event["targets"], *filter(None, [event["source"]])}
        assert cited <= set(actors), (event["id"], cited - set(actors))
        assert {(event["type"], event["status"])} <= KINDS, event["id"]
        assert event["date"] is None or date.fromisoformat(event["date"]), event["id"]


def test_ranks_are_dense_from_one(told: Story) -> None:
    ranks = {event["rank"] for event in told[0]["events"]}
    assert ranks == set(range(1, len(ranks) + 1))


def test_conflicts_and_traps_cite_what_is_there(told: Story) -> None:
    story, texts = told
    cues = {event["id"]: set(event["cues"]) for event in story["events"]}
    for conflict in story["conflicts"]:
        assert {conflict["field"]} <= FIELDS, conflict
        assert set(conflict["values"]) <= cues[conflict["event"]], conflict
    assert all(trap["text"] in texts[trap["article"]] and trap["why"] for trap in story["traps"])
