"""What politicians do elsewhere than in a sitting is no event, and what stands beside it in the same article still is."""

import pytest
from spacy.language import Language

from extract import extract
from extract.types import CORE_TYPES

CHAMBER = "The Speaker opened the sitting in the chamber and put the motion to the House."
HECKLED = "In the House on Tuesday Labour MPs jeered Mr Okoro as he spoke."


def core(nlp: Language, text: str) -> list[str]:
    return [e.type for e in extract(text, nlp=nlp).events if e.type in CORE_TYPES and e.status == "happened"]


@pytest.mark.parametrize(
    "passage",
    [
        "At the annual conference of the nurses' union in Bray, delegates heckled Mr Okoro and forty of them walked out.",
        "Mr Okoro was shouted down by farmers at the party conference in Leeds on Saturday.",
        "Ms Hale was ordered out of the disciplinary committee after she called Mr Quill a liar.",
        "In a television debate on Sunday night Ms Hale accused Mr Okoro of lying.",
        "On the campaign trail in Kisumu, Ms Hale branded Mr Okoro a coward.",
        "The judge had Mr Quill removed from the courtroom when he shouted at a witness in the high court.",
        "Shareholders booed Mr Okoro and walked out of the annual general meeting of Dunmore Dairies.",
        "Mr Okoro called Ms Hale a liar at an election rally in Mysore.",
    ],
)
def test_other_bodies_and_stages_are_no_sitting(nlp: Language, passage: str) -> None:
    assert core(nlp, f"{CHAMBER}\n\n{passage}") == []
    assert core(nlp, f"{CHAMBER}\n\n{passage}\n\n{HECKLED}") == ["heckle"]


@pytest.mark.parametrize(
    "passage",
    [
        "The Norwood Herald's political reporter Kim Lind said Ms Hale was a liar.",
        "Ms Hale is a coward, said Ridgeway Oil chief executive Tom Marlowe.",
        '"Ms Hale has betrayed us," said Tom Marlowe, an analyst in Nairobi.',
        "Commentator Kim Lind said Mr Okoro had lied.",
        "Economist Tom Marlowe accused Ms Hale of dishonesty.",
        "Lobbyist Kim Lind called Mr Okoro a fraud.",
    ],
)
def test_who_tells_or_judges_politics_has_no_voice_in_a_debate(nlp: Language, passage: str) -> None:
    assert core(nlp, f"{CHAMBER} {passage}") == []


@pytest.mark.parametrize(
    "passage",
    [
        "Former reporter Kim Lind MP said Ms Hale was a liar.",
        "Ms Lind, the party's housing spokeswoman, called Ms Hale a fraud.",
        "Opposition spokesman Tom Marlowe called Ms Hale a fraud.",
        "Ms Lind, a former columnist, called Ms Hale a fraud.",
    ],
)
def test_members_who_speak_for_a_party_or_were_reporters_have_one(nlp: Language, passage: str) -> None:
    assert core(nlp, f"{CHAMBER} {passage}") == ["attack"]


@pytest.mark.parametrize(
    "passage",
    [
        "In the resolution, Ms Hale accuses Mr Okoro of hiding the accounts.",
        "Ms Hale, in her letter, said Mr Okoro was a liar.",
        "In a phone call Ms Hale told Mr Okoro that he was a disgrace.",
        "Mr Okoro was branded a crook by Ms Hale in his book.",
        "In his column Mr Quill accused Ms Hale of cowardice.",
        "In her petition Ms Lind said the Speaker had lied.",
    ],
)
def test_what_is_written_is_not_said_on_the_floor(nlp: Language, passage: str) -> None:
    assert core(nlp, f"{CHAMBER} {passage}") == []


@pytest.mark.parametrize(
    "passage",
    [
        "Ms Hale was thrown out on five occasions, more than anybody else.",
        "Mr Okoro and Mr Quill were each marched out twice.",
        "Ms Lind has been ejected on more than one occasion.",
        'Members shout "Boring!" at opponents whom they would rather not hear.',
        "MPs jeer at ministers who cannot answer.",
        "Ms Hale was turfed out more than once.",
    ],
)
def test_a_tally_or_the_way_of_things_is_no_single_act(nlp: Language, passage: str) -> None:
    assert core(nlp, f"{CHAMBER} {passage}") == []


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("Ms Hale went to see the thriller Cursed at the old Regal.", []),
        ("His first novel, published as Walked Out, sold badly.", []),
        ("Quill, an unused substitute, was taken from the dug-out and spoken to by police.", []),
        ("Members filed a motion to oust Mr Okoro from his leadership post.", []),
        ("Mr Okoro was removed from the party leadership on Monday.", []),
        ("Mr Quill cursed Ms Hale as she spoke.", ["heckle"]),
        ("Mr Quill was taken out by two ushers.", ["ejection"]),
        ("Mr Okoro was removed from the chamber.", ["ejection"]),
    ],
)
def test_names_of_works_benches_and_posts_are_none_of_it(nlp: Language, passage: str, told: list[str]) -> None:
    assert [t for t in core(nlp, f"{CHAMBER} {passage}") if t != "no_confidence_request"] == told


LONG = " ".join(["The party wants new schools, more trains and a lower tax on bread, and costs it in spring."] * 14)


@pytest.mark.parametrize(
    "passage",
    [
        "Ms Hale, long of the backbenches, accused Mr Okoro of wasting money.",
        "Mr Quill called Ms Lind a fraud. He chairs a session on Friday.",
        "The chairman of the Greens, Mr Okoro, mocked Ms Hale.",
        "Ms Lind denounced Mr Quill before the debate on bread.",
        "Ms Hale accused Mr Okoro of dishonesty. Voters elect the senate in May.",
        "Mr Okoro said Ms Hale was a liar. His motion comes up in June.",
    ],
)
def test_a_sitting_named_in_passing_makes_no_attack_one_of_the_floor(nlp: Language, passage: str) -> None:
    assert core(nlp, f"{passage} {LONG}") == []
    assert core(nlp, f"{passage} {LONG} {HECKLED}")[-1:] == ["heckle"]
