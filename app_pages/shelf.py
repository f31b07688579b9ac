"""The store behind the dashboard: opened once in the life of the server, and what it holds, read again only when it changed."""

import ipaddress
import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

import streamlit as st

from app_pages import articles
from extract.corrections import Corrected
from extract.store import Row, Store, Unusable

CHANGES = "ORDER_PAPER_CHANGES"


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store at ORDER_PAPER_STORE, or the file in the user's data folder. Raises Unusable."""
    return Store.open()


def warm() -> None:
    """Lets the reading of the seed story begin where the store is empty; what is wrong with a store, each page says."""
    with suppress(Unusable):
        if not stories():
            articles.seeds()


def stories() -> tuple[Row, ...]:
    """What the store holds, the latest first."""
    return _stories(store().revision())


def story(id: str) -> Corrected:
    """A story as people have corrected it. Raises Unusable where there is none of that id."""
    return _corrected(store().revision())(id)


@st.cache_resource(max_entries=2, show_spinner=False)
def _stories(revision: str) -> tuple[Row, ...]:
    del revision
    return store().stories()


@st.cache_resource(max_entries=2, show_spinner=False)
def _corrected(revision: str) -> Callable[[str], Corrected]:
    """The stories of the store in one state; all are forgotten with the state after the next."""
    del revision
    return lru_cache(32)(store().corrected)


def place() -> str:
    """Where the store is, without a password."""
    return store().place


def writable() -> bool:
    """Whether this dashboard may change the store: on this machine alone, or where whoever runs it says so."""
    told = os.environ.get(CHANGES, "").strip().lower()
    return told in {"1", "yes", "true", "on"} if told else _alone(st.get_option("server.address"))


def _alone(address: str | None) -> bool:
    """Whether a server that listens there is heard on this machine only."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False
