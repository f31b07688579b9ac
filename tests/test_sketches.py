"""How sketch writers tell of a sitting: words split around who says them, cries from somewhere, turns without a verb."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract

ROW = " The Speaker ordered Dan Okafor out."


def told(nlp: Language, text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Every event: type, who, whom."""
    story = extract(f"The Speaker took the chair in Parliament at two.\n\n{text}", published="2024-03-14", nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return {(e.type, tuple(names[id] for id in e.actors), tuple(names[id] for id in e.targets)) for e in story.events}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Kim Lind rose. Ann Hale, she told the House, was a weathervane in a cardigan.", "Kim Lind", "Ann Hale"),
        ('Kim Lind asked about the trains. The minister, she said, was "a sieve in a suit".', "Kim Lind", "minister"),
        ("Tom Marlowe rose. Joe Quill, he mused, would sell his own mother.", "Tom Marlowe", "Joe Quill"),
        ("Tom Marlowe rose. Joe Quill, he snapped, was a liar.", "Tom Marlowe", "Joe Quill"),
        ('Ann Hale, Tom Marlowe reckoned, had "all the charm of a damp sock".', "Tom Marlowe", "Ann Hale"),
        ("Ann Hale was a fraud, Tom Marlowe reckoned.", "Tom Marlowe", "Ann Hale"),
    ],
)
def test_nobody_speaks_so_of_himself(nlp: Language, text: str, who: str, whom: str) -> None:
    assert ("attack", (who,), (whom,)) in told(nlp, text + ROW)


@pytest.mark.parametrize(
    "text", ["Kim Lind rose. Ann Hale was, she said, delighted.", "Tom Marlowe rose. He was, he said, sorry."]
)
def test_of_himself_somebody_may_say_what_he_is(nlp: Language, text: str) -> None:
    assert not any(type == "attack" for type, _, _ in told(nlp, text + ROW))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("From the back benches came cries of 'thief, thief'.", "back benches"),
        ("From the Labour benches came jeers.", "Labour benches"),
        ('From the Green benches came a roar of "Resign!".', "Green benches"),
        ("Out of the gallery rose shouts of 'Shame'.", "gallery"),
        ('"Sit down, you clown!" someone on the Labour side hollered.', "someone"),
        ('"Sit down, you clown!" a man in the gallery bellowed.', "man"),
        ('"Read the bill!" a member behind him shouted.', "member"),
    ],
)
def test_who_cries_is_found_before_and_behind_the_cry(nlp: Language, text: str, who: str) -> None:
    assert ("heckle", (who,), ("Ann Hale",)) in told(nlp, f"Ann Hale was speaking. {text}")


@pytest.mark.parametrize(
    "text", ["From the north came a storm.", "Ann Hale rounded on her hecklers.", "Ann Hale silenced her hecklers."]
)
def test_what_comes_or_is_answered_is_no_cry(nlp: Language, text: str) -> None:
    assert not any(type == "heckle" for type, _, _ in told(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        '"I will not withdraw," said Mr Marlowe. "Then the member will leave." He left.',
        '"I will not withdraw," said Mr Marlowe. "Then the member will leave the chamber."',
        'Mr Marlowe was told to withdraw. He would do no such thing, he said. "Then the member will leave the chamber."',
        '"I stand by it," said Mr Marlowe. "Then the honourable member will withdraw from the chamber." He left.',
    ],
)
def test_the_chair_answers_without_a_verb(nlp: Language, text: str) -> None:
    assert ("ejection", ("Speaker",), ("Marlowe",)) in told(nlp, text)


def test_a_member_goes_on_where_he_bids_nobody_go(nlp: Language) -> None:
    assert not any(type == "ejection" for type, _, _ in told(nlp, '"I withdraw," said Mr Marlowe. "The minister is a liar."'))


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Labour says that it will move a motion of no confidence in Ann Hale.", "Labour", "Ann Hale"),
        ("The party announced that it would table a motion of no confidence in Ann Hale.", "party", "Ann Hale"),
        ("Ann Hale moved a motion of non-confidence in Tom Marlowe.", "Ann Hale", "Tom Marlowe"),
        ("Kim Lind tabled a non-confidence motion against Tom Marlowe.", "Kim Lind", "Tom Marlowe"),
    ],
)
def test_who_moves_what_it_says_it_will(nlp: Language, text: str, who: str, whom: str) -> None:
    assert ("no_confidence_request", (who,), (whom,)) in told(nlp, text)


def test_it_is_nobody_where_a_person_says_so(nlp: Language) -> None:
    assert told(nlp, "Ann Hale said it would walk out.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Tom Marlowe was suspended for the session on a motion moved by Ann Hale.",
        "Tom Marlowe was suspended for the session on a motion moved by parliamentary affairs minister Ann Hale.",
    ],
)
def test_who_moves_the_motion_does_not_suspend(nlp: Language, text: str) -> None:
    assert ("ejection", ("Speaker",), ("Tom Marlowe",)) in told(nlp, text)
