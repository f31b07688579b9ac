"""Two small pieces that only a browser can do: say how wide the page is, and show an article scrolled to its proof."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
DEFAULT_WIDTH, PHONE = 1200, 700


def page_width() -> int:
    """The width of the page in pixels, in steps; until the browser has said it, a usual one."""
    probe = _component("page_width", "<div style='height:0'></div>", js="width.js")
    known = (st.session_state.get("page_width") or {}).get("width")
    found = probe(key="page_width", data={"width": known}, on_width_change=lambda: None, height=1)
    return found.width or DEFAULT_WIDTH


def is_narrow() -> bool:
    """Whether the page is as narrow as a telephone, as far as the browser has said."""
    found = st.session_state.get("page_width") or {}
    return (found.get("width") or DEFAULT_WIDTH) < PHONE


def reader(article: Mapping[str, Any], *, key: str) -> None:
    """An article, its proof marked and scrolled to; texts travel as data and never become markup."""
    show = _component("reader", "<div class='article'></div>", js="reader.js", css="reader.css")
    show(key=key, data=dict(article))


def listing(events: Sequence[Mapping[str, Any]], chosen: str, *, choose: Callable[[str], None], key: str) -> None:
    """The events as buttons; *choose* is called with the id of the one that is pressed."""
    show = _component("listing", "<ol></ol>", js="listing.js", css="listing.css")
    show(key=key, data={"events": list(events), "chosen": chosen}, on_picked_change=lambda: choose(st.session_state[key].picked))


def marker(article: Mapping[str, Any], *, choose: Callable[[str], None], mark: Callable[[int, int], None], key: str) -> None:
    """An article in which a mark chooses its event, and words can be selected: *mark* is called with where they stand."""

    def marked() -> None:
        if passage := st.session_state[key].passage:
            mark(int(passage["start"]), int(passage["end"]))

    def picked() -> None:
        if st.session_state[key].picked:
            choose(st.session_state[key].picked)

    show = _component("marker", "<div class='article'></div>", js="marker.js", css="marker.css")
    show(key=key, data=dict(article), on_picked_change=picked, on_passage_change=marked)


def lit(chosen: Mapping[str, Any], *, choose: Callable[[str], None], key: str) -> None:
    """Lets what is chosen stand out in the charts that are there; *choose* is called with the key of what is pointed at."""

    def pointed() -> None:
        if found := st.session_state[key].pointed:
            choose(found)

    show = _component("lit", "<div style='height:0'></div>", js="lit.js", css="lit.css", apart=False)
    show(key=key, data=dict(chosen), on_pointed_change=pointed, height=1)


def arrows(step: Callable[[int], None], *, key: str = "arrows") -> None:
    """The arrow keys, wherever on the page: *step* is called with how many presses to the right, less those to the left.

    A button's own shortcut loses presses that come while the page is drawn.
    """

    def pressed() -> None:
        total = int(st.session_state[key].total or 0)
        before, st.session_state.arrowed = st.session_state.get("arrowed", 0), total
        if total != before:
            step(total - before)

    listen = _component("arrows", "<div style='height:0'></div>", js="keys.js")
    listen(key=key, data={"total": st.session_state.get("arrowed", 0)}, on_total_change=pressed, height=1)


@st.cache_resource(show_spinner=False)
def _component(name: str, html: str, *, js: str, css: str | None = None, apart: bool = True) -> Callable[..., Any]:
    """Registered once in the life of the server, as it has to be; *apart* keeps its style from the rest of the page."""
    style = (HERE / css).read_text("utf-8") if css else None
    return st.components.v2.component(name, html=html, css=style, js=(HERE / js).read_text("utf-8"), isolate_styles=apart)
