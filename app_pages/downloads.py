"""What can be taken away: the page, for publishing or for the desk, and the data. Nothing is made until somebody asks for it."""

from collections.abc import Callable

import streamlit as st

from extract.exports.contract import dumps
from extract.exports.page import page
from extract.reviews import Reviews
from extract.types import Story


def show(story: Story, reviewed: Reviews | None = None) -> None:
    st.markdown("**One HTML file** that works alone, without a network")
    _button("Page to publish", lambda: page(story, quotes_only=True, reviewed=reviewed), f"{story.id}.html", "text/html",
            help="Carries only the sentences that are evidence, each with one neighbour.")  # fmt: skip
    _button("Page with the whole articles", lambda: page(story, reviewed=reviewed), f"{story.id}-full.html", "text/html",
            help="For your own desk: articles are copyright.")  # fmt: skip
    st.markdown("**The data**")
    _button("JSON", lambda: dumps([story]), f"{story.id}.json", "application/json", help="The story in the public format.")


def _button(label: str, make: Callable[[], str], name: str, mime: str, *, help: str) -> None:
    st.download_button(label, make, name, mime, on_click="ignore", key=f"download {label}", help=help)
