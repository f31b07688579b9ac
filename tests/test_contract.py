"""The public contract: what is exported fits the schema, reads back equal, and every span is its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import types
from extract.exports import contract
from extract.types import Actor, Article, Conflict, Edge, Event, Link, Sanction, Span, Story, Telling, Value
from tests.factories import exchange, seed_story

SCHEMA = Path(contract.__file__).with_name("story.schema.json")
text = st.text(st.characters(codec="utf-8"), max_size=12)
ids = st.sampled_from(["a", "b", "c", "d"])
id_tuples = st.lists(ids, unique=True, max_size=3).map(tuple)
maybe = st.none() | text
shares = st.floats(0, 1)
ranks = st.integers(1, 9)
dates = st.none() | st.dates().map(str)
types_ = st.sampled_from(types.EVENT_TYPES)
statuses = st.sampled_from(types.STATUSES)


@st.composite
def spans(draw: st.DrawFn, articles: list[Article]) -> Span:
    article = draw(st.sampled_from(articles))
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    return Span(article.id, start, end, article.text[start:end])


def articles() -> st.SearchStrategy[Article]:
    words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
    return st.builds(
        Article, id=ids, text=words, title=maybe, outlet=maybe, author=maybe, published=dates, url=maybe, path=maybe,
        sha256=st.just("0" * 64), words=ranks, copy_of=st.none() | ids,
    )  # fmt: skip


def events(evidence: st.SearchStrategy[Span]) -> st.SearchStrategy[Event]:
    conflicts = st.builds(
        Conflict, st.just("place"), st.lists(st.builds(Value, text, id_tuples), min_size=2, max_size=3).map(tuple)
    )
    made = st.builds(
        Event, id=ids, type=types_, actors=id_tuples, targets=id_tuples, status=statuses, source=st.none() | ids, rank=ranks,
        rank_min=ranks, rank_max=ranks, date=dates, earliest=maybe, latest=maybe, time_text=maybe,
        place=st.none() | st.sampled_from(types.PLACES), quote=maybe, confidence=shares, corrected=st.booleans(),
        sanction=st.none() | st.builds(Sanction, maybe, maybe, st.booleans()),
        conflicts=st.lists(conflicts, max_size=2).map(tuple),
    )  # fmt: skip
    return st.tuples(made, st.lists(tellings(evidence), max_size=3)).map(
        lambda pair: replace(pair[0], evidence=tuple(replace(telling, type=pair[0].type) for telling in pair[1]))
    )


def tellings(evidence: st.SearchStrategy[Span]) -> st.SearchStrategy[Telling]:
    return st.builds(
        Telling, type=types_, span=evidence, rule=st.just("made-up"), voice=st.sampled_from(types.VOICES), actors=id_tuples,
        targets=id_tuples, source=st.none() | ids, status=statuses,
    )  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> Story:
    told_by = draw(st.lists(articles(), min_size=1, max_size=2, unique_by=lambda article: article.id))
    found = spans(told_by)
    actors = st.builds(
        Actor, ids, st.just("Okoro"), st.sampled_from(types.ACTOR_KINDS), st.lists(text, max_size=2).map(tuple), maybe, maybe,
        st.lists(found, max_size=2).map(tuple),
    )  # fmt: skip
    edges = st.builds(Edge, ids, ids, shares, st.sampled_from(types.WHYS), st.none() | found)
    links = st.builds(Link, ids, ids, types_, id_tuples.filter(bool))
    return Story(
        draw(ids), draw(text), tuple(told_by),
        *(tuple(draw(st.lists(kind, max_size=2))) for kind in (actors, events(found), edges, links)),
    )  # fmt: skip


@cache
def schema() -> jsonschema.protocols.Validator:
    loaded = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return jsonschema.Draft202012Validator(loaded)


def spans_of(item: object) -> Iterator[dict[str, Any]]:
    if isinstance(item, dict):
        if {"article", "start", "end", "text"} <= item.keys():
            yield item
        item = list(item.values())
    if isinstance(item, list):
        for part in item:
            yield from spans_of(part)


@given(st.lists(stories(), max_size=2))
def test_what_is_exported_fits_the_schema_and_reads_back_equal(written: list[Story]) -> None:
    exported = contract.dumps(written)
    schema().validate(json.loads(exported))
    back = contract.loads(exported)
    assert back == tuple(written)
    # Spans, mentions and evidence take no part in equality, so they are compared as written.
    assert [repr_whole(story) for story in back] == [repr_whole(story) for story in written]
    assert contract.dumps(back) == exported


def repr_whole(value: object) -> object:
    """A value with all its fields, compared or not."""
    if isinstance(value, tuple):
        return tuple(repr_whole(part) for part in value)
    fields = getattr(value, "__dataclass_fields__", None)
    return {name: repr_whole(getattr(value, name)) for name in fields} if fields else value


@given(stories())
def test_without_texts_only_the_texts_are_gone(story: Story) -> None:
    without = contract.loads(contract.dumps([story], text=False))
    assert without == (replace(story, articles=tuple(replace(article, text="") for article in story.articles)),)
    schema().validate(contract.to_dict([story], text=False))
    assert not any("text" in article for article in contract.to_dict([story], text=False)["stories"][0]["articles"])


@pytest.mark.parametrize("story", [exchange(), seed_story()], ids=["exchange", "seeds"])
def test_every_span_is_its_words(story: Story) -> None:
    exported = contract.to_dict([story])
    schema().validate(exported)
    texts = {article.id: article.text for article in story.articles}
    found = list(spans_of(exported["stories"]))
    assert [span for span in found if span["text"] != texts[span["article"]][span["start"] : span["end"]]] == []
    assert found


def test_evidence_carries_what_the_contract_says_and_nothing_of_ours() -> None:
    item = contract.to_dict([exchange()])["stories"][0]["events"][0]["evidence"][0]
    assert list(item) == ["article", "start", "end", "text", "rule", "voice", "actors", "targets", "source", "status"]


def test_the_schema_lists_the_words_of_the_code() -> None:
    definitions = schema().schema["$defs"]  # type: ignore[index]
    assert definitions["type"]["examples"] == list(types.EVENT_TYPES)
    assert definitions["status"]["enum"] == list(get_args(types.Status))
    assert definitions["edge"]["properties"]["why"]["enum"] == list(types.WHYS)


def test_the_schema_refuses_what_is_not_in_the_contract() -> None:
    exported = contract.to_dict([exchange()])
    exported["stories"][0]["events"][0]["mood"] = "angry"
    assert [error.validator for error in schema().iter_errors(exported)] == ["additionalProperties"]


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("{", "no JSON"),
        ("[]", 'no stories of the format "order-paper/1"'),
        ('{"format": "order-paper/2", "stories": []}', 'no stories of the format "order-paper/1"'),
        ('{"format": "order-paper/1"}', "not as the format"),
        ('{"format": "order-paper/1", "stories": [{"id": 1}]}', "not as the format"),
        ('{"format": "order-paper/1", "stories": [3]}', "not as the format"),
    ],
)
def test_what_is_no_story_is_said(written: str, wrong: str) -> None:
    with pytest.raises(contract.NotAStory, match=wrong):
        contract.loads(written)


@pytest.mark.parametrize(("place", "value"), [("type", "Dance!"), ("status", "perhaps")])
def test_a_word_that_the_contract_has_not_is_refused_in_one_line(place: str, value: str) -> None:
    data = json.loads(contract.dumps([exchange()]))
    data["stories"][0]["events"][0][place] = value
    with pytest.raises(contract.NotAStory, match="type or status"):
        contract.loads(json.dumps(data))


def test_ids_that_lead_nowhere_are_named() -> None:
    story = exchange()
    assert contract.dangling(story) == ""
    assert "an actor that the story has not" in contract.dangling(replace(story, actors=()))
    assert "an event that the story has not" in contract.dangling(replace(story, events=()))
