"""What the benchmark of length compares: articles of every length are cut out of the same text, all over it."""

from __future__ import annotations

import cProfile

import pytest
from spacy.language import Language

from benchmarks.length import pieces
from extract import _composed, actors
from extract.document import Document, read_document
from extract.mentions import find_mentions
from extract.reading import from_text

WHOLE = "".join(chr(ord("a") + n // 40_000) for n in range(1_000_000))  # a letter for each 40,000 characters


@pytest.mark.parametrize(("size", "some"), [(1_000, 200), (10_000, 20), (100_000, 10), (1_000_000, 1)])
def test_a_length_is_measured_on_pieces_from_all_over_the_text(size: int, some: int) -> None:
    cut = pieces(WHOLE, size)
    assert len(cut) == some
    assert {len(piece) for piece in cut} == {size}
    assert {letter for piece in cut for letter in piece} >= set(WHOLE[::50_000])


def test_of_a_short_text_there_are_only_as_many_as_fit() -> None:
    assert pieces("abcdefgh", 3) == ["abc", "def"]


SITTING = "The Speaker ordered Tom Hale out of the House on Monday after he called Ann Wynn a liar.\n\n"
DEBATE = """{a} of the {party} asked {b} when the bridge would open. {short} members want it before the winter.
{b} said the work would go on, and that the minister had told the town so. "We are behind time," {b} told reporters.

"""


def a_day_of(debates: int, nlp: Language) -> Document:
    """An article of one act and so many debates, each of people and of a party of its own."""
    firsts, lasts = ["Tom", "Joe", "Kim", "Ruth", "Lena"], ["Okoro", "Lind", "Marlowe", "Quill", "Tanner", "Vance", "Weir"]
    ends = "abdefgikmnorst"
    names = [f"{firsts[n % 5]} {lasts[n % 7]}{ends[n % 14]}{ends[n // 14 % 14]}" for n in range(2 * debates)]
    told = (
        DEBATE.format(a=a, b=b, party=f"Jan {a.split()[1]} Dal", short=f"J{a.split()[1][0]}D")
        for a, b in zip(names[::2], names[1::2], strict=True)
    )
    return read_document(from_text(SITTING + "".join(told)), nlp=nlp)


def calls(document: Document) -> int:
    """How many calls of functions the work behind the parse takes, which no other work on the machine changes."""
    profile = cProfile.Profile()
    profile.enable()
    _composed(document, actors.resolve(find_mentions(document), document), None, None)
    profile.disable()
    return sum(row.callcount for row in profile.getstats())


def test_what_is_done_behind_the_parse_grows_with_the_length_alone(nlp: Language) -> None:
    calls(a_day_of(5, nlp))  # what is made once is made
    assert calls(a_day_of(160, nlp)) < 1.22 * 8 * calls(a_day_of(20, nlp))
