"""The figures, drawn from the chosen event and never the other way round, and remembered within bounds."""

import pandas  # noqa: F401 (Plotly looks for it among what is loaded, and must never find it half loaded by another session)
import plotly.graph_objects as go
import streamlit as st

from app_pages import choice
from extract import views
from extract.types import Story

CONFIG = {"displayModeBar": False}
BY_VALUE = {Story: hash}


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=BY_VALUE)
def lanes(story: Story, width: int, selected: str | None) -> go.Figure:
    return views.timeline(story, width=width, selected=selected)


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=BY_VALUE)
def ties(story: Story, width: int, selected: str | None) -> go.Figure:
    return views.network(story, width=width, selected=selected)


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=BY_VALUE)
def order(story: Story, width: int, article: str, selected: str | None) -> go.Figure:
    return views.slope(story, article=article, width=width, selected=selected)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=BY_VALUE)
def told(story: Story, width: int, selected: str | None) -> go.Figure:
    return views.comparison(story, width=width, selected=selected)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=BY_VALUE)
def doers(story: Story, width: int) -> go.Figure:
    return views.doers(story, width=width)


def show(figure: go.Figure, *, key: str, alt: str) -> None:
    """A chart whose every event can be chosen by pointing at it."""
    st.plotly_chart(
        figure,
        width="content",
        theme=None,
        key=key,
        on_select=lambda: choice.pointed_at(key),
        selection_mode="points",
        config=CONFIG,
        alt=alt,
    )


def prepare() -> None:
    """A chart of nothing: the browser loads the chart library while the articles are still being read."""
    st.plotly_chart(views.blank(), width="content", theme=None, config=CONFIG, key="blank", alt="Charts are on their way")
