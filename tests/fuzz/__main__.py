"""`python -m tests.fuzz reading|corpus|extraction|export --seconds N`: searches for an input that breaks a property.

What is found is written into found/, where the tests try it from then on; what is tried lies outside the project.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import time
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

FOUND = Path(__file__).parent / "found"
# Whose code is watched for new paths; watching lxml, which is no Python, would see nothing.
WATCHED = {
    "reading": [
        "tests.fuzz",
        "extract.reading",
        "extract.english",
        "pypdf",
        "docx",
        "feedparser",
        "markdown_it",
        "trafilatura",
        "zipfile",
    ],
    "corpus": ["tests.fuzz", "extract.reading"],
    "extraction": ["extract", "tests.fuzz"],
    "export": ["extract", "tests.fuzz"],
}
HANG, SLOW = 30, 10  # seconds: an input is stopped, or noted
MEMORY = 3_000  # megabytes
LONGEST = 30_000  # bytes of an input


def main(argv: Sequence[str] | None = None) -> int:
    """Searches, and says how much was tried and what was found; 1 when something was."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=WATCHED)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument(
        "--work", type=Path, default=Path(tempfile.gettempdir()) / "order-paper-fuzz", help="where inputs are kept"
    )
    parser.add_argument("--inner", action="store_true", help="search in this process; the outer one starts it anew when it dies")
    options = parser.parse_args(argv)
    if find_spec("atheris") is None:
        sys.stderr.write("atheris is not installed; .venv/bin/pip install -r tests/fuzz/requirements.txt\n")
        return 2
    return _search(options) if options.inner else _supervised(options)


def _supervised(options: Namespace) -> int:
    """Starts the search anew as often as an input kills it, until the time is up."""
    from tests.fuzz.seeds import SEEDS  # here, since what is imported before the search is not watched

    work = options.work / options.target
    (work / "corpus").mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(SEEDS[options.target]()):
        (work / "corpus" / f"seed-{number}").write_bytes(data)
    before, end, tried = set(_found(options.target)), time.monotonic() + options.seconds, 0
    while (left := int(end - time.monotonic())) > 0:
        inner = [
            sys.executable,
            "-m",
            "tests.fuzz",
            options.target,
            "--inner",
            "--seconds",
            str(left),
            "--work",
            str(options.work),
        ]
        (work / "state.json").write_text('{"tried": 0}', encoding="utf-8")
        with (work / "log").open("ab") as log:
            subprocess.run(inner, stdout=log, stderr=log, check=False)
        tried += json.loads((work / "state.json").read_text(encoding="utf-8"))["tried"]
        for kind in ("crash", "timeout", "oom"):
            for file in work.glob(f"{kind}-*"):
                _keep(options.target, kind, file.read_bytes())
                file.unlink()
    new = [name for name in _found(options.target) if name not in before]
    sys.stdout.write(f"{options.target}: {tried:,} inputs in {options.seconds} s, findings: {len(new)} {' '.join(new)}\n")
    return 1 if new else 0


def _search(options: Namespace) -> int:
    """One run of the fuzzer; a broken property is kept, once for each place that breaks, and the search goes on."""
    import atheris

    with atheris.instrument_imports(include=WATCHED[options.target]):
        from tests.fuzz.properties import PROPERTIES

    work, check = options.work / options.target, PROPERTIES[options.target]
    tried, seen, last = 0, set[str](), time.monotonic()

    def once(data: bytes) -> None:
        nonlocal tried, last
        begun = time.monotonic()
        try:
            check(data)
        except Exception as error:
            _note(options.target, error, data, seen, work)
        tried += 1
        now = time.monotonic()
        if now - begun > SLOW:
            _keep(options.target, "slow", data)
        if now - last > 1:
            last = now
            (work / "state.json").write_text(json.dumps({"tried": tried}), encoding="utf-8")

    limits = [f"-max_total_time={options.seconds}", f"-timeout={HANG}", f"-rss_limit_mb={MEMORY}", f"-max_len={LONGEST}"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={work}/", str(work / "corpus")], once)
    atheris.Fuzz()
    return 0


def _note(target: str, error: Exception, data: bytes, seen: set[str], work: Path) -> None:
    """Keeps the first input that breaks at a place, and what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    said = str(error)[:40] if isinstance(error, AssertionError) else ""
    place = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno} {said}"
    if place not in seen:
        seen.add(place)
        name = _keep(target, "broken", data)
        with (work / "findings").open("a", encoding="utf-8", errors="replace") as log:
            log.write(f"{name}\n{''.join(traceback.format_exception(error))}\n")


def _keep(target: str, kind: str, data: bytes) -> str:
    name = f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}"
    (FOUND / target).mkdir(parents=True, exist_ok=True)
    (FOUND / target / name).write_bytes(data)
    return name


def _found(target: str) -> list[str]:
    return sorted(path.name for path in (FOUND / target).glob("*"))


if __name__ == "__main__":
    sys.exit(main())
