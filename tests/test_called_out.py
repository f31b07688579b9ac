"""Who calls out, at whom, and over whom: cries that were lost, told as attacks, or given to somebody else; and near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import extract, gate
from tests.acts import acts

SCENE = "The Speaker took the chair in Parliament at two. "
Told = list[tuple[str, list[str], list[str]]]


def cries(nlp: Language, text: str) -> list[tuple[list[str], list[str]]]:
    """Who heckles whom."""
    return [(who, whom) for kind, who, whom in acts(nlp, SCENE + text) if kind == "heckle"]


@pytest.mark.parametrize(
    "text",
    [
        "Carrow MP Ann Hale accused the minister of theft in a debate on fertiliser.",
        'Councillor Ann Hale called Kim Lind "a disgrace" during a debate on bins.',
        'AUSTIN - Debate went on past midnight. Rep. Kim Lind, D-Carrow, called Rep. Tom Quill "a mouthpiece."',
        "A zoning committee meeting ended when residents booed Ald. Tom Quill.",
        "Assemblywoman Ann Hale moved the motion. Somebody shouted at her.",
    ],
)
def test_a_report_that_names_single_members_may_tell_of_a_sitting(text: str) -> None:
    assert gate.scene_missed(text) == ""


@pytest.mark.parametrize(
    "text", ["A sales rep. called Ann Hale during a debate on prices.", "The motion was lost at the club's general meeting."]
)
def test_a_debate_without_a_member_is_of_no_legislature(text: str) -> None:
    assert gate.scene_missed(text) != ""


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ('Ann Hale said the bridge was safe. "Wrong!" Labour\'s Kim Lind called.', ["Kim Lind"], ["Ann Hale"]),
        ('Mr Okoro said the fund was sound. "Shame!" called Tom Quill, the Green member for Dunmore.', ["Tom Quill"], ["Okoro"]),
        ('"Shame, shame," Labour members chanted as Mr Okoro rose to reply.', ["Labour members"], ["Okoro"]),
        ('"Resign," Green MPs chorused as Kim Lind began her statement.', ["Green MPs"], ["Kim Lind"]),
        ('Ann Hale said it was safe. "Pathetic," muttered a member of the public.', ["member of the public"], ["Ann Hale"]),
        ("Ann Hale began, and the rest was drowned out by Labour MPs.", ["Labour MPs"], ["Ann Hale"]),
        ('Mr Okoro said "No", but the rest of the sentence was shouted down by Green MPs.', ["Green MPs"], ["Okoro"]),
        ('Ann Hale drew shouts of "Traitor!" from Labour deputies as she set out the plan.', ["Labour deputies"], ["Ann Hale"]),
        ('"You made it up!" Quill\'s benchmate, Kim Lind, had yelled as Ann Hale spoke.', ["Kim Lind"], ["Ann Hale"]),
    ],
)
def test_who_calls_over_somebody_who_speaks(nlp: Language, text: str, who: list[str], whom: list[str]) -> None:
    assert cries(nlp, text) == [(who, whom)]


@pytest.mark.parametrize(
    "text",
    [
        'Labour MPs cheered Ann Hale. "More! More!" they cried.',
        '"He is a ghost," Mr Okoro said, as Green MPs across the aisle shook their heads.',
        "Ann Hale said the bridge was safe. Tom Quill called it a good day.",
        '"I stand by our nurses," Ann Hale said to a chorus of "hear, hear" from her party.',
        'Labour MPs chanted "No, no, no" as the bells rang.',
        "The noise came from the boiler room.",
    ],
)
def test_what_is_no_cry_at_anybody(nlp: Language, text: str) -> None:
    assert cries(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("As Ann Hale spoke, Kim Lind called her a bully.", "Kim Lind"),
        ("While Ann Hale was answering, Tom Quill branded her a liar.", "Tom Quill"),
        ("Ann Hale was explaining the cut when Tom Quill accused her of theft.", "Tom Quill"),
    ],
)
def test_hostile_words_over_somebody_who_speaks_are_called_out_of_turn(nlp: Language, text: str, who: str) -> None:
    assert list(acts(nlp, SCENE + text)) == [("heckle", [who], ["Ann Hale"])]


def test_hostile_words_in_one_s_turn_are_an_attack(nlp: Language) -> None:
    assert [kind for kind, _, _ in acts(nlp, SCENE + "As the sun set, Kim Lind called Ann Hale a bully.")] == ["attack"]


@pytest.mark.parametrize(
    "floor",
    [
        "Ann Hale was given the call.",
        "The Speaker gave the floor to Ann Hale.",
        "When she was given the floor, Ann Hale stood up.",
        "Called on to reply, Ann Hale stood up.",
        "Ann Hale's remarks drew gasps.",
    ],
)
def test_who_was_given_the_floor_is_called_at(nlp: Language, floor: str) -> None:
    assert cries(nlp, floor + ' "Go home!" Tom Quill yelled.') == [(["Tom Quill"], ["Ann Hale"])]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Hale was met with howls of derision. The noise came from the Labour benches.", "Labour benches"),
        ("Jeers greeted Ann Hale. They came from Green MPs.", "Green MPs"),
        ("Ann Hale was met with boos. The jeering came from Labour MPs.", "Labour MPs"),
        ('Opposition members jeered Ann Hale. "Then you do it!" one lawmaker shouted.', "Opposition members"),
        ('Green MPs heckled Ann Hale as she read the figures. "Nonsense!" one cried.', "Green MPs"),
        ('Ann Hale\'s claims were met with boos from Labour councillors, one of whom yelled, "Prove it!"', "Labour councillors"),
    ],
)
def test_a_noise_is_theirs_from_whom_it_came_or_of_whom_one_is_heard(nlp: Language, text: str, who: str) -> None:
    assert cries(nlp, text) == [([who], ["Ann Hale"])]


def test_one_who_cries_beside_the_noise_of_all_does_so_apart(nlp: Language) -> None:
    told = cries(nlp, 'Green senators hissed at Kim Lind as she spoke, and one screamed: "Traitor!"')
    assert told == [(["Green senators"], ["Kim Lind"]), (["one"], ["Kim Lind"])]
    assert len(cries(nlp, "Labour MPs booed Ann Hale, and one left for lunch.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker asked Labour members to stop jeering as Ann Hale spoke.",
        "The Speaker told Labour members to quit barracking Ann Hale.",
        "The Speaker ordered Labour members to cease shouting at Ann Hale.",
    ],
)
def test_what_one_is_told_to_stop_one_has_done(nlp: Language, text: str) -> None:
    assert cries(nlp, text) == [(["Labour members"], ["Ann Hale"])]


def scene(nlp: Language, text: str) -> list[tuple[str, list[str], list[str]]]:
    """What a text tells behind a line that sets a sitting."""
    story = extract("The Speaker took the chair in Parliament at two.\n\n" + text, nlp=nlp)
    names = {actor.id: actor.name for actor in story.actors}
    return [(e.type, [names[a] for a in e.actors], [names[t] for t in e.targets]) for e in story.events if e.status == "happened"]


@pytest.mark.parametrize(
    "text",
    [
        'Tom Lind defended the plan. "It is a fine plan," said a woman in the public gallery.',
        '"Seconded!" called Joe Okoro when Tom Lind moved the motion.',
        'Tom Lind spoke. "Welcome back!" chorused members.',
        'Tom Lind spoke. "Go on!" Labour MPs called.',
        "Ann Hale told Tom Lind to stop blaming Labour.",
        "Voters want politicians to stop heckling each other.",
    ],
)
def test_what_agrees_or_is_only_wanted_stopped_is_no_cry(nlp: Language, text: str) -> None:
    assert scene(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"It can\'t go on," Joe Okoro shouted at Tom Lind.', ("heckle", ["Joe Okoro"], ["Tom Lind"])),
        ('Tom Lind was answering. "Keep going and you go to jail," Joe Okoro shouted.', ("heckle", ["Joe Okoro"], ["Tom Lind"])),
        ("Ann Hale accused Nicola Lind's administration of incompetence.", ("attack", ["Ann Hale"], ["Nicola Lind"])),
        ("Labour MPs jeered Tom Lind's cabinet.", ("heckle", ["Labour MPs"], ["Tom Lind"])),
        ("For the first time since the start of the session, Labour MPs walked out.", ("walkout", ["Labour MPs"], [])),
        ("While Ann Hale argued for tax cuts, Tom Lind accused her of theft.", ("attack", ["Tom Lind"], ["Ann Hale"])),
        ("As Ann Hale spoke, Tom Lind called her a bully.", ("heckle", ["Tom Lind"], ["Ann Hale"])),
        ("Ann Hale was answering. Tom Lind had a word with Kim. Labour MPs jeered.", ("heckle", ["Labour MPs"], ["Ann Hale"])),
        ("Boos were heard as Ann Hale spoke. It came after a question from Ann Lind.", ("heckle", [], ["Ann Hale"])),
        ("Colleagues accused Tom Lind of lying to Parliament.", ("attack", ["Colleagues"], ["Tom Lind"])),
    ],
)
def test_what_stands_near_it_changes_neither_type_nor_people(
    nlp: Language, text: str, told: tuple[str, list[str], list[str]]
) -> None:
    assert scene(nlp, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rep Tom Hale was thrown out of the committee meeting.",
        "Police asked the judge to clear the room after MP Ann Hale shouted at him.",
        "Del Toro walked out of the premiere. Public comment was harsh.",
        "Sen. Hale accused Rep. Lind of lying in public comments to reporters.",
    ],
)
def test_members_elsewhere_and_meetings_of_others_are_no_sitting(nlp: Language, text: str) -> None:
    assert extract(text, nlp=nlp).events == ()
