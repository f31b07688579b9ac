"""The log of corrections as JSON and back, and what an entry must say before it is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from extract.corrections.kinds import Add, Correction, Entry, Rename, Reorder, Retime, Retype, SplitActor, Undo, pointed_at
from extract.types import TYPE_PATTERN, Story

_ADAPTER: TypeAdapter[Correction] = TypeAdapter(Annotated[Correction, Field(discriminator="action")])


class Unclear(ValueError):
    """A correction that cannot be kept as it stands: what is wrong with it, and what to do."""


def dumps(correction: Correction) -> dict[str, Any]:
    """A correction as plain values for JSON."""
    plain: dict[str, Any] = _ADAPTER.dump_python(correction, mode="json")
    return plain


def loads(values: Any) -> Correction:
    """The correction that `dumps` wrote. Raises Unclear."""
    try:
        return _ADAPTER.validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise Unclear(f"no correction of this version ({'.'.join(map(str, first['loc']))}: {first['msg']})") from None


def signed(seq: int, correction: Correction, story: Story, *, by: str, at: str, why: str = "") -> Entry:
    """A line of the log about a story. Raises Unclear where nobody signs it, or where it says what cannot be."""
    checked(correction)
    if not by.strip():
        raise Unclear("a correction wants the name of whoever makes it; give yours")
    own = tuple(a.id for a in story.articles)
    meant = pointed_at(correction)
    return Entry(seq, by.strip(), at, correction, tuple(a for a in own if a in meant) or own, why.strip())


def checked(correction: Correction) -> Correction:
    """The correction itself. Raises Unclear for a type, a date or a name that can be none, and for acts without words."""
    type = correction.type if isinstance(correction, Retype) else correction.what.type if isinstance(correction, Add) else None
    if type is not None and not re.fullmatch(TYPE_PATTERN, type):
        raise Unclear(f"{type!r} is no type of event; see the codebook for those there are")
    if isinstance(correction, (Rename, SplitActor)) and not correction.name.strip():
        raise Unclear("a name is wanted, and none was given")
    if isinstance(correction, Retime):
        _check_days(correction)
    if not isinstance(correction, Undo) and isinstance(correction, (Add, Reorder)) and not pointed_at(correction):
        raise Unclear("an act wants the words that tell it; mark them in the article")
    return correction


def _check_days(correction: Retime) -> None:
    """Raises Unclear where a day is none, or the latest lies before the earliest."""
    days = (correction.date, correction.earliest, correction.latest)
    for day in filter(None, days):
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
                raise ValueError
            date.fromisoformat(day)
        except ValueError:
            raise Unclear(f"{day!r} is no date; one such as 2016-05-10 is expected") from None
    if correction.earliest and correction.latest and correction.latest < correction.earliest:
        raise Unclear(f"the latest, {correction.latest}, lies before the earliest, {correction.earliest}")
    if not any(days):
        raise Unclear("a date is wanted, or the earliest and the latest that it can be")


def renamed(entry: Entry, ids: dict[str, str]) -> Entry:
    """An entry about articles that have other ids now."""
    moved = loads(_with_ids(dumps(entry.correction), ids))
    return replace(entry, correction=moved, articles=tuple(ids.get(a, a) for a in entry.articles))


def _with_ids(values: Any, ids: dict[str, str]) -> Any:
    """Plain values with other ids of articles in their passages."""
    if isinstance(values, dict):
        return {k: ids.get(v, v) if k == "article" else _with_ids(v, ids) for k, v in values.items()}
    return [_with_ids(v, ids) for v in values] if isinstance(values, list) else values
