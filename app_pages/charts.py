"""The figures, drawn from what is chosen and never the other way round, and remembered within bounds."""

import pandas  # noqa: F401 (Plotly looks for it among what is loaded, and must never find it half loaded by another session)
import plotly.graph_objects as go
import streamlit as st

from app_pages import browser, choice, theme
from extract import views
from extract.focus import Focus
from extract.types import Story

CONFIG = {"displayModeBar": False}
BY_VALUE = {Story: hash}


def figure(name: str, story: Story, **given: object) -> go.Figure:
    """A figure of `extract.views` by its name, for the page's theme."""
    return _figure(name, story, tuple(sorted(given.items())), theme.is_dark())


@st.cache_resource(max_entries=256, show_spinner=False, hash_funcs=BY_VALUE)
def _figure(name: str, story: Story, given: tuple[tuple[str, object], ...], dark: bool) -> go.Figure:
    made = _drawn(name, story, given)
    return views.dark(made) if dark else made


@st.cache_resource(max_entries=128, show_spinner=False, hash_funcs=BY_VALUE)
def _drawn(name: str, story: Story, given: tuple[tuple[str, object], ...]) -> go.Figure:
    return getattr(views, name)(story, **dict(given))


def show(figure: go.Figure, *, key: str, alt: str) -> None:
    """A chart; `lit` lets whatever is drawn be chosen by pointing at it."""
    st.plotly_chart(figure, width="content", theme=None, key=key, config=CONFIG, alt=alt)


def drawn_for(seen: Focus) -> str | None:
    """What a figure is drawn for. An event stands out by the browser's doing, at once; an actor's or a tie's lane is drawn."""
    return None if seen.kind == "event" else seen.key


def lit(seen: Focus) -> None:
    """What is shown stands out in the charts of the page, and what is pointed at there is chosen.

    The event that is shown at first is nobody's choice, and leaves the network as it is.
    """
    picked = st.session_state.event is not None
    browser.lit({"events": seen.events, "actors": seen.actors, "picked": picked}, choose=choice.choose, key="lit")


def prepare() -> None:
    """A chart of nothing: the browser loads the chart library while the articles are still being read."""
    st.plotly_chart(views.blank(), width="content", theme=None, config=CONFIG, key="blank", alt="Charts are on their way")
