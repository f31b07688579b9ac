"""Clock times of news: "9.15pm", "shortly after noon", "half past nine in the evening" → a window of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
NOUNS = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 24 * 60}
FRACTIONS = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5, "twenty-five": 25}
# Minutes before and after that a word of nearness leaves open.
NEAR = {"shortly after": (0, 30), "just after": (0, 15), "soon after": (0, 30), "a little after": (0, 30), "after": (0, 60)}
NEAR |= {"shortly before": (30, 0), "just before": (15, 0), "a little before": (30, 0), "before": (60, 0), "by": (60, 0)}
NEAR |= {"around": (15, 15), "about": (15, 15), "close to": (15, 15), "nearly": (15, 0), "almost": (15, 0), "towards": (30, 0)}
# Hours that a part of the day covers.
PARTS = {
    "morning": (5, 12),
    "lunchtime": (11, 15),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "night": (18, 24),
    "tonight": (17, 24),
}

HALF = r"(?P<half>[ap])(?:\.\s?m\.?|m\b)"
HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(NUMBERS)})"
PATTERNS = (
    rf"(?P<hour>\d{{1,2}})\s?[.:]\s?(?P<minute>\d{{2}})\s?{HALF}",
    rf"{HOUR}\s?{HALF}",
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b(?!\s?[ap]\.?m)",
    r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s(?:hours|hrs|h|GMT)\b",
    rf"(?P<fraction>{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})[ -](?P<side>past|to)\s{HOUR}(?:\s?{HALF})?",
    rf"{HOUR}\so'?clock(?:\s?{HALF})?",
    rf"(?P<noun>{'|'.join(NOUNS)})",
)
NEARNESS = rf"(?:\b(?P<near>{'|'.join(sorted(NEAR, key=len, reverse=True))})\s)?(?<![\w.:/-])"
CLOCK = [re.compile(NEARNESS + pattern, re.I) for pattern in PATTERNS]
PART = re.compile(rf"\b(?:in the |at |that |this |on \w+ )?(?P<part>{'|'.join(PARTS)})s?\b", re.I)
DAY = 24 * 60
# What stands in every clock time: a figure, or a word that goes with an hour in words.
HINT = re.compile(rf"\d|clock|{'|'.join(NOUNS)}|[ap]\.\s?m|[ap]m\b|(?:{'|'.join(FRACTIONS)})[ -](?:past|to)", re.I)


def windows(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Each clock time of a text: where it begins and ends, and the first and last minute, "HH:MM", that it can mean."""
    if HINT.search(text) is None:
        return
    taken: list[tuple[int, int]] = []
    for pattern in CLOCK:
        for match in pattern.finditer(text):
            minute = _minute(match, text)
            if minute is None or any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            before, after = NEAR.get((match["near"] or "").lower(), (0, 0))
            yield match.start(), match.end(), said(minute - before), said(minute + after)


def part_of_day(words: str) -> tuple[str, str] | None:
    """The hours that "afternoon", "last night" leave open."""
    match = PART.search(words)
    if match is None:
        return None
    first, last = PARTS[match["part"].lower()]
    return said(first * 60), said(last * 60)


def said(minute: int) -> str:
    """Minutes since midnight as "HH:MM", no later than the last of the day."""
    minute = max(0, min(minute, DAY - 1))
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(match: re.Match[str], text: str) -> int | None:
    """Minutes since midnight; None where the hour cannot be one, or either half of the day could be meant."""
    found = match.groupdict()
    if found.get("noun"):
        return NOUNS[found["noun"].lower()]
    told = found["hour"].lower()
    hour = NUMBERS.index(told) + 1 if told in NUMBERS else int(told)
    half = (found.get("half") or "").lower()
    if "half" in found:
        hour = hour % 12 if 1 <= hour <= 12 else DAY
        half = half or _half_said(text[match.end() :])
        if not half:
            return None
        hour += 12 if half == "p" else 0
    minute = int(found.get("minute") or 0)
    if found.get("fraction"):
        minute = FRACTIONS[found["fraction"].lower()] * (1 if found["side"].lower() == "past" else -1)
    total = hour * 60 + minute
    return total if 0 <= total < DAY and minute % 60 >= 0 else None


def _half_said(after: str) -> str:
    """ "nine o'clock *at night*": the half of the day that the words behind it say."""
    match = re.match(r"\s(?:in the|at|that|on \w+) (morning|afternoon|evening|night)", after, re.I)
    return "" if match is None else "a" if match[1].lower() == "morning" else "p"
