"""The log says what happened to which source, and never a word of an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import logs
from extract.__main__ import main
from tests.reading import make

SAMPLES = Path(__file__).parent / "reading"


def test_no_word_of_an_article_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a\n\x1b[2J.txt").write_text(make.text(), encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(bytes(99))
    assert main(["--log-level", "debug", "run", str(tmp_path), str(SAMPLES / "broken"), "--json", str(tmp_path / "x.json")]) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if " INFO " in line or " WARNING " in line or " ERROR " in line]
    assert told[0].endswith("INFO run begins")
    assert "INFO run ends with 1 after" in told[-1]
    assert any("WARNING skipped" in line and "bad.txt" in line for line in told)
    assert any("INFO extracted" in line and "a\\n\\x1b[2J.txt" in line for line in told)
    words = {word for paragraph in (*make.PARAGRAPHS, *make.SECOND, make.TITLE) for word in paragraph.split() if len(word) > 6}
    assert not [word for word in words if any(word in line for line in told)]


@pytest.mark.parametrize(("given", "said", "level"), [("info", "", "info"), (None, "DEBUG", "debug"), (None, "x", None)])
def test_the_level_is_asked_for_or_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, given: str | None, said: str, level: str | None
) -> None:
    monkeypatch.setenv(logs.VARIABLE, said)
    assert logs.level_of(given) == level
