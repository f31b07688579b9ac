"""The story page: what happened in order, who did what to whom, and the proof of the event that is chosen."""

import streamlit as st

from app_pages import articles, browser, charts, choice, downloads, evidence
from extract import crossings
from extract.captions import caption, in_order, number, shortened, type_name, uncertain, who, why_here
from extract.exports.page import counts
from extract.types import Event, Story
from extract.views.palette import type_colour
from extract.worker import Outcome

PHONE, BESIDE, SHARE, GAP = 700, 980, 0.66, 24
NOTE = "Machine-coded, not reviewed: a program read the articles. The words that it relied on stand beside each event."
NOTHING = (
    "No event of the codebook was found in this text. That is an answer, not a fault: the program codes heckles, attacks, "
    "ejections, walkouts, points of order, requests for a vote of no confidence and what goes with them in a legislature."
)


def heading(title: str, note: str) -> None:
    with st.container(gap=None):
        st.caption("ORDER PAPER")
        st.title(title, anchor=False)
        st.caption(note)


def head(story: Story | None) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        with st.container(width="stretch"):
            heading(articles.plain(story.title) if story else "Order Paper", f"{counts(story)} · {NOTE}" if story else NOTE)
        with st.container(horizontal=True, width="content"):
            with st.popover("Read articles", icon=":material/article:", key=f"reading-{st.session_state.get('readings', 0)}"):
                articles.form()
            if story:
                with st.popover("Download", icon=":material/download:"):
                    downloads.show(story)


def timeline(story: Story, event: Event, width: int) -> None:
    st.header("What happened, in order", anchor=False)
    alt = f"Timeline: {counts(story)}; the list below says the same in words."
    charts.show(charts.lanes(story, width, event.id), key="lanes", alt=alt)


def network(story: Story, width: int) -> None:
    st.header("Who did what to whom", anchor=False)
    alt = f"Network: {counts(story)}; the list below says the same in words."
    charts.show(charts.ties(story, width, st.session_state.event), key="ties", alt=alt)


def telling(story: Story, event: Event, width: int) -> None:
    """Order told against order happened, of one article, with the crossings in words."""
    st.header("Order told against order happened", anchor=False)
    names = {article.id: evidence.name_of(article) for article in story.articles}
    article = next(iter(names))
    if len(names) > 1:
        article = st.selectbox("Article", list(names), format_func=lambda id: names[id], key="told_by")
    st.caption(crossings.summary(story, article))
    alt = "Order told against order happened; the crossings are named below in words."
    charts.show(charts.order(story, min(width, 980), article, event.id), key="slope", alt=alt)
    for jump in crossings.jumps(story, article):
        st.markdown(f"- {articles.plain(crossings.sentence(story, jump))}")


def proof(story: Story, event: Event) -> None:
    with st.container(border=True, key="evidence"):
        evidence.show(story, event)


def events(story: Story, chosen: Event) -> None:
    """The events in words: everything that the charts offer, for keyboards, screen readers and telephones."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header("Event by event", anchor=False, width="content")
        view = st.segmented_control(
            "View", ["List", "Table"], default="List", required=True, key="view", label_visibility="collapsed"
        )
    if view == "Table":
        st.dataframe([cells(story, event) for event in in_order(story)], hide_index=True, alt="The events in order")
    else:
        browser.listing([row(story, event) for event in in_order(story)], chosen.id, choose=choice.choose, key="listing")


def row(story: Story, event: Event) -> dict[str, object]:
    done = event.status == "happened"
    return {
        "id": event.id,
        "number": str(event.rank) if done else "–",
        "type": type_name(event.type),
        "text": caption(story, event),
        "colour": type_colour(event.type),
        "unsure": uncertain(event) or not done,
    }


def cells(story: Story, event: Event) -> dict[str, str]:
    return {
        "Order": number(event),
        "Type": type_name(event.type),
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


def whole(story: Story, event: Event, width: int) -> None:
    """The page as wide as the browser lets it be; on a telephone the list takes over from the timeline."""
    if width < PHONE:
        proof(story, event)
        events(story, event)
        network(story, width)
        telling(story, event, width)
        return
    timeline(story, event, width)
    if width < BESIDE:
        proof(story, event)
        network(story, width)
    else:
        left, right = st.columns([SHARE, 1 - SHARE], gap="medium")
        with left:
            network(story, int((width - GAP) * SHARE))
        with right:
            proof(story, event)
    telling(story, event, width)
    events(story, event)


def body(outcome: Outcome, story: Story | None, width: int) -> None:
    articles.remarks(outcome)
    if not story:
        st.info("Nothing could be read. Choose other files, or paste a text.")
        return
    if len(outcome.stories) > 1:
        titles = {item.id: item.title for item in outcome.stories}
        st.selectbox("Story", list(titles), format_func=lambda id: titles[id], key="story")
    event = choice.chosen(story)
    if event:
        whole(story, event, width)
    else:
        nothing(story)


def current(outcome: Outcome) -> Story | None:
    by_id = {story.id: story for story in outcome.stories}
    return by_id.get(st.session_state.get("story", ""), next(iter(outcome.stories), None))


def first() -> Outcome:
    """The outcome of the seeds; while it is awaited, the page says so and the browser fetches what charts need."""
    if articles.seeds().done():
        return articles.awaited(articles.seeds())
    slot = st.empty()
    with slot.container():
        heading("Reading the articles…", NOTE)
        charts.prepare()
        with st.skeleton(height=620):
            outcome = articles.awaited(articles.seeds())
    slot.empty()
    return outcome


width = browser.page_width()
outcome = st.session_state.get("outcome") or first()
story = current(outcome)
head(story)
body(outcome, story, width)
st.html(f"<span id='ready' data-event='{st.session_state.get('event') or ''}' data-width='{width}'></span>")
