"""The row of filters over all stories, each said in the address, so that a page can be sent as it is seen."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from app_pages import address
from extract.captions import STATUS_NAMES, type_name
from extract.store.exploring import Filter
from extract.store.withholding import BLOCK
from extract.tallies import Choices, Named

KEYS = ("words", "types", "by_outlet", "of_party", "with_actor", "from_day", "to_day", "status")
DONE, ANY = "happened", "any"
# In pixels, so that the row is one at 1280; a telephone has two of the short ones beside each other.
SEARCH, TYPES, SHORT, DAY, PHONE = 168, 180, 140, 132, 140
EARLIEST = date(1800, 1, 1)


def row(known: Choices, *, narrow: bool) -> Filter:
    """The filters as they are set, but for the status."""
    if narrow:
        words = _search("stretch")
        with st.expander(f"Filters{_set()}", key="filters"), st.container(horizontal=True, gap="small"):
            return _filter(known, words, short=PHONE, wide="stretch")
    with st.container(horizontal=True, gap="small", key="filters"):
        return _filter(known, _search(SEARCH), short=SHORT, wide=TYPES)


def status() -> tuple[str, ...]:
    """The statuses to count: at first what happened alone."""
    options = [DONE, *(status for status in STATUS_NAMES if status != DONE), ANY]
    at = address.place("status", options) or 0
    one = st.selectbox("Status", options, index=at, format_func=lambda one: STATUS_NAMES.get(one, "Of any status"), key="status",
                       width=200, on_change=_anew, label_visibility="collapsed")  # fmt: skip
    return () if one == ANY else (one,)


def said() -> dict[str, Any]:
    """The filters as an address has them."""
    values = {key: st.session_state.get(key) for key in KEYS}
    days = {key: day.isoformat() for key, day in values.items() if isinstance(day, date)}
    return {**values, **days, "status": None if values["status"] == DONE else values["status"]}


def _search(width: Any) -> str:
    said = st.text_input("Search", value=address.text("words"), key="words", placeholder="Words", type="search", width=width,
                         help="Words that the events hold: names, quotes, and the words that tell them.",
                         on_change=_anew)  # fmt: skip
    return said or ""


def _filter(known: Choices, words: str, *, short: Any, wide: Any) -> Filter:
    options = [one.key for one in known.types]
    first = address.several("types", options)
    types = st.multiselect("Types", options, default=first, format_func=type_name, key="types", placeholder="All types",
                           width=wide, on_change=_anew)  # fmt: skip
    outlet = _one("Outlet", known.outlets, "by_outlet", short)
    party = _one("Party", known.parties, "of_party", short)
    actor = _one("Actor", known.actors, "with_actor", short)
    first, last = _day("From", "from_day", short), _day("To", "to_day", short)
    return Filter(tuple(sorted(types)), (), outlet, party, actor, first, last, words.strip())


def _one(label: str, options: tuple[Named, ...], key: str, width: Any) -> str | None:
    """One of those there are, by its key; who is withheld cannot be asked for."""
    names = {one.key: one.name for one in options if BLOCK not in one.name}
    at = address.place(key, names)
    return st.selectbox(label, list(names), index=at, format_func=lambda one: names.get(one, one), key=key, placeholder="Any",
                        width=width, on_change=_anew)  # fmt: skip


def _day(label: str, key: str, width: Any) -> str | None:
    first = address.day(key, first=EARLIEST)
    day = st.date_input(label, value=first, key=key, format="YYYY-MM-DD", min_value=EARLIEST, width=min(width, DAY),
                        on_change=_anew)  # fmt: skip
    return day.isoformat() if day else None


def _anew() -> None:
    """Another filter begins at the first page of the table."""
    st.session_state.pop("page", None)


def _set() -> str:
    """How many filters are set beside the search."""
    number = sum(bool(st.session_state.get(key, st.query_params.get(key))) for key in KEYS[1:-1])
    return f" ({number} set)" if number else ""


def clear(also: Callable[[], None]) -> None:
    """Everything as it is without an address."""
    st.query_params.clear()
    for key in KEYS:
        st.session_state[key] = {"types": [], "words": "", "status": DONE}.get(key)
    also()
