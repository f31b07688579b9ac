"""The table of extract/READING.md, from the sample files themselves: `python -m tests.reading.table` writes it anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from extract.reading import Unreadable, read_all
from extract.types import Article

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "extract" / "READING.md"
BEGIN, END = "<!-- the table: python -m tests.reading.table -->\n", "<!-- the end of the table -->\n"
FOLDERS = ("good", "broken", "hostile")


def samples(folder: str) -> list[str]:
    """The samples of a folder, without what only lies beside one."""
    return sorted(path.name for path in (HERE / folder).iterdir() if not path.name.endswith(".meta.json"))


def outcome(folder: str, name: str) -> tuple[list[Article | Unreadable], list[str]]:
    """What is read of a sample, and what is remarked, from inside its folder, so that no path of a machine is said."""
    notes: list[str] = []
    before = Path.cwd()
    os.chdir(HERE / folder)
    try:
        return list(read_all(name, note=notes.append)), notes
    finally:
        os.chdir(before)


def rows(folder: str) -> Iterator[str]:
    for name in samples(folder):
        made, notes = outcome(folder, name)
        said = [*(f"note: {note}" for note in notes), *map(line, made)]
        yield f"| `{name}` | {'<br>'.join(escaped(one) for one in said)} |\n"


def line(one: Article | Unreadable) -> str:
    if isinstance(one, Unreadable):
        return str(one)
    about = " · ".join(filter(None, (one.title, one.outlet, one.author, one.published)))
    return f"**{one.id}**: {one.words} words{f'; {about}' if about else ''}"


def escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*.", "\\*.")


def table() -> str:
    out = []
    for folder, heading in zip(FOLDERS, ("What is read", "What a broken one says", "What a hostile one says"), strict=True):
        out.append(f"\n| {folder} | {heading} |\n|---|---|\n{''.join(rows(folder))}")
    return "".join(out) + "\n"


def main() -> None:
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    PAGE.write_text(before + BEGIN + table() + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
