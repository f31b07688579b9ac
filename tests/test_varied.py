"""The corpus of the benchmarks: as many articles as are asked for, none like another, and as many that pass as in the file."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

from benchmarks import corpus, varied
from extract import gate

SITTING = "The Speaker ejected Tom Quibble from the House on Tuesday. {} shouted at Ann Wren in Parliament. The bill was {}."
BAKING = "Tom Quibble opened a bakery in Northwood. The oven is {}, said Ann Wren. She bakes {}."


def rows() -> list[dict[str, str]]:
    sat = [{"section": "politics", "text": SITTING.format(f"Ruth Sele{n}", n)} for n in range(4)]
    return sat + [{"section": "food", "text": BAKING.format(n, n + 1)} for n in range(36)]


def test_articles_are_varied_and_the_share_that_passes_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows()))
    given = varied.sources(file)
    assert sum(one.passes for one in given) == 4
    made = [*varied.articles(given, 400)]
    assert made == [*varied.articles(given, 400)]
    assert made != [*varied.articles(given, 400, seed=8)]
    assert len({*made}) == 400
    assert sum(map(gate.passes, made)) == 40
    assert not [text for text in made if "Quibble" in text or "Wren" in text]
    assert not [text for text in made if "bakery" in text and "Parliament" in text]
    assert [*islice(varied.articles(given, 400), 5)] == made[:5]


def test_the_benchmark_runs_on_them(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows()))
    lines = corpus.written(tmp_path, 7, varied.sources(file)).read_text().splitlines()
    assert len(lines) == 7
    assert any("bakery" in json.loads(line)["text"] for line in lines)
    assert len(corpus.written(tmp_path, 5, None).read_text().splitlines()) == 5
