"""The pipeline that `--pipeline NAME` names, or the one line that says why it cannot be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .streams import Misuse

if TYPE_CHECKING:
    from spacy.language import Language


def loaded(name: str) -> Language:
    """The pipeline of that name."""
    from .. import _pipeline

    try:
        return _pipeline(name)
    except (FileNotFoundError, ValueError) as error:
        raise Misuse(f"--pipeline: {error}") from None
