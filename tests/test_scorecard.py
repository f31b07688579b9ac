from extract.corrections import Entry, kinds, what
from extract.scorecard import scores
from tests.factories import seed_story

STORY = seed_story()


def log(*corrections):
    return [Entry(seq, "Ana Reyes", f"2024-03-14T10:0{seq}:00+00:00", one) for seq, one in enumerate(corrections, start=1)]


def test_nothing_said_is_no_score():
    assert scores([]) == ()


def test_right_wrong_and_missed_are_counted_by_type():
    first, second = (e.id for e in STORY.events if e.type == "heckle")
    walkout = next(e.id for e in STORY.events if e.type == "walkout")
    rows = {
        row.type: row
        for row in scores(
            log(
                kinds.Accept(what(STORY, first)),
                kinds.Retype(what(STORY, second), "attack"),
                kinds.Reject(what(STORY, walkout)),
                kinds.Add(kinds.What("ruling", what(STORY, walkout).tellings)),
            )
        )
    }
    assert (rows["heckle"].right, rows["heckle"].wrong, rows["heckle"].precision) == (1, 1, 0.5)
    assert (rows["attack"].missed, rows["attack"].recall) == (1, 0.0)
    assert (rows["walkout"].wrong, rows["walkout"].recall) == (1, None)
    assert (rows["all"].right, rows["all"].wrong, rows["all"].missed) == (1, 2, 2)


def test_what_was_put_right_is_not_right_for_being_accepted_afterwards_and_what_is_undone_was_not_said():
    act = what(STORY, "e1")
    [row, _] = scores(log(kinds.Recast(act, (), ()), kinds.Accept(act)))
    assert (row.right, row.detail, row.precision) == (0, 1, 1.0)
    [row, _] = scores(log(kinds.Reject(act), kinds.Accept(act), kinds.Undo(1)))
    assert (row.right, row.wrong) == (1, 0)
