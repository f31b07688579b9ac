"""Which lines of an article are the paper's and not the story's, and the sentences that only look like them."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from extract import boilerplate, extract, order_spans
from extract.boilerplate import is_boilerplate
from extract.document import paragraphs, read_document
from extract.types import Article

ASIDE = {
    "bylines": [
        "By Ruth Sele",
        "By RUTH SELE",
        "By Ruth Sele and Ben Pell",
        "By Ruth Sele, political editor",
        "By Ruth Sele | The Harbour Courier",
        "By Ruth Sele in Port Hale",
        "By Ruth van der Pell, Ben Pell and Ama Lo",
        "By R. J. Sele-Pell",
        "By our parliamentary reporter",
        "By a correspondent in Port Hale",
        "By Local Democracy Reporting Service",
        "By AAP",
        "With files from staff",
        "(Reporting by Ruth Sele; Editing by Ben Pell)",
        "-- additional reporting by Ben Pell.",
        "(With inputs from PTI)",
    ],
    "more": [
        "Read more: Five rows that shook the House",
        "READ MORE",
        "Read more:",
        "READ ALSO: Seven things about the suspension",
        "See also",
        "RELATED STORIES",
        "Related: Who is who in Port Hale",
        "Also on the Courier:",
        "More: Gulls on the rise, say traders",
        "LISTEN: the evening bulletin at 6.30",
        "Watch the full interview above.",
        "Read the rest of the story here.",
        "Story continues below",
        "Continue reading",
        "More on this story later",
        "Up next – The whip who cried",
    ],
    "notices": [
        "Advertisement",
        "ADVERTISEMENT",
        "Sponsored content",
        "Sign up for our politics newsletter.",
        "Subscribe to the podcast here.",
        "Follow @courier",
        "Follow Ruth Sele on X @ruth.",
        "Share this article",
        "Click here to join the debate",
        "© 2018 The Harbour Courier. All rights reserved.",
        "All rights reserved.",
        "Copyright 2018 The Harbour Courier",
        "This article has been updated to include the reply of the Speaker.",
        "This story was first published in the Courier.",
    ],
    "captions": [
        "Photo: The chamber on Thursday",
        "File photo: Speaker Jo Lind in the chair",
        "Ama Okoro leaves the chamber. Photo: Ben Pell",
        "Ama Okoro was ordered out of the House on Thursday. (Picture: Ben Pell)",
        "The mace. (AP Photo/Ben Pell)",
        "Ben Pell/Reuters",
        "The Speaker throws Ms Okoro out. Image credit: Ben Pell / Courier",
        "Ben Pell via Getty Images.",
        "Getty/Instagram.",
        "Reuters",
        "Ms Okoro, left, heckles the minister in Parliament (BEN PELL/AFP/Getty Images)",
        "The mace on Thursday. Photograph by Ben Pell",
    ],
}
KEPT = [
    "By Tuesday",
    "By Friday Morning",
    "By Then The House Had Emptied",
    "By Friday he was giving her 48 hours to apologise.",
    "By then Ms Okoro had been ordered out.",
    "By 29 to 27 the House declared that it had no confidence in him.",
    "By the time the Speaker rose, Mr Hale had left.",
    "By Ruth Sele's account the Speaker had warned him twice.",
    "By a slim margin the House adjourned.",
    "By order of the Speaker the gallery was cleared.",
    "Read more slowly, the Speaker told him.",
    "Read more than once, the letter caused uproar.",
    "More than 500 people heckled.",
    "More: that was what he shouted at the minister.",
    "More members walked out.",
    "Related questions were ruled out of order.",
    "Watch your tongue in here.",
    "Watch: the Speaker then threw him out.",
    "Listen: “Sit down,” she told him.",
    "See the member removed, she told the usher.",
    "He said that the story continues below the surface.",
    "Advertisements were torn up in the chamber.",
    "Follow the rules or leave, she told him.",
    "Share this view, he shouted, or leave.",
    "Sign up or shut up, he heckled.",
    "Subscribe he would not, he told the House.",
    "This article of the constitution was updated by the House.",
    "This story has been told in the House before.",
    "Photo opportunities ended when Ms Okoro was thrown out.",
    "He held up a photo: it showed the Speaker asleep.",
    "He was told to sit. Picture Mr Hale, red as a beet",
    "He showed the House a picture. Photographers were ordered out.",
    "“You are a disgrace,” he shouted. Image is all that you have.",
    "The member for AP walked out.",
    "The Speaker ordered him out, the agency said. (AFP)",
    "Reuters reported that the Speaker had left.",
    "Getty Hale walked out.",
    "With files under his arm, he walked out.",
    "Reporting by members who left said otherwise!",
    "Credit where it is due, she said.",
    "Source after source told the House so.",
    "Labour MPs walked out.",
    "Walkout",
    "UPROAR",
    "",
]
STORY = (
    "Speaker ejects member\nBy Ruth Sele, political editor\n“Mr Hale ejects the Speaker,” reads a banner. Photo: Ben Pell\n"
    "The Speaker, Jo Lind, ordered Ama Okoro out of the House on Thursday after she heckled the minister, Carl Oduya.\n"
    "Read more: Speaker throws Piri Hale out of the House\nMs Okoro said “no” to the Speaker and left the chamber.\n"
)


@pytest.mark.parametrize("line", [line for lines in ASIDE.values() for line in lines])
def test_what_is_the_papers_is_set_aside(line: str) -> None:
    assert is_boilerplate(line)
    assert is_boilerplate(f"  {line} ")


@pytest.mark.parametrize("line", KEPT)
def test_what_may_be_a_sentence_of_the_story_stays(line: str) -> None:
    assert not is_boilerplate(line)


def test_a_paragraph_with_a_credit_in_it_is_a_paragraph() -> None:
    told = "The Speaker ordered Ms Okoro out of the House, and her party walked out with her, while Mr Hale sang. " * 2
    assert not is_boilerplate(told + "Photo: Ben Pell")
    assert not is_boilerplate("Read more: " + "x " * 400)


def test_offsets_are_those_of_the_text(nlp: Language) -> None:
    made = read_document(Article("a", STORY), nlp=nlp)
    rows = STORY.splitlines()
    assert [STORY[start:end] for start, end in made.aside] == [rows[1], rows[2], rows[4]]
    assert [STORY[start:end] for start, end in made.paragraphs] == [rows[0], rows[3], rows[5]]
    assert made.text == STORY
    assert len(made.doc.text) == len(STORY)
    assert all(STORY[t.idx : t.idx + len(t)].translate({8220: '"', 8221: '"'}) == t.text for t in made.doc if not t.is_space)
    assert [STORY[q.start : q.end] for q in made.quotes] == ["no"]
    assert not read_document(Article("a", STORY), nlp=nlp, whole=True).aside


def test_nothing_is_an_event_there(nlp: Language) -> None:
    story = extract(STORY, nlp=nlp)
    assert {event.type for event in story.events} >= {"ejection"}
    for event in story.events:
        for telling in event.evidence:
            assert not is_boilerplate(next(row for row in STORY.splitlines() if telling.span.text.split("\n")[0] in row))
    assert not any("Piri" in actor.name or "Sele" in actor.name for actor in story.actors)


def test_none_goes_where_most_would() -> None:
    text = "Ama Okoro was thrown out of the House. Photo: Ben Pell\nUproar."
    assert boilerplate.lines(text, paragraphs(text)) == ()


def test_what_others_found_there_can_be_ordered(nlp: Language) -> None:
    """Events of others may lie in a caption."""
    text = f"{STORY}Ms Okoro leaves before Mr Hale speaks. Photo: Ben Pell\n"
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("leaves", "speaks")]
    assert order_spans(text, spans, nlp=nlp).precedes("t1", "t2")


@pytest.mark.parametrize(
    "piece", ["By Aa", "A ", "Aa, ", "a-", "(AP ", "A/", ". Photo", "read more - ", ") ", "Photo: ", "a/ ", "' "]
)
def test_no_line_takes_long(piece: str) -> None:
    line = ("By " + piece * boilerplate.LONGEST)[: boilerplate.LONGEST - 1] + "!"
    begun = time.monotonic()
    for _ in range(10):
        is_boilerplate(line)
        is_boilerplate(line[3:])
    assert time.monotonic() - begun < 0.5
