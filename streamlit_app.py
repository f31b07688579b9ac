"""The dashboard: `streamlit run streamlit_app.py`, or `python -m extract serve`. The pages are in app_pages/."""

from pathlib import Path

import streamlit as st

from app_pages import articles

articles.process()  # it loads the pipeline while the rest is imported

from app_pages import shelf  # noqa: E402

PAGES = Path(__file__).parent / "app_pages"
TITLES = {
    "story": ("Story", ":material/timeline:"),
    "compare": ("Compare", ":material/table_chart:"),
    "explore": ("Explore", ":material/query_stats:"),
    "correct": ("Correct", ":material/edit_note:"),
    "add": ("Add articles", ":material/post_add:"),
    "about": ("About", ":material/info:"),
}
# A list of several widens its field while it is typed in; below a full line of words the next press would meet another place.
STEADY = "<style>[data-testid=stMultiSelectTagsContainer] input { min-width: 3rem }</style>"

st.set_page_config(page_title="Order Paper", page_icon=str(PAGES / "icon.svg"), layout="wide")
st.html(STEADY)
shelf.warm()  # the reading begins at once, beside everything else that a first view needs
pages = [st.Page(PAGES / f"{name}.py", title=title, icon=icon, default=name == "story") for name, (title, icon) in TITLES.items()]
st.navigation(pages, position="top").run()
