"""Who is out under which rule and until when: only what the words say."""

import pytest

from extract import extract, lexicon, merge
from extract.exports.returns import ics
from extract.reading import from_text

DAY = "2024-03-12"


def sanction(sentence, published="2024-03-13"):
    """What is said of the one ejection in an article about Tuesday 12 March."""
    text = f"The House sat on Tuesday. {sentence}"
    told = extract(from_text(text, published=published))
    [found] = [event.sanction for event in told.events if event.type == "ejection"]
    return found


@pytest.mark.parametrize(
    ("sentence", "until", "assumed"),
    [
        ("Speaker Jo Lind suspended Ada Moss for five days.", "2024-03-17", False),
        ("Ada Moss was suspended from the House for five sitting days by Speaker Jo Lind.", "2024-03-17", True),
        ("Speaker Jo Lind ejected Ada Moss from the chamber for an hour.", DAY, False),
        ("Speaker Jo Lind threw Ada Moss out of the House for the rest of the day.", DAY, False),
        ("Ada Moss was ordered out of the chamber for 24 hours by Speaker Jo Lind.", DAY, False),
        ("Speaker Jo Lind banned Ada Moss from the chamber for two weeks.", "2024-03-26", False),
        ("Ada Moss was expelled from the sitting for the remainder of the debate.", DAY, False),
    ],
)
def test_the_end_is_counted_from_the_day_of_the_act(sentence, until, assumed):
    found = sanction(sentence)
    assert (found.until, found.assumed) == (until, assumed)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Speaker Jo Lind ejected Ada Moss from the chamber under standing order 94(a).", "standing order 94(a)"),
        ("Under Rule 374 Speaker Jo Lind suspended Ada Moss.", "Rule 374"),
        ("Invoking Standing Order No. 43, Speaker Jo Lind ordered Ada Moss out of the House.", "Standing Order No. 43"),
    ],
)
def test_the_rule_is_the_one_that_is_named(sentence, rule):
    assert sanction(sentence).rule == rule


@pytest.mark.parametrize(
    "sentence",
    [
        "Speaker Jo Lind ejected Ada Moss from the chamber.",
        "Speaker Jo Lind ejected Ada Moss, who had shouted for five days, from the chamber.",
        "Speaker Jo Lind ejected Ada Moss from the chamber after she had spoken for an hour.",
        "Speaker Jo Lind ejected Ada Moss from the chamber. She has been an MP for ten months.",
        "Speaker Jo Lind ejected Ada Moss from the chamber because the debate went on for three hours.",
    ],
)
def test_a_length_of_something_else_is_no_sanction(sentence):
    assert sanction(sentence) is None


def test_an_act_without_a_day_has_no_end_and_keeps_its_rule():
    told = extract(from_text("The Speaker, Jo Lind, suspended Ada Moss from the House for five days under standing order 44."))
    [found] = [event.sanction for event in told.events if event.type == "ejection"]
    assert (found.rule, found.until) == ("standing order 44", None)


def test_the_end_goes_along_into_the_story_of_several_articles_and_its_calendar():
    texts = (
        "The House sat on Tuesday. Speaker Jo Lind suspended Ada Moss MP for five days over the Marrow dam. Ms Moss had shouted.",
        "The House sat on Tuesday. Ada Moss MP was suspended by Speaker Jo Lind over the Marrow dam. Ms Moss had shouted at him.",
    )
    stories = [extract(from_text(text, published="2024-03-13")) for text in texts]
    for order in (stories, stories[::-1]):
        [whole] = merge(order)
        ends = [event.sanction.until for event in whole.events if event.sanction]
        assert ends == ["2024-03-17"]
        assert b"20240317" in ics(whole)


def test_a_title_before_a_name_ends_no_sentence():
    assert sanction("On the advice of Dr. Hale, Speaker Jo Lind suspended Ms. Ada Moss for five days.").until == "2024-03-17"


@pytest.mark.parametrize(("sentence", "rule", "until", "assumed"), lexicon.load(lexicon.RULES / "sanctions.toml")["yes"])
def test_the_rules_tell_their_examples(sentence, rule, until, assumed):
    found = sanction(sentence)
    assert (found.rule or "", found.until, found.assumed) == (rule, until, assumed)


@pytest.mark.parametrize("sentence", lexicon.load(lexicon.RULES / "sanctions.toml")["no"])
def test_the_rules_do_not_tell_their_near_misses(sentence):
    assert sanction(sentence) is None
