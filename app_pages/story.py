"""The story page: what happened in order, who did what to whom, and the proof of what is chosen."""

import streamlit as st

from app_pages import articles, browser, charts, choice, evidence, frame, tables
from extract import crossings
from extract.captions import caption, in_order, number, shortened, type_name, who, why_here
from extract.corrections import Corrected
from extract.focus import Focus
from extract.types import Event, Story
from extract.views.calendar import has_days
from extract.views.describing import View, describe

OVERVIEW = "Overview"
READINGS: dict[str, View] = {
    OVERVIEW: "timeline",
    "Read in order": "ladder",
    "By day": "calendar",
    "Told against happened": "slope",
}
BESIDE, SHARE, GAP = 980, 0.66, 24
NOTHING = (
    "No event of the codebook was found in this text. That is an answer, not a fault: the program codes heckles, attacks, "
    "ejections, walkouts, points of order, requests for a vote of no confidence and what goes with them in a legislature."
)


def order(story: Story, seen: Focus, width: int) -> None:
    """The order in several readings: an overview, a ladder with the words, days where there are several, and as told."""
    names = [name for name, view in READINGS.items() if view != "calendar" or has_days(story)]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header("What happened, in order", anchor=False, width="content")
        name = st.segmented_control("Reading", names, default=OVERVIEW, required=True, key="reading",
                                    label_visibility="collapsed")  # fmt: skip
    view = READINGS[name]
    if view == "slope":
        telling(story, seen, width)
        return
    charts.show(charts.figure(view, story, width=width, selected=charts.drawn_for(seen)), key=view, alt=describe(story, view))


def telling(story: Story, seen: Focus, width: int) -> None:
    """Order told against order happened, of one article, with the crossings in words."""
    names = {article.id: evidence.name_of(article) for article in story.articles}
    article = next(iter(names))
    if len(names) > 1:
        article = st.selectbox("Article", list(names), format_func=lambda id: names[id], key="told_by")
    st.caption(crossings.summary(story, article))
    figure = charts.figure("slope", story, width=min(width, 980), article=article, selected=charts.drawn_for(seen))
    charts.show(figure, key="slope", alt=describe(story, "slope", article=article))
    for jump in crossings.jumps(story, article):
        st.markdown(f"- {articles.plain(crossings.sentence(story, jump))}")


def network(story: Story, width: int) -> None:
    st.header("Who did what to whom", anchor=False)
    figure = charts.figure("network", story, width=width)
    charts.show(figure, key="ties", alt=describe(story, "network"))


def proof(found: Corrected, seen: Focus) -> None:
    with st.container(border=True, key="evidence"):
        evidence.show(found, seen)


def events(story: Story, seen: Focus) -> None:
    """The events in words: everything that the charts offer, for keyboards, screen readers and telephones."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header("Event by event", anchor=False, width="content")
        view = st.segmented_control(
            "View", ["List", "Table"], default="List", required=True, key="view", label_visibility="collapsed"
        )
    if view == "Table":
        st.dataframe(tables.rows(cells(story, event) for event in in_order(story)), hide_index=True, alt="The events in order")
    else:
        rows = [evidence.row(story, event) for event in in_order(story)]
        browser.listing(rows, seen.key, choose=choice.choose, key="listing")


def cells(story: Story, event: Event) -> dict[str, str]:
    return {
        "Order": number(event),
        "Type": type_name(event.type),
        "Event": caption(story, event),
        "Who": who(story, event.actors),
        "To whom": who(story, event.targets),
        "Status": event.status,
        "Why here": why_here(story, event),
        "Words": shortened(event.evidence[0].span.text, most=200) if event.evidence else "",
    }


def nothing(story: Story) -> None:
    st.info(NOTHING)
    for article in story.articles:
        with st.expander(articles.plain(evidence.name_of(article))):
            st.text(article.text)


def whole(found: Corrected, seen: Focus, width: int) -> None:
    """The page as wide as the browser lets it be; on a telephone the list takes over from the timeline."""
    story = found.story
    if width < browser.PHONE:
        proof(found, seen)
        events(story, seen)
        network(story, width)
        st.header("Told against happened", anchor=False)
        telling(story, seen, width)
        return
    order(story, seen, width)
    if width < BESIDE:
        proof(found, seen)
        network(story, width)
    else:
        left, right = st.columns([SHARE, 1 - SHARE], gap="medium")
        with left:
            network(story, int((width - GAP) * SHARE))
        with right:
            proof(found, seen)
    events(story, seen)


width = browser.page_width()
if found := frame.opened():
    chosen = choice.chosen(found.story)
    if found.story.events:
        seen = choice.shown(found.story, chosen)
        whole(found, seen, width)
        charts.lit(seen)
    else:
        nothing(found.story)
frame.ready(width=width)
