"""What is asked of a run, as one frozen value that goes to every worker, and the word by which equal runs know each other."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from extract.reading import MAX_CHARS

PACKAGE = Path(__file__).parent.parent
ELSEWHERE = {"views", "exports", "store", "commands", "corrections", "__pycache__"}  # what has no say in what is found


@dataclass(frozen=True, slots=True)
class Job:
    """Where results go, by what articles are read, whether the gate stands before the parse, and whether stories are kept."""

    out: str
    published: str | None = None
    outlet: str | None = None
    max_chars: int = MAX_CHARS
    pipeline: str | None = None
    codebook: str | None = None
    roster: str | None = None
    gate: bool = True
    stories: bool = False

    def version(self) -> str:
        """Another word whenever the code, the rules, the pipeline or what was asked could make other rows."""
        told = hashlib.blake2b(repr(astuple(self)[1:]).encode(), digest_size=8)
        for given in (self.codebook, self.roster, self.pipeline):
            told.update(_written(Path(given)).encode() if given else b"\0")
        told.update(_ours().encode())
        return told.hexdigest()


@cache
def _ours() -> str:
    return _written(PACKAGE)


def _written(place: Path) -> str:
    """A hash of a file, or of all files in a folder that could matter; of what lies nowhere, an installed pipeline, its name."""
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
    told = hashlib.blake2b(str(place).encode() if not files else b"", digest_size=16)
    for file in files:
        parts = file.relative_to(place).parts if file != place else (file.name,)
        if not ELSEWHERE & {*parts} and file.suffix != ".pyc":
            told.update("/".join(parts).encode() + b"\0" + file.read_bytes())
    return told.hexdigest()
