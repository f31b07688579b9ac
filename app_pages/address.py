"""What the address says of a page at first, taken over only where it can be; and what the page says in it from then on.

Streamlit binds widgets to the address by itself, but `st.switch_page` then refuses. What is read here is given to widgets as
their first values: written into the session, it would be lost where a browser says its width before it has drawn them.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st


def place(key: str, options: Iterable[str]) -> int | None:
    """Which of the options is meant; None for anything else."""
    known = list(options)
    return known.index(said) if (said := st.query_params.get(key)) in known else None


def several(key: str, options: Iterable[str]) -> list[str] | None:
    known = set(options)
    return [value for value in dict.fromkeys(st.query_params.get_all(key)) if value in known] or None


def text(key: str, *, most: int = 200) -> str:
    return st.query_params.get(key, "")[:most]


def day(key: str, *, first: date) -> date | None:
    try:
        return max(first, date.fromisoformat(st.query_params.get(key, "")))
    except ValueError:
        return None


def say(values: Mapping[str, str | Iterable[str] | None]) -> None:
    """Puts what is set into the address, and nothing else."""
    told = {key: [value] if isinstance(value, str) else list(value) for key, value in values.items() if value}
    if told != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(told)
