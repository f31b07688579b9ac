"""What the layout promises: imports run one way, spaCy stays left of the bar, codebook and code agree, files stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import extract
from extract import lexicon
from extract.types import CORE_TYPES, EVENT_TYPES, STATUSES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "extract"
FILES = sorted(PACKAGE.rglob("*.py"))

CODE = [ROOT / "streamlit_app.py", *FILES]
CODE += sorted(path for name in ("app_pages", "benchmarks", "training/scripts") for path in (ROOT / name).rglob("*.py"))

# A module imports only from its left, or from its own folder.
FLOW = (
    "logs types garbled lexicon dates roster titles english language tree pieces grammar reading marks records boilerplate "
    "afterwards gate capitals places indoors venues document speech charges runs mention forms crowds partisans owners duals "
    "departed nobody mentions affiliations naming ranks together state bidding charging pronouns pairs described appositions "
    "presiding introduced actors patience context trailing rollcall spoken complaints motions floors floor grievances "
    "exchanges barbs matching scenes hints claims roles deciding utterances statements answers brawls galleries whence "
    "rows grounds replies repeats leaving when windows occasions belonging aftermath tellings accounts triggers causes "
    "recalled bygone phases wordings ties signals company counts spells events revealed confidence ranges hours openings "
    "protests closure order standings passages sanctions story stories captions corrections scorecard focus reviews "
    "crossings outlets tallies picks "
    "views exports store corpus worker commands "
).split()
# The pipeline is given to whoever parses; only the top of the package and the worker load it.
LOADERS = {"worker"}
# The only rooms that speak to spaCy; the worker and the top of the package name its types only.
SPACY = {"language", "pieces", "document", "capitals", "corpus"}
# Left of the bar: the only rooms that may look at the tree that it makes.
PARSED = {
    "pieces",
    "grammar",
    "indoors",
    "venues",
    "document",
    "speech",
    "context",
    "spoken",
    "crowds",
    "partisans",
    "trailing",
    "mentions",
    "runs",
    "affiliations",
    "naming",
    "pronouns",
    "pairs",
    "described",
    "grievances",
    "grounds",
    "actors",
    "roles",
    "together",
    "complaints",
    "deciding",
    "motions",
    "presiding",
    "floor",
    "floors",
    "forms",
    "whence",
    "barbs",
    "utterances",
    "claims",
    "statements",
    "repeats",
    "occasions",
    "when",
    "places",
    "hints",
    "matching",
    "belonging",
    "tellings",
    "accounts",
    "triggers",
    "causes",
    "recalled",
    "bygone",
    "phases",
    "wordings",
    "signals",
    "windows",
    "ties",
    "scenes",
    "bidding",
    "charging",
    "departed",
    "duals",
    "state",
    "aftermath",
    "exchanges",
    "replies",
}
TOP = {"__init__", "__main__"}


def room(path: Path) -> str:
    """The module, or the folder for what lies in one."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def typing_only(path: Path) -> set[ast.AST]:
    """What stands under `if TYPE_CHECKING`: no import at run time."""
    blocks = [n for n in ast.walk(tree(path)) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test)]
    return {node for block in blocks for node in ast.walk(block)}


def imported(path: Path) -> Iterator[str]:
    """Dotted names of all that a module imports at run time, also inside its functions; relative ones made absolute."""
    skipped = typing_only(path)
    package = (ROOT / path).relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree(path)):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            base = ".".join(filter(None, (base, node.module)))
            yield from (f"{base}.{name.name}" for name in node.names)


def own(name: str) -> str | None:
    """The room of ours that a dotted name is of; None for other people's modules and for the package's public names."""
    parts = name.split(".")
    if parts[0] != "extract" or len(parts) == 1:
        return None
    return None if parts[1] in {*extract.__all__, "from_text"} - set(FLOW) else parts[1]


