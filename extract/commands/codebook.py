"""The folder that `--codebook DIR` names: whether it is one, and whether its rules tell their own examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from .. import captions, lexicon
from ..lexicon import Example, LexiconError, Rule
from ..reading import from_text
from .streams import Misuse

if TYPE_CHECKING:
    from ..types import Event, Story


def checked(folder: str) -> str:
    """The folder, if it is a codebook; else a line that says what is wrong with which file."""
    try:
        with lexicon.using(folder):
            return folder
    except LexiconError as error:
        raise Misuse(f"--codebook {folder}: {error}") from None


def faults(folder: str, means: dict[str, Any]) -> Iterator[str]:
    """A line for each example that the rules do not tell as it says, and one that counts them."""
    with lexicon.using(checked(folder)):
        types, rules = lexicon.types(), lexicon.rules()
        asked = [(r, example, hit) for r in rules for hit, told in ((True, r.yes), (False, r.no)) for example in told]
        rows = [(rule, example, hit, lexicon.preface(example) + example.text) for rule, example, hit in asked]
    wrong = []
    for rule, example, hit, text in tqdm(rows, delay=1, disable=None, leave=False, unit="example", file=sys.stderr):
        if line := _fault(rule, example, hit, _story(text, folder, means)):
            wrong.append(line)
    yield from wrong
    yield f"{len(types)} types, {len(rules)} rules, {len(rows)} examples: {len(rows) - len(wrong)} as they say, {len(wrong)} not"


def _story(text: str, folder: str, means: dict[str, Any]) -> Story:
    from .. import extract

    return extract(from_text(text), codebook=folder, **means)


def _fault(rule: Rule, example: Example, hit: bool, story: Story) -> str:
    """What is wrong with an example; empty where nothing is."""
    told = [event for event in story.events if event.type == rule.type]
    name = f"{rule.type}/{rule.name}"
    if not hit:
        return f"{name}: must not tell “{example.text}”, and does" if told else ""
    if not told:
        return f"{name}: must tell “{example.text}”, and does not"
    names = {actor.id: actor.name for actor in story.actors}
    if any(_fits(example, event, names) for event in told):
        return ""
    return f"{name}: tells “{example.text}” as “{'” and “'.join(captions.caption(story, event) for event in told)}”"


def _fits(example: Example, event: Event, names: dict[str, str]) -> bool:
    asked = ((example.who, event.actors), (example.whom, event.targets))
    people = all(wanted is None or set(wanted) == {names[id] for id in ids} for wanted, ids in asked)
    return people and (example.status == event.status)
