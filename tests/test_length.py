"""What the benchmark of length compares: articles of every length are cut out of the same text, all over it."""

from __future__ import annotations

import pytest

from benchmarks.length import pieces

WHOLE = "".join(chr(ord("a") + n // 40_000) for n in range(1_000_000))  # a letter for each 40,000 characters


@pytest.mark.parametrize(("size", "some"), [(1_000, 200), (10_000, 20), (100_000, 10), (1_000_000, 1)])
def test_a_length_is_measured_on_pieces_from_all_over_the_text(size: int, some: int) -> None:
    cut = pieces(WHOLE, size)
    assert len(cut) == some
    assert {len(piece) for piece in cut} == {size}
    assert {letter for piece in cut for letter in piece} >= set(WHOLE[::50_000])


def test_of_a_short_text_there_are_only_as_many_as_fit() -> None:
    assert pieces("abcdefgh", 3) == ["abc", "def"]
