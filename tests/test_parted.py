"""What small words part: a helper from its participle, an owner from a name, a doer from how long it took or from standing up."""

from __future__ import annotations

from random import Random

import pytest
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from extract.grammar.mends import retag
from extract.pieces import of
from extract.tree import Token
from tests.acts import acts

ROSE = ("point_of_order", ["Ada Moss"], ["Ben Lind"])
CRIED = ("heckle", ["Ada Moss"], ["Ben Lind"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Moss was on Thursday thrown out of the chamber.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
        ("Senator Ada Moss was on Tuesday suspended from the House for two weeks.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
        ("Ada Moss was last night named by the Speaker.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
        ("The opposition has on Tuesday walked out of the chamber.", ("walkout", ["opposition"], [])),
        ("Ada Moss had last week been suspended from the House.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
        ("Ada Moss was early on Tuesday morning carried out by police.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
        ("Senator Ada Moss was this afternoon warned by the Speaker.", ("intervention", ["Joan Quill"], ["Ada Moss"])),
        ("Ada Moss had that morning called Ben Lind a liar.", ("attack", ["Ada Moss"], ["Ben Lind"])),
        ("Ada Moss was in 2019 suspended from the House.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
    ],
)
def test_a_time_parts_no_helper_from_its_participle(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert acts(nlp, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss was on Monday in the chamber and heckled Ben Lind.",
        "Ada Moss was last week the guest of the House. On Tuesday she heckled Ben Lind.",
        "Ada Moss had last week a cold; on Tuesday she heckled Ben Lind.",
    ],
)
def test_a_time_after_a_verb_that_helps_nothing_stays_what_it_is(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == [CRIED]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Sinn Féin's Cathal Mac Giolla heckled Ben Lind.", "Cathal Mac Giolla", "Ben Lind"),
        ("Fianna Fáil's Mary Moss heckled Ben Lind.", "Mary Moss", "Ben Lind"),
        ("Ben Lind was heckled by the Democratic Alliance's Ann Okoro.", "Ann Okoro", "Ben Lind"),
        ("Ada Moss heckled the Bloc Québécois's Luc Roy.", "Ada Moss", "Luc Roy"),
    ],
)
def test_a_party_is_not_the_first_name_of_its_member(nlp: Language, text: str, who: str, whom: str) -> None:
    assert acts(nlp, text) == [("heckle", [who], [whom])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It took Ada Moss three minutes to call Ben Lind a liar.", ("attack", ["Ada Moss"], ["Ben Lind"])),
        ("It took the Speaker less than an hour to throw out Ben Lind.", ("ejection", ["Joan Quill"], ["Ben Lind"])),
        ("It took Ada Moss four minutes to get herself kicked out of the House.", ("ejection", ["Joan Quill"], ["Ada Moss"])),
        ("It took Ada Moss two questions to lose her temper and call Ben Lind a liar.", ("attack", ["Ada Moss"], ["Ben Lind"])),
        ("It took four guards to carry Ben Lind out.", ("ejection", ["Joan Quill"], ["Ben Lind"])),
    ],
)
def test_what_took_somebody_so_long_was_done(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert acts(nlp, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "It will take the House two days to suspend Ben Lind.",
        "It would take Ada Moss three minutes to call Ben Lind a liar.",
        "It took Ada Moss two hours to leave.",
    ],
)
def test_what_will_take_so_long_is_not_done(nlp: Language, text: str) -> None:
    assert [told for told in acts(nlp, text) if told[0] in {"ejection", "attack", "walkout"}] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ben Lind was speaking when Ada Moss was on her feet with a point of order.", ROSE),
        ("Ben Lind had barely begun when Ada Moss was up on a point of order.", ROSE),
        ("Ben Lind was one sentence into his answer when Ada Moss was up on a point of order.", ROSE),
        ("Ben Lind had scarcely started when Ada Moss was on her feet with a point of order.", ROSE),
        ('Ben Lind was still talking when Ada Moss was on her feet shouting "Shame!"', CRIED),
        ('Ada Moss was on her feet within seconds, shouting "Shame!" at Ben Lind.', CRIED),
        ('Ada Moss was out of her seat, pointing at Ben Lind and yelling "Liar!"', CRIED),
        ("Two minutes into Ben Lind's speech, Ada Moss rose on a point of order.", ROSE),
        ('Barely five minutes into Ben Lind\'s answer, Ada Moss yelled "Rubbish!"', CRIED),
    ],
)
def test_who_was_on_their_feet_did_what_is_said_with_it(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert acts(nlp, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss was on her feet when the bells rang.",
        "Ada Moss, who was on her feet, likes reading, shouting and cooking.",
        "Ben Lind had barely begun when Ada Moss was out of the building.",
    ],
)
def test_being_on_ones_feet_alone_is_nothing(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Moss walked out and took the Labour benches with her.", ("walkout", ["Ada Moss", "Labour benches"], [])),
        ("Ada Moss stormed out of the chamber, taking the Greens with her.", ("walkout", ["Ada Moss", "Greens"], [])),
        ("Ada Moss walked out and slammed the door.", ("walkout", ["Ada Moss"], [])),
    ],
)
def test_whom_one_takes_along_walks_out_too(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert acts(nlp, text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Parliament's last session suspended Ada Moss for a week.", ("ejection", ["Parliament"], ["Ada Moss"])),
        ("The council's Monday session threw out Ada Moss.", ("ejection", ["council"], ["Ada Moss"])),
    ],
)
def test_the_s_of_an_owner_helps_no_participle(nlp: Language, text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert acts(nlp, text) == [told]


def test_no_tree_becomes_a_ring(nlp: Language) -> None:
    """However a parser may hang it: words of time are hung on the participle, and nothing above that below it."""
    words = "Moss was on Tuesday night suspended from House".split()
    chance = Random(7)
    for _ in range(400):
        order = chance.sample(range(len(words)), len(words))  # each hangs on one before it: one root, and no ring
        heads = {word: order[chance.randrange(n)] if n else word for n, word in enumerate(order)}
        parsed = SpacyDoc(
            nlp.vocab,
            words=words,
            heads=[heads[n] for n in range(len(words))],
            deps=["ROOT" if heads[n] == n else dep for n, dep in enumerate("nsubj aux case nmod obl acl case obl".split())],
            tags="NNP VBD IN NNP NN VBN IN NNP".split(),
            pos="PROPN AUX ADP PROPN NOUN VERB ADP PROPN".split(),
            lemmas="Moss be on Tuesday night suspend from House".split(),
        )
        doc = of(parsed)
        retag(doc)
        assert all(_ends(token) for token in doc), heads


def _ends(token: Token) -> bool:
    """Whether a way up a tree ends at a root."""
    for _ in range(len(token.doc)):
        token = token.head
    return token.head is token
