"""Text that came out of an article, made fit for any file: no control character, no turned writing, no half of a character.

A name of a file, an identifier and a line of words are made here too, so that every format treats what is hostile alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..types import Event

# What XML cannot hold, the C1 controls, and what turns the direction of writing: a name could be shown as another.
UNFIT = re.compile(
    r"[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
LONGEST_NAME = 80  # bytes
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")  # on Windows no file can be called so


def clean(text: str | None) -> str:
    """The text without what no format can hold; line breaks and tabs stay."""
    return UNFIT.sub("", text or "")


def on_one_line(text: str | None) -> str:
    """The text, clean, on one line."""
    return " ".join(clean(text).split())


def joined(texts: Iterable[str | None], *, by: str = "; ") -> str:
    """Several texts on one line; those that say something."""
    return by.join(filter(None, map(on_one_line, texts)))


def file_name(id: str) -> str:
    """An id as the name of a file, in no other folder and hidden nowhere."""
    plain = re.sub(r"[^\w.-]+", "-", clean(id)).strip(".-").encode()[:LONGEST_NAME].decode("utf-8", "ignore") or "story"
    return f"{plain}-story" if _DEVICE.match(plain) else plain


def days(event: Event) -> tuple[date, date] | None:
    """The first and the last day on which an event can have been; None where the text gives none."""
    first = day(event.date) or day(event.earliest) or day(event.latest)
    last = day(event.date) or day(event.latest) or first
    return (min(first, last), max(first, last)) if first and last else None


def day(text: str | None) -> date | None:
    """The day that a date or a date-time begins with; None for what is neither."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
