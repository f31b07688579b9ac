"""What a small JSON file beside an article says of it: `uproar.meta.json` of `uproar.txt`."""

from __future__ import annotations

import json
import re
from typing import TypedDict

from .about import DATES, Unreadable, Way, is_date, said, web_address

SUFFIX = ".meta.json"
FIELDS = ("published", "outlet", "title", "author", "url")


class Said(TypedDict, total=False):
    published: str
    outlet: str
    title: str
    author: str
    url: str


def of(path: str, way: Way) -> Said:
    """What the sidecar of *path* says; nothing when there is none. Raises `Unreadable` when it is no sidecar."""
    name = sidecar_of(path)
    data = way.beside(name) if name else None
    if name is None or data is None:
        return {}
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(path, f"{name} beside it is no JSON", f"give it {', '.join(FIELDS)}, or take it away") from None
    if not isinstance(table, dict):
        raise Unreadable(path, f"{name} beside it is no JSON object", f"give it {', '.join(FIELDS)}, or take it away")
    if unknown := [key for key in map(str, table) if key not in FIELDS]:
        way.note(f"{name}: {', '.join(unknown)} not used; it may say {', '.join(FIELDS)}")
    return _checked(table, path, name)


def sidecar_of(path: str) -> str | None:
    """The name that the sidecar of a file would have: none for an address or a row."""
    if re.match(r"(?i)https?://", path) or re.search(r"#\d+$", path):
        return None
    return re.sub(r"\.[^./\\]+$", "", path) + SUFFIX


def _checked(table: dict[str, object], path: str, name: str) -> Said:
    found: Said = {}
    for key in ("outlet", "title", "author"):
        if (value := said(table.get(key))) is not None:
            found[key] = value
    if published := said(table.get("published")):
        if not is_date(published):
            raise Unreadable(path, f"published {published!r} in {name} is no date", DATES)
        found["published"] = published
    if address := web_address(table.get("url")):
        found["url"] = address
    return found
