"""What the README promises is so: its links lead somewhere, its options exist, its rule loads, its contract is the schema's."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from extract import lexicon
from extract.__main__ import parser
from extract.exports import contract
from tests.factories import exchange

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(start: str) -> str:
    """The fenced block that begins with *start*."""
    return next(part for part in re.findall(r"```\w*\n(.*?)```", README, re.S) if part.startswith(start))


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_its_links_lead_somewhere(link: str) -> None:
    assert link.startswith("https://") or (ROOT / link).exists()


@pytest.mark.parametrize("line", re.findall(r"-m extract (.+?) *(?:#.*)?$", README, re.M))
def test_its_commands_are_understood(line: str) -> None:
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
    assert parser().parse_args(words).command


def test_its_make_targets_exist() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"`?make (\w+)`?(?: +opens| +runs|`)", README)) <= set(targets)


def test_its_rule_is_a_rule() -> None:
    (name, table), *rest = tomllib.loads(block("[leave-in-protest]")).items()
    assert not rest
    assert lexicon.parse(name, table, type="walkout").yes


def test_its_contract_is_the_contract() -> None:
    said = set(re.findall(r'"(\w+)"', block('{"format"')))
    exported = contract.to_dict([exchange()])
    assert said >= keys(exported) - {"order-paper/1"}


def keys(item: object) -> set[str]:
    if isinstance(item, dict):
        return set(item) | {key for part in item.values() for key in keys(part)}
    return {key for part in item for key in keys(part)} if isinstance(item, list) else set()


def test_its_contract_names_the_format() -> None:
    assert json.dumps(contract.FORMAT) in README
