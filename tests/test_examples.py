"""Every rule is shown often enough, by its own examples, and each of them in another way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest
from spacy.language import Language

from extract import lexicon
from extract.lexicon import Rule
from extract.types import CORE_TYPES
from tests.examples import Construction, constructions

YES, NO = 3, 2  # examples that a rule has at least
CORE_YES, CORE_NO = 40, 25  # and a core type over its rules


def listed(lines: Iterable[str]) -> str:
    return "\n".join(["", *lines])


def test_every_rule_has_three_examples_and_two_near_misses() -> None:
    short = [
        f"{rule.type}/{rule.name}: {len(rule.yes)} yes of {YES}, {len(rule.no)} no of {NO}"
        for rule in lexicon.rules()
        if len(rule.yes) < YES or len(rule.no) < NO
    ]
    assert not short, listed(short)


def test_every_core_type_has_forty_examples_and_twenty_five_near_misses() -> None:
    yes, no = Counter[str](), Counter[str]()
    for rule in lexicon.rules():
        yes[rule.type] += len(rule.yes)
        no[rule.type] += len(rule.no)
    short = [
        f"{type}: {yes[type]} yes of {CORE_YES}, {no[type]} no of {CORE_NO}"
        for type in CORE_TYPES
        if yes[type] < CORE_YES or no[type] < CORE_NO
    ]
    assert not short, listed(short)


@pytest.mark.parametrize("rule", lexicon.rules(), ids=lambda rule: f"{rule.type}/{rule.name}")
def test_the_examples_of_a_rule_are_its_own_and_no_two_are_alike(nlp: Language, rule: Rule) -> None:
    seen: dict[Construction, list[str]] = defaultdict(list)
    strange = []
    for example in rule.yes:
        found = constructions(nlp, rule, example)
        strange += [] if found else [f"{rule.type}/{rule.name} does not fire on its own example: {example.text}"]
        for construction in found:
            seen[construction].append(example.text)
    alike = [
        f"{rule.type}/{rule.name}: the same verb, voice and construction ({' | '.join(map(str, key))}): {'  ||  '.join(texts)}"
        for key, texts in seen.items()
        if len(texts) > 1
    ]
    assert not strange + alike, listed(strange + alike)