def ids(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_every_module_has_its_place_in_the_flow() -> None:
    assert {room(path) for path in FILES} - TOP == set(FLOW)


@pytest.mark.parametrize(
    "path", [path for path in FILES if room(path) not in TOP], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_imports_run_one_way(path: Path) -> None:
    here = room(path)
    rooms = {found for name in imported(path) if (found := own(name)) is not None and found != here} & set(FLOW)
    assert rooms <= set(FLOW[: FLOW.index(here)]), f"{here} imports from its right"
    assert "language" not in rooms or here in LOADERS, f"{here} loads the pipeline itself"


@pytest.mark.parametrize("path", FILES, ids=ids(FILES))
def test_spacy_and_its_tree_are_looked_at_left_of_the_bar_only(path: Path) -> None:
    if room(path) not in SPACY | LOADERS | {"commands"}:
        assert [name for name in imported(path) if name.split(".")[0] == "spacy"] == []
    if room(path) not in PARSED:
        assert [name for name in imported(path) if name.startswith("extract.tree")] == []


@pytest.mark.parametrize(
    "name", ["extract", *(f"extract.{m}" for m in "events order story stories passages captions crossings exports views".split())]
)
def test_right_of_the_bar_runs_without_spacy(name: str) -> None:
    code = f"import {name}, pkgutil, importlib, sys\nm = sys.modules['{name}']\n"
    if name != "extract":
        code += "[importlib.import_module(m.__name__ + '.' + i.name) for i in pkgutil.iter_modules(getattr(m, '__path__', []))]\n"
    code += "print(*sorted({n.split('.')[0] for n in sys.modules} & {'spacy', 'thinc', 'streamlit'}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_bar_can_be_seen() -> None:
    code = "import extract.document, sys; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout == "True\n"


def test_public_names_are_exact() -> None:
    assert extract.__all__ == ["extract", "merge", "order_spans", "quotations", "read"]
    assert all(callable(getattr(extract, name)) for name in extract.__all__)


# the codebook


def codebook() -> str:
    return (PACKAGE / "CODEBOOK.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[str]:
    """The types in the table under a heading, in order."""
    section = codebook().split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


def test_codebook_and_code_name_the_same_types() -> None:
    assert tuple(rows("Core types")) == CORE_TYPES
    assert tuple(rows("Core types") + rows("Further types")) == EVENT_TYPES


def test_codebook_and_code_name_the_same_statuses() -> None:
    section = codebook().split("## Status\n")[1].split("\n## ")[0]
    assert tuple(re.findall(r"`(\w+)`", section.split(". ")[0])) == STATUSES


# the rules

EXAMPLES = {"yes", "no"}
# A capital in a rule is a name: the gazetteers are the lists that may hold them.
NAMED = {"parties", "legislatures", "given_names"}
RULE_FILES = sorted(path for path in lexicon.RULES.iterdir() if path.suffix == ".toml")


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in EXAMPLES:
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


@pytest.mark.parametrize("path", RULE_FILES, ids=[p.stem for p in RULE_FILES])
def test_a_rule_names_nobody(path: Path) -> None:
    if path.stem not in NAMED:
        assert [text for text in strings(lexicon.load(path)) if re.search(r"[A-ZĀ-Ž]", text)] == []


@pytest.mark.parametrize("path", RULE_FILES, ids=[p.stem for p in RULE_FILES])
def test_a_file_of_rules_says_where_it_comes_from_and_what_it_lacks(path: Path) -> None:
    header = path.read_text(encoding="utf-8").split("\n\n")[0]
    assert all(line.startswith("#") for line in header.splitlines())
    assert "# Provenance:" in header
    assert "# Known gaps:" in header


@pytest.mark.parametrize("person", ["Marlowe", "Okoro", "Hale", "Lind"])
def test_the_people_of_the_examples_are_in_no_list(person: str) -> None:
    for path in RULE_FILES:
        assert not [text for text in strings(lexicon.load(path)) if person.lower() in text.lower().split()], path.name


# the hand

LONGEST_FUNCTION, MEDIAN_FUNCTION, LONGEST_MODULE = 40, 10, 300


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


# Each is to be mended, and then leaves the list.
SILENT: set[str] = set()


def marked(failing: set[str]) -> list[object]:
    """All code, with what is known to fall short expected to fail."""
    mark = pytest.mark.xfail(strict=True, reason="known to fall short")
    names = ids(CODE)
    return [pytest.param(path, id=name, marks=mark if name in failing else ()) for path, name in zip(CODE, names, strict=True)]


@pytest.mark.parametrize("path", CODE, ids=ids(CODE))
def test_a_module_stays_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", CODE, ids=ids(CODE))
def test_functions_stay_small(path: Path) -> None:
    assert {name: size for name, size in functions(path) if size > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("top", ["extract", "app_pages", "benchmarks", "training"])
def test_the_median_function_is_read_at_a_glance(top: str) -> None:
    sizes = sorted(size for path in CODE if path.is_relative_to(ROOT / top) for _, size in functions(path))
    assert sizes[len(sizes) // 2] <= MEDIAN_FUNCTION


@pytest.mark.parametrize("path", marked(SILENT))
def test_a_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", FILES, ids=ids(FILES))
def test_nothing_is_printed(path: Path) -> None:
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [path.name for path in CODE if re.match(r"(utils?|helpers?|common|misc)\.py$", path.name)] == []


# the promises themselves


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("from extract import document", ["extract.document"]),
        ("from extract.types import Span", ["extract.types.Span"]),
        ("from .types import Span", ["extract.types.Span"]),
        ("import spacy", ["spacy"]),
        ("def f():\n    from spacy.tokens import Doc", ["spacy.tokens.Doc"]),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import spacy", ["typing.TYPE_CHECKING"]),
    ],
)
def test_an_import_is_seen_wherever_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, expected: list[str]
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    path = tmp_path / "extract" / "made_up.py"
    path.parent.mkdir()
    path.write_text(line, encoding="utf-8")
    assert list(imported(path)) == expected
