"""The extraction against coded articles: `python -m benchmarks.gold --gold DIR [--detail]` prints how tests/score.py sees it.

`--case lower` reads the articles as an archive keeps them that has lost all capitals. `--pin` measures what stands in the
project (the seeds, each alone, and each set of coded articles) and writes it to tests/floors.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from extract import extract
from extract.exports import contract
from extract.reading import read
from tests import score

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
FLOORS = ROOT / "tests" / "floors.json"
CASES: dict[str, Callable[[str], str]] = {"lower": str.lower, "upper": str.upper}
SETS = ("seeds/000_d9b51875ac103a4e", "seeds/001_0c2d6d804e18f2e6", "public", "fresh", "plain", "wide", "brief")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gold")
    parser.add_argument("--gold", type=Path, default=GOLD / "public", metavar="DIR", help="ID.txt and ID.json for each article")
    parser.add_argument("--case", choices=CASES, help="read them without capitals, or with nothing else")
    parser.add_argument("--detail", action="store_true", help="show what was missed and added")
    parser.add_argument("--pin", action="store_true", help="measure the project's own gold and write tests/floors.json")
    options = parser.parse_args(argv)
    if options.pin:
        FLOORS.write_text(json.dumps(pinned(), indent=2) + "\n", encoding="utf-8")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        predict(coded(options.gold), Path(folder), CASES.get(options.case, str))
        detail = ["--detail"] if options.detail else []
        code: int = score.main([str(options.gold), folder, str(options.gold), *detail])
        return code


def coded(place: Path) -> list[Path]:
    """The gold files of a folder, or the one of that name; a merged story is no coded article."""
    files = sorted(place.glob("*.json")) if place.is_dir() else [place.with_name(place.name + ".json")]
    return [
        file for file in files if {"actors", "events"} <= (gold := json.loads(file.read_text())).keys() and "articles" not in gold
    ]


def predict(files: list[Path], folder: Path, written: Callable[[str], str] = str) -> None:
    """One story per article, read as of the day that the gold says; *written* may change the case of its letters."""
    for file in files:
        article = read(file.with_suffix(".txt"), published=json.loads(file.read_text(encoding="utf-8"))["published"])
        lines = (line if len(written(line)) != len(line) else written(line) for line in article.text.split("\n"))
        try:
            told = extract(replace(article, text="\n".join(lines)))
        except Exception as error:
            # The scorer counts it as an empty prediction, the gate as a failure.
            sys.stderr.write(f"{file.stem}: {type(error).__name__}: {error}\n")
        else:
            (folder / file.name).write_text(contract.dumps([told]), encoding="utf-8")


def figures(files: list[Path], folder: Path) -> dict[str, float]:
    """The totals over the files; what there is nothing to count for is left out."""
    scores = []
    for file in files:
        predicted, why = score.load(folder / file.name)
        assert why is None, f"{file.name}: {why}"
        text = file.with_suffix(".txt").read_text(encoding="utf-8-sig")
        scores.append(score.score_one(json.loads(file.read_text(encoding="utf-8")), predicted, text))
    made = {f"{key}_f1": score.f1(score.add(scores, key)) for key in score.FIGURES}
    made["order"] = score.macro(scores, "order")
    made |= {key: score.share(score.add(scores, key)) for key in ("order_all", "date", "evidence")}
    return {key: round(value, 3) for key, value in made.items() if value is not None}


def measured(name: str, written: Callable[[str], str] = str) -> dict[str, float]:
    """The figures of one of `SETS`, *written* in another case where that is told."""
    files = coded(GOLD / name)
    with tempfile.TemporaryDirectory() as folder:
        predict(files, Path(folder), written)
        return figures(files, Path(folder))


def digest(name: str) -> str:
    """What the gold of one of `SETS` is, and the scorer with it: a change of either is to be seen."""
    files = [path for file in coded(GOLD / name) for path in (file, file.with_suffix(".txt"))]
    content = b"\0".join(path.read_bytes() for path in [*files, ROOT / "tests" / "score.py"])
    return hashlib.sha256(content).hexdigest()[:16]


def pinned() -> dict[str, dict[str, object]]:
    return {name: {"gold": digest(name), "floors": measured(name)} for name in SETS}


if __name__ == "__main__":
    sys.exit(main())
