"""The dashboard: `streamlit run streamlit_app.py`, or `python -m extract serve`. The pages are in app_pages/."""

from pathlib import Path

import streamlit as st

from app_pages import articles

PAGES = Path(__file__).parent / "app_pages"

st.set_page_config(page_title="Order Paper", page_icon=str(PAGES / "icon.svg"), layout="wide")
articles.seeds()  # the reading begins at once, beside everything else that a first view needs
st.navigation([st.Page(PAGES / "story.py", title="Story", default=True)], position="hidden").run()
