"""What can be taken away: the page, each figure, and the data. Nothing is made until somebody asks for it."""

import streamlit as st

from extract.exports.figures import FIGURES, browser
from extract.exports.formats import FORMATS, Format
from extract.exports.wording import file_name
from extract.reviews import Reviews
from extract.types import Story


def show(story: Story, reviewed: Reviews | None = None) -> None:
    st.markdown("**Page**, one file that works without a network")
    with st.container(horizontal=True):
        _button(story, FORMATS["html"], "Page to publish", reviewed, quotes_only=True)
        _button(story, FORMATS["html"], "Page with the whole articles", reviewed, suffix="full.html")
    st.markdown("**Figures**")
    for name, figure in FIGURES.items():
        if figure.lacks(story):
            continue
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(figure.label, width="content")
            with st.container(horizontal=True, width="content", gap="small"):
                for kind in _kinds():
                    _button(story, FORMATS[f"{name}-{kind}"], kind.upper(), reviewed)
    st.markdown("**Data**")
    with st.container(horizontal=True, gap="small"):
        for format in FORMATS.values():
            if format.group == "Data":
                _button(story, format, format.label, reviewed)


def _kinds() -> tuple[str, ...]:
    """Images want a browser where the dashboard runs; without one the page of a figure saves them in the reader's."""
    return ("html", "svg", "png") if browser() else ("html",)


HELP = {
    "Page to publish": "Carries only the sentences that are evidence, each with one neighbour.",
    "Page with the whole articles": "For your own desk: articles are copyright.",
}


def _button(
    story: Story, format: Format, label: str, reviewed: Reviews | None, *, quotes_only: bool = False, suffix: str | None = None
) -> None:
    def make() -> bytes:
        return format.make(story, quotes_only=quotes_only, reviewed=reviewed)

    file = f"{file_name(story.id)}.{suffix or format.suffix}"
    what = f"{format.label}: {format.help}" if format.group == "Figures" else format.help
    help = HELP.get(label) or _sentences(what, format.remark(story))
    st.download_button(label, make, file, format.mime, on_click="ignore", key=f"download {format.name} {label}", help=help)


def _sentences(*sentences: str) -> str:
    """Each as a sentence; what is empty is none."""
    return " ".join(f"{said[0].upper()}{said[1:]}." for said in sentences if said)
