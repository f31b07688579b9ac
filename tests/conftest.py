"""What several test files share: the pipeline, loaded once, a browser, and where the coded articles are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import databases

if TYPE_CHECKING:
    from spacy.language import Language

# The same examples on every machine, and no clock: others may be using the processor.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

PUBLIC = Path(__file__).parent / "gold" / "public"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--gold", type=Path, default=PUBLIC, metavar="DIR", help="a folder of coded articles to measure on")


@pytest.fixture(autouse=True)
def _not_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run in the process of the tests must not put that behind all others: it could not come back."""
    monkeypatch.setattr("extract.commands.corpus._give_way", lambda: None)


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


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server; without one the test is skipped, save in CI, which has to have it."""
    if given := os.environ.get(databases.GIVEN):
        yield given
        return
    if databases.programs() is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have a PostgreSQL")
        pytest.skip("no PostgreSQL on this machine")
    with databases.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, on each of the databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    return databases.fresh(request.getfixturevalue("postgres"))


@pytest.fixture(scope="session")
def ftm() -> Path:
    """A Python that has the library of FollowTheMoney; without one the test is skipped, save in CI, which has to have it."""
    found = Path(__file__).parent.parent / ".venv" / "ftm" / "bin" / "python"
    if not found.exists():
        if os.environ.get("CI"):
            pytest.fail("CI must have the library of FollowTheMoney: make ftm")
        pytest.skip("no library of FollowTheMoney: make ftm builds it")
    return found
