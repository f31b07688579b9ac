"""Order for given triggers: what it may be asked, what it answers, and that it never runs in a circle."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import ordering
from extract import order_spans
from extract.reading import Unreadable
from extract.types import Ordering

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Dockers walked out on Tuesday after talks collapsed. On Monday the port had cut their pay.\n"
    "The stoppage spread to the ferries, and two ships were diverted.\n"
)
PUBLISHED = "2024-03-14"


def spans(text: str, *words: str) -> list[tuple[int, int]]:
    return [(text.index(w), text.index(w) + len(w)) for w in words]


def ordered(text: str, *words: str, published: str | None = PUBLISHED) -> Ordering:
    return order_spans(text, spans(text, *words), published=published)


def pairs(text: str, *words: str) -> set[tuple[str, str]]:
    """The words that are put one before the other, by something surer than the order of telling."""
    found = ordered(text, *words)
    sure = Ordering(found.triggers, tuple(edge for edge in found.order if edge.why != "telling"))
    words_of = {t.id: t.span.text for t in found.triggers}
    return {(words_of[a], words_of[b]) for a in words_of for b in words_of if a != b and sure.precedes(a, b)}


def test_given_words_are_ordered_by_the_sieves_of_the_product() -> None:
    found = ordered(TEXT, "walked out", "collapsed", "cut")
    assert [t.span.text for t in found.triggers] == ["walked out", "collapsed", "cut"]
    assert [(t.id, t.earliest, t.latest) for t in found.triggers] == [
        ("t1", "2024-03-12", "2024-03-12"),
        ("t2", None, None),
        ("t3", "2024-03-11", "2024-03-11"),
    ]
    whys = {(e.before, e.after): (e.why, e.evidence.text if e.evidence else None) for e in found.order}
    assert whys["t2", "t1"] == ("connective", "after")
    assert whys["t3", "t1"] == ("stated time", None)
    assert found.precedes("t3", "t1")
    assert not found.precedes("t1", "t3")


def test_the_answer_does_not_depend_on_the_order_of_asking_and_is_always_the_same() -> None:
    words = ("walked out", "collapsed", "cut", "spread", "diverted")
    one, other = (ordered(TEXT, *rows) for rows in (words, words[::-1]))
    assert one == ordered(TEXT, *words)
    for a, b in combinations(range(1, 6), 2):
        assert one.precedes(f"t{a}", f"t{b}") == other.precedes(f"t{6 - a}", f"t{6 - b}")


def test_nothing_asked_is_nothing_ordered() -> None:
    assert ordered(TEXT) == Ordering(())
    assert order_spans("", ()) == Ordering(())


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "\ufeffDockers walked out.\r\nThe port \U0001f6a2 had cut their pay.\r\n"
    found = ordered(text, "walked out", "cut")
    assert [(t.span.start, t.span.text) for t in found.triggers] == [(9, "walked out"), (text.index("cut"), "cut")]
    assert found.precedes("t2", "t1")


def test_one_word_stands_alone() -> None:
    (only,) = ordered(TEXT, "spread").triggers
    assert (only.rank, only.rank_min, only.rank_max) == (1, 1, 1)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ([(3, 3)], r"span \(3, 3\) .* is empty"),
        ([(5, 2)], r"span \(5, 2\)"),
        ([(-1, 4)], r"span \(-1, 4\) does not lie in a text of \d+ characters"),
        ([(0, 7), (150, 9999)], r"span \(150, 9999\)"),
        ([(7, 8)], r"span \(7, 8\) holds no word"),
        ([(0, 7), (8, 18), (15, 22)], r"spans \(8, 18\) and \(15, 22\) overlap"),
        ([(0, 7), (0, 7)], r"spans \(0, 7\) and \(0, 7\) overlap"),
    ],
    ids=["empty", "backwards", "before the text", "beyond the text", "a blank", "overlapping", "twice"],
)
def test_spans_that_mean_nothing_are_refused(asked: list[tuple[int, int]], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        order_spans(TEXT, asked)


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(Unreadable, match="Tuesday"):
        order_spans(TEXT, [(0, 7)], published="Tuesday")


WORDS = [match.span() for match in re.finditer(r"\w+", TEXT)]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(WORDS), unique=True, max_size=9))
def test_whatever_is_asked_there_is_no_circle(asked: list[tuple[int, int]]) -> None:
    found = order_spans(TEXT, asked, published=PUBLISHED)
    assert [(t.span.start, t.span.end) for t in found.triggers] == asked
    assert all(t.span.text == TEXT[t.span.start : t.span.end] for t in found.triggers)
    ranks = {t.id: t for t in found.triggers}
    assert {t.rank for t in found.triggers} == set(range(1, 1 + max((t.rank for t in found.triggers), default=0)))
    for one, other in combinations(ranks, 2):
        assert not (found.precedes(one, other) and found.precedes(other, one))
    for edge in found.order:
        assert ranks[edge.before].rank < ranks[edge.after].rank


# the benchmark

STORY = "Ferry sinks\nTuesday, 5 March 2024\nThe ferry sank on Monday after it struck a rock. Divers searched. They found two.\n"


def test_brat_is_read_with_its_simultaneous_events_as_one(tmp_path: Path) -> None:
    (sank, struck, searched, found) = spans(STORY, "sank", "struck", "searched", "found")
    rows = [f"T{n}\tevent {a} {b}\t{STORY[a:b]}" for n, (a, b) in enumerate((sank, struck, searched, found), 1)]
    rows += ["T9\tentity 38 43\tferry", *(f"E{n}\tevent:T{n} ARG0-:T9" for n in range(1, 5))]
    rows += [
        "R1\tAFTER Arg1:E2 Arg2:E1\t",
        "R2\tAFTER Arg1:E1 Arg2:E3\t",
        "R3\tCOEX Arg1:E4 Arg2:E3\t",
        "#1\tAnnotatorNotes E4\tday",
    ]
    (tmp_path / "ferry.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "ferry.ann").write_text("\n".join(rows), encoding="utf-8")
    coded = ordering.read(tmp_path / "ferry.txt")
    assert coded.triggers == {"E1": sank, "E2": struck, "E3": searched, "E4": found}
    assert coded.pairs == {("E2", "E1"), ("E1", "E3"), ("E2", "E3"), ("E1", "E4"), ("E2", "E4")}
    assert coded.published == "2024-03-05"
    assert dict(ordering.judged(coded))["down to connectives"]["E2", "E1"] == "right"
    assert ordering.main(["--folder", str(tmp_path)]) == 0


def test_what_is_coded_both_ways_is_not_asked() -> None:
    ids = ("a", "b", "c")
    assert ordering.closed(ids, [("a", "b"), ("b", "c")], [("a", "b")]) == {("a", "c"), ("b", "c")}


def test_offsets_may_be_in_parts() -> None:
    assert ordering.offsets("event 12 14;20 25") == (12, 25)


def test_a_folder_without_annotations_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ordering.main(["--folder", str(tmp_path)]) == 2
    assert "no .txt with an .ann beside it" in capsys.readouterr().err


def test_a_line_counts_what_is_decided() -> None:
    line = ordering.report("all", ordering.Counter(right=3, wrong=1, open=4))
    assert line.split("  ")[-1].strip() == "3 right, 1 wrong, 4 open; decided 50.0%, right of those 75.0%"
