"""One act in every construction of English: whoever does and suffers it is found, whatever the grammar of the sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, mentions, tellings
from extract.types import Article

EJECTED = """
The Speaker ejected Tom Marlowe.
The Speaker had ejected Tom Marlowe.
Tom Marlowe was ejected.
Tom Marlowe got ejected.
Tom Marlowe was being ejected when the bells rang.
Tom Marlowe, ejected by the Speaker, said nothing.
Ejected by the Speaker, Tom Marlowe went home.
Ejected from the House for shouting, Tom Marlowe went home.
Having been ejected, Tom Marlowe went home.
Tom Marlowe went home after being ejected from the House.
Tom Marlowe, who was ejected, went home.
Tom Marlowe, whom the Speaker ejected, went home.
The Speaker, who ejected Tom Marlowe, was calm.
After ejecting Tom Marlowe, the Speaker went on.
The Speaker lost patience, ejecting Tom Marlowe.
The Speaker warned Ann Hale and then ejected Tom Marlowe.
The Speaker was forced to eject Tom Marlowe.
The Speaker did not hesitate to eject Tom Marlowe.
Tom Marlowe's ejection angered Labour.
The ejection of Tom Marlowe by the Speaker angered Labour.
Labour was angered by the ejection of Tom Marlowe.
There was uproar over the ejection of Tom Marlowe.
It was the Speaker who ejected Tom Marlowe.
It was Tom Marlowe who was ejected.
Also ejected was Tom Marlowe.
Among those ejected was Tom Marlowe.
The MP ejected was Tom Marlowe.
Tom Marlowe became the second MP to be ejected.
With Tom Marlowe ejected, the debate went on.
The shouting ended with Tom Marlowe being ejected.
The Speaker had Tom Marlowe ejected.
Tom Marlowe saw himself ejected by the Speaker.
Shouting got Tom Marlowe ejected.
Tom Marlowe ended up ejected from the House.
Tom Marlowe was first warned, then ejected.
The Speaker responded by ejecting Tom Marlowe.
Speaker ejects Tom Marlowe after shouting match
Tom Marlowe ejected from House after shouting match
Tom Marlowe was ejected at the hands of the Speaker.
Tom Marlowe's ejection at the hands of the Speaker angered Labour.
""".strip().splitlines()
POINTS = """
Tom Marlowe raised a point of order.
On a point of order, Tom Marlowe asked for calm.
Tom Marlowe, on a point of order, asked for calm.
Rising on a point of order, Tom Marlowe asked for calm.
A point of order was raised by Tom Marlowe.
There was a point of order from Tom Marlowe.
Tom Marlowe was on his feet with a point of order.
Up rose Tom Marlowe on a point of order.
Next came Tom Marlowe with a point of order.
""".strip().splitlines()
HECKLED = """
Tom Marlowe shouted at Ann Hale.
Ann Hale was shouted at by Tom Marlowe.
Shouting at Ann Hale, Tom Marlowe rose.
Tom Marlowe rose, shouting at Ann Hale.
Tom Marlowe kept shouting at Ann Hale.
Tom Marlowe, heckling Ann Hale, was warned.
Ann Hale, heckled by Tom Marlowe, went on.
Ann Hale faced heckling from Tom Marlowe.
Ann Hale spoke amid heckling from Tom Marlowe.
Ann Hale's speech was interrupted by Tom Marlowe.
The Speaker warned Tom Marlowe for shouting at Ann Hale.
Tom Marlowe was ejected after shouting at Ann Hale.
""".strip().splitlines()


def told(nlp: Language, text: str, type: str) -> list[tuple[list[str], list[str], str]]:
    read = document.read_document(Article("a", f"The Speaker took the chair in Parliament at two.\n{text}"), nlp=nlp)
    found, cast = tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))
    return [
        ([cast.get(a).name for a in t.actors], [cast.get(a).name for a in t.targets], t.status) for t in found if t.type == type
    ]


@pytest.mark.parametrize("text", EJECTED)
def test_an_ejection_in_every_voice(nlp: Language, text: str) -> None:
    assert told(nlp, text, "ejection") == [(["Speaker"], ["Tom Marlowe"], "happened")]


@pytest.mark.parametrize("text", POINTS)
def test_a_point_of_order_whatever_carries_it(nlp: Language, text: str) -> None:
    assert [(who, status) for who, _, status in told(nlp, text, "point_of_order")] == [(["Tom Marlowe"], "happened")]


@pytest.mark.parametrize("text", HECKLED)
def test_a_heckle_in_every_voice(nlp: Language, text: str) -> None:
    assert told(nlp, text, "heckle") == [(["Tom Marlowe"], ["Ann Hale"], "happened")]


JEERED = """
Labour MPs jeered as Ann Hale spoke.
"Shame!" cried Labour MPs as Ann Hale spoke.
Ann Hale rose to jeers from Labour MPs.
Labour MPs greeted Ann Hale with jeers.
Ann Hale faced jeers from Labour MPs.
Ann Hale has faced shouts of "resign" from Labour MPs.
""".strip().splitlines()


@pytest.mark.parametrize("text", JEERED)
def test_a_cry_is_aimed_at_whoever_is_shown_to_speak(nlp: Language, text: str) -> None:
    assert told(nlp, text, "heckle") == [(["Labour MPs"], ["Ann Hale"], "happened")]


@pytest.mark.parametrize(
    "text",
    [
        'While Ann Hale was speaking, Tom Marlowe could be heard yelling, "Where is your plan?"',
        'As Ann Hale spoke, Tom Marlowe could clearly be heard shouting "Rubbish!"',
        'As Ann Hale gathered her papers, Tom Marlowe was heard shouting "Bon voyage!"',
        'Tom Marlowe rushed to the well shouting "Shame, shame" at Ann Hale.',
        "Tom Marlowe ran into the aisle yelling at Ann Hale.",
        "Tom Marlowe, whose brother was killed in 2014, stood at his desk and yelled at Ann Hale.",
    ],
)
def test_what_parsers_hang_elsewhere_is_a_heckle_all_the_same(nlp: Language, text: str) -> None:
    assert told(nlp, text, "heckle") == [(["Tom Marlowe"], ["Ann Hale"], "happened")]


SUFFERED = """
Ann Hale endured jeers at the hands of Labour MPs.
Ann Hale was subjected to a torrent of abuse by Labour MPs.
Ann Hale was exposed to jeers from Labour MPs.
""".strip().splitlines()


@pytest.mark.parametrize("text", SUFFERED)
def test_a_heckle_told_from_the_side_of_whoever_suffers_it(nlp: Language, text: str) -> None:
    assert told(nlp, text, "heckle") == [(["Labour MPs"], ["Ann Hale"], "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale suffered insults at the hands of Labour MPs.",
        "Ann Hale came under attack from Labour MPs during the debate.",
        "Labour MPs lashed out at Ann Hale during question time.",
    ],
)
def test_an_attack_told_from_the_side_of_whoever_suffers_it(nlp: Language, text: str) -> None:
    assert told(nlp, text, "attack") == [(["Labour MPs"], ["Ann Hale"], "happened")]


STUNG = """
Tom Marlowe told Ann Hale that she was a hooligan.
Tom Marlowe told Ann Hale that she was a grub.
Tom Marlowe said that Ann Hale had no shame.
Tom Marlowe said that Ann Hale had no spine.
Tom Marlowe declared that Ann Hale was not fit to be minister.
Tom Marlowe claimed that Ann Hale could not be trusted.
Tom Marlowe told Ann Hale that she did not have a clue.
""".strip().splitlines()


@pytest.mark.parametrize("text", STUNG)
def test_an_insult_whatever_denies_or_hangs_it(nlp: Language, text: str) -> None:
    assert told(nlp, text, "attack") == [(["Tom Marlowe"], ["Ann Hale"], "happened")]


KIND = """
Tom Marlowe told Ann Hale that she was a hero.
Tom Marlowe said that Ann Hale had no rival.
Tom Marlowe said that Ann Hale had never lied.
Tom Marlowe told Ann Hale that there was no disgrace in losing.
Tom Marlowe told Ann Hale, the member that he sat beside, the time.
""".strip().splitlines()


@pytest.mark.parametrize("text", KIND)
def test_a_denial_by_itself_is_no_insult(nlp: Language, text: str) -> None:
    assert told(nlp, text, "attack") == []


@pytest.mark.parametrize("text", ["Ann Hale did not face jeers from Labour MPs.", "Ann Hale will face jeers from Labour MPs."])
def test_a_noise_not_faced_has_not_happened(nlp: Language, text: str) -> None:
    assert "happened" not in [status for _, _, status in told(nlp, text, "heckle")]
