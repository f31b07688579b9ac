"""What a search by chance found once stays mended, and properties hold of whatever else chance makes (see tests/fuzz)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reading import Unreadable, all_from_bytes, from_text
from tests.fuzz import making, properties, seeds

FOUND = sorted((Path(properties.__file__).parent / "found").glob("*/*"))
NAMES = st.text(max_size=30) | st.sampled_from([f"a{suffix}" for suffix in making.SUFFIXES])
LONG_AGO = 15  # seconds, on a machine that others use; what was found took 30 and more


@pytest.mark.parametrize("file", FOUND, ids=[f"{file.parent.name}/{file.name}" for file in FOUND])
def test_what_was_found_stays_mended(file: Path) -> None:
    begun = time.monotonic()
    properties.PROPERTIES[file.parent.name](file.read_bytes())
    assert time.monotonic() - begun < 2 * LONG_AGO


@pytest.mark.parametrize("target", ["reading", "corpus"])
def test_where_the_search_begins_the_properties_hold(target: str) -> None:
    for data in seeds.SEEDS[target]():
        properties.PROPERTIES[target](data)


@settings(max_examples=300)
@given(NAMES, st.binary(max_size=600))
def test_any_bytes_under_any_name_are_articles_or_a_line(name: str, data: bytes) -> None:
    for one in all_from_bytes(data, name=name):
        if isinstance(one, Unreadable):
            properties.line(one)
        else:
            properties.article(one)


@settings(max_examples=400)
@given(st.binary(max_size=400))
def test_any_file_that_is_broken_inside_is_articles_or_a_line(data: bytes) -> None:
    properties.reading(bytes([making.WRAPPED | (data[0] if data else 0)]) + data[1:])


@settings(max_examples=40)
@given(st.binary(max_size=80))
def test_any_words_are_a_story_that_keeps_the_contract(data: bytes) -> None:
    properties.extraction(data)


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_pasted_text_is_an_article_or_a_line(text: str) -> None:
    try:
        properties.article(from_text(text))
    except Unreadable as error:
        properties.line(error)


@settings(max_examples=12)
@given(st.binary(min_size=40, max_size=600))
def test_any_story_is_a_file_of_every_format_that_its_reader_reads(data: bytes) -> None:
    properties.export(data)
