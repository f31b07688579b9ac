"""How well the stories of tests/stories are merged and told apart: figures pinned as floors, those that nobody read apart."""

from __future__ import annotations

import pytest

from benchmarks import grouping as cost
from benchmarks import merging

# Pairwise F1 of acts and of actors, as measured by `python -m benchmarks.merging`.
FLOORS = {
    ("as told", "ALL"): (0.90, 0.95),
    ("as told", "UNREAD"): (0.89, 0.94),
    ("from the gold", "ALL"): (0.95, 0.95),
    ("from the gold", "UNREAD"): (0.93, 0.90),
}
MAKERS = {"as told": merging.as_told, "from the gold": merging.as_coded}


@pytest.mark.parametrize(("how", "part"), FLOORS)
def test_acts_and_actors_of_a_story_are_merged(how: str, part: str) -> None:
    acts, actors = merging.measure(MAKERS[how], merging.parts()[part])
    assert (acts.f1 >= FLOORS[how, part][0], actors.f1 >= FLOORS[how, part][1]) == (True, True), (acts.f1, actors.f1)


def test_the_articles_of_a_story_find_each_other_and_nobody_else() -> None:
    pairs, _ = merging.grouping(None)
    assert pairs.f1 == 1.0


def test_many_articles_are_grouped_rightly_whatever_they_have_in_common() -> None:
    _, f1 = cost.measured(400)
    assert f1 >= 0.99


def test_what_is_not_to_be_read_is_there() -> None:
    parts = merging.parts()
    assert set(parts["UNREAD"]) < set(parts["ALL"])
    assert len(parts["ALL"]) == 17
