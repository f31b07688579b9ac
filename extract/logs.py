"""What an operator may read of a run: what was done to which source and how long it took, never a word of an article.

Only our own lines are shown: what libraries log quotes the pages that they read.
"""

from __future__ import annotations

import logging
import os
import sys

LEVELS = ("debug", "info", "warning", "error")
VARIABLE = "ORDER_PAPER_LOG"
LOG = logging.getLogger("extract")


def level_of(given: str | None) -> str | None:
    """The level that was asked for, in the command or in the environment; None where none was, or there is none such."""
    asked = (given or os.environ.get(VARIABLE, "")).strip().lower()
    return asked if asked in LEVELS else None


def begin(given: str | None = None) -> None:
    """Writes lines of that level and above to standard error; without one, nothing is written."""
    LOG.propagate = False
    for handler in tuple(LOG.handlers):
        LOG.removeHandler(handler)
    level = level_of(given)
    handler = logging.StreamHandler(sys.stderr) if level else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(level.upper() if level else logging.CRITICAL)


def level() -> str | None:
    """The level that lines are written at in this process, for one that it starts; None where none are."""
    written = any(type(handler) is logging.StreamHandler for handler in LOG.handlers)
    return logging.getLevelName(LOG.level).lower() if written else None


def name(source: str | None) -> str:
    """The name of a source on one line, in plain letters: a file's name may hold anything."""
    return ascii(source or "pasted text")[1:-1][:200]
