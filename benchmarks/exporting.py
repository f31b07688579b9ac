"""What each export takes and weighs: `python -m benchmarks.exporting [STORY.json] [--images]`; else of the seed story.

The first of its kind in a process waits for its library, so each is made twice and the second time counts; images need a browser.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from extract.commands.given import from_file
from extract.exports.formats import FORMATS, Format
from extract.types import Story
from tests.factories import seed_story


def main() -> int:
    """Prints a row for each format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="?", type=Path)
    parser.add_argument("--images", action="store_true")
    options = parser.parse_args()
    told = from_file(options.story)[0] if options.story else seed_story()
    table = Table("format", "kB", "first, ms", "then, ms", box=None)
    for name, format in FORMATS.items():
        if options.images or not format.browser:
            table.add_row(name, *_measured(format, told))
    Console(file=sys.stdout).print(table)
    return 0


def _measured(format: Format, story: Story) -> tuple[str, str, str]:
    first, data = _timed(format, story)
    then, _ = _timed(format, story)
    return f"{len(data) / 1000:.1f}", f"{first * 1000:.0f}", f"{then * 1000:.0f}"


def _timed(format: Format, story: Story) -> tuple[float, bytes]:
    start = time.perf_counter()
    data = format.make(story)
    return time.perf_counter() - start, data


if __name__ == "__main__":
    sys.exit(main())
