"""The store behind the dashboard: opened once in the life of the server, and what it holds."""

import ipaddress
import os

import streamlit as st

from extract.corrections import Corrected
from extract.store import Row, Store

CHANGES = "ORDER_PAPER_CHANGES"


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store at ORDER_PAPER_STORE, or the file in the user's data folder. Raises Unusable."""
    return Store.open()


def stories() -> tuple[Row, ...]:
    """What the store holds, the latest first."""
    return store().stories()


def story(id: str) -> Corrected:
    """A story as people have corrected it. Raises Unusable where there is none of that id."""
    return store().corrected(id)


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
