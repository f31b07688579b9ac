"""A phrase in front without a comma is no part of the subject's name; other sentences are left as they were parsed."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from extract import extract

FRONTED = [
    ("In the House Mr Byrne branded Ann Poe a coward.", "Byrne", "branded"),
    ("In the Senate Ms Vale accused Ann Poe of theft.", "Vale", "accused"),
    ("In Parliament Premier Ann Hale called Kim Poe a liar.", "Hale", "called"),
    ("At Tuesday's sitting Green MPs walked out.", "MPs", "walked"),
    ("In the Assembly Mr Byrne shouted at Ann Poe.", "Byrne", "shouted"),
    ("In the Commons Tom Marlowe ordered Ann Poe to leave.", "Marlowe", "ordered"),
    ("At Leaders' Questions Ms Vale branded Ann Poe a coward.", "Vale", "branded"),
]
CALLERS = ["The Prime Minister", "The minister, Guy Lent,", "Ruling party MP Guy Lent", "Mr Lent", "Attorney-General Guy Lent"]
OTHERS = [
    "In the House, Mr Byrne branded Ann Poe a coward.",
    "In the House of Lords and the Commons it rained.",
    "On Tuesday the Speaker named Ann Poe.",
    "In Flanker the talk is less of motions than of goats.",
    "At the hands of Labour MPs Mr Byrne suffered.",
    "In May the chair had threatened to have the doors locked.",
]


def subjects(doc: Doc, verb: str) -> list[Token]:
    found = next(t for t in doc if t.text == verb)
    return [c for c in found.children if c.dep_ == "nsubj"]


@pytest.mark.parametrize(("text", "who", "verb"), FRONTED)
def test_who_stands_behind_the_phrase_is_the_subject(nlp: Language, text: str, who: str, verb: str) -> None:
    doc = nlp(text)
    (subject,) = subjects(doc, verb)
    assert who in {t.text for t in subject.subtree}
    assert not {"House", "Senate", "Parliament", "Assembly", "Commons", "Questions"} & {t.text for t in subject.subtree}
    assert "".join(t.text_with_ws for t in doc) == text
    assert [t.sent.start for t in doc] == [0] * len(doc)


@pytest.mark.parametrize("text", OTHERS)
def test_what_needs_no_comma_is_left_alone(nlp: Language, text: str) -> None:
    with nlp.select_pipes(disable=["fronted"]):
        before = [(t.dep_, t.head.i, t.tag_) for t in nlp(text)]
    assert [(t.dep_, t.head.i, t.tag_) for t in nlp(text)] == before


def test_sentences_beside_it_keep_their_trees(nlp: Language) -> None:
    text = "It rained on Monday. In the House Mr Byrne branded Ann Poe a coward. Nobody answered him."
    alone = [(t.dep_, t.tag_) for one in ("It rained on Monday. ", "Nobody answered him.") for t in nlp(one.strip())]
    sents = list(nlp(text).sents)
    assert [(t.dep_, t.tag_) for s in (sents[0], sents[2]) for t in s] == alone


@pytest.mark.parametrize(
    "who", ["The Prime Minister", "The minister, Guy Lent,", "Ruling party MP Guy Lent", "Mr Lent", "Attorney-General Guy Lent"]
)
@pytest.mark.parametrize("verb", ["called", "branded"])
def test_who_is_called_something_is_the_object_however_the_parser_hangs_the_name(nlp: Language, who: str, verb: str) -> None:
    story = extract(f"The House sat on Tuesday. {who} {verb} Ada Moss a liar.", nlp=nlp)
    (event,) = story.events
    assert (event.type, [story.actor(a).name for a in event.targets]) == ("attack", ["Ada Moss"])
