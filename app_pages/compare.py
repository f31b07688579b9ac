"""The page that sets the articles of a story side by side: who tells what, who is silent, on what they differ."""

from collections import Counter

import streamlit as st

from app_pages import articles, browser, charts, choice, evidence, frame, tables
from extract.captions import caption, in_order, number, type_name
from extract.corrections import Corrected
from extract.focus import Focus
from extract.outlets import differences, names
from extract.types import Story
from extract.views.compare import cell
from extract.views.doers import VOICE_NAMES, voices

KEY = "● tells it  ·  ≠ tells it otherwise  ·  – silent. A copy of another article counts once."
WORDS = {"tells": "tells", "differs": "tells otherwise", "silent": "–"}
BESIDE, SHARE = 980, 0.62


def whole(found: Corrected, seen: Focus, width: int) -> None:
    story = found.story
    if len(story.articles) < 2:
        st.info("This story has one article. Add another that tells the same sitting, and they are set side by side here.")
    if width < BESIDE:
        outlets(story, seen, width)
        proof(found, seen)
    else:
        left, right = st.columns([SHARE, 1 - SHARE], gap="medium")
        with left:
            outlets(story, seen, int((width - 24) * SHARE))
        with right:
            proof(found, seen)
    contradictions(story)
    blamed(story, width)


def outlets(story: Story, seen: Focus, width: int) -> None:
    st.header("Who tells what", anchor=False)
    st.caption(KEY)
    alt = f"{len(story.events)} events by {len(story.articles)} articles; the table below says the same in words."
    charts.show(charts.figure("comparison", story, width=width, selected=charts.drawn_for(seen)), key="outlets", alt=alt)
    with st.expander("The same as a table"):
        called = names(story)
        st.dataframe(
            tables.rows(
                {"Order": number(event), "Type": type_name(event.type), "Event": caption(story, event)}
                | {called[article.id]: WORDS[cell(story, event, article)] for article in story.articles}
                for event in in_order(story)
            ),
            hide_index=True,
            alt="Which article tells which event",
        )


def proof(found: Corrected, seen: Focus) -> None:
    with st.container(border=True, key="evidence"):
        evidence.show(found, seen)


def contradictions(story: Story) -> None:
    """Every field on which articles differ, in words."""
    rows = [(event, line) for event in in_order(story) for line in differences(story, event)]
    if len(story.articles) < 2:
        return
    st.header("On what they differ", anchor=False)
    if not rows:
        st.caption("On nothing that the program compares: who, to whom, how many, when, whether, in which order.")
    for event, line in rows:
        said = f"{number(event)} {caption(story, event)}"
        st.markdown(f"- **{articles.plain(said)}**: {articles.plain(line)}")


def blamed(story: Story, width: int) -> None:
    """Active, passive, nominal, agentless: for each article, and for each who does or suffers something."""
    st.header("Who is made the doer", anchor=False)
    st.caption("How each article tells the acts: with somebody who does them, or as if they happened by themselves.")
    counted = voices(story)
    alt = "; ".join(
        f"{name}: " + ", ".join(f"{counted[id][voice]} {words}" for voice, words in VOICE_NAMES.items())
        for id, name in names(story).items()
    )
    charts.show(charts.figure("doers", story, width=min(width, 980)), key="doers", alt=alt)
    with st.expander("By actor"):
        st.dataframe(tables.rows(actors(story)), hide_index=True, alt="How often each actor is made the doer, in which voice")


def actors(story: Story) -> list[dict[str, object]]:
    """For each who does something: how often an article makes them the doer, in which voice."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    for event in story.events:
        for telling in event.evidence:
            for id in telling.actors:
                counted.setdefault((id, telling.span.article), Counter())[telling.voice] += 1
    called, people = names(story), {actor.id: actor.name for actor in story.actors}
    return [
        {"Actor": people[id], "Article": called.get(article, article)}
        | {words: voices[voice] for voice, words in VOICE_NAMES.items()}
        for (id, article), voices in sorted(counted.items(), key=lambda row: (people.get(row[0][0], ""), row[0][1]))
        if id in people
    ]


width = browser.page_width()
if found := frame.opened("Compare"):
    chosen = choice.chosen(found.story)
    if found.story.events:
        seen = choice.shown(found.story, chosen)
        whole(found, seen, width)
        charts.lit(seen)
    else:
        st.info("No event was found in this story, so there is nothing to compare.")
frame.ready(width=width)
