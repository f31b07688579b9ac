"""Every yes and no of every rule: the examples in the rule files are the tests; adding a rule adds its tests."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from extract import actors, document, lexicon, mentions, tellings
from extract.lexicon import LexiconError, Rule, parse
from extract.types import EVENT_TYPES, Article, Telling

SITTING = "The Speaker took the chair in Parliament at two.\n"
EXAMPLES = [
    (rule, text, hit) for rule in lexicon.rules() for hit, texts in ((True, rule.yes), (False, rule.no)) for text in texts
]


@cache
def told(nlp: Language, text: str) -> tuple[Telling, ...]:
    read = document.read_document(Article("example", SITTING + text), nlp=nlp)
    return tellings.find_tellings(read, actors.resolve(mentions.find_mentions(read), read))[0]


@pytest.mark.parametrize(
    ("rule", "text", "hit"), EXAMPLES, ids=[f"{r.type}/{r.name}/{'yes' if h else 'no'}: {t}" for r, t, h in EXAMPLES]
)
def test_a_rule_tells_its_examples_and_not_its_near_misses(nlp: Language, rule: Rule, text: str, hit: bool) -> None:
    types = {t.type for t in told(nlp, text)}
    assert (rule.type in types) is hit, f"{rule.type} {'missed in' if hit else 'found in'} {text!r}: {types or 'nothing'}"


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
    seen = [(rule.type, text) for rule in lexicon.rules() for text in (*rule.yes, *rule.no)]
    assert len(seen) == len(set(seen))
