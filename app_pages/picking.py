"""What was pointed at in a figure of all stories: one value in the session, said in the address, shown as a chip."""

import calendar

import plotly.graph_objects as go
import streamlit as st

from app_pages import articles, theme
from extract import picks, views
from extract.captions import type_name
from extract.picks import Pick
from extract.tallies import Choices

CONFIG = {"displayModeBar": False}


def chosen() -> Pick | None:
    """The pick to go by: what the session says counts, at first what the address says."""
    pick = picks.read(st.session_state.setdefault("pick", st.query_params.get("pick")))
    st.session_state.pick = pick.code if pick else None
    return pick


def forget() -> None:
    st.session_state.pick = None
    st.session_state.pop("page", None)


def show(figure: go.Figure, *, key: str, alt: str) -> None:
    """A chart whose every bar or cell can be pointed at."""
    drawn = views.dark(figure) if theme.is_dark() else figure
    st.plotly_chart(drawn, width="content", theme=None, key=key, on_select=lambda: _pointed_at(key), selection_mode="points",
                    config=CONFIG, alt=alt)  # fmt: skip


def _pointed_at(key: str) -> None:
    """What a click chose. Nothing selected changes nothing: a chart that is drawn anew says so too."""
    for point in st.session_state[key].selection.points:
        custom = point.get("customdata")
        code = custom[0] if isinstance(custom, list | tuple) and custom else custom
        if isinstance(code, str) and picks.read(code):
            st.session_state.pick = code
            st.session_state.pop("page", None)


def chip(pick: Pick, known: Choices) -> None:
    """What was pointed at, in words, as a button that lets it go."""
    st.button(articles.plain(said(pick, known)), icon=":material/close:", key="chip", on_click=forget)


def said(pick: Pick, known: Choices) -> str:
    """A pick in words: "Heckle, March 2024", "Ama Okoro → Piri Tāmati", "Ejections of Ama Okoro"."""
    names = {one.key: one.name for one in known.actors}
    if pick.kind == "span":
        type, first, last = pick.values
        return f"{type_name(type)}, {_months(first, last)}"
    if pick.kind == "pair":
        return " → ".join(names.get(key, key) for key in pick.values)
    [key] = pick.values
    if pick.kind == "party":
        return f"Ejections from {next((one.name for one in known.parties if one.key == key), key)}"
    return f"Ejections {'of' if pick.kind == 'member' else 'by'} {names.get(key, key)}"


def _months(first: str, last: str) -> str:
    """Days as the months or years that they make: "March 2024", "January to March 2024", "2024"."""
    if first[:7] == last[:7]:
        return _month(first)
    if first[:4] == last[:4]:
        return first[:4] if (first[5:7], last[5:7]) == ("01", "12") else f"{_month(first).split()[0]} to {_month(last)}"
    return f"{_month(first)} to {_month(last)}"


def _month(day: str) -> str:
    return f"{calendar.month_name[int(day[5:7]) % 13]} {day[:4]}"
