import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.passages import around, sentences, telling_articles, with_neighbour
from tests.factories import article, event, exchange, seed_story, span, telling


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Mr. Lind left. J. Okoro stayed.", 2),
        ('"Sit down." He sat.', 2),
        ('"Sit down," she said. "Now." He sat.', 3),
        ("It cost 3.5 million. 40 members left.", 2),
        ("A line\n\nAnother line", 2),
        ("  \n \n", 0),
        ("Ka mutu. Ākina ki te Pāremata.", 2),
    ],
)
def test_an_article_is_cut_where_an_editor_would(text, count):
    assert len(sentences(article(text=text))) == count


@given(st.text(max_size=80))
def test_whatever_the_text_its_sentences_are_its_own(text):
    for sentence in sentences(article(text=text)):
        assert "".join(fragment.text for fragment in sentence.fragments) == text[sentence.start : sentence.end]


def test_the_words_of_an_event_are_marked_in_their_sentence():
    told = exchange()
    marked = [sentence for sentence in sentences(told.articles[0], told.events) if "e2" in sentence.events]
    assert [fragment.text for fragment in marked[0].fragments if "e2" in fragment.events] == ["ordered her out of the chamber"]


def test_evidence_that_overlaps_is_cut_into_fragments():
    source = article(text="He shouted at her twice.")
    events = (
        event("e1", evidence=(telling(words="shouted at her", source=source),)),
        event("e2", evidence=(telling(words="her twice", source=source),)),
    )
    made = sentences(source, events)[0]
    assert [(fragment.text, fragment.events) for fragment in made.fragments] == [
        ("He ", ()), ("shouted at ", ("e1",)), ("her", ("e1", "e2")), (" twice", ("e2",)), (".", ()),
    ]  # fmt: skip


def test_evidence_over_two_sentences_marks_both():
    source = article(text="He shouted. She left.")
    made = sentences(source, [event("e1", evidence=(telling(words="shouted. She", source=source),))])
    assert [sentence.events for sentence in made] == [("e1",), ("e1",)]
    assert span("She", source).start == made[1].start


def test_each_wanted_sentence_comes_with_one_neighbour():
    made = sentences(article(text="One. Two. Three. Four. Five."))
    assert with_neighbour(made, [made[0]]) == made[:2]
    assert with_neighbour(made, [made[3]]) == made[2:4]
    assert with_neighbour(made[:1], made[:1]) == made[:1]


def test_who_tells_an_event():
    told = seed_story()
    assert [len(telling_articles(told, told.event(id))) for id in ("e1", "e7")] == [2, 1]


def test_a_passage_stands_between_the_words_beside_it():
    told = article(text="Ama Okoro shouted at him. The chair, who had told him to be quiet, then ordered her out of the chamber.")
    assert around(told, span("Ama Okoro", told)) == "“Ama Okoro” shouted at him. The chair,…"
    assert around(told, span("him to", told), most=20) == "…who had told “him to” be quiet, then…"
    assert around(told, span("chamber", told), most=24) == "…ordered her out of the “chamber”."
