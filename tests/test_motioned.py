"""A motion to put somebody out puts somebody out once it is carried, and not before."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract


def put_out(nlp: Language, text: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    story = extract("The House met on Tuesday under Speaker Joan Quill. " + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    told = (event for event in story.events if event.type == "ejection" and event.status == "happened")
    return {(tuple(names[id] for id in e.actors), tuple(names[id] for id in e.targets)) for e in told}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The House adopted a motion to suspend Ms Moss.", "House", "Moss"),
        ("Minister Ben Okoro moved a motion to suspend 12 members, which was adopted by voice vote.", "Joan Quill", "12 members"),
        ("Mr Okoro moved a motion to expel Ada Moss. The motion was carried amid din.", "Joan Quill", "Ada Moss"),
        ("Mr Okoro moved a motion to suspend Ada Moss and the motion was passed.", "Joan Quill", "Ada Moss"),
        ("The House carried a motion suspending Ada Moss for the rest of the session.", "House", "Ada Moss"),
        ("A motion to suspend Ada Moss for the rest of the session was adopted by voice vote.", "Joan Quill", "Ada Moss"),
    ],
)
def test_a_carried_motion_puts_out(nlp: Language, text: str, who: str, whom: str) -> None:
    assert put_out(nlp, text) == {((who,), (whom,))}


@pytest.mark.parametrize(
    "text",
    [
        "Mr Okoro moved a motion to suspend Ada Moss but the House rejected it.",
        "A motion to suspend Ada Moss was defeated.",
        "Mr Okoro moved a motion to suspend Ada Moss. The House passed the bill.",
        "Mr Okoro tabled a motion to expel Ada Moss, which the House would adopt on Friday.",
        "The House adopted a motion to suspend standing orders.",
        "The House adopted a motion to thank Ada Moss.",
    ],
)
def test_no_other_motion_does(nlp: Language, text: str) -> None:
    assert not put_out(nlp, text)
