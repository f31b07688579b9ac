"""What is asked of the words of a sentence first lets through all that its tree could tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, hints, matching, mentions, pieces, speech
from extract.context import Reading
from extract.document import read_documents
from extract.grammar.phrases import Wanted, holds, line
from extract.types import Article

PHRASES = (
    "out of order", "~ way out", "_ of order", "out ... order", "=leave the house", "walk-out", "Point of Order", "house|chamber",
    "~", "...", "=shout|=yell at", "Speaker's ruling", "the =member", "in|into ~ seat", "out-of-order",
)  # fmt: skip
TEXTS = (
    "He ruled Ms Hale's remark out of order.",
    "MPs left the House on their way out after the walk-out.",
    "She yelled at the Speaker’s ruling on a Point of Order, in her seat.",
    "Out-of-order members shouted at the chair of the Members' Chamber.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_phrase_that_a_line_holds_is_found_in_it(nlp: Language, text: str) -> None:
    said = line(pieces.of(nlp(text)))
    held = [n for n, phrase in enumerate(PHRASES) if holds(said, phrase)]
    assert len(held) >= 3
    assert set(held) <= set(Wanted.of(PHRASES).found(said))


def test_no_rule_that_its_tree_would_meet_is_kept_from_a_sentence(nlp: Language) -> None:
    every = matching.sorted_rules()
    examples = [one.text for rule in every for one in (*rule.yes, *rule.no)][::2]
    met, numbers = 0, {id(rule): n for n, rule in enumerate(every)}
    for document in read_documents([Article(f"a{n}", text) for n, text in enumerate(examples)], nlp=nlp):
        reading = Reading(document, actors.resolve(mentions.find_mentions(document), document), speech.attribute(document))
        allowed = [hints.of_words(line(sentence)) for sentence in document.doc.sents]
        for frame in reading.frames:
            asked = {numbers[id(rule)] for rule in matching.candidates(frame)}
            meets = {n for n in asked if not matching.unmet(every[n], frame)}
            assert meets <= allowed[document.sentence_numbers[frame.token.i]], (document.text, frame.token)
            assert not asked or matching.may_name(frame.token, frozenset(asked))
            met += len(meets)
    assert met > len(examples) / 4


def test_sentences_without_a_word_of_any_rule_are_not_asked(nlp: Language) -> None:
    read = next(read_documents([Article("a", "The Speaker ejected Ms Hale from the House. Snow covers the mountains.")], nlp=nlp))
    asked = hints.Possible(read)
    for token in read.doc:
        if matching.is_named(token):
            asked[read.sentence_numbers[token.i]]
    assert set(asked) == {0}
