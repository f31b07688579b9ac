"""Light or dark, as the reader's browser wants it: the figures and the pieces of HTML follow the page."""

import streamlit as st

from extract.views.dark import twin


def is_dark() -> bool:
    return st.context.theme.type == "dark"


def colour(light: str) -> str:
    """The colour as this page shows it."""
    return twin(light) if is_dark() else light
