"""Every yes and no of every rule: the examples in the rule files are the tests; adding a rule adds its tests."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract import lexicon
from extract.lexicon import Example, LexiconError, Rule, parse
from extract.naming import Cast
from extract.types import EVENT_TYPES
from tests.examples import EXAMPLES, told


@pytest.mark.parametrize(
    ("rule", "example", "hit"), EXAMPLES, ids=[f"{r.type}/{r.name}/{'yes' if h else 'no'}: {e.text}" for r, e, h in EXAMPLES]
)
def test_a_rule_tells_its_examples_and_not_its_near_misses(nlp: Language, rule: Rule, example: Example, hit: bool) -> None:
    found, cast = told(nlp, example)
    types = {t.type for t in found}
    assert (rule.type in types) is hit, f"{rule.type} {'missed in' if hit else 'found in'} {example.text!r}: {types or 'nothing'}"
    if hit and (example.who is not None or example.whom is not None or example.status != "happened"):
        rows = [(_names(cast, t.actors), _names(cast, t.targets), t.status) for t in found if t.type == rule.type]
        assert any(_fits(example, *row) for row in rows), f"{example.text!r} told as {rows}"


def _names(cast: Cast, ids: tuple[str, ...]) -> set[str]:
    return {cast.get(id).name for id in ids}


def _fits(example: Example, who: set[str], whom: set[str], status: str) -> bool:
    """Whether a telling has the people and the status that an example asks for."""
    asked = ((example.who, who), (example.whom, whom))
    return status == example.status and all(wanted is None or set(wanted) == got for wanted, got in asked)


def test_every_type_of_the_codebook_has_rules() -> None:
    assert {rule.type for rule in lexicon.rules()} == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"verbz": ["throw"]}, "a rule may say"),
        ({"yes": ["a"], "no": ["b"]}, "names no verbs"),
        ({"verbs": ["throw"], "yes": ["a"]}, "at least one yes and one no"),
        ({"verbs": ["throw"], "yes": ["a"], "no": ["b"], "actor_is": ["dog"]}, "may be"),
        ({"verbs": ["throw"], "yes": ["a"], "no": ["b"], "scene": "moon"}, "may be"),
        ({"verbs": ["throw"], "yes": ["a"], "no": ["b"], "status": "perhaps"}, "may be"),
    ],
)
def test_a_faulty_rule_is_refused_with_the_menu(table: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse("throw-out", table, type="ejection")


def test_no_two_rules_of_a_type_share_a_name_or_an_example() -> None:
    seen = [(rule.type, example.text) for rule in lexicon.rules() for example in (*rule.yes, *rule.no)]
    assert len(seen) == len(set(seen))
