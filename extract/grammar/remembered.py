"""What was asked of a tree is not asked again: each rule asks who the subject is, and the answer is the same.

Trees change while `retag` mends them, and `forget` follows it; nothing that is asked in between may be remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

MOST = 2**16  # answers of each question: those of one article of a million characters, forgotten with the next that is mended

P = ParamSpec("P")
R = TypeVar("R")
_CACHES: list[Callable[[], None]] = []


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """A question about tokens whose answer is kept."""
    kept: Any = lru_cache(MOST)(function)
    _CACHES.append(kept.cache_clear)
    return kept  # type: ignore[no-any-return]


def remembered_list(function: Callable[P, list[R]]) -> Callable[P, list[R]]:
    """Like `remembered`, for a list, handed out as one of its own, since whoever asks may add to it."""
    kept = remembered(function)

    @wraps(function)
    def asked(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        return list(kept(*args, **kwargs))

    return asked


def forget() -> None:
    """To be told when a tree changes."""
    for clear in _CACHES:
        clear()
