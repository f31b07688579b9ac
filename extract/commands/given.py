"""The stories that somebody names: a file that `run --json` wrote."""

from __future__ import annotations

from pathlib import Path

from ..exports import contract
from ..types import Story
from .streams import Misuse


def from_file(path: Path) -> tuple[Story, ...]:
    """The stories of a file. Raises Misuse with the line that says what is wrong with it."""
    try:
        stories = contract.loads(path.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Misuse(f"{path}: cannot be read ({reason}); give a file that `run --json FILE` wrote") from None
    except contract.NotAStory as error:
        raise Misuse(f"{path}: {error}; give a file that `run --json FILE` wrote") from None
    if loose := next(filter(None, map(contract.dangling, stories)), ""):
        raise Misuse(f"{path}: {loose}; give a file that `run --json FILE` wrote")
    return stories
