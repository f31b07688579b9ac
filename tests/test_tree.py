"""The plain tree says of each token and span what spaCy says of it, also after a head was changed."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc as Parsed

from extract import pieces, tree

TEXTS = (
    "",
    " ",
    "Order!",
    "The Speaker, Ann Hale, ejected Tom Okoro for calling her “a disgrace” on 3 March.  He'd gone by 4pm; so had Lind.",
    "“Shame!” cried MPs.\n\nUp jumped Ms Lind, who wasn't amused. Whom did the chair name, and why?",
    "In protest the Greens left the chamber. Another member, once told to sit down, walked out after them too.",
)
OF_TOKEN = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ whitespace_ text_with_ws is_alpha is_punct is_space is_title is_lower "
    "is_quote like_num is_sent_start"
).split()


@pytest.fixture(params=TEXTS, ids=lambda text: text[:12])
def both(request: pytest.FixtureRequest, nlp: Language) -> tuple[tree.Doc, Parsed]:
    parsed = nlp(request.param)
    return pieces.of(parsed), parsed


def test_every_attribute_is_the_same(both: tuple[tree.Doc, Parsed]) -> None:
    own, theirs = both
    assert (own.text, len(own)) == (theirs.text, len(theirs))
    for mine, other in zip(own, theirs, strict=True):
        assert {name: getattr(mine, name) for name in OF_TOKEN} == {name: getattr(other, name) for name in OF_TOKEN}
        assert len(mine) == len(other)


def same_tree(own: tree.Doc, theirs: Parsed) -> None:
    for mine, other in zip(own, theirs, strict=True):
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(mine, name).i == getattr(other, name).i
        for name in ("children", "rights", "subtree", "ancestors"):
            assert [t.i for t in getattr(mine, name)] == [t.i for t in getattr(other, name)]
        assert (mine.sent.start, mine.sent.end) == (other.sent.start, other.sent.end)
        assert [mine.is_ancestor(t) for t in own] == [other.is_ancestor(t) for t in theirs]
    assert [(s.start, s.end, s.root.i) for s in own.sents] == [(s.start, s.end, s.root.i) for s in theirs.sents]


def test_the_tree_is_the_same(both: tuple[tree.Doc, Parsed]) -> None:
    same_tree(*both)


def test_the_tree_follows_a_head_that_is_changed(both: tuple[tree.Doc, Parsed]) -> None:
    own, theirs = both
    for token in [t.i for t in theirs if t.n_lefts + t.n_rights == 0 and t.i > 1]:
        for doc in (own, theirs):
            doc[token].head = doc[token - 2] if doc[token - 2].sent == doc[token].sent else doc[token]
        same_tree(own, theirs)


def test_spans_are_the_same(both: tuple[tree.Doc, Parsed]) -> None:
    own, theirs = both
    for start in range(len(own)):
        for end in range(start + 1, len(own) + 1):
            mine, other = own[start:end], theirs[start:end]
            assert (mine.text, mine.start_char, mine.end_char) == (other.text, other.start_char, other.end_char)
            assert (len(mine), [t.i for t in mine]) == (len(other), [t.i for t in other])
            assert mine.root.i == other.root.i or other[0].sent != other[-1].sent
            assert [t.i for t in mine[1:]] == [t.i for t in other[1:]]
            assert mine[-1].i == other[-1].i


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_spans_between_offsets_are_the_same(mode: str, both: tuple[tree.Doc, Parsed]) -> None:
    own, theirs = both
    for start in range(len(own.text)):
        for end in range(start + 1, min(start + 14, len(own.text)) + 1):
            mine, other = own.char_span(start, end, mode), theirs.char_span(start, end, alignment_mode=mode)
            assert ((mine.start, mine.end) if mine else None) == ((other.start, other.end) if other else None), (start, end)


def test_a_neighbour_that_is_not_there_is_an_error(nlp: Language) -> None:
    doc = pieces.of(nlp("Order, order!"))
    assert doc[0].nbor().text == ","
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(doc) - 1].nbor()
