"""Which story is shown and what in it is chosen: one value each in the session, said in the address, and nowhere else."""

import streamlit as st

from extract.captions import in_order
from extract.focus import NOTHING, Focus, focus
from extract.types import Event, Story

KINDS = ("event", "actor", "link")


def story_asked() -> str | None:
    """The id of the story that the session wants; at first, and when one goes back in the browser, the one in the address."""
    return _went_back("story", st.query_params.get("story")) or st.session_state.get("story") or st.query_params.get("story")


def opened(story: Story) -> None:
    """The story that is shown."""
    st.session_state.story = st.session_state["said story"] = story.id
    st.query_params["story"] = story.id


def leave() -> None:
    """No story is asked for any more: the one that was is gone."""
    st.session_state.pop("story", None)
    if "story" in st.query_params:
        del st.query_params["story"]
    choose(None)


def chosen(story: Story) -> Focus:
    """What is chosen, or nothing. What the session says counts, at first what the address says; the address follows."""
    asked = next((st.query_params[kind] for kind in KINDS if kind in st.query_params), None)
    if "event" not in st.session_state or _went_back("event", asked):
        choose(asked)
    seen = focus(story, st.session_state.event)
    st.session_state.event = st.session_state["said event"] = seen.key or None
    for kind in KINDS:
        if kind == seen.kind:
            st.query_params[kind] = seen.key
        elif kind in st.query_params:
            del st.query_params[kind]
    return seen


def _went_back(what: str, asked: str | None) -> str | None:
    """What the address asks for, where it is no longer what the page last said there, and no press has chosen since."""
    said = st.session_state.get(f"said {what}")
    return asked if said and asked != said and st.session_state.get(what) == said else None


def shown(story: Story, seen: Focus) -> Focus:
    """What the pane shows: the choice, until there is one the first event."""
    if seen != NOTHING:
        return seen
    return focus(story, next((event.id for event in in_order(story)), None))


def choose(key: str | None) -> None:
    st.session_state.event = key


def step(story: Story, by: int) -> None:
    """Go on to the next event, or back to the one before; round at the ends. From an actor or a tie, to its first event."""
    ids = [event.id for event in in_order(story)]
    seen = focus(story, st.session_state.get("event"))
    if seen.kind in ("actor", "link") and seen.events:
        mine = [id for id in ids if id in seen.events]
        choose(mine[0] if by > 0 else mine[-1])
        return
    choose(ids[((ids.index(seen.key) if seen.key in ids else 0) + by) % len(ids)])


def place(story: Story, event: Event) -> str:
    """How far one has come: "7 of 18"."""
    ids = [one.id for one in in_order(story)]
    return f"{ids.index(event.id) + 1} of {len(ids)}"
