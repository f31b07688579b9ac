"""`explain` says why: the rule, its trigger, how each role was found, the status, what was merged, and what nearly fired."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.__main__ import main

Said = pytest.CaptureFixture[str]
DEBATE = """MPs clashed in Parliament on Tuesday.

Tom Marlowe shouted at the minister, Ann Hale, as she spoke. The Speaker warned Mr Okoro that he would be ejected.

Kim Lind denied that she had heckled Mr Okoro. Mr Marlowe was thrown out. After Mr Marlowe was ejected, the Greens walked out.
"""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "debate.txt").write_text(DEBATE, encoding="utf-8")
    assert main(["run", str(folder / "debate.txt"), "--json", str(folder / "story.json")]) == 0
    return folder / "story.json"


def explained(story: Path, capsys: Said, *, caption: str) -> str:
    """What is said of the event with that caption."""
    capsys.readouterr()
    main(["explain", str(story)])
    menu = capsys.readouterr().out
    line = next((line for line in menu.splitlines() if caption in line), None)
    assert line is not None, menu
    assert main(["explain", str(story), line.split()[0]]) == 0
    return capsys.readouterr().out


def sentence(text: str, capsys: Said) -> str:
    capsys.readouterr()
    assert main(["explain", "--text", text]) == 0
    return capsys.readouterr().out


def test_an_event_says_its_rule_its_trigger_and_how_its_roles_were_found(story: Path, capsys: Said) -> None:
    said = explained(story, capsys, caption="Tom Marlowe heckles Ann Hale")
    assert "rule heckle/shout-at; active; Tom Marlowe → Ann Hale; happened" in said
    assert "trigger  “shouted”, a verb that the rule knows; told from the side of the doer" in said
    assert "who      Tom Marlowe: “Tom Marlowe”, found as the one who does it, the subject of “shouted”" in said
    assert "to whom  Ann Hale: “minister”, found behind “at”" in said
    assert "status   happened: told as a fact: nothing in the sentence denies it or leaves it open" in said
    assert "of 100 events like it were right" in said


def test_a_plan_and_a_denial_say_which_words_make_them_so(story: Path, capsys: Said) -> None:
    assert "planned or threatened: because of “would” and “warned”" in explained(story, capsys, caption="planned: Speaker ejects")
    said = explained(story, capsys, caption="denied: Kim Lind heckles Okoro")
    assert "status   denied: because of “denied”" in said
    assert "Kim Lind: “she”, found as the one who does it" in said
    assert "of 100 events" not in said  # measured on what happened alone


def test_an_act_told_twice_says_what_was_merged_and_who_is_left_unsaid(story: Path, capsys: Said) -> None:
    said = explained(story, capsys, caption="  Speaker ejects Tom Marlowe")
    assert "told     2 times, merged as one act:" in said
    assert said.count("merged   ") == 2
    assert "merged   this is where the act is told; the others were joined to it" in said
    assert said.count("rule ejection/") == 2
    assert "trigger  “thrown out”" in said
    assert "outside these words; nobody is said to do it, and only the chair can" in said


def test_a_story_without_its_text_still_says_rule_and_words(story: Path, capsys: Said, tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    main(["run", str(story.parent / "debate.txt"), "--json", str(bare), "--no-text"])
    said = explained(bare, capsys, caption="Tom Marlowe heckles Ann Hale")
    assert "rule heckle/shout-at" in said
    assert "trigger" not in said


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "In the House, Ms Lind was asked by the Speaker to leave.",
            [
                "trigger  “asked”",
                "Speaker: “Speaker”, found as the one who does it, behind “by”",
                "found as the one who has to go",
            ],
        ),
        ("Tom Marlowe was ordered out of the House.", ["only the chair can: whoever presides is taken"]),
        (
            'In the House, "Get out!" the Speaker told Mr Marlowe.',
            ["trigger  the quoted words, which are themselves the act", "the one to whom the quoted words are said"],
        ),
        ("Labour MPs staged a walkout in Parliament.", ["“walkout”, a noun that the rule knows"]),
        (
            "The Speaker threatened in Parliament to eject Mr Marlowe.",
            ["planned or threatened: because of “threatened”"],
        ),
    ],
)
def test_a_sentence_says_why_its_rule_fired(text: str, lines: list[str], capsys: Said) -> None:
    said = sentence(text, capsys)
    assert not [line for line in lines if line not in said], said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Green MPs left the chamber for lunch after Tom Marlowe spoke in Parliament.",
            "Nearly: “left” by walkout/empty-the-benches, but the clause says “for lunch”.",
        ),
        (
            "Anyone who heckles in Parliament is thrown out.",
            "Nearly: “thrown” by ejection/throw-out, but it is a habit or a rule, no single act.",
        ),
        ("In Parliament, Ann Hale let the remark stand.", "who does it is not the chair"),
        ("Mr Marlowe walked out of the hotel.", "no word of a legislature stands in the text"),
        ("The House sat in Parliament. Mr Marlowe left the building.", "Not near: “left” by"),
    ],
)
def test_a_sentence_says_what_nearly_fired_and_why_it_did_not(text: str, line: str, capsys: Said) -> None:
    assert line in sentence(text, capsys)


def test_a_menu_of_phrases_is_written_as_a_reader_would(capsys: Said) -> None:
    said = sentence("The House sat in Parliament. Mr Marlowe left the building and told Ms Hale it had failed.", capsys)
    assert not set("~|=_") & set(said.replace("_request", "").replace("_order", "")), said
