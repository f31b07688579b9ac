"""Questions across all stories and the figures of their answers, remembered within bounds while the store is the same."""

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

BY_VALUE = {Filter: hash}


def choices() -> Choices:
    return _found(shelf.store().revision(), "choices")


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


def _asked(question: str, filter: Filter, **options: Any) -> Any:
    return _found(shelf.store().revision(), question, filter, **options)


@st.cache_resource(max_entries=256, show_spinner=False, hash_funcs=BY_VALUE)
def _found(revision: str, question: str, *args: Filter, **options: Any) -> Any:
    """An answer of the store in one state, which *revision* names."""
    return shelf.store().ask(getattr(exploring, question), *args, **options)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Month: hash})
def strips(months: tuple[Month, ...], width: int, pick: str | None) -> go.Figure:
    return views.strips(months, width=width, selected=pick)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Pairs: hash})
def matrix(pairs: Pairs, width: int, pick: str | None) -> go.Figure:
    return views.matrix(pairs, width=width, selected=pick)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Ejections: hash})
def bars(found: Ejections, kind: Kind, width: int, pick: str | None) -> go.Figure:
    tally = {"member": found.members, "chair": found.chairs, "party": found.parties}[kind]
    return views.bars(tally, kind=kind, width=width, selected=pick)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Out: hash})
def clock(outs: tuple[Out, ...], on: str, width: int, pick: str | None) -> go.Figure:
    return views.clock(outs, on=on, width=width, selected=pick)
