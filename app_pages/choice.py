"""Which event is chosen: one value in the session, said in the address, and nowhere else."""

import streamlit as st

from extract.captions import in_order
from extract.types import Event, Story


def chosen(story: Story) -> Event | None:
    """The event to show: the chosen one, until there is one the first; None for a story without events.

    What the session says counts, at first what the address says; the address follows.
    """
    events = {event.id: event for event in in_order(story)}
    id = st.session_state.get("event") or st.query_params.get("event")
    st.session_state.event = id if id in events else None
    if id in events:
        st.query_params["event"] = id
    elif "event" in st.query_params:
        del st.query_params["event"]
    return events.get(id or "", next(iter(events.values()), None))


def choose(id: str) -> None:
    st.session_state.event = id


def step(story: Story, by: int) -> None:
    """Go on to the next event, or back to the one before; round at the ends."""
    ids = [event.id for event in in_order(story)]
    current = st.session_state.get("event") or ids[0]
    st.session_state.event = ids[(ids.index(current) + by) % len(ids)]


def pointed_at(key: str) -> None:
    """What a click on a chart chose; an empty selection (a click beside) changes nothing."""
    for point in st.session_state[key].selection.points:
        custom = point.get("customdata")
        id = custom[0] if isinstance(custom, list | tuple) and custom else custom
        if isinstance(id, str):
            st.session_state.event = id
