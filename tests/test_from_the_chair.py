"""What comes from the chair: who has it, what the House then decides, and near misses of both."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

Told = tuple[str, list[str], list[str]]


def told(nlp: Language, text: str) -> list[Told]:
    story = extract(text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    done = (e for e in story.events if e.status == "happened")
    return [(e.type, [names[a] for a in e.actors], [names[t] for t in e.targets]) for e in done]


def of(nlp: Language, text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    return [(who, whom) for type, who, whom in told(nlp, text) if type == kind]


@pytest.mark.parametrize(
    "words",
    [
        "The health committee met. MLA Rosa Quint of the Green Party, who chairs the panel, told Mr Ferrar to sit down.",
        "The council met. The session, chaired by Cllr Rosa Quint, began late. Quint warned Mr Ferrar.",
        "The council met. With Deputy Leader Rosa Quint in the chair, tempers frayed. Quint warned Mr Ferrar.",
        "The Senate committee met. Committee chair Senator Rosa Quint told Senator Ferrar to lower his voice.",
        "The council met. Council speaker Councillor Rosa Quint warned Mr Ferrar.",
        "The council met. Convener Rosa Quint told Mr Ferrar to sit down.",
        "The assembly met. Assembly president Rosa Quint cut off Mr Ferrar.",
        "The committee met. The committee's co-chair, Rep. Rosa Quint, told Mr Ferrar to keep to the bill.",
        "The house met. Rosa Quint, who was presiding, told Mr Ferrar to calm down.",
    ],
)
def test_who_is_said_to_preside_calls_to_order(nlp: Language, words: str) -> None:
    assert of(nlp, words, "intervention") == [(["Rosa Quint"], ["Ferrar"])]


@pytest.mark.parametrize(
    "words",
    [
        "The council met. Cllr Rosa Quint, who chairs a charity, told Mr Ferrar to sit down.",
        "Parliament met. President Rosa Quint told Mr Ferrar to sit down.",
        "Parliament met. Rosa Quint, who heads the opposition, told Mr Ferrar to calm down.",
        "The council met. Rosa Quint, a member of the board headed by Ann Lund, told Mr Ferrar to sit down.",
    ],
)
def test_who_chairs_something_else_calls_nobody_to_order(nlp: Language, words: str) -> None:
    assert not of(nlp, words, "intervention")


def test_the_president_of_a_legislative_council_who_acts_like_it_presides(nlp: Language) -> None:
    words = "The Legislative Council met. President Rosa Quint asked Ms Moss to withdraw."
    assert of(nlp, words, "ruling") == [(["Rosa Quint"], ["Moss"])]


NAMED = "The House met at two. Mr Ferrar was named by the Speaker. "


@pytest.mark.parametrize(
    "words",
    ["The budget was carried by 28 votes to 24.", "The bid to unseat her came to nothing.", "The vote was expected on Friday."],
)
def test_other_votes_are_not(nlp: Language, words: str) -> None:
    assert ["House"] not in [who for who, _ in of(nlp, NAMED + words, "decision")]


@pytest.mark.parametrize(
    "words",
    [
        "The House voted 61-30 to table the appeal.",
        "The House then agreed to cut off debate.",
        "The House decided to move into closed session.",
        "The House resolved to strike his words from the record.",
        "The House voted to limit debate to an hour.",
    ],
)
def test_the_house_decides_how_to_go_on(nlp: Language, words: str) -> None:
    assert of(nlp, NAMED + words, "decision") == [(["House"], [])]


def test_a_vote_that_the_chair_declares_is_no_ruling(nlp: Language) -> None:
    kinds = [kind for kind, _, _ in told(nlp, NAMED + "The Speaker ruled that the nays had it.")]
    assert kinds == ["ejection", "decision"]


@pytest.mark.parametrize(
    "words",
    [
        "The Speaker announced that Ms Moss would be suspended for a week.",
        "The Speaker declared that Ms Moss would be excluded from the House for fifteen days.",
        "The Speaker ruled that Ms Moss was to be ejected.",
    ],
)
def test_what_the_chair_announces_it_does(nlp: Language, words: str) -> None:
    assert (["Speaker"], ["Moss"]) in of(nlp, "The House met at two. Ms Moss shouted. " + words, "ejection")


@pytest.mark.parametrize(
    "words",
    [
        "The Speaker announced that Ms Moss would be suspended if she went on.",
        "The Speaker warned that Ms Moss would be suspended for a week.",
        "Mr Ferrar announced that Ms Moss would be excluded from the club.",
    ],
)
def test_what_it_only_warns_of_it_does_not(nlp: Language, words: str) -> None:
    assert not of(nlp, "The House met at two. Ms Moss shouted. " + words, "ejection")


@pytest.mark.parametrize(
    "words",
    ["Labour MPs booed the order.", "Labour MPs jeered at the ruling.", "The decision was hissed by Labour MPs."],
)
def test_noise_at_what_was_decided_is_an_objection(nlp: Language, words: str) -> None:
    kinds = [(kind, who) for kind, who, _ in told(nlp, NAMED + words)]
    assert kinds[1:] == [("objection", ["Labour MPs"])]


def test_noise_at_who_speaks_is_none(nlp: Language) -> None:
    assert of(nlp, NAMED + "Labour MPs booed Ms Moss as she spoke.", "heckle") == [(["Labour MPs"], ["Moss"])]


@pytest.mark.parametrize(
    "words",
    ["The Speaker asked them not to.", "The Speaker told them to take a breath.", "The Speaker begged them to cut it out."],
)
def test_what_the_chair_asks_for_is_quiet(nlp: Language, words: str) -> None:
    assert of(nlp, "The House met at two. Labour MPs jeered Ms Moss. " + words, "intervention")


def test_out_of_order_is_not_out(nlp: Language) -> None:
    assert not of(nlp, 'The House met. Ms Moss rose. "You\'re out of order, member," the Speaker replied.', "ejection")


@pytest.mark.parametrize(
    "cry",
    [
        '"Out! Out!"',
        '"Apologise!"',
        '"Liar! Liar! Go home!"',
        '"Take it back!"',
        '"Shame! Shame!"',
    ],
)
def test_cries_at_a_member_are_aimed_at_him_however_many_there_are(nlp: Language, cry: str) -> None:
    words = f"The House met at two. Labour MPs yelled {cry} at Tom Marlowe."
    assert told(nlp, words) == [("heckle", ["Labour MPs"], ["Tom Marlowe"])]


@pytest.mark.parametrize("cry", ['"Let her speak!"', '"Withdraw!"', '"Order! Order!"'])
def test_cries_for_the_chair_to_see_to_it_are_objections(nlp: Language, cry: str) -> None:
    assert [kind for kind, _, _ in told(nlp, f"The House met at two. Labour MPs yelled {cry}")] == ["objection"]


def test_who_is_named_after_other_sentences_was_not_cried_at(nlp: Language) -> None:
    words = 'The House met at two. Labour MPs yelled "Shame! Shame!" They left. Later Tom Marlowe laughed at Ann Hale.'
    assert ("heckle", ["Labour MPs"], []) in told(nlp, words)


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Opposition leader in the upper house Bridget Vance", "Bridget Vance"),
        ("Labour leader in the Senate Penny Ross", "Penny Ross"),
        ("Government whip in the lower house Tom Brand", "Tom Brand"),
        ("Majority leader in the state senate Ed Lund", "Ed Lund"),
        ("Minority leader of the House Ann Hale", "Ann Hale"),
    ],
)
def test_an_office_in_a_house_is_held_by_who_stands_behind_it(nlp: Language, who: str, name: str) -> None:
    words = f"Parliament met at two. {who} raised a point of order."
    assert [whose for whose, _ in of(nlp, words, "point_of_order")] == [[name]]


def test_a_house_in_which_others_sit_is_no_office(nlp: Language) -> None:
    assert not of(nlp, "Parliament met at two. Members in the House Ann Hale called rude left for lunch.", "walkout")
