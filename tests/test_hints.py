"""What is asked of the words of a sentence first lets through all that its tree could tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, hints, matching, mentions, pieces, speech, tellings
from extract.context import Reading
from extract.document import read_documents
from extract.grammar import within
from extract.grammar.phrases import Wanted, first_held, holds, line
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
    assert first_held(said, PHRASES) == PHRASES[held[0]]
    assert first_held(said, ("the =goat", "goat|sheep")) is None
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
    asked = hints.Possible(read, actors.resolve(mentions.find_mentions(read), read))
    for token in read.doc:
        if matching.is_named(token):
            asked[read.sentence_numbers[token.i]]
    assert set(asked) == {0}


@pytest.mark.parametrize("chaired", ["The Speaker ejected Ms Hale from the House.", "Ms Hale walked out of the House."])
def test_only_where_somebody_presides_are_the_rules_of_the_chair_asked(nlp: Language, chaired: str) -> None:
    read = next(read_documents([Article("a", chaired)], nlp=nlp))
    cast = actors.resolve(mentions.find_mentions(read), read)
    left = hints.Possible(read, cast)[0] & hints.of_the_chair()
    assert bool(left) is bool(cast.chairs) is ("Speaker" in chaired)
    assert tellings.find_tellings(read, cast)[0]


def test_what_is_of_the_chair_fires_nowhere_without_one(nlp: Language) -> None:
    every = matching.sorted_rules()
    texts = [one.text for rule in every for one in (*rule.yes, *rule.no)][::7]
    fired = 0
    for document in read_documents([Article(f"a{n}", text) for n, text in enumerate(texts)], nlp=nlp):
        cast = actors.resolve(mentions.find_mentions(document), document)
        if cast.chairs:
            continue
        reading = Reading(document, cast, speech.attribute(document))
        for frame in reading.frames:
            rules = [rule for rule in matching.candidates(frame) if not isinstance(tellings.apply(reading, rule, frame), str)]
            assert not {n for n, rule in enumerate(every) if rule in rules} & hints.of_the_chair(), (document.text, rules)
            fired += len(rules)
    assert fired


@pytest.mark.parametrize(
    ("text", "key", "may"),
    [
        ("Each time she spoke, they left the House.", "habit_openers", True),
        ("She spoke and they left the House.", "habit_openers", False),
        ("She used to heckle Mr Hale in the House.", "habit_idioms", True),
    ],
)
def test_a_sentence_is_asked_once_what_its_clauses_could_say(nlp: Language, text: str, key: str, may: bool) -> None:
    sentence = pieces.of(nlp(text)).sents[0]
    assert within.may_say(sentence, "modality", key) is may
    assert {"house", "."} < within.words(sentence)
