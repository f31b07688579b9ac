"""A whole story as bytes and back, with what its tellings know and the public contract leaves out: merging asks for it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import orjson
from pydantic import TypeAdapter, ValidationError

from extract.store.engine import Unusable
from extract.types import Story

_ADAPTER: TypeAdapter[Story] = TypeAdapter(Story)


def encode(story: Story) -> bytes:
    """The story, packed."""
    return zlib.compress(orjson.dumps(story))


def decode(packed: bytes) -> Story:
    """The story that was packed. Raises Unusable."""
    try:
        return _story(unpacked(packed))
    except (zlib.error, orjson.JSONDecodeError):
        raise Unusable("a story in the store is damaged; restore a backup into a new store") from None


def unpacked(packed: bytes) -> Any:
    """The packed story as plain values."""
    return orjson.loads(zlib.decompress(packed))


def _story(values: Any) -> Story:
    try:
        return _ADAPTER.validate_json(orjson.dumps(values))
    except ValidationError as error:
        first = error.errors()[0]
        raise Unusable(
            f"a story in the store is of another kind ({'.'.join(map(str, first['loc']))}: {first['msg']}); "
            "restore a backup made by this version"
        ) from None


def rewritten(story: Story, change: Callable[[str], str]) -> Story:
    """The story with every string of it changed, but the words of the contract itself."""
    return _story(walked(orjson.loads(orjson.dumps(story)), change))


FIXED = frozenset({"kind", "status", "voice", "place", "why", "standing", "type", "rule", "sha256", "field"})


def walked(values: Any, change: Callable[[str], str]) -> Any:
    """Plain values with every string changed, save under the keys whose words are ours."""
    if isinstance(values, dict):
        return {k: v if k in FIXED else walked(v, change) for k, v in values.items()}
    if isinstance(values, list):
        return [walked(v, change) for v in values]
    return change(values) if isinstance(values, str) else values


def with_article(story: Story, id: str) -> Story:
    """A story of one article with that article under another id."""
    old = story.articles[0].id
    if old == id:
        return story
    plain = orjson.loads(orjson.dumps(story))
    plain["articles"][0]["id"] = id
    plain["id"] = id if story.id == old else story.id
    return _story(_moved(plain, old, id))


def _moved(values: Any, old: str, new: str) -> Any:
    """Plain values whose passages are of another article."""
    if isinstance(values, dict):
        return {k: new if k == "article" and v == old else _moved(v, old, new) for k, v in values.items()}
    return [_moved(v, old, new) for v in values] if isinstance(values, list) else values
