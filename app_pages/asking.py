"""Questions across all stories and the figures of their answers, remembered within bounds while the store is the same."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pandas as pd  # noqa: F401  whole, before anything draws: Plotly trips over one that another session is importing
import plotly.graph_objects as go
import streamlit as st

from app_pages import shelf
from extract import views
from extract.picks import Kind
from extract.store import exploring
from extract.store.exploring import Filter
from extract.tallies import Choices, Ejections, Line, Month, Out, Pairs, Sum


def choices() -> Choices:
    return _asked("choices")


def count(filter: Filter) -> Sum:
    return _asked("count", filter)


def months(filter: Filter) -> tuple[Month, ...]:
    return _asked("months", filter)


def pairs(filter: Filter, columns: int) -> Pairs:
    return _asked("pairs", filter, targets=columns)


def ejections(filter: Filter) -> Ejections:
    return _asked("ejections", filter)


def last_out(filter: Filter) -> str | None:
    return _asked("last_out", filter)


def out(filter: Filter, on: str) -> tuple[Out, ...]:
    return _asked("out", filter, on=on)


def rows(filter: Filter, limit: int, offset: int) -> tuple[Line, ...]:
    return _asked("rows", filter, limit=limit, offset=offset)


def _asked(question: str, *args: Filter, **options: Any) -> Any:
    return _answers(shelf.store().revision())(question, *args, **options)


@st.cache_resource(max_entries=2, show_spinner=False)
def _answers(revision: str) -> Callable[..., Any]:
    """What is asked of the store in one state, which *revision* names; all of it is forgotten with the state after the next."""
    del revision

    @lru_cache(256)
    def asked(question: str, *args: Filter, **options: Any) -> Any:
        return shelf.store().ask(getattr(exploring, question), *args, **options)

    return asked


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Month: hash})
def strips(months: tuple[Month, ...], width: int, pick: str | None) -> go.Figure:
    return views.strips(months, width=width, selected=pick)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Pairs: hash})
def matrix(pairs: Pairs, width: int, pick: str | None) -> go.Figure:
    return views.matrix(pairs, width=width, selected=pick)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Ejections: hash})
def bars(found: Ejections, kind: Kind, width: int, pick: str | None) -> go.Figure:
    tally = {"member": found.members, "chair": found.chairs, "party": found.parties}[kind]
    return views.bars(tally, kind=kind, width=width, selected=pick)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs={Out: hash})
def clock(outs: tuple[Out, ...], on: str, width: int, pick: str | None) -> go.Figure:
    return views.clock(outs, on=on, width=width, selected=pick)
