"""What a passage tells: whom, whether it happened, on whose word, and what is no telling of its own."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from extract import actors, document, mentions, tellings
from extract.naming import Cast
from extract.types import Article, Telling

SITTING = "The Speaker took the chair in Parliament at two.\n"


@cache
def told(nlp: Language, text: str, published: str | None = None) -> tuple[tuple[Telling, ...], Cast]:
    made = document.read_document(Article("a1", SITTING + text, published=published), nlp=nlp)
    return tellings.find_tellings(made, actors.resolve(mentions.find_mentions(made), made))


def names(cast: Cast, ids: tuple[str, ...]) -> list[str]:
    return [cast.get(id).name for id in ids]


@pytest.mark.parametrize(
    ("text", "type", "doers", "targets"),
    [
        ("Mr Marlowe heckled Ms Hale.", "heckle", ["Marlowe"], ["Hale"]),
        ("Ms Hale was heckled by Mr Marlowe.", "heckle", ["Marlowe"], ["Hale"]),
        ("Ms Hale accused Mr Marlowe of lying.", "attack", ["Hale"], ["Marlowe"]),
        ("Mr Marlowe was ejected by Deputy Speaker Ann Hale.", "ejection", ["Ann Hale"], ["Marlowe"]),
        ("Mr Marlowe and Mr Okoro walked out of the chamber.", "walkout", ["Marlowe", "Okoro"], []),
        ("Labour MPs staged a walkout.", "walkout", ["Labour MPs"], []),
        ("Ms Hale raised a point of order.", "point_of_order", ["Hale"], []),
        ("The Speaker warned Mr Marlowe.", "intervention", ["Speaker"], ["Marlowe"]),
        ("Mr Marlowe slapped Mr Okoro.", "scuffle", ["Marlowe"], ["Okoro"]),
        ("Mr Marlowe withdrew the remark.", "withdrawal", ["Marlowe"], []),
        ("Ms Hale faced heckling from Labour MPs.", "heckle", ["Labour MPs"], ["Hale"]),
        ("Ms Hale called Mr Marlowe a liar.", "attack", ["Hale"], ["Marlowe"]),
        ("Protesters in the public gallery heckled Ms Hale.", "heckle", ["Protesters"], ["Hale"]),
        ("Mr Marlowe's heckling of Ms Hale angered the Speaker.", "heckle", ["Marlowe"], ["Hale"]),
        ("Mr Marlowe was forced to leave the chamber.", "ejection", ["Speaker"], ["Marlowe"]),
        ("The Speaker told Mr Marlowe to leave.", "ejection", ["Speaker"], ["Marlowe"]),
        ("Mr Marlowe left the chamber in protest.", "walkout", ["Marlowe"], []),
        ("Mr Marlowe asked for a vote of no confidence in the Speaker.", "no_confidence_request", ["Marlowe"], ["Speaker"]),
        ("Mr Marlowe was escorted from the chamber by the serjeant-at-arms.", "ejection", ["Speaker"], ["Marlowe"]),
        ("Mr Marlowe was removed from the chamber by security guards.", "ejection", ["Speaker"], ["Marlowe"]),
        ("Mr Marlowe was thrown out of the chamber by protesters.", "ejection", ["protesters"], ["Marlowe"]),
    ],
)
def test_who_does_it_to_whom(nlp: Language, text: str, type: str, doers: list[str], targets: list[str]) -> None:
    found, cast = told(nlp, text)
    assert [(t.type, names(cast, t.actors), names(cast, t.targets)) for t in found] == [(type, doers, targets)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mr Marlowe was ejected from the House.", "happened"),
        ("Mr Marlowe was not ejected from the House.", "denied"),
        ("Mr Marlowe will be ejected from the House.", "planned"),
        ("Mr Marlowe would be ejected from the House.", "hypothetical"),
        ("Mr Marlowe could be ejected from the House.", "hypothetical"),
        ("The Speaker threatened to eject Mr Marlowe from the House.", "planned"),
        ("The Speaker refused to eject Mr Marlowe from the House.", "denied"),
    ],
)
def test_the_status_of_an_act(nlp: Language, text: str, status: str) -> None:
    found, _ = told(nlp, text)
    assert [t.status for t in found if t.type == "ejection"] == [status]


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("Mr Marlowe denied heckling Ms Hale.", "heckle", "denied"),
        ("Mr Marlowe did not heckle Ms Hale.", "heckle", "denied"),
        ("Labour MPs threatened to walk out of the chamber.", "walkout", "planned"),
        ("Labour MPs managed to walk out of the chamber.", "walkout", "happened"),
        ("Mr Marlowe refused to withdraw the remark.", "withdrawal", "denied"),
        ("The Speaker could have ejected Mr Marlowe from the House.", "ejection", "hypothetical"),
        ("If he heckles, Mr Marlowe will be ejected from the House.", "ejection", "planned"),
    ],
)
def test_what_governs_an_act_gives_its_status(nlp: Language, text: str, type: str, status: str) -> None:
    assert [(t.type, t.status) for t in told(nlp, text)[0]] == [(type, status)]


@pytest.mark.parametrize("text", ["Mr Marlowe will heckle Ms Hale.", "If Mr Marlowe heckles Ms Hale, she leaves."])
def test_a_remark_that_only_might_be_made_is_told_of_nobody(nlp: Language, text: str) -> None:
    assert told(nlp, text)[0] == ()


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Speaker ejected Mr Marlowe from the House.", "active"),
        ("Mr Marlowe was ejected from the House by the Speaker.", "passive"),
        ("Mr Marlowe was ejected from the House.", "agentless"),
    ],
)
def test_the_voice_that_tells_it(nlp: Language, text: str, voice: str) -> None:
    assert [t.voice for t in told(nlp, text)[0]] == [voice]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ms Hale said Mr Marlowe heckled her.", "Hale"),
        ("Ms Hale claimed that Mr Marlowe had heckled Mr Okoro.", "Hale"),
        ("Mr Marlowe heckled Ms Hale.", None),
        ("Mr Marlowe said that he heckled Ms Hale.", None),
        ("Mr Marlowe alleged that Ms Hale had heckled Mr Okoro.", "Marlowe"),
        ("Mr Marlowe laughed after Ms Hale heckled Mr Okoro.", None),
        ("According to Ms Hale, Mr Marlowe heckled Mr Okoro.", "Hale"),
    ],
    ids=["a claim", "a claim about others", "the reporter's word", "one's own act", "alleged", "no word", "according to"],
)
def test_on_whose_word(nlp: Language, text: str, source: str | None) -> None:
    found, cast = told(nlp, text)
    assert [t.source and cast.get(t.source).name for t in found if t.type == "heckle"] == [source]


@pytest.mark.parametrize(
    ("text", "chair", "kind"),
    [
        ("Mr Marlowe was thrown out of the House.", "Speaker", "office"),
        ("Speaker Jo Lind sat. Mr Marlowe was thrown out of the House.", "Jo Lind", "person"),
        ("Speaker Jo Lind and Deputy Speaker Ann Hale sat. Mr Marlowe was thrown out of the House.", "Jo Lind", "person"),
    ],
)
def test_who_presides_stands_in_for_the_doer_left_unsaid(nlp: Language, text: str, chair: str, kind: str) -> None:
    found, cast = told(nlp, text)
    (ejection,) = [t for t in found if t.type == "ejection"]
    assert [(cast.get(id).name, cast.get(id).kind) for id in ejection.actors] == [(chair, kind)]


def test_a_chair_that_nobody_mentions_is_the_speaker(nlp: Language) -> None:
    made = document.read_document(Article("a1", "Mr Marlowe was thrown out of the debating chamber."), nlp=nlp)
    found, cast = tellings.find_tellings(made, actors.resolve(mentions.find_mentions(made), made))
    assert [(names(cast, t.actors), names(cast, t.targets)) for t in found] == [(["Speaker"], ["Marlowe"])]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Mr Marlowe shouted at Ms Hale, accusing her of lying.", ["heckle"]),
        ("Mr Marlowe shouted at Ms Hale and walked out of the chamber.", ["heckle", "walkout"]),
        ("Ms Hale raised a point of order and asked the Speaker to rule on it.", ["point_of_order"]),
        ("The Speaker ordered Mr Marlowe to leave the chamber.", ["ejection"]),
        ("Ms Hale asked that Mr Marlowe withdraw the remark.", ["point_of_order"]),
        ("Ms Hale asked that he withdraw.", []),
        ("Ms Hale raised a point of order and asked that Mr Marlowe withdraw the remark.", ["point_of_order"]),
        ("The Speaker rejected Mr Marlowe's point of order.", ["ruling", "point_of_order"]),
        ("Ms Hale attacked Mr Marlowe, calling him a liar.", ["attack"]),
        ("Mr Okoro shouted at Ms Hale while Mr Marlowe heckled her.", ["heckle", "heckle"]),
    ],
    ids=[
        "participle",
        "second act",
        "what is asked",
        "what is ordered",
        "what is asked of nobody by name",
        "asked without its object",
        "asked with a point of order",
        "what is ruled on",
        "the attack spelt out",
        "another's heckle",
    ],
)
def test_what_an_act_is_about_belongs_to_it(nlp: Language, text: str, types: list[str]) -> None:
    assert [t.type for t in told(nlp, text)[0]] == types


@pytest.mark.parametrize(
    "text",
    [
        "The court threw out the case.",
        '"He was thrown out of the House," Ms Hale said.',
        "Ms Hale left for lunch.",
        "Mr Marlowe left the building.",
        "The firm told staff to leave the building.",
        "If he heckles, Ms Hale leaves.",
        "Ms Hale called Mr Marlowe a friend.",
        "The tide turned.",
        "",
    ],
)
def test_near_misses_tell_nothing(nlp: Language, text: str) -> None:
    assert told(nlp, text)[0] == ()


@pytest.mark.parametrize(
    ("text", "rule", "words", "reason"),
    [
        ("The firm told staff to leave the building.", "ejection/order-to-leave", "told", "who does it is nobody of this House"),
        ("Ms Hale asked that he withdraw.", "withdrawal/withdraw", "withdraw", "its object is none of “comment”"),
        ("Ms Hale asked that he withdraw.", "ruling/order-withdrawal", "asked", "who does it is not the chair"),
        ("If he heckles, Ms Hale leaves.", "heckle/heckle", "heckles", "nobody is found to whom it is done"),
        ("Mr Marlowe left the building.", "walkout/leave-in-protest", "left", "the clause says none of “in protest”"),
        ('"He was thrown out of the House," Ms Hale said.', "ejection/throw-out", "thrown", "it stands in quoted words"),
        ("Ms Hale said it had failed.", "reaction/said-outside", "said", "the text does not play outside the chamber"),
        (
            "That was no point of order by Mr Marlowe.",
            "point_of_order/point-of-order",
            "point",
            "the clause says “no point of order”",
        ),
    ],
)
def test_a_near_miss_says_why(nlp: Language, text: str, rule: str, words: str, reason: str) -> None:
    made = document.read_document(Article("a1", SITTING + text), nlp=nlp)
    missed = tellings.near_misses(made, actors.resolve(mentions.find_mentions(made), made))
    assert next(m.reason for m in missed if (m.rule, m.span.text) == (rule, words)).startswith(reason)
    assert all((SITTING + text)[m.span.start : m.span.end] == m.span.text for m in missed)


def test_without_a_legislature_every_miss_says_so(nlp: Language) -> None:
    made = document.read_document(Article("a1", "Mr Marlowe heckled Ms Hale at the concert."), nlp=nlp)
    missed = tellings.near_misses(made, actors.resolve(mentions.find_mentions(made), made))
    assert {m.reason for m in missed} == {"no word of a legislature stands in the text"}


def test_an_ejection_is_not_by_those_who_walk_out_over_it(nlp: Language) -> None:
    found, cast = told(nlp, "Mr Marlowe's ejection from the House prompted a walkout by Labour MPs.")
    assert [(t.type, names(cast, t.actors)) for t in found] == [("ejection", ["Speaker"]), ("walkout", ["Labour MPs"])]


def test_a_heckle_does_not_come_from_the_house_that_one_is_ejected_from(nlp: Language) -> None:
    found, cast = told(nlp, "Mr Marlowe was ejected from the House following a heckle.")
    assert [names(cast, t.actors) for t in found if t.type == "heckle"] in ([], [[]], [["Marlowe"]])


def test_without_a_legislature_nothing_is_told(nlp: Language) -> None:
    made = document.read_document(Article("a1", "Mr Marlowe heckled Ms Hale at the concert."), nlp=nlp)
    cast = actors.resolve(mentions.find_mentions(made), made)
    assert tellings.find_tellings(made, cast) == ((), cast)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr Marlowe heckled Ms Hale because it rained.", "Mr Marlowe heckled Ms Hale"),
        ("When it rained, Mr Marlowe was ejected from the House.", "Mr Marlowe was ejected from the House"),
    ],
)
def test_the_words_are_the_shortest_clause(nlp: Language, text: str, words: str) -> None:
    (telling,) = told(nlp, text)[0]
    assert telling.span.text == words
    assert (SITTING + text)[telling.span.start : telling.span.end] == words
    assert telling.span.start <= telling.at < telling.span.end


@pytest.mark.parametrize(
    ("text", "time_text", "date"),
    [
        ("On Tuesday Mr Marlowe heckled Ms Hale.", "On Tuesday", "2024-03-12"),
        ("Mr Marlowe heckled Ms Hale.", None, None),
    ],
)
def test_when_it_was(nlp: Language, text: str, time_text: str | None, date: str | None) -> None:
    (telling,) = told(nlp, text, "2024-03-13")[0]
    assert (telling.time_text, telling.date) == (time_text, date)


def test_the_day_of_the_sitting_is_that_of_its_acts(nlp: Language) -> None:
    found, _ = told(nlp, "On Tuesday the House sat.\nMr Marlowe heckled Ms Hale.", "2024-03-13")
    assert [(t.type, t.date) for t in found] == [("heckle", "2024-03-12")]


def test_the_quoted_words_of_an_act_are_kept(nlp: Language) -> None:
    (telling,) = told(nlp, '"You are a disgrace," Mr Marlowe shouted at Ms Hale.')[0]
    assert (telling.type, telling.quote) == ("heckle", "You are a disgrace,")


@pytest.mark.parametrize(
    ("text", "recap", "again"),
    [
        ("Mr Marlowe's ejection from the House angered Ms Hale.", True, False),
        ("Mr Marlowe launched another attack on Ms Hale.", False, True),
        ("Mr Marlowe launched an attack on Ms Hale.", False, False),
    ],
)
def test_how_a_passage_refers(nlp: Language, text: str, recap: bool, again: bool) -> None:
    (telling,) = told(nlp, text)[0]
    assert (telling.recap, telling.again) == (recap, again)


@pytest.mark.parametrize(
    ("text", "type", "whom"),
    [
        ('The Speaker warned Ann Lind.\n"Take your seat," said the Speaker.', "intervention", "Ann Lind"),
        ('The Speaker warned Ann Lind. Then came the boot.\n"Get out of this chamber!"', "ejection", "Ann Lind"),
        ('Ann Lind shouted on.\n"I name the member," the Speaker said.', "ejection", "Ann Lind"),
        ('"Ms Lind, withdraw that," the Speaker said.', "ruling", "Lind"),
    ],
)
def test_quoted_words_are_the_act_and_meet_whoever_the_chair_deals_with(nlp: Language, text: str, type: str, whom: str) -> None:
    read = document.read_document(Article("a", f"The House sat at two.\n{text}"), nlp=nlp)
    found, cast = tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))
    assert whom in {cast.get(id).name for t in found if t.type == type for id in t.targets}
