"""The row of filters over all stories, each said in the address, so that a page can be sent as it is seen."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from extract.captions import STATUS_NAMES, type_name
from extract.store.exploring import Filter
from extract.store.withholding import BLOCK
from extract.tallies import Choices, Named

KEYS = ("words", "types", "by_outlet", "of_party", "with_actor", "days", "status")
DONE, ANY = "happened", "any"
# In pixels, so that the row is one at 1280; a telephone has two of the short ones beside each other.
SEARCH, TYPES, SHORT, DAYS, PHONE = 180, 190, 145, 240, 140
EARLIEST = date(1800, 1, 1)


def row(known: Choices, *, narrow: bool) -> Filter:
    """The filters as they are set, but for the status."""
    if narrow:
        words = _search("stretch")
        with st.expander(f"Filters{_set()}", key="filters"), st.container(horizontal=True, gap="small"):
            return _filter(known, words, short=PHONE, wide="stretch")
    with st.container(horizontal=True, gap="small", key="filters"):
        return _filter(known, _search(SEARCH), short=SHORT, wide=None)


def status() -> tuple[str, ...]:
    """The statuses to count: at first what happened alone."""
    options = [DONE, *(status for status in STATUS_NAMES if status != DONE), ANY]
    one = st.selectbox("Status", options, format_func=lambda one: STATUS_NAMES.get(one, "Of any status"), key="status",
                       bind="query-params", width=200, on_change=_anew, label_visibility="collapsed")  # fmt: skip
    return () if one == ANY else (one,)


def _search(width: Any) -> str:
    return st.text_input("Search", key="words", placeholder="Words in the events", type="search", bind="query-params",
                         width=width, on_change=_anew) or ""  # fmt: skip


def _filter(known: Choices, words: str, *, short: Any, wide: Any) -> Filter:
    types = st.multiselect("Types", [one.key for one in known.types], format_func=type_name, key="types", placeholder="All types",
                           bind="query-params", width=wide or TYPES, on_change=_anew)  # fmt: skip
    outlet = _one("Outlet", known.outlets, "by_outlet", short)
    party = _one("Party", known.parties, "of_party", short)
    actor = _one("Actor", known.actors, "with_actor", short)
    days = st.date_input("Days", value=[], key="days", format="YYYY-MM-DD", min_value=EARLIEST, bind="query-params",
                         width=wide or DAYS, on_change=_anew)  # fmt: skip
    first, last = ([day.isoformat() for day in days if day] + [None, None])[:2]
    return Filter(tuple(sorted(types)), (), outlet, party, actor, first, last, words.strip())


def _one(label: str, options: tuple[Named, ...], key: str, width: Any) -> str | None:
    """One of those there are, by name, since the address carries the name; who is withheld has none."""
    names = {one.name: one.key for one in options if BLOCK not in one.name}
    name = st.selectbox(label, list(names), index=None, key=key, placeholder="Any", bind="query-params", width=width,
                        on_change=_anew)  # fmt: skip
    return names.get(name) if name else None


def _anew() -> None:
    """Another filter begins at the first page of the table."""
    st.session_state.pop("page", None)


def _set() -> str:
    """How many filters are set beside the search."""
    number = sum(bool(st.session_state.get(key)) for key in KEYS[1:-1])
    return f" ({number} set)" if number else ""


def clear(also: Callable[[], None]) -> None:
    """Everything as it was at first."""
    for key in KEYS:
        st.session_state[key] = {"types": [], "words": "", "days": [], "status": DONE}.get(key)
    also()
