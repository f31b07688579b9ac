"""Whether it happened, and on whose word: each sentence with the status (None: not told at all) or with the claimant."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import actors, document, extract, mentions, tellings
from extract.types import Article

SITTING = "The Speaker took the chair in Parliament at two.\n"

NEGATED = [
    ("Mr Marlowe did not heckle Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe never walked out of the chamber.", "walkout", "denied"),
    ("Not one opposition MP walked out of the chamber.", "walkout", "denied"),
    ("Neither Mr Marlowe nor Ms Hale was ejected from the House.", "ejection", "denied"),
    ("Nor was Mr Marlowe ejected from the House.", "ejection", "denied"),
    ("At no point did Mr Marlowe heckle Ms Hale.", "heckle", "denied"),
    ("Under no circumstances was Mr Marlowe thrown out of the House.", "ejection", "denied"),
    ("Mr Marlowe sat through it without heckling Ms Hale.", "heckle", "denied"),
    ("The day passed without a walkout by the Greens.", "walkout", "denied"),
    ("There was no walkout by Labour MPs.", "walkout", "denied"),
    ("There were no points of order from the opposition.", "point_of_order", "denied"),
    ("The Speaker stopped short of naming Mr Marlowe.", "ejection", "denied"),
    ("The Speaker stopped short of ejecting Mr Marlowe from the House.", "ejection", "denied"),
    ("The Speaker fell short of ejecting Mr Marlowe from the House.", "ejection", "denied"),
    ("Far from ejecting Mr Marlowe from the House, the Speaker thanked him.", "ejection", "denied"),
    ("Rather than walk out of the chamber, Labour MPs stayed to vote.", "walkout", "denied"),
    ("Instead of walking out of the chamber, Labour MPs stayed to vote.", "walkout", "denied"),
    ("The Speaker refused to eject Mr Marlowe from the House.", "ejection", "denied"),
    ("The Speaker declined to throw Mr Marlowe out of the chamber.", "ejection", "denied"),
    ("Ms Hale thought better of raising a point of order.", "point_of_order", "denied"),
    ("Labour MPs decided against walking out of the chamber.", "walkout", "denied"),
    ("Mr Marlowe resisted the temptation to heckle Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe refrained from heckling Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe narrowly escaped being thrown out of the chamber.", "ejection", "denied"),
    ("Mr Marlowe narrowly avoided ejection from the House.", "ejection", "denied"),
    ("Mr Marlowe was spared ejection from the House.", "ejection", "denied"),
    ("Mr Marlowe was almost ejected from the House.", "ejection", "denied"),
    ("Mr Marlowe was nearly thrown out of the chamber.", "ejection", "denied"),
    ("The Speaker has yet to eject Mr Marlowe from the House.", "ejection", "denied"),
    ("Mr Marlowe is yet to apologise for the remark.", "withdrawal", "denied"),
    ("Mr Marlowe would not withdraw the remark.", "withdrawal", "denied"),
    ("Mr Marlowe wouldn't apologise for the remark.", "withdrawal", "denied"),
    ("Mr Marlowe refused to withdraw the remark.", "withdrawal", "denied"),
    ("Mr Marlowe refused point-blank to apologise for the remark.", "withdrawal", "denied"),
    ("Mr Marlowe has never apologised for the remark.", "withdrawal", "denied"),
    ("Mr Marlowe failed to withdraw the remark.", "withdrawal", "denied"),
    ("Mr Marlowe sat down without withdrawing the remark.", "withdrawal", "denied"),
    ("Mr Marlowe was hardly heckled by the opposition.", "heckle", "denied"),
    ("It is not true that Mr Marlowe was thrown out of the House.", "ejection", "denied"),
    ("It was not Mr Marlowe who heckled Ms Hale.", "heckle", "denied"),
]

NOBODY = [
    ("Nobody walked out of the chamber.", "walkout"),
    ("No one was thrown out of the House.", "ejection"),
    ("No Labour MP walked out of the chamber.", "walkout"),
    ("None of the Green MPs walked out of the chamber.", "walkout"),
    ("Neither of the two MPs walked out of the chamber.", "walkout"),
    ("Few expected trouble, and no member was ejected from the House.", "ejection"),
    ("Mr Marlowe came within a whisker of being thrown out of the chamber.", "ejection"),
    ("Mr Marlowe came close to being ejected from the House.", "ejection"),
    ("Not a single member walked out of the chamber.", "walkout"),
    ("Hardly a member stirred, and no one raised a point of order.", "point_of_order"),
    ("Nothing was thrown and nobody was ejected from the House.", "ejection"),
]

DENIALS = [
    ("Mr Marlowe denied heckling Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe denied that he had heckled Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe denied having heckled Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe rejected claims that he had heckled Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe dismissed suggestions that he had accused Ms Hale of lying.", "attack", "denied"),
    ("Mr Marlowe insisted he had not heckled Ms Hale.", "heckle", "denied"),
    ("Mr Marlowe said he never heckled Ms Hale.", "heckle", "denied"),
]

AFFIRMED = [
    ("Each time Ms Hale rose to answer, Mr Marlowe heckled Ms Hale.", "heckle", "happened"),
    ("Mr Marlowe often heckled Ms Hale as she spoke.", "heckle", "happened"),
    ("Mr Marlowe took the chance to accuse Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe seized the moment to accuse Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe was the first to walk out of the chamber.", "walkout", "happened"),
    ("Mr Marlowe's ejection did not surprise Ms Hale.", "ejection", "happened"),
    ("The Speaker did not regret Mr Marlowe's ejection from the House.", "ejection", "happened"),
    ("Mr Marlowe is said to have heckled Ms Hale.", "heckle", "happened"),
    ("Mr Marlowe allegedly heckled Ms Hale.", "heckle", "happened"),
    ("Mr Marlowe is supposed to have heckled Ms Hale.", "heckle", "happened"),
    ("Mr Marlowe did not deny that he had heckled Ms Hale.", "heckle", "happened"),
    ("No sooner had Mr Marlowe been thrown out of the House than Ms Hale rose.", "ejection", "happened"),
    ("Not only did Mr Marlowe heckle Ms Hale, he laughed.", "heckle", "happened"),
    ("Mr Marlowe not only heckled Ms Hale but laughed at her.", "heckle", "happened"),
    ("Mr Marlowe could not resist accusing Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe could not help heckling Ms Hale.", "heckle", "happened"),
    ("Mr Marlowe did not hesitate to accuse Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe wasted no time in accusing Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe lost no time in raising a point of order.", "point_of_order", "happened"),
    ("It was not until four o'clock that Mr Marlowe was thrown out of the House.", "ejection", "happened"),
    ("Not until four o'clock was Mr Marlowe thrown out of the House.", "ejection", "happened"),
    ("Never before had a Speaker been heckled like this: Mr Marlowe heckled Ms Hale for an hour.", "heckle", "happened"),
    ("The Speaker managed to eject Mr Marlowe from the House.", "ejection", "happened"),
    ("The Speaker was forced to eject Mr Marlowe from the House.", "ejection", "happened"),
    ("The Speaker had no choice but to eject Mr Marlowe from the House.", "ejection", "happened"),
    ("The Speaker had little option but to throw Mr Marlowe out of the chamber.", "ejection", "happened"),
    ("The Speaker went on to eject Mr Marlowe from the House.", "ejection", "happened"),
    ("Ms Hale sought to move on, but was heckled by Mr Marlowe.", "heckle", "happened"),
    ("Mr Marlowe succeeded in raising a point of order.", "point_of_order", "happened"),
    ("Mr Marlowe rose to accuse Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe used his speech to accuse Ms Hale of lying.", "attack", "happened"),
    ("Mr Marlowe decided he had heard enough and walked out of the chamber.", "walkout", "happened"),
    ("Mr Marlowe chose to walk out of the chamber.", "walkout", "happened"),
    ("Labour MPs would later walk out of the chamber.", "walkout", "happened"),
    ("Mr Marlowe was to be thrown out of the House an hour later.", "ejection", "happened"),
    ("Mr Marlowe would go on to be ejected from the House.", "ejection", "happened"),
    ("Mr Marlowe, who would not stop shouting, was thrown out of the House.", "ejection", "happened"),
    ("Mr Marlowe did not like it and walked out of the chamber.", "walkout", "happened"),
    ("Mr Marlowe did not withdraw and was ejected from the House.", "ejection", "happened"),
    ("Mr Marlowe walked out of the chamber, not waiting for the vote.", "walkout", "happened"),
    ("Mr Marlowe did more than heckle Ms Hale.", "heckle", "happened"),
    ("Not content with heckling Ms Hale, Mr Marlowe threw a book.", "heckle", "happened"),
    ("Nothing stopped Labour MPs from walking out of the chamber.", "walkout", "happened"),
]

PLANNED = [
    ("Mr Marlowe's ejection from the House will be debated on Monday.", "ejection", "happened"),
    ("There were calls for the ejection of Mr Marlowe from the House.", "ejection", "planned"),
    ("Talk of a walkout by Labour MPs filled the lobby.", "walkout", "planned"),
    ("The Speaker threatened to eject Mr Marlowe from the House.", "ejection", "planned"),
    ("The Speaker threatened Mr Marlowe with ejection from the House.", "ejection", "planned"),
    ("The Speaker warned Mr Marlowe that he would be ejected from the House.", "ejection", "planned"),
    ("The Speaker warned that Mr Marlowe would be thrown out of the chamber.", "ejection", "planned"),
    ("The Speaker was about to eject Mr Marlowe from the House.", "ejection", "planned"),
    ("Labour MPs plan to walk out of the chamber.", "walkout", "planned"),
    ("Labour MPs are planning a walkout.", "walkout", "planned"),
    ("Labour MPs threatened a walkout.", "walkout", "planned"),
    ("Labour MPs will walk out of the chamber on Thursday.", "walkout", "planned"),
    ("Labour MPs are going to walk out of the chamber.", "walkout", "planned"),
    ("Labour MPs vowed to walk out of the chamber.", "walkout", "planned"),
    ("Labour MPs are set to walk out of the chamber.", "walkout", "planned"),
    ("Labour MPs are expected to walk out of the chamber.", "walkout", "planned"),
    ("Labour MPs are preparing to walk out of the chamber.", "walkout", "planned"),
    ("Ms Hale intends to move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Ms Hale will move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Ms Hale said she would move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Ms Hale wants to move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Ms Hale is considering moving a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Ms Hale announced plans to move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Ms Hale is ready to move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Labour is due to move a motion of no confidence in the Speaker.", "no_confidence_request", "planned"),
    ("Mr Marlowe faces ejection from the House.", "ejection", "planned"),
    ("Mr Marlowe risks being thrown out of the House.", "ejection", "planned"),
    ("Ms Hale urged Labour MPs to walk out of the chamber.", "walkout", "planned"),
    ("Ms Hale called for Mr Marlowe to be thrown out of the House.", "ejection", "planned"),
    ("Ms Hale demanded that Mr Marlowe be ejected from the House.", "ejection", "planned"),
    ("Ms Hale wanted Mr Marlowe thrown out of the House.", "ejection", "planned"),
    ("The Speaker tried to eject Mr Marlowe from the House.", "ejection", "planned"),
    ("The Speaker tried in vain to have Mr Marlowe removed from the chamber.", "ejection", "planned"),
    ("The Speaker attempted to eject Mr Marlowe from the House but failed.", "ejection", "planned"),
    ("An attempt to eject Mr Marlowe from the House failed.", "ejection", "planned"),
    ("A bid to throw Mr Marlowe out of the House came to nothing.", "ejection", "planned"),
    ("Mr Marlowe is to be ejected from the House.", "ejection", "planned"),
]

HYPOTHETICAL = [
    ("Mr Marlowe would be ejected from the House.", "ejection", "hypothetical"),
    ("Mr Marlowe could have been ejected from the House.", "ejection", "hypothetical"),
    ("Mr Marlowe should be thrown out of the House.", "ejection", "hypothetical"),
    ("Mr Marlowe ought to have been thrown out of the House.", "ejection", "hypothetical"),
    ("Mr Marlowe might be ejected from the House.", "ejection", "hypothetical"),
    ("Labour MPs may walk out of the chamber.", "walkout", "hypothetical"),
    ("Had Mr Marlowe been ejected from the House, nobody would have minded.", "ejection", "hypothetical"),
    ("Had the Speaker ejected Mr Marlowe from the House, Labour would have cheered.", "ejection", "hypothetical"),
    ("If the Speaker had ejected Mr Marlowe from the House, Labour would have cheered.", "ejection", "hypothetical"),
    ("Were Labour MPs to walk out of the chamber, the vote would fall.", "walkout", "hypothetical"),
    ("Should Labour MPs walk out of the chamber, the vote would fall.", "walkout", "hypothetical"),
    ("Unless Mr Marlowe is ejected from the House, the debate cannot go on.", "ejection", "hypothetical"),
    ("Ms Hale asked whether Mr Marlowe had been ejected from the House.", "ejection", "hypothetical"),
    ("In the event that Mr Marlowe is ejected from the House, Labour will vote.", "ejection", "hypothetical"),
    ("Any member ejected from the House would lose a day's pay.", "ejection", None),
    ("Perhaps Mr Marlowe was ejected from the House.", "ejection", "hypothetical"),
    ("But for a late apology, Mr Marlowe would have been ejected from the House.", "ejection", "hypothetical"),
    ("But for the vote, Labour MPs would have walked out of the chamber.", "walkout", "hypothetical"),
    ("It is unclear whether Mr Marlowe walked out of the chamber.", "walkout", "hypothetical"),
    ("If Mr Marlowe had heckled Ms Hale, nobody would have heard.", "heckle", None),
    ("Had Mr Marlowe heckled Ms Hale, nobody would have heard.", "heckle", None),
    ("Mr Marlowe might have heckled Ms Hale.", "heckle", None),
    ("Mr Marlowe behaved as if the Speaker had ejected him from the House.", "ejection", "hypothetical"),
    ("Will Mr Marlowe be ejected from the House?", "ejection", "planned"),
    ("Was Mr Marlowe ejected from the House?", "ejection", "hypothetical"),
]

HABITS = [
    ("Mr Marlowe often heckles the Speaker.", "heckle", None),
    ("Mr Marlowe has often heckled the Speaker.", "heckle", None),
    ("Anyone caught shouting is thrown out of the chamber.", "ejection", None),
    ("The Speaker has the power to suspend a member from the House for five days.", "ejection", None),
    ("An MP who ignores an order can be named.", "ejection", None),
    ("A member who refuses to leave is ejected from the House.", "ejection", None),
    ("The Speaker can throw out a member for a day.", "ejection", None),
    ("Mr Marlowe often heckles Ms Hale.", "heckle", None),
    ("Mr Marlowe regularly heckled Ms Hale.", "heckle", None),
    ("Labour MPs have walked out of the chamber so often that nobody notices.", "walkout", None),
    ("Throughout the fortnight Mr Marlowe heckled Ms Hale.", "heckle", None),
    ("Each time Ms Hale answered, Mr Marlowe was ejected from the House.", "ejection", None),
    ("Whenever Ms Hale speaks, Labour MPs walk out of the chamber.", "walkout", None),
    ("Mr Marlowe is known for heckling Ms Hale.", "heckle", None),
    ("Mr Marlowe used to heckle Ms Hale.", "heckle", None),
    ("Mr Marlowe has a habit of walking out of the chamber.", "walkout", None),
    ("Mr Marlowe is notorious for heckling Ms Hale.", "heckle", None),
    ("Mr Marlowe tends to heckle Ms Hale.", "heckle", None),
    ("Mr Marlowe has a reputation for heckling Ms Hale.", "heckle", None),
    ("For years Mr Marlowe has heckled Ms Hale.", "heckle", None),
    ("Every week Labour MPs walk out of the chamber.", "walkout", None),
    ("Mr Marlowe has been ejected from the House eleven times this year.", "ejection", None),
    ("Over the past month Labour MPs have walked out of the chamber twice.", "walkout", None),
    ("Labour MPs traditionally walk out of the chamber on budget day.", "walkout", None),
    ("A member may raise a point of order at any time.", "point_of_order", None),
    ("Mr Marlowe and Ms Hale had clashed before, and he had heckled her many times.", "heckle", None),
    ("Mr Marlowe never misses a chance to heckle Ms Hale.", "heckle", None),
    ("Usually it is Mr Marlowe who heckles Ms Hale.", "heckle", None),
]

CARRIED_OUT = [
    ("Labour MPs threatened to walk out of the chamber, and did so.", "walkout", "happened"),
    ("Labour MPs had threatened to walk out of the chamber. An hour later they walked out.", "walkout", "happened"),
    (
        "The Speaker threatened to eject Mr Marlowe from the House. Minutes later she ejected him from the House.",
        "ejection",
        "happened",
    ),
    ("The Speaker made good on her threat to eject Mr Marlowe from the House.", "ejection", "happened"),
    ("The Speaker carried out her threat to eject Mr Marlowe from the House.", "ejection", "happened"),
    ("True to his word, Mr Marlowe walked out of the chamber.", "walkout", "happened"),
]

CLAIMS = [
    ("Ms Hale said Mr Marlowe heckled her.", "heckle", "Hale"),
    ("Ms Hale claimed that Mr Marlowe had heckled Mr Okoro.", "heckle", "Hale"),
    ("Ms Hale says Mr Marlowe heckled her.", "heckle", "Hale"),
    ("Mr Marlowe heckled her, Ms Hale says.", "heckle", "Hale"),
    ("Mr Marlowe had heckled Mr Okoro, Ms Hale claimed.", "heckle", "Hale"),
    ("According to Ms Hale, Mr Marlowe heckled Mr Okoro.", "heckle", "Hale"),
    ("Mr Marlowe heckled Mr Okoro, according to Ms Hale.", "heckle", "Hale"),
    ("Ms Hale was angry. By her account, Mr Marlowe had heckled Mr Okoro.", "heckle", "Hale"),
    ("By Ms Hale's account, Mr Marlowe heckled Mr Okoro.", "heckle", "Hale"),
    ("In Ms Hale's telling, Mr Marlowe heckled Mr Okoro.", "heckle", "Hale"),
    ("As Ms Hale tells it, Mr Marlowe heckled Mr Okoro.", "heckle", "Hale"),
    ("Ms Hale recalled that Mr Marlowe had heckled Mr Okoro.", "heckle", "Hale"),
    ("Ms Hale complained that Mr Marlowe had heckled Mr Okoro.", "heckle", "Hale"),
    ("Ms Hale wrote that Mr Marlowe had heckled Mr Okoro.", "heckle", "Hale"),
    ("Ms Hale told reporters that Mr Marlowe had heckled Mr Okoro.", "heckle", "Hale"),
    ("For Ms Hale, Mr Marlowe heckled nobody.", "heckle", None),
    ("Mr Marlowe heckled Ms Hale.", "heckle", None),
    ("Mr Marlowe admitted that he had heckled Ms Hale.", "heckle", None),
    ("Ms Hale saw that Mr Marlowe heckled Mr Okoro.", "heckle", None),
    ("Ms Hale laughed when she heard that Mr Marlowe had heckled Mr Okoro.", "heckle", None),
]


def read(nlp: Language, text: str) -> list[tuple[str, str, str | None]]:
    """The type, status and claimant of all that a passage tells."""
    made = document.read_document(Article("a1", SITTING + text), nlp=nlp)
    found, cast = tellings.find_tellings(made, actors.resolve(mentions.find_mentions(made), made))
    return [(t.type, t.status, t.source and cast.get(t.source).name) for t in found]


@pytest.mark.parametrize(("text", "type", "status"), NEGATED + DENIALS + AFFIRMED + PLANNED + HYPOTHETICAL + HABITS + CARRIED_OUT)
def test_whether_it_happened(nlp: Language, text: str, type: str, status: str | None) -> None:
    told = {s for t, s, _ in read(nlp, text) if t == type}
    assert (status in told) if status else not told


@pytest.mark.parametrize(("text", "type"), NOBODY)
def test_what_nobody_does_does_not_happen(nlp: Language, text: str, type: str) -> None:
    assert {s for t, s, _ in read(nlp, text) if t == type} <= {"denied"}


@pytest.mark.parametrize(("text", "type", "source"), CLAIMS)
def test_on_whose_word(nlp: Language, text: str, type: str, source: str | None) -> None:
    assert source in [s for t, _, s in read(nlp, text) if t == type]


@pytest.mark.parametrize(
    "text", ["Labour filed a motion to expel Ms Lind.", "Mr Okoro said the Greens would table a motion to eject Ms Lind."]
)
def test_a_motion_to_put_somebody_out_puts_nobody_out(nlp: Language, text: str) -> None:
    story = extract(f"The House met under Speaker Joan Quill. {text}", nlp=nlp)
    assert not [event for event in story.events if event.type == "ejection" and event.status == "happened"]


def test_wanting_to_know_is_asking(nlp: Language) -> None:
    asked = "Mr Okoro wanted to know whether it was in order for a minister to mislead the House."
    story = extract(f"The House met under Speaker Joan Quill. {asked}", nlp=nlp)
    assert [(event.type, event.status) for event in story.events] == [("point_of_order", "happened")]
