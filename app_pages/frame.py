"""What every page of a story begins and ends with: which story, what it is called, who has looked, and what went wrong."""

import streamlit as st

from app_pages import articles, browser, charts, choice, downloads, shelf
from extract import reviews
from extract.corrections import Corrected
from extract.exports.page import counts
from extract.store import Row, Unusable
from extract.types import Story
from extract.worker import Outcome

NOTE = "A program read the articles; the words that it relied on stand beside each event."
MOST = 200  # stories in the menu; Explore finds the others
READ_ONLY = "This dashboard shows what is kept and changes nothing. Whoever runs it can allow it, with `serve --changes`."
EMPTY = "No story is kept yet. Read articles on the page “Add articles”."


def opened(title: str | None = None) -> Corrected | None:
    """The story to show, under its heading; None, with a word on what to do, where there is none.

    *title*: what the page is, where it is not the story itself.
    """
    try:
        rows = shelf.stories() or _first()
        found = _story(rows)
    except Unusable as error:
        _nothing(title, str(error))
        return None
    _missing(found)
    if found is None:
        _nothing(title, EMPTY)
        return None
    choice.opened(found.story)
    _head(found, rows, title)
    return found


def ready(**told: object) -> None:
    """The mark by which a test knows that all is drawn."""
    said = " ".join(f"data-{name}='{value}'" for name, value in {"event": choice_key(), **told}.items())
    st.html(f"<span id='ready' {said}></span>")


def choice_key() -> str:
    """The choice as it may stand in an attribute."""
    key = st.session_state.get("event") or ""
    return "".join(letter for letter in key if letter.isalnum() or letter in "-_~.")


def remarks(outcome: Outcome) -> None:
    """One line for each thing that went wrong, and for each that is only worth knowing."""
    for problem in outcome.problems:
        st.warning(articles.plain(problem), icon=":material/error:")
    for note in outcome.notes:
        st.caption(articles.plain(note))


def heading(title: str, note: str) -> None:
    with st.container(gap=None):
        st.title(title, anchor=False)
        st.caption(note)


def _story(rows: tuple[Row, ...]) -> Corrected | None:
    """The story that is asked for; the latest where nobody asks, or asks for one that is gone."""
    if asked := choice.story_asked():
        try:
            return shelf.story(asked)
        except Unusable as error:
            st.session_state.pop("story", None)
            said = f"{error} The latest is shown.".replace("; `store list` shows those there are", ".")
            st.session_state.missing = (rows[0].id if rows else None, said)
    return shelf.story(rows[0].id) if rows else None


def _missing(shown: Corrected | None) -> None:
    """Says that the story which was asked for is gone, for as long as the one in its place is shown."""
    place, said = st.session_state.get("missing") or (None, "")
    if said and place == (shown.story.id if shown else None):
        st.warning(articles.plain(said))
    else:
        st.session_state.pop("missing", None)


def _first() -> tuple[Row, ...]:
    """An empty store gets the seed story; while it is read, the page says so and the browser fetches what charts need."""
    slot = st.empty()
    with slot.container():
        heading("Reading the seed story…", NOTE)
        charts.prepare()
        with st.skeleton(height=620):
            outcome = articles.seeded()
            for _ in shelf.store().add(outcome.stories):
                pass
    slot.empty()
    remarks(outcome)
    return shelf.stories()


def _nothing(title: str | None, said: str) -> None:
    st.title(title or "Order Paper", anchor=False)
    st.info(articles.plain(said))


def _head(found: Corrected, rows: tuple[Row, ...], title: str | None) -> None:
    """What the story is called on the left, the menu and the downloads on the right; on a telephone below."""
    told, narrow = found.story, browser.is_narrow()
    name = articles.plain(told.title or "A story without a title")
    said = f"{counts(told)} · {reviews.standing(told, found.reviews)} {NOTE}"
    with st.container(horizontal=not narrow, horizontal_alignment="distribute", vertical_alignment="bottom"):
        with st.container(width="stretch"):
            heading(f"{title}: {name}" if title else name, articles.plain(said))
        with st.container(horizontal=True, width="stretch" if narrow else "content"):
            if len(rows) > 1:
                _menu(told, rows)
            with st.popover("Download", icon=":material/download:"):
                downloads.show(told, found.reviews)


def _menu(told: Story, rows: tuple[Row, ...]) -> None:
    titles = {row.id: f"{row.title or row.id} ({row.last or 'no date'})" for row in rows[:MOST]}
    titles.setdefault(told.id, told.title or told.id)
    ids = list(titles)
    st.session_state.story_menu = told.id

    def pick() -> None:
        st.session_state.update(story=st.session_state.story_menu, event=None)

    st.selectbox(
        "Story", ids, format_func=lambda id: titles[id], key="story_menu", on_change=pick, label_visibility="collapsed", width=300
    )
