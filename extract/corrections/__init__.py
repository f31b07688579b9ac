"""What people say of the machine's story: a log of corrections, applied again after each extraction by the words they point at.

`what` and `who` point at an act and an actor of a story, `signed` makes a line of the log of what is said of them, and `apply`
gives the corrected story, who vouches for which act, and what could not be placed.
"""

from __future__ import annotations

from extract.corrections.applying import Corrected, Unplaced, apply, batches, holding, undone
from extract.corrections.draft import Review
from extract.corrections.kinds import Correction, Entry, What, Who
from extract.corrections.log import Unclear, dumps, loads, renamed, signed
from extract.corrections.pointing import Lost, what, who
from extract.corrections.wording import in_words

__all__ = [
    "Corrected", "Correction", "Entry", "Lost", "Review", "Unclear", "Unplaced", "What", "Who", "apply", "batches", "dumps",
    "holding", "in_words", "loads", "renamed", "signed", "undone", "what", "who",
]  # fmt: skip
