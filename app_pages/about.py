"""The page that says what the program does and does not: the codebook, how right it is, how it is used, and its limits."""

import json
from pathlib import Path

import streamlit as st

import extract
from app_pages import articles, frame, shelf
from extract.captions import type_name
from extract.scorecard import Score, scores
from extract.store import Unusable

PACKAGE = Path(extract.__file__).parent
NAMES = {
    "core_f1": "Events of the six core types",
    "all_f1": "Events of all types",
    "strict_f1": "… with who and to whom exactly",
    "link_f1": "Who did what to whom",
    "order": "Pairs of events in the right order",
}
LIMITS = """
- It finds what is told plainly. What is told obliquely (an ironic aside, an epithet, an echo of an earlier paragraph) it misses
  more often than not; read the article where a gap matters.
- It reads English. What it does not know is no event, and a story without events may still have had some.
- The order is what the texts say. Where they leave it open the number is dashed, and the pane says between which places.
- It codes what articles say, not what happened. Whom a newspaper calls a heckler is one here.
- Everything about a living person is machine-coded until somebody accepts it; the page and every export say so.
- Articles are copyright. The page to publish carries only the sentences that are evidence, each with one neighbour.
"""
KEYS = """
| To | Do |
|---|---|
| play a story | **→** and **←**, on *Story* and *Compare*, and in the exported page |
| choose | press a column, a name, an arrow, a number or a line of the list; it is chosen everywhere, in the address too |
| say that an event is right, or none | *Correct*: choose it, press *Right* or *No such event* |
| add one | *Correct*: select the words that tell it |
| take something back | *Correct*: *Undo* in the log |
"""


def card() -> None:
    """How right it is: by the gold, and by those who looked."""
    st.header("How right it is", anchor=False)
    left, right = st.columns(2, gap="large")
    with left:
        gold = json.loads((PACKAGE / "accuracy.json").read_text("utf-8"))
        st.subheader("By coded articles", anchor=False)
        st.caption(f"{gold['what']}. 1 is as the coder has it; for the order 0.5 is chance. Again: {gold['command']}")
        st.dataframe([{"Measured": NAMES[key], "F1 or share": value} for key, value in gold["figures"].items()], hide_index=True,
                     alt="Accuracy by coded articles")  # fmt: skip
        st.caption(f"Events where there are none: {gold['false_alarms']}.")
    with right:
        st.subheader("By your corrections", anchor=False)
        yours()


def yours() -> None:
    try:
        rows = scores(shelf.store().log())
    except Unusable as error:
        st.info(articles.plain(str(error)))
        return
    if not rows:
        st.caption(
            "Nobody has accepted or corrected an event yet. As soon as somebody does, this says how often the program was right."
        )
        return
    st.caption("Of the events that somebody accepted, corrected, rejected or added; what was undone does not count.")
    st.dataframe([cells(row) for row in rows], hide_index=True, alt="Accuracy by your corrections")


def cells(row: Score) -> dict[str, object]:
    return {
        "Type": "All" if row.type == "all" else type_name(row.type),
        "Right": row.right,
        "Right but for a detail": row.detail,
        "None, or another type": row.wrong,
        "Missed": row.missed,
        "Precision": row.precision,
        "Recall": row.recall,
    }


def where() -> None:
    st.header("Where things are", anchor=False)
    try:
        rows = shelf.stories()
    except Unusable as error:
        st.info(articles.plain(str(error)))
        return
    held, stories = sum(row.articles for row in rows), f"{len(rows)} {'story' if len(rows) == 1 else 'stories'}"
    told = f"{stories} of {held} article{'' if held == 1 else 's'} kept in {shelf.place()}"
    st.markdown(articles.plain(f"{told}. Another place is given by ORDER_PAPER_STORE."))


frame.heading("About", "Articles in; who did what to whom, in the order in which it happened, with the words that prove it, out.")
st.header("How it is used", anchor=False)
st.markdown(KEYS)
card()
st.header("What it cannot do", anchor=False)
st.markdown(LIMITS)
where()
with st.expander("The codebook: what is an event, and of which type"):
    st.markdown((PACKAGE / "CODEBOOK.md").read_text("utf-8"))
frame.ready()
