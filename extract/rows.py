"""Tellings that only a row makes likely: words that sting are kept where there is one, plain words where they are answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract import lexicon, matching
from extract.types import Telling

# Acts that show that there is a row at all.
DISORDER = {"ejection", "heckle", "walkout", "scuffle", "intervention", "ruling", "withdrawal", "adjournment"}
# With what a lead opens, however brief a report is.
OUTCOMES = {"ejection", "walkout", "adjournment", "no_confidence_request"}
# What the chair does about words that were out of order, and what becomes of them.
SANCTIONS = {"ruling", "ejection", "intervention"}
NEEDS = {"row", "answered"}
PUT = {"just asked", "put to the chair"}  # what only question and answer side by side show: `replies` looks for them
ABOUT_IT = "of the incident"  # a statement that wants a row to be about
NEAR = 400  # characters between words and what they bring on


def stood(tellings: Sequence[Telling], *, staged: Callable[[], bool] = lambda: True) -> tuple[Telling, ...]:
    """Without the tellings whose rule needs a row or an answer that the article does not tell.

    Where an article does not set a sitting's stage nor tell any act of one, politicians attack each other anywhere but there.
    """
    needs = _needs()
    plain = [t for t in tellings if not needs.get(t.rule)]
    row = any(t.type in DISORDER and t.status in {"happened", "denied"} for t in plain)
    acted = any(t.type not in {"attack", "reaction"} for t in plain)
    kept: list[Telling] = []
    for telling in tellings:
        if telling.type == "attack" and telling.place is None and not (acted or staged()):
            continue
        asked = needs.get(telling.rule, frozenset())
        if not asked or (asked & {"row", ABOUT_IT} and row) or ("answered" in asked and _answered(telling, plain)):
            kept.append(telling)
    return tuple(kept)


@lexicon.per_codebook
def _needs() -> dict[str, frozenset[str]]:
    """What rules need of a row, by their names."""
    return {f"{rule.type}/{rule.name}": frozenset({*NEEDS, ABOUT_IT}.intersection(rule.needs)) for rule in lexicon.rules()}


@lexicon.per_codebook
def leaning() -> frozenset[int]:
    """The numbers of the rules that need a row or an answer, among those that `matching` asks."""
    return frozenset(n for n, rule in enumerate(matching.sorted_rules()) if NEEDS & set(rule.needs))


@lexicon.per_codebook
def put() -> frozenset[int]:
    """The numbers of the rules of what is put to the chair and answered by it, among those that `matching` asks."""
    return frozenset(n for n, rule in enumerate(matching.sorted_rules()) if PUT & set(rule.needs))


@lexicon.per_codebook
def afterwards() -> frozenset[int]:
    """The numbers of the rules of what is said afterwards: of nothing, where no act is told (`events` leaves it out)."""
    return frozenset(n for n, rule in enumerate(matching.sorted_rules()) if rule.type == "reaction")


def _answered(telling: Telling, others: Sequence[Telling]) -> bool:
    """Whether the next thing told is that the chair, or the speaker himself, does something about the words."""
    behind = sorted((t for t in others if 0 < t.at - telling.at < NEAR), key=lambda t: t.at)
    for other in behind:
        if other.type in SANCTIONS and set(other.targets) & set(telling.actors):
            return True
        if other.type == "withdrawal" and set(other.actors) & set(telling.actors):
            return True
        if set(other.actors) & set(telling.actors):
            return False  # he did something worse before he was called to order
    return False
