"""Lines without capitals and marks encoded twice, as old archives keep them: read as if they were whole, every offset kept."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import capitals, extract
from extract.document import read_document
from extract.garbled import legible
from extract.types import Article

SITTING = "The Speaker, Ann Hale, took the chair of the House at two on Tuesday, and the debate on the budget began. "
ROW = (
    "Joe Okoro of the Democratic Alliance called minister Kavita Ramanathan a liar. Ms Ramanathan rose on a point of order. "
    "The Speaker ejected Mr Okoro, and the opposition walked out. Mr D. P. Anand of Gabriel Mwangi's party shouted at her."
)


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    story = extract(text, published="2024-03-14")
    names = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [names[id] for id in e.actors], [names[id] for id in e.targets]) for e in story.events]


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_a_story_without_its_case_is_the_same_story(change: object) -> None:
    assert callable(change)
    whole = told(SITTING + ROW)
    assert [event for event, *_ in whole] == ["attack", "point_of_order", "ejection", "walkout", "heckle"]
    lower = [(event, [who.lower() for who in actors], [whom.lower() for whom in targets]) for event, actors, targets in whole]
    read = told(change(SITTING + ROW))
    assert [(event, [n.lower() for n in actors], [n.lower() for n in targets]) for event, actors, targets in read] == lower
    assert "Joe Okoro" in read[0][1]


def test_evidence_stands_as_the_article_writes_it() -> None:
    text = (SITTING + ROW).lower()
    for event in extract(text).events:
        for evidence in event.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.span.text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("mr hope said ms rose had been told to hope for the best by the speaker of the house",
         "Mr Hope said Ms Rose had been told to hope for the best by the speaker of the house"),
        ("the speaker told y s ramakrishna and n okwuosa to sit down on the last monday of march 2002",
         "The speaker told Y S Ramakrishna and N Okwuosa to sit down on the last Monday of March 2002"),
        ("they may march on parliament, the bjp said; it won't and they don't know what gordon rose to say",
         "They may march on parliament, the BJP said; it won't and they don't know what Gordon rose to say"),
        ("the floor leader walked out. the minister for health and i did not. it was over by half past nine",
         "The floor leader walked out. The minister for health and I did not. It was over by half past nine"),
    ],
)  # fmt: skip
def test_names_get_their_capitals_and_words_none(nlp: Language, text: str, made: str) -> None:
    assert capitals.restored(text, nlp) == made


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker, Ann Hale, told the members of the house to sit down and to be quiet for once.",
        "a short line in small letters",
        "MP OUT",
        "The MLA told the DUP, the SDLP, the UUP and the PUP in a TV row about the BBC and the NHS.",
        "",
    ],
)
def test_lines_that_have_theirs_are_left_alone(nlp: Language, text: str) -> None:
    assert capitals.restored(text, nlp) is text


def test_only_the_lines_that_lost_them_are_changed(nlp: Language) -> None:
    kept = "This Story Is From March 2, 2002"
    lost = "hyderabad: the house was adjourned on friday after the member asaduddin okwuosa shouted at the minister"
    first, second = capitals.restored(f"{kept}\n{lost}", nlp).split("\n")
    assert first == kept
    assert second != lost
    assert second.lower() == lost


def test_a_letter_that_grows_in_small_stays(nlp: Language) -> None:
    ligature = "the speaker ejected mr okoro at the ﬁ nal sitting of the house and the ﬁ scal bill was put off"
    assert len(capitals.restored(ligature, nlp)) == len(ligature)
    text = "İSMET İNÖNÜ WAS EJECTED FROM THE HOUSE ON FRIDAY"  # "İ" is two code points in small letters
    assert len(capitals.restored(text, nlp)) == len(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("the ministerâ€™s aide", "the minister  ’s aide"),
        ("he said â€œoutâ€\x9d and", "he said   “out”   and"),
        ("he said â€œoutâ€\ufffd and", "he said   “out”   and"),
        ("they donâ€™t", "they do  n’t"),
        ("Mr Oâ€™Brien rose", "Mr O’Brien   rose"),
        ("a row â€” long", "a row  —  long"),
        ("café “out”", "café “out”"),
    ],
)
def test_marks_encoded_twice_are_marks_again(text: str, made: str) -> None:
    assert legible(text) == made
    assert len(made) == len(text)


def test_words_between_such_marks_are_quoted(nlp: Language) -> None:
    text = "The House sat. Ms Hale told the ministerâ€™s aide: â€œYou are a liar, sir.â€\x9d He left."
    read = read_document(Article("a", text), nlp=nlp)
    assert [text[quote.start : quote.end].strip() for quote in read.quotes] == ["You are a liar, sir."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ms Hale rose.Then the Speaker ejected her.He was booed.", 3),
        ("Ms Hale wrote to www.House.gov about it.", 1),
        ("Mr J.Hale rose at 3.30 and left.", 1),
    ],
)
def test_a_blank_that_is_missing_behind_a_stop_ends_the_sentence_all_the_same(nlp: Language, text: str, sentences: int) -> None:
    assert len(list(nlp(text).sents)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "The House sat. â€œYou liar,â€\x9d said Mr Oâ€™Brien â€” donâ€™t ask â€” to the ministerâ€™s aide.â€",
        "â€œOut!â€\n\nâ€˜Noâ€™  â€™â€™ said Ha\u2060le.  He left.",
        "Ann Ha\u2060le sat.",
    ],
)
def test_every_token_stands_where_the_article_has_it(nlp: Language, text: str) -> None:
    """What fills a mark up is not parsed, and nothing behind it moves."""
    read = read_document(Article("a", text), nlp=nlp)
    assert len(read.doc.text) == len(text)
    for token in read.doc:
        assert read.doc.text[token.idx : token.idx + len(token.text)] == token.text
        assert not token.text.isalpha() or text[token.idx] == token.text[0]
    if "  " not in text:
        assert not [t for t in read.doc if t.is_space]


def test_such_an_article_tells_what_it_told_when_it_was_whole() -> None:
    whole = SITTING + "Joe O’Brien called minister Kavita Ramanathan “a liar.” Ms Ramanathan rose on a point of order."
    broken = whole.replace("’", "â€™").replace("“", "â€œ").replace("”", "â€\x9d")
    assert told(broken) == told(whole)
    assert [event for event, *_ in told(whole)] == ["attack", "point_of_order"]
