"""What several test files share: the pipeline, loaded once, a browser, and where the coded articles are."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

# The same examples on every machine, and no clock: others may be using the processor.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

PUBLIC = Path(__file__).parent / "gold" / "public"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--gold", type=Path, default=PUBLIC, metavar="DIR", help="a folder of coded articles to measure on")


@pytest.fixture(scope="session")
def gold(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.config.getoption("--gold")
    return folder


@pytest.fixture(scope="session")
def nlp() -> Language:
    from extract.language import load

    return load()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser; without one the test is skipped, save in CI, which has to have it."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None and os.environ.get("CI"):
        pytest.fail("CI must have a Chromium")
    return found or pytest.skip("no Chromium on this machine")
