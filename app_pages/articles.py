"""Articles that a reader brings: the form, the process that reads them, and what is said about those that cannot be read."""

import re
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import streamlit as st

from extract import worker
from extract.worker import Outcome, Source

SEEDS = Path(__file__).parent.parent / "seeds"
PATIENCE = 180
KINDS = "Text, Markdown, HTML, PDF or Word (.docx); tables with a column “text” (.csv, .jsonl), feeds, and .zip of these."


@st.cache_resource(show_spinner=False)
def process() -> ProcessPoolExecutor:
    return worker.start()


@st.cache_resource(show_spinner=False)
def seeds() -> "Future[Outcome]":
    """The story to begin with, read anew whenever the dashboard starts."""
    return worker.submit(process(), worker.files(sorted(SEEDS.glob("*.txt"))))


def awaited(future: "Future[Outcome]") -> Outcome:
    """The outcome; a process that died or hangs costs one line and is replaced."""
    try:
        return future.result(timeout=PATIENCE)
    except BrokenProcessPool:
        wrong = "the reading stopped"
    except TimeoutError:
        wrong = f"the reading took longer than {PATIENCE} seconds"
    process.clear()
    seeds.clear()
    return Outcome(problems=(f"{wrong}; try again, with fewer or shorter articles",))


def form() -> None:
    """Files or a pasted text, with the day they were published: read, they become the story that is shown."""
    with st.form("articles", border=False):
        uploaded = st.file_uploader("Articles", accept_multiple_files=True, key="files", help=KINDS)
        pasted = st.text_area("Or paste an article", height=160, key="pasted")
        left, right = st.columns(2)
        day = left.date_input("Published", value=None, format="YYYY-MM-DD", min_value=date(1800, 1, 1), key="published",
                              help="Words such as “on Tuesday” are read against this day.")  # fmt: skip
        outlet = right.text_input("Outlet", key="outlet", placeholder="The Daily Hansard")
        if st.form_submit_button("Read", type="primary", icon=":material/play_arrow:"):
            _read(_sources(uploaded, pasted, day, outlet))
    if "outcome" in st.session_state:
        st.button("Back to the seed story", on_click=_forget, type="tertiary", icon=":material/undo:")


def _sources(uploaded: list, pasted: str, day: date | None, outlet: str) -> tuple[Source, ...]:
    published = day.isoformat() if day else None
    known = {"published": published, "outlet": outlet.strip() or None}
    files = [Source(file.name, file.getvalue(), **known) for file in uploaded]
    return (*files, *([Source(worker.PASTED, text=pasted, **known)] if pasted.strip() else []))


def _read(sources: tuple[Source, ...]) -> None:
    if not sources:
        st.warning("Choose a file or paste a text first.")
        return
    with st.spinner("Reading…"):
        st.session_state.outcome = awaited(worker.submit(process(), sources))
    st.session_state.event = None
    st.session_state.pop("story", None)
    st.session_state.readings = st.session_state.get("readings", 0) + 1  # a new popover is a closed one
    st.rerun()


def _forget() -> None:
    for key in ("outcome", "event", "story"):
        st.session_state.pop(key, None)


def remarks(outcome: Outcome) -> None:
    """One line for each thing that went wrong, and for each that is only worth knowing."""
    for problem in outcome.problems:
        st.warning(plain(problem), icon=":material/error:")
    for note in outcome.notes:
        st.caption(plain(note))


def plain(text: str) -> str:
    """The text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])", r"\\\1", text)
