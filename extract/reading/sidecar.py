"""What a small JSON file beside an article says of it, `uproar.meta.json` of `uproar.txt`; it goes before what that says."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from .about import DATES, Found, Unreadable, Way, is_date, said

SUFFIX = ".meta.json"
FIELDS = ("published", "outlet", "title", "author", "url")


def completed(found: Found, way: Way) -> Found:
    """What was found, with what its sidecar says. Raises `Unreadable` when that is no sidecar."""
    path, name = found.path, sidecar_of(found.path)
    data = way.beside(name) if name else None
    if name is None or data is None:
        return found
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(path, f"{name} beside it is no JSON", f"give it {', '.join(FIELDS)}, or take it away") from None
    if not isinstance(table, dict):
        raise Unreadable(path, f"{name} beside it is no JSON object", f"give it {', '.join(FIELDS)}, or take it away")
    if unknown := [key for key in map(str, table) if key not in FIELDS]:
        way.note(f"{name}: {', '.join(unknown)} not used; it may say {', '.join(FIELDS)}")
    return replace(found, **_checked(table, path, name))


def sidecar_of(path: str) -> str | None:
    """The name that the sidecar of a file would have: none for an address or a row."""
    if re.match(r"(?i)https?://", path) or re.search(r"#\d+$", path):
        return None
    return re.sub(r"\.[^./\\]+$", "", path) + SUFFIX


def _checked(table: dict[str, object], path: str, name: str) -> dict[str, str]:
    told = {key: value for key in FIELDS if (value := said(table.get(key)))}
    if "published" in told and not is_date(told["published"]):
        raise Unreadable(path, f"published {told['published']!r} in {name} is no date", DATES)
    return told
