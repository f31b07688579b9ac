"""Quality has a floor: the figures on the project's gold, pinned in floors.json by `python -m benchmarks.gold --pin`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks import gold

FLOORS: dict[str, dict[str, Any]] = json.loads(gold.FLOORS.read_text(encoding="utf-8"))
# Two processors may round a score of the parser differently; a lost event costs more than this.
NOISE = 0.004


def fallen(measured: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The figures below their floor, or gone, each with the floor."""
    return {key: (measured.get(key, 0.0), floor) for key, floor in floors.items() if measured.get(key, 0.0) < floor - NOISE}


def test_every_set_has_its_floors() -> None:
    assert list(FLOORS) == list(gold.SETS)


@pytest.mark.parametrize("name", gold.SETS)
def test_quality_keeps_its_floor(name: str) -> None:
    assert gold.digest(name) == FLOORS[name]["gold"], "the gold or the scorer changed: measure again, then pin"
    assert fallen(gold.measured(name), FLOORS[name]["floors"]) == {}


@pytest.mark.parametrize("case", gold.CASES)
def test_articles_without_capitals_lose_little(case: str) -> None:
    """They had four tenths of the figure before capitals were put back."""
    assert gold.measured("public", gold.CASES[case])["core_f1"] > 0.8 * FLOORS["public"]["floors"]["core_f1"]


def test_the_gate_shuts() -> None:
    assert fallen({"core_f1": 0.90, "order": 1.0}, {"core_f1": 0.90, "order": 1.0}) == {}
    assert fallen({"core_f1": 0.89, "order": 1.0}, {"core_f1": 0.90, "order": 1.0}) == {"core_f1": (0.89, 0.90)}
    assert fallen({}, {"order": 0.5}) == {"order": (0.0, 0.5)}
